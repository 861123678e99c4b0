// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/catalogedit.h"
#include "backend/server/commands.h"
#include "backend/server/offline.h"
#include "backend/server/plandifferencetext.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "shared/core/localtime.h"
#include "shared/core/utctime.h"
#include "shared/planio/planfile.h"
#include "shared/planio/planjson.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace parterre::server {

namespace {

const QString kVenue = QStringLiteral("venue");
const QString kName = QStringLiteral("name");
const QString kAddress = QStringLiteral("address");
const QString kTimeZone = QStringLiteral("time-zone");
const QString kFormat = QStringLiteral("format");
const QString kRules = QStringLiteral("rules");
const QString kFrom = QStringLiteral("from");
const QString kTo = QStringLiteral("to");

constexpr qint64 kMaxRulesBytes = 1024 * 1024;

Error inFile(const QString &path, const Error &error)
{
    return {.code = error.code, .detail = path + QStringLiteral(": ") + error.detail};
}

Result<QByteArray> bytesOf(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("%1: %2").arg(path, file.errorString())};
    if (file.size() > limit)
        return Error {.code = ErrorCode::FileTooLarge, .detail = QStringLiteral("%1: larger than %2 bytes").arg(path).arg(limit)};
    return file.readAll();
}

Result<planio::PlanFile> readFile(const QString &path, const QString &rulesPath)
{
    planio::PlanFileHint hint {.fileName = path};
    if (!rulesPath.isEmpty()) {
        const Result<QByteArray> rules = bytesOf(rulesPath, kMaxRulesBytes);
        if (!rules)
            return rules.error();
        const Result<planio::SvgRules> read = planio::readSvgRules(*rules);
        if (!read)
            return inFile(rulesPath, read.error());
        hint.svgRules = *read;
    }
    const Result<QByteArray> bytes = bytesOf(path, planio::kMaxPlanDocumentBytes);
    if (!bytes)
        return bytes.error();
    Result<planio::PlanFile> read = planio::readPlanFile(*bytes, hint);
    return read ? std::move(read) : Result<planio::PlanFile>(inFile(path, read.error()));
}

void printReport(const QList<planio::RepairEntry> &report, void (*print)(const QString &) = &say)
{
    for (const planio::RepairEntry &entry : report) {
        const QString place = entry.place ? QStringLiteral(" (at %1, %2)").arg(entry.place->x).arg(entry.place->y) : QString();
        print(QStringLiteral("  %1 %2: %3%4").arg(planio::repairKindName(entry.kind), entry.where, entry.message, place));
    }
}

int importPlan(const QCommandLineParser &parser, const ServerConfig &config)
{
    const QString path = parser.positionalArguments().value(1);
    const QString venueName = parser.value(kVenue).trimmed();
    const QString timeZone = parser.value(kTimeZone);
    if (path.isEmpty() || venueName.isEmpty() || parser.positionalArguments().size() > 2)
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("plan import: expected one FILE and --venue NAME")});
    if (!isTimeZoneName(timeZone))
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("time-zone \"%1\": expected an IANA name like Europe/Berlin").arg(timeZone)});

    Result<planio::PlanFile> imported = readFile(path, parser.value(kRules));
    if (!imported)
        return fail(imported.error());
    if (parser.isSet(kName))
        imported->plan.name = parser.value(kName);

    const SystemClock clock;
    UuidV7Generator ids(clock);
    auto database = openDatabase(config, clock);
    if (!database)
        return fail(database.error());
    const Result<PlanSummary> stored = (*database)->transact([&]() -> Result<PlanSummary> {
        CatalogEdit edit(**database, ids, consoleAudit(clock));
        const Result<Venue> venue = edit.venue(venueName, parser.value(kAddress), timeZone);
        return venue ? edit.publish(venue->id, imported->plan) : Result<PlanSummary>(venue.error());
    });
    if (!stored)
        return fail(stored.error());
    say(QStringLiteral("%1 (%2): plan \"%3\" version %4 of %5, %6 seats in %7 sections, %8 categories")
            .arg(QFileInfo(path).fileName(), planio::planFileFormatName(imported->format), stored->name)
            .arg(stored->ref.version).arg(venueName).arg(stored->seats).arg(imported->plan.sections.size()).arg(imported->plan.categories.size()));
    say(imported->report.isEmpty() ? QStringLiteral("Repair report: nothing to repair") : QStringLiteral("Repair report, %1 entries:").arg(imported->report.size()));
    printReport(imported->report);
    return 0;
}

// The newest version of the plan of that name; of the only one when there is no name.
Result<PlanSummary> findPlan(storage::Database &database, const QString &venueName, const QString &planName)
{
    const Result<QList<Venue>> venues = storage::VenueRepository(database).list();
    if (!venues)
        return venues.error();
    const auto venue = std::find_if(venues->begin(), venues->end(), [&venueName](const Venue &v) { return v.name == venueName; });
    if (venue == venues->end())
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("there is no venue \"%1\"").arg(venueName)};
    QList<PlanSummary> found;
    for (const PlanSummary &plan : venue->plans) {
        if (planName.isEmpty() || plan.name == planName)
            found.append(plan);
    }
    if (found.isEmpty())
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("%1 has no plan \"%2\"").arg(venueName, planName)};
    if (found.size() > 1)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("%1 has %2 plans: say which with --name").arg(venueName).arg(found.size())};
    return found[0];
}

Result<Plan> storedPlan(storage::Database &database, const PlanId &plan, qint32 version)
{
    const Result<storage::PlanDocument> document = storage::PlanRepository(database).document(plan, version);
    if (!document)
        return Error {.code = document.error().code, .detail = QStringLiteral("there is no version %1 of the plan").arg(version)};
    return planio::readPlan(document->document);
}

Result<void> writeTo(const QString &path, const QByteArray &bytes)
{
    if (path.isEmpty()) {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            return Error {.code = ErrorCode::Internal, .detail = QStringLiteral("standard output: %1").arg(out.errorString())};
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error {.code = ErrorCode::Internal, .detail = QStringLiteral("%1: %2").arg(path, file.errorString())};
    return {};
}

int exportPlan(const QCommandLineParser &parser, const ServerConfig &config)
{
    const QString path = parser.positionalArguments().value(1);
    const QString venueName = parser.value(kVenue).trimmed();
    const std::optional<planio::PlanFileFormat> format = planio::planFileFormatOf(parser.value(kFormat));
    if (venueName.isEmpty() || parser.positionalArguments().size() > 2)
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("plan export: expected --venue NAME and at most one FILE")});
    if (!format || !planio::canWrite(*format))
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("format \"%1\": expected json, pretix, svg, csv or pdf").arg(parser.value(kFormat))});

    const SystemClock clock;
    auto database = openDatabase(config, clock);
    if (!database)
        return fail(database.error());
    const Result<Plan> plan = (*database)->transact([&]() -> Result<Plan> {
        const Result<PlanSummary> newest = findPlan(**database, venueName, parser.value(kName));
        return newest ? storedPlan(**database, newest->ref.id, newest->ref.version) : Result<Plan>(newest.error());
    });
    if (!plan)
        return fail(plan.error());
    const Result<planio::ExportResult> written = planio::writePlanFile(*plan, *format);
    if (!written)
        return fail(written.error());
    if (const Result<void> kept = writeTo(path, written->file); !kept)
        return fail(kept.error());
    // Beside a plan on standard output the report would be in the way.
    void (*print)(const QString &) = path.isEmpty() ? &complain : &say;
    if (!written->report.isEmpty())
        print(QStringLiteral("What %1 cannot keep, %2 entries:").arg(planio::planFileFormatName(*format)).arg(written->report.size()));
    printReport(written->report, print);
    return 0;
}

Result<QList<PlanVersion>> allVersions(storage::Database &database, const PlanId &plan)
{
    constexpr qint32 kAtOnce = 500;
    QList<PlanVersion> versions;
    std::optional<qint32> before;
    do {
        const Result<storage::PlanVersionPage> page = storage::PlanRepository(database).versions(plan, before, kAtOnce);
        if (!page)
            return page.error();
        versions += page->versions;
        before = page->next;
    } while (before);
    return versions;
}

int listVersions(const QCommandLineParser &parser, const ServerConfig &config)
{
    const QString venueName = parser.value(kVenue).trimmed();
    if (venueName.isEmpty() || parser.positionalArguments().size() > 1)
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("plan versions: expected --venue NAME")});
    const SystemClock clock;
    auto database = openDatabase(config, clock);
    if (!database)
        return fail(database.error());
    QString name;
    const auto versions = (*database)->transact([&]() -> Result<QList<PlanVersion>> {
        const Result<PlanSummary> newest = findPlan(**database, venueName, parser.value(kName));
        if (!newest)
            return newest.error();
        name = newest->name;
        return allVersions(**database, newest->ref.id);
    });
    if (!versions)
        return fail(versions.error());
    say(QStringLiteral("%1 of %2").arg(name, venueName));
    for (const PlanVersion &version : *versions) {
        say(QStringLiteral("  version %1, %2, %3 seats%4, %5")
                .arg(version.ref.version).arg(toIsoUtc(version.publishedAt)).arg(version.seats)
                .arg(version.hasDesign ? QStringLiteral(", drawn here") : QString(), version.ref.hash));
    }
    return 0;
}

// The number after an option, or `otherwise` without it. InvalidParams.
Result<qint32> versionOf(const QCommandLineParser &parser, const QString &option, qint32 otherwise)
{
    if (!parser.isSet(option))
        return otherwise;
    bool isNumber = false;
    const qint32 version = parser.value(option).toInt(&isNumber);
    if (!isNumber || version < 1)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("%1 \"%2\": expected the number of a version").arg(option, parser.value(option))};
    return version;
}

int comparePlanVersions(const QCommandLineParser &parser, const ServerConfig &config)
{
    const QString venueName = parser.value(kVenue).trimmed();
    if (venueName.isEmpty() || parser.positionalArguments().size() > 1)
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("plan compare: expected --venue NAME")});
    for (const QString &option : {kFrom, kTo}) {
        if (const Result<qint32> number = versionOf(parser, option, 0); !number)
            return fail(number.error());
    }
    const SystemClock clock;
    auto database = openDatabase(config, clock);
    if (!database)
        return fail(database.error());
    qint32 from = 0;
    qint32 to = 0;
    const auto plans = (*database)->transact([&]() -> Result<std::pair<Plan, Plan>> {
        const Result<PlanSummary> newest = findPlan(**database, venueName, parser.value(kName));
        if (!newest)
            return newest.error();
        to = *versionOf(parser, kTo, newest->ref.version);
        from = *versionOf(parser, kFrom, to - 1);
        if (from < 1)
            return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("there is no version before version %1").arg(to)};
        const Result<Plan> before = storedPlan(**database, newest->ref.id, from);
        if (!before)
            return before.error();
        const Result<Plan> after = storedPlan(**database, newest->ref.id, to);
        return after ? Result(std::pair(*before, *after)) : Result<std::pair<Plan, Plan>>(after.error());
    });
    if (!plans)
        return fail(plans.error());
    const auto &[before, after] = *plans;
    say(QStringLiteral("%1 of %2, version %3 -> %4: %5 -> %6 seats").arg(after.name, venueName).arg(from).arg(to).arg(placeCount(before)).arg(placeCount(after)));
    const QStringList lines = differenceLines(before, after);
    if (lines.isEmpty())
        say(QStringLiteral("Nothing that is sold differs."));
    for (const QString &line : lines)
        say(line);
    return 0;
}

int listPlans(const ServerConfig &config)
{
    const SystemClock clock;
    auto database = openDatabase(config, clock);
    if (!database)
        return fail(database.error());
    const Result<QList<Venue>> venues = storage::VenueRepository(**database).list();
    if (!venues)
        return fail(venues.error());
    for (const Venue &venue : *venues) {
        say(QStringLiteral("%1 (%2)").arg(venue.name, venue.timeZone));
        for (const PlanSummary &plan : venue.plans)
            say(QStringLiteral("  %1, version %2, %3 seats%4").arg(plan.name).arg(plan.ref.version).arg(plan.seats).arg(plan.hall ? QStringLiteral(", hall ") + *plan.hall : QString()));
    }
    return 0;
}

} // namespace

int planCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "import FILE --venue NAME: reads a seating plan in any format of docs/plan-format.md (parterre-plan, pretix, seats.io, SVG, CSV, rows drawn as text) and prints what had to be repaired.\n"
        "export [FILE] --venue NAME --format json|pretix|svg|csv|pdf: writes the newest version of a plan, to standard output without FILE, and prints what the format cannot keep; a PDF is one page for people.\n"
        "list: the venues and the newest version of their plans.\n"
        "versions --venue NAME: the versions of a plan, newest first.\n"
        "compare --venue NAME [--from N] [--to M]: what of what is sold differs between two versions of a plan; without numbers the newest and the one before."));
    parser.addPositionalArgument(QStringLiteral("action"), QStringLiteral("import, export, list, versions or compare"));
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("the plan to import, or where to write it"));
    parser.addOptions({{kVenue, QStringLiteral("House the plan belongs to; an import makes it when there is none of that name."), QStringLiteral("NAME")},
                       {kName, QStringLiteral("Name of the plan: to import it under instead of the one in the file; or which to export, list or compare, where the house has several."), QStringLiteral("NAME")},
                       {kFormat, QStringLiteral("What to export: json, pretix, svg, csv or pdf [json]."), QStringLiteral("FORMAT"), QStringLiteral("json")},
                       {kFrom, QStringLiteral("The version to compare from [the one before]."), QStringLiteral("N")},
                       {kTo, QStringLiteral("The version to compare with [the newest]."), QStringLiteral("N")},
                       {kRules, QStringLiteral("JSON file with the rules that say which elements of an SVG drawing are seats."), QStringLiteral("FILE")},
                       {kAddress, QStringLiteral("Address of a new house."), QStringLiteral("TEXT")},
                       {kTimeZone, QStringLiteral("Time zone of a new house [Europe/Berlin]."), QStringLiteral("ZONE"), QStringLiteral("Europe/Berlin")}});
    addSettings(parser, {QStringLiteral("data"), QStringLiteral("database")});
    if (const auto status = parse(parser, QStringLiteral("plan"), arguments))
        return *status;
    const Result<ServerConfig> config = readConfig(parser);
    if (!config)
        return fail(config.error());
    const QString action = parser.positionalArguments().value(0);
    if (action == u"import")
        return importPlan(parser, *config);
    if (action == u"export")
        return exportPlan(parser, *config);
    if (action == u"list")
        return listPlans(*config);
    if (action == u"versions")
        return listVersions(parser, *config);
    if (action == u"compare")
        return comparePlanVersions(parser, *config);
    return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("plan: expected import, export, list, versions or compare, not \"%1\"").arg(action)});
}

} // namespace parterre::server
