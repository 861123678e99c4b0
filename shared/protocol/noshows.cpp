// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/noshows.h"

#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

static constexpr Rule kNoShowNumbersRule {.min = 1, .max = kMaxNoShows, .itemMin = kTicketNumberRule.min, .itemMax = kTicketNumberRule.max};

template<>
struct Fields<NoShow> {
    static constexpr const char *name = "NoShow";
    static constexpr auto all()
    {
        return std::make_tuple(field("ticket", &NoShow::ticket, "Its number"), field("booking", &NoShow::booking, "What it was bought with"),
                               field("reference", &NoShow::reference, "Of the booking, to read out"), field("customerName", &NoShow::customerName, "Who it is for"),
                               field("place", &NoShow::place, "Seat index", kPlaceRule), field("label", &NoShow::label, "Seat, for people"),
                               field("ticketType", &NoShow::ticketType, "Its name"));
    }
};

template<>
struct Fields<CheckinsNoShowsParams> {
    static constexpr const char *name = "CheckinsNoShowsParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsNoShowsParams::event, "Of which"),
                               field("limit", &CheckinsNoShowsParams::limit, "Tickets a page", {.min = 1, .max = kMaxNoShows}),
                               field("after", &CheckinsNoShowsParams::after, "`next` of the page before", kPlaceRule));
    }
};

template<>
struct Fields<CheckinsNoShowsResult> {
    static constexpr const char *name = "CheckinsNoShowsResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("tickets", &CheckinsNoShowsResult::tickets, "In the order of their places"),
                               field("next", &CheckinsNoShowsResult::next, "There are more after this"));
    }
};

template<>
struct Fields<CheckinsReleaseNoShowsParams> {
    static constexpr const char *name = "CheckinsReleaseNoShowsParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsReleaseNoShowsParams::event, "Of which"),
                               field("tickets", &CheckinsReleaseNoShowsParams::tickets, "Their numbers, as somebody confirmed them", kNoShowNumbersRule),
                               field("key", &CheckinsReleaseNoShowsParams::key, "Idempotency key: the same for every repetition; without one each is a request of its own", kIdempotencyKeyRule),
                               field("reason", &CheckinsReleaseNoShowsParams::reason, "Kept in the audit log", kReasonRule));
    }
};

template<>
struct Fields<CheckinsReleaseNoShowsResult> {
    static constexpr const char *name = "CheckinsReleaseNoShowsResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("released", &CheckinsReleaseNoShowsResult::released, "Numbers of those whose places are free"),
                               field("kept", &CheckinsReleaseNoShowsResult::kept,
                                     "Of the others: somebody came meanwhile, the ticket is not valid or not paid, or the table that it is at is sold whole and somebody there would keep a place"));
    }
};

template<>
struct Fields<CheckinsRestoreParams> {
    static constexpr const char *name = "CheckinsRestoreParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsRestoreParams::event, "Of which"), field("tickets", &CheckinsRestoreParams::tickets, "Their numbers", kNoShowNumbersRule),
                               field("key", &CheckinsRestoreParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule));
    }
};

template<>
struct Fields<CheckinsRestoreResult> {
    static constexpr const char *name = "CheckinsRestoreResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("restored", &CheckinsRestoreResult::restored, "Numbers of those that are valid again"),
                               field("taken", &CheckinsRestoreResult::taken, "Of those whose place somebody else has, or is about to buy, or the house keeps; of an area, where that is so of every place"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(CheckinsNoShowsParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsNoShowsResult);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsReleaseNoShowsParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsReleaseNoShowsResult);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsRestoreParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsRestoreResult);

} // namespace parterre::protocol
