// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/showtimeediting.h"
#include "backend/services/showtimewatch.h"

#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace Qt::StringLiterals;
using storage::KnownShowtime;

// What a programme of others makes of this one. Writing it: tst_showtimes, on both databases.
class ShowtimeEditingTest : public QObject
{
    Q_OBJECT

private:
    const QTimeZone m_berlin {"Europe/Berlin"};
    const Instant m_now = instantIn(m_berlin, {.date = QDate(2026, 12, 1), .time = QTime(12, 0)});
    const EventId m_event {QUuid::createUuidV5(QUuid(), u"event"_s)};

    [[nodiscard]] Instant at(int day, int hour = 19) const { return instantIn(m_berlin, {.date = QDate(2026, 12, day), .time = QTime(hour, 30)}); }
    [[nodiscard]] ShowtimeGround ground() const { return {.like = {.summary = {.category = EventCategory::Play}}, .zone = m_berlin}; }
    [[nodiscard]] Showtime showtime(const QString &name = u"Jazz"_s) const { return {.uid = u"1"_s, .name = name, .start = at(4), .durationMinutes = 90, .hall = u"Cellar"_s}; }
    [[nodiscard]] ShowtimeFacts facts(const QString &name = u"Jazz"_s) const { return {.name = name, .category = EventCategory::Play, .start = at(4), .durationMinutes = 90}; }
    [[nodiscard]] KnownShowtime known(const ShowtimeFacts &house) const { return {.uid = u"1"_s, .event = m_event, .written = facts(), .house = house}; }
    [[nodiscard]] ShowtimeComparison compared(const QList<Showtime> &showtimes, const QList<KnownShowtime> &known = {}) const
    {
        return compareShowtimes({.showtimes = showtimes}, ground(), known, m_now);
    }
    [[nodiscard]] static QList<ShowtimeState> states(const ShowtimeComparison &comparison)
    {
        QList<ShowtimeState> states;
        for (const ShowtimeEntry &entry : comparison.entries)
            states.append(entry.state);
        return states;
    }

private Q_SLOTS:
    void new_hasTheTemplatesKind()
    {
        const ShowtimeComparison comparison = compared({showtime()});
        QCOMPARE(states(comparison), QList {ShowtimeState::New});
        QCOMPARE(comparison.entries.constFirst().after->category, EventCategory::Play);
        QCOMPARE(comparison.counts.fresh, 1);
    }

    void field_followsTheSourceWhereTheHouseHasLeftIt_data()
    {
        QTest::addColumn<QString>("there");
        QTest::addColumn<QString>("here");
        QTest::addColumn<QList<ShowtimeState>>("expected");
        QTest::newRow("nobody changed it") << u"Jazz"_s << u"Jazz"_s << QList<ShowtimeState>();
        QTest::newRow("the source did") << u"Jazz Night"_s << u"Jazz"_s << QList {ShowtimeState::Changed};
        QTest::newRow("the house did") << u"Jazz"_s << u"Our Jazz"_s << QList<ShowtimeState>();
        QTest::newRow("both did") << u"Jazz Night"_s << u"Our Jazz"_s << QList {ShowtimeState::Kept};
        QTest::newRow("both did the same") << u"Jazz Night"_s << u"Jazz Night"_s << QList<ShowtimeState>();
    }
    void field_followsTheSourceWhereTheHouseHasLeftIt()
    {
        QFETCH(QString, there);
        QFETCH(QString, here);
        QFETCH(QList<ShowtimeState>, expected);
        const ShowtimeComparison comparison = compared({showtime(there)}, {known(facts(here))});
        QCOMPARE(states(comparison), expected);
        QCOMPARE(comparison.counts.unchanged, expected.isEmpty() ? 1 : 0);
    }

    void oneField_changesBesideAnotherThatIsKept()
    {
        Showtime moved = showtime(u"Jazz Night"_s);
        moved.start = at(5);
        const ShowtimeComparison comparison = compared({moved}, {known(facts(u"Our Jazz"_s))});
        const ShowtimeEntry &entry = comparison.entries.constFirst();
        QCOMPARE(entry.state, ShowtimeState::Changed);
        QCOMPARE(entry.changes, QList {EventField::Start});
        QCOMPARE(entry.kept, QList {EventField::Name});
        QCOMPARE(entry.after->name, u"Our Jazz"_s);
        QCOMPARE(entry.after->start, at(5));
    }

    void gone_isWhatIsStillAhead()
    {
        QCOMPARE(states(compared({}, {known(facts())})), QList {ShowtimeState::Gone});
        KnownShowtime other = known(facts());
        other.house.start = m_now;
        QCOMPARE(states(compared({}, {other})), QList<ShowtimeState>());
        other = known(facts());
        other.state = EventState::Cancelled;
        QCOMPARE(states(compared({}, {other})), QList<ShowtimeState>());
        other = known(facts());
        other.event.reset();
        QCOMPARE(states(compared({}, {other})), QList<ShowtimeState>());
    }

    void nothing_isGoneOfWhatWasNotReadToItsEnd()
    {
        ShowtimeReading reading {.problems = {{.fault = ShowtimeFault::TooMany}}};
        QVERIFY(compareShowtimes(reading, ground(), {known(facts())}, m_now).entries.isEmpty());
        reading = {.moreProblems = 1};
        QVERIFY(compareShowtimes(reading, ground(), {known(facts())}, m_now).entries.isEmpty());
        for (const ShowtimeFault fault : {ShowtimeFault::NameMissing, ShowtimeFault::StartMissing, ShowtimeFault::StartUnreadable, ShowtimeFault::RuleUnreadable}) {
            reading = {.problems = {{.fault = fault}}};
            QVERIFY(compareShowtimes(reading, ground(), {known(facts())}, m_now).entries.isEmpty());
        }
        reading = {.problems = {{.fault = ShowtimeFault::DurationUnreadable}}};
        QCOMPARE(compareShowtimes(reading, ground(), {known(facts())}, m_now).entries.size(), 1);
    }

    void cancelled_isGoneIfItWasEverHere()
    {
        Showtime cancelled = showtime();
        cancelled.cancelled = true;
        QCOMPARE(states(compared({cancelled}, {known(facts())})), QList {ShowtimeState::Gone});
        const ShowtimeComparison comparison = compared({cancelled});
        QVERIFY(comparison.entries.isEmpty());
        QCOMPARE(comparison.problems.constFirst().fault, ShowtimeFault::CalledOff);
    }

    void past_isTold()
    {
        Showtime past = showtime();
        past.start = m_now;
        QCOMPARE(compared({past}).problems.constFirst().fault, ShowtimeFault::Past);
        QCOMPARE(compared({past}, {known(facts())}).problems.constFirst().fault, ShowtimeFault::Past); // moved there by the source
    }

    void unusable_isTold()
    {
        ShowtimeGround strict = ground();
        strict.like.rules.salesFrom = at(10);
        const ShowtimeComparison comparison = compareShowtimes({.showtimes = {showtime()}}, strict, {}, m_now);
        QVERIFY(comparison.entries.isEmpty());
        QCOMPARE(comparison.problems.constFirst().fault, ShowtimeFault::Unusable);
    }

    void source_isDueWhenItsTimeHasCome()
    {
        ShowtimeSource source {.definition = {.url = u"https://a.example/"_s}};
        QVERIFY(!isDue(source, m_now));
        source.definition.schedule = ShowtimeSchedule::Hourly;
        QVERIFY(isDue(source, m_now));
        source.lastRun = ShowtimeRun {.at = m_now - std::chrono::minutes(59)};
        QVERIFY(!isDue(source, m_now));
        QVERIFY(isDue(source, m_now + std::chrono::minutes(1)));
        source.definition.schedule = ShowtimeSchedule::Daily;
        QVERIFY(!isDue(source, m_now + std::chrono::minutes(1)));
        QVERIFY(isDue(source, m_now + std::chrono::hours(24)));
        source.definition.url.reset();
        QVERIFY(!isDue(source, m_now + std::chrono::hours(24)));
    }
};

QTEST_GUILESS_MAIN(ShowtimeEditingTest)
#include "tst_showtimeediting.moc"
