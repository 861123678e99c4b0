// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seattable.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

// Numbers seats as they are added; positions are all that matters here.
class PlanBuilder
{
public:
    PlanBuilder &section()
    {
        m_plan.sections.append(Section {.name = QString::number(m_plan.sections.size())});
        return *this;
    }
    PlanBuilder &row(const QString &label, const QList<PlanPoint> &positions)
    {
        if (m_plan.sections.isEmpty())
            section();
        Row row {.label = label};
        for (const PlanPoint &p : positions)
            row.seats.append(Seat {.index = m_next++, .position = p});
        m_plan.sections.last().rows.append(row);
        return *this;
    }
    [[nodiscard]] SeatTable table() const { return SeatTable(m_plan); }

private:
    Plan m_plan;
    qint32 m_next = 0;
};

QList<PlanPoint> line(double x, double y, int count, double pitch = 25)
{
    QList<PlanPoint> points;
    for (int i = 0; i < count; ++i)
        points.append({x + i * pitch, y});
    return points;
}

QList<PlanPoint> arc(PlanPoint centre, double radius, double fromDegrees, double stepDegrees, int count)
{
    QList<PlanPoint> points;
    for (int i = 0; i < count; ++i) {
        const double angle = (fromDegrees + i * stepDegrees) * std::numbers::pi / 180;
        points.append({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return points;
}

QList<qint32> walkRight(const SeatTable &table, qint32 seat)
{
    QList<qint32> seats;
    for (; seat != SeatTable::kNone && seats.size() <= table.size(); seat = table.right(seat))
        seats.append(seat);
    return seats;
}

void verifyInverse(const SeatTable &table)
{
    for (qint32 s = 0; s < table.size(); ++s) {
        if (table.left(s) != SeatTable::kNone)
            QCOMPARE(table.right(table.left(s)), s);
        if (table.right(s) != SeatTable::kNone)
            QCOMPARE(table.left(table.right(s)), s);
        QVERIFY(walkRight(table, s).size() <= table.size());
    }
}

constexpr qint32 kNone = SeatTable::kNone;

} // namespace

class TestSeatTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyPlanHasNoSeats();
    void keepsWhatThePlanSays();
    void straightRow_linksEverySeat();
    void aisleInOneRow_separates();
    void aisleBetweenPieces_separates();
    void cutRowWithoutGap_isJoined();
    void piecesInAnyOrder_areJoinedInPlace();
    void oddAndEvenHalves_runInOneDirection();
    void curvedRow_linksEverySeat();
    void curvedRow_joinsPiecesAlongTheCurve();
    void rowBehind_isNoNeighbour();
    void otherSection_isNoNeighbour();
    void differentLabels_joinOnlyInLine();
    void longTable_linksAlongNotAcross();
    void roundTable_isAnOpenRing();
    void boxOfFour_linksFrontAndBackPairs();
    void coincidentSeats_areNotNeighbours();
    void singleSeats_standAlone();
    void sectionSeats_areInIndexOrder();
    void seatAt_findsTheNearestDisc();
    void seatAt_prefersTheSeatDrawnLast();
    void seatsWithin_answersCentresOnly();
    void toward_followsTheScreen();
    void toward_passesSeatsOnOneSpot();
    void everythingAgreesWithBruteForce();
    void stackedAndScatteredSeats_areBuiltQuickly();
};

void TestSeatTable::emptyPlanHasNoSeats()
{
    const SeatTable table {Plan {}};
    QCOMPARE(table.size(), 0);
    QCOMPARE(table.sectionCount(), 0);
    QCOMPARE(table.seatAt({0, 0}, 100), kNone);
    QVERIFY(table.seatsWithin({-10, -10}, {10, 10}).empty());
    QCOMPARE(table.topLeft(), table.bottomRight());
}

void TestSeatTable::keepsWhatThePlanSays()
{
    Plan plan;
    plan.sections = {{.name = u"A"_s, .rows = {{.label = u"1"_s, .seats = {{.index = 0, .position = {5, 6}, .radius = 7, .category = 2}}}}},
                     {.name = u"B"_s,
                      .rows = {{.label = u"1"_s,
                                .seats = {{.index = 1, .position = {50, -6}, .attributes = SeatAttribute::Wheelchair}}}}}};
    const SeatTable table(plan);
    QCOMPARE(table.size(), 2);
    QCOMPARE(table.position(0), (PlanPoint {5, 6}));
    QCOMPARE(table.radius(0), 7.0F);
    QCOMPARE(table.category(0), 2);
    QCOMPARE(table.section(1), 1);
    QCOMPARE(table.row(1), 1);
    QCOMPARE(table.attributes(1), SeatAttributes(SeatAttribute::Wheelchair));
    QCOMPARE(table.topLeft(), (PlanPoint {-2, -16}));
    QCOMPARE(table.bottomRight(), (PlanPoint {60, 13}));
}

void TestSeatTable::straightRow_linksEverySeat()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, line(0, 0, 5)).table();
    QCOMPARE(walkRight(table, 0), (QList<qint32> {0, 1, 2, 3, 4}));
    QCOMPARE(table.left(0), kNone);
    verifyInverse(table);
}

void TestSeatTable::aisleInOneRow_separates()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, line(0, 0, 4) + line(75 + 45, 0, 4)).table();
    QCOMPARE(table.right(3), kNone);
    QCOMPARE(table.left(4), kNone);
    QCOMPARE(walkRight(table, 4), (QList<qint32> {4, 5, 6, 7}));
}

void TestSeatTable::aisleBetweenPieces_separates()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, line(0, 0, 4)).row(u"A"_s, line(75 + 45, 0, 4)).table();
    QCOMPARE(table.right(3), kNone);
    QCOMPARE(table.left(4), kNone);
}

void TestSeatTable::cutRowWithoutGap_isJoined()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, line(0, 0, 4)).row(u"A"_s, line(100, 0, 1)).row(u"A"_s, line(125, 0, 3)).table();
    QCOMPARE(walkRight(table, 0), (QList<qint32> {0, 1, 2, 3, 4, 5, 6, 7}));
    verifyInverse(table);
}

void TestSeatTable::piecesInAnyOrder_areJoinedInPlace()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, line(100, 0, 4)).row(u"B"_s, line(0, 30, 8)).row(u"A"_s, line(0, 0, 4)).table();
    QCOMPARE(walkRight(table, 12), (QList<qint32> {12, 13, 14, 15, 0, 1, 2, 3}));
    QCOMPARE(walkRight(table, 4), (QList<qint32> {4, 5, 6, 7, 8, 9, 10, 11}));
}

void TestSeatTable::oddAndEvenHalves_runInOneDirection()
{
    // 7 5 3 1 | 2 4 6 8 10, listed from the middle outwards.
    QList<PlanPoint> odd = line(0, 0, 4);
    std::reverse(odd.begin(), odd.end());
    const SeatTable table = PlanBuilder().row(u"A"_s, odd + line(100, 0, 5)).table();
    QCOMPARE(walkRight(table, 3), (QList<qint32> {3, 2, 1, 0, 4, 5, 6, 7, 8}));
    verifyInverse(table);
}

void TestSeatTable::curvedRow_linksEverySeat()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, arc({0, 0}, 120, 0, 12, 16)).table();
    QCOMPARE(walkRight(table, 0).size(), 16);
    verifyInverse(table);
}

void TestSeatTable::curvedRow_joinsPiecesAlongTheCurve()
{
    const SeatTable table = PlanBuilder()
                                .row(u"A"_s, arc({0, 0}, 120, 0, 12, 5))
                                .row(u"A"_s, arc({0, 0}, 120, 60, 12, 5))
                                .row(u"A"_s, arc({0, 0}, 120, 132, 12, 3))
                                .row(u"B"_s, arc({0, 0}, 148, 0, 10, 12))
                                .table();
    QCOMPARE(walkRight(table, 0), (QList<qint32> {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QCOMPARE(walkRight(table, 10), (QList<qint32> {10, 11, 12}));
    QCOMPARE(walkRight(table, 13).size(), 12);
    verifyInverse(table);
}

void TestSeatTable::rowBehind_isNoNeighbour()
{
    // Same label twice, one behind the other at the very pitch of the row.
    const SeatTable table = PlanBuilder().row(u"A"_s, line(0, 0, 3)).row(u"A"_s, line(0, 25, 3)).table();
    QCOMPARE(walkRight(table, 0), (QList<qint32> {0, 1, 2}));
    QCOMPARE(walkRight(table, 3), (QList<qint32> {3, 4, 5}));
}

void TestSeatTable::otherSection_isNoNeighbour()
{
    const SeatTable table = PlanBuilder().section().row(u"A"_s, line(0, 0, 3)).section().row(u"A"_s, line(75, 0, 3)).table();
    QCOMPARE(table.right(2), kNone);
    QCOMPARE(table.left(3), kNone);
}

void TestSeatTable::differentLabels_joinOnlyInLine()
{
    const SeatTable inLine = PlanBuilder().row(u"A"_s, line(0, 0, 4)).row(u"W"_s, line(100, 0, 2)).table();
    QCOMPARE(inLine.right(3), 4);
    const SeatTable offset = PlanBuilder().row(u"A"_s, line(0, 0, 4)).row(u"W"_s, line(98, 14, 2)).table();
    QCOMPARE(offset.right(3), kNone);
}

void TestSeatTable::longTable_linksAlongNotAcross()
{
    // Numbered across the table: 0 1 / 2 3 / 4 5 / 6 7.
    QList<PlanPoint> seats;
    for (int i = 0; i < 4; ++i)
        seats << PlanPoint {0, i * 25.0} << PlanPoint {60, i * 25.0};
    const SeatTable table = PlanBuilder().row(u"1"_s, seats).table();
    QCOMPARE(walkRight(table, 0), (QList<qint32> {0, 2, 4, 6}));
    QCOMPARE(walkRight(table, 1), (QList<qint32> {1, 3, 5, 7}));
    verifyInverse(table);
}

void TestSeatTable::roundTable_isAnOpenRing()
{
    const SeatTable table = PlanBuilder().row(u"1"_s, arc({0, 0}, 33, 0, 45, 8)).table();
    QCOMPARE(walkRight(table, 0), (QList<qint32> {0, 1, 2, 3, 4, 5, 6, 7}));
    verifyInverse(table);
}

void TestSeatTable::boxOfFour_linksFrontAndBackPairs()
{
    const SeatTable table = PlanBuilder().row(u"Box 1"_s, {{0, 0}, {25, 0}, {25, 25}, {0, 25}}).table();
    QCOMPARE(walkRight(table, 0), (QList<qint32> {0, 1}));
    QCOMPARE(walkRight(table, 2), (QList<qint32> {2, 3}));
}

void TestSeatTable::coincidentSeats_areNotNeighbours()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, line(0, 0, 4)).row(u"A"_s, line(0, 0, 4)).row(u"B"_s, {{0, 50}, {0, 50}}).table();
    QCOMPARE(walkRight(table, 0), (QList<qint32> {0, 1, 2, 3}));
    QCOMPARE(walkRight(table, 4), (QList<qint32> {4, 5, 6, 7}));
    QCOMPARE(table.right(8), kNone);
    verifyInverse(table);
}

void TestSeatTable::singleSeats_standAlone()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, {{0, 0}}).row(u"B"_s, {{0, 25}}).row(u"C"_s, {{25, 25}}).table();
    for (qint32 s = 0; s < table.size(); ++s) {
        QCOMPARE(table.left(s), kNone);
        QCOMPARE(table.right(s), kNone);
    }
}

void TestSeatTable::sectionSeats_areInIndexOrder()
{
    const SeatTable table = PlanBuilder().section().row(u"A"_s, line(0, 0, 3)).section().section().row(u"A"_s, line(0, 99, 2)).table();
    QCOMPARE(table.sectionCount(), 3);
    QCOMPARE(table.sectionSeats(0).size(), 3U);
    QVERIFY(table.sectionSeats(1).empty());
    QCOMPARE(table.sectionSeats(2)[0], 3);
    QCOMPARE(table.sectionSeats(2)[1], 4);
}

void TestSeatTable::seatAt_findsTheNearestDisc()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, line(0, 0, 3)).table();
    QCOMPARE(table.seatAt({9, 0}), 0);
    QCOMPARE(table.seatAt({12, 0}), kNone);
    QCOMPARE(table.seatAt({12, 0}, 3), 0);
    QCOMPARE(table.seatAt({13, 0}, 3), 1);
    QCOMPARE(table.seatAt({-1e9, 1e9}, 3), kNone);
}

void TestSeatTable::seatAt_prefersTheSeatDrawnLast()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, {{0, 0}, {0, 0}, {100, 0}}).table();
    QCOMPARE(table.seatAt({3, 3}), 1);
}

void TestSeatTable::seatsWithin_answersCentresOnly()
{
    const SeatTable table = PlanBuilder().row(u"A"_s, line(0, 0, 5)).table();
    auto seats = table.seatsWithin({20, -1}, {76, 1});
    std::sort(seats.begin(), seats.end());
    QCOMPARE(seats, (std::vector<qint32> {1, 2, 3}));
}

void TestSeatTable::toward_followsTheScreen()
{
    using enum SeatTable::Direction;
    // Numbered from right to left, second row staggered, third across an aisle.
    QList<PlanPoint> front = line(0, 0, 4);
    std::reverse(front.begin(), front.end());
    const SeatTable table = PlanBuilder().row(u"A"_s, front).row(u"B"_s, line(12, 30, 4)).row(u"C"_s, line(400, 0, 2)).table();
    QCOMPARE(table.toward(3, Right), 2);
    QCOMPARE(table.right(2), 3);
    QCOMPARE(table.toward(2, Left), 3);
    QCOMPARE(table.toward(3, Down), 4);
    QCOMPARE(table.toward(4, Up), 3);
    QCOMPARE(table.toward(0, Right), 8);
    QCOMPARE(table.toward(8, Left), 0);
    QCOMPARE(table.toward(3, Left), kNone);
    QCOMPARE(table.toward(3, Up), kNone);
}

void TestSeatTable::toward_passesSeatsOnOneSpot()
{
    using enum SeatTable::Direction;
    const SeatTable table = PlanBuilder().row(u"A"_s, line(0, 0, 3)).row(u"A"_s, {{25, 0}}).table();
    QCOMPARE(table.toward(0, Right), 1);
    QCOMPARE(table.toward(1, Right), 3);
    QCOMPARE(table.toward(3, Right), 2);
    QCOMPARE(table.toward(3, Left), 1);
    QCOMPARE(table.toward(1, Left), 0);
}

void TestSeatTable::everythingAgreesWithBruteForce()
{
    QRandomGenerator random(20);
    PlanBuilder builder;
    for (int r = 0; r < 40; ++r) {
        QList<PlanPoint> seats;
        for (int i = 0; i < 20; ++i)
            seats.append({random.bounded(800.0), random.bounded(500.0)});
        builder.row(QString::number(r % 7), seats);
    }
    const SeatTable table = builder.row(u"far"_s, {{900'000, -900'000}}).table();
    verifyInverse(table);

    for (int i = 0; i < 500; ++i) {
        const PlanPoint p {random.bounded(840.0) - 20, random.bounded(540.0) - 20};
        qint32 nearest = kNone;
        std::vector<qint32> inside;
        for (qint32 s = 0; s < table.size(); ++s) {
            const auto distance = [&](qint32 seat) { return std::hypot(table.position(seat).x - p.x, table.position(seat).y - p.y); };
            if (distance(s) <= 12 && (nearest == kNone || distance(s) <= distance(nearest)))
                nearest = s;
            const PlanPoint at = table.position(s);
            if (at.x >= p.x && at.x <= p.x + 60 && at.y >= p.y && at.y <= p.y + 30)
                inside.push_back(s);
        }
        QCOMPARE(table.seatAt(p, 2), nearest);
        auto found = table.seatsWithin(p, {p.x + 60, p.y + 30});
        std::sort(found.begin(), found.end());
        QCOMPARE(found, inside);
    }
}

// No time is asserted, but work that grows with the square of the seats would run into the test's own limit.
void TestSeatTable::stackedAndScatteredSeats_areBuiltQuickly()
{
    const QList<PlanPoint> spot(100'000, PlanPoint {1, 1});
    const SeatTable stacked = PlanBuilder().row(u"A"_s, spot).table();
    QCOMPARE(stacked.right(0), kNone);
    QCOMPARE(stacked.seatAt({1, 1}), 99'999);

    PlanBuilder singles;
    for (int i = 0; i < 50'000; ++i)
        singles.row(u"A"_s, {{double(i % 2), 0}});
    QCOMPARE(singles.table().size(), 50'000);

    PlanBuilder stadium;
    for (int r = 0; r < 1000; ++r)
        stadium.row(QString::number(r), arc({0, 0}, 5000 + r * 30, -90, 1.2, 100));
    const SeatTable table = stadium.table();
    QCOMPARE(table.size(), 100'000);
    QCOMPARE(walkRight(table, 0).size(), 100);
}

QTEST_APPLESS_MAIN(TestSeatTable)
#include "tst_seattable.moc"
