// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockerrors.h"

#include "tests/support/blockparams.h"
#include "tests/support/eventparams.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

WireReply asManager(const World &world, const QString &method, const QJsonObject &params)
{
    return world.house.visitor(Role::Manager)->call(method, params);
}

WireReply creates(const World &world, const QJsonObject &block)
{
    return asManager(world, u"blocks.create"_s, block);
}

std::function<WireReply(World &)> blocks(EventId TestHouse::Events::*event, const QList<qint32> &places)
{
    return [=](World &world) { return creates(world, blockOf(world.events().*event, places)); };
}

std::function<WireReply(World &)> blocksArea(qint32 area, qint32 seats)
{
    return [=](World &world) {
        return creates(world, with(blockOf(world.events().cabaret, {8}), u"areas"_s, QJsonArray {QJsonObject {{u"area"_s, area}, {u"seats"_s, seats}}}));
    };
}

// A new block of a seat, or these; its id.
QString made(World &world, const EventId &event, const QList<qint32> &places)
{
    const QJsonObject block = blockOf(event, places);
    if (!creates(world, block).ok())
        qFatal("the manager could not block seats");
    return block.value(u"block"_s).toString();
}

QString made(World &world)
{
    return made(world, world.events().evening, {world.seat()});
}

// A new draft, of which a seat is blocked.
QString blockedDraft(World &world)
{
    const QString event = newKey();
    if (!asManager(world, u"events.create"_s, {{u"event"_s, event}, {u"definition"_s, definitionIn(world.house)}}).ok())
        qFatal("there is no draft");
    static_cast<void>(made(world, *EventId::fromString(event), {3}));
    return event;
}

WireReply movesWhatIsBlocked(World &world)
{
    const QString event = blockedDraft(world);
    const WireReply cabaret = world.house.visitor()->call(u"events.get"_s, {{u"event"_s, world.events().cabaret.toString()}});
    const QJsonObject moved = with(with(definitionIn(world.house), u"plan"_s, cabaret.at(u"event.plan.id"_s)), u"planVersion"_s, cabaret.at(u"event.plan.version"_s));
    return asManager(world, u"events.update"_s, {{u"event"_s, event}, {u"version"_s, 1}, {u"definition"_s, moved}});
}

QJsonObject longAgo()
{
    return {{u"at"_s, u"2020-01-01T00:00:00.000Z"_s}, {u"confirmed"_s, true}};
}

} // namespace

QList<Provocation> blockRows()
{
    using Events = TestHouse::Events;
    return {
        {"blocks.create", ErrorCode::NotFound, [](World &world) { return creates(world, blockOf(kNoEvent, {1})); }},
        {"blocks.create", ErrorCode::AlreadyExists, [](World &world) {
             const QString id = made(world);
             return creates(world, with(with(blockOf(world.events().evening, {world.seat()}), u"block"_s, id), u"reason"_s, u"Another"_s));
         }},
        {"blocks.create", ErrorCode::SaleClosed, blocks(&Events::calledOff, {1})},
        {"blocks.create", ErrorCode::UnknownPlace, blocks(&Events::evening, {TestHouse::kSeats})},
        {"blocks.create", ErrorCode::UnknownPlace, blocksArea(2, 1)},
        {"blocks.create", ErrorCode::SeatTaken, [](World &world) {
             const qint32 seat = world.seat();
             const auto owner = world.holder(world.events().evening, seat);
             return creates(world, blockOf(world.events().evening, {seat}));
         }},
        {"blocks.create", ErrorCode::AreaFull, blocksArea(1, TestHouse::Cabaret::kGallery + 1)},
        {"blocks.create", ErrorCode::TooManySeats, blocksArea(0, 5'000)},
        {"blocks.create", ErrorCode::TableSoldWhole, blocks(&Events::cabaret, {4})},
        {"blocks.create", ErrorCode::AlreadyBlocked, [](World &world) {
             static_cast<void>(made(world));
             return creates(world, blockOf(world.events().evening, {world.lastSeat}));
         }},
        {"blocks.create", ErrorCode::ReleasePassed, [](World &world) { return creates(world, with(blockOf(world.events().evening, {world.seat()}), u"release"_s, longAgo())); }},
        {"blocks.release", ErrorCode::NotFound, [](World &world) {
             return asManager(world, u"blocks.release"_s, {{u"event"_s, world.events().evening.toString()}, {u"block"_s, kNobody}});
         }},
        {"blocks.release", ErrorCode::NotBlocked, [](World &world) {
             return asManager(world, u"blocks.release"_s, {{u"event"_s, world.events().evening.toString()}, {u"block"_s, made(world)}, {u"places"_s, QJsonArray {world.seat()}}});
         }},
        {"blocks.release", ErrorCode::TableSoldWhole, [](World &world) {
             const QString id = made(world, world.events().cabaret, {4, 5, 6, 7});
             const QJsonObject whole {{u"event"_s, world.events().cabaret.toString()}, {u"block"_s, id}};
             const WireReply refused = asManager(world, u"blocks.release"_s, with(whole, u"places"_s, QJsonArray {4, 5}));
             return asManager(world, u"blocks.release"_s, whole).ok() ? refused : WireReply();
         }},
        {"blocks.list", ErrorCode::NotFound, [](World &world) { return asManager(world, u"blocks.list"_s, {{u"event"_s, kNobody}}); }},
        {"blocks.confirm", ErrorCode::NotFound, [](World &world) { return asManager(world, u"blocks.confirm"_s, {{u"blocks"_s, QJsonArray {made(world), kNobody}}}); }},
        {"blocks.postpone", ErrorCode::NotFound, [](World &world) { return asManager(world, u"blocks.postpone"_s, {{u"block"_s, kNobody}}); }},
        {"blocks.postpone", ErrorCode::ReleasePassed, [](World &world) { return asManager(world, u"blocks.postpone"_s, {{u"block"_s, made(world)}, {u"release"_s, longAgo()}}); }},
        {"holds.acquire", ErrorCode::SeatHeldBack, [](World &world) {
             static_cast<void>(made(world));
             return world.house.visitor(Role::Clerk)->call(u"holds.acquire"_s, placesOf(world.events().evening, {world.lastSeat}));
         }},
        {"events.update", ErrorCode::EventHasBlocks, movesWhatIsBlocked},
        {"events.delete", ErrorCode::EventHasBlocks, [](World &world) { return asManager(world, u"events.delete"_s, {{u"event"_s, blockedDraft(world)}, {u"version"_s, 1}}); }},
    };
}

} // namespace parterre::testing
