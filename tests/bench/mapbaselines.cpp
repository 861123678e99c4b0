// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mapbench.h"

#include "tests/bench/framestage.h"
#include "tests/bench/maphouse.h"
#include "tests/bench/residentmemory.h"

#include "app/seatmap/seatmaptheme.h"
#include "app/state/seatmapmodel.h"

#include <QElapsedTimer>
#include <QGraphicsEllipseItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QVBoxLayout>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

// Fills a scene with all seats of a house.
using Furnish = void (*)(QGraphicsScene &, const SeatMapModel &);

struct Colours {
    explicit Colours(const Plan &plan)
    {
        const SeatMapTheme theme = SeatMapTheme::fromPalette(QPalette());
        for (qsizetype i = 0; i < plan.categories.size(); ++i)
            categories.append(theme.categoryFill(plan.categories[i], i));
        taken = theme.faint;
    }
    QList<QColor> categories;
    QColor taken;

    [[nodiscard]] QColor of(const SeatMapModel &model, qint32 seat) const
    {
        return model.look(seat) == SeatLook::Free ? categories[model.table().category(seat)] : taken;
    }
};

void furnishPlainly(QGraphicsScene &scene, const SeatMapModel &model)
{
    const Colours colours(model.plan());
    QFont font;
    font.setPixelSize(9);
    for (qint32 seat = 0; seat < model.seatCount(); ++seat) {
        const PlanPoint at = model.table().position(seat);
        const double radius = model.table().radius(seat);
        auto *item = scene.addEllipse(-radius, -radius, 2 * radius, 2 * radius, QPen(Qt::NoPen), colours.of(model, seat));
        item->setPos(at.x, at.y);
        auto *number = new QGraphicsSimpleTextItem(model.seat(seat).number, item);
        number->setFont(font);
        number->setPos(-radius / 2, -radius / 2);
    }
}

class OwnItem final : public QGraphicsItem
{
public:
    OwnItem(const SeatMapModel &model, const Colours &colours, qint32 seat) : m_model(model), m_colours(colours), m_seat(seat) {}

    [[nodiscard]] QRectF boundingRect() const override
    {
        const double radius = m_model.table().radius(m_seat);
        return {-radius, -radius, 2 * radius, 2 * radius};
    }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_colours.of(m_model, m_seat));
        painter->drawEllipse(boundingRect());
        if (QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) * 2 * m_model.table().radius(m_seat) < 18)
            return;
        painter->setPen(Qt::white);
        painter->drawText(boundingRect(), Qt::AlignCenter, m_model.seat(m_seat).number);
    }

private:
    const SeatMapModel &m_model;
    const Colours &m_colours;
    qint32 m_seat;
};

void furnishCarefully(QGraphicsScene &scene, const SeatMapModel &model)
{
    static const Colours colours(model.plan());
    for (qint32 seat = 0; seat < model.seatCount(); ++seat) {
        auto *item = new OwnItem(model, colours, seat);
        const PlanPoint at = model.table().position(seat);
        item->setPos(at.x, at.y);
        scene.addItem(item);
    }
}

void measureItems(Report &report, const MapBenchOptions &options, Furnish furnish)
{
    QWidget window;
    window.resize(options.window);
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins({});
    FrameStage opened(window, window);
    Plan plan = benchHouse(options.seats);
    const std::vector<SeatState> states = benchStates(seatCount(plan));
    SeatMapModel model;
    QGraphicsScene scene;
    auto *view = new QGraphicsView(&scene);
    const double first = opened.frame([&] {
        model.setPlan(std::move(plan));
        if (!model.applySnapshot(0, states))
            qFatal("the snapshot was refused");
        furnish(scene, model);
        view->setRenderHint(QPainter::Antialiasing);
        view->setFrameShape(QFrame::NoFrame);
        view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        layout->addWidget(view);
        layout->activate();
        view->show();
        view->fitInView(scene.itemsBoundingRect(), Qt::KeepAspectRatio);
        opened.watch(*view->viewport());
    });
    report.add(options.key + u".first_paint_ms"_s, first, u"ms"_s);
    FrameStage stage(window, *view->viewport());
    const int frames = options.quick ? 3 : 9;
    const auto repaint = [&](const QString &zoom) {
        const auto times = stage.frames(frames, [&](int) { view->viewport()->update(); });
        report.add(u"%1.repaint.%2.p50_ms"_s.arg(options.key, zoom), median(times), u"ms"_s);
        const QImage picture = stage.screen();
                if (coloredPixels(picture) < qint64(picture.width()) * picture.height() / 100)
            qFatal("the items show nothing");
    };
    repaint(u"house"_s);
    const double pixels = 2 * static_cast<double>(model.table().radius(0)) * view->transform().m11();
    if (pixels < kDotPixels) {
        view->scale(kDotPixels / pixels, kDotPixels / pixels);
        const auto middle = model.table().sectionSeats(model.table().sectionCount() / 2);
        const PlanPoint at = model.table().position(middle[middle.size() / 2]);
        view->centerOn(at.x, at.y);
    }
    repaint(u"dots"_s);
    report.add(options.key + u".memory.mb"_s, residentMegabytes(), u"MB"_s);
}

class BlitWidget final : public QWidget
{
public:
    explicit BlitWidget(QSize size)
    {
        resize(size);
        setAttribute(Qt::WA_OpaquePaintEvent);
    }
    void paintEvent(QPaintEvent *) override
    {
        if (m_picture.isNull()) {
            m_picture = QImage(size() * devicePixelRatio(), QImage::Format_RGB32);
            m_picture.fill(Qt::darkCyan);
            m_picture.setDevicePixelRatio(devicePixelRatio());
        }
        QPainter painter(this);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(0, 0, m_picture);
    }

private:
    QImage m_picture;
};

} // namespace

void measurePlainItems(Report &report, const MapBenchOptions &options)
{
    measureItems(report, options, furnishPlainly);
}

void measureOwnItems(Report &report, const MapBenchOptions &options)
{
    measureItems(report, options, furnishCarefully);
}

void measureBlit(Report &report, const MapBenchOptions &options)
{
    BlitWidget window(options.window);
    FrameStage stage(window, window);
    const auto times = stage.frames(options.frames(400), [&](int) { window.update(); });
    const QImage picture = stage.screen();
    if (coloredPixels(picture) != qint64(picture.width()) * picture.height())
        qFatal("the picture is not on the screen");
    report.add(options.key + u".p50_ms"_s, median(times), u"ms"_s);
    report.add(options.key + u".p99_ms"_s, percentile(times, 0.99), u"ms"_s);
}

void measureData(Report &report, const MapBenchOptions &options)
{
    QWidget window;
    window.resize(options.window);
    FrameStage opened(window, window);
    SeatMapModel model;
    model.setPlan(benchHouse(options.seats));
    const std::vector<SeatState> states = benchStates(model.seatCount());
    if (!model.applySnapshot(0, states))
        qFatal("the snapshot was refused");
    report.add(options.key + u".memory.mb"_s, residentMegabytes(), u"MB"_s, u"resident, with the house's data and an empty window"_s);
}

} // namespace parterre::bench
