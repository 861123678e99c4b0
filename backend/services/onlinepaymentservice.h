// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/payments/paymentprovider.h"
#include "backend/services/bookingservice.h"
#include "backend/services/onlinerules.h"
#include "backend/services/seatsagain.h"
#include "backend/storage/onlinesettlement.h"

#include <QObject>
#include <QSet>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// Of a reservation of before.
struct OnlineRequest {
    BookingId booking = {};
    QString key = {};
    std::optional<Money> total = {}; // that was shown
};

struct OnlineStart {
    Booking booking = {};
    OnlinePayment payment = {};
    QUrl page = {}; // where it is paid, as long as it is pending
};

// As people are told of it: what was withdrawn nobody can pay any more, whatever the provider knows so far.
[[nodiscard]] OnlinePayment asTold(const storage::StoredOnlinePayment &stored);

// What the payer's browser is told.
struct OnlinePage {
    OnlinePayment payment = {};
    QString clientSecret = {}; // when the bank asks the payer something
};

// Hears what becomes of payments.
class OnlineListener
{
public:
    virtual void onlineChanged(const storage::StoredOnlinePayment &payment) = 0;

protected:
    ~OnlineListener() = default;
};

// Sells for payments over the internet. The booking is reserved and the payment written down before the provider hears of
// it; from then on whatever the provider says, asked or by itself, in whatever order, goes through one settlement in the
// store. Who is not heard of is asked, again and again, so that no payment is lost with a callback, a connection or this
// process. What has to go back: OnlineRefundService. Lives on the house thread.
class OnlinePaymentService
{
public:
    // No provider: the house takes none.
    OnlinePaymentService(EventDirectory &events, BookingService &bookings, storage::Storage &storage, payments::PaymentProvider *provider, const Clock &clock,
                         Scheduler &scheduler, IdGenerator &ids, Randomness &random, OnlineRules rules);
    Q_DISABLE_COPY_MOVE(OnlinePaymentService)

    void setListener(OnlineListener *listener) { m_listener = listener; }
    // Looks for what is due, and from then on by itself. To be called when the events are open.
    void start();

    // What a reservation may be refused with; OnlinePaymentsOff, ProviderRefused. When the provider cannot be reached the payment
    // is only Creating, until it can. A repetition answers the payment as it stands.
    void begin(const Caller &caller, SaleRequest request, const Done<OnlineStart> &done);
    // The same for a reservation that there is: of the caller, or for the counter of anybody. It stays when nobody pays. NotFound,
    // NotReserved, ReservationEnded, AlreadyCancelled, PriceChanged, TooLateOnline, KeyReused; OnlinePaymentsOff, ProviderRefused.
    void pay(const Caller &caller, const OnlineRequest &request, const Done<OnlineStart> &done);
    // Of the caller's booking, or for the counter of anybody's. NotFound also when it is not paid online.
    void get(const Caller &caller, BookingId booking, const Done<OnlineStart> &done);
    // Gives it up: nobody can pay it any more, and the seats are free. Answers what it is then, paid perhaps.
    // ProviderUnavailable: it is not known yet, ask again.
    void cancel(const Caller &caller, BookingId booking, const Done<OnlineStart> &done);

    // For whoever knows what the page is called. NotFound.
    void view(const QString &page, const Done<OnlinePage> &done);
    // Takes the money by what the browser calls `method`. PaymentDeclined, PaymentSettled (it is over, or about to be),
    // ProviderUnavailable (it is not known), ProviderRefused.
    void confirm(const QString &page, const QString &method, const Done<OnlinePage> &done);

    // What the provider tells by itself. Answered when it is durable.
    void take(const payments::Intent &intent, const Done<bool> &done);

private:
    using Settled = Done<storage::OnlineOutcome>;
    struct Settlement {
        storage::OnlineNews news = {};
        std::shared_ptr<SeatsAgain> seats = {};
        bool isUnknown = false; // it may be written already
        Settled done = {};
    };

    void beginFor(const Caller &caller, const Booking &booking, const Done<OnlineStart> &done);
    void start(const Result<storage::StoredOnlinePayment> &stored, const Booking &booking, const Done<OnlineStart> &done);
    void create(const storage::StoredOnlinePayment &stored, const Settled &done);
    void read(const Caller &caller, BookingId booking, const Done<storage::StoredOnlinePayment> &done);
    [[nodiscard]] OnlineStart toStart(const storage::StoredOnlinePayment &stored, const Booking &booking) const;
    [[nodiscard]] Instant nextLook(const storage::StoredOnlinePayment &stored, Instant now) const; // on any thread
    [[nodiscard]] storage::OnlineNews newsOf(const payments::Intent &intent) const;
    void settle(const storage::OnlineNews &news, const Settled &done);
    void write(const std::shared_ptr<Settlement> &settlement);
    void onWritten(const std::shared_ptr<Settlement> &settlement, const Result<storage::OnlineOutcome> &outcome);
    void takeSeats(const std::shared_ptr<Settlement> &settlement, const Booking &booking);
    void finish(const std::shared_ptr<Settlement> &settlement, const Result<storage::OnlineOutcome> &outcome);

    void look();
    void lookAt(const PaymentId &id);
    void ask(const storage::StoredOnlinePayment &stored);

    EventDirectory &m_events;
    BookingService &m_bookings;
    storage::Storage &m_storage;
    payments::PaymentProvider *const m_provider;
    const Clock &m_clock;
    IdGenerator &m_ids;
    Randomness &m_random;
    const OnlineRules m_rules;
    OnlineListener *m_listener = nullptr;
    QObject m_home; // where answers arrive; none do when it is gone
    QSet<PaymentId> m_asking;
    std::unique_ptr<Alarm> m_look;
    std::unique_ptr<Alarm> m_again;
    std::vector<std::shared_ptr<Settlement>> m_unknown; // to be written again
};

} // namespace parterre::services
