// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"
#include "shared/domain/poster.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct EventsSearchParams {
    std::optional<QString> text = {};       // part of the name, description or venue, in any case
    std::optional<Instant> from = {};       // starts at or after
    std::optional<Instant> to = {};         // starts before
    std::optional<VenueId> venue = {};
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

struct EventsPosterParams {
    EventId event = {};
};

// Immutable for its hash: cache it.
struct EventsPosterResult {
    QString hash = {};
    PosterFormat format = PosterFormat::Png;
    qint32 width = 0;
    qint32 height = 0;
    QByteArray data = {};                   // the file, base64
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

struct EventsPoster {
    using Params = EventsPosterParams;
    using Result = EventsPosterResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"events.poster", "The picture that announces an event", kEveryone, kErrors};
};

} // namespace parterre::protocol
