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

// One place that is sold once. `index` is stable within a plan version, dense from 0 over the whole plan.
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

struct Section {
    QString name = {};                            // "Stalls"
    QList<Row> rows = {};

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

inline constexpr qint32 kMaxPlanSeats = 500'000;

[[nodiscard]] qint32 seatCount(const Plan &plan);

} // namespace parterre
