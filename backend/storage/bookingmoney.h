// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "shared/core/result.h"

namespace parterre::storage {

class Database;

// Writes what is paid for a change of a booking, or goes back for it, within the transaction of whoever has locked the booking.
class BookingMoney
{
public:
    BookingMoney(Database &database, const ChangeWrite &write) : m_database(database), m_write(write) {}

    // By the payments of the change; all in cash when there are none. The failures of vouchers.
    [[nodiscard]] Result<void> pay(const Money &due);
    // By the ways it was paid, but that a voucher may get what would go back in cash. RefundReferenceMissing; PaymentNotAllowed: cash goes back, and nobody
    // there can hand it out; InvalidParams: a
    // reference for a card that nothing goes back to; the failures of vouchers.
    [[nodiscard]] Result<void> refund(const Booking &booking, const Money &amount);

private:
    // Puts a refund by voucher where it belongs.
    [[nodiscard]] Result<void> giveToVoucher(const Booking &booking, Payment &refund);

    Database &m_database;
    const ChangeWrite &m_write;
};

} // namespace parterre::storage
