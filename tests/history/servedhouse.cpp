// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/servedhouse.h"

#include "backend/server/catalogedit.h"
#include "backend/storage/database.h"
#include "backend/storage/migrator.h"
#include "backend/storage/repositories/eventrepository.h"

#include <QRegularExpression>

namespace parterre::history {

using namespace Qt::StringLiterals;
using storage::Engine;

namespace {

constexpr qint32 kSeatsInRow = 50;
constexpr int kPatienceMs = 60'000;

Plan hallOf(qint32 seats)
{
    Plan plan{.name = u"Hall"_s,
              .size = {25.0 * (kSeatsInRow + 2), 25.0 * (static_cast<double>(seats) / kSeatsInRow + 2)}};
    plan.categories = {{u"all"_s, u"All"_s, u"#0072b2"_s}};
    Section stalls{.name = u"Stalls"_s};
    for (qint32 index = 0; index < seats; ++index) {
        if (index % kSeatsInRow == 0)
            stalls.rows.append({.label = QString::number(index / kSeatsInRow + 1)});
        const QString number = QString::number(index % kSeatsInRow + 1);
        stalls.rows.last().seats.append(
            {.index = index,
             .number = number,
             .label = u"Stalls %1 %2"_s.arg(stalls.rows.last().label, number),
             .position = {25.0 * (index % kSeatsInRow + 1), 25.0 * (static_cast<double>(index / kSeatsInRow) + 1)}});
    }
    plan.sections = {stalls};
    return plan;
}

Result<EventId> writeHouse(storage::Database &database, qint32 seats, const SaleRules &rules)
{
    const SystemClock clock;
    UuidV7Generator ids(clock);
    const storage::AuditContext audit{.at = clock.utcNow()};
    server::CatalogEdit edit(database, ids, audit);
    const Result<Venue> venue = edit.venue(u"History house"_s, u"1 Main Street"_s, u"Europe/Berlin"_s);
    if (!venue)
        return venue.error();
    const Result<PlanSummary> plan = edit.publish(venue->id, hallOf(seats));
    if (!plan)
        return plan.error();
    const Event event{.summary = {.id = ids.make<EventId>(),
                                  .name = u"Run"_s,
                                  .category = EventCategory::Play,
                                  .start = clock.utcNow() + std::chrono::hours(480),
                                  .venue = {.id = venue->id}},
                      .durationMinutes = 120,
                      .plan = plan->ref,
                      .rules = rules,
                      .ticketTypes = {{u"adult"_s, u"Adult"_s}},
                      .prices = {{u"all"_s, u"adult"_s, {2'500, *Currency::fromCode(u"EUR"_s)}}}};
    if (const Result<void> inserted = storage::EventRepository(database).insert(event, audit); !inserted)
        return inserted.error();
    return event.summary.id;
}

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(u"PARTERRE_"))
            environment.remove(name);
    }
    return environment;
}

} // namespace

ServedHouse::~ServedHouse() { kill(); }

Result<QString> ServedHouse::makeDatabase(Engine engine)
{
    if (engine == Engine::Sqlite)
        return u"sqlite:"_s + m_folder.filePath(u"history.db"_s);
    auto cluster = testing::PostgresCluster::start();
    if (!cluster)
        return cluster.error();
    m_cluster = std::move(*cluster);
    return m_cluster->createDatabase();
}

Result<void> ServedHouse::furnish(Engine engine, qint32 seats, const SaleRules &rules, std::chrono::seconds grace)
{
    const Result<QString> url = makeDatabase(engine);
    if (!url)
        return url.error();
    const Result<storage::DatabaseConfig> config = storage::DatabaseConfig::fromUrl(*url);
    if (!config)
        return config.error();
    m_database = *config;
    storage::Database database(m_database);
    if (const Result<void> opened = database.open(); !opened)
        return opened;
    if (const Result<int> migrated = storage::Migrator(database).migrate(SystemClock().utcNow()); !migrated)
        return migrated.error();
    const Result<EventId> event = database.transact([&] { return writeHouse(database, seats, rules); });
    if (!event)
        return event.error();
    m_event = *event;
    m_where = {u"--data"_s, m_folder.path(), u"--database"_s, *url};
    m_settings = {u"--listen"_s,
                  u"127.0.0.1:0"_s,
                  u"--guests"_s,
                  u"yes"_s,
                  u"--self-service-cash"_s,
                  u"yes"_s,
                  u"--rate-limits"_s,
                  u"no"_s,
                  u"--connections-per-address"_s,
                  u"100000"_s,
                  u"--grace"_s,
                  QString::number(grace.count())};
    return {};
}

void ServedHouse::start()
{
    m_output.clear();
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = plainEnvironment();
    if (!m_defect.isEmpty())
        environment.insert(u"PARTERRE_SEEDED_DEFECT"_s, m_defect);
    m_process->setProcessEnvironment(environment);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &ServedHouse::onOutput);
    connect(m_process.get(), &QProcess::finished, this,
            [this] { Q_EMIT ended(QString::fromUtf8(m_process->readAllStandardError())); });
    m_sinceStart.start();
    m_process->start(QStringLiteral(PARTERRE_SERVER), QStringList{u"serve"_s} + m_settings + m_where);
}

void ServedHouse::onOutput()
{
    static const QRegularExpression serving(u" on (ws://\\S+/rpc)"_s);
    const bool served = serving.match(QString::fromUtf8(m_output)).hasMatch();
    m_output += m_process->readAllStandardOutput();
    const QRegularExpressionMatch match = serving.match(QString::fromUtf8(m_output));
    if (served || !match.hasMatch())
        return;
    m_startTimes.emplace_back(m_sinceStart.elapsed());
    Q_EMIT serves(QUrl(match.captured(1)));
}

void ServedHouse::kill()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(kPatienceMs);
    m_process.release()->deleteLater();
}

int ServedHouse::verify()
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.start(QStringLiteral(PARTERRE_SERVER), QStringList{u"verify"_s} + m_where);
    return process.waitForFinished(10 * kPatienceMs) && process.exitStatus() == QProcess::NormalExit
        ? process.exitCode()
        : -1;
}

} // namespace parterre::history
