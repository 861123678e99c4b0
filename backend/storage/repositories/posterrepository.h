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

// A picture that is there, and stays as long as the transaction.
struct KeptPoster {
    QString hash = {};
    qint64 bytes = 0;
};

// The posters of events and the logos of venues, at most one each; their hashes are in the listings. A picture stands once,
// however many have it, and goes with the last of them.
class PosterRepository
{
public:
    explicit PosterRepository(Database &database) : m_database(database) {}

    // To be given to an event in the same transaction.
    [[nodiscard]] Result<KeptPoster> keep(const Poster &poster);
    // Nothing: the event has none, or is not there.
    [[nodiscard]] Result<std::optional<KeptPoster>> of(const EventId &event);
    // In the place of the one before. NotFound: the event.
    [[nodiscard]] Result<void> give(const EventId &event, const KeptPoster &poster, const AuditContext &audit);
    // Keeps it and gives it.
    [[nodiscard]] Result<void> put(const EventId &event, const Poster &poster, const AuditContext &audit);
    // NotFound: the event has none.
    [[nodiscard]] Result<void> remove(const EventId &event, const AuditContext &audit);
    [[nodiscard]] Result<StoredPoster> get(const EventId &event); // NotFound

    // In the place of the logo before. NotFound: the venue.
    [[nodiscard]] Result<void> putLogo(const VenueId &venue, const Poster &logo, const AuditContext &audit);
    // NotFound: the venue has none.
    [[nodiscard]] Result<void> removeLogo(const VenueId &venue, const AuditContext &audit);
    [[nodiscard]] Result<Poster> logo(const VenueId &venue); // NotFound

private:
    [[nodiscard]] Result<std::optional<KeptPoster>> logoOf(const VenueId &venue);
    [[nodiscard]] Result<void> forgetUnused(const QString &hash);

    Database &m_database;
};

} // namespace parterre::storage
