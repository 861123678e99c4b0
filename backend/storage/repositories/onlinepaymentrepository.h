// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/booking.h"
#include "shared/domain/onlinepayment.h"

#include <QList>

namespace parterre::storage {

class Database;

// An online payment with what only the server has to know of it.
struct StoredOnlinePayment {
    OnlinePayment payment = {};     // without a booking: money that nobody here knows of
    UserId owner = {};              // of the booking; null: sold at the counter to somebody without account
    UserId actor = {};              // who asked for it
    QString intent = {};            // empty until the provider has it
    QString page = {};              // what its page is called; who knows that may pay
    bool endsBooking = true;        // when it ends unpaid its reservation ends, too
    bool withdrawn = false;         // whoever reserved it gave it up
    bool bookingIsOver = false;     // cancelled, or released
    qint32 attempts = 0;            // looks since something happened

    // It can be paid, or will be soon.
    [[nodiscard]] bool isUnderWay() const { return !withdrawn && (payment.state == OnlineState::Creating || payment.state == OnlineState::Pending); }
};

struct StoredOnlineRefund {
    PaymentId id = {};
    PaymentId payment = {};
    BookingId booking = {};         // null: of money that nobody here knows of
    QString intent = {};
    Money amount = {};
    UnmatchedKind kind = UnmatchedKind::Owed;
    OnlineState state = OnlineState::Refunding;
    std::optional<QString> problem = {}; // or how it was settled
    qint32 round = 0;               // how often somebody had it begun anew
    QString refund = {};            // as the provider calls it; empty until it has it
    qint32 attempts = 0;            // of this round
};

// What the provider says of a refund.
struct RefundNews {
    PaymentId id = {};
    qint32 round = 0;
    OnlineState state = OnlineState::Refunding; // or Refunded, or Unmatched: it failed for good
    QString refund = {};
    std::optional<QString> problem = {};
    std::optional<Instant> nextLook = {};
};

// What the provider says of money that went without being asked from here.
struct OnlineRemark {
    QString source = {};            // as the provider calls what happened
    QString intent = {};
    UnmatchedKind kind = UnmatchedKind::RefundedElsewhere;
    Money amount = {};
    QString problem = {};           // the provider's word
    bool isUndone = false;          // it failed, or was decided for the house
};

// What is paid over the internet, and goes back there. What becomes of a payment is OnlineSettlement's to write.
class OnlinePaymentRepository
{
public:
    explicit OnlinePaymentRepository(Database &database) : m_database(database) {}

    [[nodiscard]] Result<StoredOnlinePayment> get(const PaymentId &id);            // NotFound, as below
    [[nodiscard]] Result<StoredOnlinePayment> ofBooking(const BookingId &booking); // the last attempt
    [[nodiscard]] Result<StoredOnlinePayment> ofIntent(const QString &intent);
    [[nodiscard]] Result<StoredOnlinePayment> ofPage(const QString &page);
    // The one that the booking has already, if it has one.
    [[nodiscard]] Result<StoredOnlinePayment> begin(const StoredOnlinePayment &fresh, Instant now, Instant nextLook);
    // While none of the booking is under way.
    [[nodiscard]] Result<StoredOnlinePayment> insert(const StoredOnlinePayment &fresh, Instant now, Instant nextLook);
    // To be written before anybody is asked, so that somebody asks again whatever happens.
    [[nodiscard]] Result<void> lookAgain(const PaymentId &id, Instant when, qint32 attempts);
    // Whoever reserved the booking gave it up: what comes for it now goes back.
    [[nodiscard]] Result<void> withdraw(const BookingId &booking, Instant now);
    // The booking waits for so much longer, or less, and outlives what it is to be paid with online, which can be paid as long. Where
    // nothing is, nothing is done.
    [[nodiscard]] Result<void> moveEnd(const BookingId &booking, std::chrono::milliseconds by);
    [[nodiscard]] Result<QList<PaymentId>> duePayments(Instant now, qint32 limit);

    [[nodiscard]] Result<StoredOnlineRefund> refund(const PaymentId &id);          // NotFound
    [[nodiscard]] Result<QList<PaymentId>> dueRefunds(Instant now, qint32 limit);
    // A refund of a booking goes to the provider from here on.
    [[nodiscard]] Result<void> owe(const Payment &refund);
    // All of what could not be booked; `problem`: nothing is tried before somebody has looked at it.
    [[nodiscard]] Result<void> giveBack(const StoredOnlinePayment &payment, const Money &amount, const std::optional<QString> &problem, Instant now);
    // Before the provider is asked.
    [[nodiscard]] Result<void> tryRefund(const PaymentId &id, Instant nextLook);
    [[nodiscard]] Result<void> note(const RefundNews &news, const AuditContext &audit);
    // Once, however often it is told; of payments that nobody here knows nothing is kept.
    [[nodiscard]] Result<void> remark(const OnlineRemark &remark, const AuditContext &audit);
    [[nodiscard]] Result<QList<UnmatchedMoney>> unmatched(qint32 limit);           // oldest first
    // NotFound; PaymentSettled: it is not unmatched any more, or nothing that could be sent back.
    [[nodiscard]] Result<void> refundAgain(const PaymentId &id, const AuditContext &audit);
    // Settled in the same words before is as good.
    [[nodiscard]] Result<void> settle(const PaymentId &id, const QString &reason, const AuditContext &audit);

    // How many payments and refunds do not fit what the bookings say. Looks at all of them.
    [[nodiscard]] Result<qint64> imbalances();

private:
    [[nodiscard]] Result<StoredOnlinePayment> find(QLatin1StringView statement, QLatin1StringView key, const class Value &value);
    [[nodiscard]] Result<QList<PaymentId>> due(QLatin1StringView statement, Instant now, qint32 limit);
    [[nodiscard]] Result<void> reflect(const StoredOnlineRefund &refund, OnlineState state);
    [[nodiscard]] Result<void> append(const StoredOnlineRefund &refund, std::optional<OnlineState> before, const QString &action, OnlineState after, const std::optional<QString> &reason,
                                      const AuditContext &audit);
    [[nodiscard]] Result<void> changeByHand(const PaymentId &id, OnlineState state, const QString &action, const QString &reason, const AuditContext &audit);

    Database &m_database;
};

} // namespace parterre::storage
