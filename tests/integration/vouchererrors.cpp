// SPDX-License-Identifier: GPL-3.0-or-later
#include "vouchererrors.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

const QString kUnknown = u"0000-0000-0000-0000"_s; // well-formed

struct Issued {
    QString id = {};
    QString code = {};
};

Issued issue(World &world, qint64 amount)
{
    const WireReply issued = world.house.visitor(Role::Clerk)->call(u"vouchers.issue"_s, voucherOf(amount));
    if (!issued.ok())
        qFatal("no voucher was issued: %s", qPrintable(issued.kind()));
    return {.id = issued.at(u"voucher.id"_s).toString(), .code = issued.at(u"code"_s).toString()};
}

QString blocked(World &world)
{
    const Issued voucher = issue(world, 10'000);
    if (!world.house.visitor(Role::Manager)->call(u"vouchers.block"_s, {{u"voucher"_s, voucher.id}, {u"reason"_s, u"lost"_s}}).ok())
        qFatal("the voucher was not blocked");
    return voucher.code;
}

QString expired(World &world)
{
    const Issued voucher = issue(world, 10'000);
    const QJsonObject ended {{u"voucher"_s, voucher.id}, {u"key"_s, newKey()}, {u"amount"_s, 0}, {u"expires"_s, u"2020-01-01T00:00:00.000Z"_s}, {u"reason"_s, u"old"_s}};
    if (!world.house.visitor(Role::Manager)->call(u"vouchers.adjust"_s, ended).ok())
        qFatal("the voucher was not ended");
    return voucher.code;
}

QString poor(World &world)
{
    return issue(world, 100).code;
}

QString unknown(World &)
{
    return kUnknown;
}

using CodeOf = QString (*)(World &);

QJsonObject byVoucher(QJsonObject sale, const QString &code, qint64 amount)
{
    sale.remove(u"payment"_s);
    sale.insert(u"payments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"voucher"_s}, {u"amount"_s, QJsonObject {{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}}}, {u"code"_s, code}}});
    return sale;
}

Provocation checkout(ErrorCode error, CodeOf code)
{
    return {"bookings.checkout", error, [code](World &world) {
                const qint32 seat = world.seat();
                const auto guest = world.holder(world.events().evening, seat);
                return guest->call(u"bookings.checkout"_s, byVoucher(checkoutOf(world.events().evening, {seat}, newKey()), code(world), TestHouse::kRearPrice));
            }};
}

// For what was reserved before.
Provocation payLater(ErrorCode error, CodeOf code)
{
    return {"bookings.pay", error, [code](World &world) {
                const qint32 seat = world.seat();
                const auto clerk = world.holder(world.events().evening, seat, Role::Clerk);
                const QJsonValue booking = clerk->call(u"bookings.reserve"_s, reservationOf(world.events().evening, {seat}, newKey())).at(u"booking.id"_s);
                return clerk->call(u"bookings.pay"_s, byVoucher({{u"booking"_s, booking}, {u"key"_s, newKey()}}, code(world), TestHouse::kRearPrice));
            }};
}

// To a dearer seat, of the front row.
Provocation exchange(ErrorCode error, CodeOf code, qint32 front)
{
    return {"bookings.exchange", error, [code, front](World &world) {
                const EventId event = world.events().matinee;
                const auto guest = world.house.visitor();
                const QJsonValue booking = guest->call(u"bookings.get"_s, {{u"booking"_s, world.book(*guest, event)}}).at(u"booking"_s);
                if (!guest->call(u"holds.acquire"_s, placesOf(event, {front})).ok())
                    return WireReply();
                const QJsonObject params = byVoucher(exchangeOf(booking, event, {front}, newKey()), code(world), TestHouse::kFrontPrice - TestHouse::kRearPrice);
                const WireReply reply = guest->call(u"bookings.exchange"_s, params);
                static_cast<void>(guest->call(u"holds.release"_s, placesOf(event, {front})));
                return reply;
            }};
}

QJsonObject toVoucher(QJsonObject params, const QString &code)
{
    params.insert(u"refundToVoucher"_s, code);
    return params;
}

WireReply cancelTo(World &world, const QString &code)
{
    const auto guest = world.house.visitor();
    const QString booking = world.book(*guest, world.events().evening);
    return world.house.visitor(Role::Clerk)->call(u"bookings.cancel"_s, toVoucher(cancellation(booking), code));
}

Provocation cancel(ErrorCode error, CodeOf code)
{
    return {"bookings.cancel", error, [code](World &world) { return cancelTo(world, code(world)); }};
}

QString inDollars(World &world)
{
    const WireReply issued = world.house.visitor(Role::Clerk)->call(u"vouchers.issue"_s, voucherOf(10'000, u"USD"_s));
    return issued.at(u"code"_s).toString();
}

// What is owed for a booking of an event that is cancelled, in a house of its own: of all others this one is wanted.
Provocation payOut(ErrorCode error, CodeOf code)
{
    return {"bookings.refund", error, [code](World &) {
                TestDatabases databases;
                World world(databases.create(storage::Engine::Sqlite));
                const EventId event = world.events().matinee;
                const auto guest = world.house.visitor();
                const QString booking = world.book(*guest, event);
                const auto manager = world.house.visitor(Role::Manager);
                static_cast<void>(manager->call(u"events.cancel"_s, {{u"event"_s, event.toString()}, {u"version"_s, 1}, {u"reason"_s, u"Fire"_s}}));
                while (manager->call(u"events.refunds"_s, {{u"event"_s, event.toString()}}).at(u"totals.remaining"_s).toInt() > 0) {}
                const QJsonObject params {{u"booking"_s, booking}, {u"event"_s, event.toString()}, {u"key"_s, newKey()}};
                return manager->call(u"bookings.refund"_s, toVoucher(params, code(world)));
            }};
}

QJsonObject adjustment(const QString &voucher, qint64 amount, const QString &key = newKey())
{
    return {{u"voucher"_s, voucher}, {u"key"_s, key}, {u"amount"_s, amount}, {u"reason"_s, u"mistyped"_s}};
}

Provocation issuing(ErrorCode error, const std::function<QJsonObject(QJsonObject)> &change, Role role = Role::Clerk)
{
    return {"vouchers.issue", error, asks(u"vouchers.issue"_s, [change](World &) { return change(voucherOf(5'000)); }, role)};
}

QJsonObject paidBy(QJsonObject sale, const QJsonObject &part)
{
    sale.insert(u"payments"_s, QJsonArray {part});
    return sale;
}

QJsonObject money(qint64 amount, const QString &currency = u"EUR"_s)
{
    return {{u"amount"_s, amount}, {u"currency"_s, currency}};
}

} // namespace

QList<Provocation> voucherRows()
{
    const auto unknownVoucher = [](const QString &method) {
        return asks(method, [](World &) { return QJsonObject {{u"voucher"_s, kNobody}, {u"reason"_s, u"lost"_s}}; }, Role::Manager);
    };
    return {
        checkout(ErrorCode::VoucherUnknown, unknown),
        checkout(ErrorCode::VoucherExpired, expired),
        checkout(ErrorCode::VoucherBlocked, blocked),
        checkout(ErrorCode::VoucherBalance, poor),
        exchange(ErrorCode::VoucherUnknown, unknown, 7),
        exchange(ErrorCode::VoucherExpired, expired, 8),
        exchange(ErrorCode::VoucherBlocked, blocked, 9),
        exchange(ErrorCode::VoucherBalance, poor, 10),
        payLater(ErrorCode::VoucherUnknown, unknown),
        payLater(ErrorCode::VoucherExpired, expired),
        payLater(ErrorCode::VoucherBlocked, blocked),
        payLater(ErrorCode::VoucherBalance, poor),
        cancel(ErrorCode::VoucherUnknown, unknown),
        cancel(ErrorCode::VoucherExpired, expired),
        cancel(ErrorCode::VoucherBlocked, blocked),
        cancel(ErrorCode::CurrencyMismatch, inDollars),
        payOut(ErrorCode::VoucherUnknown, unknown),
        payOut(ErrorCode::VoucherExpired, expired),
        payOut(ErrorCode::VoucherBlocked, blocked),
        payOut(ErrorCode::CurrencyMismatch, inDollars),
        issuing(ErrorCode::InsufficientPayment, [](const QJsonObject &sale) {
            return paidBy(sale, {{u"kind"_s, u"cash"_s}, {u"amount"_s, money(5'000)}, {u"tendered"_s, money(4'999)}});
        }),
        issuing(ErrorCode::PaymentNotAllowed, [](const QJsonObject &sale) {
            return paidBy(sale, {{u"kind"_s, u"complimentary"_s}, {u"amount"_s, money(5'000)}, {u"reason"_s, u"raffle"_s}});
        }),
        issuing(ErrorCode::CurrencyMismatch, [](const QJsonObject &sale) { return paidBy(sale, {{u"kind"_s, u"cash"_s}, {u"amount"_s, money(5'000, u"USD"_s)}}); }),
        issuing(ErrorCode::PaymentMismatch, [](const QJsonObject &sale) { return paidBy(sale, {{u"kind"_s, u"cash"_s}, {u"amount"_s, money(4'000)}}); }),
        {"vouchers.issue", ErrorCode::KeyReused, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QJsonObject sale = voucherOf(5'000);
             QJsonObject other = voucherOf(4'000);
             other.insert(u"key"_s, sale.value(u"key"_s));
             return clerk->call(u"vouchers.issue"_s, sale).ok() ? clerk->call(u"vouchers.issue"_s, other) : WireReply();
         }},
        {"vouchers.check", ErrorCode::VoucherUnknown, asks(u"vouchers.check"_s, [](World &) { return QJsonObject {{u"code"_s, kUnknown}}; })},
        {"vouchers.get", ErrorCode::NotFound, asks(u"vouchers.get"_s, [](World &) { return QJsonObject {{u"voucher"_s, kNobody}}; }, Role::Manager)},
        {"vouchers.block", ErrorCode::NotFound, unknownVoucher(u"vouchers.block"_s)},
        {"vouchers.unblock", ErrorCode::NotFound, unknownVoucher(u"vouchers.unblock"_s)},
        {"vouchers.adjust", ErrorCode::NotFound, asks(u"vouchers.adjust"_s, [](World &) { return adjustment(kNobody, 100); }, Role::Manager)},
        {"vouchers.adjust", ErrorCode::VoucherBalance, asks(u"vouchers.adjust"_s, [](World &world) { return adjustment(issue(world, 100).id, -101); }, Role::Manager)},
        {"vouchers.adjust", ErrorCode::KeyReused, [](World &world) {
             const auto manager = world.house.visitor(Role::Manager);
             const QString voucher = issue(world, 100).id, key = newKey();
             return manager->call(u"vouchers.adjust"_s, adjustment(voucher, 1, key)).ok() ? manager->call(u"vouchers.adjust"_s, adjustment(voucher, 2, key)) : WireReply();
         }},
    };
}

} // namespace parterre::testing
