// SPDX-License-Identifier: GPL-3.0-or-later
#include "noshowerrors.h"

#include "tests/support/noshowparams.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kRelease = "checkins.releaseNoShows";
constexpr const char *kRestore = "checkins.restore";

// Somebody who did not come: a seat that was sold for tonight.
struct Absent {
    explicit Absent(World &world, Role buyer = Role::Guest)
        : event(openTonight(world.house)), owner(world.house.visitor(buyer)), clerk(world.house.visitor(Role::Clerk)), booking(soldTo(*owner, event, {40, 41}))
    {
    }
    [[nodiscard]] QString ticket(int which = 0) const { return booking[u"tickets"_s][which][u"number"_s].toString(); }
    [[nodiscard]] WireReply release(int which = 0, const QString &key = newKey()) const { return clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(event, {ticket(which)}, key)); }
    [[nodiscard]] WireReply restore(int which = 0, const QString &key = newKey()) const { return clerk->call(u"checkins.restore"_s, noShowsOf(event, {ticket(which)}, key)); }
    void cancelEvent(World &world) const
    {
        const auto manager = world.house.visitor(Role::Manager);
        const QJsonObject params {{u"event"_s, event}, {u"version"_s, 2}, {u"reason"_s, u"Fire"_s}};
        if (!manager->call(u"events.cancel"_s, params).ok())
            qFatal("the event could not be cancelled");
    }

    QString event;
    std::unique_ptr<WireClient> owner;
    std::unique_ptr<WireClient> clerk;
    QJsonValue booking;
};

QList<Provocation> releaseRows()
{
    return {
        {"checkins.noShows", ErrorCode::NotFound, asks(u"checkins.noShows"_s, [](World &) { return QJsonObject {{u"event"_s, kNobody}}; }, Role::Clerk)},
        {kRelease, ErrorCode::NotFound, [](World &world) { return Absent(world).clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(openTonight(world.house), {u"ZZZZ-ZZZZ-1"_s})); }},
        {kRelease, ErrorCode::KeyReused, [](World &world) {
             const Absent absent(world);
             const QString key = newKey();
             return absent.release(0, key).ok() ? absent.release(1, key) : WireReply();
         }},
        {kRelease, ErrorCode::SaleClosed, [](World &world) {
             const Absent absent(world);
             absent.cancelEvent(world);
             return absent.release();
         }},
        {kRelease, ErrorCode::TooEarly, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QString booking = world.book(*clerk, world.events().evening);
             const QString ticket = clerk->call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking.tickets.0.number"_s).toString();
             return clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(world.events().evening.toString(), {ticket}));
         }},
    };
}

QList<Provocation> restoreRows()
{
    return {
        {kRestore, ErrorCode::NotFound, [](World &world) { return world.house.visitor(Role::Door)->call(u"checkins.restore"_s, noShowsOf(kNobody, {u"ZZZZ-ZZZZ-1"_s})); }},
        {kRestore, ErrorCode::NotReleased, [](World &world) { return Absent(world).restore(); }},
        {kRestore, ErrorCode::SaleClosed, [](World &world) {
             const Absent absent(world);
             if (!absent.release().ok())
                 return WireReply();
             absent.cancelEvent(world);
             return absent.restore();
         }},
        {kRestore, ErrorCode::SeatTaken, [](World &world) {
             const Absent absent(world);
             return absent.release().ok() && !soldTo(*absent.clerk, absent.event, {40}).isNull() ? absent.restore() : WireReply();
         }},
        {kRestore, ErrorCode::KeyReused, [](World &world) {
             const Absent absent(world);
             const QString key = newKey();
             return absent.release(0).ok() && absent.release(1).ok() && absent.restore(0, key).ok() ? absent.restore(1, key) : WireReply();
         }},
    };
}

QList<Provocation> ticketStateRows()
{
    return {
        {"tickets.reprint", ErrorCode::TicketReleased, [](World &world) {
             const Absent absent(world);
             return absent.release().ok() ? absent.clerk->call(u"tickets.reprint"_s, {{u"ticket"_s, absent.ticket()}, {u"key"_s, newKey()}}) : WireReply();
         }},
        {"bookings.cancel", ErrorCode::TicketReleased, [](World &world) {
             const Absent absent(world);
             return absent.release().ok() ? absent.owner->call(u"bookings.cancel"_s, cancellation(absent.booking[u"id"_s].toString())) : WireReply();
         }},
        {"bookings.exchange", ErrorCode::TicketReleased, [](World &world) {
             const Absent absent(world);
             const EventId event = *EventId::fromString(absent.event);
             if (!absent.release().ok() || !absent.owner->call(u"holds.acquire"_s, placesOf(event, {60})).ok())
                 return WireReply();
             return absent.owner->call(u"bookings.exchange"_s, exchangeOf(absent.booking, event, {60}, newKey(), u"child"_s));
         }},
    };
}

} // namespace

QList<Provocation> noShowRows()
{
    return releaseRows() + restoreRows() + ticketStateRows();
}

} // namespace parterre::testing
