// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/numbering.h"

#include <QSet>
#include <QTest>

#include <limits>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

QString rows(const LabelScheme &scheme, qsizetype count)
{
    return rowLabels(scheme, count).join(u' ');
}

QString seats(const SeatNumbering &numbering, qsizetype count, const QList<qint32> &aisles = {})
{
    return seatNumbers(numbering, count, aisles).join(u' ');
}

} // namespace

class TestNumbering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowLabels_areSpelledAsTheSchemeSays_data();
    void rowLabels_areSpelledAsTheSchemeSays();
    void rowLabels_goOnAfterZ();
    void seatNumbers_areSpelledAsTheNumberingSays_data();
    void seatNumbers_areSpelledAsTheNumberingSays();
    void seatNumbers_ignoreAislesThatAreNone();
    void labelsAreBounded();
    void everyLabelIsDifferent();
    void labelPosition_isTheInverseOfRowLabels_data();
    void labelPosition_isTheInverseOfRowLabels();
    void labelPosition_refusesWhatTheSchemeNeverMakes();
};

void TestNumbering::rowLabels_areSpelledAsTheSchemeSays_data()
{
    QTest::addColumn<LabelScheme>("scheme");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected");
    using enum LabelStyle;
    QTest::newRow("letters") << LabelScheme {} << 4 << u"A B C D"_s;
    QTest::newRow("none") << LabelScheme {} << 0 << QString();
    QTest::newRow("fewer than none") << LabelScheme {} << -3 << QString();
    QTest::newRow("without I and O") << LabelScheme {.first = 7, .without = u"IO"_s} << 9 << u"G H J K L M N P Q"_s;
    QTest::newRow("left out in any case") << LabelScheme {.style = SmallLetters, .first = 8, .without = u"I1 -"_s} << 3 << u"h j k"_s;
    QTest::newRow("numbers with prefix and suffix") << LabelScheme {.style = Numbers, .first = 9, .prefix = u"R"_s, .suffix = u"."_s} << 3 << u"R9. R10. R11."_s;
    QTest::newRow("every other") << LabelScheme {.first = 2, .step = 2} << 3 << u"B D F"_s;
    QTest::newRow("last row first") << LabelScheme {.backwards = true} << 4 << u"D C B A"_s;
    QTest::newRow("downwards") << LabelScheme {.first = 5, .step = -1} << 3 << u"E D C"_s;
    QTest::newRow("downwards to the end") << LabelScheme {.style = Numbers, .first = 3, .step = -1} << 3 << u"3 2 1"_s;
    QTest::newRow("downwards from higher") << LabelScheme {.style = Numbers, .first = 1, .step = -2} << 4 << u"7 5 3 1"_s;
    QTest::newRow("all the same") << LabelScheme {.first = 3, .step = 0} << 3 << u"C C C"_s;
    QTest::newRow("first too low") << LabelScheme {.first = -8} << 2 << u"A B"_s;
    QTest::newRow("without any letter") << LabelScheme {.without = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s} << 3 << u"A B C"_s;
    QTest::newRow("one letter left") << LabelScheme {.without = u"ABCDEFGHIJKLMNOPQRSTUVWXY"_s} << 3 << u"A B C"_s;
    QTest::newRow("two letters left") << LabelScheme {.without = u"ABCDEFGHIJKLMNOPQRSTUVWX"_s} << 5 << u"Y Z YY YZ ZY"_s;
}

void TestNumbering::rowLabels_areSpelledAsTheSchemeSays()
{
    QFETCH(LabelScheme, scheme);
    QFETCH(int, count);
    QFETCH(QString, expected);
    QCOMPARE(rows(scheme, count), expected);
}

void TestNumbering::rowLabels_goOnAfterZ()
{
    const QStringList all = rowLabels({}, 26 + 26 * 26 + 2);
    QCOMPARE(all[25], u"Z"_s);
    QCOMPARE(all[26], u"AA"_s);
    QCOMPARE(all[27], u"AB"_s);
    QCOMPARE(all[51], u"AZ"_s);
    QCOMPARE(all[52], u"BA"_s);
    QCOMPARE(all[701], u"ZZ"_s);
    QCOMPARE(all[702], u"AAA"_s);
    const QStringList fewer = rowLabels({.without = u"io"_s}, 26);
    QCOMPARE(fewer[23], u"Z"_s);
    QCOMPARE(fewer[24], u"AA"_s);
}

void TestNumbering::seatNumbers_areSpelledAsTheNumberingSays_data()
{
    QTest::addColumn<SeatNumbering>("numbering");
    QTest::addColumn<int>("count");
    QTest::addColumn<QList<qint32>>("aisles");
    QTest::addColumn<QString>("expected");
    using enum SeatOrder;
    const QList<qint32> none, middle {3}, two {2, 5};
    QTest::newRow("left to right") << SeatNumbering {} << 4 << none << u"1 2 3 4"_s;
    QTest::newRow("right to left") << SeatNumbering {.order = RightToLeft} << 4 << none << u"4 3 2 1"_s;
    QTest::newRow("none") << SeatNumbering {} << 0 << middle << QString();
    QTest::newRow("prefix, first and step") << SeatNumbering {.first = 101, .step = 2, .prefix = u"L"_s} << 3 << none << u"L101 L103 L105"_s;
    QTest::newRow("odd left") << SeatNumbering {.order = OddLeftOfCentre} << 6 << none << u"5 3 1 2 4 6"_s;
    QTest::newRow("odd left, odd count") << SeatNumbering {.order = OddLeftOfCentre} << 5 << none << u"5 3 1 2 4"_s;
    QTest::newRow("odd right") << SeatNumbering {.order = OddRightOfCentre} << 6 << none << u"6 4 2 1 3 5"_s;
    QTest::newRow("odd right, odd count") << SeatNumbering {.order = OddRightOfCentre} << 5 << none << u"4 2 1 3 5"_s;
    QTest::newRow("odd left from an even first") << SeatNumbering {.order = OddLeftOfCentre, .first = 10} << 4 << none << u"13 11 10 12"_s;
    QTest::newRow("odd left, descending") << SeatNumbering {.order = OddLeftOfCentre, .first = 8, .step = -1} << 4 << none << u"5 7 8 6"_s;
    QTest::newRow("odd left, descending from higher") << SeatNumbering {.order = OddLeftOfCentre, .step = -1} << 4 << none << u"1 3 4 2"_s;
    QTest::newRow("odd left without 3") << SeatNumbering {.order = OddLeftOfCentre, .skipped = {3}} << 6 << none << u"7 5 1 2 4 6"_s;
    QTest::newRow("one seat has no other side") << SeatNumbering {.order = OddRightOfCentre} << 1 << none << u"1"_s;
    QTest::newRow("without 13") << SeatNumbering {.first = 11, .skipped = {13, 15}} << 5 << none << u"11 12 14 16 17"_s;
    QTest::newRow("without 13 from the right") << SeatNumbering {.order = RightToLeft, .first = 12, .skipped = {13}} << 3 << none << u"15 14 12"_s;
    QTest::newRow("without the first") << SeatNumbering {.skipped = {1, 2}} << 2 << none << u"3 4"_s;
    QTest::newRow("descending without 2") << SeatNumbering {.first = 4, .step = -1, .skipped = {2}} << 4 << none << u"5 4 3 1"_s;
    QTest::newRow("letters") << SeatNumbering {.style = LabelStyle::Letters, .first = 8, .without = u"I"_s, .skipped = {8, 9}} << 3 << none << u"H J K"_s;
    QTest::newRow("small letters, odd left") << SeatNumbering {.order = OddLeftOfCentre, .style = LabelStyle::SmallLetters} << 4 << none << u"c a b d"_s;
    QTest::newRow("on across aisles") << SeatNumbering {} << 7 << two << u"1 2 3 4 5 6 7"_s;
    QTest::newRow("anew at aisles") << SeatNumbering {.startsAnewAtAisles = true} << 7 << two << u"1 2 1 2 3 1 2"_s;
    QTest::newRow("anew at aisles from the right") << SeatNumbering {.order = RightToLeft, .startsAnewAtAisles = true} << 7 << two << u"2 1 3 2 1 2 1"_s;
    QTest::newRow("centre of the whole row") << SeatNumbering {.order = OddLeftOfCentre} << 7 << two << u"7 5 3 1 2 4 6"_s;
    QTest::newRow("centre of each stretch") << SeatNumbering {.order = OddLeftOfCentre, .startsAnewAtAisles = true} << 7 << two << u"1 2 3 1 2 1 2"_s;
    QTest::newRow("all the same") << SeatNumbering {.step = 0, .skipped = {1}} << 3 << none << u"1 1 1"_s;
}

void TestNumbering::seatNumbers_areSpelledAsTheNumberingSays()
{
    QFETCH(SeatNumbering, numbering);
    QFETCH(int, count);
    QFETCH(QList<qint32>, aisles);
    QFETCH(QString, expected);
    QCOMPARE(seats(numbering, count, aisles), expected);
}

void TestNumbering::seatNumbers_ignoreAislesThatAreNone()
{
    QCOMPARE(seats({.startsAnewAtAisles = true}, 4, {-1, 0, 2, 2, 1, 4, 9}), u"1 2 1 2"_s);
}

void TestNumbering::labelsAreBounded()
{
    constexpr qint32 kMost = std::numeric_limits<qint32>::max();
    const LabelScheme binary {.first = kMost, .step = kMost, .without = u"ABCDEFGHIJKLMNOPQRSTUVWX"_s};
    for (const QString &label : rowLabels(binary, 1'000))
        QVERIFY(label.size() <= 30 && !label.isEmpty());
    QCOMPARE(rows({.style = LabelStyle::Numbers, .first = kMaxLabelPosition - 1}, 3), u"999999999 1000000000 1000000000"_s);
    const SeatNumbering down {.order = SeatOrder::OddRightOfCentre, .first = kMost, .step = std::numeric_limits<qint32>::min(), .skipped = {kMaxLabelPosition}};
    QCOMPARE(seatNumbers(down, 1'000).size(), 1'000);
    for (const QString &number : seatNumbers(down, 1'000))
        QVERIFY(number.size() <= 10);

    QList<qint32> most;
    for (qint32 i = 1; i <= 1'000; ++i)
        most.append(i);
    QCOMPARE(seats({.skipped = most}, 2), u"1001 1002"_s);
    QCOMPARE(seats({.step = -1, .skipped = most}, 2), u"1002 1001"_s);
}

void TestNumbering::everyLabelIsDifferent()
{
    for (const auto order : {SeatOrder::LeftToRight, SeatOrder::RightToLeft, SeatOrder::OddLeftOfCentre, SeatOrder::OddRightOfCentre}) {
        for (const auto style : {LabelStyle::Numbers, LabelStyle::Letters}) {
            for (const qint32 step : {-3, -1, 1, 2}) {
                for (const qint32 first : {1, 2, 13, 400}) {
                    const QStringList all = seatNumbers({.order = order, .style = style, .first = first, .step = step, .without = u"O"_s, .skipped = {4, 13}}, 101);
                    QCOMPARE(all.size(), 101);
                    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 101);
                }
            }
        }
    }
}

void TestNumbering::labelPosition_isTheInverseOfRowLabels_data()
{
    QTest::addColumn<LabelScheme>("scheme");
    QTest::newRow("letters") << LabelScheme {};
    QTest::newRow("without I, O and S") << LabelScheme {.without = u"IOS"_s};
    QTest::newRow("small") << LabelScheme {.style = LabelStyle::SmallLetters, .prefix = u"row "_s};
    QTest::newRow("numbers") << LabelScheme {.style = LabelStyle::Numbers, .prefix = u"1"_s, .suffix = u"1"_s};
    QTest::newRow("without any letter") << LabelScheme {.without = u"abcdefghijklmnopqrstuvwxyz"_s};
    QTest::newRow("two letters left") << LabelScheme {.without = u"ABCDEFGHIJKLMNOPQRSTUVWX"_s};
}

void TestNumbering::labelPosition_isTheInverseOfRowLabels()
{
    QFETCH(LabelScheme, scheme);
    const QStringList labels = rowLabels(scheme, 2'000);
    for (qsizetype i = 0; i < labels.size(); ++i)
        QCOMPARE(labelPosition(scheme, labels[i]), std::optional<qint32>(static_cast<qint32>(i + 1)));
    scheme.first = kMaxLabelPosition;
    QCOMPARE(labelPosition(scheme, rowLabels(scheme, 1)[0]), std::optional<qint32>(kMaxLabelPosition));
}

void TestNumbering::labelPosition_refusesWhatTheSchemeNeverMakes()
{
    const LabelScheme letters {.without = u"IO"_s, .prefix = u"R"_s, .suffix = u"."_s};
    for (const auto &label : {u""_s, u"R."_s, u"A."_s, u"RA"_s, u"Ra."_s, u"RI."_s, u"RA1."_s, u"RÄ."_s, u"RAAAAAAAAAAAAAAAAAAAA."_s})
        QVERIFY2(!labelPosition(letters, label), qUtf8Printable(label));
    QCOMPARE(labelPosition(letters, u"RJ."), std::optional<qint32>(9));
    const LabelScheme numbers {.style = LabelStyle::Numbers};
    for (const auto &label : {u""_s, u"0"_s, u"01"_s, u"-1"_s, u"+1"_s, u" 1"_s, u"1a"_s, u"٣"_s, u"1000000001"_s, u"99999999999999999999"_s})
        QVERIFY2(!labelPosition(numbers, label), qUtf8Printable(label));
    const LabelScheme overlapping {.prefix = u"AA"_s, .suffix = u"AA"_s};
    QVERIFY(!labelPosition(overlapping, u"AAA"));
}

QTEST_GUILESS_MAIN(TestNumbering)
#include "tst_numbering.moc"
