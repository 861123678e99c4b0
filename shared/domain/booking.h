// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/money.h"
#include "shared/domain/contact.h"

#include <QList>

namespace parterre {

// Reserved: nothing is paid yet; unless it is until a date, its seats fall free.
enum class BookingState { Confirmed, Cancelled, Reserved };
// Exchanged: given back for another ticket of the same booking. Released: nobody came with it, and its place was given free; what
// was paid for it stays.
enum class TicketState { Valid, Cancelled, Exchanged, Released };
// Card: over a terminal that Parterre knows nothing of. Invoice: whoever is to pay was sent one. Complimentary: the house
// gives it away; nobody pays. Voucher: what was paid for it earlier is spent. Online: through a provider on the internet,
// who says itself what was paid.
enum class PaymentKind { Cash, Card, Invoice, Complimentary, Voucher, Online };
// A refund is a payment back, so that the sum over a booking is what the house keeps.
enum class PaymentDirection { Payment, Refund };

// What a price is made of: base, less the discount, and the fee. Tax that is not contained in these is added to them.
struct PriceParts {
    Money base = {};                       // by the event's prices
    Money discount = {};                   // taken off; 0 when nothing was
    std::optional<QString> discountName = {};
    Money fee = {};
    Money tax = {};                        // contained in the price

    friend bool operator==(const PriceParts &, const PriceParts &) = default;
};

// What stays with the house of a ticket when it is given back.
struct CancelFee {
    Money amount = {};
    Money tax = {};                        // contained in it

    friend bool operator==(const CancelFee &, const CancelFee &) = default;
};

// One place of one booking. Label, category and price are as sold, whatever happens to the plan later.
struct Ticket {
    TicketId id = {};
    QString number = {};     // unique, people can read it out: "7K3M-9QXA-1"
    EventId event = {};
    qint32 place = 0;
    QString label = {};      // "Stalls F 12"
    QString category = {};   // Category::key
    QString ticketType = {}; // TicketType::key
    Money price = {};        // all that it costs
    TicketState state = TicketState::Valid;
    std::optional<PriceParts> parts = {};    // absent: it costs what the event's prices say
    std::optional<CancelFee> cancelFee = {}; // as the event has it now; absent when it was given back, or all goes back

    // Nobody gave it back: its price is part of what the booking costs.
    [[nodiscard]] bool isKept() const { return state == TicketState::Valid || state == TicketState::Released; }

    friend bool operator==(const Ticket &, const Ticket &) = default;
};

struct Payment {
    PaymentId id = {};
    PaymentKind kind = PaymentKind::Cash;
    PaymentDirection direction = PaymentDirection::Payment;
    Money amount = {};                    // always positive; `direction` has the sign
    std::optional<Money> tendered = {};   // cash handed over
    std::optional<Money> change = {};     // cash handed back
    std::optional<QString> reference = {}; // of the terminal's receipt, of the invoice, or of the payment at the provider
    std::optional<QString> brand = {};    // of the card
    std::optional<QString> lastFour = {}; // digits of the card, more of them is never known here; or characters of the voucher's code
    std::optional<QString> payer = {};    // who gets the invoice, name and address
    std::optional<QString> reason = {};   // why it is complimentary
    std::optional<PaymentId> refunds = {}; // of a refund: the payment by card, invoice or voucher, or online, that it gives back, or the cash that goes to a voucher
    Instant at = {};

    friend bool operator==(const Payment &, const Payment &) = default;
};

// What the house owes a booking for its tickets of an event that it cancelled. Until it is paid out it is no payment: what
// was paid, less what was refunded, is the price of the tickets that are kept and what is owed.
struct Refund {
    EventId event = {};
    QString eventName = {};
    QString reason = {};                // why the event was cancelled
    Money amount = {};                  // 0 when the tickets were free
    Instant since = {};
    std::optional<Instant> paid = {};

    [[nodiscard]] bool isDue() const { return !paid && amount.amount > 0; }

    friend bool operator==(const Refund &, const Refund &) = default;
};

enum class ChargeKind { BookingFee, CancelFee };

// What a booking costs besides its tickets.
struct Charge {
    ChargeKind kind = ChargeKind::BookingFee;
    EventId event = {};                    // whose rule it is
    Money amount = {};
    Money tax = {};                        // contained in it
    Instant at = {};
    std::optional<Instant> returned = {};  // when the house cancelled the event: it is owed, or was paid back, since

    friend bool operator==(const Charge &, const Charge &) = default;
};

// What one checkout bought, and what became of it. A ticket that was given back stays where it was in the list.
struct Booking {
    BookingId id = {};
    QString reference = {};  // people can read it out: "7K3M-9QXA"
    BookingState state = BookingState::Confirmed;
    QString customerName = {};
    std::optional<QString> email = {}; // of the customer
    std::optional<QString> phone = {};
    Instant created = {};
    std::optional<Instant> payUntil = {}; // of what is reserved, and of nothing else
    Money total = {};        // of the tickets that are kept, and the charges; of a cancelled booking, what it was to the last
    QList<Ticket> tickets = {};
    QList<Charge> charges = {}; // oldest first
    QList<Payment> payments = {};
    QList<Refund> refunds = {}; // for events that were cancelled, oldest first

    [[nodiscard]] Contact contact() const { return {.name = customerName, .email = email, .phone = phone}; }

    friend bool operator==(const Booking &, const Booking &) = default;
};

// One row of a booking list.
struct BookingSummary {
    BookingId id = {};
    QString reference = {};
    BookingState state = BookingState::Confirmed;
    QString customerName = {};
    Instant created = {};
    std::optional<Instant> payUntil = {}; // as of a Booking
    Money total = {};
    qint32 ticketCount = 0;
    QString eventName = {};  // of the first ticket's event
    Instant eventStart = {};
    QString timeZone = {};   // IANA, of that event's venue
    QStringList labels = {}; // of the first tickets (of those that are kept, if any is), at most 10

    friend bool operator==(const BookingSummary &, const BookingSummary &) = default;
};

} // namespace parterre
