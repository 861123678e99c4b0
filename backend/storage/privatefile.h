// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parterre::storage {

// Makes an empty file that only the server's own user can read, for SQLite to fill: it holds names and addresses. SQLite
// gives the files it keeps beside it (-wal, -shm) the same permissions. A file that is there stays as it is; whatever
// cannot be made is left for SQLite to complain about.
void makePrivateFile(const QString &path);

} // namespace parterre::storage
