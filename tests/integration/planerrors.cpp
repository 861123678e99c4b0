// SPDX-License-Identifier: GPL-3.0-or-later
#include "planerrors.h"

#include "shared/domain/demohouse.h"
#include "shared/planio/planjson.h"
#include "shared/protocol/uploads.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

WireReply publish(World &world, const QByteArray &file, qint32 after, const QString &venue)
{
    const auto manager = world.house.visitor(Role::Manager);
    const QString upload = uploadOf(*manager, file);
    return manager->call(u"plans.publish"_s, {{u"venue"_s, venue}, {u"upload"_s, upload}, {u"after"_s, after}});
}

WireReply append(World &world, qint64 offset)
{
    return world.house.visitor(Role::Manager)->call(u"uploads.append"_s, {{u"upload"_s, newKey()}, {u"offset"_s, offset}, {u"data"_s, u"e30="_s}});
}

} // namespace

QList<Provocation> planRows()
{
    return {
        {"plans.publish", ErrorCode::NotFound, [](World &world) { return publish(world, planio::writePlan(studioCinemaPlan()), 0, kNobody); }},
        {"plans.publish", ErrorCode::FileInvalid, [](World &world) { return publish(world, "{}", 0, world.house.venue().toString()); }},
        {"plans.publish", ErrorCode::StaleVersion, [](World &world) { return publish(world, planio::writePlan(studioCinemaPlan()), 7, world.house.venue().toString()); }},
        {"plans.export", ErrorCode::NotFound,
         asks(u"plans.export"_s, [](World &) { return QJsonObject {{u"plan"_s, kNobody}, {u"version"_s, 1}, {u"format"_s, u"json"_s}, {u"offset"_s, 0}}; }, Role::Manager)},
        {"plans.versions", ErrorCode::NotFound, asks(u"plans.versions"_s, [](World &) { return QJsonObject {{u"plan"_s, kNobody}}; }, Role::Manager)},
        {"uploads.append", ErrorCode::StaleVersion, [](World &world) { return append(world, 2); }},
        {"uploads.append", ErrorCode::FileTooLarge, [](World &world) { return append(world, protocol::kMaxUploadBytes); }},
    };
}

} // namespace parterre::testing
