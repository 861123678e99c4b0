// SPDX-License-Identifier: GPL-3.0-or-later
#include "planerrors.h"

#include "shared/domain/demohouse.h"
#include "shared/domain/poster.h"
#include "shared/planio/planjson.h"
#include "shared/protocol/uploads.h"
#include "tests/support/eventparams.h"
#include "tests/support/posterfile.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

WireReply publish(World &world, const QByteArray &file, qint32 after, const QString &venue)
{
    const auto manager = world.house.visitor(Role::Manager);
    const QString upload = uploadOf(*manager, file);
    return manager->call(u"plans.publish"_s, {{u"venue"_s, venue}, {u"upload"_s, upload}, {u"after"_s, after}});
}

WireReply setLogo(World &world, const QByteArray &file, const QString &venue)
{
    const auto manager = world.house.visitor(Role::Manager);
    const QString upload = uploadOf(*manager, file);
    return manager->call(u"venues.setLogo"_s, {{u"venue"_s, venue}, {u"upload"_s, upload}});
}

WireReply append(World &world, qint64 offset)
{
    return world.house.visitor(Role::Manager)->call(u"uploads.append"_s, {{u"upload"_s, newKey()}, {u"offset"_s, offset}, {u"data"_s, u"e30="_s}});
}

WireReply create(World &world, const QJsonObject &definition, const QString &venue = newKey())
{
    return world.house.visitor(Role::Manager)->call(u"venues.create"_s, {{u"venue"_s, venue}, {u"definition"_s, definition}});
}

WireReply update(World &world, const QString &venue, int version, const QJsonObject &definition)
{
    return world.house.visitor(Role::Manager)->call(u"venues.update"_s, {{u"venue"_s, venue}, {u"version"_s, version}, {u"definition"_s, definition}});
}

WireReply remove(World &world, const QString &venue, int version)
{
    return world.house.visitor(Role::Manager)->call(u"venues.delete"_s, {{u"venue"_s, venue}, {u"version"_s, version}});
}

// A new one; its id.
QString venueOf(World &world)
{
    const QString id = newKey();
    if (!create(world, venueNamed(id), id).ok())
        qFatal("the venue could not be made");
    return id;
}

} // namespace

QList<Provocation> planRows()
{
    const QString taken = u"Test house"_s;
    const auto nowhere = [] { return with(venueNamed(newKey()), u"timeZone"_s, u"Europe/Atlantis"_s); };
    return {
        {"venues.create", ErrorCode::AlreadyExists, [taken](World &world) { return create(world, venueNamed(taken)); }},
        {"venues.create", ErrorCode::TimeZoneUnknown, [nowhere](World &world) { return create(world, nowhere()); }},
        {"venues.update", ErrorCode::NotFound, [](World &world) { return update(world, kNobody, 1, venueNamed(newKey())); }},
        {"venues.update", ErrorCode::StaleVersion, [](World &world) { return update(world, venueOf(world), 2, venueNamed(newKey())); }},
        {"venues.update", ErrorCode::AlreadyExists, [taken](World &world) { return update(world, venueOf(world), 1, venueNamed(taken)); }},
        {"venues.update", ErrorCode::TimeZoneUnknown, [nowhere](World &world) { return update(world, venueOf(world), 1, nowhere()); }},
        {"venues.delete", ErrorCode::NotFound, [](World &world) { return remove(world, kNobody, 1); }},
        {"venues.delete", ErrorCode::StaleVersion, [](World &world) { return remove(world, venueOf(world), 2); }},
        {"venues.delete", ErrorCode::VenueInUse, [](World &world) { return remove(world, world.house.venue().toString(), 1); }},
        {"plans.setHall", ErrorCode::NotFound, asks(u"plans.setHall"_s, [](World &) { return QJsonObject {{u"plan"_s, kNobody}, {u"hall"_s, u"Annexe"_s}}; }, Role::Manager)},
        {"plans.publish", ErrorCode::NotFound, [](World &world) { return publish(world, planio::writePlan(studioCinemaPlan()), 0, kNobody); }},
        {"plans.publish", ErrorCode::FileInvalid, [](World &world) { return publish(world, "{}", 0, world.house.venue().toString()); }},
        {"plans.publish", ErrorCode::StaleVersion, [](World &world) { return publish(world, planio::writePlan(studioCinemaPlan()), 7, world.house.venue().toString()); }},
        {"plans.export", ErrorCode::NotFound,
         asks(u"plans.export"_s, [](World &) { return QJsonObject {{u"plan"_s, kNobody}, {u"version"_s, 1}, {u"format"_s, u"json"_s}, {u"offset"_s, 0}}; }, Role::Manager)},
        {"plans.versions", ErrorCode::NotFound, asks(u"plans.versions"_s, [](World &) { return QJsonObject {{u"plan"_s, kNobody}}; }, Role::Manager)},
        {"venues.setLogo", ErrorCode::NotFound, [](World &world) { return setLogo(world, pngFile(120, 180), kNobody); }},
        {"venues.setLogo", ErrorCode::FileInvalid, [](World &world) { return setLogo(world, "%PDF-1.7", world.house.venue().toString()); }},
        {"venues.setLogo", ErrorCode::FileTooLarge,
         [](World &world) { return setLogo(world, pngFile(120, 180, QByteArray(kMaxPosterBytes, 'x')), world.house.venue().toString()); }},
        {"uploads.append", ErrorCode::StaleVersion, [](World &world) { return append(world, 2); }},
        {"uploads.append", ErrorCode::FileTooLarge, [](World &world) { return append(world, protocol::kMaxUploadBytes); }},
    };
}

} // namespace parterre::testing
