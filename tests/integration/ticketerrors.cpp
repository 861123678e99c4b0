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

} // namespace

QList<Provocation> ticketRows()
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

} // namespace parterre::testing
