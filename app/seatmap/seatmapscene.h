// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/seatpainter.h"

#include <QGraphicsScene>

#include <vector>

namespace parterre {

class AreaItem;
class FloorItem;
class NamesItem;
class OfferItem;
class PlaceMarksItem;
class RingItem;
class SectionItem;
class TablesItem;
struct PlaceMark;

// The items of one plan, rebuilt when the model's plan changes. In plan units; y grows downwards like the plan's.
class SeatMapScene final : public QGraphicsScene
{
    Q_OBJECT

public:
    // The model outlives the scene.
    explicit SeatMapScene(const SeatMapModel &model, QObject *parent = nullptr);
    ~SeatMapScene() override;

    void setTheme(const SeatMapTheme &theme);
    [[nodiscard]] const SeatMapTheme &theme() const { return m_painter.theme(); }
    [[nodiscard]] const SeatPainter &painter() const { return m_painter; }
    [[nodiscard]] const SeatMapModel &model() const { return m_model; }

    // Everything there is to see, without a margin.
    [[nodiscard]] QRectF content() const { return m_content; }
    // The median over all seats; 10 for a plan without any.
    [[nodiscard]] double seatRadius() const { return m_painter.seatRadius(); }
    [[nodiscard]] QRectF seatReach(qint32 seat) const;
    // What changes on the map, seen at so many pixels a plan unit, when a seat's look does: itself or its section.
    [[nodiscard]] QRectF changeReach(qint32 seat, double scale) const;
    // The section where it is seen as a shape; empty where its seats are.
    [[nodiscard]] QRectF sectionReach(qint32 section, double scale) const;
    [[nodiscard]] QRectF areaBounds(qint32 area) const;
    // The area at a point, kNone (PlaceGroups) beside all; of areas on each other the one drawn last.
    [[nodiscard]] qint32 areaAt(QPointF point) const;
    [[nodiscard]] const SectionItem &section(qint32 section) const { return *m_sections[static_cast<std::size_t>(section)]; }

    // The whole house into the middle of a rectangle, on any device; on one without pixels as drawing commands.
    void renderFor(MapUse use, QPainter &painter, const QRectF &target);

    void setViewScale(double scale);
    // SeatTable::kNone hides the ring. Round the whole table where that is what is sold.
    void setFocusRing(qint32 seat);
    void setHoverRing(qint32 seat);
    // The same for areas.
    void setFocusedArea(qint32 area);
    void setHoveredArea(qint32 area);
    // Seats to point out; none: nothing.
    void setOffer(const QList<qint32> &seats);
    // Places that differ from another plan's, some of them outside this one; none: nothing.
    void setMarks(const QList<PlaceMark> &marks);
    void emphasiseMarks(const QList<qint32> &marks);
    // What surrounds some of them.
    [[nodiscard]] QRectF marksContent(const QList<qint32> &marks) const;

Q_SIGNALS:
    void rebuilt();

private:
    void rebuild();
    void place(RingItem &ring, qint32 seat) const;
    void emphasise(qint32 area);

    const SeatMapModel &m_model;
    SeatPainter m_painter;
    std::vector<SectionItem *> m_sections; // owned by the scene, like every item
    std::vector<AreaItem *> m_areas;
    TablesItem *m_tables = nullptr;
    FloorItem *m_floors = nullptr;
    NamesItem *m_names = nullptr;
    PlaceMarksItem *m_marks = nullptr;
    OfferItem *m_offer = nullptr;
    RingItem *m_focusRing = nullptr;
    RingItem *m_hoverRing = nullptr;
    qint32 m_focused = SeatTable::kNone;
    qint32 m_hovered = SeatTable::kNone;
    qint32 m_focusedArea = PlaceGroups::kNone;
    qint32 m_hoveredArea = PlaceGroups::kNone;
    QRectF m_planContent; // m_content without marks
    QRectF m_content;
    double m_viewScale = 1;
};

} // namespace parterre
