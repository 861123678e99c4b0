// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventediting.h"
#include "backend/storage/repositories/eventrepository.h"
#include "shared/domain/series.h"

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

// The events that a draft makes at a house with that clock. EventInvalid: an override is of no date, or the second of one.
// Otherwise as calendar::datesOf().
[[nodiscard]] Result<PlannedSeries> planSeries(const SeriesDraft &draft, const PlanOfEvent &plan, const QTimeZone &zone);

// In the caller's transaction: the series and all of its events, as drafts. What was done already, as after a lost answer,
// is not done again, and answers what is there. AlreadyExists: another series has the id. EventInvalid, with the date.
[[nodiscard]] Result<QList<SeriesEvent>> createSeries(storage::Database &database, const SeriesId &id, const SeriesDraft &draft, const PlannedSeries &planned,
                                                      const storage::AuditContext &audit);

// The dates with what else is in the hall: one of these events, or else another of the dates. What takes nobody knows how
// long is there for a minute.
[[nodiscard]] QList<SeriesDate> withConflicts(QList<SeriesDate> dates, std::chrono::minutes duration, const QList<storage::HallEvent> &others);

} // namespace parterre::services
