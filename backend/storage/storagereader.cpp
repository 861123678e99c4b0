// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/storagereader.h"

namespace parterre::storage {

StorageReader::StorageReader(DatabaseConfig config, const ClosingTime &closing) : m_database(std::move(config), &closing) {}

} // namespace parterre::storage
