// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventediting.h"
#include "backend/services/storedplan.h"
#include "backend/storage/repositories/eventrepository.h"
#include "shared/domain/seriesedit.h"

#include <QTimeZone>

namespace parterre::services {

// One event that a series is to have.
struct PlannedDate {
    LocalTime date = {};            // as the rule has it
    EventDefinition definition = {};
};

// All that is known of a series before it is written.
struct PlannedSeries {
    PlanOfEvent plan = {};
    LocalTime firstStart = {};      // by the clock of the house
    QList<PlannedDate> dates = {};
};

// What events in that plan need to know of it.
[[nodiscard]] PlanOfEvent placedIn(const StoredPlan &stored);

// The events that a draft makes at a house with that clock. EventInvalid: an override is of no date, or the second of one.
// Otherwise as calendar::datesOf().
[[nodiscard]] Result<PlannedSeries> planSeries(const SeriesDraft &draft, const PlanOfEvent &plan, const QTimeZone &zone);

// In the caller's transaction: the series and all of its events, as drafts, with the poster of `posterOf` if that has one. What was done already, as after a lost answer,
// is not done again, and answers what is there. AlreadyExists: another series has the id. EventInvalid, with the date.
[[nodiscard]] Result<QList<SeriesEvent>> createSeries(storage::Database &database, const SeriesId &id, const SeriesDraft &draft, const PlannedSeries &planned,
                                                      const std::optional<EventId> &posterOf, const storage::AuditContext &audit);

// What was done to a series, and the events that it was done to, as they are stored now.
struct ChangedSeries {
    QList<SeriesChange> changes = {};   // of all that were looked at
    QList<Event> events = {};           // that were changed
};

// One date of a series as it was, and as it is to be; the others follow where they have nothing of their own.
struct SeriesEditing {
    EventDefinition before = {};
    EventDefinition after = {};
    std::optional<Instant> from = {};   // dates before it stay
};

// In the caller's transaction; these plans need not be read then. Cancelled dates stay. NotFound: no such series.
// EventInvalid, with the date.
[[nodiscard]] Result<ChangedSeries> updateSeries(storage::Database &database, const SeriesId &id, const SeriesEditing &editing, QList<PlanOfEvent> plans,
                                                 const QTimeZone &zone, const storage::AuditContext &audit);
// In the caller's transaction: those that may become that, of drafts only those that are still to come. NotFound,
// EventInvalid, with the date.
[[nodiscard]] Result<ChangedSeries> setSeriesState(storage::Database &database, const SeriesId &id, EventState state, const std::optional<Instant> &from, const QTimeZone &zone,
                                                   const storage::AuditContext &audit);

// Dates of a series that are not to be, and why.
struct SeriesCancelling {
    SeriesId series = {};
    Instant from = {};                  // dates before it stay
    QString reason = {};
};

// In the caller's transaction: those that may be cancelled. The changes are of all that are cancelled for that reason then, whether now
// or before, as after a lost answer. Their tickets are EventCancelService's. NotFound: no such series.
[[nodiscard]] Result<ChangedSeries> cancelSeries(storage::Database &database, const SeriesCancelling &cancelling, const storage::AuditContext &audit);

// Which dates of a series are meant.
struct SeriesScope {
    SeriesId series = {};
    std::optional<Instant> from = {};   // dates before it stay
};

// The event that was given a poster, and what became of the dates of its series if others were meant, too.
struct ChangedPoster {
    Event event = {};
    std::optional<QList<SeriesChange>> dates = {};
};

// In the caller's transaction: the poster of one date, or none, for others as well: those that have none, or had the same. What
// is one's own stays, and so do cancelled dates. NotFound: no such series, or, with the event, no date of it. EventInvalid: the
// event is cancelled.
[[nodiscard]] Result<ChangedPoster> setSeriesPoster(storage::Database &database, const EventId &id, const SeriesScope &scope, const std::optional<Poster> &poster,
                                                    const storage::AuditContext &audit);

// The dates with what else is in the hall: one of these events, or else another of the dates. What takes nobody knows how
// long is there for a minute.
[[nodiscard]] QList<SeriesDate> withConflicts(QList<SeriesDate> dates, std::chrono::minutes duration, const QList<storage::HallEvent> &others);

} // namespace parterre::services
