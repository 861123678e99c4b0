// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventerrors.h"

#include "tests/support/eventparams.h"
#include "tests/support/posterfile.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

WireReply asManager(World &world, const QString &method, const QString &event, QJsonObject params)
{
    return world.house.visitor(Role::Manager)->call(method, with(std::move(params), u"event"_s, event));
}

std::function<WireReply(World &)> creates(const QString &key, const QJsonValue &value, const QString &event = newKey())
{
    return [=](World &world) { return asManager(world, u"events.create"_s, event, {{u"definition"_s, with(definitionIn(world.house), key, value)}}); };
}

std::function<WireReply(World &)> updates(EventId TestHouse::Events::*event, int version, const std::function<QJsonObject(World &)> &definition)
{
    return [=](World &world) { return asManager(world, u"events.update"_s, (world.events().*event).toString(), {{u"version"_s, version}, {u"definition"_s, definition(world)}}); };
}

QJsonObject good(World &world)
{
    return definitionIn(world.house);
}

// On another hall than the one of the evening.
WireReply movesWhatIsSold(World &world)
{
    const auto customer = world.house.visitor(Role::Customer);
    static_cast<void>(world.book(*customer, world.events().matinee));
    const WireReply cabaret = customer->call(u"events.get"_s, {{u"event"_s, world.events().cabaret.toString()}});
    const QJsonObject moved = with(with(good(world), u"plan"_s, cabaret.at(u"event.plan.id"_s)), u"planVersion"_s, cabaret.at(u"event.plan.version"_s));
    return asManager(world, u"events.update"_s, world.events().matinee.toString(), {{u"version"_s, 1}, {u"definition"_s, moved}});
}

WireReply deletesWhatIsSold(World &world)
{
    static_cast<void>(world.book(*world.house.visitor(Role::Customer), world.events().matinee));
    return asManager(world, u"events.delete"_s, world.events().matinee.toString(), {{u"version"_s, 1}});
}

WireReply announces(World &world, const QString &event, const QByteArray &file)
{
    const auto manager = world.house.visitor(Role::Manager);
    const QString upload = uploadOf(*manager, file);
    return manager->call(u"events.setPoster"_s, {{u"event"_s, event}, {u"upload"_s, upload}});
}

// A guest's booking, or one that the counter sold by card, for an event that was cancelled just now.
struct Owed {
    explicit Owed(World &world, bool byCard = false) : event(newKey()), clerk(world.house.visitor(Role::Clerk))
    {
        const auto guest = world.house.visitor();
        const QJsonObject first {{u"event"_s, event}};
        if (!asManager(world, u"events.create"_s, event, {{u"definition"_s, definitionIn(world.house)}}).ok()
            || !asManager(world, u"events.setState"_s, event, {{u"version"_s, 1}, {u"state"_s, u"published"_s}}).ok())
            qFatal("there is no event to cancel");
        booking = byCard ? soldByCard(world) : world.book(*guest, *EventId::fromString(event));
        if (!asManager(world, u"events.cancel"_s, event, {{u"version"_s, 2}, {u"reason"_s, u"Fire"_s}}).ok())
            qFatal("the event was not cancelled");
        while (clerk->call(u"events.refunds"_s, first).at(u"totals.remaining"_s).toInt() > 0) {}
    }
    [[nodiscard]] WireReply pay(const QString &key = newKey()) const { return clerk->call(u"bookings.refund"_s, {{u"booking"_s, booking}, {u"event"_s, event}, {u"key"_s, key}}); }

    [[nodiscard]] QString soldByCard(World &world) const
    {
        const EventId id = *EventId::fromString(event);
        const qint32 seat = world.seat();
        if (!clerk->call(u"holds.acquire"_s, placesOf(id, {seat})).ok())
            qFatal("seat %d could not be held", seat);
        constexpr qint64 kRear = 2'000; // as definitionIn() has it
        return clerk->call(u"bookings.checkout"_s, withCard(checkoutOf(id, {seat}, newKey()), kRear)).at(u"booking.id"_s).toString();
    }

    QString event;
    QString booking;
    std::unique_ptr<WireClient> clerk;
};

} // namespace

QList<Provocation> eventRows()
{
    using Events = TestHouse::Events;
    const auto nobody = [](const QString &method, const QJsonObject &params) { return [=](World &world) { return asManager(world, method, kNobody, params); }; };
    const auto toState = [](EventId Events::*event, int version, const QString &state) {
        return [=](World &world) { return asManager(world, u"events.setState"_s, (world.events().*event).toString(), {{u"version"_s, version}, {u"state"_s, state}}); };
    };
    const auto cancels = [](EventId Events::*event, int version) {
        return [=](World &world) { return asManager(world, u"events.cancel"_s, (world.events().*event).toString(), {{u"version"_s, version}, {u"reason"_s, u"Fire"_s}}); };
    };
    return {
        {"events.create", ErrorCode::NotFound, creates(u"plan"_s, kNobody)},
        {"events.create", ErrorCode::AlreadyExists, [](World &world) { return creates(u"name"_s, u"Another"_s, world.events().evening.toString())(world); }},
        {"events.create", ErrorCode::EventInvalid, creates(u"start"_s, u"1712-11-21T19:30:00Z"_s)},
        {"events.update", ErrorCode::NotFound, [](World &world) { return asManager(world, u"events.update"_s, kNobody, {{u"version"_s, 1}, {u"definition"_s, good(world)}}); }},
        {"events.update", ErrorCode::StaleVersion, updates(&Events::later, 7, good)},
        {"events.update", ErrorCode::EventInvalid, updates(&Events::later, 1, [](World &world) { return with(good(world), u"prices"_s, QJsonArray()); })},
        {"events.update", ErrorCode::EventInUse, movesWhatIsSold},
        {"events.setState", ErrorCode::NotFound, nobody(u"events.setState"_s, {{u"version"_s, 1}, {u"state"_s, u"paused"_s}})},
        {"events.setState", ErrorCode::StaleVersion, toState(&Events::later, 7, u"paused"_s)},
        {"events.setState", ErrorCode::EventInvalid, toState(&Events::calledOff, 1, u"published"_s)},
        {"events.setPoster", ErrorCode::NotFound, nobody(u"events.setPoster"_s, {})},
        {"events.setPoster", ErrorCode::NotFound, [](World &world) { return announces(world, kNobody, pngFile(120, 180)); }},
        {"events.setPoster", ErrorCode::NotFound, [](World &world) { return asManager(world, u"events.setPoster"_s, world.events().later.toString(), {{u"upload"_s, newKey()}}); }},
        {"events.setPoster", ErrorCode::EventInvalid, [](World &world) { return announces(world, world.events().calledOff.toString(), pngFile(120, 180)); }},
        {"events.setPoster", ErrorCode::FileInvalid, [](World &world) { return announces(world, world.events().later.toString(), "%PDF-1.7"); }},
        {"events.setPoster", ErrorCode::FileInvalid, [](World &world) { return announces(world, world.events().later.toString(), pngFile(10, 10)); }},
        {"events.setPoster", ErrorCode::FileTooLarge, [](World &world) { return announces(world, world.events().later.toString(), pngFile(120, 180, QByteArray(kMaxPosterBytes, 'x'))); }},
        {"events.cancel", ErrorCode::NotFound, nobody(u"events.cancel"_s, {{u"version"_s, 1}, {u"reason"_s, u"Fire"_s}})},
        {"events.cancel", ErrorCode::StaleVersion, cancels(&Events::later, 7)},
        {"events.cancel", ErrorCode::EventInvalid, cancels(&Events::draft, 1)},
        {"events.cancel", ErrorCode::EventInvalid, cancels(&Events::calledOff, 1)},
        {"events.update", ErrorCode::EventInvalid, updates(&Events::calledOff, 1, good)},
        {"events.sales", ErrorCode::NotFound, nobody(u"events.sales"_s, {})},
        {"events.refunds", ErrorCode::NotFound, nobody(u"events.refunds"_s, {})},
        {"bookings.refund", ErrorCode::NotFound, [](World &world) {
             return world.house.visitor(Role::Clerk)->call(u"bookings.refund"_s, {{u"booking"_s, kNobody}, {u"event"_s, world.events().evening.toString()}, {u"key"_s, newKey()}});
         }},
        {"bookings.refund", ErrorCode::NothingOwed, [](World &world) {
             const Owed owed(world);
             return owed.pay().ok() ? owed.pay() : WireReply();
         }},
        {"bookings.refund", ErrorCode::RefundReferenceMissing, [](World &world) { return Owed(world, true).pay(); }},
        {"bookings.refund", ErrorCode::KeyReused, [](World &world) {
             const Owed first(world), second(world);
             const QString key = newKey();
             return first.pay(key).ok() ? second.pay(key) : WireReply();
         }},
        {"events.delete", ErrorCode::NotFound, nobody(u"events.delete"_s, {{u"version"_s, 1}})},
        {"events.delete", ErrorCode::StaleVersion, [](World &world) { return asManager(world, u"events.delete"_s, world.events().later.toString(), {{u"version"_s, 7}}); }},
        {"events.delete", ErrorCode::EventInUse, deletesWhatIsSold},
    };
}

} // namespace parterre::testing
