// SPDX-License-Identifier: GPL-3.0-or-later
#include "showtimeerrors.h"

#include "shared/domain/showtime.h"
#include "tests/support/eventparams.h"
#include "tests/support/pageserver.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kProgramme("name,start\nJazz,2030-12-04 19:30\n");

QJsonObject otherwise(const QJsonObject &source, const QString &key, const QJsonValue &value)
{
    return with(source, u"definition"_s, with(source.value(u"definition"_s).toObject(), key, value));
}

WireReply saves(const World &world, const QJsonObject &source)
{
    return world.house.visitor(Role::Manager)->call(u"showtimes.saveSource"_s, source);
}

// A manager's visit, with a source that there is.
struct Visit {
    explicit Visit(World &world, const QString &key = {}, const QJsonValue &value = {}) : manager(world.house.visitor(Role::Manager))
    {
        const QJsonObject wanted = sourceIn(world.house, source);
        if (!manager->call(u"showtimes.saveSource"_s, key.isEmpty() ? wanted : otherwise(wanted, key, value)).ok())
            qFatal("the source could not be saved");
    }

    WireReply previews(const QByteArray &file) { return manager->call(u"showtimes.preview"_s, {{u"source"_s, source}, {u"upload"_s, uploadOf(*manager, file)}}); }
    WireReply previews() { return manager->call(u"showtimes.preview"_s, {{u"source"_s, source}}); }
    WireReply applies(const QString &preview, bool publish = false)
    {
        return manager->call(u"showtimes.apply"_s, {{u"preview"_s, preview}, {u"chosen"_s, QJsonArray {0}}, {u"publish"_s, publish}});
    }

    std::unique_ptr<WireClient> manager;
    QString source = newKey();
};

// An event without prices, to make others like.
QString unpriced(World &world)
{
    const QString event = newKey();
    const QJsonObject definition = with(definitionIn(world.house), u"prices"_s, QJsonArray());
    return world.house.visitor(Role::Manager)->call(u"events.create"_s, {{u"event"_s, event}, {u"definition"_s, definition}}).ok() ? event : QString();
}

WireReply withoutTemplate(World &world)
{
    const QString event = unpriced(world);
    Visit visit(world, u"template"_s, event);
    return visit.manager->call(u"events.delete"_s, {{u"event"_s, event}, {u"version"_s, 1}}).ok() ? visit.previews(kProgramme) : WireReply();
}

WireReply ledAstray(World &world)
{
    PageServer pages;
    pages.redirect(u"/programme"_s, u"ftp://127.0.0.1/programme"_s);
    return Visit(world, u"url"_s, pages.url(u"/programme"_s)).previews();
}

WireReply sourceGone(World &world)
{
    Visit visit(world);
    const QString preview = visit.previews(kProgramme).at(u"preview"_s).toString();
    return visit.manager->call(u"showtimes.removeSource"_s, {{u"source"_s, visit.source}, {u"version"_s, 1}}).ok() ? visit.applies(preview) : WireReply();
}

WireReply publishesWithoutPrices(World &world)
{
    Visit visit(world, u"template"_s, unpriced(world));
    return visit.applies(visit.previews(kProgramme).at(u"preview"_s).toString(), true);
}

} // namespace

QList<Provocation> showtimeRows()
{
    return {
        {"showtimes.saveSource", ErrorCode::NotFound, [](World &world) { return saves(world, otherwise(sourceIn(world.house, newKey()), u"template"_s, kNobody)); }},
        {"showtimes.saveSource", ErrorCode::StaleVersion, [](World &world) { return saves(world, otherwise(sourceIn(world.house, Visit(world).source), u"name"_s, u"Other"_s)); }},
        {"showtimes.saveSource", ErrorCode::UrlNotAllowed, [](World &world) { return saves(world, otherwise(sourceIn(world.house, newKey()), u"url"_s, u"file:///etc/passwd"_s)); }},
        {"showtimes.removeSource", ErrorCode::NotFound, [](World &world) { return Visit(world).manager->call(u"showtimes.removeSource"_s, {{u"source"_s, newKey()}, {u"version"_s, 1}}); }},
        {"showtimes.removeSource", ErrorCode::StaleVersion, [](World &world) {
             Visit visit(world);
             return visit.manager->call(u"showtimes.removeSource"_s, {{u"source"_s, visit.source}, {u"version"_s, 7}});
         }},
        {"showtimes.preview", ErrorCode::NotFound, [](World &world) { return Visit(world).previews(); }},
        {"showtimes.preview", ErrorCode::TemplateGone, withoutTemplate},
        {"showtimes.preview", ErrorCode::FileInvalid, [](World &world) { return Visit(world).previews("{}}"); }},
        {"showtimes.preview", ErrorCode::FileTooLarge, [](World &world) { return Visit(world).previews(QByteArray(ShowtimeLimits::kFileBytes + 1, '\n')); }},
        {"showtimes.preview", ErrorCode::FetchFailed, [](World &world) { return Visit(world, u"url"_s, u"http://127.0.0.1:1/programme"_s).previews(); }},
        {"showtimes.preview", ErrorCode::UrlNotAllowed, ledAstray},
        {"showtimes.entries", ErrorCode::PreviewGone, [](World &world) { return Visit(world).manager->call(u"showtimes.entries"_s, {{u"preview"_s, newKey()}, {u"offset"_s, 0}}); }},
        {"showtimes.apply", ErrorCode::PreviewGone, [](World &world) { return Visit(world).applies(newKey()); }},
        {"showtimes.apply", ErrorCode::NotFound, sourceGone},
        {"showtimes.apply", ErrorCode::EventInvalid, publishesWithoutPrices},
    };
}

} // namespace parterre::testing
