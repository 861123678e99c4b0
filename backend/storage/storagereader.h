// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"

#include <QObject>

namespace parterre::storage {

// A connection that only reads, at home on its own thread.
class StorageReader : public QObject
{
    Q_OBJECT

public:
    StorageReader(DatabaseConfig config, const ClosingTime &closing);

    [[nodiscard]] Database &database() { return m_database; }

private:
    Database m_database;
};

} // namespace parterre::storage
