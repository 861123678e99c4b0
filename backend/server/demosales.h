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

// Sells a part of a demo event at the counter (some of it only reserved), in parties that sit together, better seats first as people do: so that
// there is a house to look at and a list to search. The same event always looks the same. In the caller's transaction.
[[nodiscard]] Result<int> sellDemoSeats(storage::Database &database, IdGenerator &ids, const Event &event, const Plan &plan, const UserId &clerk,
                                        const storage::AuditContext &audit);

} // namespace parterre::server
