// SPDX-License-Identifier: GPL-3.0-or-later
#include "cartworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const EventId kLear = eventNumber(1);
const User kAnna = userNamed(u"anna"_s, 1);
const User kBela = userNamed(u"bela"_s, 2);

} // namespace

// From "book" to the server's word on it, whatever happens to the link.
class TestCartCheckout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CartWorld>();
        m_done = std::make_unique<QSignalSpy>(&model(), &CartModel::checkedOut);
        m_failed = std::make_unique<QSignalSpy>(&model(), &CartModel::checkoutFailed);
        QVERIFY(m_world->enterAs(kAnna));
        QVERIFY(m_world->hold(kLear, {3, 4}));
    }

    void checkout_sendsWhatTheCartShowsAndEmptiesIt()
    {
        m_world->server.when<BookingsCheckout>([this](const BookingsCheckoutParams &params) { return booked(params); });
        model().setTicketType(1, u"child"_s);
        model().checkout({.tendered = euros(50)}, {.name = u"Mrs Miller"_s, .email = u"miller@example.org"_s, .phone = u"112"_s});
        QCOMPARE(model().checkoutState(), CartModel::Checkout::Sending);
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(m_done->at(0)[0].value<Booking>().reference, u"7K3M-9QXA"_s);
        QCOMPARE(model().rowCount(), 0);
        QCOMPARE(model().checkoutState(), CartModel::Checkout::None);
        const auto sent = m_world->server.received<BookingsCheckout>().at(0);
        QVERIFY(sent.key.size() >= 16);
        QCOMPARE(sent.items.size(), 2);
        QCOMPARE(sent.items[1].ticketType, u"child"_s);
        QCOMPARE(sent.items[1].version, 7);
        QCOMPARE(sent.payment->tendered, euros(50));
        QCOMPARE(sent.customerName, u"Mrs Miller"_s);
    }

    void reservation_sendsTheCartWithoutMoney()
    {
        m_world->server.when<BookingsReserve>([this](const BookingsReserveParams &params) {
            m_world->cart.clear();
            return Result(BookingResult {.booking = {.id = BookingId(QUuid::createUuid()), .reference = u"7K3M-9QXA"_s, .state = BookingState::Reserved, .customerName = params.customerName, .payUntil = params.payUntil, .total = euros(60)}});
        });
        const Instant payUntil = m_world->clock.utcNow() + std::chrono::hours(3);
        model().reserve({.name = u"Mrs Miller"_s, .phone = u"112"_s}, payUntil);
        QCOMPARE(model().checkoutState(), CartModel::Checkout::Sending);
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(m_done->at(0)[0].value<Booking>().state, BookingState::Reserved);
        QCOMPARE(model().rowCount(), 0);
        const auto sent = m_world->server.received<BookingsReserve>().at(0);
        QVERIFY(sent.key.size() >= 16);
        QCOMPARE(sent.items.size(), 2);
        QCOMPARE(sent.customerName, u"Mrs Miller"_s);
        QCOMPARE(sent.payUntil, payUntil);
        QCOMPARE(m_world->server.count<BookingsCheckout>(), 0);
    }

    void exchangeOfAReservation_costsNothing()
    {
        m_world->server.ignore<BookingsExchange>();
        const Ticket ticket {.number = u"AAAA-1"_s, .price = euros(1)};
        model().startExchange({.booking = BookingId(m_world->ids.next()), .reference = u"AAAA"_s, .tickets = {ticket}, .isUnpaid = true});
        QCOMPARE(model().due(), euros(0));
        model().checkout({.tendered = euros(0)});
        TRY_ASKED(m_world->server, BookingsExchange, 1);
        const auto sent = m_world->server.received<BookingsExchange>().at(0);
        QVERIFY(!sent.payment && !sent.payments);
    }

    void checkout_isNotStartedTwice()
    {
        m_world->server.ignore<BookingsCheckout>();
        model().checkout({});
        model().checkout({});
        TRY_ASKED(m_world->server, BookingsCheckout, 1);
        model().setTicketType(0, u"child"_s); // nor changed on its way
        QCOMPARE(model().ticketType(0), u"adult"_s);
        model().requestRelease(kLear, {3});
        QVERIFY(model().pendingPlaces(kLear).isEmpty());
    }

    void refusal_keepsTheCartAndTheNextTryHasItsOwnKey()
    {
        m_world->server.when<BookingsCheckout>(Error {.code = ErrorCode::InsufficientPayment});
        model().checkout({});
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(m_failed->at(0)[0].value<Error>().code, ErrorCode::InsufficientPayment);
        QCOMPARE(model().rowCount(), 2);
        QCOMPARE(model().checkoutState(), CartModel::Checkout::None);
        model().checkout({});
        QTRY_COMPARE(m_failed->size(), 2);
        QVERIFY(key(0) != key(1));
    }

    void expiredHold_bookedNothingAndTheCartIsReadAgain()
    {
        m_world->server.when<BookingsCheckout>([this](const BookingsCheckoutParams &) -> Result<BookingResult> {
            m_world->cart.removeFirst();
            return Error {.code = ErrorCode::HoldExpired, .places = {3}};
        });
        model().checkout({});
        QTRY_COMPARE(m_failed->size(), 1);
        QTRY_COMPARE(m_world->labels(), QStringList {u"A 5"_s});
    }

    void withoutConnection_nothingIsSent()
    {
        m_world->server.setAccepting(false);
        m_world->server.dropLinks();
        QTRY_VERIFY(!m_world->session.isConnected());
        model().checkout({});
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(m_failed->at(0)[0].value<Error>().code, ErrorCode::Disconnected);
        QCOMPARE(model().checkoutState(), CartModel::Checkout::None);
    }

    void lineWithoutAPrice_isNotSold()
    {
        m_world->cart[1].prices.clear();
        m_world->cart.append(m_world->line(kLear, 5));
        m_world->cart[2].prices.clear();
        model().refresh();
        QTRY_COMPARE(model().rowCount(), 3);
        model().checkout({});
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(m_failed->at(0)[0].value<Error>().code, ErrorCode::NoPrice);
        QCOMPARE(m_world->server.count<BookingsCheckout>(), 0);
    }

    void brokenLink_isCheckedWithTheSameKey()
    {
        m_world->server.ignore<BookingsCheckout>();
        model().checkout({});
        TRY_ASKED(m_world->server, BookingsCheckout, 1);
        m_world->server.setAccepting(false);
        m_world->server.dropLinks();
        QTRY_COMPARE(model().checkoutState(), CartModel::Checkout::Checking);
        QCOMPARE(model().rowCount(), 2);
        m_world->server.when<BookingsCheckout>([this](const BookingsCheckoutParams &params) { return booked(params); });
        m_world->server.setAccepting(true);
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(key(0), key(1));
        QCOMPARE(model().rowCount(), 0);
        QCOMPARE(m_failed->size(), 0);
    }

    void lostVisit_soldBeforeIsFound()
    {
        m_world->server.ignore<BookingsCheckout>();
        model().checkout({});
        TRY_ASKED(m_world->server, BookingsCheckout, 1);
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        m_world->server.when<BookingsCheckout>([this](const BookingsCheckoutParams &params) { return booked(params); });
        QVERIFY(m_world->breakLink(false));
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(ended.size(), 0); // they were not lost, they were sold
        QCOMPARE(key(0), key(1));
    }

    void lostVisit_notSoldBeforeEmptiesTheCart()
    {
        m_world->server.ignore<BookingsCheckout>();
        model().checkout({});
        TRY_ASKED(m_world->server, BookingsCheckout, 1);
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        m_world->cart.clear();
        m_world->server.when<BookingsCheckout>(Error {.code = ErrorCode::NotHeld});
        QVERIFY(m_world->breakLink(false));
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended[0][2].value<HoldEndReason>(), HoldEndReason::SessionLost);
        QCOMPARE(model().rowCount(), 0);
    }

    void endedHoldsOfASaleUnderWay_stayUntilItsOutcome()
    {
        Answer<BookingsCheckout> answer;
        BookingsCheckoutParams asked;
        m_world->server.whenAsked<BookingsCheckout>([&](const BookingsCheckoutParams &params, const Answer<BookingsCheckout> &a) {
            asked = params;
            answer = a;
        });
        model().checkout({});
        QTRY_VERIFY(answer);
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        m_world->server.push<HoldsEnded>({.event = kLear, .places = {3}, .reason = HoldEndReason::Expired});
        answer(booked(asked));
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(ended.size(), 0);
    }

    void lostSignIn_waitsForTheBuyer()
    {
        loseTheSignInDuringCheckout();
        m_world->server.when<BookingsCheckout>([this](const BookingsCheckoutParams &params) { return booked(params); });
        QVERIFY(m_world->signIn(kAnna));
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(key(0), m_world->server.received<BookingsCheckout>().last().key);
    }

    void lostSignIn_isNotAskedForSomebodyElse()
    {
        loseTheSignInDuringCheckout();
        const int asked = m_world->server.count<BookingsCheckout>();
        QVERIFY(m_world->signIn(kBela));
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(m_failed->at(0)[0].value<Error>().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(m_world->server.count<BookingsCheckout>(), asked);
    }

    void leaving_givesTheCheckUp()
    {
        loseTheSignInDuringCheckout();
        m_world->session.endVisit();
        QCOMPARE(m_failed->size(), 1);
        QCOMPARE(model().checkoutState(), CartModel::Checkout::None);
    }

    void unreadableAnswer_isUnknownAndKeepsItsKeyForTheSameSale()
    {
        m_world->server.whenAsked<BookingsCheckout>([this](const BookingsCheckoutParams &, const Answer<BookingsCheckout> &) {
            for (int id = 1; id < 20; ++id) // whichever it was
                m_world->server.sendRaw(R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + R"(,"result":{"booking":7}})");
        });
        model().checkout({});
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(m_failed->at(0)[0].value<Error>().code, ErrorCode::OutcomeUnknown);
        m_world->server.when<BookingsCheckout>(Error {.code = ErrorCode::Overloaded});
        model().checkout({});
        QTRY_COMPARE(m_failed->size(), 2);
        QCOMPARE(key(0), key(1));
        model().setTicketType(0, u"child"_s);
        model().checkout({});
        QTRY_COMPARE(m_failed->size(), 3);
        QVERIFY(key(2) != key(0)); // another sale
    }

    void thousandCuts_neitherDoubleNorLoseASale()
    {
        // The server sells once per key, and the link breaks before or after it did.
        QHash<QString, BookingResult> sold;
        int cuts = 0;
        m_world->server.whenAsked<BookingsCheckout>([&](const BookingsCheckoutParams &params, const Answer<BookingsCheckout> &answer) {
            const bool before = cuts % 3 == 0;
            if (!before && !sold.contains(params.key)) {
                sold.insert(params.key, CartWorld::booking(params));
                m_world->cart.clear();
            }
            if (cuts++ % 4 < 3)
                return QMetaObject::invokeMethod(&m_world->server, [this] { m_world->server.dropLinks(); }, Qt::QueuedConnection), void();
            if (!sold.contains(params.key))
                sold.insert(params.key, CartWorld::booking(params));
            answer(sold.value(params.key));
        });
        for (int sale = 0; sale < 25; ++sale) {
            if (sale > 0)
                QVERIFY(m_world->hold(kLear, {3, 4}));
            model().checkout({});
            QTRY_COMPARE(m_done->size(), sale + 1);
            m_world->cart.clear();
            QTRY_VERIFY(m_world->session.isInVisit());
        }
        QCOMPARE(sold.size(), 25);
        QCOMPARE(m_failed->size(), 0);
        QVERIFY(cuts >= 50);
    }

    void parts_areSentInsteadOfCash()
    {
        const QList<CheckoutPart> parts {{.kind = PaymentKind::Card, .amount = euros(20), .reference = u"T-17"_s}, {.amount = euros(4), .tendered = euros(5)}};
        m_world->server.when<BookingsCheckout>([this](const BookingsCheckoutParams &params) { return booked(params); });
        model().checkout({.parts = parts});
        QTRY_COMPARE(m_done->size(), 1);
        const auto sent = m_world->server.received<BookingsCheckout>().at(0);
        QVERIFY(!sent.payment);
        QCOMPARE(sent.payments, std::optional(parts));
    }

    void exchange_sendsTheReferencesOfCards()
    {
        model().startExchange(draftOf({9900}));
        m_world->server.when<BookingsExchange>([this](const BookingsExchangeParams &) {
            m_world->cart.clear();
            return BookingResult {.booking = {.id = draftOf({1}).booking, .reference = u"7K3M-9QXA"_s}};
        });
        const QList<CardRefund> references {{.payment = PaymentId(m_world->ids.next()), .reference = u"T-18"_s}};
        model().checkout({.cardRefunds = references});
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(m_world->server.received<BookingsExchange>().at(0).cardRefunds, std::optional(references));
    }

    void exchange_givesTheTicketsBackForTheCart()
    {
        const ExchangeDraft draft = draftOf({2400, 1000});
        QSignalSpy changed(&model(), &CartModel::exchangeChanged);
        model().startExchange(draft);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model().due()->amount, model().total()->amount - 3400);
        m_world->server.when<BookingsExchange>([this](const BookingsExchangeParams &) {
            m_world->cart.clear();
            return BookingResult {.booking = {.id = draftOf({1}).booking, .reference = u"7K3M-9QXA"_s}};
        });
        model().checkout({.tendered = euros(50)}, {.name = u"not sent"_s}, u"because"_s);
        QTRY_COMPARE(m_done->size(), 1);
        const auto sent = m_world->server.received<BookingsExchange>().at(0);
        QCOMPARE(m_world->server.count<BookingsCheckout>(), 0);
        QCOMPARE(sent.booking, draft.booking);
        QCOMPARE(sent.tickets, QStringList({u"T-1"_s, u"T-2"_s}));
        QCOMPARE(sent.items.size(), 2);
        QCOMPARE(sent.items[0].version, 7);
        QCOMPARE(sent.payment->tendered, euros(50));
        QCOMPARE(sent.strandedReason, u"because"_s);
        QVERIFY(sent.key.size() >= 16);
        QVERIFY(!model().exchange());
        QCOMPARE(model().rowCount(), 0);
    }

    void exchange_overABrokenLinkIsCheckedWithTheSameKey()
    {
        model().startExchange(draftOf({2400}));
        m_world->server.ignore<BookingsExchange>();
        model().checkout({});
        TRY_ASKED(m_world->server, BookingsExchange, 1);
        model().stopExchange(); // not while it is on its way
        QVERIFY(model().exchange());
        QVERIFY(m_world->breakLink(true));
        TRY_ASKED(m_world->server, BookingsExchange, 2);
        QCOMPARE(model().checkoutState(), CartModel::Checkout::Checking);
        const auto sent = m_world->server.received<BookingsExchange>();
        QCOMPARE(sent[0].key, sent[1].key);
    }

    void exchange_refusedStaysAndCanBeGivenUp()
    {
        model().startExchange(draftOf({2400}));
        m_world->server.when<BookingsExchange>(Error {.code = ErrorCode::CancelClosed});
        model().checkout({});
        QTRY_COMPARE(m_failed->size(), 1);
        QVERIFY(model().exchange());
        QCOMPARE(model().rowCount(), 2);
        model().stopExchange();
        QCOMPARE(model().due(), model().total());
    }

    void exchange_isNotSomebodyElses()
    {
        model().startExchange(draftOf({2400}));
        m_world->server.when<AuthLogout>(Nothing {});
        m_world->session.logOut();
        QTRY_VERIFY(!model().exchange());
    }

private:
    // Tickets T-1, T-2, ... of these prices.
    static ExchangeDraft draftOf(const QList<qint64> &prices)
    {
        ExchangeDraft draft {.booking = BookingId(QUuid(7, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), .reference = u"7K3M-9QXA"_s};
        for (const qint64 price : prices)
            draft.tickets.append({.number = u"T-%1"_s.arg(draft.tickets.size() + 1), .event = kLear, .price = {price, {}}});
        return draft;
    }
    CartModel &model() { return m_world->model; }
    [[nodiscard]] Result<BookingResult> booked(const BookingsCheckoutParams &params)
    {
        m_world->cart.clear();
        return CartWorld::booking(params);
    }
    [[nodiscard]] QString key(int call) const { return m_world->server.received<BookingsCheckout>().at(call).key; }
    void loseTheSignInDuringCheckout()
    {
        m_world->server.ignore<BookingsCheckout>();
        model().checkout({});
        TRY_ASKED(m_world->server, BookingsCheckout, 1);
        m_world->server.when<AuthResume>(Error {.code = ErrorCode::TokenInvalid});
        m_world->server.when<BookingsCheckout>(Error {.code = ErrorCode::NotSignedIn});
        QVERIFY(m_world->breakLink(false));
        TRY_ASKED(m_world->server, BookingsCheckout, 2);
        QCOMPARE(model().checkoutState(), CartModel::Checkout::Checking);
        QCOMPARE(m_failed->size(), 0);
        bool answered = false;
        m_world->connection.call<SessionPing>({}, this, [&](const auto &) { answered = true; });
        QTRY_VERIFY(answered);
    }

    std::unique_ptr<CartWorld> m_world;
    std::unique_ptr<QSignalSpy> m_done;
    std::unique_ptr<QSignalSpy> m_failed;
};

QTEST_GUILESS_MAIN(TestCartCheckout)
#include "tst_cartcheckout.moc"
