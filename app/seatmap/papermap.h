// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/seatpainter.h"

#include <QRectF>

#include <functional>
#include <memory>
#include <vector>

class QGraphicsItem;

namespace parterre {

// The items of a map without the scene, for paper or a small picture: on whatever thread the model is not changed on
// meanwhile, which a scene would not allow. Not on a device with pixels: see SeatPainter.
class PaperMap
{
public:
    // The model outlives it.
    PaperMap(const SeatMapModel &model, const SeatMapTheme &theme, MapUse use = MapUse::Paper);
    ~PaperMap();
    Q_DISABLE_COPY_MOVE(PaperMap)

    [[nodiscard]] const SeatPainter &painter() const { return m_painter; }
    [[nodiscard]] const QRectF &content() const { return m_content; }

    // The whole house into the middle of a rectangle. `goOn` is told how much is done, 0..1, and may stop it; answers whether
    // it came to its end.
    bool paint(QPainter &painter, const QRectF &target, const std::function<bool(double)> &goOn) const;

private:
    SeatPainter m_painter;
    std::vector<std::unique_ptr<QGraphicsItem>> m_items; // bottom first
    QRectF m_content;
};

} // namespace parterre
