// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QWidget>

class QHBoxLayout;

namespace parterre::ui {

// A few words side by side of which one is chosen: "Today · This weekend · This month · All".
class ChoiceBar : public QWidget
{
    Q_OBJECT
public:
    explicit ChoiceBar(const QString &name, QWidget *parent = nullptr);

    // '&' underlines the letter that chooses it.
    void addChoice(int id, const QString &text);
    void setCurrent(int id);
    [[nodiscard]] int current() const { return m_group.checkedId(); }

Q_SIGNALS:
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    QButtonGroup m_group;
};

} // namespace parterre::ui
