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

    void nothing_isGoneOfWhatWasNotReadWhole()
    {
        const ShowtimeComparison lost = compareShowtimes({.whole = false}, ground(), {known(facts())}, m_now);
        QVERIFY(lost.entries.isEmpty());
        QVERIFY(!lost.whole);
        QCOMPARE(lost.counts.gone, 0);
        const ShowtimeComparison whole = compareShowtimes({.problems = {{.fault = ShowtimeFault::DurationUnreadable}}, .moreProblems = 1}, ground(), {known(facts())}, m_now);
        QCOMPARE(states(whole), QList {ShowtimeState::Gone});
        QVERIFY(whole.whole);
        // What the source itself calls off is.
        Showtime cancelled = showtime();
        cancelled.cancelled = true;
        QCOMPARE(states(compareShowtimes({.showtimes = {cancelled}, .whole = false}, ground(), {known(facts())}, m_now)), QList {ShowtimeState::Gone});
    }

    void older_changesNothing_data()
    {
        QTest::addColumn<std::optional<qint32>>("takenOver");
        QTest::addColumn<std::optional<qint32>>("there");
        QTest::addColumn<bool>("counts");
        QTest::newRow("newer") << std::optional(2) << std::optional(3) << true;
        QTest::newRow("the same") << std::optional(2) << std::optional(2) << true;
        QTest::newRow("older") << std::optional(2) << std::optional(1) << false;
        QTest::newRow("it does not say") << std::optional(2) << std::optional<qint32>() << true;
        QTest::newRow("it did not say") << std::optional<qint32>() << std::optional(1) << true;
    }
    void older_changesNothing()
    {
        QFETCH(std::optional<qint32>, takenOver);
        QFETCH(std::optional<qint32>, there);
        QFETCH(bool, counts);
        KnownShowtime taken = known(facts());
        taken.sequence = takenOver;
        Showtime other = showtime(u"Jazz Night"_s);
        other.sequence = there;
        for (const bool cancelled : {false, true}) {
            other.cancelled = cancelled;
            const ShowtimeComparison comparison = compared({other}, {taken});
            QCOMPARE(states(comparison), counts ? QList {cancelled ? ShowtimeState::Gone : ShowtimeState::Changed} : QList<ShowtimeState>());
            QCOMPARE(comparison.problems, counts ? QList<ShowtimeProblem>() : (QList {ShowtimeProblem {.where = u"Jazz Night"_s, .cause = ShowtimeCause::Outdated}}));
        }
    }

    // "page" is that of one showing, "page#…" of one among several.
    void showingsOfOnePage_keepTheirIdentity_data()
    {
        QTest::addColumn<QList<int>>("days");          // that the page has now
        QTest::addColumn<QList<int>>("taken");         // as the one of the page, when it is the first; else by its start
        QTest::addColumn<QString>("expected");
        QTest::newRow("one moves") << QList {5} << QList {4} << u"changed page"_s;
        QTest::newRow("one becomes two") << QList {4, 5} << QList {4} << u"new page#5"_s;
        QTest::newRow("one moves and becomes two") << QList {5, 6} << QList {4} << u"new page#5 new page#6 gone page"_s;
        QTest::newRow("two stay two") << QList {4, 5} << QList {4, 5} << QString();
        QTest::newRow("two become one, the later") << QList {5} << QList {4, 5} << u"gone page"_s;
        QTest::newRow("two become one, the first") << QList {4} << QList {4, 5} << u"gone page#5"_s;
        QTest::newRow("another after one is over") << QList {6} << QList {1} << u"new page#6"_s;
    }
    void showingsOfOnePage_keepTheirIdentity()
    {
        QFETCH(QList<int>, days);
        QFETCH(QList<int>, taken);
        QFETCH(QString, expected);
        const auto dated = [](int day) { return u"page#%1"_s.arg(day); };
        const auto start = [this](int day) { return day == 1 ? m_now - std::chrono::hours(1) : at(day); };
        QList<Showtime> showtimes;
        for (const int day : days) {
            Showtime showing = showtime();
            showing.uid = days.size() > 1 ? dated(day) : u"page"_s;
            showing.alias = days.size() > 1 ? u"page"_s : dated(day);
            showing.start = start(day);
            showtimes.append(showing);
        }
        QList<KnownShowtime> known;
        for (const int day : taken) {
            ShowtimeFacts written = facts();
            written.start = start(day);
            known.append({.uid = known.isEmpty() ? u"page"_s : dated(day), .event = EventId(QUuid::createUuidV5(QUuid(), dated(day))), .written = written, .house = written});
        }
        QStringList found;
        for (const ShowtimeEntry &entry : compared(showtimes, known).entries)
            found.append((entry.state == ShowtimeState::New ? u"new "_s : entry.state == ShowtimeState::Changed ? u"changed "_s : u"gone "_s) + entry.uid);
        QCOMPARE(found.join(u' '), expected);
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
