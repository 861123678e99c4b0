// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/seriesrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

Result<QList<SeriesEvent>> eventsIn(const Result<Rows> &rows)
{
    if (!rows)
        return rows.error();
    QList<SeriesEvent> events;
    for (const Row &row : *rows)
        events.append({.event = row.id<EventId>("id"_L1), .start = row.instant("starts"_L1)});
    return events;
}

} // namespace

Result<void> SeriesRepository::insert(const StoredSeries &series, const AuditContext &audit)
{
    const Result<Rows> inserted = m_database.run("series.insert"_L1, {{"id"_L1, series.id},
                                                                     {"rule"_L1, series.rule},
                                                                     {"first_start"_L1, toIsoLocal(series.firstStart)},
                                                                     {"request_hash"_L1, QString::fromLatin1(series.requestHash.toHex())},
                                                                     {"created"_L1, audit.at},
                                                                     {"created_by"_L1, audit.actor}});
    if (!inserted)
        return inserted.error();
    return AuditRepository(m_database)
        .append({.context = audit,
                 .action = u"series.created"_s,
                 .objectKind = u"series"_s,
                 .objectId = series.id.toString(),
                 .after = {{u"rule"_s, series.rule}, {u"firstStart"_s, toIsoLocal(series.firstStart)}}});
}

Result<StoredSeries> SeriesRepository::get(const SeriesId &id)
{
    const Result<Rows> rows = m_database.run("series.get"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    const Row &row = rows->front();
    return StoredSeries {.id = id,
                         .rule = row.text("rule"_L1),
                         .firstStart = fromIsoLocal(row.text("first_start"_L1)).value_or(LocalTime()),
                         .requestHash = QByteArray::fromHex(row.text("request_hash"_L1).toLatin1())};
}

Result<QList<SeriesEvent>> SeriesRepository::events(const SeriesId &id)
{
    return eventsIn(m_database.run("events.of_series"_L1, {{"series"_L1, id}}));
}

Result<QList<SeriesEvent>> SeriesRepository::cancellable(const SeriesId &id, Instant from)
{
    return eventsIn(m_database.run("events.cancellable_of_series"_L1, {{"series"_L1, id}, {"from"_L1, from}}));
}

Result<QList<PlanVersionRef>> SeriesRepository::plans(const SeriesId &id)
{
    const Result<Rows> rows = m_database.run("events.plans_of_series"_L1, {{"series"_L1, id}});
    if (!rows)
        return rows.error();
    QList<PlanVersionRef> plans;
    for (const Row &row : *rows)
        plans.append({.id = row.id<PlanId>("plan"_L1), .version = row.int32("plan_version"_L1)});
    return plans;
}

} // namespace parterre::storage
