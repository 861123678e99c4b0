// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/planrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"

#include <limits>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr qint32 kAfterAllVersions = std::numeric_limits<qint32>::max();

PlanSummary summaryFromRow(const Row &row)
{
    return {.ref = {.id = row.id<PlanId>("plan"_L1), .version = row.int32("version"_L1), .hash = row.text("hash"_L1)},
            .name = row.text("name"_L1),
            .seats = row.int32("seats"_L1),
            .hall = row.maybeText("hall"_L1)};
}

QJsonObject hallOf(const std::optional<QString> &hall)
{
    return hall ? QJsonObject {{u"hall"_s, *hall}} : QJsonObject();
}

Result<PlanSummary> onlySummary(const Result<Rows> &rows)
{
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<PlanSummary>(ErrorCode::NotFound) : summaryFromRow(rows->front());
}

} // namespace

Result<PlanVersionRef> PlanRepository::insertVersion(const NewPlanVersion &version, const AuditContext &audit)
{
    const Result<Rows> others = m_database.run(
        "plans.others_named"_L1, {{"venue"_L1, version.venue}, {"name"_L1, version.name}, {"plan"_L1, version.plan}});
    if (!others)
        return others.error();
    if (!others->empty())
        return {ErrorCode::AlreadyExists, u"the venue has another plan of this name"_s};
    const Result<Rows> newest = m_database.run("plans.newest_version"_L1, {{"plan"_L1, version.plan}});
    if (!newest)
        return newest.error();
    const PlanVersionRef ref {version.plan, newest->front().int32("version"_L1) + 1, version.hash};
    const Result<Rows> inserted = m_database.run("plans.insert_version"_L1, {{"plan"_L1, ref.id},
                                                                            {"version"_L1, ref.version},
                                                                            {"venue"_L1, version.venue},
                                                                            {"name"_L1, version.name},
                                                                            {"hash"_L1, ref.hash},
                                                                            {"seats"_L1, version.seats},
                                                                            {"document"_L1, QString::fromUtf8(version.document)},
                                                                            {"created"_L1, audit.at},
                                                                            {"design"_L1, version.design}});
    if (!inserted)
        return inserted.error();
    AuditEvent event {
        .context = audit,
        .action = u"plan.imported"_s,
        .objectKind = u"plan"_s,
        .objectId = ref.id.toString(),
        .after = {{u"name"_s, version.name},
                  {u"venue"_s, version.venue.toString()},
                  {u"version"_s, ref.version},
                  {u"hash"_s, ref.hash},
                  {u"seats"_s, version.seats}},
    };
    if (version.design)
        event.after.insert(u"design"_s, *version.design);
    if (Result<void> noted = AuditRepository(m_database).append(event); !noted)
        return noted.error();
    return ref;
}

Result<void> PlanRepository::addDesign(const PlanVersionRef &ref, const QString &design, const AuditContext &audit)
{
    const Result<Rows> added = m_database.run("plans.add_design"_L1, {{"plan"_L1, ref.id}, {"version"_L1, ref.version}, {"design"_L1, design}});
    if (!added)
        return added.error();
    if (added->empty())
        return {};
    return AuditRepository(m_database)
        .append({.context = audit,
                 .action = u"plan.design_added"_s,
                 .objectKind = u"plan"_s,
                 .objectId = ref.id.toString(),
                 .after = {{u"version"_s, ref.version}, {u"design"_s, design}}});
}

Result<PlanSummary> PlanRepository::setHall(const PlanId &plan, const std::optional<QString> &hall, const AuditContext &audit)
{
    Result<PlanSummary> summary = newest(plan);
    if (!summary || summary->hall == hall)
        return summary;
    const Result<Rows> written = hall ? m_database.run("plans.set_hall"_L1, {{"plan"_L1, plan}, {"hall"_L1, *hall}})
                                      : m_database.run("plans.remove_hall"_L1, {{"plan"_L1, plan}});
    if (!written)
        return written.error();
    const Result<void> noted = AuditRepository(m_database).append({.context = audit,
                                                                   .action = u"plan.hall_set"_s,
                                                                   .objectKind = u"plan"_s,
                                                                   .objectId = plan.toString(),
                                                                   .before = hallOf(summary->hall),
                                                                   .after = hallOf(hall)});
    if (!noted)
        return noted.error();
    summary->hall = hall;
    return summary;
}

Result<DesignPart> PlanRepository::design(const PlanId &plan, qint32 version, qint64 offset, qint32 count)
{
    const Result<Rows> rows
        = m_database.run("plans.design_part"_L1, {{"plan"_L1, plan}, {"version"_L1, version}, {"first"_L1, offset + 1}, {"count"_L1, count}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return {ErrorCode::NotFound, u"there is no design of this version"_s};
    const Row &row = rows->front();
    return DesignPart {.hash = row.text("hash"_L1), .size = row.integer("bytes"_L1), .bytes = row.bytes("part"_L1)};
}

Result<PlanDocument> PlanRepository::document(const PlanId &plan, qint32 version)
{
    const Result<Rows> rows = m_database.run("plans.document"_L1, {{"plan"_L1, plan}, {"version"_L1, version}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    const Row &row = rows->front();
    return PlanDocument {summaryFromRow(row), row.id<VenueId>("venue"_L1), row.text("document"_L1).toUtf8()};
}

Result<PlanSummary> PlanRepository::summary(const PlanId &plan, qint32 version)
{
    return onlySummary(m_database.run("plans.summary"_L1, {{"plan"_L1, plan}, {"version"_L1, version}}));
}

Result<PlanSummary> PlanRepository::newest(const PlanId &plan)
{
    return onlySummary(m_database.run("plans.newest"_L1, {{"plan"_L1, plan}}));
}

Result<VenueId> PlanRepository::venue(const PlanId &plan)
{
    const Result<Rows> rows = m_database.run("plans.venue"_L1, {{"plan"_L1, plan}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<VenueId>(ErrorCode::NotFound) : rows->front().id<VenueId>("venue"_L1);
}

Result<PlanVersionPage> PlanRepository::versions(const PlanId &plan, std::optional<qint32> before, qint32 limit)
{
    // One more than asked for shows whether there are more.
    const Result<Rows> rows = m_database.run("plans.versions"_L1, {{"plan"_L1, plan}, {"before"_L1, before.value_or(kAfterAllVersions)}, {"limit"_L1, limit + 1}});
    if (!rows)
        return rows.error();
    if (rows->empty()) {
        if (const Result<PlanSummary> known = newest(plan); !known)
            return known.error();
    }
    PlanVersionPage page;
    for (const Row &row : *rows) {
        if (page.versions.size() == limit) {
            page.next = page.versions.constLast().ref.version;
            break;
        }
        page.versions.append({.ref = {.id = row.id<PlanId>("plan"_L1), .version = row.int32("version"_L1), .hash = row.text("hash"_L1)},
                              .publishedAt = row.instant("created"_L1),
                              .seats = row.int32("seats"_L1),
                              .hasDesign = row.boolean("has_design"_L1)});
    }
    return page;
}

Result<PlanSummary> PlanRepository::findByName(const VenueId &venue, const QString &name)
{
    return onlySummary(m_database.run("plans.find_by_name"_L1, {{"venue"_L1, venue}, {"name"_L1, name}}));
}

} // namespace parterre::storage
