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
    QStringList unpaid = {};                // numbers of those that are reserved
    QStringList released = {};              // of those whose places were given free
    std::optional<qint32> after = {};       // the place it begins after; the first begins at the first
    std::optional<qint32> next = {};        // the place the next page begins after; the last has none
};

// What the house signs of a page, with the key it signs tickets with: everything that decides who comes in, and everything that is shown;
// and between which pages it stands, so that none can be left out.
[[nodiscard]] QByteArray bytesToSign(const DoorListPage &page);
// What houses before 1.14 signed: who comes in with what, and whether somebody did already.
[[nodiscard]] QByteArray bytesToSignOfOld(const DoorListPage &page);

} // namespace parterre
