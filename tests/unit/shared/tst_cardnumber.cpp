// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/cardnumber.h"

#include <QRandomGenerator>
#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

// The digit that makes a number pass, told apart from the code under test: by trying all ten.
int sumOf(const QString &number)
{
    int sum = 0;
    for (qsizetype i = 0; i < number.size(); ++i) {
        const int value = number.at(number.size() - 1 - i).digitValue() * (i % 2 == 0 ? 1 : 2);
        sum += value / 10 + value % 10;
    }
    return sum;
}

} // namespace

class TestCardNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_areFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("16 digits") << u"4111111111111111"_s;
        QTest::newRow("15 digits") << u"378282246310005"_s;
        QTest::newRow("13 digits") << u"4222222222222"_s;
        QTest::newRow("19 digits") << u"6304000000000000000"_s;
        QTest::newRow("groups") << u"4111 1111 1111 1111"_s;
        QTest::newRow("dashes") << u"4111-1111-1111-1111"_s;
        QTest::newRow("both, and many") << u"4111 - 1111 -- 1111   1111"_s;
        QTest::newRow("no-break spaces") << u"4111\u00a01111\u00a01111\u00a01111"_s;
        QTest::newRow("en dashes") << u"4111\u20131111\u20131111\u20131111"_s;
        QTest::newRow("dots") << u"4111.1111.1111.1111"_s;
        QTest::newRow("strokes") << u"4111/1111/1111/1111"_s;
        QTest::newRow("dots of 15 digits") << u"3782.822463.10005"_s;
        QTest::newRow("in a sentence") << u"paid by 5500005555555559, thanks"_s;
        QTest::newRow("letters around") << u"x4111111111111111y"_s;
        QTest::newRow("a date after it") << u"4111 1111 1111 1111 12 27"_s;
        QTest::newRow("a number before it") << u"12 4111 1111 1111 1111"_s;
        QTest::newRow("in a run too long for a card") << u"00004111111111111111"_s;
        QTest::newRow("in other digits") << u"٤١١١١١١١١١١١١١١١"_s;
        QTest::newRow("the second of two") << u"1234567890123 / 4111111111111111"_s;
    }
    void numbers_areFound()
    {
        QFETCH(QString, text);
        QVERIFY(mayHoldCardNumber(text));
    }

    void otherTexts_areLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << u"Ada Löwe, row 4"_s;
        QTest::newRow("last four") << u"1111"_s;
        QTest::newRow("one digit wrong") << u"4111111111111112"_s;
        QTest::newRow("12 digits that pass") << u"411111111111116"_s.left(12);
        QTest::newRow("a terminal's reference") << u"000123456789"_s;
        QTest::newRow("begins with 0") << u"0000000000000000"_s;
        QTest::newRow("a date and a time") << u"2026-11-27 19:30"_s;
        QTest::newRow("dates") << u"11.11.2026 27.11.2026"_s;
        QTest::newRow("amounts") << u"41.11 11.11 11.11 11.11"_s;
        QTest::newRow("letters between") << u"4111a1111b1111c1111"_s;
        QTest::newRow("a telephone number") << u"+49 30 12345678"_s;
        QTest::newRow("half a group") << u"94111111111111111"_s; // 17 digits of which the last 16 would pass
    }
    void otherTexts_areLeftAlone()
    {
        QFETCH(QString, text);
        QVERIFY(!mayHoldCardNumber(text));
    }

    void oneDigitOfTen_makesANumberPass()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 2'000; ++round) {
            QString number(QChar(u'1' + random.bounded(9)));
            const int size = random.bounded(13, 20);
            while (number.size() < size - 1)
                number.append(QChar(u'0' + random.bounded(10)));
            int found = 0;
            for (int last = 0; last < 10; ++last) {
                const QString whole = number + QString::number(last);
                const bool passes = sumOf(whole) % 10 == 0;
                QCOMPARE(mayHoldCardNumber(whole), passes);
                found += passes ? 1 : 0;
            }
            QCOMPARE(found, 1);
        }
    }
};

QTEST_APPLESS_MAIN(TestCardNumber)
#include "tst_cardnumber.moc"
