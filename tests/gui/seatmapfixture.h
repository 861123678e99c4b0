// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testhouses.h"

#include "app/seatmap/seatmapview.h"

#include <QEvent>
#include <QImage>
#include <QPaintEvent>
#include <QScreen>
#include <QTest>

#include <memory>

namespace parterre::testing {

// Counts what really was painted: update() promises nothing about when.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget &widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            ++m_count;
            for (const QRect &rect : static_cast<QPaintEvent *>(event)->region())
                m_pixels += rect.width() * rect.height();
        }
        return false;
    }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int pixels() const { return m_pixels; }

private:
    int m_count = 0;
    int m_pixels = 0;
};

// A map of a house in a window, all seats free.
struct Map {
    explicit Map(const Plan &plan, QSize size = {1000, 700})
    {
        model.setPlan(plan);
        const std::vector<SeatState> states(static_cast<std::size_t>(model.placeCount()), SeatState::Free);
        if (!model.applySnapshot(0, states))
            qFatal("snapshot refused");
        view = std::make_unique<SeatMapView>(model);
        counter = std::make_unique<PaintCounter>(*view->viewport());
        view->setZoomDuration(std::chrono::milliseconds(0));
        view->resize(size);
        view->show();
        view->activateWindow();
        if (!QTest::qWaitForWindowActive(view.get()))
            qFatal("window not active");
    }

    void change(qint32 seat, SeatState state)
    {
        const SeatChange one {seat, state};
        const qint64 revision = *model.revision();
        if (!model.applyChanges(revision, revision + 1, std::span(&one, 1)))
            qFatal("change refused");
    }
    [[nodiscard]] QPoint centre(qint32 seat) const { return view->seatRect(seat).center().toPoint(); }
    void clickSeat(qint32 seat) const { QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, centre(seat)); }
    // What is on the screen, after everything asked for has been painted.
    [[nodiscard]] QImage screen() const
    {
        QTest::qWait(0);
        view->repaint(QRect()); // flushes what is dirty without adding to it
        const QImage image = view->screen()->grabWindow(view->winId()).toImage();
        if (image.isNull())
            qFatal("nothing on the screen");
        return image;
    }
    void paintAll() const
    {
        const int before = counter->count();
        view->viewport()->update();
        QTRY_VERIFY(counter->count() > before);
    }

    SeatMapModel model;
    std::unique_ptr<SeatMapView> view;
    std::unique_ptr<PaintCounter> counter;
};

// Pixels that differ by more than `shades` in any channel.
inline int differingPixels(const QImage &a, const QImage &b, int shades = 0)
{
    const auto differ = [shades](QRgb one, QRgb other) {
        return std::abs(qRed(one) - qRed(other)) > shades || std::abs(qGreen(one) - qGreen(other)) > shades
               || std::abs(qBlue(one) - qBlue(other)) > shades;
    };
    if (a.size() != b.size())
        return a.width() * a.height();
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += differ(a.pixel(x, y), b.pixel(x, y));
    }
    return count;
}

} // namespace parterre::testing
