// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/showtimefile.h"
#include "backend/server/commands.h"
#include "backend/server/offline.h"
#include "backend/server/showtimetext.h"
#include "backend/server/urlfetcher.h"
#include "backend/storage/repositories/eventrepository.h"
#include "shared/core/utctime.h"

#include <QCoreApplication>
#include <QFile>

namespace parterre::server {

namespace {

const QString kSource = QStringLiteral("source");
const QString kLike = QStringLiteral("like");
const QString kHall = QStringLiteral("hall");
const QString kFormat = QStringLiteral("format");
const QString kApply = QStringLiteral("apply");
const QString kPublish = QStringLiteral("publish");
const QString kStopped = QStringLiteral("stopped");
const QString kTakeAway = QStringLiteral("take-away");

Error wrong(const QString &what)
{
    return {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("showtimes import: ") + what};
}

bool isAddress(const QString &text)
{
    return text.startsWith(QStringLiteral("http://"), Qt::CaseInsensitive) || text.startsWith(QStringLiteral("https://"), Qt::CaseInsensitive);
}

std::optional<ShowtimeFormat> formatFromWord(const QString &word)
{
    static const QHash<QString, ShowtimeFormat> words {{QStringLiteral("auto"), ShowtimeFormat::Automatic},
                                                       {QStringLiteral("calendar"), ShowtimeFormat::Calendar},
                                                       {QStringLiteral("csv"), ShowtimeFormat::Csv},
                                                       {QStringLiteral("json"), ShowtimeFormat::JsonLd}};
    const auto found = words.constFind(word);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

// A source that is stored, or is when something is taken over of it.
struct Target {
    ShowtimeSource source = {};
    bool isNew = false;
};

Result<Target> newTarget(const QCommandLineParser &parser, storage::Database &database, const Clock &clock)
{
    const QString like = parser.value(kLike);
    const auto event = EventId::fromString(like);
    if (!parser.isSet(kLike))
        return wrong(QStringLiteral("there is no source \"%1\"; to make it, say which event new ones are made like: --like EVENT").arg(parser.value(kSource)));
    if (!event || !storage::EventRepository(database).get(*event))
        return wrong(QStringLiteral("like \"%1\": expected an id as parterre-server event list prints it").arg(like));
    const auto format = formatFromWord(parser.value(kFormat));
    if (!format)
        return wrong(QStringLiteral("format \"%1\": expected auto, calendar, csv or json").arg(parser.value(kFormat)));
    UuidV7Generator ids(clock);
    const QString from = parser.positionalArguments().value(1);
    return Target {.source = {.id = ids.make<ShowtimeSourceId>(),
                              .definition = {.name = parser.value(kSource).trimmed(),
                                             .format = *format,
                                             .url = isAddress(from) ? std::optional(from) : std::nullopt,
                                             .hall = parser.value(kHall),
                                             .like = event}},
                   .isNew = true};
}

Result<Target> findTarget(const QCommandLineParser &parser, storage::Database &database, const Clock &clock)
{
    const Result<QList<ShowtimeSource>> sources = storage::ShowtimeRepository(database).sources();
    if (!sources)
        return sources.error();
    QList<ShowtimeSource> named;
    for (const ShowtimeSource &source : *sources) {
        if (source.definition.name == parser.value(kSource).trimmed())
            named.append(source);
    }
    if (named.isEmpty())
        return newTarget(parser, database, clock);
    if (named.size() > 1)
        return wrong(QStringLiteral("source \"%1\": several have this name").arg(parser.value(kSource)));
    if (parser.isSet(kLike) || parser.isSet(kHall) || parser.isSet(kFormat))
        return wrong(QStringLiteral("the source \"%1\" is there already; --like, --hall and --format are for a new one, and are changed in the app").arg(named.constFirst().definition.name));
    return Target {.source = named.constFirst()};
}

Result<QByteArray> fetched(const QString &url, const ServerConfig &config)
{
    UrlFetcher pages({.privateAddresses = config.fetchPrivate, .bytes = ShowtimeLimits::kFileBytes});
    std::optional<Result<services::FetchedPage>> page;
    pages.fetch(url, {}, [&](const Result<services::FetchedPage> &answer) {
        page.emplace(answer);
        QCoreApplication::quit();
    });
    if (!page)
        QCoreApplication::exec();
    return page->ok() ? Result<QByteArray>((*page)->content) : Error {.code = page->error().code, .detail = QStringLiteral("%1: %2").arg(url, page->error().detail)};
}

Result<QByteArray> contentOf(const QString &from, const Target &target, const ServerConfig &config)
{
    if (isAddress(from) || (from.isEmpty() && target.source.definition.url))
        return fetched(from.isEmpty() ? *target.source.definition.url : from, config);
    if (from.isEmpty())
        return wrong(QStringLiteral("the source \"%1\" has no address: expected FILE or URL").arg(target.source.definition.name));
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("%1: %2").arg(from, file.errorString())};
    return file.read(ShowtimeLimits::kFileBytes + 1);
}

Result<void> checkOptions(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() > 2 || parser.value(kSource).trimmed().isEmpty())
        return wrong(QStringLiteral("expected [FILE|URL] --source NAME"));
    if (!parser.isSet(kApply) && (parser.isSet(kPublish) || parser.isSet(kStopped)))
        return wrong(QStringLiteral("--publish and --stopped are for --apply"));
    if (!parser.isSet(kStopped) && parser.isSet(kTakeAway))
        return wrong(QStringLiteral("--take-away is for --stopped"));
    return {};
}

// What is taken over. A running server knows the events it has opened, and would sell them as they were: of those that are there
// nothing is changed unless somebody says that there is none.
services::ShowtimeOrder orderOf(const QCommandLineParser &parser, const services::ShowtimeComparison &found, const ShowtimeReading &reading)
{
    services::ShowtimeOrder order {.reading = reading, .publish = parser.isSet(kPublish)};
    for (const ShowtimeEntry &entry : found.entries) {
        const bool isChosen = entry.state == ShowtimeState::New || (entry.state == ShowtimeState::Changed && parser.isSet(kStopped))
            || (entry.state == ShowtimeState::Gone && parser.isSet(kTakeAway));
        if (!isChosen)
            continue;
        order.uids.append(entry.uid);
        if (entry.state == ShowtimeState::Gone)
            order.deletable.insert(*entry.event); // nothing is held without a server
    }
    return order;
}

// So many at a time that others who write wait but a moment. The run is what the source shows to people.
Result<QList<ShowtimeOutcome>> apply(storage::Database &database, const Target &target, const services::ShowtimeGround &ground, services::ShowtimeOrder order, const ShowtimeRun &run)
{
    const storage::AuditContext audit {.at = run.at};
    const QStringList uids = order.uids;
    QList<ShowtimeOutcome> outcomes;
    for (qsizetype from = 0; from == 0 || from < uids.size(); from += ShowtimeLimits::kChosen) {
        order.uids = uids.mid(from, ShowtimeLimits::kChosen);
        const auto applied = database.transact([&]() -> Result<services::AppliedShowtimes> {
            storage::ShowtimeRepository showtimes(database);
            if (target.isNew) {
                if (const auto saved = showtimes.save(target.source.id, 0, target.source.definition, audit); !saved)
                    return saved.error();
            }
            if (const Result<void> noted = showtimes.noteRun(target.source.id, run); !noted)
                return noted.error();
            return services::applyShowtimes(database, ground, order, audit);
        });
        if (!applied)
            return applied.error();
        outcomes.append(applied->outcomes);
    }
    return outcomes;
}

int importShowtimes(const QCommandLineParser &parser, const ServerConfig &config)
{
    if (const Result<void> called = checkOptions(parser); !called)
        return fail(called.error());
    const SystemClock clock;
    auto database = openDatabase(config, clock);
    if (!database)
        return fail(database.error());
    const Result<Target> target = findTarget(parser, **database, clock);
    if (!target)
        return fail(target.error());
    const QString from = parser.positionalArguments().value(1);
    const Result<QByteArray> content = contentOf(from, *target, config);
    if (!content)
        return fail(content.error());
    const Result<services::ShowtimeGround> ground = services::readShowtimeGround(**database, target->source);
    if (!ground)
        return fail(ground.error());
    const Instant now = clock.utcNow();
    const Result<ShowtimeReading> reading = calendar::readShowtimes(*content, target->source.definition.format, ground->zone, now);
    if (!reading)
        return fail(reading.error());
    const auto known = storage::ShowtimeRepository(**database).known(target->source.id);
    if (!known)
        return fail(known.error());
    const services::ShowtimeComparison found = services::compareShowtimes(*reading, *ground, *known, now);
    say(QStringLiteral("%1, times of %2").arg(target->source.definition.name, ground->timeZone));
    for (const QString &line : findingLines(found, ground->zone))
        say(line);
    if (!parser.isSet(kApply))
        return 0;
    const services::ShowtimeOrder order = orderOf(parser, found, *reading);
    const Result<QList<ShowtimeOutcome>> outcomes = apply(**database, *target, *ground, order, {.at = now, .counts = found.counts});
    if (!outcomes)
        return fail(outcomes.error());
    say(outcomeLine(*outcomes, order.publish));
    const qint32 left = (parser.isSet(kStopped) ? 0 : found.counts.changed) + (parser.isSet(kTakeAway) ? 0 : found.counts.gone);
    if (left > 0)
        say(QStringLiteral("%1 changed or gone: left to the app, or to --stopped (and --take-away)").arg(left));
    return 0;
}

int listSources(const ServerConfig &config)
{
    const SystemClock clock;
    auto database = openDatabase(config, clock);
    if (!database)
        return fail(database.error());
    const Result<QList<ShowtimeSource>> sources = storage::ShowtimeRepository(**database).sources();
    if (!sources)
        return fail(sources.error());
    for (const ShowtimeSource &source : *sources) {
        const QString looked = source.lastRun ? QStringLiteral("looked at ") + toIsoUtc(source.lastRun->at) : QStringLiteral("not looked at yet");
        say(QStringLiteral("%1: %2, %3").arg(source.definition.name, source.definition.url.value_or(QStringLiteral("files")), looked));
    }
    return 0;
}

} // namespace

int showtimesCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "import [FILE|URL] --source NAME: prints what a programme of others (iCalendar, CSV, schema.org) has that this one has not; without FILE or URL from the source's address. "
        "With --apply what is new is made.\nlist: the sources."));
    parser.addPositionalArgument(QStringLiteral("action"), QStringLiteral("import or list"));
    parser.addPositionalArgument(QStringLiteral("from"), QStringLiteral("import: where the programme is."), QStringLiteral("[FILE|URL]"));
    parser.addOptions({{kSource, QStringLiteral("The source as it is called here; --apply makes it when there is none of that name."), QStringLiteral("NAME")},
                       {kLike, QStringLiteral("Of a new source: the event whose plan, prices and rules its events get."), QStringLiteral("EVENT")},
                       {kHall, QStringLiteral("Of a new source: only what is there."), QStringLiteral("NAME")},
                       {kFormat, QStringLiteral("Of a new source: auto, calendar, csv or json [auto]."), QStringLiteral("FORMAT"), QStringLiteral("auto")},
                       {kApply, QStringLiteral("Make the new events. They are drafts.")},
                       {kPublish, QStringLiteral("With --apply: put them on sale at once.")},
                       {kStopped, QStringLiteral("With --apply, when no server runs on this database: change events that are there, too.")},
                       {kTakeAway, QStringLiteral("With --stopped: delete events that are gone there; pause those that were sold or have blocked seats.")}});
    addSettings(parser, {QStringLiteral("data"), QStringLiteral("database"), QStringLiteral("fetch-private")});
    if (const auto status = parse(parser, QStringLiteral("showtimes"), arguments))
        return *status;
    const Result<ServerConfig> config = readConfig(parser);
    if (!config)
        return fail(config.error());
    const QString action = parser.positionalArguments().value(0);
    if (action == u"import")
        return importShowtimes(parser, *config);
    if (action == u"list")
        return listSources(*config);
    return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("showtimes: expected import or list, not \"%1\"").arg(action)});
}

} // namespace parterre::server
