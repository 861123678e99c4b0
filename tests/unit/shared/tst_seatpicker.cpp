// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seatpicker.h"
#include "tests/unit/shared/smallhouse.h"

#include <QTest>

#include <algorithm>

using namespace parterre;
using namespace parterre::test;

namespace {

using Seats = std::vector<qint32>;
using Prices = std::vector<std::optional<qint64>>;

struct House {
    // One character a seat: '.' free, else sold. Without `pattern` all seats are free.
    explicit House(const HouseBuilder &builder, const char *pattern = "") : table(builder.plan()), picker(builder.plan(), table)
    {
        states.resize(static_cast<std::size_t>(table.size()));
        for (std::size_t i = 0; i < states.size() && pattern[i] != '\0'; ++i)
            states[i] = pattern[i] == '.' ? SeatState::Free : SeatState::Sold;
    }

    [[nodiscard]] std::vector<SeatOffer> offers(const SeatQuery &query) const { return picker.offers(query, states); }
    // Of the first offer, sorted; none: nothing was offered.
    [[nodiscard]] Seats best(const SeatQuery &query) const
    {
        const std::vector<SeatOffer> all = offers(query);
        Seats seats = all.empty() ? Seats {} : all.front().seats;
        std::sort(seats.begin(), seats.end());
        return seats;
    }

    SeatTable table;
    SeatPicker picker;
    std::vector<SeatState> states;
};

// Three rows of nine before a focal point.
HouseBuilder theatre()
{
    return HouseBuilder().focus({100, -100}).line(0, 0, 9).line(0, 30, 9).line(0, 60, 9);
}

} // namespace

class TestSeatPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bestSeats_areInTheMiddleOfTheFront();
    void offers_areThreeAndShareNoSeat();
    void curvedRow_isPickedAlongTheCurve();
    void aisle_keepsGroupsOnOneSide();
    void single_isNotStrandedForABetterView();
    void single_isStrandedRatherThanTheGroupTorn();
    void gapOfTheRightSize_isFilled();
    void onePerson_fillsAnOrphanSeat();
    void restrictedView_isAvoided();
    void categoriesAndSection_areKept();
    void categoryWithoutAPrice_isNotOffered();
    void price_isTheSumOfTheSeats();
    void thirdOffer_isCheaperWhenPricesDiffer();
    void largeGroup_isStackedOverRows();
    void stackedGroup_isEvenAndLeavesNobodyAlone();
    void stackedGroup_standsRightBehindEachOther();
    void groupAtATable_sitsOpposite();
    void scatteredGroup_hasFewestPiecesAndComesAlone();
    void wheelchairPlaces_areOnlyForThoseWhoAsk();
    void companion_sitsBesideTheWheelchair();
    void companionBehind_isTogether();
    void companionFarFromItsPlace_isNotOverlooked();
    void wheelchairAlone_prefersAPlaceWithoutCompanion();
    void everyWheelchair_hasACompanionBeforeFriendsComeAlong();
    void accessibleGroup_isDividedWhenItMustBe();
    void ownHolds_countAsFree();
    void lostGroup_isReplacedByTheNearestEqualOne();
    void lostGroup_staysInItsPriceClass();
    void impossibleQueries_getNothing();
    void sameQuestion_sameAnswer();
};

void TestSeatPicker::bestSeats_areInTheMiddleOfTheFront()
{
    const House house(theatre());
    QCOMPARE(house.best({.size = 3}), (Seats {3, 4, 5}));
    const SeatOffer offer = house.offers({.size = 3}).front();
    QVERIFY(offer.isTogether());
    QCOMPARE(offer.reason, OfferReason::BestView);
    QCOMPARE(offer.fromFocus, 4.0);
    QCOMPARE(offer.offAxis, 0.0);
    QCOMPARE(offer.rowsBefore, 0);
    QCOMPARE(offer.price, std::nullopt);
    QCOMPARE(house.offers({.size = 9})[1].rowsBefore, 1);
}

void TestSeatPicker::offers_areThreeAndShareNoSeat()
{
    const House house(theatre());
    const std::vector<SeatOffer> offers = house.offers({.size = 4});
    QCOMPARE(offers.size(), 3U);
    QVERIFY(offers[0].score <= offers[1].score && offers[1].score <= offers[2].score);
    QCOMPARE(offers[1].reason, OfferReason::NextBest);
    Seats all;
    for (const SeatOffer &offer : offers)
        all.insert(all.end(), offer.seats.begin(), offer.seats.end());
    std::sort(all.begin(), all.end());
    QVERIFY(std::adjacent_find(all.begin(), all.end()) == all.end());
}

void TestSeatPicker::curvedRow_isPickedAlongTheCurve()
{
    const House house(HouseBuilder().focus({0, 0}).arc({0, 0}, 150, 90, 11));
    QCOMPARE(house.best({.size = 5}), (Seats {3, 4, 5, 6, 7}));
}

void TestSeatPicker::aisle_keepsGroupsOnOneSide()
{
    const House house(HouseBuilder().focus({100, -100}).line(0, 0, 4).line(125, 0, 4));
    QCOMPARE(house.best({.size = 2}), (Seats {2, 3}));
    QCOMPARE(house.best({.size = 4}), (Seats {0, 1, 2, 3}));
    QVERIFY(!house.offers({.size = 5}).front().isTogether());
}

void TestSeatPicker::single_isNotStrandedForABetterView()
{
    // Before the stage a gap of three, far back one of two.
    const House house(HouseBuilder().focus({25, -50}).line(0, 0, 3).line(0, 500, 2));
    QCOMPARE(house.best({.size = 2}), (Seats {3, 4}));
    QCOMPARE(house.offers({.size = 2})[1].score.stranded, 1);
}

void TestSeatPicker::single_isStrandedRatherThanTheGroupTorn()
{
    const House house(HouseBuilder().focus({25, -50}).line(0, 0, 3).line(0, 30, 2), "...xx");
    QCOMPARE(house.offers({.size = 2}).front().score.stranded, 1);
    const House pairs(HouseBuilder().focus({25, -50}).line(0, 0, 5).line(0, 30, 2).line(0, 60, 2));
    QCOMPARE(pairs.offers({.size = 4}).front().score, (GroupScore {GroupShape::Together, 1, 0, 1, pairs.offers({.size = 4}).front().score.cost}));
}

void TestSeatPicker::gapOfTheRightSize_isFilled()
{
    // Right before the focal point are four, beside them a gap of two at nearly the same distance.
    const House house(HouseBuilder().focus({112.5, -100}).line(0, 0, 10), "..x.....xx");
    QCOMPARE(house.best({.size = 2}), (Seats {3, 4}));
    const House gap(HouseBuilder().focus({87.5, -100}).line(0, 0, 9), "xx..x....");
    QCOMPARE(gap.best({.size = 2}), (Seats {2, 3}));
}

void TestSeatPicker::onePerson_fillsAnOrphanSeat()
{
    // Of seats about as good, the one nobody else wants.
    const House house(HouseBuilder().focus({125, -100}).line(0, 0, 9), "..x.x....");
    QCOMPARE(house.best({.size = 1}), (Seats {3}));
    const House far(HouseBuilder().focus({125, -100}).line(0, 0, 9), "x.x......");
    QVERIFY(far.best({.size = 1}) != Seats {1});
}

void TestSeatPicker::restrictedView_isAvoided()
{
    HouseBuilder pillar = theatre();
    pillar.seat(4).attributes = SeatAttribute::RestrictedView;
    const Seats seats = House(pillar).best({.size = 3});
    QVERIFY(std::find(seats.begin(), seats.end(), 4) == seats.end());
}

void TestSeatPicker::categoriesAndSection_areKept()
{
    const House house(HouseBuilder().focus({100, -100}).line(0, 0, 9).line(0, 30, 9, 1).section().line(0, 60, 9, 1).line(0, 90, 9, 2));
    const std::vector<qint32> second {1};
    const std::vector<qint32> others {1, 2};
    QCOMPARE(house.best({.size = 3, .categories = second}), (Seats {12, 13, 14}));
    QCOMPARE(house.best({.size = 3, .section = 1}), (Seats {21, 22, 23}));
    QCOMPARE(house.best({.size = 9, .categories = others, .section = 1}).front(), 18);
    QVERIFY(house.best({.size = 3, .categories = std::span(second), .section = 7}).empty());
}

void TestSeatPicker::categoryWithoutAPrice_isNotOffered()
{
    const House house(HouseBuilder().focus({100, -100}).line(0, 0, 9).line(0, 30, 9, 1));
    const Prices prices {std::nullopt, 1'000};
    QCOMPARE(house.best({.size = 3, .prices = prices}), (Seats {12, 13, 14}));
    const Prices nothing {std::nullopt};
    QVERIFY(house.best({.size = 3, .prices = nothing}).empty());
}

void TestSeatPicker::price_isTheSumOfTheSeats()
{
    HouseBuilder builder = HouseBuilder().focus({100, -100}).line(0, 0, 9, 1);
    builder.recategorise(4, 0);
    const House house(builder);
    const Prices prices {5'000, 3'000};
    QCOMPARE(house.offers({.size = 3, .prices = prices}).front().price, 11'000);
}

void TestSeatPicker::thirdOffer_isCheaperWhenPricesDiffer()
{
    const House house(HouseBuilder().focus({100, -100}).line(0, 0, 9).line(0, 30, 9).line(0, 60, 9, 1).line(0, 90, 9, 2));
    const Prices prices {5'000, 5'000, 2'000};
    std::vector<SeatOffer> offers = house.offers({.size = 2, .prices = prices});
    QCOMPARE(offers.size(), 3U);
    QCOMPARE(offers[2].reason, OfferReason::Cheaper);
    QCOMPARE(offers[2].price, 4'000);
    QCOMPARE(offers[1].reason, OfferReason::NextBest);
    // Who asks for categories gets what was asked for.
    const std::vector<qint32> any {0, 1, 2};
    offers = house.offers({.size = 2, .categories = any, .prices = prices});
    QCOMPARE(offers[2].reason, OfferReason::NextBest);
    const Prices equal {5'000, 5'000, 5'000};
    QCOMPARE(house.offers({.size = 2, .prices = equal})[2].reason, OfferReason::NextBest);
}

void TestSeatPicker::largeGroup_isStackedOverRows()
{
    const House house(HouseBuilder().focus({37.5, -100}).line(0, 0, 4).line(0, 30, 4).line(0, 60, 4));
    std::vector<SeatOffer> offers = house.offers({.size = 8});
    QCOMPARE(offers.size(), 1U);
    QCOMPARE(offers[0].score.shape, GroupShape::Stacked);
    QVERIFY(!offers[0].isTogether());
    QCOMPARE(offers[0].score.parts, 2);
    QCOMPARE(offers[0].seats, (Seats {0, 1, 2, 3, 4, 5, 6, 7}));
    offers = house.offers({.size = 11});
    QCOMPARE(offers[0].score.parts, 3);
    QCOMPARE(offers[0].score.shape, GroupShape::Stacked);
}

void TestSeatPicker::stackedGroup_isEvenAndLeavesNobodyAlone()
{
    // Five in every row: six people sit three and three, or two and four, but not five and one; and strand nobody.
    const House house(HouseBuilder().focus({50, -100}).line(0, 0, 5).line(0, 30, 5));
    const SeatOffer offer = house.offers({.size = 6}).front();
    QCOMPARE(offer.score.shape, GroupShape::Stacked);
    QCOMPARE(offer.score.alone, 0);
    QCOMPARE(offer.score.stranded, 0);
    QCOMPARE(std::count_if(offer.seats.begin(), offer.seats.end(), [](qint32 s) { return s < 5; }), 3);
}

void TestSeatPicker::stackedGroup_standsRightBehindEachOther()
{
    // The gaps of three in the first two rows do not touch; those of the last two do.
    const House house(HouseBuilder().focus({100, -100}).line(0, 0, 9).line(0, 30, 9).line(0, 100, 9).line(0, 130, 9),
                      "...xxxxxx"
                      "xxxxxx..."
                      "xxx...xxx"
                      "xxxx...xx");
    QCOMPARE(house.best({.size = 6}), (Seats {21, 22, 23, 31, 32, 33}));
    QCOMPARE(house.offers({.size = 6}).front().score.shape, GroupShape::Stacked);
}

void TestSeatPicker::groupAtATable_sitsOpposite()
{
    QList<PlanPoint> table;
    for (int i = 0; i < 4; ++i)
        table << PlanPoint {0, i * 25.0} << PlanPoint {60, i * 25.0};
    const House house(HouseBuilder().focus({-500, 40}).row(table));
    const SeatOffer offer = house.offers({.size = 6}).front();
    QCOMPARE(offer.score.shape, GroupShape::Stacked);
    QCOMPARE(offer.score.parts, 2);
    QCOMPARE(offer.score.stranded, 0);
}

void TestSeatPicker::scatteredGroup_hasFewestPiecesAndComesAlone()
{
    const House house(HouseBuilder().focus({100, -100}).line(0, 0, 9).line(0, 300, 9),
                      ".x.x..x.x"
                      "...xxxxxx");
    const std::vector<SeatOffer> offers = house.offers({.size = 5});
    QCOMPARE(offers.size(), 1U);
    QCOMPARE(offers[0].score.shape, GroupShape::Scattered);
    QCOMPARE(house.best({.size = 5}), (Seats {4, 5, 9, 10, 11}));
    // With a pair together first, no torn pairs are offered beside it.
    const House pairs(HouseBuilder().focus({100, -100}).line(0, 0, 9), "..x.x.x.x");
    QCOMPARE(pairs.offers({.size = 2}).size(), 1U);
}

void TestSeatPicker::wheelchairPlaces_areOnlyForThoseWhoAsk()
{
    const House house(HouseBuilder().focus({75, -100}).line(0, 0, 7).companion(3, 2));
    QCOMPARE(house.best({.size = 3}), (Seats {4, 5, 6}));
    QVERIFY(house.offers({.size = 6}).empty());
    QCOMPARE(house.best({.size = 5}), (Seats {0, 1, 4, 5, 6}));
}

void TestSeatPicker::companion_sitsBesideTheWheelchair()
{
    const House house(HouseBuilder().focus({75, -100}).line(0, 0, 7).companion(0, 1).companion(5, 6));
    QCOMPARE(house.best({.size = 2, .wheelchairs = 1}), (Seats {0, 1}));
    QCOMPARE(house.best({.size = 3, .wheelchairs = 1}), (Seats {0, 1, 2}));
    const std::vector<SeatOffer> offers = house.offers({.size = 2, .wheelchairs = 1});
    QCOMPARE(offers.size(), 2U);
    QVERIFY(offers[0].isTogether() && offers[1].isTogether());
}

void TestSeatPicker::companionBehind_isTogether()
{
    const House house(HouseBuilder().focus({50, -100}).line(0, 0, 5).line(0, 30, 5).companion(7, 2));
    QCOMPARE(house.best({.size = 2, .wheelchairs = 1}), (Seats {2, 7}));
    QVERIFY(house.offers({.size = 2, .wheelchairs = 1}).front().isTogether());
    QCOMPARE(house.best({.size = 4, .wheelchairs = 1}).size(), 4U);
    QVERIFY(house.offers({.size = 4, .wheelchairs = 1}).front().isTogether());
}

void TestSeatPicker::companionFarFromItsPlace_isNotOverlooked()
{
    // A companion right at the front makes up for a place at the back; both places of the middle row are worse in sum.
    const House house(HouseBuilder().focus({0, 0}).line(0, 50, 1).line(0, 200, 2).companion(2, 1).line(0, 300, 2).companion(0, 3));
    QCOMPARE(house.best({.size = 2, .wheelchairs = 1}), (Seats {0, 3}));
}

void TestSeatPicker::wheelchairAlone_prefersAPlaceWithoutCompanion()
{
    HouseBuilder builder = HouseBuilder().focus({75, -100}).line(0, 0, 7).companion(2, 3).line(0, 300, 3);
    builder.seat(8).attributes = SeatAttribute::Wheelchair;
    const House house(builder);
    QCOMPARE(house.best({.size = 1, .wheelchairs = 1}), (Seats {8}));
    QCOMPARE(house.offers({.size = 1, .wheelchairs = 1})[1].seats, (Seats {3}));
    QCOMPARE(house.offers({.size = 1, .wheelchairs = 1})[1].score.stranded, 1);
}

void TestSeatPicker::everyWheelchair_hasACompanionBeforeFriendsComeAlong()
{
    // c W W c . . : two wheelchairs and two others take both companions, and a third takes the seat beside.
    const House house(HouseBuilder().focus({62, -100}).line(0, 0, 6).companion(0, 1).companion(3, 2));
    QCOMPARE(house.best({.size = 4, .wheelchairs = 2}), (Seats {0, 1, 2, 3}));
    QCOMPARE(house.best({.size = 5, .wheelchairs = 2}), (Seats {0, 1, 2, 3, 4}));
    QCOMPARE(house.best({.size = 2, .wheelchairs = 2}), (Seats {1, 2}));
}

void TestSeatPicker::accessibleGroup_isDividedWhenItMustBe()
{
    // Units at both ends of the rows, an aisle's width apart from each other only in the front row.
    const House house(HouseBuilder().focus({100, -100}).line(0, 0, 4).companion(2, 3).line(125, 0, 4).companion(5, 4).line(0, 300, 4).companion(8, 9));
    const SeatOffer offer = house.offers({.size = 4, .wheelchairs = 2}).front();
    QCOMPARE(house.best({.size = 4, .wheelchairs = 2}), (Seats {2, 3, 4, 5}));
    QVERIFY(!offer.isTogether());
    QCOMPARE(house.best({.size = 6, .wheelchairs = 2}).size(), 6U);
    QVERIFY(house.best({.size = 4, .wheelchairs = 4}).empty());
}

void TestSeatPicker::ownHolds_countAsFree()
{
    House house(theatre());
    const Seats own {3, 4, 5};
    for (const qint32 seat : own)
        house.states[static_cast<std::size_t>(seat)] = SeatState::Held;
    QVERIFY(house.best({.size = 3}) != own);
    QCOMPARE(house.best({.size = 3, .own = own}), own);
}

void TestSeatPicker::lostGroup_isReplacedByTheNearestEqualOne()
{
    House house(theatre());
    const Seats lost {24, 25, 26}; // the right end of the last row
    for (const qint32 seat : lost)
        house.states[static_cast<std::size_t>(seat)] = SeatState::Sold;
    const std::vector<SeatOffer> offers = house.offers(house.picker.likeGroup(lost));
    QCOMPARE(offers[0].seats, (Seats {15, 16, 17}));
    QCOMPARE(offers[0].reason, OfferReason::NearestLost);
    QCOMPARE(offers[0].fromLost, 30 / 25.0);
    QCOMPARE(offers.size(), 3U);
    const House unit(HouseBuilder().focus({75, -100}).line(0, 0, 7).companion(0, 1).companion(5, 6), "xx.....");
    const Seats pair {0, 1};
    QCOMPARE(unit.best(unit.picker.likeGroup(pair)), (Seats {5, 6}));
}

void TestSeatPicker::lostGroup_staysInItsPriceClass()
{
    // Category 1 is nearest, category 2 costs the same as the lost seats.
    House house(HouseBuilder().focus({100, -100}).line(0, 0, 4).line(0, 30, 4, 1).line(0, 200, 4, 2).line(0, 600, 4));
    for (qint32 s = 0; s < 4; ++s)
        house.states[static_cast<std::size_t>(s)] = SeatState::Held;
    const Seats lost {1, 2};
    const Prices prices {5'000, 3'000, 5'000};
    const std::vector<SeatOffer> offers = house.offers(house.picker.likeGroup(lost, prices));
    QCOMPARE(house.best(house.picker.likeGroup(lost, prices)).front() / 4, 2);
    for (const SeatOffer &offer : offers)
        QCOMPARE(offer.price, 10'000);
    QCOMPARE(house.best(house.picker.likeGroup(lost)).front() / 4, 3);
}

void TestSeatPicker::impossibleQueries_getNothing()
{
    const House house(theatre());
    for (const SeatQuery &query : {SeatQuery {.size = 0}, SeatQuery {.size = -1}, SeatQuery {.size = 28}, SeatQuery {.size = 1, .wheelchairs = 1},
                                   SeatQuery {.size = 1, .wheelchairs = 2}, SeatQuery {.size = 1, .wheelchairs = -1}})
        QVERIFY(house.offers(query).empty());
    QVERIFY(House(HouseBuilder()).offers({.size = 1}).empty());
    QCOMPARE(house.offers({.size = 27}).size(), 1U);
}

void TestSeatPicker::sameQuestion_sameAnswer()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 100; ++i) {
        const Plan plan = randomSmallHouse(random);
        const SeatTable table(plan);
        const std::vector<SeatState> states = randomStates(table.size(), table.size(), random);
        const SeatQuery query {.size = 1 + random.bounded(8)};
        const std::vector<SeatOffer> one = SeatPicker(plan, table).offers(query, states);
        const std::vector<SeatOffer> other = SeatPicker(plan, table).offers(query, states);
        QCOMPARE(one.size(), other.size());
        for (std::size_t o = 0; o < one.size(); ++o)
            QCOMPARE(one[o].seats, other[o].seats);
    }
}

QTEST_APPLESS_MAIN(TestSeatPicker)
#include "tst_seatpicker.moc"
