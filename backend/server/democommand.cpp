// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/catalogedit.h"
#include "backend/server/commands.h"
#include "backend/server/demoblocks.h"
#include "backend/server/demosales.h"
#include "backend/server/offline.h"
#include "backend/services/secret.h"
#include "backend/services/till.h"
#include "backend/storage/repositories/accountrepository.h"
#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/repositories/voucherrepository.h"
#include "shared/core/utctime.h"
#include "shared/domain/demohouse.h"
#include "shared/domain/vouchercode.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimeZone>

static void initPosters()
{
    Q_INIT_RESOURCE(posters); // a static library's resources are not registered by themselves
}

namespace parterre::server {

namespace {

const QString kClerkEmail = QStringLiteral("clerk@demo.example");
const QString kManagerEmail = QStringLiteral("manager@demo.example");
const QString kZone = QStringLiteral("Europe/Berlin");

struct Show {
    const char *name;
    const char *description;
    EventCategory category;
    Plan (*hall)();
    int weekday;   // 1 Monday to 7 Sunday
    QTime time;
    qint32 minutes;
    qint64 dearest; // cents, of the first category
    qint64 step;    // cents less for each further one
    const char *poster;  // file among the resources; null: the app paints one
    int weeksAhead = 0;  // later than the next such weekday
    PriceRules priceRules = {};
};

const std::array kShows {
    Show {"The Tempest", "Shakespeare's last island, with the storm played by the whole company.", EventCategory::Play, mainHousePlan, 5, {19, 30}, 150, 6'800, 1'200, "tempest.jpg"},
    Show {"Night of the Strings", "Chamber orchestra and one very old cello.", EventCategory::Concert, mainHousePlan, 6, {20, 0}, 110, 7'400, 1'300, "strings.jpg", 0,
          {.ticketFee = 150, .bookingFee = 200, .taxRate = 700, .feeTaxRate = 1'900, .cancelFee = 200, .cancelShare = 1'000}},
    Show {"Metropolis", "Fritz Lang, 1927, with live piano.", EventCategory::Movie, studioCinemaPlan, 7, {20, 15}, 153, 1'400, 300, "metropolis.jpg"},
    Show {"Night Owls", "Songs, stand-up and late snacks at tables before the stage, or standing at the bar.", EventCategory::Other, cabaretPlan, 4, {21, 0}, 120, 3'900, 900, nullptr, 1},
};

struct DemoUser {
    Role role;
    const char *email;
    const char *name;
};

constexpr std::array kUsers {
    DemoUser {Role::Customer, "customer@demo.example", "Carla Customer"},    DemoUser {Role::Door, "door@demo.example", "Dora Door"},
    DemoUser {Role::Clerk, "clerk@demo.example", "Clark Clerk"},             DemoUser {Role::Manager, "manager@demo.example", "Mona Manager"},
    DemoUser {Role::Administrator, "admin@demo.example", "Ada Administrator"},
};

// The next such weekday in the venue's time, at least an hour from now; or weeks after it.
Instant nextShow(const Show &show, Instant now)
{
    const QTimeZone zone(kZone.toLatin1());
    QDate day = toDateTime(now + std::chrono::hours(1)).toTimeZone(zone).date();
    for (int i = 0; i < 8; ++i, day = day.addDays(1)) {
        const Instant start = toInstant(QDateTime(day, show.time, zone));
        if (day.dayOfWeek() == show.weekday && start > now + std::chrono::hours(1))
            return toInstant(QDateTime(day.addDays(7 * show.weeksAhead), show.time, zone));
    }
    Q_UNREACHABLE();
}

Result<void> addPoster(storage::Database &database, const EventId &event, const QString &name, const storage::AuditContext &audit)
{
    initPosters();
    QFile file(QStringLiteral(":/parterre/posters/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error {.code = ErrorCode::Internal, .detail = QStringLiteral("there is no poster %1").arg(name)};
    const Result<Poster> poster = readPoster(file.readAll());
    return poster ? storage::PosterRepository(database).put(event, *poster, audit) : Result<void>(poster.error());
}

Result<int> addShows(storage::Database &database, IdGenerator &ids, const storage::AuditContext &audit)
{
    CatalogEdit edit(database, ids, audit);
    const Instant now = audit.at;
    const Result<storage::Account> clerk = storage::AccountRepository(database).findByEmail(kClerkEmail);
    if (!clerk)
        return clerk.error();
    const Result<storage::Account> manager = storage::AccountRepository(database).findByEmail(kManagerEmail);
    if (!manager)
        return manager.error();
    storage::AuditContext blocking = audit;
    blocking.actor = manager->user.id;
    const Result<Venue> venue = edit.venue(QStringLiteral("Parterre Playhouse"), QStringLiteral("Theaterplatz 1, 10115 Berlin"), kZone);
    if (!venue)
        return venue.error();
    const auto coming = storage::EventRepository(database).search({.from = now, .venue = venue->id, .limit = 200});
    if (!coming)
        return coming.error();
    int added = 0;
    for (const Show &show : kShows) {
        const QString name = QLatin1StringView(show.name);
        if (std::any_of(coming->events.begin(), coming->events.end(), [&name](const EventSummary &event) { return event.name == name; }))
            continue;
        const Plan plan = show.hall();
        const Result<PlanSummary> summary = edit.publish(venue->id, plan);
        if (!summary)
            return summary.error();
        NewEvent event {.name = name,
                        .description = QString::fromUtf8(show.description),
                        .category = show.category,
                        .start = nextShow(show, now),
                        .durationMinutes = show.minutes,
                        .ticketTypes = {{.name = QStringLiteral("Adult"), .percent = 100}, {.name = QStringLiteral("Reduced"), .percent = 70}, {.name = QStringLiteral("Child"), .percent = 50}}};
        qint64 price = show.dearest;
        for (const Category &category : plan.categories) {
            event.fullPrices.insert(category.key, price);
            price = std::max(show.step, price - show.step);
        }
        if (show.priceRules != PriceRules())
            event.priceRules = show.priceRules;
        const Result<EventId> id = edit.addEvent(*venue, *summary, event);
        if (!id)
            return id.error();
        if (const Result<void> shown = !show.poster ? Result<void>() : addPoster(database, *id, QLatin1StringView(show.poster), audit); !shown)
            return shown.error();
        const Result<Event> stored = storage::EventRepository(database).get(*id);
        if (!stored)
            return stored.error();
        if (const Result<int> sold = sellDemoSeats(database, ids, *stored, plan, clerk->user.id, audit); !sold)
            return sold.error();
        if (const Result<void> blocked = blockDemoSeats(database, ids, *stored, plan, blocking); !blocked)
            return blocked.error();
        ++added;
    }
    return added;
}

// An early bird, a code and a family's bundle, unless somebody has made discounts already.
Result<void> addDiscounts(storage::Database &database, IdGenerator &ids, const storage::AuditContext &audit)
{
    storage::DiscountRepository discounts(database);
    const Result<QList<CountedDiscount>> known = discounts.list();
    if (!known || !known->isEmpty())
        return known ? Result<void>() : known.error();
    const Discount wanted[] {
        {.id = ids.make<DiscountId>(), .name = QStringLiteral("Early bird"), .kind = DiscountKind::EarlyBird, .share = 1'000, .categories = {QStringLiteral("circle")}, .until = audit.at + std::chrono::hours(24 * 3)},
        {.id = ids.make<DiscountId>(), .name = QStringLiteral("Friends of the house"), .kind = DiscountKind::Code, .share = 2'500, .code = QStringLiteral("FRIENDS"), .maxUses = 50, .maxTickets = 2},
        {.id = ids.make<DiscountId>(),
         .name = QStringLiteral("Family"),
         .kind = DiscountKind::Bundle,
         .share = 2'000,
         .parts = {{.ticketType = QStringLiteral("adult"), .count = 2}, {.ticketType = QStringLiteral("child"), .count = 2}}},
    };
    for (const Discount &discount : wanted) {
        if (const Result<CountedDiscount> saved = discounts.save(discount, audit); !saved)
            return saved.error();
    }
    return {};
}

// One account per role, each with a password of its own; the list for people, or nothing when they exist already.
Result<QString> addUsers(storage::Database &database, IdGenerator &ids, const storage::AuditContext &audit)
{
    storage::AccountRepository accounts(database);
    services::SystemRandomness random;
    QString list;
    for (const DemoUser &user : kUsers) {
        const QString email = QLatin1StringView(user.email);
        if (accounts.findByEmail(email))
            continue;
        const QString password = services::makeReadableCode(random, 3);
        const auto hash = services::hashPasswordNow(password, services::HashStrength::Owasp);
        if (!hash)
            return hash.error();
        const QString name = QLatin1StringView(user.name);
        const storage::Account account {.user = {.id = ids.make<UserId>(), .name = name, .role = user.role},
                                        .profile = {.name = name, .email = email},
                                        .passwordHash = hash->hash,
                                        .created = audit.at};
        if (const auto inserted = accounts.insert(account, audit); !inserted)
            return inserted.error();
        list += QStringLiteral("  %1 %2  %3\n").arg(roleName(user.role), -14).arg(email, -24).arg(password);
    }
    return list;
}

// A voucher to try; the line for people.
Result<QString> addVoucher(storage::Database &database, IdGenerator &ids, const storage::AuditContext &audit)
{
    const Result<storage::Account> manager = storage::AccountRepository(database).findByEmail(kManagerEmail);
    if (!manager)
        return manager.error();
    services::SystemRandomness random;
    std::array<uchar, kVoucherRandomBytes> bytes {};
    random.fill(bytes);
    const QString code = makeVoucherCode(bytes);
    const Money amount {.amount = 10'000};
    const QString why = QStringLiteral("for trying out");
    const auto issued = storage::VoucherRepository(database).issue({.id = ids.make<VoucherId>(),
                                                                    .code = code,
                                                                    .codeHash = services::hashOfVoucher(code),
                                                                    .amount = amount,
                                                                    .payments = {{.id = ids.make<PaymentId>(), .kind = PaymentKind::Complimentary, .amount = amount, .reason = why, .at = audit.at}},
                                                                    .note = why,
                                                                    .actor = manager->user.id,
                                                                    .key = QStringLiteral("demo voucher"),
                                                                    .requestHash = QByteArrayLiteral("demo"),
                                                                    .audit = audit});
    if (!issued)
        return issued.error();
    return QStringLiteral("  %1 %2  %3\n").arg(QStringLiteral("voucher"), -14).arg(QStringLiteral("EUR 100.00"), -24).arg(groupedVoucherCode(code));
}

Result<void> writeFile(const QString &path, const QString &text)
{
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!opened || file.write(text.toUtf8()) < 0 || !file.commit())
        return Error {.code = ErrorCode::StorageUnavailable, .detail = QStringLiteral("%1: %2").arg(path, file.errorString())};
    return {};
}

// Only a folder of its own: never the database of a house that sells.
Result<void> checkIsForDemo(const ServerConfig &config, storage::Database &database)
{
    const Result<QList<storage::Account>> accounts = storage::AccountRepository(database).list();
    if (!accounts)
        return accounts.error();
    const bool strangers = std::any_of(accounts->begin(), accounts->end(), [](const storage::Account &account) {
        return !account.profile.email.endsWith(u"@demo.example");
    });
    if (strangers && !QFileInfo::exists(config.data + QStringLiteral("/demo-users.txt"))) {
        return Error {.code = ErrorCode::InvalidParams,
                      .detail = QStringLiteral("data \"%1\": people have registered there; a demo needs a folder of its own").arg(config.data)};
    }
    return {};
}

Result<void> makeDemo(ServerConfig config)
{
    // Whatever the environment or a file says: the demo's database is in its folder.
    config.database = {.path = config.data + QStringLiteral("/parterre.db")};
    const SystemClock clock;
    UuidV7Generator ids(clock);
    auto database = openDatabase(config, clock);
    if (!database)
        return database.error();
    if (const Result<void> checked = checkIsForDemo(config, **database); !checked)
        return checked;
    const storage::AuditContext audit = consoleAudit(clock);
    QString users;
    const Result<int> added = (*database)->transact([&]() -> Result<int> {
        const Result<QString> list = addUsers(**database, ids, audit);
        if (!list)
            return list.error();
        users = *list;
        if (!users.isEmpty()) {
            const Result<QString> voucher = addVoucher(**database, ids, audit);
            if (!voucher)
                return voucher.error();
            users += *voucher;
        }
        if (const Result<void> discounts = addDiscounts(**database, ids, audit); !discounts)
            return discounts.error();
        return addShows(**database, ids, audit);
    });
    if (!added)
        return added.error();
    if (!users.isEmpty()) {
        if (const auto written = writeFile(config.data + QStringLiteral("/demo-users.txt"), users); !written)
            return written;
    }
    const QString ini = config.data + QStringLiteral("/parterre-server.ini");
    if (!QFileInfo::exists(ini)) {
        const auto written = writeFile(ini, QStringLiteral("; For trying out: guests and cash without a till. Do not sell from this folder.\n[server]\ndemo=yes\nguests=yes\nself-service-cash=yes\n"));
        if (!written)
            return written;
    }
    say(QStringLiteral("Demo house in %1: %2 events added").arg(config.data).arg(*added));
    return {};
}

} // namespace

int demoCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("create: puts a theatre, a cinema, a cabaret, four events and one user of each role into the data folder.\nRepeating it adds what is missing, and new dates when the old ones are over."));
    parser.addPositionalArgument(QStringLiteral("action"), QStringLiteral("create"));
    addSettings(parser, {QStringLiteral("data")});
    if (const auto status = parse(parser, QStringLiteral("demo"), arguments))
        return *status;
    const Result<ServerConfig> config = readConfig(parser);
    if (!config)
        return fail(config.error());
    if (parser.positionalArguments() != QStringList {QStringLiteral("create")})
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("demo: expected create")});
    const Result<void> made = makeDemo(*config);
    return made ? 0 : fail(made.error());
}

} // namespace parterre::server
