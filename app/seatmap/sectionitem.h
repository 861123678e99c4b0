// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include <vector>

namespace parterre {

class SeatMapModel;
class SeatPainter;

// All seats of one section, painted from the model's flat arrays. Knows positions only; looks are read while painting.
class SectionItem final : public QGraphicsItem
{
public:
    SectionItem(const SeatMapModel &model, SeatPainter &painter, qint32 section);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    // How often it was painted; tests tell by it which sections a change reached.
    [[nodiscard]] int paintCount() const { return m_paintCount; }
    // How many seats it has drawn in all.
    [[nodiscard]] qint64 paintedSeats() const { return m_paintedSeats; }

private:
    // Consecutive seats and where they reach, so that a section of any size is culled in few steps.
    struct Run {
        std::size_t first;
        std::size_t last;
        QRectF bounds;
    };

    const SeatMapModel &m_model;
    SeatPainter &m_painter;
    qint32 m_section;
    QRectF m_bounds;
    std::vector<Run> m_runs;
    int m_paintCount = 0;
    qint64 m_paintedSeats = 0;
};

} // namespace parterre
