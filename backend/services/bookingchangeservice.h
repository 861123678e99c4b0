// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/frozenseats.h"
#include "backend/services/pendingwrites.h"
#include "backend/services/reservationservice.h"
#include "backend/services/till.h"
#include "backend/services/voucherguesses.h"

namespace parterre::services {

struct CancelRequest {
    BookingId booking = {};
    QString key = {};
    QStringList tickets = {}; // numbers; all that are kept when empty
    QList<storage::CardRefund> cardRefunds = {}; // only the counter has them
    std::optional<QString> refundToVoucher = {}; // a code, and only the counter names one: what would go back in cash goes there
    std::optional<QString> waiveFee = {}; // why, by a manager
};

struct RefundRequest {
    BookingId booking = {};
    EventId event = {};
    QString key = {};
    QList<storage::CardRefund> cardRefunds = {};
    std::optional<QString> refundToVoucher = {};
};

struct PayRequest {
    BookingId booking = {};
    QString key = {};
    QList<PaymentPart> payments = allInCash();
};

struct ProlongRequest {
    BookingId booking = {};
    QString key = {};
    Instant payUntil = {};
};

struct ExchangeRequest {
    BookingId booking = {};
    QString key = {};
    QStringList tickets = {}; // numbers of those to give back
    QList<SaleItem> items = {}; // to take instead; places of the tickets given back need no hold
    QList<PaymentPart> payments = allInCash(); // of what is due, if anything is
    QList<storage::CardRefund> cardRefunds = {};
    std::optional<QString> refundToVoucher = {};
    std::optional<QString> strandedReason = {};
    std::optional<QString> code = {}; // of what is taken
    std::optional<Money> total = {}; // of what is taken, as it was shown
};

// What becomes of a booking after its sale: tickets are cancelled or exchanged, what is owed since an event was cancelled is
// paid out, and what was only reserved is paid, or prolonged. Customers may change their own until the
// events close for that, the counter everybody's. The order is that of a sale: new seats are frozen, the store makes the
// whole change durable, only then the ledgers sell and free. Lives on the house thread.
class BookingChangeService
{
public:
    BookingChangeService(EventDirectory &events, SaleStore &store, ReservationService &reservations, const Clock &clock, Scheduler &scheduler, IdGenerator &ids,
                         BookingRules rules);
    Q_DISABLE_COPY_MOVE(BookingChangeService)

    // NotFound, AlreadyCancelled, CancelClosed, KeyReused, TicketUsed, RefundReferenceMissing; CompanionAlone: a customer would keep a companion's
    // seat without its wheelchair place; TicketReleased: nobody came with one, and
    // that takes the counter, too; PaymentNotAllowed: something
    // goes back to a card, or in cash to somebody who may not take any, and that takes the counter. StaleVersion: a reservation was paid at the same moment. Where a voucher is named for what goes back: VoucherUnknown,
    // VoucherExpired, VoucherBlocked, CurrencyMismatch. NotPermitted: a fee is waived by somebody else than a manager.
    void cancel(const Caller &caller, const CancelRequest &request, Done<Booking> done);
    // Pays out what is owed to a booking since the event was cancelled. NotFound, NothingOwed, KeyReused,
    // RefundReferenceMissing, and those of a voucher.
    void refund(const Caller &caller, const RefundRequest &request, Done<Booking> done);
    // As cancel(), and what a checkout may be refused with. TicketReleased: nobody came with one, and something would go back, which takes
    // the counter; or its place was given free at the same moment. PayUntilTooLate: of a reservation, for an event before which it would
    // have to be paid earlier.
    void exchange(const Caller &caller, const ExchangeRequest &request, Done<Booking> done);
    // What is reserved is confirmed. NotFound, ReservationEnded, NotReserved, AlreadyCancelled, KeyReused, and how a payment may
    // be refused.
    void pay(const Caller &caller, const PayRequest &request, Done<Booking> done);
    // The same with payments that somebody took already, of which these vouchers pay some.
    void confirm(const Caller &caller, const PayRequest &request, const QList<Payment> &payments, const QList<storage::VoucherPart> &vouchers, const Done<Booking> &done);
    // NotFound, PayUntilTooLate, PayUntilPassed, ReservationEnded, NotReserved, AlreadyCancelled, KeyReused.
    void prolong(const Caller &caller, const ProlongRequest &request, Done<Booking> done);

private:
    struct Change : PendingWrite {
        storage::ChangeWrite write = {};
        std::optional<FrozenSeats> seats = {}; // to take
        bool atCounter = false;
    };

    // The booking, if the caller may know of it.
    void find(const Caller &caller, BookingId booking, const Done<Booking> &done);
    [[nodiscard]] Result<void> mayChange(const Caller &caller, const QList<Ticket> &tickets) const;
    void cancelFound(const Caller &caller, const CancelRequest &request, const Booking &booking, const Done<Booking> &done);
    void refundFound(const Caller &caller, const RefundRequest &request, const Done<Booking> &done);
    void exchangeFound(const Caller &caller, const ExchangeRequest &request, const Booking &booking, const Done<Booking> &done);
    // What is to be taken, priced and judged, with what is handed over for the difference.
    [[nodiscard]] Result<storage::ChangeWrite> draft(const Caller &caller, const ExchangeRequest &request, const Booking &booking) const;
    [[nodiscard]] std::shared_ptr<Change> makeChange(const Caller &caller, storage::ChangeWrite write, const Done<Booking> &done) const;
    void write(const std::shared_ptr<Change> &change);
    void onWritten(const std::shared_ptr<Change> &change, const Result<storage::ChangeOutcome> &outcome);

    EventDirectory &m_events;
    SaleStore &m_store;
    ReservationService &m_reservations;
    const Clock &m_clock;
    IdGenerator &m_ids;
    const TicketPricing m_pricing;
    const Till m_till;
    VoucherGuesses m_guesses;
    PendingWrites m_pending;
};

} // namespace parterre::services
