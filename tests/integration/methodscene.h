// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/smtpdouble.h"
#include "tests/support/stripedouble.h"
#include "tests/support/testhouse.h"

#include <map>

namespace parterre::testing {

// A house, a booking of a customer in it, and seats that no other case has touched.
struct Scene {
    static constexpr qint32 kHeldSeat = 398; // by the observer

    explicit Scene(const storage::DatabaseConfig &database);

    // A guest's booking for an event that the manager cancels; its id.
    QString cancelledWithItsEvent();
    // A new draft of the manager's; its id.
    QString saveDraft(const QString &name);
    // To be blocked: one more seat, held back, to be released by a rule that somebody confirms.
    [[nodiscard]] QJsonObject newBlock();
    // Blocks it; its id.
    QString blockSeat();
    // A new discount of the manager's; its id.
    QString saveDiscount(const QString &name);
    QString makeVenue(); // version 1
    [[nodiscard]] QJsonObject venueWithLogo();
    QString saveSource(); // of showtimes, version 1
    // Of the booking, as it stands.
    [[nodiscard]] QJsonObject contact();
    // Everything a refused call could have changed, as the counter sees it.
    [[nodiscard]] QJsonArray fingerprint();
    // A seat of the caller's that can be paid online; its booking.
    [[nodiscard]] QJsonObject pendingPayment();
    // Money that belongs to nothing; its id.
    [[nodiscard]] QJsonValue strayMoney();
    // To send the booking's tickets, with an upload that is not there yet.
    [[nodiscard]] QJsonObject newMail() const;
    // A ticket for an event that begins soon, sold to the observer, as checkins.releaseNoShows wants it.
    [[nodiscard]] QJsonObject noShow();
    // One of the booking's that admits.
    [[nodiscard]] QString validTicket();

    StripeDouble stripe;
    SmtpDouble smtp;
    TestHouse house;
    QString booking;
    QString ticket;
    QString reserved;    // a booking of the observer's that is not paid
    QString owedBooking; // of an event that was cancelled
    QString draft;
    QString drawnPlan; // published from it
    QString series;    // of drafts
    QString tonight;   // an event that begins soon
    QString source;    // of showtimes
    QString voucher;     // with 10.00 on it
    QString voucherCode;
    qint32 lastSeat = TestHouse::kSeatsPerRow - 1;
    std::unique_ptr<WireClient> manager;
    std::unique_ptr<WireClient> observer;
    std::map<Role, std::unique_ptr<WireClient>> callers = {}; // one for each role, as long as nobody signs out
};

// Nothing when the JSON is exactly the method's result, else why not.
[[nodiscard]] QString faultOf(const QString &method, const QJsonObject &result);

} // namespace parterre::testing
