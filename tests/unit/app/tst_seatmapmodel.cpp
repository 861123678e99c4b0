// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/seatmapmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace parterre;
using namespace std::chrono_literals;

namespace {

constexpr int kSeatsPerRow = 5;

// Two sections of two rows of five: seats 0..9 in Stalls (category 0), 10..19 in Circle (category 1).
Plan smallHouse()
{
    Plan plan;
    plan.name = QStringLiteral("Small house");
    plan.categories = {{QStringLiteral("stalls"), QStringLiteral("Stalls"), QStringLiteral("#2e7d32")},
                       {QStringLiteral("circle"), QStringLiteral("Circle"), QStringLiteral("#1565c0")}};
    qint32 index = 0;
    for (int s = 0; s < 2; ++s) {
        Section section {.name = s == 0 ? QStringLiteral("Stalls") : QStringLiteral("Circle")};
        for (int r = 0; r < 2; ++r) {
            Row row {.label = QString(QLatin1Char(static_cast<char>('A' + r)))};
            for (int n = 0; n < kSeatsPerRow; ++n) {
                const PlanPoint position {100.0 + 25 * n, 100.0 + 30 * r + 200 * s};
                row.seats.append({.index = index++,
                                  .number = QString::number(n + 1),
                                  .label = QStringLiteral("%1 %2 %3").arg(section.name, row.label).arg(n + 1),
                                  .position = position,
                                  .category = s});
            }
            section.rows.append(row);
        }
        plan.sections.append(section);
    }
    return plan;
}

Price price(const char *category, qint64 amount)
{
    return {QString::fromLatin1(category), QStringLiteral("adult"), Money {amount, {}}};
}

QList<qint32> sorted(QList<qint32> seats)
{
    std::ranges::sort(seats);
    return seats;
}

} // namespace

class SeatMapModelTest : public QObject
{
    Q_OBJECT

    SeatMapModel m_model;
    const Instant m_deadline {std::chrono::milliseconds(1'795'000'600'000)};

    void start(qint64 revision)
    {
        const std::vector<SeatState> states(20, SeatState::Free);
        QVERIFY(m_model.applySnapshot(revision, states));
    }
    QList<qint32> changedBy(const std::function<void()> &act)
    {
        QSignalSpy changed(&m_model, &SeatMapModel::seatsChanged);
        act();
        return changed.size() == 1 ? sorted(changed.at(0).at(0).value<QList<qint32>>()) : QList<qint32> {};
    }

private Q_SLOTS:
    void init() { m_model.setPlan(smallHouse()); }

    void setPlan_startsWithEverySeatFree()
    {
        QSignalSpy reset(&m_model, &SeatMapModel::reset);
        m_model.setPlan(smallHouse());
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_model.seatCount(), 20);
        QCOMPARE(m_model.count(SeatLook::Free), 20);
        QVERIFY(!m_model.revision());
        QCOMPARE(m_model.seat(7).label, QStringLiteral("Stalls B 3"));
        QCOMPARE(m_model.rowLabel(12), QStringLiteral("A"));
        QVERIFY(!m_model.tableOf(12));
        QCOMPARE(m_model.categoryOf(12)->name, QStringLiteral("Circle"));
    }

    void setPlan_forgetsTheHouseBefore()
    {
        start(4);
        m_model.setMine({{3, m_deadline}});
        m_model.setPending({4});
        m_model.setPrices({price("stalls", 1000)});
        m_model.setPlan(smallHouse());
        QVERIFY(!m_model.revision());
        QVERIFY(m_model.mine().isEmpty());
        QVERIFY(!m_model.price(0));
        QCOMPARE(m_model.count(SeatLook::Free), 20);
    }

    void arrivals_areOfSoldSeats()
    {
        SeatMapModel door;
        door.tellArrivals();
        door.setPlan(smallHouse());
        std::vector<SeatState> states(20, SeatState::Free);
        states[1] = states[2] = SeatState::Sold;
        QVERIFY(door.applySnapshot(7, states));
        door.setArrivals({false, true, false, true}); // the last is not sold, and the others are not in
        QCOMPARE(door.look(1), SeatLook::Arrived);
        QCOMPARE(door.look(2), SeatLook::Sold);
        QCOMPARE(door.look(3), SeatLook::Free);
        QCOMPARE(door.sectionTally(door.table().section(1)), (SeatMapModel::Tally {1, 2}));
        QSignalSpy changed(&door, &SeatMapModel::seatsChanged);
        door.changeArrivals({2, 20, -1}, {1});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(sorted(changed.at(0).at(0).value<QList<qint32>>()), (QList<qint32> {1, 2}));
        door.changeArrivals({2}, {1}); // as it is
        QCOMPARE(changed.size(), 1);
        // Sold after its people came in: the two ways do not wait for each other.
        QVERIFY(door.applyChanges(7, 8, std::array {SeatChange {.seat = 3, .state = SeatState::Sold}}));
        QCOMPARE(door.look(3), SeatLook::Arrived);
        door.setPlan(smallHouse());
        QVERIFY(door.applySnapshot(7, states));
        QCOMPARE(door.look(2), SeatLook::Sold);
    }

    void arrivals_areNothingToASale()
    {
        start(4);
        QVERIFY(m_model.applyChanges(4, 5, std::array {SeatChange {.seat = 1, .state = SeatState::Sold}}));
        m_model.setArrivals({true, true});
        m_model.changeArrivals({1}, {});
        QCOMPARE(m_model.look(1), SeatLook::Sold);
        QCOMPARE(m_model.sectionTally(m_model.table().section(1)), (SeatMapModel::Tally {m_model.sectionPlaces(m_model.table().section(1)) - 1, m_model.sectionPlaces(m_model.table().section(1))}));
    }

    void applySnapshot_setsEveryStateAndCount()
    {
        std::vector<SeatState> states(20, SeatState::Free);
        states[0] = SeatState::Held;
        states[1] = SeatState::Sold;
        states[12] = SeatState::Blocked;
        QSignalSpy reset(&m_model, &SeatMapModel::reset);
        QVERIFY(m_model.applySnapshot(7, states));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_model.revision(), std::optional<qint64>(7));
        QCOMPARE(m_model.look(0), SeatLook::HeldByOther);
        QCOMPARE(m_model.look(1), SeatLook::Sold);
        QCOMPARE(m_model.look(12), SeatLook::Blocked);
        QCOMPARE(m_model.counts(), (SeatMapModel::Counts {17, 0, 1, 1, 1, 0}));
        QCOMPARE(m_model.sectionCounts(0), (SeatMapModel::Counts {8, 0, 1, 1, 0, 0}));
        QCOMPARE(m_model.sectionCounts(1), (SeatMapModel::Counts {9, 0, 0, 0, 1, 0}));
    }

    void applySnapshot_refusesAnotherNumberOfSeats()
    {
        start(3);
        const std::vector<SeatState> states(19, SeatState::Sold);
        QVERIFY(!m_model.applySnapshot(4, states));
        QCOMPARE(m_model.revision(), std::optional<qint64>(3));
        QCOMPARE(m_model.count(SeatLook::Free), 20);
    }

    void applyChanges_changesOnlyTheSeatsNamed()
    {
        start(3);
        const QList<qint32> changed = changedBy([this] {
            const std::vector<SeatChange> changes {{5, SeatState::Held}, {15, SeatState::Sold}, {6, SeatState::Free}};
            QVERIFY(m_model.applyChanges(3, 5, changes));
        });
        QCOMPARE(changed, (QList<qint32> {5, 15}));
        QCOMPARE(m_model.revision(), std::optional<qint64>(5));
        QCOMPARE(m_model.count(SeatLook::Free), 18);
        QCOMPARE(m_model.sectionCounts(1), (SeatMapModel::Counts {9, 0, 0, 1, 0, 0}));
    }

    void applyChanges_theLastWordOnASeatCounts()
    {
        start(3);
        const QList<qint32> changed = changedBy([this] {
            const std::vector<SeatChange> changes {{5, SeatState::Held}, {5, SeatState::Sold}};
            QVERIFY(m_model.applyChanges(3, 4, changes));
        });
        QCOMPARE(changed, QList<qint32> {5});
        QCOMPARE(m_model.look(5), SeatLook::Sold);
    }

    void applyChanges_reportsAGapAndChangesNothing()
    {
        start(3);
        const std::vector<SeatChange> changes {{5, SeatState::Held}};
        QVERIFY(!m_model.applyChanges(4, 5, changes));
        QCOMPARE(m_model.revision(), std::optional<qint64>(3));
        QCOMPARE(m_model.look(5), SeatLook::Free);
    }

    void applyChanges_beforeAnySnapshotIsAGap()
    {
        QVERIFY(!m_model.applyChanges(0, 1, {}));
    }

    void applyChanges_thatTheSnapshotAlreadyHoldsAreIgnored()
    {
        start(9);
        const std::vector<SeatChange> changes {{5, SeatState::Held}};
        QVERIFY(m_model.applyChanges(7, 9, changes));
        QCOMPARE(m_model.revision(), std::optional<qint64>(9));
        QCOMPARE(m_model.look(5), SeatLook::Free);
    }

    void applyChanges_thatBeginBeforeTheSnapshotAndEndAfterItAreApplied()
    {
        start(7);
        const std::vector<SeatChange> changes {{5, SeatState::Sold}};
        QVERIFY(m_model.applyChanges(5, 9, changes));
        QCOMPARE(m_model.revision(), std::optional<qint64>(9));
        QCOMPARE(m_model.look(5), SeatLook::Sold);
    }

    void applyChanges_refusesASeatOutsideThePlan()
    {
        start(3);
        const std::vector<SeatChange> changes {{5, SeatState::Held}, {20, SeatState::Held}};
        QVERIFY(!m_model.applyChanges(3, 4, changes));
        QCOMPARE(m_model.look(5), SeatLook::Free);
        const std::vector<SeatChange> negative {{-1, SeatState::Held}};
        QVERIFY(!m_model.applyChanges(3, 4, negative));
    }

    void setMine_tellsMyHoldsFromThoseOfOthers()
    {
        start(1);
        const std::vector<SeatChange> changes {{2, SeatState::Held}, {3, SeatState::Held}};
        QVERIFY(m_model.applyChanges(1, 2, changes));
        QCOMPARE(changedBy([this] { m_model.setMine({{2, m_deadline}}); }), QList<qint32> {2});
        QCOMPARE(m_model.look(2), SeatLook::Mine);
        QCOMPARE(m_model.look(3), SeatLook::HeldByOther);
        QCOMPARE(m_model.mineUntil(2), std::optional(m_deadline));
        QVERIFY(!m_model.mineUntil(3));
        QCOMPARE(changedBy([this] { m_model.setMine({}); }), QList<qint32> {2});
        QCOMPARE(m_model.look(2), SeatLook::HeldByOther);
    }

    void setMine_beforeTheChangeArrivesIsAlreadyMine()
    {
        start(1);
        m_model.setMine({{2, m_deadline}});
        QCOMPARE(m_model.look(2), SeatLook::Mine);
        const std::vector<SeatChange> changes {{2, SeatState::Held}};
        const QList<qint32> changed = changedBy([&] { QVERIFY(m_model.applyChanges(1, 2, changes)); });
        QVERIFY(changed.isEmpty());
        QCOMPARE(m_model.look(2), SeatLook::Mine);
    }

    void setMine_aSoldSeatIsSold()
    {
        start(1);
        m_model.setMine({{2, m_deadline}});
        const std::vector<SeatChange> changes {{2, SeatState::Sold}};
        QVERIFY(m_model.applyChanges(1, 2, changes));
        QCOMPARE(m_model.look(2), SeatLook::Sold);
    }

    void setMine_aNewDeadlineIsAChange()
    {
        start(1);
        m_model.setMine({{2, m_deadline}, {4, m_deadline}});
        QCOMPARE(changedBy([this] { m_model.setMine({{2, m_deadline + 5min}, {4, m_deadline}}); }), QList<qint32> {2});
    }

    void setMine_passesOverPlacesOutsideThePlan()
    {
        start(1);
        m_model.setMine({{20, m_deadline}, {-1, m_deadline}});
        QVERIFY(m_model.mine().isEmpty());
        QCOMPARE(m_model.count(SeatLook::Mine), 0);
    }

    void setPending_coversEveryOtherLookAndGivesItBack()
    {
        start(1);
        QCOMPARE(changedBy([this] { m_model.setPending({2, 2, 7, 99}); }), (QList<qint32> {2, 7}));
        QCOMPARE(m_model.look(2), SeatLook::Pending);
        QCOMPARE(m_model.count(SeatLook::Pending), 2);
        m_model.setMine({{2, m_deadline}});
        QCOMPARE(m_model.look(2), SeatLook::Pending);
        QCOMPARE(changedBy([this] { m_model.setPending({7}); }), QList<qint32> {2});
        QCOMPARE(m_model.look(2), SeatLook::Mine);
        QCOMPARE(m_model.look(7), SeatLook::Pending);
    }

    void counts_agreeWithTheLooksAfterManyChanges()
    {
        start(0);
        std::uint32_t random = 12345;
        for (qint64 step = 0; step < 500; ++step) {
            random = random * 1664525 + 1013904223;
            const auto seat = static_cast<qint32>((random >> 8) % 20);
            const std::vector<SeatChange> changes {{seat, static_cast<SeatState>((random >> 16) & 3)}};
            QVERIFY(m_model.applyChanges(step, step + 1, changes));
            m_model.setMine({{static_cast<qint32>((random >> 20) % 20), m_deadline}});
            SeatMapModel::Counts counts {};
            for (qint32 i = 0; i < 20; ++i)
                ++counts[static_cast<std::size_t>(m_model.look(i))];
            QCOMPARE(m_model.counts(), counts);
            for (std::size_t look = 0; look < counts.size(); ++look)
                QCOMPARE(m_model.sectionCounts(0)[look] + m_model.sectionCounts(1)[look], counts[look]);
        }
    }

    void setPrices_spansTheTicketTypesOfACategory()
    {
        QSignalSpy changed(&m_model, &SeatMapModel::pricesChanged);
        const QList<Price> prices {price("stalls", 2500), price("stalls", 1200), price("stalls", 4000), price("attic", 1)};
        m_model.setPrices(prices);
        QVERIFY(m_model.price(0));
        QCOMPARE(m_model.price(0)->lowest.amount, 1200);
        QCOMPARE(m_model.price(0)->highest.amount, 4000);
        QVERIFY(!m_model.price(1));
        QVERIFY(!m_model.price(2));
        m_model.setPrices(prices);
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(SeatMapModelTest)
#include "tst_seatmapmodel.moc"
