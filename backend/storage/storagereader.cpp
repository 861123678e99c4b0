// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/storagereader.h"

namespace parterre::storage {

StorageReader::StorageReader(DatabaseConfig config) : m_database(std::move(config)) {}

} // namespace parterre::storage
