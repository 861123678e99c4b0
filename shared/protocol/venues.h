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

// `venue` is a new id of the caller's choosing, so that a repetition makes no second venue.
struct VenuesCreateParams {
    VenueId venue = {};
    VenueDefinition definition = {};
};

struct VenuesUpdateParams {
    VenueId venue = {};
    qint32 version = 0; // the one the caller has seen
    VenueDefinition definition = {};
};

struct VenuesDeleteParams {
    VenueId venue = {};
    qint32 version = 0;
};

struct VenuesEditResult {
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

// AlreadyExists: another venue has the id or the name. A repetition answers what is there.
struct VenuesCreate {
    using Params = VenuesCreateParams;
    using Result = VenuesEditResult;
    static constexpr std::array kErrors {ErrorCode::AlreadyExists, ErrorCode::TimeZoneUnknown};
    static constexpr MethodInfo kInfo {"venues.create", "Makes a house, without plans", kManagers, kErrors};
};

// In another time zone events keep the moment they begin at, and are shown at another time. A repetition answers what is there.
struct VenuesUpdate {
    using Params = VenuesUpdateParams;
    using Result = VenuesEditResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion, ErrorCode::AlreadyExists, ErrorCode::TimeZoneUnknown};
    static constexpr MethodInfo kInfo {"venues.update", "Changes a house's name, address or time zone; in another zone its events keep the moment they begin at", kManagers, kErrors};
};

struct VenuesDelete {
    using Params = VenuesDeleteParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion, ErrorCode::VenueInUse};
    static constexpr MethodInfo kInfo {"venues.delete", "Deletes a house that has neither plans nor drafts", kManagers, kErrors};
};

} // namespace parterre::protocol
