// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/catalogedit.h"
#include "backend/server/commands.h"
#include "backend/server/offline.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "shared/planio/planfile.h"
#include "shared/planio/planjson.h"
#include "shared/planio/pretixplan.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimeZone>

namespace parterre::server {

namespace {

const QString kVenue = QStringLiteral("venue");
const QString kName = QStringLiteral("name");
const QString kAddress = QStringLiteral("address");
const QString kFormat = QStringLiteral("format");
const QString kTimeZone = QStringLiteral("time-zone");

Result<planio::PlanFile> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("%1: %2").arg(path, file.errorString())};
    if (file.size() > planio::kMaxImportBytes)
        return Error {.code = ErrorCode::FileTooLarge, .detail = QStringLiteral("%1: larger than %2 bytes").arg(path).arg(planio::kMaxImportBytes)};
    Result<planio::PlanFile> imported = planio::readPlanFile(file.readAll(), {.fileName = path});
    if (!imported)
        return Error {.code = imported.error().code, .detail = path + QStringLiteral(": ") + imported.error().detail};
    return imported;
}

void printReport(const QList<planio::RepairEntry> &report)
{
    for (const planio::RepairEntry &entry : report) {
        const QString place = entry.place ? QStringLiteral(" (at %1, %2)").arg(entry.place->x).arg(entry.place->y) : QString();
        say(QStringLiteral("  %1 %2: %3%4").arg(planio::repairKindName(entry.kind), entry.where, entry.message, place));
    }
}

int importPlan(const QCommandLineParser &parser, const ServerConfig &config)
{
    const QString path = parser.positionalArguments().value(1);
    const QString venueName = parser.value(kVenue).trimmed();
    const QString timeZone = parser.value(kTimeZone);
    if (path.isEmpty() || venueName.isEmpty() || parser.positionalArguments().size() > 2)
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("plan import: expected one FILE and --venue NAME")});
    if (!QTimeZone::isTimeZoneIdAvailable(timeZone.toLatin1()))
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("time-zone \"%1\": expected an IANA name like Europe/Berlin").arg(timeZone)});

    Result<planio::PlanFile> imported = readFile(path);
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
    say(QStringLiteral("%1: plan \"%2\" version %3 of %4, %5 seats in %6 sections, %7 categories").arg(QFileInfo(path).fileName(), stored->name)
            .arg(stored->ref.version).arg(venueName).arg(stored->seats).arg(imported->plan.sections.size()).arg(imported->plan.categories.size()));
    say(imported->report.isEmpty() ? QStringLiteral("Repair report: nothing to repair") : QStringLiteral("Repair report, %1 entries:").arg(imported->report.size()));
    printReport(imported->report);
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
            say(QStringLiteral("  %1, version %2, %3 seats").arg(plan.name).arg(plan.ref.version).arg(plan.seats));
    }
    return 0;
}

Result<Plan> newestPlan(storage::Database &database, const QString &venueName, const QString &planName)
{
    const Result<Venue> venue = storage::VenueRepository(database).findByName(venueName);
    if (!venue)
        return Error {.code = venue.error().code, .detail = QStringLiteral("venue \"%1\": %2").arg(venueName, venue.error().detail)};
    const Result<PlanSummary> plan = storage::PlanRepository(database).findByName(venue->id, planName);
    if (!plan)
        return Error {.code = plan.error().code, .detail = QStringLiteral("plan \"%1\": %2").arg(planName, plan.error().detail)};
    const Result<storage::PlanDocument> document = storage::PlanRepository(database).document(plan->ref.id, plan->ref.version);
    return document ? planio::readPlan(document->document) : Result<Plan>(document.error());
}

int exportPlan(const QCommandLineParser &parser, const ServerConfig &config)
{
    const QString path = parser.positionalArguments().value(1);
    const auto format = planio::planFileFormatOf(parser.value(kFormat));
    if (path.isEmpty() || !parser.isSet(kVenue) || !parser.isSet(kName) || parser.positionalArguments().size() > 2)
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("plan export: expected one FILE, --venue NAME and --name NAME")});
    if (!format || !planio::canWrite(*format))
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("format \"%1\": expected json, pretix, svg or csv").arg(parser.value(kFormat))});
    const SystemClock clock;
    auto database = openDatabase(config, clock);
    if (!database)
        return fail(database.error());
    const Result<Plan> plan = newestPlan(**database, parser.value(kVenue), parser.value(kName));
    if (!plan)
        return fail(plan.error());
    const planio::ExportResult written = planio::writePlanFile(*plan, *format);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(written.file) != written.file.size() || !file.commit())
        return fail({.code = ErrorCode::FileInvalid, .detail = QStringLiteral("%1: %2").arg(path, file.errorString())});
    say(QStringLiteral("%1: %2 places").arg(path).arg(placeCount(*plan)));
    say(written.report.isEmpty() ? QStringLiteral("Nothing of the plan is lost") : QStringLiteral("What this format has no place for, %1 entries:").arg(written.report.size()));
    printReport(written.report);
    return 0;
}

} // namespace

int planCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("import FILE --venue NAME: reads a seating plan in any format of docs/plan-format.md and prints what had to be repaired.\nexport FILE --venue NAME --name NAME: writes the newest version of a plan and prints what the format has no place for.\nlist: the venues and the newest version of their plans."));
    parser.addPositionalArgument(QStringLiteral("action"), QStringLiteral("import, export or list"));
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("the plan to read or write"));
    parser.addOptions({{kVenue, QStringLiteral("House the plan belongs to; is made when there is none of that name."), QStringLiteral("NAME")},
                       {kName, QStringLiteral("Name of the plan; when importing, instead of the one in the file."), QStringLiteral("NAME")},
                       {kFormat, QStringLiteral("What to write: json (Parterre's own), pretix, svg or csv [json]."), QStringLiteral("FORMAT"), QStringLiteral("json")},
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
    return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("plan: expected import, export or list, not \"%1\"").arg(action)});
}

} // namespace parterre::server
