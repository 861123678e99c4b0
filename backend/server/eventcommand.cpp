// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/catalogedit.h"
#include "backend/server/commands.h"
#include "backend/server/offline.h"
#include "backend/services/eventediting.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "shared/core/utctime.h"

#include <QFile>
#include <QRegularExpression>

namespace parterre::server {

namespace {

const QString kVenue = QStringLiteral("venue");
const QString kPlan = QStringLiteral("plan");
const QString kName = QStringLiteral("name");
const QString kStart = QStringLiteral("start");
const QString kKind = QStringLiteral("category");
const QString kPrice = QStringLiteral("price");
const QString kTicket = QStringLiteral("ticket-type");
const QString kCurrency = QStringLiteral("currency");
const QString kHold = QStringLiteral("hold-seconds");
const QString kDescription = QStringLiteral("description");
const QString kOrphans = QStringLiteral("orphans");
const QString kPoster = QStringLiteral("poster");
const QString kNone = QStringLiteral("none");

Error wrong(const QString &option, const QString &value, const QString &expected)
{
    return {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("%1 \"%2\": expected %3").arg(option, value, expected)};
}

std::optional<EventCategory> categoryFromWord(const QString &word)
{
    static const QHash<QString, EventCategory> words {{QStringLiteral("movie"), EventCategory::Movie},
                                                      {QStringLiteral("concert"), EventCategory::Concert},
                                                      {QStringLiteral("play"), EventCategory::Play},
                                                      {QStringLiteral("sport"), EventCategory::Sport},
                                                      {QStringLiteral("other"), EventCategory::Other}};
    const auto found = words.constFind(word);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<OrphanRule> orphanRuleFromWord(const QString &word)
{
    static const QHash<QString, OrphanRule> words {{QStringLiteral("off"), OrphanRule::Off}, {QStringLiteral("warn"), OrphanRule::Warn}, {QStringLiteral("block"), OrphanRule::Block}};
    const auto found = words.constFind(word);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

// "24.50" in the currency's minor units.
std::optional<qint64> amountFromText(const QString &text, const Currency &currency)
{
    static const QRegularExpression shape(QStringLiteral("\\A(\\d{1,7})(?:\\.(\\d+))?\\z"));
    const QRegularExpressionMatch match = shape.match(text);
    const QString fraction = match.captured(2);
    if (!match.hasMatch() || fraction.size() > currency.digits())
        return std::nullopt;
    return (match.captured(1) + fraction.leftJustified(currency.digits(), u'0')).toLongLong();
}

Result<QHash<QString, qint64>> readPrices(const QStringList &texts, const Currency &currency, const Plan &plan)
{
    QHash<QString, qint64> prices;
    for (const QString &text : texts) {
        const qsizetype equals = text.lastIndexOf(u'=');
        const auto amount = amountFromText(text.mid(equals + 1), currency);
        if (!amount)
            return wrong(kPrice, text, QStringLiteral("CATEGORY=AMOUNT or AMOUNT, like stalls=24.50"));
        bool known = equals < 0;
        for (const Category &category : plan.categories) {
            if (equals < 0 && !prices.contains(category.key))
                prices.insert(category.key, *amount);
            if (equals >= 0 && category.key == text.left(equals)) {
                prices.insert(category.key, *amount);
                known = true;
            }
        }
        if (!known)
            return wrong(kPrice, text, QStringLiteral("a category of the plan"));
    }
    return prices;
}

Result<QList<TicketShare>> readTicketTypes(const QStringList &texts)
{
    QList<TicketShare> types;
    for (const QString &text : texts) {
        bool isNumber = false;
        const int percent = text.section(u'=', -1).toInt(&isNumber);
        const QString name = text.section(u'=', 0, -2).trimmed();
        if (!isNumber || percent < 0 || percent > 1000 || name.isEmpty())
            return wrong(kTicket, text, QStringLiteral("NAME=PERCENT of the full price, like Child=50"));
        types.append({.name = name, .percent = percent});
    }
    return types;
}

Result<NewEvent> readEvent(const QCommandLineParser &parser, const Plan &plan)
{
    const auto start = fromIsoUtc(parser.value(kStart));
    const auto kind = categoryFromWord(parser.value(kKind));
    const auto currency = Currency::fromCode(parser.value(kCurrency));
    const auto orphans = orphanRuleFromWord(parser.value(kOrphans));
    bool isNumber = false;
    const int holdSeconds = parser.value(kHold).toInt(&isNumber);
    if (parser.value(kName).trimmed().isEmpty())
        return wrong(kName, parser.value(kName), QStringLiteral("a name"));
    if (!start)
        return wrong(kStart, parser.value(kStart), QStringLiteral("a time like 2026-12-24T19:30:00+01:00"));
    if (!kind)
        return wrong(kKind, parser.value(kKind), QStringLiteral("movie, concert, play, sport or other"));
    if (!currency)
        return wrong(kCurrency, parser.value(kCurrency), QStringLiteral("an ISO 4217 code like EUR"));
    if (!isNumber || holdSeconds < 5 || holdSeconds > 86'400)
        return wrong(kHold, parser.value(kHold), QStringLiteral("5 to 86400"));
    if (!orphans)
        return wrong(kOrphans, parser.value(kOrphans), QStringLiteral("off, warn or block"));
    const auto prices = readPrices(parser.values(kPrice), *currency, plan);
    if (!prices)
        return prices.error();
    const auto types = readTicketTypes(parser.isSet(kTicket) ? parser.values(kTicket) : QStringList {QStringLiteral("Adult=100"), QStringLiteral("Reduced=70")});
    if (!types)
        return types.error();
    return NewEvent {.name = parser.value(kName).trimmed(),
                     .description = parser.value(kDescription),
                     .category = *kind,
                     .start = *start,
                     .currency = *currency,
                     .ticketTypes = *types,
                     .fullPrices = *prices,
                     .rules = {.holdTime = std::chrono::seconds(holdSeconds), .orphanRule = *orphans}};
}

Result<Poster> readPosterFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("%1: %2").arg(path, file.errorString())};
    Result<Poster> poster = readPoster(file.read(kMaxPosterBytes + 1));
    return poster ? poster : Error {.code = poster.error().code, .detail = QStringLiteral("%1: %2").arg(path, poster.error().detail)};
}

// "poster EVENT FILE", "poster EVENT --none".
Result<QString> changePoster(const QCommandLineParser &parser, storage::Database &database, const Clock &clock)
{
    const QStringList words = parser.positionalArguments();
    const auto event = EventId::fromString(words.value(1));
    if (!event)
        return wrong(QStringLiteral("event"), words.value(1), QStringLiteral("an id as parterre-server event list prints it"));
    if (words.size() != (parser.isSet(kNone) ? 2 : 3))
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("event poster: expected EVENT FILE, or EVENT --none")};
    if (parser.isSet(kNone)) {
        const Result<Event> bare = services::setEventPoster(database, *event, std::nullopt, consoleAudit(clock));
        return bare ? Result<QString>(QStringLiteral("Event %1 has no poster").arg(event->toString())) : bare.error();
    }
    const Result<Poster> poster = readPosterFile(words.at(2));
    if (!poster)
        return poster.error();
    const Result<Event> announced = services::setEventPoster(database, *event, *poster, consoleAudit(clock));
    return announced ? Result<QString>(QStringLiteral("Event %1 has the poster %2 (%3 x %4)").arg(event->toString(), words.at(2)).arg(poster->width).arg(poster->height)) : announced.error();
}

Result<QString> addEvent(const QCommandLineParser &parser, storage::Database &database, const Clock &clock)
{
    UuidV7Generator ids(clock);
    CatalogEdit edit(database, ids, consoleAudit(clock));
    const Result<Venue> venue = storage::VenueRepository(database).findByName(parser.value(kVenue));
    if (!venue)
        return wrong(kVenue, parser.value(kVenue), QStringLiteral("a known venue; see parterre-server plan list"));
    const Result<PlanSummary> summary = storage::PlanRepository(database).findByName(venue->id, parser.value(kPlan));
    if (!summary)
        return wrong(kPlan, parser.value(kPlan), QStringLiteral("a plan of the venue; see parterre-server plan list"));
    const Result<Plan> plan = edit.plan(summary->ref);
    if (!plan)
        return plan.error();
    const Result<NewEvent> event = readEvent(parser, *plan);
    if (!event)
        return event.error();
    const Result<EventId> added = edit.addEvent(*venue, *summary, *event);
    if (!added)
        return added.error();
    if (parser.isSet(kPoster)) {
        const Result<Poster> poster = readPosterFile(parser.value(kPoster));
        if (!poster)
            return poster.error();
        if (const auto put = storage::PosterRepository(database).put(*added, *poster, consoleAudit(clock)); !put)
            return put.error();
    }
    return QStringLiteral("Added event %1").arg(added->toString());
}

int listEvents(storage::Database &database, const Clock &clock)
{
    const auto page = storage::EventRepository(database).search({.from = clock.utcNow(), .includeDrafts = true, .limit = 200});
    if (!page)
        return fail(page.error());
    for (const EventSummary &event : page->events)
        say(QStringLiteral("%1  %2  %3, %4").arg(event.id.toString(), toIsoUtc(event.start), event.name, event.venue.name));
    return 0;
}

} // namespace

int eventCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("add: puts an event on sale. A running server opens it when it is first asked for.\nlist: the coming events.\nposter EVENT FILE: gives it that picture, a PNG or JPEG file of at most 160 KiB; poster EVENT --none takes it away."));
    parser.addPositionalArgument(QStringLiteral("action"), QStringLiteral("add, list or poster"));
    parser.addPositionalArgument(QStringLiteral("event"), QStringLiteral("poster: its id."), QStringLiteral("[EVENT"));
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("poster: the picture."), QStringLiteral("[FILE]]"));
    parser.addOptions({{kVenue, QStringLiteral("House it takes place in."), QStringLiteral("NAME")},
                       {kPlan, QStringLiteral("Plan of the house; its newest version is sold."), QStringLiteral("NAME")},
                       {kName, QStringLiteral("What it is called."), QStringLiteral("NAME")},
                       {kDescription, QStringLiteral("A few plain sentences."), QStringLiteral("TEXT")},
                       {kStart, QStringLiteral("When it begins, with offset."), QStringLiteral("TIME")},
                       {kKind, QStringLiteral("movie, concert, play, sport or other [other]."), QStringLiteral("KIND"), QStringLiteral("other")},
                       {kPrice, QStringLiteral("Full price of one category, or of all that have none; may be repeated."), QStringLiteral("[CATEGORY=]AMOUNT")},
                       {kTicket, QStringLiteral("Share of the full price; may be repeated [Adult=100, Reduced=70]."), QStringLiteral("NAME=PERCENT")},
                       {kCurrency, QStringLiteral("ISO 4217 [EUR]."), QStringLiteral("CODE"), QStringLiteral("EUR")},
                       {kHold, QStringLiteral("How long a seat is held [600]."), QStringLiteral("SECONDS"), QStringLiteral("600")},
                       {kOrphans, QStringLiteral("What to do about single seats left behind: off, warn or block [off]."), QStringLiteral("RULE"), QStringLiteral("off")},
                       {kPoster, QStringLiteral("Its picture, a PNG or JPEG file of at most 160 KiB."), QStringLiteral("FILE")},
                       {kNone, QStringLiteral("poster: the event is to have none.")}});
    addSettings(parser, {QStringLiteral("data"), QStringLiteral("database")});
    if (const auto status = parse(parser, QStringLiteral("event"), arguments))
        return *status;
    const Result<ServerConfig> config = readConfig(parser);
    if (!config)
        return fail(config.error());
    const QString action = parser.positionalArguments().value(0);
    if (action != u"add" && action != u"list" && action != u"poster")
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("event: expected add, list or poster, not \"%1\"").arg(action)});

    const SystemClock clock;
    auto database = openDatabase(*config, clock);
    if (!database)
        return fail(database.error());
    if (action == u"list")
        return listEvents(**database, clock);
    const Result<QString> done = (*database)->transact([&] { return action == u"add" ? addEvent(parser, **database, clock) : changePoster(parser, **database, clock); });
    if (!done)
        return fail(done.error());
    say(*done);
    return 0;
}

} // namespace parterre::server
