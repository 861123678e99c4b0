// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/venuerepository.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/searchtext.h"

#include <QHash>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// Turns venue rows into venues with their plans: one more statement, however many there are.
Result<QList<Venue>> withPlans(Database &database, const Result<Rows> &rows, const std::optional<VenueId> &only)
{
    if (!rows)
        return rows.error();
    const Result<Rows> plans = database.run("plans.newest_of_venues"_L1, {{"every_venue"_L1, !only}, {"venue"_L1, only}});
    if (!plans)
        return plans.error();
    QHash<VenueId, QList<PlanSummary>> byVenue;
    for (const Row &row : *plans) {
        byVenue[row.id<VenueId>("venue"_L1)].append({.ref = {.id = row.id<PlanId>("plan"_L1), .version = row.int32("version"_L1), .hash = row.text("hash"_L1)},
                                                     .name = row.text("name"_L1),
                                                     .seats = row.int32("seats"_L1),
                                                     .hall = row.maybeText("hall"_L1)});
    }
    QList<Venue> venues;
    for (const Row &row : *rows) {
        const auto id = row.id<VenueId>("id"_L1);
        venues.append({id, row.text("name"_L1), row.text("address"_L1), row.text("time_zone"_L1), byVenue.value(id), row.int32("version"_L1), row.maybeText("logo"_L1)});
    }
    return venues;
}

Result<Venue> onlyOne(Database &database, const Result<Rows> &rows)
{
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    Result<QList<Venue>> venues = withPlans(database, rows, rows->front().id<VenueId>("id"_L1));
    return venues ? Result<Venue>(venues->constFirst()) : venues.error();
}

// For the audit.
QJsonObject contentOf(const VenueDefinition &venue)
{
    return {{u"name"_s, venue.name}, {u"address"_s, venue.address}, {u"timeZone"_s, venue.timeZone}};
}

AuditEvent noted(const AuditContext &audit, const QString &action, const VenueId &id, const QJsonObject &before, const QJsonObject &after)
{
    return {.context = audit, .action = action, .objectKind = u"venue"_s, .objectId = id.toString(), .before = before, .after = after};
}

} // namespace

Result<void> VenueRepository::insert(const Venue &venue, const AuditContext &audit)
{
    const Result<Rows> inserted = m_database.run("venues.insert"_L1, {{"id"_L1, venue.id},
                                                                     {"name"_L1, venue.name},
                                                                     {"address"_L1, venue.address},
                                                                     {"time_zone"_L1, venue.timeZone},
                                                                     {"search_text"_L1, foldForSearch(venue.name)}});
    if (!inserted)
        return inserted.error();
    return AuditRepository(m_database).append(noted(audit, u"venue.created"_s, venue.id, {}, contentOf(definitionOf(venue))));
}

Result<Venue> VenueRepository::update(const Venue &before, const VenueDefinition &after, const AuditContext &audit)
{
    const Result<Rows> updated = m_database.run("venues.update"_L1, {{"id"_L1, before.id},
                                                                    {"version"_L1, before.version},
                                                                    {"name"_L1, after.name},
                                                                    {"address"_L1, after.address},
                                                                    {"time_zone"_L1, after.timeZone},
                                                                    {"search_text"_L1, foldForSearch(after.name)}});
    if (!updated)
        return updated.error();
    if (updated->empty())
        return ErrorCode::StaleVersion;
    const Result<void> kept = AuditRepository(m_database).append(noted(audit, u"venue.updated"_s, before.id, contentOf(definitionOf(before)), contentOf(after)));
    return kept ? get(before.id) : Result<Venue>(kept.error());
}

Result<bool> VenueRepository::isUsed(const VenueId &id)
{
    const Result<Rows> rows = m_database.run("venues.is_used"_L1, {{"venue"_L1, id}});
    if (!rows)
        return rows.error();
    return rows->front().boolean("used"_L1);
}

Result<void> VenueRepository::remove(const Venue &venue, const AuditContext &audit)
{
    if (const Result<void> logo = PosterRepository(m_database).removeLogo(venue.id, audit); !logo && logo.error().code != ErrorCode::NotFound)
        return logo;
    const Result<Rows> deleted = m_database.run("venues.delete"_L1, {{"id"_L1, venue.id}, {"version"_L1, venue.version}});
    if (!deleted) // a plan or draft that came meanwhile keeps it
        return deleted.error().code == ErrorCode::NotFound ? Error {.code = ErrorCode::VenueInUse} : deleted.error();
    if (deleted->empty())
        return ErrorCode::StaleVersion;
    return AuditRepository(m_database).append(noted(audit, u"venue.deleted"_s, venue.id, contentOf(definitionOf(venue)), {}));
}

Result<Venue> VenueRepository::findByName(const QString &name)
{
    return onlyOne(m_database, m_database.run("venues.find_by_name"_L1, {{"name"_L1, name}}));
}

Result<Venue> VenueRepository::get(const VenueId &id)
{
    return onlyOne(m_database, m_database.run("venues.get"_L1, {{"id"_L1, id}}));
}

Result<QList<Venue>> VenueRepository::list()
{
    return withPlans(m_database, m_database.run("venues.list"_L1), std::nullopt);
}

} // namespace parterre::storage
