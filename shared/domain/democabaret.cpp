// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"

#include <cmath>
#include <numbers>

namespace parterre {

namespace {

using namespace Qt::StringLiterals;

constexpr double kAxis = 380; // of symmetry

// Small tables before the stage that are sold whole, larger ones by the seat behind, and room to stand at the bar.
class Cabaret
{
public:
    Plan build()
    {
        m_plan.name = u"Cabaret"_s;
        m_plan.size = {2 * kAxis, 640};
        m_plan.focus = PlanPoint {kAxis, 57};
        m_plan.categories = {{.key = u"stage-tables"_s, .name = u"Tables at the stage"_s, .color = u"#cc79a7"_s},
                             {.key = u"tables"_s, .name = u"Tables"_s, .color = u"#0072b2"_s},
                             {.key = u"standing"_s, .name = u"Standing"_s, .color = u"#009e73"_s}};
        addRoom();
        m_plan.sections = {{.name = u"Tables at the stage"_s}, {.name = u"Tables"_s}, {.name = u"Bar"_s}};
        for (int i = 0; i < kAcross; ++i)
            addRoundTable(0, {across(i), 178 + bend(i)}, 4, 0, true);
        for (int i = 0; i < kAcross; ++i)
            addRoundTable(1, {across(i), 296 + bend(i)}, 6, 1, false);
        for (const double x : {kAxis - 195, kAxis, kAxis + 195})
            addLongTable(1, {x, 410}, 4, 1);
        QList<Seat> &left = m_plan.sections[1].tables.first().seats;
        QList<Seat> &right = m_plan.sections[1].tables[kAcross - 1].seats;
        makeAccessible(left[0], left[1]);
        makeAccessible(right[5], right[4]); // its mirror image
        addStanding();
        return m_plan;
    }

private:
    static constexpr int kAcross = 5;
    static constexpr double kBesideTable = 15; // from the edge to the middle of a seat
    static constexpr qint32 kStanding = 150;

    static double across(int table) { return kAxis + (table - (kAcross - 1) / 2.0) * 128; }
    // Towards the walls tables come nearer to the stage.
    static double bend(int table) { return -6 * std::pow(table - (kAcross - 1) / 2.0, 2); }

    void addRoom()
    {
        m_plan.shapes = {
            {.kind = ShapeKind::Polygon, .points = {{30, 20}, {730, 20}, {730, 620}, {30, 620}}, .fill = u"#e9e9ee"_s, .border = u"#c4c4cf"_s},
            {.kind = ShapeKind::Stage, .position = {kAxis - 150, 30}, .size = {300, 54}, .fill = u"#2f3542"_s, .border = u"#1d222c"_s, .text = u"STAGE"_s,
             .textPosition = {150, 27}, .textSize = 18, .textColor = u"#f2f3f7"_s},
            {.kind = ShapeKind::Rectangle, .position = {kAxis - 110, 590}, .size = {220, 24}, .fill = u"#8d6e58"_s, .border = u"#6f5545"_s, .text = u"BAR"_s,
             .textPosition = {110, 12}, .textSize = 14, .textColor = u"#ffffff"_s},
        };
    }

    Table &addTable(qsizetype section, Table table)
    {
        table.label = QString::number(++m_tables);
        m_plan.sections[section].tables.append(table);
        return m_plan.sections[section].tables.last();
    }

    void addSeat(Table &table, PlanPoint at, qint32 category)
    {
        const QString number = QString::number(table.seats.size() + 1);
        table.seats.append({.index = m_next++, .number = number, .label = u"Table %1 Seat %2"_s.arg(table.label, number), .position = at, .category = category});
    }

    void addRoundTable(qsizetype section, PlanPoint centre, int seats, qint32 category, bool whole)
    {
        const double width = seats > 4 ? 52 : 42;
        Table &table = addTable(section, {.shape = TableShape::Round, .position = centre, .size = {width, width}, .soldWhole = whole});
        for (int i = 0; i < seats; ++i) {
            const double angle = (2 * i + 1) * std::numbers::pi / seats - std::numbers::pi / 2;
            const double reach = width / 2 + kBesideTable;
            addSeat(table, {centre.x + reach * std::cos(angle), centre.y + reach * std::sin(angle)}, category);
        }
    }

    void addLongTable(qsizetype section, PlanPoint centre, int seatsASide, qint32 category)
    {
        const double width = seatsASide * 30 + 10;
        Table &table = addTable(section, {.shape = TableShape::Rectangle, .position = centre, .size = {width, 34}});
        for (const int side : {-1, 1}) {
            for (int i = 0; i < seatsASide; ++i) // clockwise
                addSeat(table, {centre.x - side * (i - (seatsASide - 1) / 2.0) * 30, centre.y + side * (17 + kBesideTable)}, category);
        }
    }

    static void makeAccessible(Seat &place, Seat &companion)
    {
        place.attributes = SeatAttribute::Wheelchair | SeatAttribute::StepFree;
        place.radius = 12;
        companion.attributes = SeatAttribute::Companion | SeatAttribute::StepFree;
        companion.companionOf = place.index;
    }

    void addStanding()
    {
        m_plan.sections[2].areas = {{.name = u"Standing"_s,
                                     .outline = {{70, 480}, {690, 480}, {690, 560}, {560, 578}, {200, 578}, {70, 560}},
                                     .category = 2,
                                     .firstPlace = m_next,
                                     .capacity = kStanding}};
    }

    Plan m_plan;
    qint32 m_next = 0;
    int m_tables = 0;
};

} // namespace

Plan cabaretPlan()
{
    return Cabaret().build();
}

} // namespace parterre
