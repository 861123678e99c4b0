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
    virtual void release(const QList<BlockedPlaces> &places, const storage::AuditContext &audit, Done<void> done) = 0;
    virtual void setRelease(const BlockId &block, const std::optional<BlockRelease> &release, const storage::AuditContext &audit, Done<void> done) = 0;
};

} // namespace parterre::services
