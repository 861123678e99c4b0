// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/discount.h"

namespace parterre::storage {

class Database;
class Row;

// What the house takes off its prices. How often codes are used is counted by CodeUses.
class DiscountRepository
{
public:
    explicit DiscountRepository(Database &database) : m_database(database) {}

    // All of them, in the order they were made.
    [[nodiscard]] Result<QList<CountedDiscount>> list();
    [[nodiscard]] Result<CountedDiscount> get(const DiscountId &id); // NotFound
    // A new one has version 0. AlreadyExists: the id, or the code. StaleVersion: it is not the version that is stored. NotFound:
    // it, its event or its series. BelowUses: more bookings use it than it would be good for. A repetition answers what is there.
    [[nodiscard]] Result<CountedDiscount> save(const Discount &discount, const AuditContext &audit);
    [[nodiscard]] Result<void> remove(const DiscountId &id, qint32 version, const AuditContext &audit); // NotFound, StaleVersion
    // To be called before these events are locked that are to be deleted: locks all that are of one of them alone.
    [[nodiscard]] Result<void> lockOf(const QList<EventId> &events);
    // All that are of this event alone, before it is deleted.
    [[nodiscard]] Result<void> removeOf(const EventId &event, const AuditContext &audit);

private:
    [[nodiscard]] Error whyNotUpdated(const Discount &wanted);
    [[nodiscard]] Result<void> insertKeys(const Discount &discount);

    Database &m_database;
};

} // namespace parterre::storage
