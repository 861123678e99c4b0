// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"

class QSqlError;

namespace parterre::storage {

// The one place where a driver's failure becomes an Error, by native code. PostgreSQL's class 08, 57P0x or no code at all
// and SQLite's file errors mean StorageUnavailable; see Database::run for the others.
// `detail` holds `what` and the first line of the driver's message: the rest of it may repeat personal data.
[[nodiscard]] Error errorFromSql(Engine engine, const QSqlError &error, const QString &what);

} // namespace parterre::storage
