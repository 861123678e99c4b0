// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QMargins>

class QVBoxLayout;

namespace parterre::ui {

// A raised surface with rounded corners that groups what belongs together.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body;
};

// Room between what scrolls and the bar, which is on the left in a window from right to left; layouts do not mirror it.
[[nodiscard]] QMargins besideScrollBar();

} // namespace parterre::ui
