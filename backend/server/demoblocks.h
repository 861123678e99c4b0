// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/event.h"
#include "shared/domain/plan.h"

namespace parterre::storage {
class Database;
}

namespace parterre::server {

// Keeps seats of a demo event from sale, of those that are free: a pair for the house, until an hour before the event if somebody
// confirms it, and one that a camera stands on. In the caller's transaction.
[[nodiscard]] Result<void> blockDemoSeats(storage::Database &database, IdGenerator &ids, const Event &event, const Plan &plan, const storage::AuditContext &audit);

} // namespace parterre::server
