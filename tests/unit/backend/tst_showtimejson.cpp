// SPDX-License-Identifier: GPL-3.0-or-later
#include "showtimereader.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// What is read of schema.org's events, in documents and pages.
class ShowtimeJsonTest : public QObject, private ShowtimeReader
{
    Q_OBJECT

private Q_SLOTS:
    void json_kindsOfEventsAreKnown_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<std::optional<EventCategory>>("category");
        QTest::newRow("event") << quoted("'@type':'Event','name':'Jazz'") << std::optional<EventCategory>();
        QTest::newRow("screening") << quoted("'@type':'ScreeningEvent','workPresented':{'@type':'Movie','name':'Jazz'}") << std::optional(EventCategory::Movie);
        QTest::newRow("music, in full") << quoted("'@type':'https://schema.org/MusicEvent','name':'Jazz'") << std::optional(EventCategory::Concert);
        QTest::newRow("two kinds") << quoted("'@type':['Event','TheaterEvent'],'name':'Jazz'") << std::optional(EventCategory::Play);
        QTest::newRow("sport") << quoted("'@type':'SportsEvent','name':'Jazz'") << std::optional(EventCategory::Sport);
    }
    void json_kindsOfEventsAreKnown()
    {
        QFETCH(QByteArray, event);
        QFETCH(std::optional<EventCategory>, category);
        const ShowtimeReading reading = read('{' + event + quoted(",'startDate':'2026-12-04T19:30:00+01:00'}"));
        QVERIFY(reading.problems.isEmpty());
        QCOMPARE(reading.showtimes.size(), 1);
        QCOMPARE(reading.showtimes.constFirst().name, u"Jazz"_s);
        QVERIFY(reading.showtimes.constFirst().category == category);
        QCOMPARE(starts(reading), u"2026-12-04T19:30"_s);
    }

    void json_eventIsReadInFull()
    {
        const ShowtimeReading reading = read(quoted("{'@context':'https://schema.org','@graph':[{'@type':'Organization','name':'Us'},"
                                            "{'@type':'Event','@id':'https://us.example/7','url':'https://us.example/page','name':'Jazz','description':'Blue','startDate':'2026-12-04T19:30',"
                                            "'endDate':'2026-12-04T21:00','location':{'@type':'Place','name':'Cellar'},'eventStatus':'https://schema.org/EventCancelled'}]}"));
        QCOMPARE(reading.showtimes.size(), 1);
        const Showtime expected {.uid = u"https://us.example/7"_s,
                                 .alias = u"https://us.example/7#2026-12-04T18:30:00.000Z"_s,
                                 .name = u"Jazz"_s,
                                 .description = u"Blue"_s,
                                 .start = instantIn(m_berlin, {.date = QDate(2026, 12, 4), .time = QTime(19, 30)}),
                                 .durationMinutes = 90,
                                 .hall = u"Cellar"_s,
                                 .cancelled = true};
        QCOMPARE(reading.showtimes.constFirst(), expected);
    }

    void json_status_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("calledOff");
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("scheduled") << quoted(",'eventStatus':'https://schema.org/EventScheduled'") << false;
        QTest::newRow("moved to where it says") << quoted(",'eventStatus':'https://schema.org/EventRescheduled'") << false;
        QTest::newRow("cancelled") << quoted(",'eventStatus':{'@id':'schema:EventCancelled'}") << true;
        QTest::newRow("postponed, nobody knows to when") << quoted(",'eventStatus':'https://schema.org/EventPostponed'") << true;
    }
    void json_status()
    {
        QFETCH(QByteArray, status);
        QTEST(read(quoted("{'@type':'Event','name':'Jazz','startDate':'2026-12-04T19:30'") + status + '}').showtimes.constFirst().cancelled, "calledOff");
    }

    void json_isFoundInAPage()
    {
        const ShowtimeReading reading = read(quoted("<!DOCTYPE html><html><script>var a = '<b>';</script>"
                                            "<script type='application/ld+json'>{'@type':'Event','name':'Jazz','startDate':'2026-12-04T19:30'}</script>"
                                            "<script type='application/ld+json'>{broken</script>"
                                            "<SCRIPT data-x='1' type='application/ld+json'>[{'@type':'Event','name':'Blues','startDate':'2026-12-05T19:30'}]</SCRIPT></html>"));
        QCOMPARE(starts(reading), u"2026-12-04T19:30 2026-12-05T19:30"_s);
        QCOMPARE(faults(reading), QList {ShowtimeFault::Unsupported});
    }

    void json_depthIsBounded()
    {
        const int depth = 500;
        const ShowtimeReading reading = read(QByteArray("[").repeated(depth) + quoted("{'@type':'Event','name':'Jazz','startDate':'2026-12-04T19:30'}") + QByteArray("]").repeated(depth));
        QVERIFY(reading.showtimes.isEmpty());
    }

    void json_showingsOfOnePageAreToldApart()
    {
        const auto showing = [](const char *start) { return quoted("{'@type':'ScreeningEvent','name':'Jazz','url':'https://us.example/jazz','startDate':'") + start + quoted("'}"); };
        const ShowtimeReading alone = read('[' + showing("2026-12-04T19:30") + ']');
        QCOMPARE(alone.showtimes.constFirst().uid, u"https://us.example/jazz"_s);
        QCOMPARE(alone.showtimes.constFirst().alias, u"https://us.example/jazz#2026-12-04T18:30:00.000Z"_s);
        const ShowtimeReading both = read('[' + showing("2026-12-04T19:30") + ',' + showing("2026-12-05T19:30") + ',' + showing("2026-12-05T18:30Z") + ']');
        QCOMPARE(starts(both), u"2026-12-04T19:30 2026-12-05T19:30"_s);
        QCOMPARE(both.showtimes[0].uid, alone.showtimes[0].alias);
        QCOMPARE(both.showtimes[0].alias, alone.showtimes[0].uid);
        QCOMPARE(both.showtimes[1].uid, u"https://us.example/jazz#2026-12-05T18:30:00.000Z"_s);
        QCOMPARE(faults(both), QList {ShowtimeFault::Repeated}); // the same moment, written otherwise
        QVERIFY(both.whole);
    }
};

QTEST_GUILESS_MAIN(ShowtimeJsonTest)
#include "tst_showtimejson.moc"
