// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/paperdrawing.h"

#include "shared/planio/seatwords.h"

#include <algorithm>
#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSmallestText = 1.1;       // mm: of rows' labels and numbers of two digits
constexpr double kSmallestLongNumber = 0.8; // mm
constexpr double kLargestSeat = 4;          // mm: the radius; a house of few seats is not blown up
constexpr double kAreaName = 3.2;           // mm at most
constexpr double kSectionName = 4;          // mm at most, over its seats
constexpr double kNumberHeight = 0.94;      // radii: two digits fill the disc
constexpr double kLongNumber = 2.1;         // radii that longer ones are wide
constexpr double kRim = 0.11;               // radii
constexpr double kSquareRim = 0.2;
constexpr double kCorner = 0.36;            // radii, of a wheelchair place
constexpr double kHalo = 0.28;              // of a letter's height

double lightness(const QString &color) // relative luminance as in WCAG 2
{
    const auto part = [&color](qsizetype at) {
        const double share = QStringView(color).mid(at, 2).toInt(nullptr, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

QString inkOn(const QString &color)
{
    const double ground = lightness(color) + 0.05;
    return 1.05 / ground > ground / (lightness(kPaperInk) + 0.05) ? u"#ffffff"_s : QString(kPaperInk);
}

QString darker(const QString &color)
{
    QString darker = u"#"_s;
    for (const qsizetype at : {1, 3, 5})
        darker += u"%1"_s.arg(QStringView(color).mid(at, 2).toInt(nullptr, 16) * 7 / 10, 2, 16, QChar(u'0'));
    return darker;
}

QString moveTo(double x, double y)
{
    return u"M%1 %2"_s.arg(numberText(x), numberText(y));
}

// A line to the right through each point: with round ends and no length a disc, with flat ones and as long as wide a square.
QString linesAt(const QList<PlanPoint> &points, PlanPoint offset = {}, double length = 0)
{
    QString path;
    const QString line = u"h"_s + numberText(length);
    for (const PlanPoint &point : points)
        path += moveTo(point.x + offset.x - length / 2, point.y + offset.y) + line;
    return path;
}

// A rounded square that begins where its upper side does.
QString squarePath(double straight, double corner)
{
    return u"h%2a%1 %1 0 0 1 %1 %1v%2a%1 %1 0 0 1 -%1 %1h-%2a%1 %1 0 0 1 -%1 -%1v-%2a%1 %1 0 0 1 %1 -%1z"_s.arg(numberText(corner), numberText(straight));
}

} // namespace

void PaperDrawing::writePlanIn(const QRectF &place)
{
    const QRectF &bounds = m_layout.bounds();
    m_scale = std::min(place.width() / bounds.width(), place.height() / bounds.height());
    if (m_layout.largestRadius() > 0)
        m_scale = std::min(m_scale, kLargestSeat / m_layout.largestRadius());
    const QPointF origin = place.center() - bounds.center() * m_scale;
    begin("g"_L1, u"plan"_s);
    attribute("transform"_L1, u"translate(%1 %2) scale(%3)"_s.arg(numberText(origin.x()), numberText(origin.y()), numberText(m_scale)));
    writePlan();
    m_xml.writeEndElement();
}

bool PaperDrawing::isLegible(double size) const
{
    return size * m_scale >= kSmallestText && m_layout.seats() <= kMostLegibleSeats;
}

void PaperDrawing::writeSeats(const QList<Seat> &seats)
{
    for (const Seat &seat : seats) {
        const Sign sign = seat.attributes.testFlag(SeatAttribute::Wheelchair) ? Sign::Wheelchair : seat.attributes.testFlag(SeatAttribute::Companion) ? Sign::Companion : Sign::None;
        m_section[{seat.category, sign, seat.radius}].append(&seat);
    }
}

void PaperDrawing::writeSectionEnd(const Section &section)
{
    bool written = false;
    for (const auto &[look, seats] : m_section) {
        const auto &[category, sign, radius] = look;
        QList<PlanPoint> points;
        for (const Seat *seat : seats)
            points.append(seat->position);
        const bool fine = isLegible(kNumberHeight * radius);
        writeSeatBodies(points, radius, categoryColor(category), sign, fine);
        if (fine)
            writeNumbers(category, seats);
        written = written || fine;
    }
    m_section.clear();

    const qsizetype index = &section - m_plan.sections.constData();
    if (const PaperLayout::Caption &beside = m_layout.beside(index); written && beside.size > 0)
        writeText(u"section-name"_s, beside.at, beside.size, {}, section.name);
    const PaperLayout::Caption &over = m_layout.over(index);
    const double size = std::min(over.size, kSectionName / m_scale);
    if (written || size * m_scale < kSmallestText)
        return;
    begin("g"_L1, u"halo"_s);
    attribute("stroke"_L1, u"#ffffff"_s);
    attribute("stroke-width"_L1, kHalo * size);
    attribute("stroke-linejoin"_L1, u"round"_s);
    writeText(u"section-name"_s, over.at, size, u"#ffffff"_s, section.name);
    m_xml.writeEndElement();
    writeText(u"section-name"_s, over.at, size, {}, section.name);
}

void PaperDrawing::writeSeatBodies(const QList<PlanPoint> &seats, double radius, const QString &color, Sign sign, bool fine)
{
    if (sign == Sign::Wheelchair)
        return writeSquares(seats, radius, color, fine);
    const QString dots = linesAt(seats);
    if (!fine)
        return writeLines(dots, 2 * radius, color);
    writeLines(dots, 2 * radius, darker(color));
    writeLines(dots, 2 * radius * (1 - kRim), color);
    if (sign == Sign::Companion)
        writeBadges(seats, radius);
}

void PaperDrawing::writeLines(const QString &path, double width, const QString &color, bool round)
{
    m_xml.writeEmptyElement(u"path"_s);
    attribute("d"_L1, path);
    attribute("fill"_L1, u"none"_s);
    attribute("stroke"_L1, color);
    attribute("stroke-width"_L1, width);
    if (round)
        attribute("stroke-linecap"_L1, u"round"_s);
}

void PaperDrawing::writeSquares(const QList<PlanPoint> &seats, double radius, const QString &color, bool fine)
{
    if (!fine) {
        for (const auto &[side, paint] : {std::pair {2 * radius, QString(kPaperInk)}, {2 * radius * (1 - kSquareRim), color}})
            writeLines(linesAt(seats, {}, side), side, paint, false);
        return;
    }
    const double side = 2 * radius * (1 - kSquareRim / 2), straight = side - 2 * kCorner * radius;
    const QString square = squarePath(straight, kCorner * radius);
    QString path;
    for (const PlanPoint &seat : seats)
        path += moveTo(seat.x - straight / 2, seat.y - side / 2) + square;
    m_xml.writeEmptyElement(u"path"_s);
    attribute("d"_L1, path);
    attribute("fill"_L1, color);
    attribute("stroke"_L1, kPaperInk);
    attribute("stroke-width"_L1, kSquareRim * radius);
}

// A plus at the lower corner, as on the map.
void PaperDrawing::writeBadges(const QList<PlanPoint> &seats, double radius)
{
    const PlanPoint corner {0.8 * radius, 0.8 * radius};
    const QString dots = linesAt(seats, corner);
    writeLines(dots, 0.95 * radius, kPaperInk);
    writeLines(dots, 0.73 * radius, u"#ffffff"_s);
    const double arm = 0.2 * radius;
    QString pluses;
    for (const PlanPoint &seat : seats)
        pluses += moveTo(seat.x + corner.x - arm, seat.y + corner.y) + u"h%1m-%2 -%2v%1"_s.arg(numberText(2 * arm), numberText(arm));
    writeLines(pluses, 0.14 * radius, kPaperInk);
}

void PaperDrawing::writeNumbers(qint32 category, const QList<const Seat *> &seats)
{
    const QString ink = inkOn(categoryColor(category));
    for (const Seat *seat : seats) {
        const double size = seat->number.size() <= 2 ? kNumberHeight * seat->radius : kLongNumber * seat->radius / (static_cast<double>(seat->number.size()) + 0.3);
        if (!seat->number.isEmpty() && size * m_scale >= kSmallestLongNumber)
            writeText(u"number"_s, seat->position, size, ink, seat->number);
    }
}

void PaperDrawing::writeAreaName(const Area &area)
{
    const QString text = area.name + u'\n' + QString::number(area.capacity);
    const double size = std::min(kAreaName / m_scale, 0.85 * boundsOf(area.outline).width() / roughWidth(area.name, 1));
    if (size * m_scale >= kSmallestText)
        writeText(u"area-name"_s, middleOf(area.outline), size, {}, text);
}

} // namespace parterre::planio
