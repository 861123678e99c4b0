// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QCache>

namespace parterre {

// Accessible interfaces by index, made when asked for. Beyond the limit the one used longest ago is taken back from Qt:
// who asks for its id then hears that there is no such object, and goes through its parent again. Their object() has to
// be null: Qt drops a widget's own interface along with any other that names the widget.
class AccessiblePool
{
public:
    explicit AccessiblePool(qsizetype limit) : m_registered(limit) {}

    // Asking for one and touching it both make it the one used last.
    template<class Make>
    [[nodiscard]] QAccessibleInterface *get(qint32 index, Make make)
    {
        const Registered *known = m_registered.object(index);
        // Qt deletes all interfaces when the program ends, in no order.
        if (QAccessibleInterface *interface = known ? QAccessible::accessibleInterface(known->id) : nullptr)
            return interface;
        QAccessibleInterface *interface = make();
        m_registered.insert(index, new Registered(interface));
        return interface;
    }
    void touch(qint32 index) const { m_registered.object(index); }
    void clear() { m_registered.clear(); }

private:
    struct Registered {
        explicit Registered(QAccessibleInterface *interface) : id(QAccessible::registerAccessibleInterface(interface)) {}
        ~Registered() { QAccessible::deleteAccessibleInterface(id); }
        Q_DISABLE_COPY_MOVE(Registered)

        const QAccessible::Id id;
    };

    QCache<qint32, Registered> m_registered;
};

} // namespace parterre
