// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/ticketpricing.h"
#include "shared/protocol/bookings.h"

namespace parterre::api {

[[nodiscard]] inline QList<services::SaleItem> toItems(const QList<protocol::CheckoutItem> &items)
{
    QList<services::SaleItem> sale;
    for (const protocol::CheckoutItem &item : items)
        sale.append({.event = item.event, .place = item.place, .ticketType = item.ticketType, .version = item.version});
    return sale;
}

} // namespace parterre::api
