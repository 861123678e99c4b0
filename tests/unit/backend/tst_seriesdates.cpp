// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/seriesdates.h"
#include "shared/core/utctime.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimeZone>

using namespace parterre;
using namespace parterre::calendar;
using namespace Qt::StringLiterals;

// Which dates a rule names, at a house in Berlin.
class SeriesDatesTest : public QObject
{
    Q_OBJECT

private:
    const QTimeZone m_berlin {"Europe/Berlin"};
    const LocalTime m_friday = at(u"2026-12-04T19:30:00"_s);

    [[nodiscard]] static LocalTime at(const QString &text)
    {
        const auto local = fromIsoLocal(text);
        return local ? *local : LocalTime();
    }
    // "12-04 12-05", or the kind of the error.
    [[nodiscard]] QString dates(const SeriesRule &rule, const LocalTime &first) const
    {
        const Result<QList<LocalTime>> all = datesOf(rule, first, m_berlin);
        if (!all)
            return errorKind(all.error().code);
        QStringList texts;
        for (const LocalTime &date : *all) {
            QString text = date.date.toString(u"MM-dd"_s);
            if (date.date.year() != first.date.year())
                text.prepend(date.date.toString(u"yyyy-"_s));
            if (date.time != first.time)
                text.append(date.time.toString(u"@HH:mm"_s));
            texts.append(text);
        }
        return texts.join(u' ');
    }
    [[nodiscard]] QString dates(const QString &rule) const { return dates({.rule = rule}, m_friday); }

private Q_SLOTS:
    void rule_namesItsDates_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("expected");
        const QString friday = toIsoLocal(m_friday);
        QTest::newRow("daily") << friday << u"FREQ=DAILY;COUNT=3"_s << u"12-04 12-05 12-06"_s;
        QTest::newRow("every other day") << friday << u"FREQ=DAILY;INTERVAL=2;COUNT=3"_s << u"12-04 12-06 12-08"_s;
        QTest::newRow("Fridays and Saturdays") << friday << u"FREQ=WEEKLY;BYDAY=FR,SA;COUNT=5"_s << u"12-04 12-05 12-11 12-12 12-18"_s;
        QTest::newRow("the first start is no Friday") << u"2026-12-02T19:30:00"_s << u"FREQ=WEEKLY;BYDAY=FR,SA;COUNT=3"_s << u"12-04 12-05 12-11"_s;
        QTest::newRow("last Sunday of the month") << friday << u"FREQ=MONTHLY;BYDAY=-1SU;COUNT=3"_s << u"12-27 2027-01-31 2027-02-28"_s;
        QTest::newRow("last working day") << friday << u"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2"_s << u"12-31 2027-01-29"_s;
        QTest::newRow("the 31st") << friday << u"FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4"_s << u"12-31 2027-01-31 2027-03-31 2027-05-31"_s;
        QTest::newRow("until a day, which counts") << friday << u"FREQ=DAILY;UNTIL=20261206"_s << u"12-04 12-05 12-06"_s;
        QTest::newRow("until a time of the house") << friday << u"FREQ=DAILY;UNTIL=20261206T192959"_s << u"12-04 12-05"_s;
        QTest::newRow("until a time in UTC") << friday << u"FREQ=DAILY;UNTIL=20261206T183000Z"_s << u"12-04 12-05 12-06"_s;
        QTest::newRow("until a second before, in UTC") << friday << u"FREQ=DAILY;UNTIL=20261206T182959Z"_s << u"12-04 12-05"_s;
        QTest::newRow("leap days") << u"2028-02-29T10:00:00"_s << u"FREQ=YEARLY;COUNT=1"_s << u"02-29"_s;
        QTest::newRow("daily over a leap day") << u"2028-02-28T10:00:00"_s << u"FREQ=DAILY;COUNT=3"_s << u"02-28 02-29 03-01"_s;
        QTest::newRow("small letters") << friday << u"freq=daily;count=2"_s << u"12-04 12-05"_s;
        QTest::newRow("the 23rd century is near") << u"2199-12-20T19:30:00"_s << u"FREQ=WEEKLY;COUNT=3"_s << u"12-20 12-27 2200-01-03"_s;
        QTest::newRow("long ago") << u"1970-01-02T19:30:00"_s << u"FREQ=WEEKLY;BYDAY=FR;COUNT=2"_s << u"01-02 01-09"_s;
    }
    void rule_namesItsDates()
    {
        QFETCH(QString, first);
        QFETCH(QString, rule);
        QFETCH(QString, expected);
        QCOMPARE(dates({.rule = rule}, at(first)), expected);
    }

    void rule_isRefused_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("kind");
        const auto unreadable = [](const char *name, const QString &rule) { QTest::newRow(name) << rule << u"rule_unreadable"_s; };
        unreadable("nothing", QString());
        unreadable("words", u"every friday"_s);
        unreadable("with its name", u"RRULE:FREQ=DAILY;COUNT=3"_s);
        unreadable("another line", u"FREQ=DAILY;COUNT=3\nFREQ=DAILY"_s);
        unreadable("unknown frequency", u"FREQ=FORTNIGHTLY;COUNT=3"_s);
        unreadable("unknown part", u"FREQ=DAILY;FOO=1;COUNT=3"_s);
        unreadable("unknown day", u"FREQ=WEEKLY;BYDAY=XX;COUNT=3"_s);
        unreadable("a counted day of the week", u"FREQ=WEEKLY;BYDAY=1FR;COUNT=3"_s);
        unreadable("count and until", u"FREQ=DAILY;COUNT=3;UNTIL=20261206"_s);
        unreadable("count 0", u"FREQ=DAILY;COUNT=0"_s);
        unreadable("negative interval", u"FREQ=DAILY;INTERVAL=-1;COUNT=3"_s);
        unreadable("huge interval", u"FREQ=DAILY;INTERVAL=99999999;COUNT=3"_s);
        unreadable("count that overflows", u"FREQ=DAILY;COUNT=4294967298"_s);
        unreadable("until no day", u"FREQ=DAILY;UNTIL=20269999"_s);
        unreadable("seconds", u"FREQ=SECONDLY;COUNT=3"_s);
        unreadable("minutes", u"FREQ=MINUTELY;COUNT=3"_s);
        unreadable("hours", u"FREQ=HOURLY;COUNT=3"_s);
        unreadable("other hours", u"FREQ=DAILY;BYHOUR=15,20;COUNT=3"_s);
        unreadable("other minutes", u"FREQ=DAILY;BYMINUTE=0;COUNT=3"_s);
        unreadable("other seconds", u"FREQ=DAILY;BYSECOND=1;COUNT=3"_s);
        unreadable("another calendar", u"RSCALE=HEBREW;FREQ=YEARLY;COUNT=3"_s);
        QTest::newRow("endless") << u"FREQ=DAILY"_s << u"rule_endless"_s;
        QTest::newRow("until yesterday") << u"FREQ=DAILY;UNTIL=20261203"_s << u"no_dates"_s;
        QTest::newRow("401 dates") << u"FREQ=DAILY;COUNT=401"_s << u"too_many_dates"_s;
        QTest::newRow("huge count") << u"FREQ=DAILY;COUNT=99999999"_s << u"too_many_dates"_s;
        QTest::newRow("daily for two years") << u"FREQ=DAILY;UNTIL=20281204"_s << u"too_many_dates"_s;
        QTest::newRow("until in four years") << u"FREQ=MONTHLY;UNTIL=20301204"_s << u"dates_too_far"_s;
        QTest::newRow("40 months") << u"FREQ=MONTHLY;COUNT=40"_s << u"dates_too_far"_s;
        QTest::newRow("large interval") << u"FREQ=DAILY;INTERVAL=32767;COUNT=2"_s << u"dates_too_far"_s;
    }
    void rule_isRefused()
    {
        QFETCH(QString, rule);
        QTEST(dates(rule), "kind");
    }

    // What never comes is not looked for for ever.
    void hostileRule_endsSoon_data()
    {
        QTest::addColumn<QString>("rule");
        for (const char *rule : {"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
                                 "FREQ=MONTHLY;BYSETPOS=-366;BYMONTHDAY=3;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=5", "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=7;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=1",
                                 "FREQ=YEARLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=400"})
            QTest::newRow(rule) << QString::fromLatin1(rule);
    }
    void hostileRule_endsSoon()
    {
        QFETCH(QString, rule);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(dates(rule), u"no_dates"_s);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    void dates_areAddedAndExcluded()
    {
        const SeriesRule rule {.rule = u"FREQ=WEEKLY;COUNT=3"_s,
                               .added = {at(u"2026-12-24T15:00:00"_s), at(u"2026-12-11T19:30:00"_s)},
                               .excluded = {at(u"2026-12-18T19:30:00"_s), at(u"2026-12-11T20:00:00"_s)}};
        QCOMPARE(dates(rule, m_friday), u"12-04 12-11 12-24@15:00"_s);
        SeriesRule none {.rule = u"FREQ=DAILY;COUNT=1"_s, .excluded = {m_friday}};
        QCOMPARE(dates(none, m_friday), u"no_dates"_s);
        none.added = {at(u"2030-12-04T19:30:00"_s)};
        QCOMPARE(dates(none, m_friday), u"dates_too_far"_s);
        SeriesRule full {.rule = u"FREQ=DAILY;COUNT=400"_s};
        QCOMPARE(dates(full, m_friday).count(u' '), 399);
        full.added = {at(u"2026-12-04T15:00:00"_s)};
        QCOMPARE(dates(full, m_friday), u"too_many_dates"_s);
        QCOMPARE(datesOf(full, m_friday, m_berlin).error().limit, SeriesLimits::kDates);
    }

    // Eight in the evening stays eight in the evening.
    void clock_isThatOfTheHouse()
    {
        const SeriesDraft draft {.definition = {.start = instantIn(m_berlin, at(u"2027-03-26T20:00:00"_s))}, .dates = {.rule = u"FREQ=DAILY;COUNT=3"_s}};
        const LocalTime first = at(u"2027-03-26T20:00:00"_s);
        const Result<QList<LocalTime>> dates = datesOf(draft.dates, first, m_berlin);
        QVERIFY(dates);
        QStringList starts;
        for (const LocalTime &date : *dates)
            starts.append(toIsoUtc(definitionOn(date, draft, first, m_berlin).start).first(16));
        QCOMPARE(starts, QStringList({u"2027-03-26T19:00"_s, u"2027-03-27T19:00"_s, u"2027-03-28T18:00"_s}));
    }

    void rules_goWithTheStart()
    {
        const auto moment = [this](const QString &text) { return instantIn(m_berlin, at(text)); };
        SeriesDraft draft {.definition = {.name = u"Hamlet"_s,
                                          .start = moment(u"2027-03-26T20:00:00"_s),
                                          .rules = {.salesFrom = moment(u"2027-01-01T10:00:00"_s),
                                                    .salesUntil = moment(u"2027-03-26T19:00:00"_s),
                                                    .cancelUntil = moment(u"2027-03-24T18:00:00"_s)},
                                          .prices = {{.category = u"all"_s, .ticketType = u"adult"_s, .amount = 2'000}}}};
        const LocalTime first = at(u"2027-03-26T20:00:00"_s);
        const LocalTime sunday = at(u"2027-03-28T20:00:00"_s);
        EventDefinition event = definitionOn(sunday, draft, first, m_berlin);
        QCOMPARE(event.rules.salesFrom, draft.definition.rules.salesFrom);
        QCOMPARE(event.rules.salesUntil, moment(u"2027-03-28T19:00:00"_s));
        QCOMPARE(event.rules.cancelUntil, moment(u"2027-03-26T18:00:00"_s));
        QCOMPARE(definitionOn(first, draft, first, m_berlin), draft.definition);

        draft.overrides = {{.date = sunday, .start = at(u"2027-03-28T15:00:00"_s), .name = u"Hamlet for schools"_s, .prices = QList<PriceEntry>()}};
        event = definitionOn(sunday, draft, first, m_berlin);
        QCOMPARE(event.start, moment(u"2027-03-28T15:00:00"_s));
        QCOMPARE(event.rules.salesUntil, moment(u"2027-03-28T14:00:00"_s));
        QCOMPARE(event.name, u"Hamlet for schools"_s);
        QVERIFY(event.prices.isEmpty());
        QCOMPARE(definitionOn(first, draft, first, m_berlin), draft.definition);
    }
};

QTEST_GUILESS_MAIN(SeriesDatesTest)
#include "tst_seriesdates.moc"
