// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"
#include "shared/domain/refund.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct EventsSearchParams {
    std::optional<QString> text = {};       // part of the name, description or venue, in any case
    std::optional<Instant> from = {};       // starts at or after
    std::optional<Instant> to = {};         // starts before
    std::optional<VenueId> venue = {};
    std::optional<SeriesId> series = {};
    std::optional<EventCategory> category = {};
    std::optional<qint32> minFree = {};     // at least so many free seats
    std::optional<EventSort> sort = {};     // soonest first when absent
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct EventsSearchResult {
    QList<EventSummary> events = {};
    std::optional<QString> next = {};       // cursor of the next page; absent on the last
};

struct EventsGetParams {
    EventId event = {};
};

struct EventsGetResult {
    Event event = {};
    Instant serverTime = {};
};

// `event` is a new id of the caller's choosing, so that a repetition makes no second event.
struct EventsCreateParams {
    EventId event = {};
    EventDefinition definition = {};
    std::optional<EventId> posterOf = {};   // an event that has one which this one is to have, too
    std::optional<SeriesId> series = {};    // of which it is one more date
};

struct EventsUpdateParams {
    EventId event = {};
    qint32 version = 0;                     // the one the caller has seen
    EventDefinition definition = {};
};

struct EventsSetStateParams {
    EventId event = {};
    qint32 version = 0;
    EventState state = EventState::Published;
};

struct EventsDeleteParams {
    EventId event = {};
    qint32 version = 0;
};

struct EventsCancelParams {
    EventId event = {};
    qint32 version = 0;
    QString reason = {};
};

struct EventsEditResult {
    Event event = {};
};

struct EventsSalesParams {
    EventId event = {};
};

struct EventsSalesResult {
    EventSales sales = {};
};

struct EventsRefundsParams {
    EventId event = {};
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct EventsRefundsResult {
    QList<RefundEntry> refunds = {};
    RefundTotals totals = {};
    std::optional<QString> next = {};
};

struct EventsChangedParams {
    EventId event = {};
};

struct EventsSearch {
    using Params = EventsSearchParams;
    using Result = EventsSearchResult;
    static constexpr MethodInfo kInfo {"events.search", "Events by name, date, venue, category and free seats, in the order asked for", kEveryone, {}};
};

struct EventsGet {
    using Params = EventsGetParams;
    using Result = EventsGetResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"events.get", "One event with its prices, ticket types and sale rules", kEveryone, kErrors};
};

// A draft. NotFound: no such plan version, or series. AlreadyExists: another event has the id. A repetition answers what is there.
struct EventsCreate {
    using Params = EventsCreateParams;
    using Result = EventsEditResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::AlreadyExists, ErrorCode::EventInvalid};
    static constexpr MethodInfo kInfo {"events.create", "Makes an event, as a draft", kManagers, kErrors};
};

// In force at once, also for those who look at the event: prices for what is sold from then on, times and limits for what
// is held from then on. EventInUse: another plan or currency, after seats were held or sold; EventHasBlocks: while some are blocked. A repetition answers what is there.
struct EventsUpdate {
    using Params = EventsUpdateParams;
    using Result = EventsEditResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion, ErrorCode::EventInvalid, ErrorCode::EventInUse, ErrorCode::EventHasBlocks};
    static constexpr MethodInfo kInfo {"events.update", "Changes what an event is, where and when, and how it is sold", kManagers, kErrors};
};

// EventInvalid: it cannot become that, or not with what is said of it.
struct EventsSetState {
    using Params = EventsSetStateParams;
    using Result = EventsEditResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion, ErrorCode::EventInvalid};
    static constexpr MethodInfo kInfo {"events.setState", "Publishes a draft, pauses the sale of an event, or resumes it", kManagers, kErrors};
};

struct EventsDelete {
    using Params = EventsDeleteParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion, ErrorCode::EventInUse, ErrorCode::EventHasBlocks};
    static constexpr MethodInfo kInfo {"events.delete", "Deletes an event of which nothing was ever sold and nothing is held", kManagers, kErrors};
};

// In force at once and for good: nothing of it is held or sold any more. Its tickets are cancelled right after, and what was
// paid for them is owed: events.refunds tells how far that is. EventInvalid: nobody has seen it yet, or it is cancelled. A
// repetition, with the same reason, answers what is there.
struct EventsCancel {
    using Params = EventsCancelParams;
    using Result = EventsEditResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion, ErrorCode::EventInvalid};
    static constexpr MethodInfo kInfo {"events.cancel", "Cancels an event with all its tickets; what was paid for them is to be refunded", kManagers, kErrors};
};

struct EventsSales {
    using Params = EventsSalesParams;
    using Result = EventsSalesResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"events.sales", "How many tickets of an event are valid, and what they cost: what cancelling it would touch", kManagers, kErrors};
};

struct EventsRefunds {
    using Params = EventsRefundsParams;
    using Result = EventsRefundsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"events.refunds", "What is owed to whom since an event was cancelled, and what of it was paid out", kCounter, kErrors};
};

// Sent to those who watch its seats. Read it again; when it has another plan, its seats have to be subscribed to anew.
struct EventsChanged {
    using Params = EventsChangedParams;
    static constexpr NotificationInfo kInfo {"events.changed", "An event was changed, or is gone"};
};

} // namespace parterre::protocol
