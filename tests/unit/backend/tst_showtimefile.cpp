// SPDX-License-Identifier: GPL-3.0-or-later
#include "showtimereader.h"

#include <QFile>
#include <QTest>

using namespace parterre;
using namespace parterre::calendar;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// What is read of other people's programmes, at a house in Berlin on the first of December 2026.
class ShowtimeFileTest : public QObject, private ShowtimeReader
{
    Q_OBJECT

private Q_SLOTS:
    void calendar_oneEventIsReadInFull()
    {
        const ShowtimeReading reading = read(eventOf("DTSTART;TZID=Europe/Berlin:20261204T193000\nDURATION:PT1H30M\nDESCRIPTION:Blue\\, and\\nred\nLOCATION:Cellar\nCATEGORIES:CONCERT\n"));
        QVERIFY(reading.problems.isEmpty());
        QCOMPARE(reading.showtimes.size(), 1);
        const Showtime expected {.uid = u"a@b"_s,
                                 .name = u"Jazz"_s,
                                 .description = u"Blue, and\nred"_s,
                                 .category = EventCategory::Concert,
                                 .start = instantIn(m_berlin, {.date = QDate(2026, 12, 4), .time = QTime(19, 30)}),
                                 .durationMinutes = 90,
                                 .hall = u"Cellar"_s};
        QCOMPARE(reading.showtimes.constFirst(), expected);
    }

    void calendar_startsAreByTheirZone_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("UTC") << QByteArray("DTSTART:20261204T193000Z") << u"2026-12-04T20:30"_s << true;
        QTest::newRow("the house's clock") << QByteArray("DTSTART:20261204T193000") << u"2026-12-04T19:30"_s << true;
        QTest::newRow("another zone") << QByteArray("DTSTART;TZID=America/New_York:20261204T193000") << u"2026-12-05T01:30"_s << true;
        QTest::newRow("with a vendor before it") << QByteArray("DTSTART;TZID=/vendor.example/America/New_York:20261204T193000") << u"2026-12-05T01:30"_s << true;
        QTest::newRow("an office's name") << QByteArray("DTSTART;TZID=Eastern Standard Time:20261204T193000") << u"2026-12-05T01:30"_s << true;
        QTest::newRow("unknown") << QByteArray("DTSTART;TZID=Middle Earth:20261204T193000") << u"2026-12-04T19:30"_s << false;
        QTest::newRow("a path") << QByteArray("DTSTART;TZID=../../etc/localtime:20261204T193000") << u"2026-12-04T19:30"_s << false;
        QTest::newRow("a day") << QByteArray("DTSTART;VALUE=DATE:20261204") << u"2026-12-04T00:00"_s << true;
    }
    void calendar_startsAreByTheirZone()
    {
        QFETCH(QByteArray, start);
        QFETCH(QString, expected);
        QFETCH(bool, isKnown);
        const ShowtimeReading reading = read(eventOf(start + '\n'));
        QCOMPARE(starts(reading), expected);
        QCOMPARE(faults(reading), isKnown ? QList<ShowtimeFault>() : QList {ShowtimeFault::ZoneUnknown});
    }

    void calendar_zoneMayBeDescribedInTheFile()
    {
        const ShowtimeReading reading = read(calendarOf("BEGIN:VTIMEZONE\nTZID:Ours\nX-LIC-LOCATION:America/New_York\nEND:VTIMEZONE\n"
                                                        "BEGIN:VEVENT\nUID:a\nSUMMARY:Jazz\nDTSTART;TZID=Ours:20261204T193000\nEND:VEVENT\n"));
        QCOMPARE(starts(reading), u"2026-12-05T01:30"_s);
    }

    void calendar_ruleNamesItsDates_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        const QByteArray start("DTSTART;TZID=Europe/Berlin:20261204T193000\n");
        QTest::newRow("three") << start + "RRULE:FREQ=WEEKLY;COUNT=3\n" << u"2026-12-04T19:30 2026-12-11T19:30 2026-12-18T19:30"_s;
        QTest::newRow("without one") << start + "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Europe/Berlin:20261211T193000,20261218T193000\n" << u"2026-12-04T19:30"_s;
        QTest::newRow("without a day") << start + "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20261211\n" << u"2026-12-04T19:30 2026-12-18T19:30"_s;
        QTest::newRow("excluded in UTC") << start + "RRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:20261211T183000Z\n" << u"2026-12-04T19:30"_s;
        QTest::newRow("one more") << start + "RDATE;TZID=Europe/Berlin:20261206T150000\n" << u"2026-12-04T19:30 2026-12-06T15:00"_s;
        QTest::newRow("one more, with its length") << start + "RDATE;VALUE=PERIOD:20261206T140000Z/PT1H\n" << u"2026-12-04T19:30 2026-12-06T15:00"_s;
        QTest::newRow("across the clocks' change") << QByteArray("DTSTART;TZID=Europe/Berlin:20270327T193000\nRRULE:FREQ=DAILY;COUNT=2\n") << u"2027-03-27T19:30 2027-03-28T19:30"_s;
        QTest::newRow("begun long ago") << QByteArray("DTSTART;TZID=Europe/Berlin:20200101T193000\nRRULE:FREQ=YEARLY;COUNT=8\n") << u"2027-01-01T19:30"_s;
    }
    void calendar_ruleNamesItsDates()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        const ShowtimeReading reading = read(eventOf(lines));
        QCOMPARE(starts(reading), expected);
        QVERIFY(reading.problems.isEmpty());
    }

    void calendar_ruleWithoutEndIsCutAndTold()
    {
        const ShowtimeReading reading = read(eventOf("DTSTART;TZID=Europe/Berlin:20261204T193000\nRRULE:FREQ=WEEKLY\n"));
        QCOMPARE(reading.showtimes.size(), 105); // two years of Fridays
        QCOMPARE(faults(reading), QList {ShowtimeFault::DatesLeftOut});
    }

    void calendar_unreadableRuleLeavesTheFirstDate()
    {
        const ShowtimeReading reading = read(eventOf("DTSTART;TZID=Europe/Berlin:20261204T193000\nRRULE:FREQ=SOMETIMES\n"));
        QCOMPARE(starts(reading), u"2026-12-04T19:30"_s);
        QCOMPARE(faults(reading), QList {ShowtimeFault::RuleUnreadable});
    }

    void calendar_cancelledIsSaid()
    {
        const ShowtimeReading reading = read(eventOf("DTSTART:20261204T193000\nSTATUS:CANCELLED\n"));
        QCOMPARE(reading.showtimes.size(), 1);
        QVERIFY(reading.showtimes.constFirst().cancelled);
    }

    void calendar_datesThatCannotBeReadAreTold_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("whole"); // what is left out too few loses nothing
        const QByteArray start = "DTSTART;TZID=Europe/Berlin:20261204T193000\n";
        const QByteArray weekly = start + "RRULE:FREQ=WEEKLY;COUNT=3\n";
        const QString all = u"2026-12-04T19:30 2026-12-11T19:30 2026-12-18T19:30"_s;
        QTest::newRow("left out") << weekly + "EXDATE:soon\n" << all << u"line 8, Jazz"_s << u"EXDATE:soon"_s << true;
        QTest::newRow("left out, on no day") << weekly + "EXDATE:20261311T193000\n" << all << u"line 8, Jazz"_s << u"EXDATE:20261311T193000"_s << true;
        QTest::newRow("left out, among others") << weekly + "EXDATE;TZID=Europe/Berlin:20261204T193000,soon,\n 20261218T193000\n" << u"2026-12-11T19:30"_s << u"line 8, Jazz"_s << u"EXDATE:soon"_s << true;
        QTest::newRow("added") << start + "RDATE:20261206T193000,later\n" << u"2026-12-04T19:30 2026-12-06T19:30"_s << u"line 7, Jazz"_s << u"RDATE:later"_s << false;
        QTest::newRow("added, on no day") << start + "RDATE:20261306T193000\n" << u"2026-12-04T19:30"_s << u"line 7, Jazz"_s << u"RDATE:20261306T193000"_s << false;
    }
    void calendar_datesThatCannotBeReadAreTold()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        QFETCH(QString, where);
        QFETCH(QString, text);
        QFETCH(bool, whole);
        const ShowtimeReading reading = read(eventOf(lines));
        QCOMPARE(starts(reading), expected);
        QCOMPARE(reading.problems, (QList {ShowtimeProblem {.where = where, .text = text, .cause = ShowtimeCause::DateUnreadable}}));
        QCOMPARE(reading.whole, whole);
    }

    void calendar_lengthThatCannotBeReadIsToldOnce_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("end") << QByteArray("DTEND:late\n") << u"late"_s;
        QTest::newRow("end on no day") << QByteArray("DTEND:20261304T213000\n") << u"20261304T213000"_s;
        QTest::newRow("length") << QByteArray("DURATION:long\n") << u"long"_s;
    }
    void calendar_lengthThatCannotBeReadIsToldOnce()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, text);
        const ShowtimeReading reading = read(eventOf("DTSTART:20261204T193000\n" + line + "RRULE:FREQ=WEEKLY;COUNT=3\nBEGIN:VALARM\nDURATION:long\nEND:VALARM\n"));
        QCOMPARE(reading.showtimes.size(), 3);
        QCOMPARE(reading.problems, (QList {ShowtimeProblem {.fault = ShowtimeFault::DurationUnreadable, .where = u"line 7, Jazz"_s, .text = text}}));
        QVERIFY(reading.whole);
    }

    void calendar_seriesOfUnreadableDatesKeepsItsIdentity()
    {
        const QByteArray start = "DTSTART:20261204T193000\n";
        const ShowtimeReading before = read(eventOf(start + "RRULE:FREQ=WEEKLY;COUNT=2\n"));
        const ShowtimeReading after = read(eventOf(start + "RRULE:FREQ=SOMETIMES\n"));
        QCOMPARE(after.showtimes.size(), 1);
        QCOMPARE(after.showtimes.constFirst().uid, before.showtimes.constFirst().uid);
        QVERIFY(!after.whole);
        QCOMPARE(read(eventOf(start + "RDATE:later\n")).showtimes.constFirst().uid, before.showtimes.constFirst().uid);
    }

    void calendar_newestStateCounts()
    {
        const auto state = [](const QByteArray &sequence, const QByteArray &name, const QByteArray &more = {}) {
            return "BEGIN:VEVENT\nUID:a\n" + sequence + "SUMMARY:" + name + "\nDTSTART:20261204T193000\n" + more + "END:VEVENT\n";
        };
        for (const QByteArray &file : {state("SEQUENCE:2\n", "New") + state("SEQUENCE:1\n", "Old"), state("", "Old") + state("SEQUENCE:2\n", "New"),
                                       state("SEQUENCE:1\n", "Old", "RRULE:FREQ=WEEKLY\n") + state("SEQUENCE:2\n", "New")}) {
            const ShowtimeReading reading = read(calendarOf(file));
            QCOMPARE(reading.showtimes.size(), 1);
            QCOMPARE(reading.showtimes.constFirst().name, u"New"_s);
            QCOMPARE(reading.showtimes.constFirst().uid, u"a"_s);
            QCOMPARE(reading.showtimes.constFirst().sequence, std::optional(2));
            QCOMPARE(reading.problems, (QList {ShowtimeProblem {.where = u"Old"_s, .cause = ShowtimeCause::Outdated}}));
            QVERIFY(reading.whole);
        }
        // Of one date of a series; which follows it at least.
        const auto date = [](const QByteArray &sequence, const QByteArray &name) {
            return "BEGIN:VEVENT\nUID:a\n" + sequence + "RECURRENCE-ID:20261211T193000\nSUMMARY:" + name + "\nDTSTART:20261212T193000\nEND:VEVENT\n";
        };
        const QByteArray series = state("SEQUENCE:3\n", "Weekly", "RRULE:FREQ=WEEKLY;COUNT=2\n");
        const ShowtimeReading reading = read(calendarOf(date("SEQUENCE:2\n", "New") + series + date("SEQUENCE:1\n", "Old")));
        QCOMPARE(reading.showtimes.size(), 2);
        QCOMPARE(reading.showtimes[1].name, u"New"_s);
        QCOMPARE(reading.showtimes[1].sequence, std::optional(3));
        QCOMPARE(reading.problems, (QList {ShowtimeProblem {.where = u"Old"_s, .cause = ShowtimeCause::Outdated}}));
        QCOMPARE(faults(read(calendarOf(series + date("", "One") + date("", "Other")))), QList {ShowtimeFault::Repeated});
        QVERIFY(!read(eventOf("DTSTART:20261204T193000\n")).showtimes.constFirst().sequence);
    }

    void calendar_oneDateIsCalledOff()
    {
        const QByteArray series("BEGIN:VEVENT\nUID:a\nSUMMARY:Jazz\nLOCATION:Cellar\nDTSTART:20261204T193000\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT\n");
        const ShowtimeReading before = read(calendarOf(series));
        const ShowtimeReading after = read(calendarOf(series + "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261211T193000\nSTATUS:CANCELLED\nEND:VEVENT\n"));
        QVERIFY(after.problems.isEmpty());
        QCOMPARE(after.showtimes.size(), 2);
        QVERIFY(!after.showtimes[0].cancelled);
        Showtime expected = before.showtimes[1];
        expected.cancelled = true;
        QCOMPARE(after.showtimes[1], expected);
        // For a date that cannot be read: none is taken for it.
        const ShowtimeReading lost = read(calendarOf(series + "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:someday\nSTATUS:CANCELLED\nEND:VEVENT\n"));
        QCOMPARE(lost.showtimes, before.showtimes);
        QCOMPARE(lost.problems, (QList {ShowtimeProblem {.where = u"line 12, a"_s, .text = u"RECURRENCE-ID:someday"_s, .cause = ShowtimeCause::DateUnreadable}}));
        QVERIFY(!lost.whole);
    }

    void calendar_secondThatIsCutOffIsTold()
    {
        const QByteArray first = eventOf("DTSTART:20261204T193000\n");
        const ShowtimeReading reading = read(first + "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\n");
        QCOMPARE(reading.showtimes.size(), 1);
        QCOMPARE(reading.problems.size(), 1);
        QCOMPARE(reading.problems.constFirst().cause, std::optional(ShowtimeCause::CutOff));
        QVERIFY(!reading.whole);
        QVERIFY(read(first + first).problems.constFirst().fault == ShowtimeFault::Repeated);
    }

    void whole_isWhatLostNoShowtime_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("whole");
        const QByteArray csv = "id,name,start,hall\n1,Jazz,2026-12-04 19:30,Cellar\n";
        QTest::newRow("a table") << csv << true;
        QTest::newRow("its last line without an end") << csv + "2,Blues,2026-12-05 19:30,Cellar" << true;
        QTest::newRow("cut off in a line") << csv + "2,Blues,2026-12-05 1" << false;
        QTest::newRow("a length that is none") << QByteArray("name,start,duration\nJazz,2026-12-04 19:30,long\n") << true;
        QTest::newRow("a start that is none") << csv + "2,Blues,soon,Cellar\n" << false;
        QTest::newRow("no start") << csv + "2,Blues,,Cellar\n" << false;
        QTest::newRow("no name") << csv + "2,,2026-12-05 19:30,Cellar\n" << false;
        QTest::newRow("a start out of reach") << csv + "2,Blues,1066-10-14 09:00,Cellar\n" << false;
        QTest::newRow("nothing at all") << QByteArray("name,start\n") << false;
        QTest::newRow("an empty calendar") << calendarOf("") << false;
        QTest::newRow("dates without end") << eventOf("DTSTART:20261204T193000\nRRULE:FREQ=WEEKLY\n") << true;
        QTest::newRow("a rule that is none") << eventOf("DTSTART:20261204T193000\nRRULE:FREQ=SOMETIMES\n") << false;
        const QByteArray script = quoted("<script type='application/ld+json'>{'@type':'Event','name':'Jazz','startDate':'2026-12-04T19:30'}</script>");
        QTest::newRow("a page") << "<html>" + script + "</html>" << true;
        QTest::newRow("a page cut off between") << "<html>" + script << false;
        QTest::newRow("a page cut off in a script") << "<!-- -->" + script + quoted("<script type='application/ld+json'>{'@type':'Ev") << false;
        QTest::newRow("a script that is none") << "<html>" + script + quoted("<script type='application/ld+json'>{</script></html>") << false;
        QTest::newRow("a page of something else") << quoted("<html><script type='application/ld+json'>{'@type':'Organization','name':'Us'}</script></html>") << false;
        QTest::newRow("deeper than is read") << '[' + QByteArray("[").repeated(20) + QByteArray("]").repeated(20) + quoted(",{'@type':'Event','name':'Jazz','startDate':'2026-12-04T19:30'}]") << false;
    }
    void whole_isWhatLostNoShowtime()
    {
        QFETCH(QByteArray, file);
        QFETCH(bool, whole);
        const ShowtimeReading reading = read(file);
        QCOMPARE(reading.whole, whole);
        QVERIFY(whole || !reading.problems.isEmpty());
    }

    void calendar_whatCannotBeReadIsTold()
    {
        const ShowtimeReading reading = read(calendarOf("BEGIN:VEVENT\nUID:1\nSUMMARY:No start\nEND:VEVENT\n"
                                                        "BEGIN:VEVENT\nUID:2\nSUMMARY:Odd start\nDTSTART:tomorrow\nEND:VEVENT\n"
                                                        "BEGIN:VEVENT\nUID:3\nDTSTART:20261204T193000\nEND:VEVENT\n"
                                                        "BEGIN:VEVENT\nUID:4\nSUMMARY:Good\nDTSTART:20261204T193000\nEND:VEVENT\n"
                                                        "BEGIN:VEVENT\nUID:4\nSUMMARY:Again\nDTSTART:20261205T193000\nEND:VEVENT\n"
                                                        "BEGIN:VEVENT\nUID:5\nSUMMARY:Backwards\nDTSTART:20261204T193000\nDTEND:20261203T193000\nEND:VEVENT\n"));
        QCOMPARE(faults(reading), (QList {ShowtimeFault::StartMissing, ShowtimeFault::StartUnreadable, ShowtimeFault::NameMissing, ShowtimeFault::Repeated, ShowtimeFault::DurationUnreadable}));
        QCOMPARE(reading.problems.constFirst().where, u"No start"_s);
        QCOMPARE(reading.showtimes.size(), 2);
    }

    void calendar_seasonIsTwelveDates()
    {
        QFile file(QStringLiteral(PARTERRE_TEST_DATA "/showtimes/season.ics"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const ShowtimeReading reading = read(file.readAll());
        QVERIFY(reading.problems.isEmpty());
        QCOMPARE(reading.showtimes.size(), 12);
        QCOMPARE(starts(reading).left(67), u"2027-02-05T19:30 2027-02-06T19:30 2027-02-12T19:30 2027-02-19T19:30"_s);
        const Showtime &matinee = reading.showtimes[4];
        QCOMPARE(matinee.name, u"The Tempest (matinee)"_s);
        QCOMPARE(startOf(matinee), u"2027-02-20T15:00"_s);
        QCOMPARE(matinee.uid, u"tempest-2027@touring.example#2027-02-20T18:30:00.000Z"_s);
        QCOMPARE(reading.showtimes.constFirst().description, u"William Shakespeare's last play, with live music.\nNo interval."_s);
        QCOMPARE(reading.showtimes.constFirst().category, EventCategory::Play);
    }

    void calendar_movedDateKeepsItsIdentity()
    {
        const QByteArray series("BEGIN:VEVENT\nUID:a\nSUMMARY:Jazz\nDTSTART:20261204T193000\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT\n");
        const ShowtimeReading before = read(calendarOf(series));
        const ShowtimeReading after = read(calendarOf(series + "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261211T193000\nSUMMARY:Jazz\nDTSTART:20261212T200000\nEND:VEVENT\n"));
        QCOMPARE(starts(after), u"2026-12-04T19:30 2026-12-12T20:00"_s);
        QCOMPARE(after.showtimes[1].uid, before.showtimes[1].uid);
    }

    // What looks like a component once it is unfolded twice is none.
    void calendar_isUnfoldedOnce()
    {
        const QByteArray file = "BEGIN:VCALENDAR\n" + QByteArray("BE\n\n  GIN:VTODO\n").repeated(100'000) + QByteArray("END:VTODO\n").repeated(100'000) + "END:VCALENDAR\n";
        const Result<ShowtimeReading> reading = readShowtimes(file, ShowtimeFormat::Calendar, m_berlin, m_now);
        QVERIFY(!reading || reading->showtimes.isEmpty());
    }

    void calendar_hostileFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("nested without end") << QByteArray("BEGIN:VCALENDAR\n") + QByteArray("BEGIN:VEVENT\n").repeated(100'000);
        QTest::newRow("nested, folded") << QByteArray("BEGIN:VCALENDAR\n") + QByteArray("BEG\r\n IN:VEVENT\n").repeated(100'000);
        const auto nested = [](const QByteArray &begin, const QByteArray &end, const QByteArray &newLine) {
            return "BEGIN:VCALENDAR" + newLine + (begin + newLine).repeated(100'000) + (end + newLine).repeated(100'000) + "END:VCALENDAR" + newLine;
        };
        QTest::newRow("nested, in lines that end otherwise") << nested("BEGIN:VTODO", "END:VTODO", "\r");
        QTest::newRow("nested, with ends before") << QByteArray("END:X\n").repeated(100'000) + nested("BEGIN:VTODO", "END:VTODO", "\n");
        QTest::newRow("cut off") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n");
        QTest::newRow("another component") << QByteArray("BEGIN:VCARD\nFN:A\nEND:VCARD\n");
    }
    void calendar_hostileFilesAreRefused()
    {
        QFETCH(QByteArray, file);
        const Result<ShowtimeReading> reading = readShowtimes(file, ShowtimeFormat::Calendar, m_berlin, m_now);
        QVERIFY(!reading);
        QCOMPARE(reading.error().code, ErrorCode::FileInvalid);
    }

    void csv_columnsAreFoundByName_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("commas") << QByteArray("id,name,start,duration,hall,category,description\n7,Jazz,2026-12-04 19:30,90,Cellar,concert,\"Blue, and red\"\n");
        QTest::newRow("semicolons, another order, a mark") << QByteArray("\xef\xbb\xbf" "Start;Name;ID;Hall;Category;Duration;Description\r\n04.12.2026 19:30;Jazz;7;Cellar;Konzert;1:30;Blue, and red\r\n");
        QTest::newRow("tabs, with an offset") << QByteArray("uid\ttitle\tstart\tend\tlocation\tcategory\tdescription\n7\tJazz\t2026-12-04T18:30:00Z\t2026-12-04T21:00+01:00\tCellar\tMusic\tBlue, and red\n");
        QTest::newRow("the separator is said") << QByteArray("sep=;\nid;name;start;duration;hall;category;description\n7;Jazz;2026-12-04T19:30;PT1H30M;Cellar;concert;Blue, and red\n\n");
    }
    void csv_columnsAreFoundByName()
    {
        QFETCH(QByteArray, file);
        const ShowtimeReading reading = read(file);
        QVERIFY2(reading.problems.isEmpty(), qPrintable(reading.problems.value(0).where));
        QCOMPARE(reading.showtimes.size(), 1);
        const Showtime expected {.uid = u"7"_s,
                                 .name = u"Jazz"_s,
                                 .description = u"Blue, and red"_s,
                                 .category = EventCategory::Concert,
                                 .start = instantIn(m_berlin, {.date = QDate(2026, 12, 4), .time = QTime(19, 30)}),
                                 .durationMinutes = 90,
                                 .hall = u"Cellar"_s};
        QCOMPARE(reading.showtimes.constFirst(), expected);
    }

    void csv_identityFollowsFromNameStartAndHall()
    {
        const auto uidOf = [this](const QByteArray &line) { return read("name,start,hall,description\n" + line).showtimes.value(0).uid; };
        const QString uid = uidOf("Jazz,2026-12-04 19:30,Cellar,Old\n");
        QVERIFY(uid.startsWith(u"derived:"_s));
        QCOMPARE(uidOf("Jazz,2026-12-04T18:30Z,Cellar,New\n"), uid);
        QVERIFY(uidOf("Jazz,2026-12-04 19:30,Attic,Old\n") != uid);
        QVERIFY(uidOf("Jazz,2026-12-04 19:31,Cellar,Old\n") != uid);
    }

    void csv_whatCannotBeReadIsTold()
    {
        const ShowtimeReading reading = read("id,name,start,duration\n1,Jazz,soon,\n2,Jazz,,\n3,,2026-12-04 19:30,\n4,Jazz,2026-12-04 19:30,long\n");
        QCOMPARE(faults(reading), (QList {ShowtimeFault::StartUnreadable, ShowtimeFault::StartMissing, ShowtimeFault::NameMissing, ShowtimeFault::DurationUnreadable}));
        QCOMPARE(reading.problems.constFirst(), (ShowtimeProblem {.fault = ShowtimeFault::StartUnreadable, .where = u"line 2"_s, .text = u"soon"_s}));
        QCOMPARE(reading.showtimes.size(), 1);
    }

    void csv_withoutHeaderIsRefused()
    {
        const Result<ShowtimeReading> reading = readShowtimes("Jazz,2026-12-04 19:30\n", ShowtimeFormat::Automatic, m_berlin, m_now);
        QVERIFY(!reading);
        QCOMPARE(reading.error().code, ErrorCode::FileInvalid);
    }

    void file_tooLargeIsRefused()
    {
        const Result<ShowtimeReading> reading = readShowtimes(QByteArray(ShowtimeLimits::kFileBytes + 1, ' '), ShowtimeFormat::Automatic, m_berlin, m_now);
        QVERIFY(!reading);
        QCOMPARE(reading.error().code, ErrorCode::FileTooLarge);
        QCOMPARE(reading.error().limit, ShowtimeLimits::kFileBytes);
    }

    void file_tooManyAreCutAndTold()
    {
        QByteArray file("name,start\n");
        for (int i = 0; i < ShowtimeLimits::kShowtimes + 5; ++i)
            file += "Jazz " + QByteArray::number(i) + ",2026-12-04 19:30\n";
        const ShowtimeReading reading = read(file);
        QCOMPARE(reading.showtimes.size(), ShowtimeLimits::kShowtimes);
        QCOMPARE(faults(reading), QList {ShowtimeFault::TooMany});
    }

    void problems_areCountedWhereThereAreMany()
    {
        const ShowtimeReading reading = read("name,start\n" + QByteArray("Jazz,soon\n").repeated(ShowtimeLimits::kProblems + 7));
        QCOMPARE(reading.problems.size(), ShowtimeLimits::kProblems);
        QCOMPARE(reading.moreProblems, 7);
    }

    void texts_loseWhatNoEventCanHave()
    {
        const ShowtimeReading reading = read(eventOf("DTSTART:20261204T193000\nDESCRIPTION:a\x07" "b\\n\\n c \n").replace("Jazz", "Ja\tzz"));
        QCOMPARE(reading.showtimes.value(0).name, u"Ja zz"_s);
        QCOMPARE(reading.showtimes.value(0).description, u"a b\n\nc"_s);
    }
};

QTEST_GUILESS_MAIN(ShowtimeFileTest)
#include "tst_showtimefile.moc"
