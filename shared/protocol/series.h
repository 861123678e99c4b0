// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/refund.h"
#include "shared/domain/seriesedit.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct EventsExpandParams {
    PlanId plan = {};                       // the hall
    Instant start = {};                     // of the first date
    qint32 durationMinutes = 0;
    SeriesRule dates = {};
    QList<SeriesOverride> overrides = {};
};

struct EventsExpandResult {
    QString timeZone = {};                  // of the house
    QList<SeriesDate> dates = {};
};

// `series` is a new id of the caller's choosing, so that a repetition makes no second series.
struct EventsCreateSeriesParams {
    SeriesId series = {};
    EventDefinition definition = {};        // of the first date
    SeriesRule dates = {};
    QList<SeriesOverride> overrides = {};
    std::optional<EventId> posterOf = {};   // an event that has one which all of them are to have
};

struct EventsCreateSeriesResult {
    QList<SeriesEvent> events = {};
};

// As one date of the series was when it was read, and as it is to be.
struct EventsUpdateSeriesParams {
    SeriesId series = {};
    EventDefinition before = {};
    EventDefinition after = {};
    std::optional<Instant> from = {};       // dates before it stay as they are
};

struct EventsUpdateSeriesResult {
    QList<SeriesChange> events = {};
};

struct EventsSetSeriesStateParams {
    SeriesId series = {};
    EventState state = EventState::Published;
    std::optional<Instant> from = {};       // dates before it stay as they are
};

struct EventsSetSeriesStateResult {
    QList<SeriesEvent> events = {};
};

struct EventsSeriesSalesParams {
    SeriesId series = {};
    Instant from = {};                      // dates before it stay as they are
};

struct EventsSeriesSalesResult {
    QList<SeriesEvent> dates = {};
    EventSales sales = {};
};

struct EventsCancelSeriesParams {
    SeriesId series = {};
    Instant from = {};                      // dates before it stay as they are
    QString reason = {};
};

struct EventsCancelSeriesResult {
    QList<SeriesEvent> events = {};
};

// Writes nothing. NotFound: no such plan. What is in the hall already is told, and forbids nothing.
struct EventsExpand {
    using Params = EventsExpandParams;
    using Result = EventsExpandResult;
    static constexpr std::array kErrors {ErrorCode::NotFound,     ErrorCode::RuleUnreadable, ErrorCode::RuleEndless, ErrorCode::NoDates,
                                         ErrorCode::TooManyDates, ErrorCode::DatesTooFar,    ErrorCode::EventInvalid};
    static constexpr MethodInfo kInfo {"events.expand", "The dates that a rule names, and what else is in the hall then", kManagers, kErrors};
};

// Drafts, all of them or none. NotFound: no such plan version. AlreadyExists: another series has the id. EventInvalid: of
// one of the dates, or an override is of no date. A repetition answers what is there.
struct EventsCreateSeries {
    using Params = EventsCreateSeriesParams;
    using Result = EventsCreateSeriesResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::AlreadyExists, ErrorCode::RuleUnreadable, ErrorCode::RuleEndless,
                                         ErrorCode::NoDates,  ErrorCode::TooManyDates,  ErrorCode::DatesTooFar,    ErrorCode::EventInvalid};
    static constexpr MethodInfo kInfo {"events.createSeries", "Makes an event on each date that a rule names, as drafts", kManagers, kErrors};
};

// All of them or none, in force at once as by events.update. Of a date only changes what is as it was in the date that
// `before` is of; its plan stays. NotFound: no such series. EventInvalid: one of the dates could not be as it would become.
// A repetition finds nothing left to change.
struct EventsUpdateSeries {
    using Params = EventsUpdateSeriesParams;
    using Result = EventsUpdateSeriesResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::EventInvalid, ErrorCode::EventInUse};
    static constexpr MethodInfo kInfo {"events.updateSeries", "Changes the dates of a series like one of them, each where it has nothing of its own", kManagers, kErrors};
};

// All of them or none: those that may become that, and have not begun if they were drafts. NotFound: no such series.
// EventInvalid: one of the dates cannot be on sale as it is.
struct EventsSetSeriesState {
    using Params = EventsSetSeriesStateParams;
    using Result = EventsSetSeriesStateResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::EventInvalid};
    static constexpr MethodInfo kInfo {"events.setSeriesState", "Publishes all dates of a series, pauses their sale, or resumes it", kManagers, kErrors};
};

// NotFound: no such series.
struct EventsSeriesSales {
    using Params = EventsSeriesSalesParams;
    using Result = EventsSeriesSalesResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"events.seriesSales", "The dates of a series that cancelling them from one on would touch, and how many tickets of them are valid", kManagers,
                                       kErrors};
};

// All of them or none, each in force at once and for good as by events.cancel. Drafts stay drafts, since nobody has seen them, and
// what is cancelled for another reason stays so. NotFound: no such series. A repetition, with the same reason, cancels what is
// left and answers all.
struct EventsCancelSeries {
    using Params = EventsCancelSeriesParams;
    using Result = EventsCancelSeriesResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"events.cancelSeries", "Cancels the dates of a series from one on with all their tickets; what was paid for them is to be refunded", kManagers,
                                       kErrors};
};

} // namespace parterre::protocol
