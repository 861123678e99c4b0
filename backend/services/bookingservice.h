// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/salestore.h"
#include "backend/services/sessionservice.h"

#include <deque>
#include <map>

namespace parterre::services {

struct SaleItem {
    EventId event = {};
    qint32 place = 0;
    QString ticketType = {};
    std::optional<qint64> version = {}; // of the hold; what the session holds now when absent
};

struct SaleRequest {
    QString key = {};
    QList<SaleItem> items = {};
    PaymentKind payment = PaymentKind::Cash;
    std::optional<Money> tendered = {};
    std::optional<QString> customerName = {};
    std::optional<QString> strandedReason = {};
};

struct BookingRules {
    // Whether customers and guests may record their own bookings as paid in cash: a kiosk beside the till, or a demo.
    bool selfServiceCash = false;
};

// Turns held seats into a booking, and a booking back into free seats. The order is the promise: the ledger freezes the
// seats, the store makes the sale durable, only then the ledger sells and the caller hears of it. Lives on the house
// thread.
class BookingService
{
public:
    BookingService(EventDirectory &events, SaleStore &store, const Clock &clock, Scheduler &scheduler, IdGenerator &ids, Randomness &random, BookingRules rules);
    Q_DISABLE_COPY_MOVE(BookingService)

    void checkout(const Caller &caller, const SaleRequest &request, Done<Booking> done);
    // Customers may cancel their own until the event closes for that, the counter everybody's.
    void cancel(const Caller &caller, BookingId booking, const QString &key, Done<Booking> done);
    void get(const Caller &caller, BookingId booking, Done<Booking> done);
    void list(const Caller &caller, storage::BookingQuery query, Done<storage::BookingPage> done);

private:
    // The seats of one sale, frozen in the ledgers of its events.
    struct FrozenSeats {
        OpenEvent *event = nullptr;
        ledger::CheckoutToken token = {};
        std::vector<ledger::Fence> fences = {};
    };
    struct Sale {
        Caller caller = {};
        storage::CheckoutWrite write = {};
        std::vector<FrozenSeats> frozen = {};
        Done<Booking> done = {};
        bool answered = false;
        bool outcomeUnknown = false; // it may have been written already: only the store's word may thaw the seats
        std::vector<std::function<void()>> afterwards = {}; // answers to repetitions, which know of it from the store
    };
    using KeyName = std::pair<UserId, QString>; // of an actor
    struct Cancellation {
        storage::CancelWrite write = {};
        Done<Booking> done = {};
        bool answered = false;
        bool outcomeUnknown = false;
    };

    void openEvents(const Caller &caller, QList<EventId> ids, Done<bool> done);
    void begin(const Caller &caller, const SaleRequest &request, const Done<Booking> &done);
    [[nodiscard]] Result<Booking> price(const Caller &caller, const SaleRequest &request) const;
    [[nodiscard]] std::optional<Error> strands(const Caller &caller, const SaleRequest &request) const;
    [[nodiscard]] Result<Payment> pay(const Caller &caller, const SaleRequest &request, const Money &total) const;
    [[nodiscard]] Result<std::vector<FrozenSeats>> freeze(const Caller &caller, const SaleRequest &request);
    void thaw(const std::vector<FrozenSeats> &frozen);
    void answerEarlierSale(const Caller &caller, const SaleRequest &request, const Error &otherwise, const Done<Booking> &done);
    void write(const std::shared_ptr<Sale> &sale);
    void finish(const std::shared_ptr<Sale> &sale, const Result<Booking> &result);
    void onWritten(const std::shared_ptr<Sale> &sale, const Result<storage::CheckoutOutcome> &outcome);
    // Believes the store which seats of a refused sale somebody else sold.
    void adoptSoldSeats(const Sale &sale, const Error &error);
    void markSold(OpenEvent &event, qint32 place, ledger::HolderId loser);
    void freeSeats(const QList<storage::FreedPlace> &freed);
    void cancelStored(const Caller &caller, const storage::StoredBooking &stored, const QString &key, const Done<Booking> &done);
    void write(const std::shared_ptr<Cancellation> &cancellation);
    void onWritten(const std::shared_ptr<Cancellation> &cancellation, const Result<storage::CancelOutcome> &outcome);

    // Writes again, a while later, what may be written already.
    void askAgainLater(std::function<void()> again);
    void onAskAgain();

    struct Question {
        Tick due = {};
        std::function<void()> again = {};
    };

    EventDirectory &m_events;
    SaleStore &m_store;
    const Clock &m_clock;
    IdGenerator &m_ids;
    Randomness &m_random;
    const BookingRules m_rules;
    std::map<KeyName, std::shared_ptr<Sale>> m_underWay; // from the freezing of the seats to the store's last word
    std::deque<Question> m_questions; // by when they are due
    std::unique_ptr<Alarm> m_askAgain;
};

} // namespace parterre::services
