// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/domain/orphanrule.h"
#include "shared/domain/planvalidation.h"
#include "shared/domain/seatpicker.h"

#include <QTest>

#include <numeric>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

// The demo's cabaret: five tables of four that are sold whole (0 to 19), five of six (20 to 49) and three of eight (50
// to 73) by the seat, and 150 places to stand (74 to 223).
constexpr qint32 kSeats = 74;
constexpr qint32 kPlaces = 224;

std::vector<SeatState> free(qint32 places = kPlaces)
{
    return std::vector<SeatState>(static_cast<std::size_t>(places), SeatState::Free);
}

void sell(std::vector<SeatState> &states, qint32 first, qint32 end)
{
    std::fill(states.begin() + first, states.begin() + end, SeatState::Sold);
}

std::vector<qint32> range(qint32 first, qint32 end)
{
    std::vector<qint32> places(static_cast<std::size_t>(end - first));
    std::iota(places.begin(), places.end(), first);
    return places;
}

} // namespace

class TestPlaceGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plan_countsSeatsAndPlaces();
    void everyPlace_knowsItsTableAndArea();
    void cutTables_areNamedWithAllTheirSeats();
    void table_isARingOpenAtItsEnds();
    void tablesThatTouch_areNobodysNeighbours();
    void areas_stretchTheBounds();
    void planOfAreasOnly_hasNoSeatAndIsSound();
    void picker_offersWholeTablesOnlyToThoseWhoFillThem();
    void picker_leavesBrokenTablesAlone();
    void picker_seatsPeopleRoundATable();
    void picker_neverOffersPlacesOfAreas();
    void orphans_areNoneAtWholeTablesAndInAreas();

private:
    const Plan m_plan = cabaretPlan();
    const SeatTable m_table {m_plan};
    const SeatPicker m_picker {m_plan, m_table};
};

void TestPlaceGroups::plan_countsSeatsAndPlaces()
{
    QVERIFY(validatePlan(m_plan).isEmpty());
    QCOMPARE(seatCount(m_plan), kSeats);
    QCOMPARE(placeCount(m_plan), kPlaces);
    QCOMPARE(m_table.size(), kSeats);
    QCOMPARE(m_table.placeCount(), kPlaces);
    qint32 next = 0;
    forEachSeat(m_plan, [&next](const Seat &seat) { QCOMPARE(seat.index, next++); });
    QCOMPARE(next, kSeats);
    QCOMPARE(areaPlaceLabel(m_plan.sections[2].areas[0], 90), u"Standing 17"_s);
}

void TestPlaceGroups::everyPlace_knowsItsTableAndArea()
{
    const PlaceGroups &groups = m_table.groups();
    QCOMPARE(groups.tables().size(), 13U);
    QCOMPARE(groups.areaCount(), 1);
    for (qint32 place = 0; place < kPlaces; ++place) {
        const qint32 table = place < 20 ? place / 4 : place < 50 ? 5 + (place - 20) / 6 : place < kSeats ? 10 + (place - 50) / 8 : PlaceGroups::kNone;
        QCOMPARE(groups.tableOf(place), table);
        QCOMPARE(groups.wholeTableOf(place), place < 20 ? table : PlaceGroups::kNone);
        QCOMPARE(groups.areaOf(place), place < kSeats ? PlaceGroups::kNone : 0);
        QCOMPARE(m_table.section(place), place < 20 ? 0 : place < kSeats ? 1 : 2);
        QCOMPARE(m_table.category(place), place < 20 ? 0 : place < kSeats ? 1 : 2);
    }
    QCOMPARE(groups.areaOf(kPlaces), PlaceGroups::kNone);
    QCOMPARE(groups.areaOf(-1), PlaceGroups::kNone);
    QCOMPARE(m_table.row(19), 4);
    QCOMPARE(m_table.row(20), 5);
    QVERIFY(m_table.sectionSeats(2).empty());
}

void TestPlaceGroups::cutTables_areNamedWithAllTheirSeats()
{
    const PlaceGroups &groups = m_table.groups();
    const auto cut = [&groups](const std::vector<qint32> &places) { return groups.cutTables(places); };
    QVERIFY(cut({}).isEmpty());
    QVERIFY(cut({20, 21, 50, 74, 223, -1, 9'999}).isEmpty());
    QVERIFY(cut({3, 1, 0, 2}).isEmpty());
    QCOMPARE(cut({5, 5, 5, 5}), (QList<qint32> {4, 5, 6, 7}));
    QCOMPARE(cut({17, 74, 0, 1, 2, 3, 4}), (QList<qint32> {4, 5, 6, 7, 16, 17, 18, 19}));
}

void TestPlaceGroups::table_isARingOpenAtItsEnds()
{
    for (const auto &[first, end] : {std::pair {0, 4}, std::pair {20, 26}, std::pair {50, 58}}) {
        QCOMPARE(m_table.left(first), SeatTable::kNone);
        QCOMPARE(m_table.right(end - 1), SeatTable::kNone);
        for (qint32 seat = first; seat + 1 < end; ++seat) {
            QCOMPARE(m_table.right(seat), seat + 1);
            QCOMPARE(m_table.left(seat + 1), seat);
        }
    }
}

void TestPlaceGroups::tablesThatTouch_areNobodysNeighbours()
{
    // Three tables in one line at the pitch of a row, and a row that goes on from them.
    Plan plan {.name = u"Beer hall"_s, .categories = {{.key = u"a"_s, .name = u"A"_s}}};
    plan.sections = {{.name = u"Hall"_s}};
    qint32 index = 0;
    const auto seats = [&index] {
        QList<Seat> list;
        for (int i = 0; i < 3; ++i, ++index)
            list.append({.index = index, .number = QString::number(index), .label = QString::number(index), .position = {index * 25.0, 0}});
        return list;
    };
    plan.sections[0].rows = {{.label = u"1"_s, .seats = seats()}};
    for (int t = 0; t < 3; ++t)
        plan.sections[0].tables.append({.label = QString::number(t), .seats = seats()});
    const SeatTable table(plan);
    for (qint32 seat = 0; seat < 12; ++seat)
        QCOMPARE(table.right(seat), seat % 3 == 2 ? SeatTable::kNone : seat + 1);
}

void TestPlaceGroups::areas_stretchTheBounds()
{
    QCOMPARE(m_table.topLeft().x, 70.0);
    QCOMPARE(m_table.bottomRight(), (PlanPoint {690, 578}));
}

void TestPlaceGroups::planOfAreasOnly_hasNoSeatAndIsSound()
{
    Plan plan {.name = u"Field"_s, .size = {100, 100}, .categories = {{.key = u"a"_s, .name = u"A"_s}}};
    plan.sections = {{.name = u"Field"_s, .areas = {{.name = u"Meadow"_s, .outline = {{10, 20}, {90, 20}, {50, 80}}, .capacity = 5'000}}}};
    QVERIFY(validatePlan(plan).isEmpty());
    const SeatTable table(plan);
    QCOMPARE(table.size(), 0);
    QCOMPARE(table.placeCount(), 5'000);
    QCOMPARE(table.topLeft(), (PlanPoint {10, 20}));
    QCOMPARE(table.seatAt({50, 50}, 5), SeatTable::kNone);
    const SeatPicker picker(plan, table);
    QVERIFY(picker.offers({.size = 2}, free(5'000)).empty());
}

void TestPlaceGroups::picker_offersWholeTablesOnlyToThoseWhoFillThem()
{
    for (qint32 size = 1; size <= 8; ++size) {
        const std::vector<SeatOffer> offers = m_picker.offers({.size = size}, free());
        QVERIFY(!offers.empty());
        for (const SeatOffer &offer : offers) {
            QCOMPARE(offer.seats.size(), static_cast<std::size_t>(size));
            const bool atWhole = offer.seats.front() < 20;
            QVERIFY2(!atWhole || size == 4, qPrintable(QString::number(size)));
            QVERIFY(m_table.groups().cutTables(offer.seats).isEmpty());
        }
    }
    // They stand at the stage, so they are the best for four.
    const std::vector<SeatOffer> four = m_picker.offers({.size = 4}, free());
    QCOMPARE(four.size(), 3U);
    QCOMPARE(four[0].seats, range(8, 12)); // in the middle
    QVERIFY(four[0].isTogether());
    QCOMPARE(four[0].reason, OfferReason::BestView);
}

void TestPlaceGroups::picker_leavesBrokenTablesAlone()
{
    std::vector<SeatState> states = free();
    for (const qint32 seat : {0, 5, 10, 15, 19})
        states[static_cast<std::size_t>(seat)] = SeatState::Sold;
    for (const SeatOffer &offer : m_picker.offers({.size = 4}, states))
        QVERIFY(offer.seats.front() >= 20);
    sell(states, 20, kSeats);
    QVERIFY(m_picker.offers({.size = 3}, states).empty());
    QVERIFY(m_picker.offers({.size = 1}, states).empty());
    // Who holds one of its seats gives it back for the offer.
    const std::vector<qint32> own {10};
    const std::vector<SeatOffer> offers = m_picker.offers({.size = 4, .own = own}, states);
    QCOMPARE(offers.size(), 1U);
    QCOMPARE(offers[0].seats, range(8, 12));
    // Not on sale, not offered.
    const std::vector<std::optional<qint64>> prices {std::nullopt, 3'000, 2'000};
    QVERIFY(m_picker.offers({.size = 4, .prices = prices, .own = own}, states).empty());
}

void TestPlaceGroups::picker_seatsPeopleRoundATable()
{
    std::vector<SeatState> states = free();
    sell(states, 0, 58);
    sell(states, 66, kSeats);
    const std::vector<SeatOffer> offers = m_picker.offers({.size = 8}, states);
    QCOMPARE(offers.size(), 1U);
    QVERIFY(offers[0].isTogether());
    QCOMPARE(offers[0].seats, range(58, 66));
}

void TestPlaceGroups::picker_neverOffersPlacesOfAreas()
{
    std::vector<SeatState> states = free();
    sell(states, 0, kSeats);
    for (const qint32 size : {1, 2, 74})
        QVERIFY(m_picker.offers({.size = size}, states).empty());
    const std::vector<qint32> lost {80, 81};
    QVERIFY(m_picker.offers(m_picker.likeGroup(lost), free()).empty());
}

void TestPlaceGroups::orphans_areNoneAtWholeTablesAndInAreas()
{
    const std::vector<qint32> wanted {0, 1, 2, 74, 75, 77};
    QVERIFY(strandedBy(m_picker.runs(), free(), wanted).empty());
    QCOMPARE(judgeOrphans(OrphanRule::Block, false, m_picker.runs(), free(), wanted).verdict, OrphanVerdict::Fine);
    // By the seat, it is as in a row.
    const std::vector<qint32> gap {27, 28, 29, 30, 74};
    QCOMPARE(strandedBy(m_picker.runs(), free(), gap), (std::vector<qint32> {26, 31}));
    QCOMPARE(judgeOrphans(OrphanRule::Block, false, m_picker.runs(), free(), gap).verdict, OrphanVerdict::Refused);
}

QTEST_APPLESS_MAIN(TestPlaceGroups)
#include "tst_placegroups.moc"
