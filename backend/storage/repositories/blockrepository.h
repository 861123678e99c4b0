// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/block.h"

namespace parterre::storage {

class Database;

// Seats that are kept from sale. A seat that is sold leaves its block by itself, with the ticket.
class BlockRepository
{
public:
    explicit BlockRepository(Database &database) : m_database(database) {}

    // AlreadyExists: another block has the id. SaleClosed: the event is cancelled, or gone. SeatTaken: somebody owns a place.
    // AlreadyBlocked. Both name the places. A block that is there as it is to be is not made again.
    [[nodiscard]] Result<void> insert(const Block &block, const AuditContext &audit);
    // Oldest first; none of which everything was sold.
    [[nodiscard]] Result<QList<Block>> ofEvent(const EventId &event);
    // Those that any of these places are in, with these places alone; oldest first.
    [[nodiscard]] Result<QList<Block>> ofPlaces(const EventId &event, const QList<qint32> &places);
    [[nodiscard]] Result<bool> anyOf(const EventId &event);
    // To be called before several blocks are released or changed: nobody sells, or blocks, any of their events meanwhile.
    [[nodiscard]] Result<void> lockPlacesOf(const QList<BlockedPlaces> &places);
    // What is not in the block any more is passed over. A block without places is gone.
    [[nodiscard]] Result<void> release(const BlockedPlaces &places, const AuditContext &audit);
    // NotFound.
    [[nodiscard]] Result<void> setRelease(const BlockRule &rule, const AuditContext &audit);

private:
    [[nodiscard]] Result<std::optional<Block>> find(const BlockId &block);
    [[nodiscard]] Result<void> refuseTaken(const Block &block);

    Database &m_database;
};

} // namespace parterre::storage
