// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/orphanrule.h"
#include "tests/unit/shared/smallhouse.h"

#include <QTest>

#include <algorithm>

using namespace parterre;
using namespace parterre::test;

namespace {

using Seats = std::vector<qint32>;

struct House {
    // Without `states` all seats are free. One character a seat: '.' free, 'x' sold, 'h' held.
    explicit House(const Plan &plan, const char *pattern = "") : table(plan), runs(plan, table)
    {
        states.resize(static_cast<std::size_t>(table.size()));
        for (std::size_t i = 0; i < states.size() && pattern[i] != '\0'; ++i)
            states[i] = pattern[i] == '.' ? SeatState::Free : pattern[i] == 'h' ? SeatState::Held : SeatState::Sold;
    }

    [[nodiscard]] Seats stranded(const Seats &wanted) const
    {
        Seats seats = strandedBy(runs, states, wanted);
        std::sort(seats.begin(), seats.end());
        return seats;
    }
    [[nodiscard]] OrphanVerdict verdict(OrphanRule rule, bool atCounter, const Seats &wanted) const
    {
        return judgeOrphans(rule, atCounter, runs, states, wanted).verdict;
    }

    SeatTable table;
    SeatRuns runs;
    std::vector<SeatState> states;
};

// Every orphan of the house, from the table's neighbours alone.
Seats orphansOf(const SeatTable &table, const std::vector<bool> &free)
{
    const auto isFree = [&](qint32 s) { return s != SeatTable::kNone && free[static_cast<std::size_t>(s)]; };
    Seats orphans;
    for (qint32 s = 0; s < table.size(); ++s) {
        if (isFree(s) && !isFree(table.left(s)) && !isFree(table.right(s)))
            orphans.push_back(s);
    }
    return orphans;
}

// Free and not of the accessible pool.
std::vector<bool> freeForAll(const Plan &plan, const std::vector<SeatState> &states)
{
    std::vector<bool> free;
    for (const Section &section : plan.sections) {
        for (const Row &row : section.rows) {
            for (const Seat &seat : row.seats)
                free.push_back(states[free.size()] == SeatState::Free && !seat.companionOf && !(seat.attributes & (SeatAttribute::Wheelchair | SeatAttribute::Companion)));
        }
    }
    return free;
}

} // namespace

class TestOrphanRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seatAtTheWall_isStranded();
    void seatBetweenTakenOnes_isStrandedOnce();
    void orphanFromBefore_doesNotCount();
    void fillingAnOrphan_strandsNobody();
    void ownHolds_belongToTheChoice();
    void aislesAndWheelchairPlaces_areWalls();
    void wheelchairPlaces_areNeverOrphans();
    void stranded_agreesWithLookingAtEverySeat();
    void choiceLeft_needsRoomForTwoMore();
    void choiceLeft_keepsToCategories();
    void choiceLeft_agreesWithTryingEveryPlace();
    void verdict_followsRuleAndWhoAsks();
    void rule_switchesItselfOff();
    void rule_staysOnWhileTheCartItselfCouldBeBetter();
};

void TestOrphanRule::seatAtTheWall_isStranded()
{
    const House house(HouseBuilder().line(0, 0, 6).plan());
    QCOMPARE(house.stranded({1, 2}), (Seats {0}));
    QCOMPARE(house.stranded({3, 4}), (Seats {5}));
    QCOMPARE(house.stranded({0, 1}), Seats {});
    QCOMPARE(house.stranded({2, 3}), Seats {});
    QCOMPARE(house.stranded({1, 2, 3, 4}), (Seats {0, 5}));
}

void TestOrphanRule::seatBetweenTakenOnes_isStrandedOnce()
{
    const House house(HouseBuilder().line(0, 0, 7).plan());
    QCOMPARE(house.stranded({2, 4}), (Seats {3}));
    QCOMPARE(house.stranded({1, 3, 5}), (Seats {0, 2, 4, 6}));
}

void TestOrphanRule::orphanFromBefore_doesNotCount()
{
    const House house(HouseBuilder().line(0, 0, 6).plan(), ".x....");
    QCOMPARE(house.stranded({2, 3}), Seats {});
    QCOMPARE(house.stranded({3, 4}), (Seats {2, 5}));
}

void TestOrphanRule::fillingAnOrphan_strandsNobody()
{
    const House house(HouseBuilder().line(0, 0, 3).plan(), "x.x");
    QCOMPARE(house.stranded({1}), Seats {});
}

void TestOrphanRule::ownHolds_belongToTheChoice()
{
    // Held: 0 and 1. With 3 the seat between is stranded; with 2 it is not.
    const House house(HouseBuilder().line(0, 0, 6).plan(), "hh....");
    QCOMPARE(house.stranded({0, 1, 3}), (Seats {2}));
    QCOMPARE(house.stranded({0, 1, 2}), Seats {});
}

void TestOrphanRule::aislesAndWheelchairPlaces_areWalls()
{
    const House aisle(HouseBuilder().line(0, 0, 3).line(100, 0, 3).plan());
    QCOMPARE(aisle.stranded({0, 1}), (Seats {2}));
    const House unit(HouseBuilder().line(0, 0, 5).companion(3, 4).plan());
    QCOMPARE(unit.stranded({0, 1}), (Seats {2}));
    const House round(HouseBuilder().arc({0, 0}, 33, 0, 8, 0, 25.9).plan());
    QCOMPARE(round.stranded({0, 1, 2, 4, 5, 6, 7}), (Seats {3}));
}

void TestOrphanRule::wheelchairPlaces_areNeverOrphans()
{
    const House house(HouseBuilder().line(0, 0, 4).companion(1, 0).plan());
    QCOMPARE(house.stranded({1}), Seats {});
    QCOMPARE(house.stranded({2, 3}), Seats {});
}

void TestOrphanRule::stranded_agreesWithLookingAtEverySeat()
{
    QRandomGenerator random(11);
    int some = 0;
    for (int i = 0; i < 3'000; ++i) {
        const Plan plan = randomSmallHouse(random);
        House house(plan);
        house.states = randomStates(house.table.size(), house.table.size(), random);
        std::vector<bool> after = freeForAll(plan, house.states);
        std::vector<bool> before = after;
        Seats wanted;
        for (qint32 s = 0; s < house.table.size(); ++s) {
            const auto at = static_cast<std::size_t>(s);
            if (house.states[at] == SeatState::Sold || random.bounded(3) > 0)
                continue;
            wanted.push_back(s);
            before[at] = freeForAll(plan, std::vector<SeatState>(house.states.size()))[at]; // held by the cart itself
            after[at] = false;
        }
        const Seats old = orphansOf(house.table, before);
        Seats expected;
        for (const qint32 s : orphansOf(house.table, after)) {
            if (!std::binary_search(old.begin(), old.end(), s))
                expected.push_back(s);
        }
        some += !expected.empty();
        std::shuffle(wanted.begin(), wanted.end(), random);
        QCOMPARE(house.stranded(wanted), expected);
    }
    QVERIFY(some > 1'000);
}

void TestOrphanRule::choiceLeft_needsRoomForTwoMore()
{
    const House house(HouseBuilder().line(0, 0, 4).line(200, 0, 6).plan());
    const auto left = [&](qint32 size) { return orphanFreeChoiceLeft(house.runs, house.states, size); };
    QVERIFY(left(1));
    QVERIFY(left(2));
    QVERIFY(left(3)); // three of six
    QVERIFY(left(4));
    QVERIFY(!left(5));
    QVERIFY(left(6));
    QVERIFY(!left(7));
}

void TestOrphanRule::choiceLeft_keepsToCategories()
{
    // Two seats of category 1 between three and one of category 0.
    HouseBuilder builder;
    builder.line(0, 0, 6);
    builder.row({{0, 500}}, 1);
    builder.recategorise(3, 1).recategorise(4, 1);
    const House house(builder.plan());
    const auto left = [&](qint32 size, Seats categories) { return orphanFreeChoiceLeft(house.runs, house.states, size, categories); };
    QVERIFY(left(2, {0}));
    QVERIFY(!left(2, {1})); // leaves seat 5 alone
    QVERIFY(left(2, {0, 1}));
    QVERIFY(left(1, {1}));
}

void TestOrphanRule::choiceLeft_agreesWithTryingEveryPlace()
{
    QRandomGenerator random(12);
    int yes = 0;
    int no = 0;
    for (int i = 0; i < 3'000; ++i) {
        const Plan plan = randomSmallHouse(random);
        House house(plan);
        house.states = randomStates(house.table.size(), house.table.size(), random);
        const std::vector<bool> free = freeForAll(plan, house.states);
        const qint32 size = 1 + random.bounded(5);
        const Seats categories = random.bounded(2) == 0 ? Seats {} : Seats {random.bounded(static_cast<qint32>(plan.categories.size()))};
        bool expected = false;
        for (qint32 first = 0; first < house.table.size(); ++first) {
            Seats choice;
            for (qint32 s = first; s != SeatTable::kNone && static_cast<qint32>(choice.size()) < size; s = house.table.right(s)) {
                if (free[static_cast<std::size_t>(s)] && (categories.empty() || categories.front() == house.table.category(s)))
                    choice.push_back(s);
                else
                    break;
            }
            expected |= static_cast<qint32>(choice.size()) == size && house.stranded(choice).empty();
        }
        (expected ? yes : no)++;
        QCOMPARE(orphanFreeChoiceLeft(house.runs, house.states, size, categories), expected);
    }
    QVERIFY(yes > 500 && no > 500);
}

void TestOrphanRule::verdict_followsRuleAndWhoAsks()
{
    const House house(HouseBuilder().line(0, 0, 8).plan());
    const Seats bad {1, 2};
    QCOMPARE(house.verdict(OrphanRule::Off, false, bad), OrphanVerdict::Fine);
    QCOMPARE(house.verdict(OrphanRule::Warn, false, bad), OrphanVerdict::Warned);
    QCOMPARE(house.verdict(OrphanRule::Warn, true, bad), OrphanVerdict::Warned);
    QCOMPARE(house.verdict(OrphanRule::Block, false, bad), OrphanVerdict::Refused);
    QCOMPARE(house.verdict(OrphanRule::Block, true, bad), OrphanVerdict::NeedsReason);
    QCOMPARE(house.verdict(OrphanRule::Block, false, {0, 1}), OrphanVerdict::Fine);
    QCOMPARE(judgeOrphans(OrphanRule::Off, false, house.runs, house.states, bad).stranded, (Seats {0}));
    QCOMPARE(judgeOrphans(OrphanRule::Block, false, house.runs, house.states, bad).stranded, (Seats {0}));
}

void TestOrphanRule::rule_switchesItselfOff()
{
    // Two gaps of three: a pair strands somebody wherever it sits.
    const House house(HouseBuilder().line(0, 0, 7).plan(), "...x...");
    QCOMPARE(house.verdict(OrphanRule::Block, false, {0, 1}), OrphanVerdict::Fine);
    QCOMPARE(house.stranded({0, 1}), (Seats {2}));
    QCOMPARE(house.verdict(OrphanRule::Block, false, {1}), OrphanVerdict::Refused); // at the end it would strand nobody
    // Room in another category is no choice for who wants this one.
    const House other(HouseBuilder().line(0, 0, 3).line(0, 100, 8, 1).plan());
    QCOMPARE(other.verdict(OrphanRule::Block, false, {0, 1}), OrphanVerdict::Fine);
}

void TestOrphanRule::rule_staysOnWhileTheCartItselfCouldBeBetter()
{
    // The only room for two is where the cart stands, and there it could stand better.
    const House house(HouseBuilder().line(0, 0, 5).plan(), ".hh.x");
    QCOMPARE(house.verdict(OrphanRule::Block, false, {1, 2}), OrphanVerdict::Refused);
}

QTEST_APPLESS_MAIN(TestOrphanRule)
#include "tst_orphanrule.moc"
