// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "shared/domain/block.h"

namespace parterre::services {

// What blocks need to be durable. Every call is answered exactly once, on the house thread, after it returned; never once the
// store is gone. Each may be asked again when its outcome is unknown. Errors as in blockrepository.h, and StorageUnavailable
// or Overloaded, which changed nothing, and OutcomeUnknown.
class BlockStore
{
public:
    virtual ~BlockStore() = default;

    virtual void create(const Block &block, const storage::AuditContext &audit, Done<void> done) = 0;
    // All of both, or nothing: these places are in no block any more, and these blocks have other releases.
    virtual void settle(const QList<BlockedPlaces> &released, const QList<BlockRule> &rules, const storage::AuditContext &audit, Done<void> done) = 0;
};

} // namespace parterre::services
