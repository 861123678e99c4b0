// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/paperlayout.h"
#include "shared/planio/svgdrawing.h"

#include <map>
#include <tuple>

namespace parterre::planio {

// Colours of a page.
inline constexpr QLatin1StringView kPaperInk {"#1b2430"};
inline constexpr QLatin1StringView kPaperMuted {"#5d6875"};
inline constexpr QLatin1StringView kPaperLine {"#c9cfd6"};
// Of a letter's height: how far the baseline is below the middle of capitals and digits.
inline constexpr double kPaperBaseline = 0.36;

// A plan on paper. Seats of one look are one path however many they are: lines without length and with round ends, the
// shortest way to say a disc, here and in the PDF.
class PaperDrawing : public SvgDrawing
{
protected:
    enum class Sign { None, Wheelchair, Companion };

    PaperDrawing(const Plan &plan, const PaperLayout &layout) : SvgDrawing(plan), m_layout(layout) {}

    // The plan in the middle of a rectangle of the page, as large as fits.
    void writePlanIn(const QRectF &place);
    // `fine`: large enough for a rim and a companion's sign.
    void writeSeatBodies(const QList<PlanPoint> &seats, double radius, const QString &color, Sign sign, bool fine);

private:
    using Look = std::tuple<qint32, Sign, double>; // category, sign, radius

    void writeSeats(const QList<Seat> &seats) override;
    void writeAreaName(const Area &area) override;
    void writeSectionEnd(const Section &section) override;
    [[nodiscard]] bool isLegible(double size) const override;
    [[nodiscard]] double baselineBelow(double size) const override { return kPaperBaseline * size; } // librsvg centres nothing
    void writeNumbers(qint32 category, const QList<const Seat *> &seats);
    void writeLines(const QString &path, double width, const QString &color, bool round = true);
    void writeSquares(const QList<PlanPoint> &seats, double radius, const QString &color, bool fine);
    void writeBadges(const QList<PlanPoint> &seats, double radius);

    const PaperLayout &m_layout;
    double m_scale = 1;                             // millimetres
    std::map<Look, QList<const Seat *>> m_section;  // its seats, until it ends
};

} // namespace parterre::planio
