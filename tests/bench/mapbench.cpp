// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mapbench.h"

#include "tests/bench/framestage.h"
#include "tests/bench/maphouse.h"
#include "tests/bench/residentmemory.h"

#include "app/seatmap/seatmapview.h"
#include "app/seatmap/sectionitem.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

// The map in a window that was there before it, as in the program.
class MapOnStage
{
public:
    explicit MapOnStage(const MapBenchOptions &options) : m_options(options)
    {
        m_window.resize(options.window);
        auto *layout = new QVBoxLayout(&m_window);
        layout->setContentsMargins({});
        auto *waiting = new QLabel(u"Loading the house"_s);
        layout->addWidget(waiting);
        FrameStage opened(m_window, *waiting);
    }

    void measure(Report &report);

private:
    // Where the map is looked at from: a name for the keys and the pixels of a seat, the whole house for 0.
    struct Zoom {
        QString name;
        double seatPixels;
    };
    const QList<Zoom> m_zooms {{u"house"_s, 0}, {u"dots"_s, kDotPixels}, {u"tier"_s, 6.5}, {u"block"_s, 24}};

    void paintFirst(Report &report);
    void goTo(const Zoom &zoom);
    [[nodiscard]] QPointF sight() const;
    [[nodiscard]] QList<qint32> seatsInSight() const;
    [[nodiscard]] qint64 paintedSeats() const;
    void change(const QList<qint32> &seats);
    void addTimes(Report &report, const QString &what, const std::vector<double> &times);
    void requirePicture(const QString &where);

    void measureRepaint(Report &report);
    void measurePan(Report &report);
    void measureZoom(Report &report);
    void measureChanges(Report &report);
    void measureSteady(Report &report);
    void measureHitTest(Report &report);

    MapBenchOptions m_options;
    QWidget m_window;
    SeatMapModel m_model;
    SeatMapView *m_view = nullptr;
    std::unique_ptr<FrameStage> m_stage;
    Chance m_chance;
    qint64 m_revision = 0;
};

void MapOnStage::paintFirst(Report &report)
{
    Plan plan = benchHouse(m_options.seats);
    const std::vector<SeatState> states = benchStates(seatCount(plan));
    FrameStage window(m_window, m_window);
    QElapsedTimer parts;
    double built = 0;
    double derived = 0;
    const double all = window.frame([&] {
        parts.start();
        m_model.setPlan(std::move(plan));
        if (!m_model.applySnapshot(m_revision, states))
            qFatal("the snapshot was refused");
        derived = static_cast<double>(parts.nsecsElapsed()) / 1e6;
        m_view = new SeatMapView(m_model);
        auto *layout = m_window.layout();
        delete layout->takeAt(0)->widget();
        layout->addWidget(m_view);
        layout->activate();
        m_view->show();
        window.watch(*m_view->viewport());
        built = static_cast<double>(parts.nsecsElapsed()) / 1e6;
    });
    report.add(m_options.key + u".first_paint_ms"_s, all, u"ms"_s, u"from the plan and the states in memory to the picture"_s);
    report.add(m_options.key + u".first_paint.model_ms"_s, derived, u"ms"_s, u"of that: tables and neighbours"_s);
    report.add(m_options.key + u".first_paint.items_ms"_s, built - derived, u"ms"_s, u"of that: items and outlines"_s);
    m_view->setZoomDuration(std::chrono::milliseconds(0));
    m_stage = std::make_unique<FrameStage>(m_window, *m_view->viewport());
    if (m_view->viewport()->size() != m_options.window)
        qFatal("the window is not as large as it has to be");
    requirePicture(u"the first paint"_s);
    report.add(m_options.key + u".memory.first_mb"_s, residentMegabytes(), u"MB"_s, u"resident, after the first paint"_s);
}

// A seat in the middle of a section on the long side, where the crowd is thickest.
QPointF MapOnStage::sight() const
{
    const auto seats = m_model.table().sectionSeats(m_model.table().sectionCount() / 2);
    return m_view->seatRect(seats[seats.size() / 2]).center();
}

void MapOnStage::goTo(const Zoom &zoom)
{
    m_view->fit();
    if (zoom.seatPixels > m_view->seatSize())
        m_view->zoomBy(zoom.seatPixels / m_view->seatSize(), sight());
    m_stage->settle();
}

QList<qint32> MapOnStage::seatsInSight() const
{
    const QTransform toPlan = m_view->viewportTransform().inverted();
    const QRectF sight = toPlan.mapRect(QRectF(m_view->viewport()->rect()));
    const auto seats = m_model.table().seatsWithin({sight.left(), sight.top()}, {sight.right(), sight.bottom()});
    return {seats.begin(), seats.end()};
}

qint64 MapOnStage::paintedSeats() const
{
    qint64 seats = 0;
    for (qint32 section = 0; section < m_model.table().sectionCount(); ++section)
        seats += m_view->map().section(section).paintedSeats();
    return seats;
}

void MapOnStage::change(const QList<qint32> &seats)
{
    std::vector<SeatChange> changes;
    for (const qint32 seat : seats)
        changes.push_back({seat, m_model.state(seat) == SeatState::Free ? SeatState::Held : SeatState::Free});
    if (!m_model.applyChanges(m_revision, m_revision + 1, changes))
        qFatal("the changes were refused");
    ++m_revision;
}

void MapOnStage::addTimes(Report &report, const QString &what, const std::vector<double> &times)
{
    report.add(u"%1.%2.p50_ms"_s.arg(m_options.key, what), median(times), u"ms"_s);
    report.add(u"%1.%2.p99_ms"_s.arg(m_options.key, what), percentile(times, 0.99), u"ms"_s);
}

// What stands on the screen after any number of small paints is what painting all of it anew gives, and it has colours.
void MapOnStage::requirePicture(const QString &where)
{
    const QImage before = m_stage->screen();
    m_stage->frame([&] { m_view->viewport()->update(); });
    const QImage after = m_stage->screen();
    if (before.isNull() || before.size() != m_options.window * m_view->devicePixelRatio() || before != after)
        qFatal("the picture after %s is not what a full repaint gives", qPrintable(where));
    const qint64 colored = coloredPixels(after);
    if (colored < qint64(after.width()) * after.height() / 100)
        qFatal("the picture after %s has %lld coloured pixels", qPrintable(where), static_cast<long long>(colored));
}

void MapOnStage::measureRepaint(Report &report)
{
    for (const Zoom &zoom : m_zooms) {
        goTo(zoom);
        const qint64 before = paintedSeats();
        m_stage->frame([&] { m_view->viewport()->update(); });
        const qint64 seats = paintedSeats() - before;
        // Whole sections may be seen as shapes instead; then there are none.
        if (seats < seatsInSight().size() && !(seats == 0 && m_view->seatSize() < kDotPixels))
            qFatal("%lld of %lld seats in sight were painted", static_cast<long long>(seats), static_cast<long long>(seatsInSight().size()));
        report.add(u"%1.repaint.%2.seats"_s.arg(m_options.key, zoom.name), static_cast<double>(seats), u"seats"_s);
        addTimes(report, u"repaint."_s + zoom.name, m_stage->frames(m_options.frames(200), [&](int) { m_view->viewport()->update(); }));
    }
}

void MapOnStage::measurePan(Report &report)
{
    for (const Zoom &zoom : m_zooms) {
        goTo(zoom);
        const auto times = m_stage->frames(m_options.frames(240), [&](int i) {
            const int way = (i / 30) % 2 == 0 ? 1 : -1;
            m_view->horizontalScrollBar()->setValue(m_view->horizontalScrollBar()->value() + way * 13);
            m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() + way * 7);
        });
        requirePicture(u"a pan"_s);
        addTimes(report, u"pan."_s + zoom.name, times);
    }
}

// From the whole house to single seats and back, a sixtieth of the way a frame.
void MapOnStage::measureZoom(Report &report)
{
    constexpr int kSteps = 60;
    m_view->fit();
    const double step = std::pow(24 / m_view->seatSize(), 1.0 / kSteps);
    std::vector<double> times;
    for (int sweep = 0; sweep < m_options.frames(8); ++sweep) {
        m_view->fit();
        m_stage->settle();
        const QPointF anchor = sight();
        const auto some = m_stage->frames(2 * kSteps, [&](int i) { m_view->zoomBy(i < kSteps ? step : 1 / step, anchor); });
        times.insert(times.end(), some.begin(), some.end());
    }
    requirePicture(u"a zoom sweep"_s);
    addTimes(report, u"zoom"_s, times);
}

void MapOnStage::measureChanges(Report &report)
{
    for (const Zoom &zoom : m_zooms) {
        goTo(zoom);
        const QList<qint32> seen = seatsInSight();
        const auto some = [&](int count) {
            QList<qint32> seats;
            for (int i = 0; i < count; ++i)
                seats.append(seen[m_chance.below(static_cast<int>(seen.size()))]);
            return seats;
        };
        addTimes(report, u"one."_s + zoom.name, m_stage->frames(m_options.frames(400), [&](int) { change(some(1)); }));
        requirePicture(u"single changes"_s);
        addTimes(report, u"burst."_s + zoom.name, m_stage->frames(m_options.frames(100), [&](int) { change(some(1000)); }));
        requirePicture(u"bursts of changes"_s);
    }
}

// Changes come while the program's own event loop runs, as they do in a day's sale.
void MapOnStage::measureSteady(Report &report)
{
    constexpr int kEvery = 50; // ms
    for (const Zoom &zoom : m_zooms) {
        goTo(zoom);
        const QList<qint32> seen = seatsInSight();
        const int wanted = m_options.frames(100);
        const int before = m_stage->painted();
        int done = 0;
        QEventLoop loop;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
            change({seen[m_chance.below(static_cast<int>(seen.size()))]});
            if (++done == wanted)
                loop.quit();
        });
        QElapsedTimer wall;
        wall.start();
        const double cpu = cpuSeconds();
        timer.start(kEvery);
        loop.exec();
        const double share = (cpuSeconds() - cpu) / (static_cast<double>(wall.nsecsElapsed()) / 1e9);
        m_stage->settle();
        if (m_stage->painted() - before < wanted / 2)
            qFatal("%d changes were shown in %d paints", wanted, m_stage->painted() - before);
        report.add(u"%1.steady.%2.core_percent"_s.arg(m_options.key, zoom.name), 100 * share, u"%"_s, u"20 changes a second"_s);
    }
}

void MapOnStage::measureHitTest(Report &report)
{
    goTo(m_zooms.last());
    const QList<qint32> seen = seatsInSight();
    for (const qint32 seat : seen) {
        const QPointF at = m_view->seatRect(seat).center();
        if (QRectF(m_view->viewport()->rect()).contains(at) && m_view->pickableSeatAt(at) != seat)
            qFatal("the hit test misses seat %d", seat);
    }
    constexpr int kPoints = 20'000;
    std::vector<QPointF> points;
    for (int i = 0; i < kPoints; ++i)
        points.emplace_back(m_chance.below(m_options.window.width()), m_chance.below(m_options.window.height()));
    std::vector<double> rounds;
    int hits = 0;
    for (int round = 0; round < 15; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (const QPointF &point : points)
            hits += m_view->pickableSeatAt(point) != SeatTable::kNone;
        rounds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e3 / kPoints);
    }
    if (hits < kPoints)
        qFatal("%d hits in %d points", hits / 15, kPoints);
    report.add(m_options.key + u".hit_us"_s, median(rounds), u"us"_s, u"the seat at a point of the window"_s);
}

void MapOnStage::measure(Report &report)
{
    paintFirst(report);
    measureRepaint(report);
    measurePan(report);
    measureZoom(report);
    measureChanges(report);
    measureSteady(report);
    measureHitTest(report);
    report.add(m_options.key + u".memory.mb"_s, residentMegabytes(), u"MB"_s, u"resident, after all of it"_s);
}

} // namespace

void measureMap(Report &report, const MapBenchOptions &options)
{
    MapOnStage(options).measure(report);
}

} // namespace parterre::bench
