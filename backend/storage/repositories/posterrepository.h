// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/event.h"
#include "shared/domain/poster.h"

namespace parterre::storage {

class Database;

struct StoredPoster {
    Poster poster = {};
    EventState state = EventState::Draft; // of the event
};

// The posters of events, at most one each; their hashes are in the listing.
class PosterRepository
{
public:
    explicit PosterRepository(Database &database) : m_database(database) {}

    // In the place of the one before. NotFound: the event.
    [[nodiscard]] Result<void> put(const EventId &event, const Poster &poster, const AuditContext &audit);
    // NotFound: the event has none.
    [[nodiscard]] Result<void> remove(const EventId &event, const AuditContext &audit);
    [[nodiscard]] Result<StoredPoster> get(const EventId &event); // NotFound

private:
    Database &m_database;
};

} // namespace parterre::storage
