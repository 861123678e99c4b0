// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/tools/rowtool.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/tools/drawing.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parterre {

namespace {

constexpr double kDegrees = 180 / std::numbers::pi;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RowTool)
};

} // namespace

QPointF RowTool::snapped(const ToolPoint &point)
{
    QPointF at = point.at;
    if (point.modifiers.testFlag(Qt::ShiftModifier) && m_from) {
        m_overlay.guides.clear();
        return alongAngle(*m_from, at);
    }
    const Snapped snap = m_snapper->snap(at);
    m_overlay.guides = snap.guides;
    return at + snap.by;
}

void RowTool::press(const ToolPoint &point)
{
    if (m_to)
        return; // the click that ends an arc
    m_snapper.emplace(document(), options().level, QSet<ElementId> {}, snapRules(point.modifiers));
    m_from = snapped(point);
}

void RowTool::move(const ToolPoint &point, bool pressed)
{
    if (!m_from)
        return;
    if (m_to)
        showArc(point.at);
    else if (pressed)
        showStraight(snapped(point));
    surface().overlayChanged();
}

void RowTool::release(const ToolPoint &point)
{
    if (!m_from)
        return;
    if (m_form == Form::Arc && !m_to && m_drawn != ElementId::None) {
        m_to = snapped(point);
        return;
    }
    finish();
}

// Seats go from left to right whichever way the row was drawn.
void RowTool::showStraight(QPointF to)
{
    QPointF left = *m_from, right = to;
    if (right.x() < left.x())
        std::swap(left, right);
    const double length = QLineF(left, right).length();
    if (length < options().spacing / 2) {
        document().cancelPreview();
        m_drawn = ElementId::None;
        m_overlay.notes.clear();
        return;
    }
    const auto seats = std::clamp(static_cast<qint32>(length / options().spacing + 1e-6) + 1, 1, kMaxRowSeats);
    const BlockBody body = blockBody(document().base(), options(), 1, seats);
    const QPointF along = (to - *m_from) / length;
    const QPointF middle = *m_from + along * ((seats - 1) * options().spacing / 2);
    Element row = steps::newElement(document().base(), body, {middle.x(), middle.y()}, options().section, options().level);
    row.rotation = std::atan2(right.y() - left.y(), right.x() - left.x()) * kDegrees;
    show(row, to);
}

// The circle through both ends and this point.
void RowTool::showArc(QPointF through)
{
    QPointF left = *m_from, right = *m_to;
    if (right.x() < left.x())
        std::swap(left, right);
    const QPointF chord = right - left;
    const double length = std::hypot(chord.x(), chord.y());
    const QPointF along = chord / length;
    const QPointF down(-along.y(), along.x());
    const double height = std::clamp(QPointF::dotProduct(through - (left + right) / 2, down), -length / 2, length / 2);
    const double angle = 4 * std::atan(2 * height / length); // of the whole arc, signed
    const double arc = std::abs(angle) < 1e-6 ? length : length * angle / (2 * std::sin(angle / 2));
    const auto seats = std::clamp(static_cast<qint32>(arc / options().spacing + 1e-6) + 1, 1, kMaxRowSeats);
    BlockBody body = blockBody(document().base(), options(), 1, seats);
    body.bend = angle * kDegrees * (seats - 1) * options().spacing / arc;
    const QPointF apex = (left + right) / 2 + down * height;
    Element row = steps::newElement(document().base(), body, {apex.x(), apex.y()}, options().section, options().level);
    row.rotation = std::atan2(along.y(), along.x()) * kDegrees;
    show(row, through);
}

void RowTool::show(Element row, QPointF noteAt)
{
    const auto seats = std::get<BlockBody>(row.body).seats;
    m_drawn = row.id;
    document().preview(steps::add(document().base(), Words::tr("Draw a row"), {row}));
    m_overlay.notes = {{noteAt, Words::tr("%Ln seats, %1 apart", nullptr, seats).arg(options().spacing)}};
}

void RowTool::finish()
{
    document().commitPreview();
    const ElementId drawn = m_drawn;
    cancel();
    if (drawn != ElementId::None)
        surface().drawn({drawn});
}

void RowTool::cancel()
{
    document().cancelPreview();
    m_from.reset();
    m_to.reset();
    m_snapper.reset();
    m_drawn = ElementId::None;
    m_overlay = {};
    surface().overlayChanged();
}

} // namespace parterre
