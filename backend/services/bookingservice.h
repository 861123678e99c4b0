// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/frozenseats.h"
#include "backend/services/pendingwrites.h"
#include "backend/services/randomness.h"
#include "backend/services/reservationservice.h"
#include "backend/services/till.h"
#include "backend/services/voucherguesses.h"

namespace parterre::services {

struct SaleRequest {
    QString key = {};
    QList<SaleItem> items = {};
    QList<PaymentPart> payments = allInCash();
    std::optional<QString> customerName = {};
    std::optional<QString> email = {};
    std::optional<QString> phone = {};
    std::optional<QString> strandedReason = {};
    bool paysLater = false;                 // only reserved: the payments do not matter
    std::optional<Instant> payUntil = {};   // of what is reserved; as late as the events allow when absent
    std::optional<std::chrono::milliseconds> payWithin = {}; // instead, of what is paid at once, only not here: whatever the events say
    std::function<Result<void>(const Money &)> accepts = {}; // whether the total can be paid, where that is not for the till to say
    std::optional<QString> code = {};
    std::optional<Money> total = {}; // that was shown
};

// Turns held seats into a booking. The order is the promise: the ledger freezes the seats, the store makes the sale durable,
// only then the ledger sells and the caller hears of it. What becomes of it later: BookingChangeService. Lives on the house
// thread.
class BookingService
{
public:
    BookingService(EventDirectory &events, SaleStore &store, ReservationService &reservations, const Clock &clock, Scheduler &scheduler, IdGenerator &ids,
                   Randomness &random, BookingRules rules);
    Q_DISABLE_COPY_MOVE(BookingService)

    // Sells, or reserves.
    void checkout(const Caller &caller, const SaleRequest &request, Done<Booking> done);
    void get(const Caller &caller, BookingId booking, Done<Booking> done);
    void list(const Caller &caller, storage::BookingQuery query, Done<storage::BookingPage> done);

private:
    struct Sale : PendingWrite {
        storage::CheckoutWrite write = {};
        std::optional<FrozenSeats> seats = {};
    };

    struct Draft {
        Booking booking = {};
        QList<DiscountId> codes = {};
    };

    void begin(const Caller &caller, const SaleRequest &request, const Done<Booking> &done);
    // Paid, or with the date until when it is to be.
    [[nodiscard]] Result<Draft> draft(const Caller &caller, const SaleRequest &request) const;
    void write(const std::shared_ptr<Sale> &sale);
    void onWritten(const std::shared_ptr<Sale> &sale, const Result<storage::CheckoutOutcome> &outcome);

    EventDirectory &m_events;
    SaleStore &m_store;
    ReservationService &m_reservations;
    const Clock &m_clock;
    IdGenerator &m_ids;
    Randomness &m_random;
    const TicketPricing m_pricing;
    const Till m_till;
    VoucherGuesses m_guesses;
    PendingWrites m_pending;
};

} // namespace parterre::services
