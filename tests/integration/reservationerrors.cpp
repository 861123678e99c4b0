// SPDX-License-Identifier: GPL-3.0-or-later
#include "reservationerrors.h"

#include "shared/core/utctime.h"

namespace parterre::testing {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kReserve = "bookings.reserve";
constexpr const char *kPay = "bookings.pay";
constexpr const char *kProlong = "bookings.prolong";

QString timeFromNow(std::chrono::milliseconds time)
{
    return toIsoUtc(SystemClock().utcNow() + time);
}

QJsonObject prolongationOf(const QString &booking, std::chrono::milliseconds time, const QString &key = newKey())
{
    return {{u"booking"_s, booking}, {u"key"_s, key}, {u"payUntil"_s, timeFromNow(time)}};
}

QJsonObject paymentOf(const QString &booking, const QString &key = newKey())
{
    return withTendered({{u"booking"_s, booking}, {u"key"_s, key}}, TestHouse::kRearPrice, u"EUR"_s);
}

// A clerk who has reserved a seat.
struct Reserved {
    explicit Reserved(World &world) : place(world.seat()), clerk(world.holder(world.events().evening, place, Role::Clerk))
    {
        const WireReply reply = clerk->call(u"bookings.reserve"_s, reservationOf(world.events().evening, {place}, key));
        if (!reply.ok())
            qFatal("seat %d could not be reserved", place);
        id = reply.at(u"booking.id"_s).toString();
        ticket = reply.at(u"booking.tickets.0.number"_s).toString();
    }
    [[nodiscard]] WireReply pay(const QJsonObject &params) const { return clerk->call(u"bookings.pay"_s, params); }
    [[nodiscard]] WireReply pay() const { return pay(paymentOf(id)); }
    [[nodiscard]] WireReply prolong(std::chrono::milliseconds time) const { return clerk->call(u"bookings.prolong"_s, prolongationOf(id, time)); }
    [[nodiscard]] WireReply cancel() const { return clerk->call(u"bookings.cancel"_s, cancellation(id)); }

    QString key = newKey();
    qint32 place;
    std::unique_ptr<WireClient> clerk;
    QString id;
    QString ticket;
};

// The answer to reserving one held seat.
std::function<WireReply(World &)> reserves(EventId TestHouse::Events::*event, const std::function<QJsonObject(const QJsonObject &)> &change)
{
    return [event, change](World &world) {
        const qint32 seat = world.seat();
        const auto clerk = world.holder(world.events().*event, seat, Role::Clerk);
        return clerk->call(u"bookings.reserve"_s, change(reservationOf(world.events().*event, {seat}, newKey())));
    };
}

QList<Provocation> reserveRows()
{
    const auto unheld = [](EventId TestHouse::Events::*event, qint32 seat, const QString &type = u"adult"_s) {
        return asks(u"bookings.reserve"_s, [=](World &world) { return reservationOf(world.events().*event, {seat}, newKey(), type); }, Role::Clerk);
    };
    return {
        {kReserve, ErrorCode::NotFound, asks(u"bookings.reserve"_s, [](World &) { return reservationOf(kNoEvent, {1}, newKey()); }, Role::Clerk)},
        {kReserve, ErrorCode::UnknownPlace, unheld(&TestHouse::Events::evening, TestHouse::kSeats)},
        {kReserve, ErrorCode::NotHeld, unheld(&TestHouse::Events::evening, 0)},
        {kReserve, ErrorCode::NoPrice, unheld(&TestHouse::Events::evening, 0, u"child"_s)},
        {kReserve, ErrorCode::SaleClosed, unheld(&TestHouse::Events::paused, 30)},
        {kReserve, ErrorCode::HoldExpired, [](World &world) {
             const qint32 seat = world.seat();
             const auto clerk = world.holder(world.events().hasty, seat, Role::Clerk);
             return clerk->awaitNotification(u"holds.ended"_s).isEmpty() ? WireReply() : clerk->call(u"bookings.reserve"_s, reservationOf(world.events().hasty, {seat}, newKey()));
         }},
        {kReserve, ErrorCode::StaleVersion, reserves(&TestHouse::Events::evening, [](const QJsonObject &params) { return withVersion(params, 1); })},
        {kReserve, ErrorCode::SeatTaken, [](World &world) {
             const qint32 seat = world.seat();
             const auto rival = world.house.rival();
             WireClient there(TestHouse::urlOf(*rival));
             const auto here = world.holder(world.events().evening, seat, Role::Clerk);
             if (!there.hello().ok() || !there.call(u"auth.guest"_s, {{u"name"_s, u"Rita"_s}}).ok()
                 || !there.call(u"holds.acquire"_s, placesOf(world.events().evening, {seat})).ok()
                 || !there.call(u"bookings.checkout"_s, checkoutOf(world.events().evening, {seat}, newKey())).ok())
                 return WireReply();
             return here->call(u"bookings.reserve"_s, reservationOf(world.events().evening, {seat}, newKey()));
         }},
        {kReserve, ErrorCode::CheckoutRunning, [](World &world) {
             const qint32 seat = world.seat();
             const auto clerk = world.holder(world.events().evening, seat, Role::Clerk);
             return clerk->callTogether({{u"bookings.reserve"_s, reservationOf(world.events().evening, {seat}, newKey())},
                                         {u"bookings.reserve"_s, reservationOf(world.events().evening, {seat}, newKey())}}).at(1);
         }},
        {kReserve, ErrorCode::KeyReused, [](World &world) {
             const Reserved first(world);
             const qint32 seat = world.seat();
             static_cast<void>(first.clerk->call(u"holds.acquire"_s, placesOf(world.events().evening, {seat})));
             return first.clerk->call(u"bookings.reserve"_s, reservationOf(world.events().evening, {seat}, first.key));
         }},
        {kReserve, ErrorCode::CurrencyMismatch, [](World &world) {
             const qint32 seat = world.seat();
             const auto clerk = world.holder(world.events().evening, seat, Role::Clerk);
             if (!clerk->call(u"holds.acquire"_s, placesOf(world.events().abroad, {seat})).ok())
                 return WireReply();
             QJsonObject both = reservationOf(world.events().evening, {seat}, newKey());
             QJsonArray items = both.value(u"items"_s).toArray();
             items.append(reservationOf(world.events().abroad, {seat}, newKey()).value(u"items"_s)[0]);
             both.insert(u"items"_s, items);
             return clerk->call(u"bookings.reserve"_s, both);
         }},
        {kReserve, ErrorCode::SeatStranded, [](World &world) {
             constexpr qint32 kAllButTheOneAtTheWall = 5 * TestHouse::kSeatsPerRow + 1;
             const auto clerk = world.holder(world.events().tidy, kAllButTheOneAtTheWall, Role::Clerk);
             return clerk->call(u"bookings.reserve"_s, reservationOf(world.events().tidy, {kAllButTheOneAtTheWall}, newKey()));
         }},
        {kReserve, ErrorCode::TableSoldWhole, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QJsonObject whole = placesOf(world.events().cabaret, {0, 1, 2, 3});
             if (!clerk->call(u"holds.acquire"_s, whole).ok())
                 return WireReply();
             const WireReply reply = clerk->call(u"bookings.reserve"_s, reservationOf(world.events().cabaret, {1}, newKey()));
             static_cast<void>(clerk->call(u"holds.release"_s, whole));
             return reply;
         }},
        {kReserve, ErrorCode::PayUntilTooLate, reserves(&TestHouse::Events::evening, [](QJsonObject params) {
             params.insert(u"payUntil"_s, timeFromNow(24h * 400));
             return params;
         })},
        {kReserve, ErrorCode::PayUntilPassed, reserves(&TestHouse::Events::evening, [](QJsonObject params) {
             params.insert(u"payUntil"_s, timeFromNow(-1s));
             return params;
         })},
    };
}

QList<Provocation> payRows()
{
    return {
        {kPay, ErrorCode::NotFound, asks(u"bookings.pay"_s, [](World &) { return paymentOf(kNobody); }, Role::Clerk)},
        {kPay, ErrorCode::KeyReused, [](World &world) {
             const Reserved reserved(world);
             return reserved.pay(paymentOf(reserved.id, reserved.key));
         }},
        {kPay, ErrorCode::InsufficientPayment, [](World &world) {
             const Reserved reserved(world);
             return reserved.pay(withTendered(paymentOf(reserved.id), TestHouse::kRearPrice - 1, u"EUR"_s));
         }},
        {kPay, ErrorCode::CurrencyMismatch, [](World &world) {
             const Reserved reserved(world);
             return reserved.pay(withTendered(paymentOf(reserved.id), 10'000, u"USD"_s));
         }},
        {kPay, ErrorCode::PaymentMismatch, [](World &world) {
             const Reserved reserved(world);
             return reserved.pay(withCard(paymentOf(reserved.id), TestHouse::kRearPrice - 1));
         }},
        {kPay, ErrorCode::PaymentNotAllowed, [](World &world) { // only a manager gives tickets away
             const Reserved reserved(world);
             QJsonObject given = paymentOf(reserved.id);
             given.remove(u"payment"_s);
             given.insert(u"payments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"complimentary"_s},
                                                                  {u"amount"_s, QJsonObject {{u"amount"_s, TestHouse::kRearPrice}, {u"currency"_s, u"EUR"_s}}},
                                                                  {u"reason"_s, u"A friend"_s}}});
             return reserved.pay(given);
         }},
        {kPay, ErrorCode::ReservationEnded, [](World &world) {
             const Reserved reserved(world);
             return reserved.cancel().ok() ? reserved.pay() : WireReply();
         }},
        {kPay, ErrorCode::NotReserved, [](World &world) {
             const Reserved reserved(world);
             return reserved.pay().ok() ? reserved.pay() : WireReply();
         }},
        {kPay, ErrorCode::AlreadyCancelled, [](World &world) {
             const Reserved reserved(world);
             return reserved.pay().ok() && reserved.cancel().ok() ? reserved.pay() : WireReply();
         }},
    };
}

QList<Provocation> prolongRows()
{
    return {
        {kProlong, ErrorCode::NotFound, asks(u"bookings.prolong"_s, [](World &) { return prolongationOf(kNobody, 1h); }, Role::Clerk)},
        {kProlong, ErrorCode::KeyReused, [](World &world) {
             const Reserved reserved(world);
             return reserved.clerk->call(u"bookings.prolong"_s, prolongationOf(reserved.id, 10min, reserved.key));
         }},
        {kProlong, ErrorCode::PayUntilTooLate, [](World &world) { return Reserved(world).prolong(24h * 400); }},
        {kProlong, ErrorCode::PayUntilPassed, [](World &world) { return Reserved(world).prolong(-1s); }},
        {kProlong, ErrorCode::ReservationEnded, [](World &world) {
             const Reserved reserved(world);
             return reserved.cancel().ok() ? reserved.prolong(10min) : WireReply();
         }},
        {kProlong, ErrorCode::NotReserved, [](World &world) {
             const Reserved reserved(world);
             return reserved.pay().ok() ? reserved.prolong(10min) : WireReply();
         }},
        {kProlong, ErrorCode::AlreadyCancelled, [](World &world) {
             const Reserved reserved(world);
             return reserved.pay().ok() && reserved.cancel().ok() ? reserved.prolong(10min) : WireReply();
         }},
    };
}

QList<Provocation> otherRows()
{
    return {
        {"bookings.cancel", ErrorCode::StaleVersion, [](World &world) {
             // Both look at the reservation before one of them is written; which, nobody can say.
             WireReply second;
             for (int tries = 0; tries < 50 && second.kind() != u"stale_version"; ++tries) {
                 const Reserved reserved(world);
                 second = reserved.clerk->callTogether({{u"bookings.pay"_s, paymentOf(reserved.id)}, {u"bookings.cancel"_s, cancellation(reserved.id)}}).at(1);
             }
             return second;
         }},
        {"bookings.exchange", ErrorCode::PayUntilTooLate, [](World &world) {
             // Until half an hour before this event, which begins later than the other.
             const qint32 seat = world.seat();
             const auto clerk = world.holder(world.events().matinee, seat, Role::Clerk);
             const QJsonValue booking = clerk->call(u"bookings.reserve"_s, reservationOf(world.events().matinee, {seat}, newKey())).at(u"booking"_s);
             if (!clerk->call(u"holds.acquire"_s, placesOf(world.events().evening, {seat})).ok())
                 return WireReply();
             return clerk->call(u"bookings.exchange"_s, exchangeOf(booking, world.events().evening, {seat}, newKey()));
         }},
        {"tickets.codes", ErrorCode::NotPaid, [](World &world) {
             const Reserved reserved(world);
             return reserved.clerk->call(u"tickets.codes"_s, {{u"booking"_s, reserved.id}});
         }},
        {"tickets.reprint", ErrorCode::NotPaid, [](World &world) {
             const Reserved reserved(world);
             return reserved.clerk->call(u"tickets.reprint"_s, {{u"ticket"_s, reserved.ticket}, {u"key"_s, newKey()}});
         }},
    };
}

} // namespace

QList<Provocation> reservationRows()
{
    return reserveRows() + payRows() + prolongRows() + otherRows();
}

} // namespace parterre::testing
