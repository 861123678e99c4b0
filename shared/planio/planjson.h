// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/plan.h"

#include <QByteArray>

namespace parterre::planio {

inline constexpr qsizetype kMaxPlanDocumentBytes = 256 * 1024 * 1024;

// Parterre's own plan document, "parterre-plan" version 1, as docs/plan-format.md describes it: UTF-8 JSON in the
// canonical form of RFC 8785, so that one plan is one text and one hash. The plan has to be valid.
[[nodiscard]] QByteArray writePlan(const Plan &plan);

// Reads any formatting of such a document, but nothing else: unknown, missing, repeated or mistyped keys and whatever
// validatePlan() objects to are FileInvalid, with the place in the detail.
[[nodiscard]] Result<Plan> readPlan(const QByteArray &document);

// SHA-256 of a canonical document, hex: what names a plan version's content.
[[nodiscard]] QString planHash(const QByteArray &document);

} // namespace parterre::planio
