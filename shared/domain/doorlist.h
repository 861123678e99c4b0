// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace parterre {

// A ticket as a door without a connection knows it. No names: the list lies around on many computers.
struct DoorListEntry {
    QString ticket = {};                    // its number
    QString label = {};
    QString ticketType = {};                // by its name
    qint32 generation = 0;                  // of the code that is valid
    std::optional<Instant> admitted = {};   // when somebody came in with it
    std::optional<QString> door = {};

    friend bool operator==(const DoorListEntry &, const DoorListEntry &) = default;
};

// A part of the valid tickets of an event as they were at a moment.
struct DoorListPage {
    EventId event = {};
    Instant taken = {};
    QList<DoorListEntry> tickets = {};
    QStringList unpaid = {};                // numbers of those that are reserved: nobody comes in with them, so nothing signs them
    QStringList released = {};              // of those whose places were given free: as little
};

// What the house signs of a page, with the key it signs tickets with: everything that decides who comes in.
[[nodiscard]] QByteArray bytesToSign(const DoorListPage &page);

} // namespace parterre
