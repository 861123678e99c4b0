// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/discount.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct DiscountsListParams {
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct DiscountsListResult {
    QList<CountedDiscount> discounts = {};
    std::optional<QList<Currency>> currencies = {}; // that amounts may be in; servers of before 1.14 do not say
    std::optional<QString> next = {};
};

// `version` is the one that was seen; 0, with a new id of the caller's choosing, for a new one.
struct DiscountsSaveParams {
    Discount discount = {};
};

struct DiscountsSaveResult {
    CountedDiscount discount = {};
};

struct DiscountsRemoveParams {
    DiscountId discount = {};
    qint32 version = 0;
};

struct DiscountsList {
    using Params = DiscountsListParams;
    using Result = DiscountsListResult;
    static constexpr MethodInfo kInfo {"discounts.list", "The discounts of the house, in the order they were made, and how often their codes were used", kManagers, {}};
};

// StaleVersion: somebody else changed it since. AlreadyExists: another one has the id or the code. NotFound: no such discount,
// event or series. BelowUses: as many bookings use its code as data.limit says, and its limit cannot be less. A repetition answers what is there. What was sold keeps its price.
struct DiscountsSave {
    using Params = DiscountsSaveParams;
    using Result = DiscountsSaveResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::AlreadyExists, ErrorCode::StaleVersion, ErrorCode::DiscountInvalid, ErrorCode::BelowUses};
    static constexpr MethodInfo kInfo {"discounts.save", "Makes or changes a discount, from the next ticket on", kManagers, kErrors};
};

struct DiscountsRemove {
    using Params = DiscountsRemoveParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion};
    static constexpr MethodInfo kInfo {"discounts.remove", "Ends a discount, if nobody changed it since; what was sold keeps its price", kManagers, kErrors};
};

} // namespace parterre::protocol
