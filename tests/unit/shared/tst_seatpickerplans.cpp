// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/domain/seatpicker.h"
#include "shared/planio/pretixplan.h"
#include "tests/unit/shared/everygroup.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace parterre;
using namespace parterre::planio;
using namespace parterre::test;
using namespace Qt::StringLiterals;

namespace {

using Seats = std::vector<qint32>;

std::vector<SeatState> sold(qint32 seats, int percent, QRandomGenerator &random)
{
    std::vector<SeatState> states(static_cast<std::size_t>(seats), SeatState::Free);
    for (SeatState &state : states) {
        if (random.bounded(100) < percent)
            state = static_cast<SeatState>(1 + random.bounded(3));
    }
    return states;
}

// The group cut where two seats are no elbow neighbours.
std::vector<Seats> piecesOf(const SeatTable &table, const Seats &seats)
{
    std::vector<Seats> pieces;
    for (const qint32 seat : seats) {
        if (pieces.empty() || table.left(seat) != pieces.back().back())
            pieces.emplace_back();
        pieces.back().push_back(seat);
    }
    return pieces;
}

double gap(const SeatTable &table, const Seats &front, const Seats &rear)
{
    double nearest = 1e9;
    for (const qint32 a : front) {
        for (const qint32 b : rear)
            nearest = std::min(nearest, std::hypot(table.position(a).x - table.position(b).x, table.position(a).y - table.position(b).y));
    }
    return nearest;
}

} // namespace

// Real and demonstration plans, at every stage of selling.
class TestSeatPickerPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOffer_isValid_data();
    void everyOffer_isValid();
    void freshHouse_isOfferedFromTheMiddle();
    void soldOutByOffers_endsEmptyWithFewOrphans();

private:
    void judge(const Plan &plan, const SeatTable &table, const SeatPicker &picker, const SeatQuery &query, const std::vector<SeatState> &states);

    std::map<GroupShape, int> m_shapes;
};

void TestSeatPickerPlans::everyOffer_isValid_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::newRow("main house") << mainHousePlan();
    QTest::newRow("studio cinema") << studioCinemaPlan();
    for (const char *name : {"tiptip-show1-polygon.json", "riethsporthalle-erfurt.pretix.json", "riethsporthalle-erfurt.early.json",
                             "seatmap-canvas-stadium.json", "beer-benches-generated.json"}) {
        QFile file(QStringLiteral(PARTERRE_SOURCE_DIR "/../shared/plans/pretix/") + QString::fromLatin1(name));
        Plan plan;
        if (file.open(QIODevice::ReadOnly)) {
            const Result<ImportResult> imported = readPretixPlan(file.readAll());
            QVERIFY2(imported.ok(), name);
            plan = imported->plan;
        }
        QTest::newRow(name) << plan;
    }
}

void TestSeatPickerPlans::judge(const Plan &plan, const SeatTable &table, const SeatPicker &picker, const SeatQuery &query,
                                const std::vector<SeatState> &states)
{
    const Asked asked(plan, query, states);
    const std::vector<SeatOffer> offers = picker.offers(query, states);
    const auto ordinaryLeft = std::count_if(asked.seats().begin(), asked.seats().end(), [&](const PlacedSeat &placed) { return asked.mayHave(placed) && placed.isOrdinary(); });
    if (query.wheelchairs == 0 && query.lost.empty())
        QCOMPARE(offers.empty(), ordinaryLeft < query.size);
    Seats taken;
    for (const SeatOffer &offer : offers) {
        QVERIFY(asked.isFulfilledBy(offer.seats));
        QCOMPARE(isTogether(asked.seats(), table, offer.seats), offer.isTogether());
        for (const qint32 seat : offer.seats)
            QVERIFY(std::find(taken.begin(), taken.end(), seat) == taken.end());
        taken.insert(taken.end(), offer.seats.begin(), offer.seats.end());
        ++m_shapes[offer.score.shape];
        if (offer.score.shape != GroupShape::Stacked)
            continue;
        const std::vector<Seats> pieces = piecesOf(table, offer.seats);
        QCOMPARE(static_cast<qint32>(pieces.size()), offer.score.parts);
        for (std::size_t p = 1; p < pieces.size(); ++p)
            QVERIFY(gap(table, pieces[p - 1], pieces[p]) <= SeatCost::kTableGap * picker.view().seatWidth());
    }
}

void TestSeatPickerPlans::everyOffer_isValid()
{
    QFETCH(const Plan, plan);
    if (plan.sections.isEmpty())
        QSKIP("The real plan is not on this machine; its licence keeps it out of the project.");
    const SeatTable table(plan);
    const SeatPicker picker(plan, table);
    QRandomGenerator random(3);
    m_shapes.clear();
    for (const int percent : {0, 40, 80, 95}) {
        const std::vector<SeatState> states = sold(table.size(), percent, random);
        for (const qint32 size : {1, 2, 3, 4, 6, 8, 13, 30}) {
            judge(plan, table, picker, {.size = size}, states);
            const Seats category {random.bounded(static_cast<qint32>(plan.categories.size()))};
            judge(plan, table, picker, {.size = size, .categories = category}, states);
            judge(plan, table, picker, {.size = size, .section = random.bounded(static_cast<qint32>(plan.sections.size()))}, states);
            for (qint32 wheelchairs = 1; wheelchairs <= std::min(2, size); ++wheelchairs)
                judge(plan, table, picker, {.size = size, .wheelchairs = wheelchairs}, states);
            Seats lost;
            for (qint32 s = random.bounded(table.size() - size), end = s + size; s < end; ++s)
                lost.push_back(s);
            if (const SeatQuery query = picker.likeGroup(lost); query.wheelchairs == 0)
                judge(plan, table, picker, query, states);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"%1 people, %2 % sold"_s.arg(size).arg(percent)));
        }
    }
    qInfo("%d together, %d stacked, %d scattered", m_shapes[GroupShape::Together], m_shapes[GroupShape::Stacked], m_shapes[GroupShape::Scattered]);
    QVERIFY(m_shapes[GroupShape::Together] > 50);
}

void TestSeatPickerPlans::freshHouse_isOfferedFromTheMiddle()
{
    for (const Plan &plan : {mainHousePlan(), studioCinemaPlan()}) {
        const SeatTable table(plan);
        const SeatPicker picker(plan, table);
        const SeatOffer offer = picker.offers({.size = 2}, std::vector<SeatState>(static_cast<std::size_t>(table.size()))).front();
        QVERIFY(offer.offAxis < 1.5);
        QCOMPARE(offer.rowsBefore, 0);
        QCOMPARE(offer.score.stranded, 0);
    }
}

// A whole house sold by taking the first offer of groups as they come.
void TestSeatPickerPlans::soldOutByOffers_endsEmptyWithFewOrphans()
{
    const Plan plan = mainHousePlan();
    const SeatTable table(plan);
    const SeatPicker picker(plan, table);
    std::vector<SeatState> states(static_cast<std::size_t>(table.size()));
    QRandomGenerator random(4);
    qint32 soldSeats = 0;
    qint32 together = 0;
    qint32 groups = 0;
    qint32 stranded = 0;
    for (int refused = 0; refused < 20;) {
        const std::vector<SeatOffer> offers = picker.offers({.size = 1 + random.bounded(6)}, states);
        if (offers.empty()) {
            ++refused;
            continue;
        }
        ++groups;
        together += offers.front().isTogether();
        if (soldSeats < table.size() * 9 / 10)
            stranded += offers.front().score.stranded;
        soldSeats += static_cast<qint32>(offers.front().seats.size());
        for (const qint32 seat : offers.front().seats)
            states[static_cast<std::size_t>(seat)] = SeatState::Sold;
    }
    qInfo("%d groups, %d of them together; %d orphans before nine tenths were sold", groups, together, stranded);
    for (qint32 spot = 0; spot < picker.runs().size(); ++spot)
        QCOMPARE(states[static_cast<std::size_t>(picker.runs().seat(spot))] == SeatState::Sold, picker.runs().isOrdinary(spot));
    QVERIFY(together * 100 >= groups * 90);
    QCOMPARE(stranded, 0);
}

QTEST_APPLESS_MAIN(TestSeatPickerPlans)
#include "tst_seatpickerplans.moc"
