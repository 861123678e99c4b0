// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "shared/core/error.h"
#include "worldscenario.h"

namespace parterre::simulation {

// What is left on the vouchers of the house.
class SimVouchers
{
public:
    SimVouchers() { m_left.fill(kVoucherWorth); }

    // All that the sale takes from them, or nothing and why.
    [[nodiscard]] std::optional<Error> pay(const storage::CheckoutWrite &write);
    // By the ways that it was paid; what came from a voucher goes back to it.
    void refund(Booking &booking, const Money &amount, const storage::ChangeWrite &write);
    [[nodiscard]] qint64 left(int number) const { return m_left[std::size_t(number)]; }

private:
    // To the voucher with these last characters.
    void payBack(const QString &lastFour, qint64 amount);

    std::array<qint64, kVouchers> m_left = {};
};

} // namespace parterre::simulation
