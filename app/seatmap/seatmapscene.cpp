// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatmapscene.h"

#include "app/seatmap/areaitem.h"
#include "app/seatmap/flooritem.h"
#include "app/seatmap/maplayers.h"
#include "app/seatmap/namesitem.h"
#include "app/seatmap/offeritem.h"
#include "app/seatmap/placemarksitem.h"
#include "app/seatmap/ringitem.h"
#include "app/seatmap/sectionitem.h"
#include "app/seatmap/shapesitem.h"
#include "app/seatmap/tablesitem.h"

#include <algorithm>

namespace parterre {

SeatMapScene::SeatMapScene(const SeatMapModel &model, QObject *parent) : QGraphicsScene(parent), m_model(model)
{
    // A few hundred items, all wanted at once when far away: a tree would only cost.
    setItemIndexMethod(NoIndex);
    connect(&model, &SeatMapModel::planChanged, this, &SeatMapScene::rebuild);
    rebuild();
}

SeatMapScene::~SeatMapScene() = default;

void SeatMapScene::setTheme(const SeatMapTheme &theme)
{
    m_painter.setTheme(theme);
    update();
}

QRectF SeatMapScene::seatReach(qint32 seat) const
{
    const PlanPoint at = m_model.table().position(seat);
    const double reach = static_cast<double>(m_model.table().radius(seat)) * SeatPainter::kReach;
    return {at.x - reach, at.y - reach, 2 * reach, 2 * reach};
}

QRectF SeatMapScene::changeReach(qint32 seat, double scale) const
{
    return m_painter.shapeShare(scale) > 0 ? m_floors->sectionBounds(m_model.table().section(seat)) : seatReach(seat);
}

QRectF SeatMapScene::sectionReach(qint32 section, double scale) const
{
    return m_painter.shapeShare(scale) > 0 ? m_floors->sectionBounds(section) : QRectF();
}

void SeatMapScene::renderFor(MapUse use, QPainter &painter, const QRectF &target)
{
    const MapUse before = m_painter.use();
    m_painter.setUse(use);
    QRectF place(QPointF(), m_content.size().scaled(target.size(), Qt::KeepAspectRatio));
    place.moveCenter(target.center());
    render(&painter, place, m_content, Qt::IgnoreAspectRatio);
    m_painter.setUse(before);
}

void SeatMapScene::setViewScale(double scale)
{
    m_viewScale = scale;
    m_names->setViewScale(scale);
    m_marks->setViewScale(scale);
    m_offer->setViewScale(scale);
    place(*m_focusRing, m_focused);
    place(*m_hoverRing, m_hovered);
}

void SeatMapScene::setFocusRing(qint32 seat)
{
    m_focused = seat;
    place(*m_focusRing, seat);
}

void SeatMapScene::setHoverRing(qint32 seat)
{
    m_hovered = seat;
    place(*m_hoverRing, seat);
}

QRectF SeatMapScene::areaBounds(qint32 area) const
{
    return m_areas[static_cast<std::size_t>(area)]->bounds();
}

qint32 SeatMapScene::areaAt(QPointF point) const
{
    for (std::size_t i = m_areas.size(); i > 0; --i) {
        if (m_areas[i - 1]->bounds().contains(point) && m_areas[i - 1]->holds(point))
            return static_cast<qint32>(i - 1);
    }
    return PlaceGroups::kNone;
}

void SeatMapScene::setFocusedArea(qint32 area)
{
    const qint32 before = std::exchange(m_focusedArea, area);
    emphasise(before);
    emphasise(area);
}

void SeatMapScene::setHoveredArea(qint32 area)
{
    const qint32 before = std::exchange(m_hoveredArea, area);
    emphasise(before);
    emphasise(area);
}

void SeatMapScene::emphasise(qint32 area)
{
    if (area != PlaceGroups::kNone)
        m_areas[static_cast<std::size_t>(area)]->setEmphasis(area == m_hoveredArea, area == m_focusedArea);
}

void SeatMapScene::setOffer(const QList<qint32> &seats)
{
    m_offer->show(seats, m_viewScale);
}

void SeatMapScene::setMarks(const QList<PlaceMark> &marks)
{
    m_marks->show(marks, m_viewScale);
    m_content = m_planContent | m_marks->content();
    setSceneRect(m_content);
}

void SeatMapScene::emphasiseMarks(const QList<qint32> &marks)
{
    m_marks->emphasise(marks);
}

QRectF SeatMapScene::marksContent(const QList<qint32> &marks) const
{
    return m_marks->contentOf(marks);
}

void SeatMapScene::place(RingItem &ring, qint32 seat) const
{
    ring.setVisible(seat != SeatTable::kNone);
    if (seat == SeatTable::kNone)
        return;
    if (const qint32 table = m_model.table().groups().wholeTableOf(seat); table != PlaceGroups::kNone) {
        const QRectF bounds = m_tables->tableBounds(table);
        ring.encircle(bounds.center(), std::max(bounds.width(), bounds.height()) / 2, m_viewScale);
        return;
    }
    const PlanPoint at = m_model.table().position(seat);
    ring.encircle(QPointF(at.x, at.y), static_cast<double>(m_model.table().radius(seat)), m_viewScale);
}

void SeatMapScene::rebuild()
{
    clear();
    m_sections.clear();
    m_areas.clear();
    m_focused = m_hovered = SeatTable::kNone;
    m_focusedArea = m_hoveredArea = PlaceGroups::kNone;
    m_painter.setPlan(m_model);

    m_floors = new FloorItem(m_model, m_painter);
    auto *shapes = new ShapesItem(m_model.plan().shapes, m_painter);
    addItem(m_floors);
    addItem(shapes);
    m_content = m_floors->content() | shapes->content();
    for (qint32 i = 0; i < m_model.areaCount(); ++i) {
        m_areas.push_back(new AreaItem(m_model, m_painter, i));
        addItem(m_areas.back());
        m_content |= m_areas.back()->bounds();
    }
    m_tables = new TablesItem(tablesOf(m_model.plan()), m_painter);
    addItem(m_tables);
    m_content |= m_tables->content();
    for (qint32 i = 0; i < m_model.table().sectionCount(); ++i) {
        m_sections.push_back(new SectionItem(m_model, m_painter, i));
        addItem(m_sections.back());
        m_content |= m_sections.back()->boundingRect();
    }
    m_names = new NamesItem(m_model, m_painter, *m_floors);
    m_marks = new PlaceMarksItem(m_painter);
    m_offer = new OfferItem(m_model, m_painter);
    m_hoverRing = new RingItem(MapLayer::Hover, m_painter);
    m_focusRing = new RingItem(MapLayer::Focus, m_painter);
    addItem(m_names);
    if (m_model.placeCount() > 0)
        m_content |= m_names->content();
    addItem(m_marks);
    addItem(m_offer);
    addItem(m_hoverRing);
    addItem(m_focusRing);
    if (m_content.isEmpty())
        m_content = QRectF(0, 0, std::max(m_model.plan().size.x, 1.0), std::max(m_model.plan().size.y, 1.0));
    m_planContent = m_content;
    setSceneRect(m_content);
    Q_EMIT rebuilt();
}

} // namespace parterre
