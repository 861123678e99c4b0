// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What several nouns sell.

#include "shared/domain/mail.h"
#include "shared/protocol/bookings.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

inline constexpr Rule kContactEmailRule {.min = 3, .max = MailLimits::kAddress, .form = TextForm::Email};
inline constexpr Rule kContactPhoneRule {.min = 3, .max = ContactLimits::kPhoneLength, .form = TextForm::Phone};

template<>
struct Fields<CheckoutItem> {
    static constexpr const char *name = "CheckoutItem";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckoutItem::event, "Which"), field("place", &CheckoutItem::place, "A held seat", kPlaceRule),
                               field("ticketType", &CheckoutItem::ticketType, "What to sell it as", kKeyRule),
                               field("version", &CheckoutItem::version, "Of the hold; an older one is refused"));
    }
};

} // namespace parterre::protocol
