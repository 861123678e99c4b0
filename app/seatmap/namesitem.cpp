// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/namesitem.h"

#include "app/seatmap/maplayers.h"
#include "app/seatmap/seatpainter.h"
#include "app/state/seatmapmodel.h"

#include <QPainter>
#include <QSet>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr double kPlatesBelow = 6;        // pixels of a seat; from here on seats can be picked and nothing may cover them
constexpr double kPlateText = 12;         // pixels
constexpr double kSmallPlateText = 10;    // pixels
constexpr double kSmallestLabel = 7;      // pixels
constexpr double kRoomForPlate = 60;      // pixels
constexpr double kPlateReach = 400;       // pixels a plate may stick out of the plan
constexpr double kRowTextInRadii = 1.15;
constexpr double kCaptionInRadii = 1.9;
constexpr double kNudge = 1.0 / 2048;

QPoint wholePixel(QPointF point)
{
    return {static_cast<int>(std::floor(point.x() + 0.5 + kNudge)), static_cast<int>(std::floor(point.y() + 0.5 + kNudge))};
}

QPointF pointOf(PlanPoint point)
{
    return {point.x, point.y};
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

} // namespace

NamesItem::NamesItem(const SeatMapModel &model, SeatPainter &painter, double seatRadius)
    : m_painter(painter), m_seatRadius(seatRadius)
{
    setZValue(static_cast<double>(MapLayer::Names));
    setFlag(ItemUsesExtendedStyleOption);
    const SeatTable &table = model.table();
    m_content = QRectF(pointOf(table.topLeft()), pointOf(table.bottomRight()));
    m_sections.resize(static_cast<std::size_t>(table.sectionCount()));
    for (qint32 i = 0; i < table.sectionCount(); ++i) {
        SectionNames &names = m_sections[static_cast<std::size_t>(i)];
        const auto seats = table.sectionSeats(i);
        names.name = model.plan().sections[i].name;
        names.seats = static_cast<qsizetype>(seats.size());
        for (const qint32 seat : seats) {
            const QPointF at = pointOf(table.position(seat));
            const double radius = static_cast<double>(table.radius(seat));
            names.middle += at / static_cast<double>(seats.size());
            names.bounds |= QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
        }
    }
    addRowLabels(model);
    for (qint32 i = 0; i < table.sectionCount(); ++i)
        addCaption(model, i);
    for (SectionNames &names : m_sections) {
        for (const std::vector<Label> &labels : {names.captions, names.rows}) {
            for (const Label &label : labels) {
                const double high = m_seatRadius * kCaptionInRadii;
                const double wide = high * 0.45 * static_cast<double>(label.text.size() + 1);
                names.reach |= QRectF(label.centre.x() - wide, label.centre.y() - high, 2 * wide, 2 * high);
            }
        }
        m_content |= names.reach;
    }
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
    if (onWriting)
        return true;
    const auto inTheWay = [&](const Label &label) { return placeOf(label).intersects(place); };
    return std::ranges::any_of(m_sections, [&](const SectionNames &names) {
        return std::ranges::any_of(names.captions, inTheWay) || std::ranges::any_of(names.rows, inTheWay);
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
            names.captions.push_back(caption);
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
                m_sections[i].rows.push_back({centre, row.label});
            }
        }
    }
}

void NamesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const DevicePixels device(*painter);
    const double seatPixels = 2 * m_seatRadius * device.scale() / device.unit();
    if (seatPixels < kPlatesBelow)
        paintPlates(*painter, device, device.map(option->exposedRect));
    else
        paintLabels(*painter, device, option->exposedRect);
}

// Plates where the usual section has room for one, smaller ones without an edge where it does not; none where two
// would overlap: the larger section keeps its name. Decided by distances alone, which panning does not change.
void NamesItem::paintPlates(QPainter &painter, const DevicePixels &device, const QRectF &exposed)
{
    if (m_sections.size() < 2)
        return;
    const SeatMapTheme &theme = m_painter.theme();
    const double unit = device.unit();
    QColor plate = theme.floor;
    plate.setAlphaF(0.84F);
    const bool roomy = m_usualSide * device.scale() > kRoomForPlate * unit;
    std::vector<QRectF> placed;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const SectionNames &names : m_sections) {
        if (names.name.isEmpty() || names.seats == 0)
            continue;
        const int textSize = static_cast<int>(std::lround((roomy ? kPlateText : kSmallPlateText) * unit));
        const QPixmap &text = m_painter.text(names.name, textSize, theme.ink, QFont::DemiBold);
        const QSize size = text.size() + QSize(roomy ? 14 : 4, roomy ? 6 : 0) * static_cast<int>(std::lround(unit));
        const QRectF spot(names.middle * device.scale() - QPointF(size.width(), size.height()) / 2, QSizeF(size));
        if (std::ranges::any_of(placed, [&](const QRectF &other) { return other.intersects(spot); }))
            continue;
        placed.push_back(spot);
        const QPoint corner = wholePixel(device.map(names.middle) - QPointF(size.width(), size.height()) / 2);
        const QRectF rect(corner, QSizeF(size));
        if (!rect.adjusted(-2, -2, 2, 2).intersects(exposed))
            continue;
        painter.setPen(roomy ? QPen(theme.line, unit) : QPen(Qt::NoPen));
        painter.setBrush(plate);
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
        painter.drawPixmap(corner + QPoint((size.width() - text.width()) / 2, (size.height() - text.height()) / 2), text);
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
            const QPixmap &pixmap = m_painter.text(label.text, pixelSize, color, weight);
            const double slack = pixmap.width() / device.scale();
            if (!exposed.adjusted(-slack, -slack, slack, slack).contains(label.centre))
                continue;
            const QPointF corner = device.map(label.centre) - QPointF(pixmap.width(), pixmap.height()) / 2;
            painter.drawPixmap(wholePixel(corner), pixmap);
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
