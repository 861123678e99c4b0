// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/blockrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/eventlocks.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/rowset.h"
#include "shared/core/utctime.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

std::optional<BlockRelease> releaseFromRow(const Row &row)
{
    BlockRelease release {.at = row.maybeInstant("release_at"_L1), .isConfirmed = row.boolean("release_confirmed"_L1)};
    if (!row.isNull("release_minutes"_L1))
        release.minutesBefore = row.int32("release_minutes"_L1);
    return release.at || release.minutesBefore ? std::optional(release) : std::nullopt;
}

Block blockFromRow(const Row &row)
{
    return {.kind = fromText<BlockKind>(row.text("kind"_L1)), .reason = row.text("reason"_L1), .created = row.instant("created"_L1), .release = releaseFromRow(row)};
}

// Of one that was read with who made it; without places.
Block wholeBlockFromRow(const Row &row, const EventId &event)
{
    Block block = blockFromRow(row);
    block.id = row.id<BlockId>("id"_L1);
    block.event = event;
    block.createdBy = {.id = row.id<UserId>("created_by"_L1),
                       .name = row.text("created_by_name"_L1),
                       .role = roleFromName(row.text("created_by_role"_L1)).value_or(Role::Manager)};
    return block;
}

// What is bound for a release.
Bindings bound(const std::optional<BlockRelease> &release)
{
    const BlockRelease rule = release.value_or(BlockRelease());
    return {{"release_at"_L1, rule.at}, {"release_minutes"_L1, rule.minutesBefore}, {"release_confirmed"_L1, rule.isConfirmed}};
}

// For the audit.
QJsonObject noted(const std::optional<BlockRelease> &release)
{
    QJsonObject json;
    if (!release)
        return json;
    if (release->at)
        json.insert(u"at"_s, toIsoUtc(*release->at));
    if (release->minutesBefore)
        json.insert(u"minutesBefore"_s, *release->minutesBefore);
    json.insert(u"confirmed"_s, release->isConfirmed);
    return json;
}

QJsonArray noted(const QList<qint32> &places)
{
    QJsonArray json;
    for (const qint32 place : places)
        json.append(place);
    return json;
}

AuditEvent auditOf(const AuditContext &context, const QString &action, const BlockId &block, const QJsonObject &before, const QJsonObject &after)
{
    return {.context = context, .action = action, .objectKind = u"block"_s, .objectId = block.toString(), .before = before, .after = after};
}

QList<qint32> placesOf(const Rows &rows)
{
    QList<qint32> places;
    for (const Row &row : rows)
        places.append(row.int32("place"_L1));
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace

Result<void> BlockRepository::refuseTaken(const Block &block)
{
    RowSet places(m_database.engine(), {"event"_L1, "place"_L1});
    for (const qint32 place : block.places)
        places << block.event << place;
    for (const auto &[statement, code] : {std::pair("tickets.live_among"_L1, ErrorCode::SeatTaken), std::pair("blocks.places_among"_L1, ErrorCode::AlreadyBlocked)}) {
        const Result<Rows> found = m_database.runRows(statement, places);
        if (!found)
            return found.error();
        if (!found->empty())
            return Error {.code = code, .places = placesOf(*found), .event = block.event};
    }
    return {};
}

Result<void> BlockRepository::insert(const Block &block, const AuditContext &audit)
{
    const Result<std::optional<Block>> known = find(block.id);
    if (!known)
        return known.error();
    if (*known)
        return (*known)->event == block.event && (*known)->created == block.created ? Result<void>() : Error {.code = ErrorCode::AlreadyExists};
    const Result<QHash<EventId, EventState>> states = keepStates(m_database, {block.event});
    if (!states)
        return states.error();
    if (states->value(block.event, EventState::Cancelled) == EventState::Cancelled)
        return Error {.code = ErrorCode::SaleClosed, .event = block.event};
    if (Result<void> locked = lockPlaces(m_database, {block.event}); !locked)
        return locked;
    if (const Result<void> free = refuseTaken(block); !free)
        return free;
    Bindings values {{"id"_L1, block.id},           {"event"_L1, block.event},     {"kind"_L1, toText(block.kind)},
                     {"reason"_L1, block.reason},   {"created"_L1, block.created}, {"created_by"_L1, block.createdBy.id}};
    for (const auto &release : bound(block.release))
        values.push_back(release);
    if (const Result<Rows> inserted = m_database.run("blocks.insert"_L1, values); !inserted)
        return inserted.error();
    RowSet places(m_database.engine(), {"event"_L1, "place"_L1, "block"_L1});
    for (const qint32 place : block.places)
        places << block.event << place << block.id;
    if (const Result<Rows> inserted = m_database.runRows("blocks.insert_place"_L1, places); !inserted)
        return inserted.error();
    return AuditRepository(m_database)
        .append(auditOf(audit, u"block.created"_s, block.id, {},
                        {{u"event"_s, block.event.toString()},
                         {u"kind"_s, toText(block.kind)},
                         {u"reason"_s, block.reason},
                         {u"places"_s, noted(block.places)},
                         {u"release"_s, noted(block.release)}}));
}

Result<std::optional<Block>> BlockRepository::find(const BlockId &block)
{
    const Result<Rows> rows = m_database.run("blocks.get"_L1, {{"id"_L1, block}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<Block>();
    const Row &row = rows->front();
    Block found = blockFromRow(row);
    found.id = block;
    found.event = row.id<EventId>("event"_L1);
    found.createdBy.id = row.id<UserId>("created_by"_L1);
    return std::optional(found);
}

Result<QList<Block>> BlockRepository::ofEvent(const EventId &event)
{
    const Result<Rows> rows = m_database.run("blocks.of_event"_L1, {{"event"_L1, event}});
    if (!rows)
        return rows.error();
    const Result<Rows> places = rows->empty() ? Result<Rows>(Rows()) : m_database.run("blocks.places_of_event"_L1, {{"event"_L1, event}});
    if (!places)
        return places.error();
    QHash<BlockId, QList<qint32>> byBlock;
    for (const Row &row : *places)
        byBlock[row.id<BlockId>("block"_L1)].append(row.int32("place"_L1));
    QList<Block> blocks;
    for (const Row &row : *rows) {
        Block block = wholeBlockFromRow(row, event);
        block.places = byBlock.value(block.id);
        if (!block.places.isEmpty())
            blocks.append(block);
    }
    return blocks;
}

Result<QList<Block>> BlockRepository::ofPlaces(const EventId &event, const QList<qint32> &places)
{
    RowSet asked(m_database.engine(), {"event"_L1, "place"_L1});
    for (const qint32 place : places)
        asked << event << place;
    const Result<Rows> rows = m_database.runRows("blocks.of_places"_L1, asked);
    if (!rows)
        return rows.error();
    QList<Block> blocks;
    QHash<BlockId, qsizetype> positions;
    for (const Row &row : *rows) {
        const auto id = row.id<BlockId>("id"_L1);
        if (!positions.contains(id)) {
            positions.insert(id, blocks.size());
            blocks.append(wholeBlockFromRow(row, event));
        }
        blocks[positions.value(id)].places.append(row.int32("place"_L1));
    }
    for (Block &block : blocks)
        std::sort(block.places.begin(), block.places.end());
    std::sort(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) { return std::tie(a.created, a.id) < std::tie(b.created, b.id); });
    return blocks;
}

Result<bool> BlockRepository::anyOf(const EventId &event)
{
    const Result<Rows> rows = m_database.run("blocks.any_of_event"_L1, {{"event"_L1, event}});
    return rows ? Result<bool>(rows->front().boolean("blocked"_L1)) : rows.error();
}

Result<void> BlockRepository::lockPlacesOf(const QList<BlockedPlaces> &places)
{
    RowSet blocks(m_database.engine(), {"id"_L1});
    for (const BlockedPlaces &ofBlock : places)
        blocks << ofBlock.block;
    const Result<Rows> rows = m_database.runRows("blocks.events_among"_L1, blocks);
    if (!rows)
        return rows.error();
    QList<EventId> events;
    for (const Row &row : *rows)
        events.append(row.id<EventId>("event"_L1));
    return events.isEmpty() ? Result<void>() : lockPlaces(m_database, events);
}

Result<void> BlockRepository::release(const BlockedPlaces &places, const AuditContext &audit)
{
    RowSet rows(m_database.engine(), {"block"_L1, "place"_L1});
    for (const qint32 place : places.places)
        rows << places.block << place;
    const Result<Rows> released = m_database.runRows("blocks.release_place"_L1, rows);
    if (!released)
        return released.error();
    if (const Result<Rows> deleted = m_database.run("blocks.delete_empty"_L1, {{"id"_L1, places.block}}); !deleted)
        return deleted.error();
    if (released->empty())
        return {};
    return AuditRepository(m_database).append(auditOf(audit, u"block.released"_s, places.block, {{u"places"_s, noted(placesOf(*released))}}, {}));
}

Result<void> BlockRepository::setRelease(const BlockRule &rule, const AuditContext &audit)
{
    const Result<std::optional<Block>> before = find(rule.block);
    if (!before)
        return before.error();
    if (!*before)
        return ErrorCode::NotFound;
    if ((*before)->release == rule.release)
        return {};
    Bindings values {{"id"_L1, rule.block}};
    for (const auto &part : bound(rule.release))
        values.push_back(part);
    if (const Result<Rows> set = m_database.run("blocks.set_release"_L1, values); !set)
        return set.error();
    return AuditRepository(m_database)
        .append(auditOf(audit, u"block.release_set"_s, rule.block, {{u"release"_s, noted((*before)->release)}}, {{u"release"_s, noted(rule.release)}}));
}

} // namespace parterre::storage
