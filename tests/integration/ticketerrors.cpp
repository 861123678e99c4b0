// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticketerrors.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

QString bookTicket(World &world, WireClient &client)
{
    const QString booking = world.book(client, world.events().evening);
    return client.call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking.tickets.0.number"_s).toString();
}

QJsonObject reprintOf(const QString &ticket, const QString &key = newKey())
{
    return {{u"ticket"_s, ticket}, {u"key"_s, key}};
}

QJsonObject admissionOf(World &world, const QString &ticket, const QString &key = newKey())
{
    return {{u"event"_s, world.events().evening.toString()}, {u"code"_s, ticket}, {u"key"_s, key}};
}

QJsonObject undoOf(World &world, const QString &ticket, const QString &key = newKey())
{
    return {{u"event"_s, world.events().evening.toString()}, {u"ticket"_s, ticket}, {u"reason"_s, u"mistake"_s}, {u"key"_s, key}};
}

QList<Provocation> doorRows()
{
    const auto nowhere = [](World &) { return QJsonObject {{u"event"_s, kNobody}}; };
    return {
        {"checkins.admit", ErrorCode::KeyReused, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QString key = newKey();
             const QString first = bookTicket(world, *clerk);
             const QString second = bookTicket(world, *clerk);
             return clerk->call(u"checkins.admit"_s, admissionOf(world, first, key)).ok() ? clerk->call(u"checkins.admit"_s, admissionOf(world, second, key)) : WireReply();
         }},
        {"checkins.undo", ErrorCode::NotFound, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             return clerk->call(u"checkins.undo"_s, undoOf(world, bookTicket(world, *clerk)));
         }},
        {"checkins.undo", ErrorCode::KeyReused, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QString key = newKey();
             const QString first = bookTicket(world, *clerk);
             const QString second = bookTicket(world, *clerk);
             for (const QString &ticket : {first, second}) {
                 if (!clerk->call(u"checkins.admit"_s, admissionOf(world, ticket)).ok())
                     return WireReply();
             }
             return clerk->call(u"checkins.undo"_s, undoOf(world, first, key)).ok() ? clerk->call(u"checkins.undo"_s, undoOf(world, second, key)) : WireReply();
         }},
        {"bookings.cancel", ErrorCode::TicketUsed, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QString booking = world.book(*clerk, world.events().evening);
             const QString ticket = clerk->call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking.tickets.0.number"_s).toString();
             return clerk->call(u"checkins.admit"_s, admissionOf(world, ticket)).ok() ? clerk->call(u"bookings.cancel"_s, cancellation(booking)) : WireReply();
         }},
        {"bookings.exchange", ErrorCode::TicketUsed, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QString id = world.book(*clerk, world.events().evening);
             const QJsonValue booking = clerk->call(u"bookings.get"_s, {{u"booking"_s, id}}).at(u"booking"_s);
             const qint32 place = world.seat();
             if (!clerk->call(u"checkins.admit"_s, admissionOf(world, booking[u"tickets"_s][0][u"number"_s].toString())).ok()
                 || !clerk->call(u"holds.acquire"_s, placesOf(world.events().evening, {place})).ok())
                 return WireReply();
             return clerk->call(u"bookings.exchange"_s, exchangeOf(booking, world.events().evening, {place}, newKey()));
         }},
        {"checkins.admit", ErrorCode::NotFound, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             QJsonObject elsewhere = admissionOf(world, bookTicket(world, *clerk));
             elsewhere.insert(u"event"_s, kNobody);
             return clerk->call(u"checkins.admit"_s, elsewhere);
         }},
        {"checkins.conflicts", ErrorCode::NotFound, asks(u"checkins.conflicts"_s, nowhere, Role::Door)},
        {"checkins.list", ErrorCode::NotFound, asks(u"checkins.list"_s, nowhere, Role::Door)},
        {"checkins.offline", ErrorCode::NotFound, asks(u"checkins.offline"_s, nowhere, Role::Door)},
        {"checkins.arrivals", ErrorCode::NotFound, asks(u"checkins.arrivals"_s, nowhere, Role::Door)},
    };
}

QList<Provocation> printRows()
{
    return {
        {"tickets.codes", ErrorCode::NotFound, [](World &world) {
             const auto owner = world.house.visitor();
             return world.house.visitor()->call(u"tickets.codes"_s, {{u"booking"_s, world.book(*owner, world.events().evening)}});
         }},
        {"tickets.codes", ErrorCode::NotFound, asks(u"tickets.codes"_s, [](World &) { return QJsonObject {{u"booking"_s, kNobody}}; }, Role::Clerk)},
        {"tickets.reprint", ErrorCode::NotFound, asks(u"tickets.reprint"_s, [](World &) { return reprintOf(u"ZZZZ-ZZZZ-1"_s); }, Role::Clerk)},
        {"tickets.reprint", ErrorCode::NotFound, [](World &world) {
             const auto owner = world.house.visitor();
             return world.house.visitor()->call(u"tickets.reprint"_s, reprintOf(bookTicket(world, *owner)));
         }},
        {"tickets.reprint", ErrorCode::AlreadyCancelled, [](World &world) {
             const auto client = world.house.visitor();
             const QString booking = world.book(*client, world.events().evening);
             const QString ticket = client->call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking.tickets.0.number"_s).toString();
             return client->call(u"bookings.cancel"_s, cancellation(booking)).ok() ? client->call(u"tickets.reprint"_s, reprintOf(ticket)) : WireReply();
         }},
        {"tickets.reprint", ErrorCode::KeyReused, [](World &world) {
             const auto client = world.house.visitor();
             const QString key = newKey();
             const QString first = bookTicket(world, *client);
             const QString second = bookTicket(world, *client);
             return client->call(u"tickets.reprint"_s, reprintOf(first, key)).ok() ? client->call(u"tickets.reprint"_s, reprintOf(second, key)) : WireReply();
         }},
    };
}

} // namespace

QList<Provocation> ticketRows()
{
    return printRows() + doorRows();
}

} // namespace parterre::testing
