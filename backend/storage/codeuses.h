// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/booking.h"
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
    // Whether claim() would do it. CodeUnknown: one was removed. CodeUsedUp.
    [[nodiscard]] Result<void> mayClaim(const QList<DiscountId> &codes) const;
    // One use of each of these, for a booking; all or none.
    [[nodiscard]] Result<void> claim(const BookingId &booking, const QList<DiscountId> &codes);
    // As claim(), but for what the booking uses already.
    [[nodiscard]] Result<void> claimMore(const BookingId &booking, const QList<DiscountId> &codes);
    // Writes what was claimed.
    [[nodiscard]] Result<void> write();

    // A booking was changed: what it uses more, or what it gives back since it ends.
    [[nodiscard]] static Result<void> countChange(Database &database, const Booking &before, bool ends, const QList<DiscountId> &codes);
    // What a booking uses now.
    [[nodiscard]] static Result<QList<DiscountId>> usedBy(Database &database, const BookingId &booking);
    // The uses of bookings that are cancelled as a whole come back.
    [[nodiscard]] static Result<void> giveBack(Database &database, std::span<const BookingId> bookings);
    // The codes that takeAgain() is about.
    [[nodiscard]] static Result<void> lockGivenBackBy(Database &database, const BookingId &booking);
    // A booking has what it gave back again, as far as the limits leave room.
    [[nodiscard]] static Result<void> takeAgain(Database &database, const BookingId &booking);

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
