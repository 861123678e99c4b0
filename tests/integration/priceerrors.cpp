// SPDX-License-Identifier: GPL-3.0-or-later
#include "priceerrors.h"

#include "tests/support/eventparams.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

WireReply saves(const World &world, const QJsonObject &discount)
{
    return world.house.visitor(Role::Manager)->call(u"discounts.save"_s, {{u"discount"_s, discount}});
}

WireReply removes(const World &world, const QJsonValue &discount, int version)
{
    return world.house.visitor(Role::Manager)->call(u"discounts.remove"_s, {{u"discount"_s, discount}, {u"version"_s, version}});
}

QJsonObject quoteOf(const EventId &event, const QList<qint32> &places, const QString &ticketType = u"adult"_s)
{
    return {{u"items"_s, checkoutOf(event, places, newKey(), ticketType).value(u"items"_s)}};
}

std::function<WireReply(World &)> quotes(EventId TestHouse::Events::*event, qint32 place, const QString &ticketType = u"adult"_s)
{
    return [=](World &world) { return world.house.visitor()->call(u"cart.quote"_s, quoteOf(world.events().*event, {place}, ticketType)); };
}

QJsonObject quoteOf(const QJsonArray &items)
{
    return {{u"items"_s, items}};
}

// A code that nobody may use any more, or not yet, or that is not there.
QString codeFor(World &world, ErrorCode error)
{
    const QString code = u"C"_s + newKey().left(30);
    QJsonObject discount = codeDiscount(code, 1'000);
    if (error == ErrorCode::CodeNotValid)
        discount.insert(u"until"_s, u"2020-01-01T00:00:00.000Z"_s);
    if (error == ErrorCode::CodeUsedUp)
        discount.insert(u"maxUses"_s, 1);
    if (error != ErrorCode::CodeUnknown && !saves(world, discount).ok())
        qFatal("a code could not be made");
    if (error == ErrorCode::CodeUsedUp) {
        const qint32 seat = world.seat();
        const auto guest = world.holder(world.events().matinee, seat);
        if (!guest->call(u"bookings.checkout"_s, with(checkoutOf(world.events().matinee, {seat}, newKey()), u"code"_s, code)).ok())
            qFatal("a code could not be used");
    }
    return code;
}

// What a checkout of a held seat, and an exchange for one, is refused with when this is in it.
WireReply checksOut(World &world, const QString &key, const QJsonValue &value)
{
    const qint32 seat = world.seat();
    return world.holder(world.events().evening, seat)->call(u"bookings.checkout"_s, with(checkoutOf(world.events().evening, {seat}, newKey()), key, value));
}

// The same of a seat that is reserved, and of one that is paid online.
WireReply reserves(World &world, const QString &key, const QJsonValue &value)
{
    const qint32 seat = world.seat();
    return world.holder(world.events().evening, seat, Role::Clerk)->call(u"bookings.reserve"_s, with(reservationOf(world.events().evening, {seat}, newKey()), key, value));
}

WireReply begins(World &world, const QString &key, const QJsonValue &value)
{
    const qint32 seat = world.seat();
    return world.holder(world.events().evening, seat)->call(u"payments.begin"_s, with(onlineOf(world.events().evening, {seat}, newKey()), key, value));
}

WireReply exchanges(World &world, const QString &key, const QJsonValue &value)
{
    const EventId event = world.events().evening;
    const auto guest = world.house.visitor();
    const QJsonValue booking = guest->call(u"bookings.get"_s, {{u"booking"_s, world.book(*guest, event)}}).at(u"booking"_s);
    const qint32 seat = world.seat();
    if (!guest->call(u"holds.acquire"_s, placesOf(event, {seat})).ok())
        qFatal("a seat could not be held");
    return guest->call(u"bookings.exchange"_s, with(exchangeOf(booking, event, {seat}, newKey()), key, value));
}

} // namespace

QList<Provocation> priceRows()
{
    const QJsonObject shown {{u"amount"_s, TestHouse::kRearPrice - 1}, {u"currency"_s, u"EUR"_s}};
    QList<Provocation> rows {
        {"discounts.save", ErrorCode::DiscountInvalid, [](World &world) { return saves(world, with(groupDiscount(), u"share"_s, 0)); }},
        {"discounts.save", ErrorCode::NotFound, [](World &world) { return saves(world, with(groupDiscount(), u"event"_s, kNobody)); }},
        {"discounts.save", ErrorCode::NotFound, [](World &world) { return saves(world, with(groupDiscount(), u"version"_s, 1)); }},
        {"discounts.save", ErrorCode::AlreadyExists, [](World &world) {
             return saves(world, codeDiscount(u"TWICE"_s, 100)).ok() ? saves(world, codeDiscount(u"twice"_s, 200)) : WireReply();
         }},
        {"discounts.save", ErrorCode::StaleVersion, [](World &world) {
             const QJsonObject discount = groupDiscount();
             return saves(world, discount).ok() ? saves(world, with(with(discount, u"version"_s, 7), u"share"_s, 1)) : WireReply();
         }},
        {"discounts.save", ErrorCode::BelowUses, [](World &world) {
             const QJsonObject discount = codeDiscount(u"POPULAR"_s, 100);
             for (int use = 0; use < 2; ++use) {
                 const qint32 seat = world.seat();
                 const auto guest = world.holder(world.events().matinee, seat);
                 if ((use == 0 && !saves(world, discount).ok()) || !guest->call(u"bookings.checkout"_s, with(checkoutOf(world.events().matinee, {seat}, newKey()), u"code"_s, u"POPULAR"_s)).ok())
                     return WireReply();
             }
             return saves(world, with(with(discount, u"version"_s, 1), u"maxUses"_s, 1));
         }},
        {"discounts.remove", ErrorCode::NotFound, [](World &world) { return removes(world, kNobody, 1); }},
        {"discounts.remove", ErrorCode::StaleVersion, [](World &world) {
             const QJsonObject discount = groupDiscount();
             return saves(world, discount).ok() ? removes(world, discount.value(u"id"_s), 2) : WireReply();
         }},
        {"cart.quote", ErrorCode::NotFound, [](World &world) { return world.house.visitor()->call(u"cart.quote"_s, quoteOf(kNoEvent, {1})); }},
        {"cart.quote", ErrorCode::UnknownPlace, quotes(&TestHouse::Events::evening, TestHouse::kSeats)},
        {"cart.quote", ErrorCode::NoPrice, quotes(&TestHouse::Events::evening, 0, u"child"_s)},
        {"cart.quote", ErrorCode::SaleClosed, quotes(&TestHouse::Events::paused, 30)},
        {"cart.quote", ErrorCode::CurrencyMismatch, [](World &world) {
             QJsonArray items = checkoutOf(world.events().evening, {30}, newKey()).value(u"items"_s).toArray();
             items.append(checkoutOf(world.events().abroad, {30}, newKey()).value(u"items"_s)[0]);
             return world.house.visitor()->call(u"cart.quote"_s, quoteOf(items));
         }},
        {"bookings.checkout", ErrorCode::PriceChanged, [shown](World &world) { return checksOut(world, u"total"_s, shown); }},
        {"bookings.exchange", ErrorCode::PriceChanged, [shown](World &world) { return exchanges(world, u"total"_s, shown); }},
        {"bookings.reserve", ErrorCode::PriceChanged, [shown](World &world) { return reserves(world, u"total"_s, shown); }},
        {"payments.begin", ErrorCode::PriceChanged, [shown](World &world) { return begins(world, u"total"_s, shown); }},
    };
    for (const ErrorCode error : {ErrorCode::CodeUnknown, ErrorCode::CodeNotValid, ErrorCode::CodeUsedUp}) {
        rows.append({"cart.quote", error, [error](World &world) {
                         const QString code = codeFor(world, error);
                         return world.house.visitor()->call(u"cart.quote"_s, with(quoteOf(world.events().evening, {30}), u"code"_s, code));
                     }});
        rows.append({"bookings.checkout", error, [error](World &world) { return checksOut(world, u"code"_s, codeFor(world, error)); }});
        rows.append({"bookings.reserve", error, [error](World &world) { return reserves(world, u"code"_s, codeFor(world, error)); }});
        rows.append({"payments.begin", error, [error](World &world) { return begins(world, u"code"_s, codeFor(world, error)); }});
        rows.append({"bookings.exchange", error, [error](World &world) { return exchanges(world, u"code"_s, codeFor(world, error)); }});
    }
    return rows;
}

} // namespace parterre::testing
