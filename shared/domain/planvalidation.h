// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

namespace parterre {

// What a plan may hold at most. They keep a plan drawable and every part of it small enough for one message.
struct PlanLimits {
    static constexpr qsizetype kSections = 5'000;
    static constexpr qsizetype kRows = 200'000;      // and tables
    static constexpr qsizetype kAreas = kMaxAreas;
    static constexpr qsizetype kAreaPoints = 500;    // of one area
    static constexpr qsizetype kShapes = 20'000;
    static constexpr qsizetype kShapePoints = 2'000; // of one shape
    static constexpr qsizetype kCategories = 250;
    static constexpr qsizetype kExternalIds = 8;     // of one seat
    static constexpr qsizetype kCustomAttributes = 8; // likewise
    static constexpr qsizetype kNameLength = 200;    // plan, section, category, area
    static constexpr qsizetype kKeyLength = 64;      // category key
    static constexpr qsizetype kRowLabelLength = 60; // and a table's
    static constexpr qsizetype kNumberLength = 60;
    static constexpr qsizetype kLabelLength = 360;
    static constexpr qsizetype kExternalIdLength = 200;
    static constexpr qsizetype kCustomAttributeLength = 40;
    static constexpr qsizetype kShapeTextLength = 500;
    static constexpr double kCoordinate = 1e6;       // every coordinate and length lies within +-
    static constexpr double kRadius = 1'000;
};

enum class PlanProblemCode {
    TooMany,            // sections, rows, tables, areas, seats, shapes, points, categories, ids, custom attributes
    IndexOutOfOrder,    // seat indexes, and after them areas' places, are not 0, 1, 2, ... in plan order
    TextMissing,
    TextTooLong,
    TextInvalid,        // control characters, unpaired surrogates; of custom attributes also white space and commas
    LabelRepeated,
    CustomAttributesUnsorted, // or one twice
    CategoryKeyRepeated,
    UnknownCategory,
    UnknownCompanion,   // companionOf names no wheelchair place of the plan
    NumberOutOfRange,   // not finite, or beyond its limits
    ColorInvalid,       // neither empty nor "#rrggbb"
    OutlineInvalid,     // an area with fewer than three corners
};

struct PlanProblem {
    PlanProblemCode code = PlanProblemCode::TooMany;
    QString where = {};   // "sections[0].rows[3].seats[2].label"
    QString message = {}; // English, for logs and reports

    friend bool operator==(const PlanProblem &, const PlanProblem &) = default;
};

inline constexpr qsizetype kMaxPlanProblems = 1'000;

// Everything that keeps a plan from being used, at most kMaxPlanProblems of them; empty: the plan is valid. Seats on
// each other or outside of the canvas are ugly, not invalid.
[[nodiscard]] QList<PlanProblem> validatePlan(const Plan &plan);

// "#rrggbb" with lower-case or upper-case digits.
[[nodiscard]] bool isPlanColor(QStringView text);
// No control character (a line break counts only when `lines` is false) and no unpaired surrogate.
[[nodiscard]] bool isPlanText(QStringView text, bool lines = false);

} // namespace parterre
