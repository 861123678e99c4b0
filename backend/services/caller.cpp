// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/caller.h"

#include "backend/services/secret.h"

namespace parterre::services {

storage::AuditContext Caller::audit(Instant at) const
{
    return {.at = at, .actor = user.id, .sessionHash = hashSecret(session.toString()), .address = origin.address};
}

} // namespace parterre::services
