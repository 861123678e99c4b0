// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/namesitem.h"

#include "app/seatmap/flooritem.h"
#include "app/seatmap/maplayers.h"
#include "app/seatmap/seatpainter.h"
#include "app/state/seatmapmodel.h"

#include <QLocale>
#include <QPainter>
#include <QPolygonF>
#include <QSet>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr double kPlatesBelow = 6;        // pixels of a seat; from here on seats can be picked and nothing may cover them
constexpr double kPlateText = 12;         // pixels
constexpr double kSmallPlateText = 10;    // pixels
constexpr double kShapeNameText = 11;     // pixels
constexpr double kShapeCountText = 9.5;   // pixels
constexpr double kMineSign = 15;          // pixels
constexpr double kReadable = 4.5;          // contrast
constexpr double kMiddleShare = 0.08;
constexpr double kSmallestLabel = 7;      // pixels
constexpr double kRoomForPlate = 60;      // pixels
constexpr double kPlateReach = 400;       // pixels a plate may stick out of the plan
constexpr double kRowTextInRadii = 1.15;
constexpr double kCaptionInRadii = 1.9;

QPointF pointOf(PlanPoint point)
{
    return {point.x, point.y};
}

int pixelsOf(double size, const DevicePixels &device)
{
    return static_cast<int>(std::lround(size * device.unit()));
}

QString seatsOf(qsizetype count, qsizetype all)
{
    const QLocale locale;
    return QStringLiteral("%1 / %2").arg(locale.toString(count), locale.toString(all));
}

bool writtenInPlan(const Plan &plan, const QString &name)
{
    return std::ranges::any_of(plan.shapes, [&](const Shape &shape) {
        return !shape.text.isEmpty() && shape.text.trimmed().compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
}

// Beyond the row's first or last seat, in the direction in which the row runs out.
QPointF beyond(const Row &row, bool atStart)
{
    const QPointF end = pointOf(atStart ? row.seats.first().position : row.seats.last().position);
    const double radius = atStart ? row.seats.first().radius : row.seats.last().radius;
    QPointF outward(atStart ? -1 : 1, 0);
    if (row.seats.size() > 1) {
        const QPointF next = pointOf(atStart ? row.seats[1].position : row.seats[row.seats.size() - 2].position);
        const double distance = std::hypot(end.x() - next.x(), end.y() - next.y());
        if (distance > 0)
            outward = (end - next) / distance;
    }
    return end + outward * radius * 3.1;
}

// What a text in the middle of a section has for itself: a section that stands askew has less than its rectangle.
// `band`: how far from the middle's two axes seats count as on them.
QSizeF roomThroughMiddle(const SeatTable &table, qint32 section, QPointF middle, double band)
{
    QRectF across(middle, QSizeF());
    QRectF down(middle, QSizeF());
    for (const qint32 seat : table.sectionSeats(section)) {
        const QPointF at = pointOf(table.position(seat));
        if (std::abs(at.y() - middle.y()) < band)
            across |= QRectF(at.x() - band, middle.y(), 2 * band, 1);
        if (std::abs(at.x() - middle.x()) < band)
            down |= QRectF(middle.x(), at.y() - band, 1, 2 * band);
    }
    return {across.width(), down.height()};
}

QRectF boundsOf(const Table &table)
{
    QRectF bounds = QRectF(-table.size.x / 2, -table.size.y / 2, table.size.x, table.size.y).translated(pointOf(table.position));
    for (const Seat &seat : table.seats) {
        const double reach = seat.radius * 1.5;
        bounds |= QRectF(seat.position.x - reach, seat.position.y - reach, 2 * reach, 2 * reach);
    }
    return bounds;
}

bool coversTableOrArea(const QRectF &place, const Plan &plan)
{
    return std::ranges::any_of(plan.sections, [&place](const Section &section) {
        return std::ranges::any_of(section.tables, [&place](const Table &table) { return boundsOf(table).intersects(place); })
               || std::ranges::any_of(section.areas, [&place](const Area &area) {
                      QPolygonF outline;
                      for (const PlanPoint &corner : area.outline)
                          outline << pointOf(corner);
                      return outline.intersects(QPolygonF(place));
                  });
    });
}

} // namespace

void NamesItem::SectionNames::add(std::vector<Label> &labels, const Label &label, double seatRadius)
{
    const double high = seatRadius * kCaptionInRadii;
    const double wide = high * 0.45 * static_cast<double>(label.text.size() + 1);
    reach |= QRectF(label.centre.x() - wide, label.centre.y() - high, 2 * wide, 2 * high);
    labels.push_back(label);
}

NamesItem::NamesItem(const SeatMapModel &model, SeatPainter &painter, const FloorItem &floors)
    : m_model(model), m_painter(painter), m_floors(floors), m_seatRadius(painter.seatRadius())
{
    setZValue(static_cast<double>(MapLayer::Names));
    setFlag(ItemUsesExtendedStyleOption);
    const SeatTable &table = model.table();
    m_content = QRectF(pointOf(table.topLeft()), pointOf(table.bottomRight()));
    m_sections.resize(static_cast<std::size_t>(table.sectionCount()));
    for (qint32 i = 0; i < table.sectionCount(); ++i) {
        SectionNames &names = m_sections[static_cast<std::size_t>(i)];
        const auto seats = table.sectionSeats(i);
        names.section = i;
        names.name = model.plan().sections[i].name;
        names.seats = static_cast<qsizetype>(seats.size());
        names.places = model.sectionPlaces(i);
        for (const qint32 seat : seats) {
            const QPointF at = pointOf(table.position(seat));
            const double radius = static_cast<double>(table.radius(seat));
            names.middle += at / static_cast<double>(seats.size());
            names.bounds |= QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
        }
    }
    for (SectionNames &names : m_sections)
        names.room = roomThroughMiddle(table, names.section, names.middle, std::max(1.8 * m_seatRadius, kMiddleShare * std::min(names.bounds.width(), names.bounds.height())));
    addRowLabels(model);
    for (qint32 i = 0; i < table.sectionCount(); ++i)
        addCaption(model, i);
    for (const SectionNames &names : m_sections)
        m_content |= names.reach;
    std::vector<double> sides;
    for (const SectionNames &names : m_sections)
        sides.push_back(std::min(names.bounds.width(), names.bounds.height()));
    std::ranges::sort(sides);
    m_usualSide = sides.empty() ? 0 : sides[sides.size() / 2];
    std::ranges::stable_sort(m_sections, std::greater(), &SectionNames::seats);
    setViewScale(1);
}

void NamesItem::setViewScale(double scale)
{
    prepareGeometryChange();
    const double reach = kPlateReach / scale;
    m_bounds = m_content.adjusted(-reach, -reach, reach, reach);
}

QRectF NamesItem::placeOf(const Label &label) const
{
    const double high = m_seatRadius * kCaptionInRadii;
    const double wide = high * 0.36 * static_cast<double>(label.text.size());
    return {label.centre.x() - wide, label.centre.y() - high / 2, 2 * wide, high};
}

bool NamesItem::coversAnother(const Label &caption, const Plan &plan) const
{
    const QRectF place = placeOf(caption);
    const bool onWriting = std::ranges::any_of(plan.shapes, [&](const Shape &shape) {
        if (shape.text.isEmpty())
            return false;
        const double half = shape.textSize * 0.3 * static_cast<double>(shape.text.size());
        const QPointF centre(shape.position.x + shape.textPosition.x, shape.position.y + shape.textPosition.y);
        return QRectF(centre.x() - half, centre.y() - shape.textSize / 2, 2 * half, shape.textSize).intersects(place);
    });
    if (onWriting || coversTableOrArea(place, plan))
        return true;
    const auto inTheWay = [&](const Label &label) { return placeOf(label).intersects(place); };
    return std::ranges::any_of(m_sections, [&](const SectionNames &names) {
        return names.reach.intersects(place) && (std::ranges::any_of(names.captions, inTheWay) || std::ranges::any_of(names.rows, inTheWay));
    });
}

// Above or below the middle of the section, where no seat and no other text is in the way; nowhere when the plan writes it already or
// there is nothing to tell apart.
void NamesItem::addCaption(const SeatMapModel &model, qint32 section)
{
    SectionNames &names = m_sections[static_cast<std::size_t>(section)];
    if (m_sections.size() < 2 || names.name.isEmpty() || names.seats == 0 || writtenInPlan(model.plan(), names.name))
        return;
    const SeatTable &table = model.table();
    const double size = m_seatRadius * kCaptionInRadii;
    const double halfWidth = size * 0.36 * static_cast<double>(names.name.size());
    double top = names.middle.y();
    double bottom = names.middle.y();
    for (const qint32 seat : table.sectionSeats(section)) {
        const PlanPoint at = table.position(seat);
        if (std::abs(at.x - names.middle.x()) <= halfWidth + m_seatRadius) {
            top = std::min(top, at.y);
            bottom = std::max(bottom, at.y);
        }
    }
    const double away = m_seatRadius * 2.6 + size * 0.6; // beyond the floor's edge
    for (const double y : {top - away, bottom + away}) {
        const PlanPoint from {names.middle.x() - halfWidth - m_seatRadius, y - size / 2 - m_seatRadius};
        const PlanPoint to {names.middle.x() + halfWidth + m_seatRadius, y + size / 2 + m_seatRadius};
        const Label caption {QPointF(names.middle.x(), y), names.name};
        if (table.seatsWithin(from, to).empty() && !coversAnother(caption, model.plan())) {
            names.add(names.captions, caption, m_seatRadius);
            return;
        }
    }
}

// A row that an aisle cuts in two would be labelled twice in the aisle: the second label at a place is dropped.
void NamesItem::addRowLabels(const SeatMapModel &model)
{
    const SeatTable &table = model.table();
    QSet<std::pair<QString, QPoint>> taken;
    const double cell = m_seatRadius * 4;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        for (const Row &row : model.plan().sections[static_cast<qsizetype>(i)].rows) {
            if (row.label.isEmpty() || row.seats.isEmpty())
                continue;
            for (const bool atStart : {true, false}) {
                const bool wanted = row.labelPosition == RowLabelPosition::Both
                                    || row.labelPosition == (atStart ? RowLabelPosition::Start : RowLabelPosition::End);
                const QPointF centre = beyond(row, atStart);
                const QPoint place = (centre / cell).toPoint();
                if (!wanted || taken.contains({row.label, place}) || table.seatAt({centre.x(), centre.y()}, m_seatRadius * 0.5) != SeatTable::kNone)
                    continue;
                for (int dx = -1; dx <= 1; ++dx) {
                    for (int dy = -1; dy <= 1; ++dy)
                        taken.insert({row.label, place + QPoint(dx, dy)});
                }
                m_sections[i].add(m_sections[i].rows, {centre, row.label}, m_seatRadius);
            }
        }
    }
}

void NamesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    if (m_painter.use() == MapUse::Overview)
        return;
    const DevicePixels device(*painter);
    const double seatPixels = 2 * m_seatRadius * device.scale() / device.unit();
    if (m_painter.shapeShare(device) >= 1)
        paintOnShapes(*painter, device, device.map(option->exposedRect));
    else if (seatPixels < kPlatesBelow)
        paintPlates(*painter, device, device.map(option->exposedRect));
    else
        paintLabels(*painter, device, option->exposedRect);
}

// The name, and below it how many seats are free of how many, as far as the section has room for them and no other text is
// in the way; names go first. Decided by sizes and distances alone, which neither panning nor a sale changes.
void NamesItem::layOutShapeTexts(const DevicePixels &device)
{
    m_shapeTextScale = device.scale();
    m_shapeTextFont = m_painter.theme().font;
    m_shapeTexts.clear();
    const auto fits = [this](const SectionNames &names, const QRectF &spot) {
        const QSizeF room = names.room * m_shapeTextScale;
        return !spot.isEmpty() && spot.width() <= room.width() && spot.height() <= room.height()
               && std::ranges::none_of(m_shapeTexts, [&](const ShapeText &text) { return text.names != &names && text.spot.intersects(spot); });
    };
    const auto spotOf = [this](const SectionNames &names, QSizeF size) {
        return QRectF(names.middle * m_shapeTextScale - QPointF(size.width(), size.height()) / 2, size);
    };
    for (const SectionNames &names : m_sections) {
        const QRectF spot = spotOf(names, names.name.isEmpty() ? QSizeF() : m_painter.textSize(names.name, pixelsOf(kShapeNameText, device), QFont::Bold));
        if (fits(names, spot) || names.name.isEmpty())
            m_shapeTexts.push_back({&names, spot, false});
    }
    for (ShapeText &text : m_shapeTexts) {
        const QString most = seatsOf(text.names->places, text.names->places);
        const QSizeF count = m_painter.textSize(most, pixelsOf(kShapeCountText, device), QFont::Medium);
        const QRectF spot = spotOf(*text.names, QSizeF(std::max(text.spot.width(), count.width()), text.spot.height() + count.height()));
        if (text.names->seats > 0 && fits(*text.names, spot)) {
            text.spot = spot;
            text.counted = true;
        }
    }
}

void NamesItem::paintOnShapes(QPainter &painter, const DevicePixels &device, const QRectF &exposed)
{
    const SeatMapTheme &theme = m_painter.theme();
    if (m_shapeTextScale != device.scale() || m_shapeTextFont != theme.font)
        layOutShapeTexts(device);
    const QPointF origin = device.map(QPointF());
    const int nameSize = pixelsOf(kShapeNameText, device);
    const int countSize = pixelsOf(kShapeCountText, device);
    for (const ShapeText &text : m_shapeTexts) {
        const SectionNames &names = *text.names;
        const QRectF spot = text.spot.translated(origin);
        if (!spot.adjusted(-2, -2, 2, 2).intersects(exposed))
            continue;
        const SeatMapModel::Tally tally = m_model.sectionTally(names.section);
        const QColor ground = m_floors.sectionColor(names.section);
        const QColor color = tally.count == 0 ? theme.muted : contrastRatio(theme.ink, ground) >= kReadable ? theme.ink : theme.textOn(ground);
        const double nameShare = !text.counted ? 1 : names.name.isEmpty() ? 0 : kShapeNameText / (kShapeNameText + kShapeCountText);
        const QPointF middle = spot.center();
        if (nameShare > 0)
            m_painter.drawText(painter, middle - QPointF(0, (1 - nameShare) * spot.height() / 2), names.name, nameSize, color, QFont::Bold);
        if (text.counted)
            m_painter.drawText(painter, middle + QPointF(0, nameShare * spot.height() / 2), seatsOf(tally.count, tally.of), countSize, color, QFont::Medium);
    }
    paintMine(painter, device, exposed);
}

// Above what is written on the section where it has room for that, else in its middle and no larger than it.
QRectF NamesItem::mineSpot(const SectionNames &names, const DevicePixels &device) const
{
    const double scale = device.scale();
    const QRectF bounds(names.bounds.topLeft() * scale, names.bounds.size() * scale);
    const double side = std::min({kMineSign * device.unit(), bounds.width(), bounds.height()});
    const auto text = std::ranges::find(m_shapeTexts, &names, &ShapeText::names);
    QPointF centre = names.middle * scale;
    if (text != m_shapeTexts.end() && text->spot.top() - side > bounds.top())
        centre.setY(text->spot.top() - side / 2);
    return {centre - QPointF(side, side) / 2, QSizeF(side, side)};
}

void NamesItem::paintMine(QPainter &painter, const DevicePixels &device, const QRectF &exposed)
{
    const QPointF origin = device.map(QPointF());
    for (const SectionNames &names : m_sections) {
        // An area has its own sign.
        if (names.seats == 0 || m_model.sectionCounts(names.section)[static_cast<std::size_t>(SeatLook::Mine)] == 0)
            continue;
        const QRectF spot = mineSpot(names, device).translated(origin);
        if (spot.adjusted(-2, -2, 2, 2).intersects(exposed))
            m_painter.drawForm(painter, spot.center(), spot.width(), device.unit(), SeatLook::Mine, m_model.table().category(m_model.table().sectionSeats(names.section).front()), SeatMark::None);
    }
}

// Plates where the usual section has room for one, smaller ones without an edge where it does not; none where two
// would overlap: the larger section keeps its name. Decided by distances alone, which panning does not change.
void NamesItem::paintPlates(QPainter &painter, const DevicePixels &device, const QRectF &exposed)
{
    if (m_sections.size() < 2)
        return;
    const double unit = device.unit();
    const bool roomy = m_usualSide * device.scale() > kRoomForPlate * unit;
    const int textSize = static_cast<int>(std::lround((roomy ? kPlateText : kSmallPlateText) * unit));
    const QSize border = QSize(roomy ? 14 : 4, roomy ? 6 : 0) * static_cast<int>(std::lround(unit));
    std::vector<QRectF> placed;
    for (const SectionNames &names : m_sections) {
        if (names.name.isEmpty() || names.seats == 0)
            continue;
        const QSize size = m_painter.textSize(names.name, textSize, QFont::DemiBold) + border;
        const QPointF half = QPointF(size.width(), size.height()) / 2;
        const QRectF spot(names.middle * device.scale() - half, QSizeF(size));
        if (std::ranges::any_of(placed, [&](const QRectF &other) { return other.intersects(spot); }))
            continue;
        placed.push_back(spot);
        const QPointF middle = device.map(names.middle);
        if (QRectF(middle - half, QSizeF(size)).adjusted(-2, -2, 2, 2).intersects(exposed))
            m_painter.drawPlate(painter, middle, size, names.name, textSize, roomy);
    }
}

void NamesItem::paintLabels(QPainter &painter, const DevicePixels &device, const QRectF &exposed)
{
    const QColor color = m_painter.theme().muted;
    const auto paintAll = [&](const std::vector<Label> &labels, double radii, QFont::Weight weight) {
        const int pixelSize = static_cast<int>(std::lround(radii * m_seatRadius * device.scale()));
        if (pixelSize < kSmallestLabel * device.unit())
            return;
        for (const Label &label : labels) {
            const QSizeF size = QSizeF(m_painter.textSize(label.text, pixelSize, weight)) / device.scale();
            if (exposed.adjusted(-size.width(), -size.height(), size.width(), size.height()).contains(label.centre))
                m_painter.drawText(painter, device.map(label.centre), label.text, pixelSize, color, weight);
        }
    };
    for (const SectionNames &names : m_sections) {
        if (!names.reach.intersects(exposed))
            continue;
        paintAll(names.captions, kCaptionInRadii, QFont::DemiBold);
        paintAll(names.rows, kRowTextInRadii, QFont::Medium);
    }
}

} // namespace parterre
