// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/posterrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

Result<void> PosterRepository::put(const EventId &event, const Poster &poster, const AuditContext &audit)
{
    const Result<Rows> put = m_database.run("posters.put"_L1, {{"event"_L1, event},
                                                               {"hash"_L1, poster.hash},
                                                               {"format"_L1, toText(poster.format)},
                                                               {"width"_L1, poster.width},
                                                               {"height"_L1, poster.height},
                                                               {"bytes"_L1, poster.bytes}});
    if (!put)
        return put.error();
    return AuditRepository(m_database)
        .append({.context = audit,
                 .action = u"event.poster_set"_s,
                 .objectKind = u"event"_s,
                 .objectId = event.toString(),
                 .after = {{u"hash"_s, poster.hash}, {u"bytes"_s, poster.bytes.size()}}});
}

Result<void> PosterRepository::remove(const EventId &event, const AuditContext &audit)
{
    const Result<Rows> removed = m_database.run("posters.remove"_L1, {{"event"_L1, event}});
    if (!removed)
        return removed.error();
    if (removed->empty())
        return {ErrorCode::NotFound, u"the event has no poster"_s};
    return AuditRepository(m_database)
        .append({.context = audit,
                 .action = u"event.poster_removed"_s,
                 .objectKind = u"event"_s,
                 .objectId = event.toString(),
                 .before = {{u"hash"_s, removed->front().text("hash"_L1)}}});
}

Result<StoredPoster> PosterRepository::get(const EventId &event)
{
    const Result<Rows> rows = m_database.run("posters.get"_L1, {{"event"_L1, event}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    const Row &row = rows->front();
    return StoredPoster {.poster = {.hash = row.text("hash"_L1),
                                    .format = fromText<PosterFormat>(row.text("format"_L1)),
                                    .width = row.int32("width"_L1),
                                    .height = row.int32("height"_L1),
                                    .bytes = row.bytes("bytes"_L1)},
                         .state = fromText<EventState>(row.text("state"_L1))};
}

} // namespace parterre::storage
