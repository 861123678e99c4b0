// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/posterrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<KeptPoster>> keptIn(const Result<Rows> &rows)
{
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<KeptPoster>();
    return std::optional(KeptPoster {.hash = rows->front().text("hash"_L1), .bytes = rows->front().integer("size"_L1)});
}

Poster posterIn(const Row &row)
{
    return {.hash = row.text("hash"_L1),
            .format = fromText<PosterFormat>(row.text("format"_L1)),
            .width = row.int32("width"_L1),
            .height = row.int32("height"_L1),
            .bytes = row.bytes("bytes"_L1)};
}

AuditEvent noted(const AuditContext &audit, const QString &action, const VenueId &venue)
{
    return {.context = audit, .action = action, .objectKind = u"venue"_s, .objectId = venue.toString()};
}

} // namespace

Result<KeptPoster> PosterRepository::keep(const Poster &poster)
{
    const Result<Rows> kept = m_database.run("posters.keep"_L1, {{"hash"_L1, poster.hash},
                                                                 {"format"_L1, toText(poster.format)},
                                                                 {"width"_L1, poster.width},
                                                                 {"height"_L1, poster.height},
                                                                 {"bytes"_L1, poster.bytes}});
    if (!kept)
        return kept.error();
    return KeptPoster {.hash = poster.hash, .bytes = poster.bytes.size()};
}

Result<std::optional<KeptPoster>> PosterRepository::of(const EventId &event)
{
    return keptIn(m_database.run("posters.lock_of_event"_L1, {{"event"_L1, event}}));
}

Result<void> PosterRepository::give(const EventId &event, const KeptPoster &poster, const AuditContext &audit)
{
    const Result<std::optional<KeptPoster>> before = of(event);
    if (!before)
        return before.error();
    if (const Result<Rows> given = m_database.run("posters.give"_L1, {{"event"_L1, event}, {"hash"_L1, poster.hash}}); !given)
        return given.error();
    if (const Result<void> gone = *before ? forgetUnused((*before)->hash) : Result<void>(); !gone)
        return gone;
    return AuditRepository(m_database)
        .append({.context = audit,
                 .action = u"event.poster_set"_s,
                 .objectKind = u"event"_s,
                 .objectId = event.toString(),
                 .after = {{u"hash"_s, poster.hash}, {u"bytes"_s, poster.bytes}}});
}

Result<void> PosterRepository::put(const EventId &event, const Poster &poster, const AuditContext &audit)
{
    const Result<KeptPoster> kept = keep(poster);
    return kept ? give(event, *kept, audit) : Result<void>(kept.error());
}

Result<void> PosterRepository::remove(const EventId &event, const AuditContext &audit)
{
    const Result<std::optional<KeptPoster>> before = of(event);
    if (!before)
        return before.error();
    if (!*before)
        return {ErrorCode::NotFound, u"the event has no poster"_s};
    const QString hash = (*before)->hash;
    if (const Result<Rows> taken = m_database.run("posters.take"_L1, {{"event"_L1, event}}); !taken)
        return taken.error();
    if (const Result<void> gone = forgetUnused(hash); !gone)
        return gone;
    return AuditRepository(m_database)
        .append({.context = audit, .action = u"event.poster_removed"_s, .objectKind = u"event"_s, .objectId = event.toString(), .before = {{u"hash"_s, hash}}});
}

Result<void> PosterRepository::forgetUnused(const QString &hash)
{
    const Result<Rows> gone = m_database.run("posters.forget_unused"_L1, {{"hash"_L1, hash}});
    return gone ? Result<void>() : gone.error();
}

Result<StoredPoster> PosterRepository::get(const EventId &event)
{
    const Result<Rows> rows = m_database.run("posters.get"_L1, {{"event"_L1, event}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    const Row &row = rows->front();
    return StoredPoster {.poster = posterIn(row), .state = fromText<EventState>(row.text("state"_L1))};
}

Result<std::optional<KeptPoster>> PosterRepository::logoOf(const VenueId &venue)
{
    return keptIn(m_database.run("posters.lock_of_venue"_L1, {{"venue"_L1, venue}}));
}

Result<void> PosterRepository::putLogo(const VenueId &venue, const Poster &logo, const AuditContext &audit)
{
    const Result<KeptPoster> kept = keep(logo);
    if (!kept)
        return kept.error();
    const Result<std::optional<KeptPoster>> before = logoOf(venue);
    if (!before)
        return before.error();
    if (const Result<Rows> given = m_database.run("posters.give_venue"_L1, {{"venue"_L1, venue}, {"hash"_L1, kept->hash}}); !given)
        return given.error();
    if (const Result<void> gone = *before ? forgetUnused((*before)->hash) : Result<void>(); !gone)
        return gone;
    AuditEvent event = noted(audit, u"venue.logo_set"_s, venue);
    event.after = {{u"hash"_s, kept->hash}, {u"bytes"_s, kept->bytes}};
    return AuditRepository(m_database).append(event);
}

Result<void> PosterRepository::removeLogo(const VenueId &venue, const AuditContext &audit)
{
    const Result<std::optional<KeptPoster>> before = logoOf(venue);
    if (!before)
        return before.error();
    if (!*before)
        return {ErrorCode::NotFound, u"the venue has no logo"_s};
    const QString hash = (*before)->hash;
    if (const Result<Rows> taken = m_database.run("posters.take_from_venue"_L1, {{"venue"_L1, venue}}); !taken)
        return taken.error();
    if (const Result<void> gone = forgetUnused(hash); !gone)
        return gone;
    AuditEvent event = noted(audit, u"venue.logo_removed"_s, venue);
    event.before = {{u"hash"_s, hash}};
    return AuditRepository(m_database).append(event);
}

Result<Poster> PosterRepository::logo(const VenueId &venue)
{
    const Result<Rows> rows = m_database.run("posters.get_of_venue"_L1, {{"venue"_L1, venue}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<Poster>(ErrorCode::NotFound) : posterIn(rows->front());
}

} // namespace parterre::storage
