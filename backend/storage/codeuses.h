// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/discount.h"

#include <QHash>

#include <span>
#include <vector>

namespace parterre::storage {

class Database;

// Counts how often codes are used, within the caller's transaction. Whoever counts uses of a code has its row to himself until
// the transaction ends, so that its limit holds whoever else sells. Codes are locked before anything else is written that
// others wait for.
class CodeUses
{
public:
    explicit CodeUses(Database &database) : m_database(database) {}

    [[nodiscard]] Result<void> lock(QList<DiscountId> codes);
    // One use of each of these, for a booking; all or none. CodeUnknown: it was removed. CodeUsedUp.
    [[nodiscard]] Result<void> claim(const BookingId &booking, const QList<DiscountId> &codes);
    // As claim(), but for what the booking uses already.
    [[nodiscard]] Result<void> claimMore(const BookingId &booking, const QList<DiscountId> &codes);
    // Writes what was claimed.
    [[nodiscard]] Result<void> write();

    // The uses of bookings that are cancelled as a whole come back.
    [[nodiscard]] static Result<void> giveBack(Database &database, std::span<const BookingId> bookings);

private:
    struct Count {
        qint32 uses = 0;
        std::optional<qint32> limit = {};
        qint32 claimed = 0;
    };

    Database &m_database;
    QHash<DiscountId, Count> m_counts;
    std::vector<std::pair<DiscountId, BookingId>> m_claims;
};

} // namespace parterre::storage
