// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/plan.h"
#include "shared/domain/venue.h"

#include <optional>

namespace parterre::storage {
class Database;
}

namespace parterre::services {

// A plan as it is stored: checked, and put into its canonical form.
struct PlanDraft {
    QString name = {};
    qint32 places = 0;
    QByteArray document = {};
    QString hash = {};
};

// FileInvalid, with the first problem in the detail.
[[nodiscard]] Result<PlanDraft> draftOf(const Plan &plan);

// The next version of the venue's plan of that name, or its first, under the id `fresh`. The version that is there when
// it is the same plan. In the caller's transaction. NotFound: no such venue. StaleVersion: the newest version is not
// `after`, where that is asked for.
[[nodiscard]] Result<PlanSummary> publishPlan(storage::Database &database, const VenueId &venue, const PlanDraft &draft, const PlanId &fresh,
                                              std::optional<qint32> after, const storage::AuditContext &audit);

} // namespace parterre::services
