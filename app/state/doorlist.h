// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/checkin.h"
#include "shared/domain/doorlist.h"

#include <QHash>
#include <QSet>

namespace parterre {

// The valid tickets of one event as the server last said, with the house's public keys: enough to decide at a door that has
// no connection. Believes only pages that are signed, and only those that follow one another.
class DoorList
{
public:
    struct Signature {
        qint32 keyId = 0;
        QByteArray old = {};                   // as houses before 1.14 sign
        std::optional<QByteArray> whole = {};  // of all that is on the page
    };

    DoorList() = default;
    // `isWhole`: the house signs all of a page, so that one which is signed in the old way only is not its.
    DoorList(const EventId &event, const QHash<qint32, QByteArray> &keys, bool isWhole) : m_event(event), m_keys(keys), m_isWhole(isWhole) {}

    // False: the signature is wrong, or it is not the page that comes next; nothing was added.
    [[nodiscard]] bool add(const DoorListPage &page, const Signature &signature);
    // Which page comes next; none before the first, and after the last.
    [[nodiscard]] const std::optional<qint32> &next() const { return m_next; }

    [[nodiscard]] const EventId &event() const { return m_event; }
    [[nodiscard]] Instant taken() const { return m_taken; }        // of the oldest page
    [[nodiscard]] bool isEmpty() const { return m_tickets.isEmpty(); }
    [[nodiscard]] Attendance attendance() const;

    // By a code or a typed number. What is not on the list is no valid ticket of this event; why not, nobody can say here.
    [[nodiscard]] DoorVerdict judge(const QString &shown, Instant now, const QString &door) const;
    // The number of what was shown; empty for a code that the house did not sign.
    [[nodiscard]] QString numberOf(const QString &shown) const;
    void setAdmitted(const QString &ticket, std::optional<Instant> at, const QString &door);

private:
    struct Shown {
        QString ticket = {};
        std::optional<qint32> generation = {};
        std::optional<quint32> event = {};
    };
    [[nodiscard]] Shown read(const QString &shown) const;

    EventId m_event;
    QHash<qint32, QByteArray> m_keys;
    QHash<QString, DoorListEntry> m_tickets; // by number
    QSet<QString> m_unpaid; // numbers
    QSet<QString> m_released; // of those whose places were given free
    std::optional<qint32> m_next;
    bool m_isWhole = false;
    Instant m_taken = Instant::max();
};

} // namespace parterre
