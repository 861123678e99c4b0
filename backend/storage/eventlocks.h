// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/event.h"

#include <QHash>

namespace parterre::storage {

class Database;

// What transactions about events and their places wait for each other with, until they end. When each of these is taken, and what before
// and after it, is in the README of this folder.

// How they stand, and that they stay so. One that is gone is not among them.
[[nodiscard]] Result<QHash<EventId, EventState>> keepStates(Database &database, const QList<EventId> &events);
// Nobody else gives their places owners, or blocks them.
[[nodiscard]] Result<void> lockPlaces(Database &database, const QList<EventId> &events);
// Nobody else changes them, or relies on how they stand; nor on how their places do.
[[nodiscard]] Result<void> lockEvents(Database &database, const QList<EventId> &events);

} // namespace parterre::storage
