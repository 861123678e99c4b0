// SPDX-License-Identifier: GPL-3.0-or-later
#include "testhouses.h"

#include <cmath>

namespace parterre::testing {

namespace {

constexpr double kPitch = 25;

// Adds seats to one plan, with indices in the order they are added.
class PlanMaker
{
public:
    explicit PlanMaker(Plan &plan) : m_plan(plan) {}

    void section(const QString &name) { m_plan.sections.append(Section {.name = name}); }
    Row &row(const QString &label, RowLabelPosition position)
    {
        m_plan.sections.last().rows.append(Row {.label = label, .labelPosition = position});
        return m_plan.sections.last().rows.last();
    }
    Seat &seat(Row &row, int number, PlanPoint at, qint32 category)
    {
        row.seats.append({.index = m_next++,
                          .number = QString::number(number),
                          .label = QStringLiteral("%1 %2 %3").arg(m_plan.sections.last().name, row.label).arg(number),
                          .position = at,
                          .category = category});
        return row.seats.last();
    }

private:
    Plan &m_plan;
    qint32 m_next = 0;
};

QString rowName(int row)
{
    return QString(QLatin1Char(static_cast<char>('A' + row)));
}

// Seats on a circle about (0, centreY), 0 degrees straight down, filling [from, to] degrees from the right to the left.
void addArc(PlanMaker &maker, Row &row, double centreY, double radius, double from, double to, int &number, qint32 category)
{
    const double step = kPitch / radius;
    const double start = from * M_PI / 180;
    const double width = (to - from) * M_PI / 180;
    const int count = static_cast<int>(width / step) + 1;
    const double first = start + (width - (count - 1) * step) / 2;
    for (int i = 0; i < count; ++i) {
        const double angle = first + i * step;
        maker.seat(row, number++, {radius * std::sin(angle), centreY + radius * std::cos(angle)}, category);
    }
}

void addStalls(PlanMaker &maker)
{
    maker.section(QStringLiteral("Stalls"));
    for (int r = 0; r < 13; ++r) {
        const double radius = 420 + 34 * r;
        const double half = 34 - 0.2 * r;
        const qint32 category = r < 4 ? 0 : r < 10 ? 1 : 2;
        int number = 1;
        const double gap = 42 / radius * 180 / M_PI;
        addArc(maker, maker.row(rowName(r), RowLabelPosition::Start), -250, radius, -half, -half * 0.42, number, category);
        addArc(maker, maker.row(rowName(r), RowLabelPosition::None), -250, radius, -half * 0.42 + gap, half * 0.42 - gap, number, category);
        Row &last = maker.row(rowName(r), RowLabelPosition::End);
        addArc(maker, last, -250, radius, half * 0.42, half, number, category);
        if (r == 12) {
            for (qsizetype i = last.seats.size() - 4; i < last.seats.size(); ++i) {
                const bool place = i % 2 == (last.seats.size() % 2);
                last.seats[i].attributes = place ? SeatAttribute::Wheelchair | SeatAttribute::StepFree : SeatAttributes(SeatAttribute::Companion);
                if (!place)
                    last.seats[i].companionOf = last.seats[i - 1].index;
            }
        }
    }
}

void addCircle(PlanMaker &maker)
{
    maker.section(QStringLiteral("Dress circle"));
    for (int r = 0; r < 5; ++r) {
        int number = 1;
        addArc(maker, maker.row(rowName(r), RowLabelPosition::Both), -250, 960 + 34 * r, -33, 33, number, r < 2 ? 1 : 3);
    }
    for (const int side : {-1, 1}) {
        maker.section(side < 0 ? QStringLiteral("Box left") : QStringLiteral("Box right"));
        for (int r = 0; r < 2; ++r) {
            Row &row = maker.row(rowName(r), RowLabelPosition::Start);
            for (int n = 0; n < 6; ++n) {
                Seat &seat = maker.seat(row, n + 1, {side * (470.0 + 34 * r + 9 * n), 175.0 + 26 * n}, 2);
                if (r == 1)
                    seat.attributes = SeatAttribute::RestrictedView;
            }
        }
    }
}

} // namespace

Plan makeTheatre()
{
    Plan plan;
    plan.name = QStringLiteral("Theatre");
    plan.size = {1300, 1000};
    plan.focus = PlanPoint {0, 20};
    plan.categories = {{QStringLiteral("premium"), QStringLiteral("Premium"), QStringLiteral("#8e44ad")},
                       {QStringLiteral("standard"), QStringLiteral("Standard"), QStringLiteral("#1e88c9")},
                       {QStringLiteral("value"), QStringLiteral("Value"), QStringLiteral("#2a9d6f")},
                       {QStringLiteral("restricted"), QStringLiteral("Gallery"), QStringLiteral("#e0a030")}};
    plan.shapes = {{.kind = ShapeKind::Stage, .position = {-300, -110}, .size = {600, 130}, .text = QStringLiteral("Stage"), .textSize = 30}};
    PlanMaker maker(plan);
    addStalls(maker);
    addCircle(maker);
    return plan;
}

Plan makeStadium(qint32 seats)
{
    constexpr int kTiers = 4;
    constexpr int kSectionsPerTier = 50;
    const int perSection = (seats + kTiers * kSectionsPerTier - 1) / (kTiers * kSectionsPerTier);
    const int rows = std::max(1, static_cast<int>(std::sqrt(perSection / 1.6)));
    const int perRow = (perSection + rows - 1) / rows;
    const double tierDepth = rows * 32.0 + 70;
    const double inner = kSectionsPerTier * (perRow * kPitch + 60) / (2 * M_PI * 1.15);

    Plan plan;
    plan.name = QStringLiteral("Stadium");
    PlanMaker maker(plan);
    for (int tier = 0; tier < kTiers; ++tier) {
        plan.categories.append({.key = QString::number(tier), .name = QStringLiteral("Tier %1").arg(tier + 1)});
        for (int s = 0; s < kSectionsPerTier; ++s) {
            maker.section(QString::number(100 * (tier + 1) + s));
            const double middle = 2 * M_PI * s / kSectionsPerTier;
            for (int r = 0; r < rows; ++r) {
                Row &row = maker.row(QString::number(r + 1), RowLabelPosition::Both);
                const double radius = inner + tier * tierDepth + r * 32;
                for (int n = 0; n < perRow; ++n) {
                    const double angle = middle + (n - (perRow - 1) / 2.0) * kPitch / (inner * 1.15);
                    maker.seat(row, n + 1, {1.3 * radius * std::sin(angle), -radius * std::cos(angle)}, tier);
                }
            }
        }
    }
    plan.shapes = {{.kind = ShapeKind::Ellipse, .size = {0.95 * inner, 0.62 * inner}, .fill = QStringLiteral("#dcefdc"), .border = QStringLiteral("#9cc79c")}};
    return plan;
}

} // namespace parterre::testing
