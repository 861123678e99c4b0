// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/checkin.h"
#include "shared/domain/doorlist.h"

#include <QHash>
#include <QSet>

namespace parterre {

// The valid tickets of one event as the server last said, with the house's public keys: enough to decide at a door that has
// no connection. Believes only pages that are signed.
class DoorList
{
public:
    DoorList() = default;
    DoorList(const EventId &event, const QHash<qint32, QByteArray> &keys) : m_event(event), m_keys(keys) {}

    // False: the signature is wrong, nothing was added.
    [[nodiscard]] bool add(const DoorListPage &page, qint32 keyId, const QByteArray &signature);

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
    Instant m_taken = Instant::max();
};

} // namespace parterre
