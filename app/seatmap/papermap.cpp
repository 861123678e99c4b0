// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/papermap.h"

#include "app/seatmap/areaitem.h"
#include "app/seatmap/flooritem.h"
#include "app/seatmap/namesitem.h"
#include "app/seatmap/sectionitem.h"
#include "app/seatmap/shapesitem.h"
#include "app/seatmap/tablesitem.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace parterre {

PaperMap::PaperMap(const SeatMapModel &model, const SeatMapTheme &theme, MapUse use)
{
    m_painter.setTheme(theme);
    m_painter.setPlan(model);
    m_painter.setUse(use);
    auto floors = std::make_unique<FloorItem>(model, m_painter);
    auto shapes = std::make_unique<ShapesItem>(model.plan().shapes, m_painter);
    auto names = std::make_unique<NamesItem>(model, m_painter, *floors);
    m_content = floors->content() | shapes->content();
    if (model.placeCount() > 0)
        m_content |= names->content();
    m_items.push_back(std::move(floors));
    m_items.push_back(std::move(shapes));
    for (qint32 i = 0; i < model.areaCount(); ++i)
        m_items.push_back(std::make_unique<AreaItem>(model, m_painter, i));
    m_items.push_back(std::make_unique<TablesItem>(tablesOf(model.plan()), m_painter));
    for (qint32 i = 0; i < model.table().sectionCount(); ++i)
        m_items.push_back(std::make_unique<SectionItem>(model, m_painter, i));
    for (std::size_t i = 2; i < m_items.size(); ++i) // what stands on the floor, perhaps beside it
        m_content |= m_items[i]->boundingRect();
    m_items.push_back(std::move(names));
}

PaperMap::~PaperMap() = default;

bool PaperMap::paint(QPainter &painter, const QRectF &target, const std::function<bool(double)> &goOn) const
{
    QRectF place(QPointF(), m_content.size().scaled(target.size(), Qt::KeepAspectRatio));
    place.moveCenter(target.center());
    painter.save();
    painter.setClipRect(place);
    painter.translate(place.topLeft());
    painter.scale(place.width() / m_content.width(), place.height() / m_content.height());
    painter.translate(-m_content.topLeft());
    QStyleOptionGraphicsItem whole;
    whole.exposedRect = m_content;
    bool complete = true;
    for (std::size_t i = 0; i < m_items.size() && complete; ++i) {
        painter.save();
        m_items[i]->paint(&painter, &whole, nullptr);
        painter.restore();
        complete = goOn(static_cast<double>(i + 1) / static_cast<double>(m_items.size()));
    }
    painter.restore();
    return complete;
}

} // namespace parterre
