// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/seriesservice.h"

#include "backend/services/seriesediting.h"
#include "backend/services/storedplan.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "backend/storage/storage.h"
#include "shared/domain/eventrules.h"

#include <algorithm>

namespace parterre::services {

namespace {

// By which the house's times are meant; an unknown one falls back to UTC, as it does where they are shown.
QTimeZone zoneOf(const Venue &venue)
{
    const QTimeZone zone(venue.timeZone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

Result<PlannedSeries> readPlanned(storage::Database &database, const SeriesDraft &draft)
{
    const Result<StoredPlan> stored = readStoredPlan(database, draft.definition.plan, draft.definition.planVersion);
    if (!stored)
        return stored.error();
    const Result<Venue> venue = storage::VenueRepository(database).get(stored->venue);
    if (!venue)
        return venue.error();
    PlanOfEvent plan {.ref = stored->ref, .venue = stored->venue};
    for (const Category &category : stored->plan.categories)
        plan.categoryKeys.append(category.key);
    return planSeries(draft, plan, zoneOf(*venue));
}

} // namespace

SeriesService::SeriesService(storage::Storage &storage, const Clock &clock, QObject *parent) : QObject(parent), m_storage(storage), m_clock(clock) {}

void SeriesService::expand(const SeriesQuestion &question, Done<SeriesPreview> done)
{
    m_storage.read(this, [question](storage::Database &database) { return preview(database, question); }, std::move(done));
}

Result<SeriesPreview> SeriesService::preview(storage::Database &database, const SeriesQuestion &question)
{
    const Result<VenueId> house = storage::PlanRepository(database).venue(question.plan);
    if (!house)
        return house.error();
    const Result<Venue> venue = storage::VenueRepository(database).get(*house);
    if (!venue)
        return venue.error();
    const SeriesDraft draft {.definition = {.start = question.start}, .dates = question.dates, .overrides = question.overrides};
    const Result<PlannedSeries> planned = planSeries(draft, {}, zoneOf(*venue));
    if (!planned)
        return planned.error();
    SeriesPreview preview {.timeZone = venue->timeZone};
    for (const PlannedDate &date : planned->dates)
        preview.dates.append({.date = date.date, .start = date.definition.start});
    const auto [first, last] = std::minmax_element(preview.dates.cbegin(), preview.dates.cend(), [](const SeriesDate &a, const SeriesDate &b) { return a.start < b.start; });
    const std::chrono::minutes duration(question.durationMinutes);
    constexpr std::chrono::minutes kLongest {EventLimits::kDurationMinutes};
    const Result<QList<storage::HallEvent>> others = storage::EventRepository(database).inHall(question.plan, first->start - kLongest, last->start + duration + std::chrono::minutes(1));
    if (!others)
        return others.error();
    preview.dates = withConflicts(preview.dates, duration, *others);
    return preview;
}

void SeriesService::create(const Caller &caller, SeriesId series, const SeriesDraft &draft, Done<QList<SeriesEvent>> done)
{
    m_storage.read(this, [draft](storage::Database &database) { return readPlanned(database, draft); },
                   [this, series, draft, audit = caller.audit(m_clock.utcNow()), done = std::move(done)](const Result<PlannedSeries> &planned) {
                       if (!planned) {
                           done(planned.error());
                           return;
                       }
                       m_storage.write(this, [series, draft, planned = *planned, audit](storage::Database &database) { return createSeries(database, series, draft, planned, audit); }, done);
                   });
}

} // namespace parterre::services
