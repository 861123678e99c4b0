// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/cartquote.h"
#include "app/state/exchangedraft.h"
#include "app/state/holdextension.h"
#include "app/state/pendingcheckout.h"
#include "app/state/settlement.h"
#include "shared/protocol/cart.h"

#include <QAbstractListModel>
#include <QSet>

#include <functional>

namespace parterre {

// Everything this session holds, over all events, and its way to a booking: the one place in the app that acquires,
// releases and extends holds and sells them. The server's word is final: after every break and every doubt the cart
// is read again.
class CartModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LineRole = Qt::UserRole, // protocol::CartLine; Qt::DisplayRole is the label
        TicketTypeRole,          // key
        PriceRole,               // Money of that ticket type; invalid when there is none
        ReleasingRole,           // bool
    };
    using Checkout = CheckoutState;

    struct Place {
        EventId event = {};
        qint32 place = 0;

        friend bool operator==(const Place &, const Place &) = default;
        friend std::size_t qHash(const Place &p, std::size_t seed = 0) { return qHashMulti(seed, p.event, p.place); }
    };

    // `session` and `ids` outlive the model; ids make the idempotency keys.
    CartModel(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const protocol::CartLine &line(int row) const { return m_lines.at(row).line; }
    [[nodiscard]] QString ticketType(int row) const { return m_lines.at(row).ticketType; }
    void setTicketType(int row, const QString &key);
    [[nodiscard]] std::optional<Money> price(int row) const;
    // -1 when the cart does not have it.
    [[nodiscard]] int rowOf(EventId event, qint32 place) const;
    // By the prices alone, without what quote() knows. Nothing when a line has no price or the currencies differ; zero for an
    // empty cart.
    [[nodiscard]] std::optional<Money> total() const;
    // When the first hold ends, on this computer's steady clock.
    [[nodiscard]] std::optional<Tick> earliestDeadline() const;
    [[nodiscard]] Tick deadline(int row) const;
    [[nodiscard]] bool canExtend() const;

    // Holds and deadlines of one event, in the server's time.
    [[nodiscard]] QHash<qint32, Instant> deadlines(EventId event) const;
    // What this cart has of one event.
    [[nodiscard]] QList<qint32> places(EventId event) const { return deadlines(event).keys(); }
    // Places of one event with a hold or release under way, and areas of which more were asked for.
    [[nodiscard]] QList<qint32> pendingPlaces(EventId event) const;
    [[nodiscard]] QSet<qint32> pendingAreas(EventId event) const;

    // All or none. What is known of the seats (label, category, prices) comes along, so that they stand in the cart at
    // once; what is missing is read from the server. Ends in seatsHeld() or holdFailed().
    // `heldBack`: staff means to have what the house holds back, too.
    void requestHold(EventId event, const QList<protocol::CartLine> &wanted, bool heldBack = false);
    // So many places of areas, counting what the cart has of them; `describe` says what is known of a place that was
    // granted. Ends likewise.
    using Describe = std::function<protocol::CartLine(qint32 place)>;
    void requestAreas(EventId event, const QList<AreaSeats> &areas, const Describe &describe, bool heldBack = false);
    void requestRelease(EventId event, const QList<qint32> &places);
    void releaseAll();
    // More time for every line that may still have it.
    void extend();

    // From now on the cart is booked in exchange for these tickets, until it is, or the exchange is given up, or the person
    // signs out.
    void startExchange(const ExchangeDraft &draft);
    void stopExchange();
    [[nodiscard]] const std::optional<ExchangeDraft> &exchange() const { return m_exchange; }
    // What would be to be paid by the prices alone; less than zero: to be paid back. Nothing as with total().
    [[nodiscard]] std::optional<Money> due() const;

    // What the server says that the cart costs.
    [[nodiscard]] CartQuote &quote() { return m_quote; }

    // Books the whole cart, or exchanges for it. Ends in checkedOut() or checkoutFailed(), however often the link breaks meanwhile.
    // `strandedReason`: why the counter leaves single seats behind (seat_stranded).
    void checkout(const Settlement &settlement, const Buyer &buyer = {}, const std::optional<QString> &strandedReason = {});
    // Reserves the whole cart, to be paid until then. Ends likewise.
    void reserve(const Contact &contact, Instant payUntil, const std::optional<QString> &strandedReason = {});
    // Books the whole cart, to be paid online. Ends in paymentBegun() or checkoutFailed().
    void payOnline(const Buyer &buyer = {}, const std::optional<QString> &strandedReason = {});
    [[nodiscard]] Checkout checkoutState() const { return m_checkout.state(); }
    [[nodiscard]] bool isExtending() const { return m_extension.isRunning(); }

    // Reads the cart again.
    void refresh();

Q_SIGNALS:
    // Lines, ticket types, prices or deadlines changed: total and countdown are to be read again.
    void totalsChanged();
    void holdsChanged(parterre::EventId event);
    void pendingChanged(parterre::EventId event);
    void seatsHeld(parterre::EventId event, const QList<qint32> &places);
    void holdFailed(parterre::EventId event, const QList<qint32> &places, const parterre::Error &error);
    void releaseFailed(parterre::EventId event, const QList<qint32> &places, const parterre::Error &error);
    void extended();
    void extendFailed(const parterre::Error &error);
    // Seats that are no longer held although nobody here gave them back.
    void holdsEnded(parterre::EventId event, const QStringList &labels, parterre::HoldEndReason reason);
    void exchangeChanged();
    void checkoutStateChanged();
    void checkedOut(const parterre::Booking &booking);
    // What it added to the booking's payments; comes before checkedOut().
    void paid(const QList<parterre::Payment> &payments);
    void paymentBegun(const parterre::OnlinePayment &payment, const QUrl &page);
    void checkoutFailed(const parterre::Error &error);
    void refreshFailed(const parterre::Error &error);

private:
    struct Line {
        protocol::CartLine line = {};
        QString ticketType = {};
    };

    void onEntered(bool resumed);
    void onLeft();
    void onUserChanged();
    void onHoldsEnded(const protocol::HoldsEndedParams &params);
    void onAcquired(EventId event, const QList<protocol::CartLine> &wanted, const Result<protocol::HoldsResult> &answer);
    void onReleased(EventId event, const QList<qint32> &places, const Result<protocol::Nothing> &answer);
    void onCart(const Result<protocol::CartGetResult> &answer, quint64 changesAtAsking, Tick sent);
    void onExtended(const Result<protocol::HoldsResult> &answer);
    void onBooked(const Booking &booking, const QList<protocol::CheckoutItem> &items);
    void onBegun(const OnlinePayment &payment, const QUrl &page, const QList<protocol::CheckoutItem> &items);
    void onCheckoutFailed(const Error &error);
    void afterCheckout();
    // The whole cart; nothing, and that is told, when it cannot be sold now.
    [[nodiscard]] std::optional<QList<protocol::CheckoutItem>> itemsToSell();
    void failLater(std::function<void()> announce);
    [[nodiscard]] QHash<EventId, QList<qint32>> placesByEvent(const std::function<bool(const Line &)> &match) const;
    void takeOver(const QList<protocol::CartLine> &lines);
    void put(const protocol::CartLine &line);
    // Takes the lines that match out and answers them.
    QList<protocol::CartLine> take(const std::function<bool(const Line &)> &match);
    void loseAll(HoldEndReason reason);
    void announceEnds(const QList<protocol::CartLine> &lines, const std::function<HoldEndReason(const Hold &)> &reason);
    void setPending(EventId event, const QList<qint32> &places, bool pending);

    SessionModel &m_session;
    QList<Line> m_lines;
    QSet<Place> m_pending, m_pendingAreas; // the latter by area
    QSet<Place> m_givenBack;            // asked to be released; that they are gone is no news
    std::optional<UserId> m_owner;      // whose cart it is
    quint64 m_changes = 0;              // tells whether something happened while the cart was asked for
    bool m_reading = false;
    bool m_readAgain = false;
    HoldExtension m_extension;
    std::optional<ExchangeDraft> m_exchange;
    PendingCheckout m_checkout;
    CartQuote m_quote;
    bool m_lostMeanwhile = false;       // the session went while the checkout was being checked
};

} // namespace parterre
