// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/domain/role.h"
#include "shared/protocol/message.h"

#include <algorithm>
#include <array>
#include <span>

namespace parterre::protocol {

// What the contract says of one method: its permission row and the errors it answers besides the general ones.
struct MethodInfo {
    const char *name;
    const char *summary;
    Roles allowed;
    std::span<const ErrorCode> errors;
    // session.hello and rpc.discover only: everything else is refused with no_session before the hello.
    bool beforeHello = false;
    // seatmap.subscribe only: what it begins starts with its answer, which in a batch would wait for the others.
    bool alone = false;
};

struct NotificationInfo {
    const char *name;
    const char *summary;
};

// Errors any method may answer.
inline constexpr std::array kGeneralErrors {
    ErrorCode::ParseError, ErrorCode::InvalidRequest, ErrorCode::MethodNotFound, ErrorCode::InvalidParams,
    ErrorCode::Internal, ErrorCode::NotPermitted, ErrorCode::NotSignedIn, ErrorCode::NoSession, ErrorCode::RateLimited,
    ErrorCode::Overloaded, ErrorCode::StorageUnavailable, ErrorCode::OutcomeUnknown, ErrorCode::AnswerTooLarge,
};

[[nodiscard]] constexpr bool mayAnswer(const MethodInfo &method, ErrorCode error)
{
    const auto contains = [error](std::span<const ErrorCode> codes) { return std::find(codes.begin(), codes.end(), error) != codes.end(); };
    return contains(kGeneralErrors) || contains(method.errors);
}

} // namespace parterre::protocol
