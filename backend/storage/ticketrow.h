// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/enumtext.h"
#include "backend/storage/row.h"

namespace parterre::storage {

[[nodiscard]] inline std::optional<PriceParts> partsFromRow(const Row &row)
{
    using namespace Qt::StringLiterals;
    if (row.isNull("base"_L1))
        return std::nullopt;
    return PriceParts {
        .base = row.money("base"_L1, "currency"_L1),
        .discount = row.money("discount"_L1, "currency"_L1),
        .discountName = row.maybeText("discount_name"_L1),
        .fee = row.money("fee"_L1, "currency"_L1),
        .tax = row.money("tax"_L1, "currency"_L1),
    };
}

// A row of `tickets` with the currency of its booking.
[[nodiscard]] inline Ticket ticketFromRow(const Row &row)
{
    using namespace Qt::StringLiterals;
    return {
        .id = row.id<TicketId>("id"_L1),
        .number = row.text("number"_L1),
        .event = row.id<EventId>("event"_L1),
        .place = row.int32("place"_L1),
        .label = row.text("label"_L1),
        .category = row.text("category"_L1),
        .ticketType = row.text("ticket_type"_L1),
        .price = row.money("price"_L1, "currency"_L1),
        .state = fromText<TicketState>(row.text("state"_L1)),
        .parts = partsFromRow(row),
    };
}

} // namespace parterre::storage
