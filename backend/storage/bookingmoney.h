// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/vouchermoves.h"

namespace parterre::storage {

// Writes what is paid for a change of a booking, or goes back for it, within the transaction of whoever has locked the booking.
class BookingMoney
{
public:
    BookingMoney(Database &database, const ChangeWrite &write) : m_database(database), m_write(write), m_vouchers(database) {}

    // To be called first, before anything is written that others wait for: locks every voucher that pays, or that something may go back to.
    [[nodiscard]] Result<void> lockVouchers(const Booking &booking);
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
    VoucherMoves m_vouchers;
};

} // namespace parterre::storage
