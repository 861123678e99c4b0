// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/events.h"

#include "shared/protocol/eventfields.h"
#include "shared/protocol/limits.h"

namespace parterre::protocol {

namespace {

constexpr const char *kSeenVersion = "The version the caller has seen; stale_version when it is another one now";

}

template<>
struct Fields<EventsCreateParams> {
    static constexpr const char *name = "EventsCreateParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &EventsCreateParams::event, "A new id of the caller's choosing"), field("definition", &EventsCreateParams::definition, "All of it"),
                               field("posterOf", &EventsCreateParams::posterOf, "Its poster is this one's, too; one that has none, or is gone, has none to give"),
                               field("series", &EventsCreateParams::series, "It is one more date of this series"));
    }
};

template<>
struct Fields<EventsUpdateParams> {
    static constexpr const char *name = "EventsUpdateParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &EventsUpdateParams::event, "Which"), field("version", &EventsUpdateParams::version, kSeenVersion, {.min = 1}),
                               field("definition", &EventsUpdateParams::definition, "All of it, as it is to be"));
    }
};

template<>
struct Fields<EventsSetStateParams> {
    static constexpr const char *name = "EventsSetStateParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &EventsSetStateParams::event, "Which"), field("version", &EventsSetStateParams::version, kSeenVersion, {.min = 1}),
                               field("state", &EventsSetStateParams::state, "Draft to published, published to paused, paused to published"));
    }
};

template<>
struct Fields<EventsDeleteParams> {
    static constexpr const char *name = "EventsDeleteParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &EventsDeleteParams::event, "Which"), field("version", &EventsDeleteParams::version, kSeenVersion, {.min = 1}));
    }
};

template<>
struct Fields<EventsCancelParams> {
    static constexpr const char *name = "EventsCancelParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &EventsCancelParams::event, "Which"), field("version", &EventsCancelParams::version, kSeenVersion, {.min = 1}),
                               field("reason", &EventsCancelParams::reason, "Why: everybody who bought tickets reads it", kReasonRule));
    }
};

template<>
struct Fields<EventsSalesParams> {
    static constexpr const char *name = "EventsSalesParams";
    static constexpr auto all() { return std::make_tuple(field("event", &EventsSalesParams::event, "Which")); }
};

template<>
struct Fields<EventsSalesResult> {
    static constexpr const char *name = "EventsSalesResult";
    static constexpr auto all() { return std::make_tuple(field("sales", &EventsSalesResult::sales, "As they are now")); }
};

template<>
struct Fields<RefundEntry> {
    static constexpr const char *name = "RefundEntry";
    static constexpr auto all()
    {
        return std::make_tuple(field("booking", &RefundEntry::booking, "Whose tickets they were"), field("reference", &RefundEntry::reference, "Of the booking, to read out"),
                               field("customerName", &RefundEntry::customerName, "Who the tickets were for"), field("labels", &RefundEntry::labels, "Their seats"),
                               field("kinds", &RefundEntry::kinds, "All ways they were paid, in their order"), field("amount", &RefundEntry::amount, "All that was paid for them; 0: they were free"),
                               field("paid", &RefundEntry::paid, "When it was paid out; absent while it is owed"));
    }
};

template<>
struct Fields<RefundTotals> {
    static constexpr const char *name = "RefundTotals";
    static constexpr auto all()
    {
        return std::make_tuple(field("bookings", &RefundTotals::bookings, "In the list"), field("tickets", &RefundTotals::tickets, "That were cancelled with the event"),
                               field("remaining", &RefundTotals::remaining, "Tickets that are still to be cancelled; it goes on by itself"),
                               field("owed", &RefundTotals::owed, "Not yet paid out, in each currency that there is"),
                               field("paid", &RefundTotals::paid, "Paid out, in each currency that there is"));
    }
};

template<>
struct Fields<EventsRefundsParams> {
    static constexpr const char *name = "EventsRefundsParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &EventsRefundsParams::event, "Which"),
                               field("limit", &EventsRefundsParams::limit, "Refunds a page", {.min = 1, .max = kMaxPageSize}),
                               field("cursor", &EventsRefundsParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<EventsRefundsResult> {
    static constexpr const char *name = "EventsRefundsResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("refunds", &EventsRefundsResult::refunds, "One a booking, the oldest booking first"),
                               field("totals", &EventsRefundsResult::totals, "Of the whole list"), field("next", &EventsRefundsResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<EventsEditResult> {
    static constexpr const char *name = "EventsEditResult";
    static constexpr auto all() { return std::make_tuple(field("event", &EventsEditResult::event, "As it is now")); }
};

template<>
struct Fields<EventsChangedParams> {
    static constexpr const char *name = "EventsChangedParams";
    static constexpr auto all() { return std::make_tuple(field("event", &EventsChangedParams::event, "Which")); }
};

template<>
struct Fields<EventsSearchParams> {
    static constexpr const char *name = "EventsSearchParams";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("text", &EventsSearchParams::text, "Part of the name, description or venue, in any case", {.max = 100}),
            field("from", &EventsSearchParams::from, "Starts at or after; now when absent"), field("to", &EventsSearchParams::to, "Starts before"),
            field("venue", &EventsSearchParams::venue, "Only there"), field("series", &EventsSearchParams::series, "Only those that were made with it"), field("category", &EventsSearchParams::category, "Only this kind"),
            field("minFree", &EventsSearchParams::minFree, "Only with so many free seats now, at least", {.min = 1, .max = kPlaceRule.max + 1}),
            field("sort", &EventsSearchParams::sort, "Soonest first when absent; always soonest first where the rest is equal"),
            field("limit", &EventsSearchParams::limit, "Events a page", {.min = 1, .max = kMaxPageSize}),
            field("cursor", &EventsSearchParams::cursor,
                  "`next` of the page before, with the same `sort`. The pages of a search see the free seats of the moment of its first page", kCursorRule));
    }
};

template<>
struct Fields<EventsSearchResult> {
    static constexpr const char *name = "EventsSearchResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("events", &EventsSearchResult::events, "In the order asked for"), field("next", &EventsSearchResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<EventsGetParams> {
    static constexpr const char *name = "EventsGetParams";
    static constexpr auto all() { return std::make_tuple(field("event", &EventsGetParams::event, "Which")); }
};

template<>
struct Fields<EventsGetResult> {
    static constexpr const char *name = "EventsGetResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &EventsGetResult::event, "All of it"), field("serverTime", &EventsGetResult::serverTime, "The server's clock"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(EventsSearchParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsSearchResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsGetParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsGetResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsCreateParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsUpdateParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsSetStateParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsCancelParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsSalesParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsSalesResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsRefundsParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsRefundsResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsDeleteParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsEditResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsChangedParams);

} // namespace parterre::protocol
