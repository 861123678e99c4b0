// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/venue.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct VenuesListParams {
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct VenuesListResult {
    QList<Venue> venues = {};
    std::optional<QString> next = {};
};

struct VenuesGetParams {
    VenueId venue = {};
};

struct VenuesGetResult {
    Venue venue = {};
};

struct VenuesList {
    using Params = VenuesListParams;
    using Result = VenuesListResult;
    static constexpr MethodInfo kInfo {"venues.list", "The houses, by name, with the newest version of each plan", kEveryone, {}};
};

struct VenuesGet {
    using Params = VenuesGetParams;
    using Result = VenuesGetResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"venues.get", "One house with the newest version of each plan", kEveryone, kErrors};
};

} // namespace parterre::protocol
