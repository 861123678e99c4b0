// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/icon.h"

#include <QButtonGroup>
#include <QWidget>

class QVBoxLayout;

namespace parterre::ui {

class NavigationButton;

// The column at the window's leading edge: one large icon and word per place to go, the present one marked by a bar
// and a filled ground. Below it there is room for what is always on screen.
class NavigationRail : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationRail(QWidget *parent = nullptr);

    void addEntry(int id, Glyph glyph, const QString &text, const QKeySequence &shortcut);
    // Hidden ones are not to be had by their shortcut either.
    void setEntryVisible(int id, bool visible);
    // A number beside the icon, for example of seats in the cart; 0: none.
    void setBadge(int id, int count);
    void setCurrent(int id);
    [[nodiscard]] int current() const;
    void addBottomWidget(QWidget *widget);

Q_SIGNALS:
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] NavigationButton *entry(int id) const;

    QVBoxLayout *m_entries;
    QVBoxLayout *m_bottom;
    QButtonGroup m_group;
};

} // namespace parterre::ui
