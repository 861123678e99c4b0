// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codepromises.h"
#include "contactpromises.h"

namespace parterre::simulation {

// What was promised to buyers, over every crash and every server: what was acknowledged is in the store (P2), the same
// key has the same answer and no other body gets one (P4, I5), and the money adds up (P5, I4).
class SalePromises
{
public:
    explicit SalePromises(Stage &stage) : m_stage(stage), m_codes(stage), m_contacts(stage) {}

    // A sale or change became durable.
    static void stored(Stage &stage, const Booking &booking);
    // `moment` of the store when the server had the request.
    void answered(const Request &request, quint64 moment, const Result<Booking> &result, Instant now);
    // After every step.
    void compare();
    // At the end: what is left on vouchers is what the payments and refunds of all bookings leave.
    void compareVouchers();
    [[nodiscard]] ContactPromises &contacts() { return m_contacts; }
    // What every client was told it bought.
    [[nodiscard]] const std::vector<BookingId> &acknowledged() const { return m_acknowledged; }

private:
    void checkoutAnswered(const Request &request, quint64 moment, const Result<Booking> &result);
    void changeAnswered(const Request &request, quint64 moment, const Result<Booking> &result, Instant now);
    void reservationAnswered(const Request &request, quint64 moment, const Result<Booking> &result);

    Stage &m_stage;
    CodePromises m_codes;
    ContactPromises m_contacts;
    std::vector<BookingId> m_acknowledged;
};

} // namespace parterre::simulation
