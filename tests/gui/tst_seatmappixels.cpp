// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatmapfixture.h"

#include "app/state/planreview.h"
#include "shared/domain/demohouse.h"

#include <QDir>
#include <QLabel>
#include <QScrollBar>

using namespace parterre;
using parterre::testing::Map;

namespace {

int asked(const char *variable, int otherwise)
{
    bool given = false;
    const int number = qEnvironmentVariableIntValue(variable, &given);
    return given ? number : otherwise;
}

// As many steps as PARTERRE_STEPS says; fewer in an everyday run.
int stepCount()
{
    return asked("PARTERRE_STEPS", 250);
}

class Chance
{
public:
    int below(int bound)
    {
        m_state = m_state * 1664525 + 1013904223;
        return static_cast<int>((m_state >> 10) % static_cast<std::uint32_t>(bound));
    }
    int between(int low, int high) { return low + below(high - low + 1); }

private:
    std::uint32_t m_state = static_cast<std::uint32_t>(asked("PARTERRE_SEED", 20261121));
};

// A theatre strewn with round shapes: most of a picture is edges of curves.
Plan curvedHouse()
{
    Plan plan = testing::makeTheatre();
    Chance chance;
    for (int i = 0; i < 80; ++i) {
        plan.shapes.append({.kind = ShapeKind::Ellipse,
                            .position = {static_cast<double>(chance.between(-700, 700)), static_cast<double>(chance.between(-200, 1000))},
                            .rotation = static_cast<double>(chance.below(90)),
                            .size = {chance.between(30, 400) + 0.3, chance.between(30, 400) + 0.7},
                            .fill = i % 2 ? QStringLiteral("#dcefdc") : QString(),
                            .border = QStringLiteral("#305030")});
    }
    return plan;
}

// The plan as it may have been before: a section more, every third seat elsewhere, every fourth in another category, and
// areas that lay beside.
QList<PlaceMark> marksOf(const Plan &plan)
{
    Plan before = plan;
    int number = 0;
    for (Section &section : before.sections) {
        for (Row &row : section.rows) {
            for (Seat &seat : row.seats) {
                seat.position.x += ++number % 3 == 0 ? 31.7 : 0;
                seat.category = number % 4 == 0 ? seat.category + 1 : seat.category;
            }
        }
        for (Area &area : section.areas) {
            for (PlanPoint &corner : area.outline)
                corner.y += 23.4;
        }
    }
    Section gone {.name = QStringLiteral("Gone"), .rows = {{}}};
    for (int n = 0; n < 40; ++n)
        gone.rows[0].seats.append({.label = QStringLiteral("Gone %1").arg(n), .position = {n * 25.3, -140.0}});
    before.sections.append(gone);
    return PlanReview(before, plan).marks();
}

// All of its places at once, so that it is full, or empty, or mine.
void fillArea(Map &map, qint32 area, SeatState state)
{
    const PlaceGroups::AreaPlaces &places = map.model.table().groups().area(area);
    std::vector<SeatChange> changes;
    for (qint32 place = places.first; place < places.end; ++place)
        changes.push_back({place, state});
    if (!map.model.applyChanges(*map.model.revision(), *map.model.revision() + 1, changes))
        qFatal("changes refused");
    QHash<qint32, Instant> mine;
    if (state == SeatState::Held)
        mine.insert(places.first, Instant {});
    map.model.setMine(mine);
}

void takeStep(Map &map, Chance &chance, qsizetype marks)
{
    SeatMapView &view = *map.view;
    if (marks > 0 && chance.below(5) == 0) {
        QList<qint32> some;
        for (int i = chance.below(30); i >= 0; --i)
            some.append(chance.below(static_cast<int>(marks)));
        view.pointOutMarks(chance.below(3) == 0 ? QList<qint32>() : some);
        return;
    }
    const QSize size = view.viewport()->size();
    const auto someWhere = [&] { return QPointF(chance.below(size.width()), chance.below(size.height())); };
    switch (chance.below(8)) {
    case 0: view.zoomBy(chance.below(2) ? 1.31 : 0.77, someWhere()); break;
    case 1:
    case 2:
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + chance.between(-40, 40));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + chance.between(-40, 40));
        break;
    case 3:
        if (map.model.areaCount() > 0 && chance.below(2) == 0)
            view.setFocusedArea(chance.below(map.model.areaCount()));
        else
            view.setFocusedSeat(chance.below(map.model.seatCount()));
        break;
    case 4:
        if (map.model.areaCount() > 0 && chance.below(3) == 0)
            fillArea(map, chance.below(map.model.areaCount()), static_cast<SeatState>(chance.below(4)));
        for (int i = chance.below(90); i >= 0; --i)
            map.change(chance.below(map.model.placeCount()), static_cast<SeatState>(chance.below(4)));
        break;
    case 5: view.resize(chance.between(300, 640), chance.between(300, 480)); break;
    case 6: QTest::mouseMove(view.viewport(), someWhere().toPoint()); break;
    default: map.change(chance.below(map.model.placeCount()), static_cast<SeatState>(chance.below(4))); break;
    }
}

QString difference(const QImage &incremental, const QImage &full)
{
    if (incremental.size() != full.size())
        return QStringLiteral("sizes differ");
    QRect where;
    QString first;
    int count = 0;
    for (int y = 0; y < full.height(); ++y) {
        for (int x = 0; x < full.width(); ++x) {
            if (incremental.pixel(x, y) == full.pixel(x, y))
                continue;
            if (++count == 1)
                first = QStringLiteral("%1 instead of %2").arg(incremental.pixelColor(x, y).name(), full.pixelColor(x, y).name());
            where |= QRect(x, y, 1, 1);
        }
    }
    return count == 0 ? QString() : QStringLiteral("%1 pixels from %2,%3 to %4,%5, the first %6").arg(count).arg(where.left()).arg(where.top()).arg(where.right()).arg(where.bottom()).arg(first);
}

void keep(const QImage &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("PARTERRE_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        picture.save(QDir(folder).filePath(name));
}

} // namespace

// Whatever small paints led to a picture: it is the one that a full repaint gives, to the last pixel.
class SeatMapPixelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomSteps_leaveThePictureOfAFullRepaint_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<bool>("covered");
        QTest::addColumn<bool>("marked");
        QTest::newRow("a theatre, from names to single seats") << testing::makeTheatre() << false << false;
        QTest::newRow("a house of curves") << curvedHouse() << false << false;
        QTest::newRow("a cabaret, with tables and an area") << cabaretPlan() << false << false;
        QTest::newRow("a stadium, from sections to single seats") << testing::makeStadium(10'000) << false << false;
        QTest::newRow("a theatre and what differs from another version") << testing::makeTheatre() << false << true;
        QTest::newRow("a cabaret and what differs from another version") << cabaretPlan() << false << true;
        QTest::newRow("a theatre under cards") << testing::makeTheatre() << true << false;
    }

    void randomSteps_leaveThePictureOfAFullRepaint()
    {
        QFETCH(Plan, plan);
        QFETCH(bool, covered);
        QFETCH(bool, marked);
        Map map(plan, {640, 480});
        const QList<PlaceMark> marks = marked ? marksOf(plan) : QList<PlaceMark>();
        map.view->setMarks(marks);
        std::array<QLabel, 2> cards;
        for (QLabel &card : cards) {
            card.setParent(map.view.get());
            card.setText(QStringLiteral("Card"));
            card.setVisible(covered);
        }
        cards[0].setGeometry(37, 211, 91, 43);
        cards[1].setGeometry(203, 31, 45, 77);
        Chance chance;
        for (int step = 0; step < stepCount(); ++step) {
            takeStep(map, chance, marks.size());
            const QImage incremental = map.screen();
            map.paintAll();
            const QImage full = map.screen();
            const QString found = difference(incremental, full);
            if (!found.isEmpty()) {
                keep(incremental, QStringLiteral("incremental.png"));
                keep(full, QStringLiteral("full.png"));
            }
            QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("step %1: %2").arg(step).arg(found)));
        }
    }
};

QTEST_MAIN(SeatMapPixelsTest)
#include "tst_seatmappixels.moc"
