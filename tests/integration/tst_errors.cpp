// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockerrors.h"
#include "contacterrors.h"
#include "drafterrors.h"
#include "eventerrors.h"
#include "exchangeerrors.h"
#include "mailerrors.h"
#include "noshowerrors.h"
#include "paymenterrors.h"
#include "planerrors.h"
#include "reservationerrors.h"
#include "priceerrors.h"
#include "serieserrors.h"
#include "showtimeerrors.h"
#include "ticketerrors.h"
#include "vouchererrors.h"

#include "shared/protocol/methods.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

namespace {

QJsonObject registration(const QString &email, const QString &password = u"three-odd-socks-41"_s)
{
    return {{u"email"_s, email}, {u"password"_s, password}, {u"name"_s, u"Nora New"_s}};
}

QJsonObject setup(const QString &code, const QString &email, const QString &password = u"three-odd-socks-41"_s)
{
    QJsonObject params = registration(email, password);
    params.insert(u"code"_s, code);
    return params;
}

// The answer of `method` while a checkout of the same seat is being written: both come in one message.
WireReply duringCheckout(World &world, const QString &method)
{
    const EventId event = world.events().evening;
    const qint32 seat = world.seat();
    const auto client = world.holder(event, seat);
    const QJsonObject params = method == u"bookings.checkout" ? checkoutOf(event, {seat}, newKey()) : placesOf(event, {seat});
    return client->callTogether({{u"bookings.checkout"_s, checkoutOf(event, {seat}, newKey())}, {method, params}}).at(1);
}

// The answer to somebody whose hold of the seat ran out.
WireReply afterExpiry(World &world, const QString &method)
{
    const EventId event = world.events().hasty;
    const qint32 seat = world.seat();
    const auto client = world.holder(event, seat);
    if (client->awaitNotification(u"holds.ended"_s).isEmpty())
        return {};
    return client->call(method, method == u"holds.extend" ? placesOf(event, {seat}) : checkoutOf(event, {seat}, newKey()));
}

std::function<WireReply(World &)> places(const QString &method, EventId TestHouse::Events::*event, const QList<qint32> &list)
{
    return asks(method, [=](World &world) { return placesOf(world.events().*event, list); });
}

QList<Provocation> accountRows()
{
    const QString taken = TestHouse::emailOf(Role::Customer).toUpper();
    return {
        {"session.hello", ErrorCode::UnsupportedProtocol, [](World &world) {
             WireClient client(world.house.url());
             return client.awaitConnected() ? client.call(u"session.hello"_s, {{u"protocol"_s, QJsonArray {7, 9}}, {u"client"_s, u"future/9"_s}}) : WireReply();
         }},
        {"auth.register", ErrorCode::EmailTaken, asks(u"auth.register"_s, [taken](World &) { return registration(taken); }, Role::Anonymous)},
        {"auth.register", ErrorCode::WeakPassword, asks(u"auth.register"_s, [](World &) { return registration(u"weak@new.example"_s, u"password1"_s); }, Role::Anonymous)},
        {"auth.register", ErrorCode::AlreadySignedIn, asks(u"auth.register"_s, [](World &) { return registration(u"second@new.example"_s); })},
        {"auth.login", ErrorCode::WrongCredentials,
         asks(u"auth.login"_s, [](World &) { return QJsonObject {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, u"guessed"_s}}; }, Role::Anonymous)},
        {"auth.login", ErrorCode::AlreadySignedIn,
         asks(u"auth.login"_s, [](World &) { return QJsonObject {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, TestHouse::passwordOf(Role::Clerk)}}; })},
        {"auth.guest", ErrorCode::GuestsNotAllowed, elsewhere({.guests = false}, [](const TestHouse &house) {
             return house.visitor(Role::Anonymous)->call(u"auth.guest"_s, {{u"name"_s, u"Gus"_s}});
         })},
        {"auth.guest", ErrorCode::AlreadySignedIn, asks(u"auth.guest"_s, [](World &) { return QJsonObject {{u"name"_s, u"Gus"_s}}; })},
        {"auth.resume", ErrorCode::TokenInvalid, asks(u"auth.resume"_s, [](World &) { return QJsonObject {{u"token"_s, QString(43, u'x')}}; }, Role::Anonymous)},
        {"auth.resume", ErrorCode::AlreadySignedIn, asks(u"auth.resume"_s, [](World &) { return QJsonObject {{u"token"_s, QString(43, u'x')}}; })},
        {"auth.changePassword", ErrorCode::WrongCredentials, asks(u"auth.changePassword"_s, [](World &) {
             return QJsonObject {{u"current"_s, u"guessed"_s}, {u"replacement"_s, u"three-odd-socks-41"_s}};
         }, Role::Door)},
        {"auth.changePassword", ErrorCode::WeakPassword, asks(u"auth.changePassword"_s, [](World &) {
             return QJsonObject {{u"current"_s, TestHouse::passwordOf(Role::Door)}, {u"replacement"_s, u"12345678"_s}};
         }, Role::Door)},
        {"auth.setup", ErrorCode::SetupCodeInvalid, asks(u"auth.setup"_s, [](World &) { return setup(u"AAAA-AAAA"_s, u"a@new.example"_s); }, Role::Anonymous)},
        {"auth.setup", ErrorCode::EmailTaken, elsewhere({.administrator = false}, [taken](const TestHouse &house) {
             return house.visitor(Role::Anonymous)->call(u"auth.setup"_s, setup(house.house().setupCode(), taken));
         })},
        {"auth.setup", ErrorCode::WeakPassword, elsewhere({.administrator = false}, [](const TestHouse &house) {
             return house.visitor(Role::Anonymous)->call(u"auth.setup"_s, setup(house.house().setupCode(), u"a@new.example"_s, u"password1"_s));
         })},
        {"auth.setup", ErrorCode::AlreadySignedIn, elsewhere({.administrator = false}, [](const TestHouse &house) {
             return house.visitor(Role::Clerk)->call(u"auth.setup"_s, setup(house.house().setupCode(), u"a@new.example"_s));
         })},
    };
}

QList<Provocation> catalogRows()
{
    const auto named = [](const QString &key) { return [key](World &) { return QJsonObject {{key, kNobody}}; }; };
    return {
        {"events.get", ErrorCode::NotFound, asks(u"events.get"_s, [](World &world) { return QJsonObject {{u"event"_s, world.events().draft.toString()}}; })},
        {"events.poster", ErrorCode::NotFound, asks(u"events.poster"_s, [](World &world) { return QJsonObject {{u"event"_s, world.events().draft.toString()}}; })},
        {"venues.get", ErrorCode::NotFound, asks(u"venues.get"_s, named(u"venue"_s))},
        {"venues.logo", ErrorCode::NotFound, asks(u"venues.logo"_s, named(u"venue"_s))},
        {"plans.get", ErrorCode::NotFound,
         asks(u"plans.get"_s, [](World &world) { return QJsonObject {{u"plan"_s, world.house.plan().id.toString()}, {u"version"_s, 2}}; })},
        {"seatmap.subscribe", ErrorCode::NotFound, asks(u"seatmap.subscribe"_s, [](World &world) { return QJsonObject {{u"event"_s, world.events().draft.toString()}}; })},
        {"seatmap.unsubscribe", ErrorCode::NotFound, asks(u"seatmap.unsubscribe"_s, named(u"event"_s))},
    };
}

// Of the second table of the cabaret, which is sold whole and held by the client; then it is free again.
WireReply withTable(World &world, const std::function<WireReply(WireClient &client, const EventId &event)> &ask)
{
    const auto client = world.house.visitor(Role::Clerk);
    const QJsonObject whole = placesOf(world.events().cabaret, {4, 5, 6, 7});
    if (!client->call(u"holds.acquire"_s, whole).ok())
        qFatal("the table could not be held");
    const WireReply reply = ask(*client, world.events().cabaret);
    static_cast<void>(client->call(u"holds.release"_s, whole));
    return reply;
}

// Of a booking of that table.
WireReply withBookedTable(World &world, const std::function<WireReply(WireClient &client, const QJsonValue &booking)> &ask)
{
    return withTable(world, [&](WireClient &client, const EventId &event) {
        const QJsonValue booking = client.call(u"bookings.checkout"_s, checkoutOf(event, {4, 5, 6, 7}, newKey())).at(u"booking"_s);
        const WireReply reply = ask(client, booking);
        static_cast<void>(client.call(u"bookings.cancel"_s, cancellation(booking[u"id"_s].toString())));
        return reply;
    });
}

QList<Provocation> tableRows()
{
    return {
        {"holds.acquire", ErrorCode::AreaFull, [](World &world) {
             QJsonObject params = placesOf(world.events().cabaret, {});
             params.insert(u"areas"_s, QJsonArray {QJsonObject {{u"area"_s, 1}, {u"seats"_s, TestHouse::Cabaret::kGallery + 1}}});
             return world.house.visitor()->call(u"holds.acquire"_s, params);
         }},
        {"holds.acquire", ErrorCode::TableSoldWhole, places(u"holds.acquire"_s, &TestHouse::Events::cabaret, {1})},
        {"holds.release", ErrorCode::TableSoldWhole, [](World &world) {
             return withTable(world, [](WireClient &client, const EventId &event) { return client.call(u"holds.release"_s, placesOf(event, {5})); });
         }},
        {"holds.extend", ErrorCode::TableSoldWhole, [](World &world) {
             return withTable(world, [](WireClient &client, const EventId &event) { return client.call(u"holds.extend"_s, placesOf(event, {5})); });
         }},
        {"bookings.checkout", ErrorCode::TableSoldWhole, [](World &world) {
             return withTable(world, [](WireClient &client, const EventId &event) { return client.call(u"bookings.checkout"_s, checkoutOf(event, {5}, newKey())); });
         }},
        {"bookings.cancel", ErrorCode::TableSoldWhole, [](World &world) {
             return withBookedTable(world, [](WireClient &client, const QJsonValue &booking) {
                 QJsonObject some = cancellation(booking[u"id"_s].toString());
                 some.insert(u"tickets"_s, QJsonArray {booking[u"tickets"_s][0][u"number"_s]});
                 return client.call(u"bookings.cancel"_s, some);
             });
         }},
        {"bookings.exchange", ErrorCode::TableSoldWhole, [](World &world) {
             return withBookedTable(world, [&world](WireClient &client, const QJsonValue &booking) {
                 return client.call(u"bookings.exchange"_s, exchangeOf(booking, world.events().cabaret, {8}, newKey()));
             });
         }},
    };
}

QList<Provocation> holdRows()
{
    const QList<qint32> beyond {5, TestHouse::kSeats};
    return {
        {"holds.acquire", ErrorCode::NotFound, places(u"holds.acquire"_s, &TestHouse::Events::draft, {30})},
        {"holds.acquire", ErrorCode::UnknownPlace, places(u"holds.acquire"_s, &TestHouse::Events::evening, beyond)},
        {"holds.acquire", ErrorCode::SeatTaken, [](World &world) {
             const qint32 seat = world.seat();
             const auto owner = world.holder(world.events().evening, seat);
             return world.house.visitor()->call(u"holds.acquire"_s, placesOf(world.events().evening, {seat}));
         }},
        {"seats.suggest", ErrorCode::NotFound, [](World &world) {
             return world.house.visitor()->call(u"seats.suggest"_s, {{u"event"_s, world.events().draft.toString()}, {u"size"_s, 2}});
         }},
        {"seats.suggest", ErrorCode::UnknownPlace, [](World &world) {
             return world.house.visitor()->call(u"seats.suggest"_s, {{u"event"_s, world.events().evening.toString()}, {u"size"_s, 1}, {u"lost"_s, QJsonArray {TestHouse::kSeats}}});
         }},
        {"seats.suggest", ErrorCode::TooManySeats, [](World &world) {
             return world.house.visitor()->call(u"seats.suggest"_s, {{u"event"_s, world.events().evening.toString()}, {u"size"_s, 2}, {u"wheelchairs"_s, 3}});
         }},
        {"bookings.checkout", ErrorCode::SeatStranded, [](World &world) {
             const auto guest = world.holder(world.events().tidy, 1); // leaves the seat at the wall
             return guest->call(u"bookings.checkout"_s, checkoutOf(world.events().tidy, {1}, newKey()));
         }},
        {"bookings.checkout", ErrorCode::CompanionAlone, [](World &world) {
             const Companion companion(world);
             return companion.guest->call(u"bookings.checkout"_s, checkoutOf(companion.event, companion.places, newKey()));
         }},
        {"bookings.checkout", ErrorCode::BookingTooLarge, [](World &world) {
             const auto guest = world.house.visitor();
             const QList<qint32> seats {world.seat(), world.seat(), world.seat()};
             static_cast<void>(guest->call(u"holds.acquire"_s, placesOf(world.events().abroad, seats)));
             return guest->call(u"bookings.checkout"_s, checkoutOf(world.events().abroad, seats, newKey()));
         }},
        {"holds.acquire", ErrorCode::TooManySeats, places(u"holds.acquire"_s, &TestHouse::Events::matinee, {1, 2, 3, 4, 5, 6, 7})},
        {"holds.acquire", ErrorCode::SaleClosed, places(u"holds.acquire"_s, &TestHouse::Events::later, {30})},
        {"holds.acquire", ErrorCode::SaleClosed, places(u"holds.acquire"_s, &TestHouse::Events::paused, {30})},
        {"holds.acquire", ErrorCode::SaleClosed, places(u"holds.acquire"_s, &TestHouse::Events::past, {30})},
        {"holds.acquire", ErrorCode::SaleClosed, places(u"holds.acquire"_s, &TestHouse::Events::calledOff, {30})},
        {"holds.acquire", ErrorCode::CheckoutRunning, [](World &world) { return duringCheckout(world, u"holds.acquire"_s); }},
        {"holds.holder", ErrorCode::NotFound, [](World &world) {
             return world.house.visitor(Role::Clerk)->call(u"holds.holder"_s, {{u"event"_s, kNobody}, {u"place"_s, 1}});
         }},
        {"holds.holder", ErrorCode::UnknownPlace, [](World &world) {
             return world.house.visitor(Role::Clerk)->call(u"holds.holder"_s, {{u"event"_s, world.events().evening.toString()}, {u"place"_s, TestHouse::kSeats}});
         }},
        {"holds.holder", ErrorCode::NotHeld, [](World &world) {
             return world.house.visitor(Role::Clerk)->call(u"holds.holder"_s, {{u"event"_s, world.events().evening.toString()}, {u"place"_s, world.seat()}});
         }},
        {"holds.release", ErrorCode::NotFound, places(u"holds.release"_s, &TestHouse::Events::draft, {30})},
        {"holds.release", ErrorCode::UnknownPlace, places(u"holds.release"_s, &TestHouse::Events::evening, beyond)},
        {"holds.release", ErrorCode::NotHeld, places(u"holds.release"_s, &TestHouse::Events::evening, {0})},
        {"holds.release", ErrorCode::CheckoutRunning, [](World &world) { return duringCheckout(world, u"holds.release"_s); }},
        {"holds.extend", ErrorCode::NotFound, places(u"holds.extend"_s, &TestHouse::Events::draft, {30})},
        {"holds.extend", ErrorCode::UnknownPlace, places(u"holds.extend"_s, &TestHouse::Events::evening, beyond)},
        {"holds.extend", ErrorCode::NotHeld, places(u"holds.extend"_s, &TestHouse::Events::evening, {0})},
        {"holds.extend", ErrorCode::HoldExpired, [](World &world) { return afterExpiry(world, u"holds.extend"_s); }},
        {"holds.extend", ErrorCode::TooManyExtensions, [](World &world) {
             const QJsonObject seat = placesOf(world.events().evening, {world.seat()});
             const auto client = world.house.visitor();
             for (const QString &step : {u"holds.acquire"_s, u"holds.extend"_s, u"holds.extend"_s}) {
                 if (!client->call(step, seat).ok())
                     return WireReply();
             }
             return client->call(u"holds.extend"_s, seat);
         }},
        {"holds.extend", ErrorCode::CheckoutRunning, [](World &world) { return duringCheckout(world, u"holds.extend"_s); }},
    };
}

// The answer to a checkout of one held seat, after `change` had its way with the request.
std::function<WireReply(World &)> sells(const std::function<QJsonObject(const QJsonObject &)> &change)
{
    return [change](World &world) {
        const qint32 seat = world.seat();
        const auto client = world.holder(world.events().evening, seat);
        return client->call(u"bookings.checkout"_s, change(checkoutOf(world.events().evening, {seat}, newKey())));
    };
}

QList<Provocation> checkoutRows()
{
    const auto unheld = [](EventId TestHouse::Events::*event, qint32 seat, const QString &type = u"adult"_s) {
        return asks(u"bookings.checkout"_s, [=](World &world) { return checkoutOf(world.events().*event, {seat}, newKey(), type); });
    };
    return {
        {"bookings.checkout", ErrorCode::NotFound, asks(u"bookings.checkout"_s, [](World &) { return checkoutOf(kNoEvent, {1}, newKey()); })},
        {"bookings.checkout", ErrorCode::UnknownPlace, unheld(&TestHouse::Events::evening, TestHouse::kSeats)},
        {"bookings.checkout", ErrorCode::NotHeld, unheld(&TestHouse::Events::evening, 0)},
        {"bookings.checkout", ErrorCode::HoldExpired, [](World &world) { return afterExpiry(world, u"bookings.checkout"_s); }},
        {"bookings.checkout", ErrorCode::StaleVersion, [](World &world) {
             const qint32 seat = world.seat();
             const QJsonObject place = placesOf(world.events().evening, {seat});
             const auto client = world.house.visitor();
             const QJsonValue old = client->call(u"holds.acquire"_s, place).at(u"holds.0.version"_s);
             if (!client->call(u"holds.release"_s, place).ok() || !client->call(u"holds.acquire"_s, place).ok())
                 return WireReply();
             return client->call(u"bookings.checkout"_s, withVersion(checkoutOf(world.events().evening, {seat}, newKey()), old));
         }},
        {"bookings.checkout", ErrorCode::SeatTaken, [](World &world) {
             const qint32 seat = world.seat();
             const auto rival = world.house.rival();
             WireClient there(TestHouse::urlOf(*rival));
             const auto here = world.holder(world.events().evening, seat);
             if (!there.hello().ok() || !there.call(u"auth.guest"_s, {{u"name"_s, u"Rita"_s}}).ok()
                 || !there.call(u"holds.acquire"_s, placesOf(world.events().evening, {seat})).ok()
                 || !there.call(u"bookings.checkout"_s, checkoutOf(world.events().evening, {seat}, newKey())).ok())
                 return WireReply();
             return here->call(u"bookings.checkout"_s, checkoutOf(world.events().evening, {seat}, newKey()));
         }},
        {"bookings.checkout", ErrorCode::NoPrice, unheld(&TestHouse::Events::evening, 0, u"child"_s)}, // no children in front
        {"bookings.checkout", ErrorCode::SaleClosed, unheld(&TestHouse::Events::paused, 30)},
        {"bookings.checkout", ErrorCode::CheckoutRunning, [](World &world) { return duringCheckout(world, u"bookings.checkout"_s); }},
        {"bookings.checkout", ErrorCode::KeyReused, [](World &world) {
             const auto client = world.house.visitor();
             const QString key = newKey();
             world.book(*client, world.events().evening, key);
             const qint32 seat = world.seat();
             static_cast<void>(client->call(u"holds.acquire"_s, placesOf(world.events().evening, {seat})));
             return client->call(u"bookings.checkout"_s, checkoutOf(world.events().evening, {seat}, key));
         }},
        {"bookings.checkout", ErrorCode::InsufficientPayment, sells([](const QJsonObject &sale) { return withTendered(sale, TestHouse::kRearPrice - 1, u"EUR"_s); })},
        {"bookings.checkout", ErrorCode::CurrencyMismatch, sells([](const QJsonObject &sale) { return withTendered(sale, 10'000, u"USD"_s); })},
        {"bookings.checkout", ErrorCode::PaymentMismatch, [](World &world) {
             const qint32 seat = world.seat();
             const auto clerk = world.holder(world.events().evening, seat, Role::Clerk);
             return clerk->call(u"bookings.checkout"_s, withCard(checkoutOf(world.events().evening, {seat}, newKey()), TestHouse::kRearPrice - 1));
         }},
        {"bookings.checkout", ErrorCode::PaymentNotAllowed, elsewhere({.selfServiceCash = false}, [](const TestHouse &house) {
             const auto client = house.visitor();
             static_cast<void>(client->call(u"holds.acquire"_s, placesOf(house.events().evening, {30})));
             return client->call(u"bookings.checkout"_s, checkoutOf(house.events().evening, {30}, newKey()));
         })},
    };
}

QList<Provocation> bookingRows()
{
    return {
        {"bookings.get", ErrorCode::NotFound, asks(u"bookings.get"_s, [](World &) { return QJsonObject {{u"booking"_s, kNobody}}; })},
        {"bookings.cancel", ErrorCode::NotFound, asks(u"bookings.cancel"_s, [](World &) { return cancellation(kNobody); })},
        {"bookings.cancel", ErrorCode::AlreadyCancelled, [](World &world) {
             const auto client = world.house.visitor();
             const QString booking = world.book(*client, world.events().evening);
             return client->call(u"bookings.cancel"_s, cancellation(booking)).ok() ? client->call(u"bookings.cancel"_s, cancellation(booking)) : WireReply();
         }},
        {"bookings.cancel", ErrorCode::CancelClosed, [](World &world) {
             const auto client = world.house.visitor();
             return client->call(u"bookings.cancel"_s, cancellation(world.book(*client, world.events().final)));
         }},
        {"bookings.cancel", ErrorCode::PaymentNotAllowed, [](World &world) { // the counter took a card for part of it
             const auto customer = world.house.visitor(Role::Customer);
             const EventId event = world.events().evening;
             const QString id = world.book(*customer, event);
             const QJsonValue booking = customer->call(u"bookings.get"_s, {{u"booking"_s, id}}).at(u"booking"_s);
             const auto clerk = world.holder(event, 6, Role::Clerk);
             const QJsonObject dearer = withCard(exchangeOf(booking, event, {6}, newKey()), TestHouse::kFrontPrice - TestHouse::kRearPrice);
             return clerk->call(u"bookings.exchange"_s, dearer).ok() ? customer->call(u"bookings.cancel"_s, cancellation(id)) : WireReply();
         }},
        {"bookings.cancel", ErrorCode::CompanionAlone, [](World &world) {
             const Companion both(world, true);
             const QJsonValue booking = both.book();
             QJsonObject wheelchair = cancellation(booking[u"id"_s].toString());
             wheelchair.insert(u"tickets"_s, QJsonArray {booking[u"tickets"_s][0][u"number"_s]});
             return both.guest->call(u"bookings.cancel"_s, wheelchair);
         }},
        {"bookings.cancel", ErrorCode::RefundReferenceMissing, [](World &world) {
             const qint32 seat = world.seat();
             const auto clerk = world.holder(world.events().evening, seat, Role::Clerk);
             const WireReply sold = clerk->call(u"bookings.checkout"_s, withCard(checkoutOf(world.events().evening, {seat}, newKey()), TestHouse::kRearPrice));
             return clerk->call(u"bookings.cancel"_s, cancellation(sold.at(u"booking.id"_s).toString()));
         }},
        {"bookings.cancel", ErrorCode::KeyReused, [](World &world) {
             const auto client = world.house.visitor();
             const QString key = newKey();
             const QString first = world.book(*client, world.events().evening);
             const QString second = world.book(*client, world.events().evening);
             return client->call(u"bookings.cancel"_s, cancellation(first, key)).ok() ? client->call(u"bookings.cancel"_s, cancellation(second, key)) : WireReply();
         }},
    };
}

QString nameOf(const char *method, ErrorCode error)
{
    return QLatin1StringView(method) + u' ' + errorKind(error);
}

} // namespace

// Every error that the contract lists for a method is answered for the reason it stands for.
class ErrorsTest : public QObject
{
    Q_OBJECT

private:
    static const QList<Provocation> &rows();
    World &worldOf(Engine engine);

    TestDatabases m_databases;
    std::map<Engine, std::unique_ptr<World>> m_worlds;

private Q_SLOTS:
    void cleanupTestCase() { m_worlds.clear(); }
    void table_namesEveryErrorOfTheContractAndNoOther();
    void methods_answerTheirErrors_data();
    void methods_answerTheirErrors();
};

const QList<Provocation> &ErrorsTest::rows()
{
    static const QList<Provocation> all = accountRows() + catalogRows() + holdRows() + tableRows() + checkoutRows() + bookingRows() + exchangeRows() + reservationRows() + mailRows() + paymentRows() + planRows() + draftRows() + blockRows() + contactRows() + eventRows() + priceRows() + seriesRows() + showtimeRows() + noShowRows() + ticketRows() + voucherRows();
    return all;
}

World &ErrorsTest::worldOf(Engine engine)
{
    auto &world = m_worlds[engine];
    if (!world)
        world = std::make_unique<World>(m_databases.create(engine));
    return *world;
}

void ErrorsTest::table_namesEveryErrorOfTheContractAndNoOther()
{
    QSet<QString> expected;
    protocol::AllMethods::forEach([&expected]<class Method>() {
        for (const ErrorCode error : Method::kInfo.errors)
            expected.insert(nameOf(Method::kInfo.name, error));
    });
    QSet<QString> provoked;
    for (const Provocation &row : rows())
        provoked.insert(nameOf(row.method, row.error));
    QCOMPARE((expected - provoked).values(), QStringList());
    QCOMPARE((provoked - expected).values(), QStringList());
}

void ErrorsTest::methods_answerTheirErrors_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<qsizetype>("row");
    for (const Engine engine : {Engine::Sqlite, Engine::Postgresql}) {
        if (engine == Engine::Postgresql && PostgresCluster::isSkipped())
            continue;
        for (qsizetype i = 0; i < rows().size(); ++i) {
            const QString name = nameOf(rows().at(i).method, rows().at(i).error);
            QTest::addRow("%s %lld: %s", engine == Engine::Sqlite ? "sqlite" : "postgresql", static_cast<long long>(i), qPrintable(name)) << engine << i;
        }
    }
}

void ErrorsTest::methods_answerTheirErrors()
{
    QFETCH(Engine, engine);
    QFETCH(qsizetype, row);
    const Provocation &wanted = rows().at(row);
    const WireReply reply = wanted.provoke(worldOf(engine));
    QCOMPARE(reply.kind(), QString(errorKind(wanted.error)));
    QCOMPARE(reply.error.value(u"code"_s).toInt(), errorNumber(wanted.error));
    QCOMPARE(reply.error.value(u"message"_s).toString(), QString(errorMeaning(wanted.error)));
}

QTEST_GUILESS_MAIN(ErrorsTest)
#include "tst_errors.moc"
