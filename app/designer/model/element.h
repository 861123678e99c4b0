// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/numbering.h"
#include "shared/domain/plan.h"

#include <QMap>

#include <array>
#include <variant>

namespace parterre {

// Ids are given once within a design and never again. 0 is nobody.
enum class ElementId : qint32 { None = 0 };
enum class SectionId : qint32 { None = 0 };
enum class LevelId : qint32 { Ground = 0 };
// Spreads them: as they are, ids that follow each other would fill a hash in one piece, and every removal walk through it.
[[nodiscard]] inline std::size_t qHash(ElementId id, std::size_t seed = 0)
{
    return ::qHash(static_cast<qint32>(id), seed);
}

// A seat of an element, counted as if none was missing.
struct SeatPlace {
    qint32 row = 0;
    qint32 seat = 0;

    friend auto operator<=>(const SeatPlace &, const SeatPlace &) = default;
};

struct SeatRef {
    ElementId element = ElementId::None;
    SeatPlace place = {};

    friend auto operator<=>(const SeatRef &, const SeatRef &) = default;
    friend std::size_t qHash(const SeatRef &ref, std::size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<qint32>(ref.element), ref.place.row, ref.place.seat);
    }
};

// What is different about one seat.
struct SeatDetail {
    bool missing = false;                          // a pillar stands there
    std::optional<QString> category = {};          // Category::key
    std::optional<QString> number = {};
    std::optional<QString> label = {};             // else section, row and number
    std::optional<PlanPoint> position = {};        // within the element
    std::optional<double> radius = {};
    SeatAttributes attributes = {};
    std::optional<SeatRef> companionOf = {};       // the wheelchair place
    QStringList externalIds = {};
    QStringList customAttributes = {};             // as areCustomAttributes() has them

    friend bool operator==(const SeatDetail &, const SeatDetail &) = default;
};

// What the seats of an element have in common, and what some of them have not.
struct SeatStyle {
    QString category = {};                         // Category::key; one that the house has not: without category
    double radius = 10;
    QMap<SeatPlace, SeatDetail> details = {};

    friend bool operator==(const SeatStyle &, const SeatStyle &) = default;
};

struct AisleGap {
    qint32 before = 0;                             // the seat, counted from the left, that has the aisle to its left
    double width = 40;

    friend bool operator==(const AisleGap &, const AisleGap &) = default;
};

// One row or several, straight or on arcs about one centre. Its point is the middle of the first row, which looks
// upwards; the others stand below it.
struct BlockBody {
    qint32 rows = 1;
    qint32 seats = 10;                             // of the first row
    double spacing = 25;
    double rowSpacing = 30;
    double bend = 0;                               // degrees that the first row turns from end to end; above 0 its ends come forward
    double taper = 0;                              // seats that each row has more than the one before it
    bool oddLeft = false;                          // an odd one of them is left of the aisles, else right
    QList<AisleGap> aisles = {};                   // ascending; aligned to the middle in tapered blocks
    LabelScheme rowLabels = {};
    QMap<qint32, QString> rowNames = {};           // rows that are called otherwise
    RowLabelPosition labelPosition = RowLabelPosition::Both;
    SeatNumbering numbering = {};
    SeatStyle style = {};

    friend bool operator==(const BlockBody &, const BlockBody &) = default;
};

// A row along a smooth line through its points, evenly spaced from end to end.
struct CurveBody {
    QList<PlanPoint> points = {};                  // at least two
    qint32 seats = 10;
    QString label = {};
    RowLabelPosition labelPosition = RowLabelPosition::Both;
    SeatNumbering numbering = {};
    SeatStyle style = {};

    friend bool operator==(const CurveBody &, const CurveBody &) = default;
};

// A row whose seats stand one by one: single seats, and rows of imported plans.
struct LooseBody {
    QString label = {};
    RowLabelPosition labelPosition = RowLabelPosition::None;
    QList<PlanPoint> seats = {};
    QStringList numbers = {};                      // as many
    SeatStyle style = {};

    friend bool operator==(const LooseBody &, const LooseBody &) = default;
};

struct TableBody {
    QString label = {};
    TableShape shape = TableShape::Round;
    PlanPoint size = {60, 60};                     // of the top
    bool soldWhole = false;
    qint32 chairs = 8;                             // round: clockwise from above
    std::array<qint32, 4> sides = {3, 0, 3, 0};    // rectangle: above, right, below, left; clockwise from above left
    double chairGap = 6;                           // between top and chair
    QList<PlanPoint> seats = {};                   // where chairs stand otherwise; then they are so many
    SeatNumbering numbering = {};
    SeatStyle style = {};

    friend bool operator==(const TableBody &, const TableBody &) = default;
};

struct AreaBody {
    QString name = {};
    QList<PlanPoint> outline = {};
    QString category = {};
    qint32 capacity = 100;

    friend bool operator==(const AreaBody &, const AreaBody &) = default;
};

// The floor of a section: seats of the section stand on it.
struct FloorBody {
    QList<PlanPoint> outline = {};
    QString fill = {};
    QString border = {};
    bool named = true;                             // shows the section's name

    friend bool operator==(const FloorBody &, const FloorBody &) = default;
};

// Anything drawn. The shape's own position and rotation are 0.
struct ShapeBody {
    Shape shape = {};

    friend bool operator==(const ShapeBody &, const ShapeBody &) = default;
};

enum class IconKind { Entrance, Exit, Stairs, Lift, Toilets, Wheelchair, Bar, Cloakroom, FirstAid };

struct IconBody {
    IconKind kind = IconKind::Entrance;
    double size = 30;

    friend bool operator==(const IconBody &, const IconBody &) = default;
};

// Where people walk: a strip along its points.
struct AisleBody {
    QList<PlanPoint> points = {};                  // at least two
    double width = 40;

    friend bool operator==(const AisleBody &, const AisleBody &) = default;
};

using ElementBody = std::variant<BlockBody, CurveBody, LooseBody, TableBody, AreaBody, FloorBody, ShapeBody, IconBody, AisleBody>;

// One thing that is drawn, moved and named as one. Lengths of its body are relative to `at`, then turned about it.
struct Element {
    ElementId id = ElementId::None;
    SectionId section = SectionId::None;
    LevelId level = LevelId::Ground;
    PlanPoint at = {};
    double rotation = 0;
    bool locked = false;                           // neither picked nor moved
    ElementBody body = {};

    friend bool operator==(const Element &, const Element &) = default;
};

// The seats' style of a body; null where it has no seats.
[[nodiscard]] const SeatStyle *styleOf(const ElementBody &body);
[[nodiscard]] SeatStyle *styleOf(ElementBody &body);

// Limits of a design, the same for reading, drawing and typing.
inline constexpr qint32 kMaxBlockRows = 500;
inline constexpr qint32 kMaxRowSeats = 1'000;
inline constexpr qsizetype kMaxElements = 50'000;

} // namespace parterre
