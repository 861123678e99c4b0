// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/localtime.h"
#include "shared/core/utctime.h"

#include <QTest>
#include <QTimeZone>

using namespace parterre;
using namespace Qt::StringLiterals;

class LocalTimeTest : public QObject
{
    Q_OBJECT

private:
    const QTimeZone m_berlin {"Europe/Berlin"};

    [[nodiscard]] static LocalTime at(const QString &text)
    {
        const auto local = fromIsoLocal(text);
        return local ? *local : LocalTime();
    }
    [[nodiscard]] QString utcOf(const QString &text) const { return toIsoUtc(instantIn(m_berlin, at(text))).first(16); }

private Q_SLOTS:
    void timeZone_isKnownByItsName_data()
    {
        QTest::addColumn<bool>("known");
        for (const char *name : {"UTC", "Europe/Berlin", "America/Port-au-Prince", "America/Argentina/Ushuaia", "Etc/UTC", "Asia/Calcutta"}) // the last two: what computers are set to
            QTest::newRow(name) << true;
        for (const char *name : {"", "Europe", "Europe/Atlantis", "europe/berlin", "America/Argentina", "UTC+02:00", "XYZ3", "../../etc/passwd", "Europe/Berlin\n"})
            QTest::newRow(name) << false;
    }
    void timeZone_isKnownByItsName()
    {
        QFETCH(bool, known);
        QCOMPARE(isTimeZoneName(QString::fromLatin1(QTest::currentDataTag())), known);
    }

    void text_isReadInOneFormAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << u"2026-12-04T19:30:00"_s << true;
        QTest::newRow("leap day") << u"2028-02-29T00:00:00"_s << true;
        QTest::newRow("no leap day") << u"2027-02-29T00:00:00"_s << false;
        QTest::newRow("without seconds") << u"2026-12-04T19:30"_s << false;
        QTest::newRow("with an offset") << u"2026-12-04T19:30:00Z"_s << false;
        QTest::newRow("a space between") << u"2026-12-04 19:30:00"_s << false;
        QTest::newRow("hour 24") << u"2026-12-04T24:00:00"_s << false;
        QTest::newRow("second 60") << u"2026-12-04T19:30:60"_s << false;
        QTest::newRow("other digits") << u"٢٠٢٦-12-04T19:30:00"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void text_isReadInOneFormAlone()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto local = fromIsoLocal(text);
        QCOMPARE(local.has_value(), good);
        if (local)
            QCOMPARE(toIsoLocal(*local), text);
    }

    void zone_saysWhichMomentItIs()
    {
        QCOMPARE(utcOf(u"2026-12-04T19:30:00"_s), u"2026-12-04T18:30"_s);
        QCOMPARE(utcOf(u"2027-07-04T19:30:00"_s), u"2027-07-04T17:30"_s);
        for (const QString &text : {u"2026-12-04T19:30:00"_s, u"2027-03-28T03:00:00"_s, u"2027-10-31T03:00:00"_s, u"1999-12-31T23:59:59"_s})
            QCOMPARE(toIsoLocal(localIn(m_berlin, instantIn(m_berlin, at(text)))), text);
    }

    void timeThatNeverComes_isByTheOffsetBefore()
    {
        QCOMPARE(utcOf(u"2027-03-28T01:59:59"_s), u"2027-03-28T00:59"_s);
        QCOMPARE(utcOf(u"2027-03-28T02:30:00"_s), u"2027-03-28T01:30"_s);
        QCOMPARE(toIsoLocal(localIn(m_berlin, instantIn(m_berlin, at(u"2027-03-28T02:30:00"_s)))), u"2027-03-28T03:30:00"_s);
    }

    void timeThatComesTwice_isTheFirst()
    {
        QCOMPARE(utcOf(u"2027-10-31T02:30:00"_s), u"2027-10-31T00:30"_s);
        QCOMPARE(utcOf(u"2027-10-31T03:00:00"_s), u"2027-10-31T02:00"_s);
    }

    void wall_isMeasuredWithoutTheZone()
    {
        const LocalTime evening = at(u"2027-03-27T19:30:00"_s);
        QCOMPARE(wallDistance(evening, at(u"2027-03-28T19:30:00"_s)), std::chrono::hours(24));
        QCOMPARE(toIsoLocal(shifted(evening, std::chrono::hours(-20))), u"2027-03-26T23:30:00"_s);
    }

    void order_isThatOfTheClock()
    {
        QVERIFY(at(u"2027-03-27T19:30:00"_s) < at(u"2027-03-28T01:00:00"_s));
        QVERIFY(at(u"2027-03-27T19:30:00"_s) > at(u"2027-03-27T19:29:59"_s));
        QCOMPARE(at(u"2027-03-27T19:30:00"_s), at(u"2027-03-27T19:30:00"_s));
    }
};

QTEST_GUILESS_MAIN(LocalTimeTest)
#include "tst_localtime.moc"
