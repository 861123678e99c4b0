// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/draft.h"
#include "shared/domain/plan.h"

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

struct Publication {
    VenueId venue = {};
    PlanId fresh = {};                    // the plan's, when this is its first version
    std::optional<qint32> after = {};     // the newest version has to be this one
    std::optional<DraftRef> design = {};  // the draft whose design is kept with the version
};

// The next version of the venue's plan of that name, or its first. The version that is there when it is the same plan;
// when that has no design it gets this one. In the caller's transaction. NotFound: no such venue or draft of it.
// StaleVersion: the newest version, or the draft's revision, is another.
[[nodiscard]] Result<PlanSummary> publishPlan(storage::Database &database, const PlanDraft &draft, const Publication &publication,
                                              const storage::AuditContext &audit);

} // namespace parterre::services
