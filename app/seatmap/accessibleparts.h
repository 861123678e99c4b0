// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

namespace parterre {

class AccessibleSeatMap;

// A part of the seat map that is no widget. It knows its index alone and reads everything else when asked, so nothing
// has to be told to it when seats change; the map deletes it when it is gone or the plan is another.
class AccessiblePart : public QAccessibleInterface
{
public:
    AccessiblePart(const AccessibleSeatMap &map, qint32 index) : m_map(map), m_index(index) {}

    [[nodiscard]] const AccessibleSeatMap &map() const { return m_map; }
    [[nodiscard]] qint32 index() const { return m_index; }

    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::State state() const override;

protected:
    const AccessibleSeatMap &m_map;
    const qint32 m_index;
};

// A section has its rows and tables for children, then its areas. Sections and rows are groupings, not lists: screen readers speak a grouping's name when the focus comes into it and
// are silent inside, while a list has its children fetched and counted each time.
class AccessibleSection final : public AccessiblePart
{
public:
    using AccessiblePart::AccessiblePart;

    bool isValid() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text text) const override;
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Grouping; }

private:
    [[nodiscard]] int rowCount() const;
    // Of the plan; the end is the one after the last.
    [[nodiscard]] std::pair<qint32, qint32> areas() const;
};

// A button: it opens the question how many places, and its name says how many are free.
class AccessibleArea final : public AccessiblePart, public QAccessibleActionInterface
{
public:
    using AccessiblePart::AccessiblePart;

    bool isValid() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text text) const override;
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Button; }
    QAccessible::State state() const override;

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

protected:
    void *interface_cast(QAccessible::InterfaceType type) override;
};

// Index: as AccessibleRows counts.
class AccessibleRow final : public AccessiblePart
{
public:
    using AccessiblePart::AccessiblePart;

    bool isValid() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text text) const override;
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Grouping; }
};

// A check box: of all roles with a press it is the one whose state screen readers always speak, also when it changes
// under the focus. Checked means mine. Sold, blocked and held seats are disabled, yet can be reached and pressed like
// with Enter: the window then says why not.
class AccessibleSeat final : public AccessiblePart, public QAccessibleActionInterface
{
public:
    using AccessiblePart::AccessiblePart;

    bool isValid() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text text) const override;
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::CheckBox; }
    QAccessible::State state() const override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

protected:
    void *interface_cast(QAccessible::InterfaceType type) override;
};

} // namespace parterre
