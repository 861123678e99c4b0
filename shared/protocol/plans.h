// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct PlansGetParams {
    PlanId plan = {};
    qint32 version = 0;
    std::optional<QString> cursor = {};
};

// `page` is a part of the plan document (see docs/plan-format.md); `hash` the SHA-256 of the whole. Immutable: cache it.
struct PlansGetResult {
    QString hash = {};
    QJsonObject page = {};
    std::optional<QString> next = {};
};

struct PlansGet {
    using Params = PlansGetParams;
    using Result = PlansGetResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"plans.get", "A published plan version, page by page", kEveryone, kErrors};
};

} // namespace parterre::protocol
