// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/seriesservice.h"

#include "backend/services/eventdirectory.h"
#include "backend/services/storedplan.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/seriesrepository.h"
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
    return planSeries(draft, placedIn(*stored), zoneOf(*venue));
}

} // namespace

SeriesService::SeriesService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent)
    : QObject(parent), m_events(events), m_storage(storage), m_clock(clock)
{
}

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

void SeriesService::create(const Caller &caller, SeriesId series, const SeriesDraft &draft, const std::optional<EventId> &posterOf, Done<QList<SeriesEvent>> done)
{
    m_storage.read(this, [draft](storage::Database &database) { return readPlanned(database, draft); },
                   [this, series, draft, posterOf, audit = caller.audit(m_clock.utcNow()), done = std::move(done)](const Result<PlannedSeries> &planned) {
                       if (!planned) {
                           done(planned.error());
                           return;
                       }
                       m_storage.write(this,
                                       [series, draft, planned = *planned, posterOf, audit](storage::Database &database) {
                                           return createSeries(database, series, draft, planned, posterOf, audit);
                                       },
                                       done);
                   });
}

// On a reader's thread, because large plans take their time.
Result<SeriesService::Ground> SeriesService::readGround(storage::Database &database, SeriesId series)
{
    storage::SeriesRepository repository(database);
    if (const Result<storage::StoredSeries> known = repository.get(series); !known)
        return known.error();
    const Result<QList<SeriesEvent>> dates = repository.events(series);
    if (!dates)
        return dates.error();
    const Result<QList<PlanVersionRef>> plans = repository.plans(series);
    if (!plans)
        return plans.error();
    Ground ground {.zone = QTimeZone::utc()};
    for (const SeriesEvent &date : *dates)
        ground.events.append(date.event);
    for (const PlanVersionRef &plan : *plans) {
        const Result<StoredPlan> stored = readStoredPlan(database, plan.id, plan.version);
        if (!stored)
            return stored.error();
        const Result<Venue> venue = storage::VenueRepository(database).get(stored->venue);
        if (!venue)
            return venue.error();
        ground.plans.append(placedIn(*stored));
        ground.zone = zoneOf(*venue);
    }
    return ground;
}

void SeriesService::update(const Caller &caller, SeriesId series, const SeriesEditing &editing, Done<QList<SeriesChange>> done)
{
    const auto audit = caller.audit(m_clock.utcNow());
    write(series, [=](storage::Database &database, const Ground &ground) { return updateSeries(database, series, editing, ground.plans, ground.zone, audit); }, done);
}

void SeriesService::setState(const Caller &caller, SeriesId series, EventState state, const std::optional<Instant> &from, Done<QList<SeriesChange>> done)
{
    const auto audit = caller.audit(m_clock.utcNow());
    write(series, [=](storage::Database &database, const Ground &ground) { return setSeriesState(database, series, state, from, ground.zone, audit); }, done);
}

void SeriesService::write(SeriesId series, const Store &store, const Done<QList<SeriesChange>> &done)
{
    m_storage.read(this, [series](storage::Database &database) { return readGround(database, series); }, [this, store, done](const Result<Ground> &ground) {
        if (!ground) {
            done(ground.error());
            return;
        }
        m_storage.write(this, [store, ground = *ground](storage::Database &database) { return store(database, ground); },
                        [this, events = ground->events, done](const Result<ChangedSeries> &written) { settle(events, written, done); });
    });
}

void SeriesService::settle(const QList<EventId> &events, const Result<ChangedSeries> &written, const Done<QList<SeriesChange>> &done)
{
    if (!written) {
        if (written.error().code == ErrorCode::OutcomeUnknown) {
            for (const EventId &event : events)
                m_events.takeFromStore(event, [] {});
        }
        done(written.error());
        return;
    }
    for (const Event &event : written->events)
        m_events.take(event, nullptr);
    done(written->changes);
}

} // namespace parterre::services
