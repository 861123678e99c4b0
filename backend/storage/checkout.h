// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/domain/bookinglimit.h"

#include <functional>

namespace parterre::storage {

// Which voucher pays.
struct VoucherPart {
    PaymentId payment = {};                  // by voucher
    QString codeHash = {};                   // SHA-256 of the code, hex
};

// A sale to make durable: the whole booking with ids, reference, ticket numbers and payments made by the caller. What is reserved
// has no payments.
struct CheckoutWrite {
    Booking booking = {};
    UserId owner = {};                       // whose booking it is; null: sold at the counter to somebody without account
    UserId actor = {};                       // who sells; the idempotency key is theirs
    QString key = {};
    QByteArray requestHash = {};             // SHA-256 of what was asked for
    AuditContext audit = {};
    QList<VoucherPart> vouchers = {};        // one for each payment by voucher
    QList<DiscountId> codes = {};            // discounts that tickets got by a code: a use of each
    QString strandedReason = {};             // why the counter left single seats behind; for the audit, empty: it did not
    // Gives the booking another reference and other ticket numbers: called, on the writer's thread, when one exists
    // already. Without it such a sale fails with AlreadyExists.
    std::function<void(Booking &)> renumber = {};
};

// Failures of a checkout, none of which changes anything: SaleClosed (with the event: it is not sold now, or gone), SeatTaken (with the places), KeyReused, VoucherUnknown, VoucherExpired,
// VoucherBlocked, VoucherBalance, CodeUnknown and CodeUsedUp, CurrencyMismatch (a voucher's), InvalidParams, Overloaded,
// StorageUnavailable. OutcomeUnknown: ask again with the same key. That the event and the accounts are there is the caller's
// to know.
struct CheckoutOutcome {
    Booking booking = {};                    // as stored
    bool replayed = false;                   // an earlier request with the key sold it; nothing was written now
};

// Most tickets a booking may ever have had: it has to fit into one message.
inline constexpr qsizetype kMaxTicketsOfBooking = 500;

// The terminal's reference of what went back to a card.
struct CardRefund {
    PaymentId payment = {};                  // of the booking, by card
    QString reference = {};
};

// What becomes of a booking after its sale, made durable as a whole: tickets are given back, others are taken in their place,
// and the difference is paid or refunded. Without tickets taken that is a cancellation, of all or some, else an exchange. Or
// tickets stay as they are, and what is owed since an event was cancelled is paid out, or a reservation is paid or prolonged.
struct ChangeWrite {
    BookingId booking = {};
    UserId actor = {};
    QString key = {};
    QByteArray requestHash = {};
    QStringList givenBack = {};              // ticket numbers; none: all that are kept
    bool atCounter = false;                  // who gives them back: those whose places were given free, too
    QStringList givenFree = {};              // of those that are exchanged: whose places the caller knows to be given free; no others are exchanged that are
    QList<Ticket> taken = {};                // in the booking's currency; get their numbers when they are written
    QList<TicketLimit> limits = {};          // of events of the tickets taken
    QStringList kept = {};                   // numbers of all that were kept when it was decided; if others are now, nothing is done; none: whichever
    std::optional<EventId> refundOf = {};    // the event of which what is owed is paid out; then nothing is given back or taken
    bool pays = false;                       // the reservation, with the payments; then nothing is given back or taken
    std::optional<Instant> payUntil = {};    // of the reservation from now on; then nothing is given back or taken
    bool isUnpaid = false;                   // the caller has seen a reservation: if it was paid meanwhile, nothing is done
    PaymentId payment = {};                  // id of what is refunded, or paid in cash; of several refunds the first
    QList<Payment> payments = {};            // of what is due; exactly that in cash when there are none
    QList<VoucherPart> vouchers = {};        // as in CheckoutWrite
    QList<CardRefund> cardRefunds = {};      // one for each payment by card that something of goes back
    bool handsOutCash = true;                // whoever asks for it can; else nothing is done that gives cash back
    std::optional<QString> refundToVoucher = {}; // SHA-256 of a code, hex: of the voucher that gets what would go back in cash
    QList<DiscountId> codes = {};            // as in CheckoutWrite, of the tickets taken; one that the booking used before counts once
    QString feeWaived = {};                  // why no cancellation fee stays with the house; for the audit, empty: it does
    QString strandedReason = {};             // as in CheckoutWrite
    AuditContext audit = {};
    Instant now = {};
};

struct FreedPlace {
    EventId event = {};
    qint32 place = 0;

    friend bool operator==(const FreedPlace &, const FreedPlace &) = default;
};

// Reservations to give free, if they are still unpaid and their time is over.
struct ReleaseWrite {
    QList<BookingId> bookings = {};
    Instant now = {};
};

// Failures of a change, none of which changes anything: NotFound (the booking, or a ticket of it), SeatTaken (with the
// places), SaleClosed (with the event: a ticket is to be taken of one that is not sold now, or gone), NothingOwed, BookingTooLarge, TicketUsed, TicketReleased, PaymentMismatch, RefundReferenceMissing, PaymentNotAllowed (cash goes back), CodeUnknown, CodeUsedUp, CurrencyMismatch, those of vouchers, KeyReused, InvalidParams, StorageUnavailable; OutcomeUnknown as
// for a sale. StaleVersion: ChangeWrite::isUnpaid and counted. Of paying and prolonging: ReservationEnded (it was given free unpaid), NotReserved (it is paid),
// AlreadyCancelled.
struct ChangeOutcome {
    Booking booking = {};                    // as it stands now
    QList<FreedPlace> freed = {};            // places of tickets given back, by this change or before, that nobody owns now
    bool replayed = false;                   // an earlier request with the key did it; nothing was written now
    bool alreadyCancelled = false;           // what was to be given back is not valid any more; nothing was written now
};

} // namespace parterre::storage
