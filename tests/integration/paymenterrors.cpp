// SPDX-License-Identifier: GPL-3.0-or-later
#include "paymenterrors.h"

#include "shared/core/utctime.h"

#include <QTest>

namespace parterre::testing {

using namespace Qt::StringLiterals;
using Mood = StripeDouble::Mood;

namespace {

constexpr const char *kBegin = "payments.begin";
constexpr const char *kCancel = "payments.cancel";
constexpr const char *kAgain = "payments.refundAgain";
constexpr const char *kSettle = "payments.settle";

// The answer to beginning to pay for one held seat, with the provider in a mood.
WireReply begins(World &world, EventId TestHouse::Events::*event, Mood mood = Mood::Well, const QJsonValue &version = {})
{
    const qint32 seat = world.seat();
    const auto guest = world.holder(world.events().*event, seat);
    world.stripe.setMood(mood);
    QJsonObject params = onlineOf(world.events().*event, {seat}, newKey());
    if (!version.isNull())
        params = withVersion(params, version);
    const WireReply reply = guest->call(u"payments.begin"_s, params);
    world.stripe.setMood(Mood::Well);
    return reply;
}

std::function<WireReply(World &)> unheld(EventId TestHouse::Events::*event, qint32 seat, const QString &type = u"adult"_s)
{
    return asks(u"payments.begin"_s, [=](World &world) { return onlineOf(world.events().*event, {seat}, newKey(), type); });
}

// A guest who can pay.
struct Payer {
    explicit Payer(World &world) : seat(world.seat()), guest(world.holder(world.events().evening, seat))
    {
        const WireReply reply = guest->call(u"payments.begin"_s, onlineOf(world.events().evening, {seat}, key));
        if (!reply.ok())
            qFatal("seat %d could not be paid online", seat);
        booking = {{u"booking"_s, reply.at(u"payment.booking"_s)}};
    }

    QString key = newKey();
    qint32 seat;
    std::unique_ptr<WireClient> guest;
    QJsonObject booking;
};

// A clerk who has a seat reserved.
struct Reserver {
    explicit Reserver(World &world) : seat(world.seat()), clerk(world.holder(world.events().evening, seat, Role::Clerk))
    {
        booking = clerk->call(u"bookings.reserve"_s, reservationOf(world.events().evening, {seat}, newKey())).at(u"booking.id"_s).toString();
    }

    qint32 seat;
    std::unique_ptr<WireClient> clerk;
    QString booking;
};

// Money of which the house knows nothing; its id.
QJsonValue strayMoney(World &world)
{
    const QString intent = u"pi_stray_"_s + newKey();
    const QJsonObject object {{u"id"_s, intent},
                              {u"object"_s, u"payment_intent"_s},
                              {u"status"_s, u"succeeded"_s},
                              {u"amount"_s, 100},
                              {u"amount_received"_s, 100},
                              {u"currency"_s, u"eur"_s},
                              {u"metadata"_s, QJsonObject {{u"parterre_payment"_s, kNobody}, {u"parterre_house"_s, world.house.id()}}}};
    QUrl webhook = world.house.url();
    webhook.setScheme(u"http"_s);
    webhook.setPath(u"/webhooks/stripe"_s);
    StripeDouble::deliver({{u"id"_s, u"evt_"_s + newKey()}, {u"object"_s, u"event"_s}, {u"data"_s, QJsonObject {{u"object"_s, object}}}}, webhook);
    for (const QJsonValue &money : world.house.visitor(Role::Manager)->call(u"payments.unmatched"_s).at(u"money"_s).toArray()) {
        if (money[u"intent"_s].toString() == intent)
            return money[u"id"_s];
    }
    qFatal("the money is not shown");
}

WireReply settledTwice(World &world, const QString &method)
{
    const QJsonValue id = strayMoney(world);
    const auto manager = world.house.visitor(Role::Manager);
    if (!manager->call(u"payments.settle"_s, {{u"id"_s, id}, {u"reason"_s, u"In cash"_s}}).ok())
        return {};
    return manager->call(method, method == u"payments.settle"_s ? QJsonObject {{u"id"_s, id}, {u"reason"_s, u"By transfer"_s}} : QJsonObject {{u"id"_s, id}});
}

QList<Provocation> beginRows()
{
    using Events = TestHouse::Events;
    return {
        {kBegin, ErrorCode::NotFound, asks(u"payments.begin"_s, [](World &) { return onlineOf(kNoEvent, {1}, newKey()); })},
        {kBegin, ErrorCode::UnknownPlace, unheld(&Events::evening, TestHouse::kSeats)},
        {kBegin, ErrorCode::NotHeld, unheld(&Events::evening, 0)},
        {kBegin, ErrorCode::NoPrice, unheld(&Events::evening, 0, u"child"_s)},
        {kBegin, ErrorCode::SaleClosed, unheld(&Events::paused, 30)},
        {kBegin, ErrorCode::HoldExpired, [](World &world) {
             const qint32 seat = world.seat();
             const auto guest = world.holder(world.events().hasty, seat);
             return guest->awaitNotification(u"holds.ended"_s).isEmpty() ? WireReply() : guest->call(u"payments.begin"_s, onlineOf(world.events().hasty, {seat}, newKey()));
         }},
        {kBegin, ErrorCode::StaleVersion, [](World &world) { return begins(world, &Events::evening, Mood::Well, 1); }},
        {kBegin, ErrorCode::SeatTaken, [](World &world) {
             const qint32 seat = world.seat();
             const auto rival = world.house.rival();
             WireClient there(TestHouse::urlOf(*rival));
             const auto here = world.holder(world.events().evening, seat);
             if (!there.hello().ok() || !there.call(u"auth.guest"_s, {{u"name"_s, u"Rita"_s}}).ok()
                 || !there.call(u"holds.acquire"_s, placesOf(world.events().evening, {seat})).ok()
                 || !there.call(u"bookings.checkout"_s, checkoutOf(world.events().evening, {seat}, newKey())).ok())
                 return WireReply();
             return here->call(u"payments.begin"_s, onlineOf(world.events().evening, {seat}, newKey()));
         }},
        {kBegin, ErrorCode::CheckoutRunning, [](World &world) {
             const qint32 seat = world.seat();
             const auto guest = world.holder(world.events().evening, seat);
             return guest->callTogether({{u"payments.begin"_s, onlineOf(world.events().evening, {seat}, newKey())}, {u"payments.begin"_s, onlineOf(world.events().evening, {seat}, newKey())}}).at(1);
         }},
        {kBegin, ErrorCode::KeyReused, [](World &world) {
             const Payer first(world);
             const qint32 seat = world.seat();
             static_cast<void>(first.guest->call(u"holds.acquire"_s, placesOf(world.events().evening, {seat})));
             return first.guest->call(u"payments.begin"_s, onlineOf(world.events().evening, {seat}, first.key));
         }},
        {kBegin, ErrorCode::CurrencyMismatch, [](World &world) {
             const qint32 seat = world.seat();
             const auto guest = world.holder(world.events().evening, seat);
             if (!guest->call(u"holds.acquire"_s, placesOf(world.events().abroad, {seat})).ok())
                 return WireReply();
             QJsonObject both = onlineOf(world.events().evening, {seat}, newKey());
             QJsonArray items = both.value(u"items"_s).toArray();
             items.append(onlineOf(world.events().abroad, {seat}, newKey()).value(u"items"_s)[0]);
             both.insert(u"items"_s, items);
             return guest->call(u"payments.begin"_s, both);
         }},
        {kBegin, ErrorCode::SeatStranded, [](World &world) {
             constexpr qint32 kAllButTheOneAtTheWall = 7 * TestHouse::kSeatsPerRow + 1;
             const auto guest = world.holder(world.events().tidy, kAllButTheOneAtTheWall);
             return guest->call(u"payments.begin"_s, onlineOf(world.events().tidy, {kAllButTheOneAtTheWall}, newKey()));
         }},
        {kBegin, ErrorCode::CompanionAlone, [](World &world) {
             const Companion companion(world);
             return companion.guest->call(u"payments.begin"_s, onlineOf(companion.event, companion.places, newKey()));
         }},
        {kBegin, ErrorCode::BookingTooLarge, [](World &world) {
             const auto guest = world.house.visitor();
             const QList<qint32> seats {world.seat(), world.seat(), world.seat()};
             static_cast<void>(guest->call(u"holds.acquire"_s, placesOf(world.events().abroad, seats)));
             return guest->call(u"payments.begin"_s, onlineOf(world.events().abroad, seats, newKey()));
         }},
        {kBegin, ErrorCode::TableSoldWhole, [](World &world) {
             const auto guest = world.house.visitor(Role::Guest);
             const QJsonObject whole = placesOf(world.events().cabaret, {0, 1, 2, 3});
             if (!guest->call(u"holds.acquire"_s, whole).ok())
                 return WireReply();
             const WireReply reply = guest->call(u"payments.begin"_s, onlineOf(world.events().cabaret, {1}, newKey()));
             static_cast<void>(guest->call(u"holds.release"_s, whole));
             return reply;
         }},
        {kBegin, ErrorCode::OnlinePaymentsOff, elsewhere({}, [](const TestHouse &house) {
             return house.visitor(Role::Guest)->call(u"payments.begin"_s, onlineOf(house.events().evening, {30}, newKey()));
         })},
        {kBegin, ErrorCode::NotReserved, [](World &world) {
             const auto guest = world.house.visitor(Role::Guest);
             return guest->call(u"payments.begin"_s, cancellation(world.book(*guest, world.events().evening)));
         }},
        {kBegin, ErrorCode::AlreadyCancelled, [](World &world) {
             const auto guest = world.house.visitor(Role::Guest);
             const QString booking = world.book(*guest, world.events().evening);
             return guest->call(u"bookings.cancel"_s, cancellation(booking)).ok() ? guest->call(u"payments.begin"_s, cancellation(booking)) : WireReply();
         }},
        {kBegin, ErrorCode::ReservationEnded, [](World &world) {
             const Reserver clerk(world);
             return clerk.clerk->call(u"bookings.cancel"_s, cancellation(clerk.booking)).ok() ? clerk.clerk->call(u"payments.begin"_s, cancellation(clerk.booking)) : WireReply();
         }},
        {kBegin, ErrorCode::TooLateOnline, [](World &world) {
             const Reserver clerk(world);
             QJsonObject soon = cancellation(clerk.booking);
             soon.insert(u"payUntil"_s, toIsoUtc(SystemClock().utcNow() + std::chrono::seconds(20)));
             return clerk.clerk->call(u"bookings.prolong"_s, soon).ok() ? clerk.clerk->call(u"payments.begin"_s, cancellation(clerk.booking)) : WireReply();
         }},
        {kBegin, ErrorCode::ProviderRefused, [](World &world) { return begins(world, &Events::evening, Mood::Refusing); }},
    };
}

} // namespace

QList<Provocation> paymentRows()
{
    const auto nobodys = [](const char *method, const QString &key, const QJsonObject &further, Role role) {
        return asks(QString::fromLatin1(method), [=](World &) {
            QJsonObject params = further;
            params.insert(key, kNobody);
            return params;
        }, role);
    };
    const QJsonObject reason {{u"reason"_s, u"In cash"_s}};
    return beginRows() + QList<Provocation> {
        {"payments.get", ErrorCode::NotFound, nobodys("payments.get", u"booking"_s, {}, Role::Guest)},
        {kCancel, ErrorCode::NotFound, nobodys(kCancel, u"booking"_s, {}, Role::Guest)},
        {kCancel, ErrorCode::ProviderUnavailable, [](World &world) {
             const Payer payer(world);
             world.stripe.setMood(Mood::Unreachable);
             const WireReply reply = payer.guest->call(u"payments.cancel"_s, payer.booking);
             world.stripe.setMood(Mood::Well);
             return reply;
         }},
        {kCancel, ErrorCode::ProviderRefused, [](World &world) {
             const Payer payer(world);
             world.stripe.setMood(Mood::Refusing);
             const WireReply reply = payer.guest->call(u"payments.cancel"_s, payer.booking);
             world.stripe.setMood(Mood::Well);
             return reply;
         }},
        // The house has stopped to take payments online when somebody gives one up.
        {kCancel, ErrorCode::OnlinePaymentsOff, [](World &world) {
             const Payer payer(world);
             const auto offline = world.house.offlineRival();
             WireClient clerk(TestHouse::urlOf(*offline));
             const QJsonObject login {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, TestHouse::passwordOf(Role::Clerk)}};
             return clerk.hello().ok() && clerk.call(u"auth.login"_s, login).ok() ? clerk.call(u"payments.cancel"_s, payer.booking) : WireReply();
         }},
        {kAgain, ErrorCode::NotFound, nobodys(kAgain, u"id"_s, {}, Role::Manager)},
        {kAgain, ErrorCode::PaymentSettled, [](World &world) { return settledTwice(world, u"payments.refundAgain"_s); }},
        {kAgain, ErrorCode::OnlinePaymentsOff, elsewhere({}, [](const TestHouse &house) {
             return house.visitor(Role::Manager)->call(u"payments.refundAgain"_s, {{u"id"_s, kNobody}});
         })},
        {kSettle, ErrorCode::NotFound, nobodys(kSettle, u"id"_s, reason, Role::Manager)},
        {kSettle, ErrorCode::PaymentSettled, [](World &world) { return settledTwice(world, u"payments.settle"_s); }},
    };
}

} // namespace parterre::testing
