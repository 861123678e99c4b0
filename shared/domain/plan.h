// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QList>
#include <QString>

#include <optional>

namespace parterre {

// Lengths in a plan are plan units; seats of one row usually stand 25 apart with a radius of 10. y grows downwards,
// angles are degrees clockwise.
struct PlanPoint {
    double x = 0;
    double y = 0;

    friend bool operator==(const PlanPoint &, const PlanPoint &) = default;
};

enum class SeatAttribute : quint16 {
    Wheelchair = 1,      // a place for a wheelchair, without a fixed seat
    Companion = 2,       // belongs to the wheelchair place in Seat::companionOf
    RestrictedView = 4,
    Aisle = 8,
    StepFree = 16,
    HouseSeat = 32,
};
Q_DECLARE_FLAGS(SeatAttributes, SeatAttribute)
Q_DECLARE_OPERATORS_FOR_FLAGS(SeatAttributes)

// One place that is sold once. `index` is stable within a plan version: the seats of all rows and tables are counted
// from 0 in document order without gaps, section by section, rows before tables; the places of all areas follow.
struct Seat {
    qint32 index = 0;
    QString number = {};                          // "12"
    QString label = {};                           // "Stalls F 12", unique within the plan
    PlanPoint position = {};                      // absolute
    double radius = 10;
    qint32 category = 0;                          // position in Plan::categories
    SeatAttributes attributes = {};
    std::optional<qint32> companionOf = {};       // index of the wheelchair place this one belongs to
    QStringList externalIds = {};                 // as the imported file named it; may repeat between seats
    QStringList customAttributes = {};            // in the house's words, see customattributes.h

    friend bool operator==(const Seat &, const Seat &) = default;
};

enum class RowLabelPosition { None, Start, End, Both };

// Seats in the order people pass them. A physical row cut by an aisle may be several of these with one label.
struct Row {
    QString label = {};                           // "F"
    RowLabelPosition labelPosition = RowLabelPosition::Both;
    QList<Seat> seats = {};

    friend bool operator==(const Row &, const Row &) = default;
};

enum class TableShape { Round, Rectangle };

// Seats round a table, in the order people pass them: whoever follows sits beside.
struct Table {
    QString label = {};                           // "12"
    TableShape shape = TableShape::Round;
    PlanPoint position = {};                      // centre
    PlanPoint size = {60, 60};                    // of the table top: width and height
    double rotation = 0;                          // about the centre
    bool soldWhole = false;                       // all of its seats to one buyer or none
    QList<Seat> seats = {};

    friend bool operator==(const Table &, const Table &) = default;
};

// Where people stand, or sit where they like. Each of them is admitted on a *place* of the area's own, with an index
// like a seat's, so an area is never sold beyond its capacity; which place it is means nothing to anybody.
struct Area {
    QString name = {};                            // "Standing", unique within the plan
    QList<PlanPoint> outline = {};                // absolute, closed by itself
    qint32 category = 0;                          // position in Plan::categories
    qint32 firstPlace = 0;                        // indexes firstPlace, firstPlace + 1, ...
    qint32 capacity = 0;

    [[nodiscard]] qint32 endPlace() const { return firstPlace + capacity; }

    friend bool operator==(const Area &, const Area &) = default;
};

// The label of one of its places, "Standing 17", unique within the plan.
[[nodiscard]] QString areaPlaceLabel(const Area &area, qint32 place);

struct Section {
    QString name = {};                            // "Stalls"
    QList<Row> rows = {};
    QList<Table> tables = {};
    QList<Area> areas = {};

    friend bool operator==(const Section &, const Section &) = default;
};

// A price zone. `key` is what prices name; it never changes within a plan.
struct Category {
    QString key = {};                             // "front-stalls"
    QString name = {};                            // "Front stalls"
    QString color = {};                           // "#rrggbb"

    friend bool operator==(const Category &, const Category &) = default;
};

enum class ShapeKind { Polygon, Rectangle, Ellipse, Text, Stage };

// Something drawn that is not sold: floor, wall, stage, caption. Drawn in list order, below the seats.
struct Shape {
    ShapeKind kind = ShapeKind::Rectangle;
    PlanPoint position = {};                      // polygon: origin of points; rectangle, stage: top left; ellipse: centre
    double rotation = 0;                          // about position
    PlanPoint size = {};                          // rectangle, stage: width and height; ellipse: the two radii
    QList<PlanPoint> points = {};                 // polygon: relative to position
    QString fill = {};                            // "#rrggbb", empty: none
    QString border = {};                          // "#rrggbb", empty: none
    QString text = {};
    PlanPoint textPosition = {};                  // centre of the text, relative to position
    double textSize = 16;                         // height of a line
    QString textColor = {};                       // "#rrggbb", empty: the theme's

    friend bool operator==(const Shape &, const Shape &) = default;
};

// A seating plan as it is sold from: a value without behaviour. Everything drawn or decided is derived from it.
struct Plan {
    QString name = {};
    PlanPoint size = {};                          // of the canvas; seats may stand outside
    std::optional<PlanPoint> focus = {};          // what people look at: the stage, the screen
    QList<Category> categories = {};
    QList<Section> sections = {};
    QList<Shape> shapes = {};

    friend bool operator==(const Plan &, const Plan &) = default;
};

inline constexpr qint32 kMaxAreas = 1'000;
inline constexpr qint32 kMaxPlanSeats = 500'000; // and places of areas

// Seats in rows and at tables.
[[nodiscard]] qint32 seatCount(const Plan &plan);
// Everything that is sold once: seats, and as many places as areas hold. The largest number for more than it can be.
[[nodiscard]] qint32 placeCount(const Plan &plan);

// Calls visit(seat) for all seats in the order of their indexes.
template<class Visit>
void forEachSeat(const Plan &plan, Visit visit)
{
    for (const Section &section : plan.sections) {
        for (const Row &row : section.rows) {
            for (const Seat &seat : row.seats)
                visit(seat);
        }
        for (const Table &table : section.tables) {
            for (const Seat &seat : table.seats)
                visit(seat);
        }
    }
}

// Calls visit(area) for all areas in document order, which is how the wire counts them.
template<class Visit>
void forEachArea(const Plan &plan, Visit visit)
{
    for (const Section &section : plan.sections) {
        for (const Area &area : section.areas)
            visit(area);
    }
}

} // namespace parterre
