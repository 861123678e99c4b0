// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/storage/repositories/noshowrepository.h"

namespace parterre::services {

// How tickets stand that somebody wants to have taken back.
struct ToRestore {
    std::optional<storage::RestoreWritten> earlier = {}; // an earlier request with the key did it
    QList<storage::TicketPlace> released = {};
};

// What no-shows need to be durable. Every call is answered exactly once, on the house thread, after the call returned; never once
// the store is gone. What writes is answered in the order in which it took effect, together with what writes to the SaleStore of the same
// database. Errors as in noshowrepository.h, and StorageUnavailable or Overloaded, which changed nothing, and OutcomeUnknown.
class NoShowStore
{
public:
    virtual ~NoShowStore() = default;

    virtual void list(const EventId &event, qint32 after, qint32 limit, Done<storage::NoShowPage> done) = 0;
    // Nothing when the key was not used.
    virtual void earlierRelease(const storage::NoShowWrite &write, Done<std::optional<storage::ReleaseWritten>> done) = 0;
    virtual void toRestore(const storage::NoShowWrite &write, Done<ToRestore> done) = 0;

    // Durable when they are answered. Each may be asked again.
    virtual void release(const storage::NoShowWrite &write, Done<storage::ReleaseWritten> done) = 0;
    virtual void restore(const storage::NoShowWrite &write, Done<storage::RestoreWritten> done) = 0;
};

} // namespace parterre::services
