// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/seatmapmodel.h"
#include "shared/domain/demohouse.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace parterre;

// Areas and tables in the live house. The demo's cabaret: 74 seats, of which 0 to 19 at tables for four that are sold whole,
// and 150 places to stand.
class TestAreaModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<SeatMapModel>();
        m_model->setPlan(cabaretPlan());
    }

    void setPlan_countsPlacesOfAreas()
    {
        QCOMPARE(m_model->seatCount(), kSeats);
        QCOMPARE(m_model->placeCount(), kPlaces);
        QCOMPARE(m_model->areaCount(), 1);
        QCOMPARE(m_model->area(0).name, u"Standing"_s);
        QCOMPARE(m_model->count(SeatLook::Free), kPlaces);
        QCOMPARE(m_model->sectionPlaces(0), 20);
        QCOMPARE(m_model->sectionPlaces(2), 150);
        QCOMPARE(m_model->areaCount(0, SeatLook::Free), 150);
        QCOMPARE(m_model->label(90), u"Standing 17"_s);
        QCOMPARE(m_model->label(5), m_model->seat(5).label);
        QCOMPARE(m_model->categoryOf(90)->key, u"standing"_s);
    }
    void tables_areKnownByTheirSeats()
    {
        QCOMPARE(m_model->tableOf(5)->label, u"2"_s);
        QVERIFY(m_model->tableOf(5)->soldWhole);
        QVERIFY(!m_model->tableOf(20)->soldWhole);
        QVERIFY(m_model->rowLabel(5).isEmpty());
        QCOMPARE(m_model->soldTogether(5), (QList<qint32> {4, 5, 6, 7}));
        QCOMPARE(m_model->soldTogether(20), QList<qint32> {20});
        QCOMPARE(m_model->soldTogether(90), QList<qint32> {90});
    }
    void applySnapshot_wantsAllPlaces()
    {
        QVERIFY(!m_model->applySnapshot(1, std::vector<SeatState>(kSeats, SeatState::Free)));
        std::vector<SeatState> states(kPlaces, SeatState::Free);
        states[kPlaces - 1] = SeatState::Sold;
        QVERIFY(m_model->applySnapshot(1, states));
        QCOMPARE(m_model->areaCount(0, SeatLook::Sold), 1);
        QCOMPARE(m_model->areaCount(0, SeatLook::Free), 149);
    }
    void applyChanges_tellsOfSeatsAndAreasApart()
    {
        QVERIFY(m_model->applySnapshot(1, std::vector<SeatState>(kPlaces, SeatState::Free)));
        QSignalSpy seats(m_model.get(), &SeatMapModel::seatsChanged);
        QSignalSpy areas(m_model.get(), &SeatMapModel::areasChanged);
        const std::vector<SeatChange> changes {{3, SeatState::Held}, {80, SeatState::Held}, {81, SeatState::Sold}, {200, SeatState::Held}};
        QVERIFY(m_model->applyChanges(1, 2, changes));
        QCOMPARE(seats.size(), 1);
        QCOMPARE(seats[0][0].value<QList<qint32>>(), QList<qint32> {3});
        QCOMPARE(areas.size(), 1);
        QCOMPARE(areas[0][0].value<QList<qint32>>(), QList<qint32> {0});
        QCOMPARE(m_model->areaCounts(0), (SeatMapModel::Counts {147, 0, 2, 1, 0, 0}));
        QCOMPARE(m_model->sectionCounts(2), m_model->areaCounts(0));
        QVERIFY(m_model->applyChanges(2, 3, changes)); // nothing new
        QCOMPARE(areas.size(), 1);
        const std::vector<SeatChange> unknown {{kPlaces, SeatState::Held}};
        QVERIFY(!m_model->applyChanges(3, 4, unknown));
    }
    void mineAndPending_areCountedAndNamed()
    {
        QVERIFY(m_model->applySnapshot(1, std::vector<SeatState>(kPlaces, SeatState::Free)));
        QSignalSpy areas(m_model.get(), &SeatMapModel::areasChanged);
        m_model->setPending({}, {0, 7, -1});
        QCOMPARE(areas.size(), 1);
        QCOMPARE(areas[0][0].value<QList<qint32>>(), QList<qint32> {0});
        QVERIFY(m_model->isAreaPending(0));
        m_model->setMine({{99, Instant {}}, {74, Instant {}}, {5, Instant {}}, {kPlaces, Instant {}}});
        QCOMPARE(m_model->minePlaces(0), (QList<qint32> {74, 99}));
        QCOMPARE(m_model->areaCount(0, SeatLook::Mine), 2);
        m_model->setPending({99});
        QVERIFY(!m_model->isAreaPending(0));
        QCOMPARE(m_model->areaCounts(0), (SeatMapModel::Counts {148, 1, 0, 0, 0, 1}));
        m_model->setPlan(cabaretPlan());
        QVERIFY(m_model->minePlaces(0).isEmpty());
        QCOMPARE(m_model->areaCount(0, SeatLook::Free), 150);
    }

private:
    static constexpr qint32 kSeats = 74;
    static constexpr qint32 kPlaces = 224;

    std::unique_ptr<SeatMapModel> m_model;
};

QTEST_APPLESS_MAIN(TestAreaModel)
#include "tst_areamodel.moc"
