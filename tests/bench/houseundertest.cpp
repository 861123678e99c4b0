// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/houseundertest.h"

#include "backend/server/catalogedit.h"
#include "backend/storage/database.h"
#include "backend/storage/migrator.h"
#include "backend/storage/repositories/bookingrepository.h"

#include <QRegularExpression>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSeatsPerRow = 100;
constexpr int kRowsPerSection = 50;
constexpr double kPitch = 25;
constexpr qint64 kPrice = 2'500;

template<class T>
T orDie(const Result<T> &result)
{
    if (!result)
        qFatal("furnishing: %s %s", errorKind(result.error().code).data(), qUtf8Printable(result.error().detail));
    return *result;
}

Plan bigHall(int seats)
{
    Plan plan {.name = u"Big hall"_s, .size = {kPitch * kSeatsPerRow, kPitch * (seats / kSeatsPerRow + 1)}};
    plan.categories = {{u"all"_s, u"All"_s, u"#0072b2"_s}};
    for (int index = 0; index < seats; ++index) {
        const int row = index / kSeatsPerRow;
        if (row % kRowsPerSection == 0 && index % kSeatsPerRow == 0)
            plan.sections.append(Section {.name = u"Section %1"_s.arg(row / kRowsPerSection + 1)});
        Section &section = plan.sections.last();
        if (index % kSeatsPerRow == 0)
            section.rows.append(Row {.label = QString::number(row + 1)});
        const QString number = QString::number(index % kSeatsPerRow + 1);
        section.rows.last().seats.append(Seat {.index = index,
                                               .number = number,
                                               .label = u"%1 %2 %3"_s.arg(section.name, section.rows.last().label, number),
                                               .position = {kPitch * (index % kSeatsPerRow + 1), kPitch * (row + 1)}});
    }
    return plan;
}

storage::DatabaseConfig configOf(const QString &url)
{
    return orDie(storage::DatabaseConfig::fromUrl(url));
}

} // namespace

HouseUnderTest::HouseUnderTest(const HouseWishes &wishes)
    : m_folder(QDir::currentPath() + u"/parterre-bench-XXXXXX"_s) // a real disk, which a folder for temporary files may not be
    , m_database(wishes.database.isEmpty() ? u"sqlite:"_s + m_folder.filePath(u"parterre.db"_s) : wishes.database)
    , m_seats(wishes.seats)
{
    furnish(wishes.events);
    QStringList arguments {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, m_folder.path(), u"--database"_s, m_database,
                           u"--guests"_s, u"yes"_s, u"--self-service-cash"_s, u"yes"_s, u"--rate-limits"_s, u"no"_s,
                           u"--connections-per-address"_s, u"100000"_s, u"--event-loop"_s, wishes.eventLoop};
    if (wishes.tls)
        arguments << u"--tls-certificate"_s << u"" PARTERRE_TEST_DATA "/tls/certificate.pem"_s << u"--tls-key"_s << u"" PARTERRE_TEST_DATA "/tls/key.pem"_s;
    m_process = std::make_unique<MeasuredProcess>(MeasuredProcess::Start {.program = QStringLiteral(PARTERRE_SERVER), .arguments = arguments, .core = wishes.core});
    const QString line = m_process->awaitLine(u" serves "_s);
    static const QRegularExpression port(u":(\\d+)/rpc"_s);
    m_port = port.match(line).captured(1).toUShort();
}

void HouseUnderTest::furnish(int events)
{
    const SystemClock clock;
    const Instant now = clock.utcNow();
    storage::Database database(configOf(m_database));
    if (const auto opened = database.open(); !opened)
        qFatal("furnishing: %s", qUtf8Printable(opened.error().detail));
    orDie(storage::Migrator(database).migrate(now));
    UuidV7Generator ids(clock);
    const auto furnished = database.transact([&]() -> Result<bool> {
        server::CatalogEdit edit(database, ids, {.at = now});
        const Venue venue = orDie(edit.venue(u"Bench"_s, u"1 Main Street"_s, u"Europe/Berlin"_s));
        const PlanSummary plan = orDie(edit.publish(venue.id, bigHall(m_seats)));
        for (int number = 1; number <= events; ++number) {
            m_events.push_back(orDie(edit.addEvent(venue, plan,
                                                   {.name = u"Event %1"_s.arg(number),
                                                    .start = now + std::chrono::hours(24 * 30),
                                                    .currency = *Currency::fromCode(u"EUR"_s),
                                                    .ticketTypes = {{.name = u"Adult"_s}},
                                                    .fullPrices = {{u"all"_s, kPrice}},
                                                    .rules = {.maxSeats = 100}})));
        }
        return true;
    });
    orDie(furnished);
}

qint64 HouseUnderTest::ticketsInDatabase(EventId event) const
{
    storage::Database database(configOf(m_database));
    if (const auto opened = database.open(); !opened)
        qFatal("reading back: %s", qUtf8Printable(opened.error().detail));
    return orDie(database.transact([&] { return storage::BookingRepository(database).liveTickets(event); })).size();
}

} // namespace parterre::bench
