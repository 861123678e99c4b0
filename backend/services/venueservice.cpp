// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/venueservice.h"

#include "backend/storage/repositories/venuerepository.h"
#include "backend/storage/storage.h"
#include "shared/core/localtime.h"

namespace parterre::services {

namespace {

// InvalidParams.
Result<VenueDefinition> tidied(const VenueDefinition &wanted)
{
    VenueDefinition tidy {.name = wanted.name.trimmed(), .address = wanted.address.trimmed(), .timeZone = wanted.timeZone};
    if (tidy.name.isEmpty())
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("definition.name: only space")};
    return tidy;
}

// One that a venue has already may have left the lists since.
Result<void> refuseUnknownZone(const VenueDefinition &wanted, const QString &before)
{
    if (wanted.timeZone == before || isTimeZoneName(wanted.timeZone))
        return {};
    return Error {.code = ErrorCode::TimeZoneUnknown, .detail = QStringLiteral("definition.timeZone: \"%1\"").arg(wanted.timeZone)};
}

Result<void> refuseStale(const Venue &venue, qint32 version)
{
    if (venue.version == version)
        return {};
    return Error {.code = ErrorCode::StaleVersion, .detail = QStringLiteral("the venue is version %1").arg(venue.version)};
}

Result<Venue> createVenue(storage::Database &database, const VenueId &id, const VenueDefinition &wanted, const storage::AuditContext &audit)
{
    storage::VenueRepository venues(database);
    if (Result<Venue> known = venues.get(id); known || known.error().code != ErrorCode::NotFound) {
        if (known && definitionOf(*known) != wanted)
            return ErrorCode::AlreadyExists;
        return known;
    }
    if (const Result<void> zone = refuseUnknownZone(wanted, {}); !zone)
        return zone.error();
    const Result<void> inserted = venues.insert({.id = id, .name = wanted.name, .address = wanted.address, .timeZone = wanted.timeZone}, audit);
    return inserted ? venues.get(id) : Result<Venue>(inserted.error());
}

Result<Venue> updateVenue(storage::Database &database, const VenueId &id, qint32 version, const VenueDefinition &wanted, const storage::AuditContext &audit)
{
    storage::VenueRepository venues(database);
    Result<Venue> before = venues.get(id);
    if (!before || definitionOf(*before) == wanted)
        return before;
    if (const Result<void> seen = refuseStale(*before, version); !seen)
        return seen.error();
    if (const Result<void> zone = refuseUnknownZone(wanted, before->timeZone); !zone)
        return zone.error();
    return venues.update(*before, wanted, audit);
}

Result<bool> deleteVenue(storage::Database &database, const VenueId &id, qint32 version, const storage::AuditContext &audit)
{
    storage::VenueRepository venues(database);
    const Result<Venue> venue = venues.get(id);
    if (!venue)
        return venue.error();
    if (const Result<void> seen = refuseStale(*venue, version); !seen)
        return seen.error();
    const Result<bool> used = venues.isUsed(id);
    if (!used || *used)
        return used ? Result<bool>(ErrorCode::VenueInUse) : used;
    const Result<void> removed = venues.remove(*venue, audit);
    return removed ? Result<bool>(true) : Result<bool>(removed.error());
}

} // namespace

VenueService::VenueService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent)
    : QObject(parent), m_events(events), m_storage(storage), m_clock(clock)
{
}

void VenueService::create(const Caller &caller, VenueId venue, const VenueDefinition &wanted, Done<Venue> done)
{
    const Result<VenueDefinition> tidy = tidied(wanted);
    if (!tidy)
        return done(tidy.error());
    m_storage.write(this, [venue, tidy = *tidy, audit = caller.audit(m_clock.utcNow())](storage::Database &database) { return createVenue(database, venue, tidy, audit); },
                    std::move(done));
}

void VenueService::update(const Caller &caller, VenueId venue, qint32 version, const VenueDefinition &wanted, Done<Venue> done)
{
    const Result<VenueDefinition> tidy = tidied(wanted);
    if (!tidy)
        return done(tidy.error());
    m_storage.write(this,
                    [venue, version, tidy = *tidy, audit = caller.audit(m_clock.utcNow())](storage::Database &database) {
                        return updateVenue(database, venue, version, tidy, audit);
                    },
                    [this, done = std::move(done)](const Result<Venue> &updated) {
                        if (updated)
                            m_events.takeVenue(*updated);
                        done(updated);
                    });
}

void VenueService::remove(const Caller &caller, VenueId venue, qint32 version, Done<bool> done)
{
    m_storage.write(this, [venue, version, audit = caller.audit(m_clock.utcNow())](storage::Database &database) { return deleteVenue(database, venue, version, audit); },
                    std::move(done));
}

} // namespace parterre::services
