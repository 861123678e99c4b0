// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <QString>

#include <optional>

namespace parterre {

enum class PlanChange : quint8 {
    Moved = 1,      // by more than kSamePlace
    Relabelled = 2,
    Recategorised = 4,  // by the category's key
    Attributes = 8,     // wheelchair, aisle..., and the house's own; or another companion
    SoldOtherwise = 16, // at a table that was sold by the chair, or is now
    Resized = 32,       // the seat's radius; an area's capacity
};
Q_DECLARE_FLAGS(PlanChanges, PlanChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(PlanChanges)

// One seat or area in both plans. Seats by their index, areas by their position in document order.
struct ChangedPlace {
    qint32 before = 0;
    qint32 after = 0;
    PlanChanges changes = {};

    friend bool operator==(const ChangedPlace &, const ChangedPlace &) = default;
};

struct PlacesComparison {
    QList<qint32> gone = {};          // of the plan before, in its order
    QList<qint32> added = {};         // of the plan after, in its order
    QList<ChangedPlace> changed = {}; // in the order of the plan after
    qint32 same = 0;

    [[nodiscard]] bool isEmpty() const { return gone.isEmpty() && added.isEmpty() && changed.isEmpty(); }
    friend bool operator==(const PlacesComparison &, const PlacesComparison &) = default;
};

struct PlanComparison {
    PlacesComparison seats = {};
    PlacesComparison areas = {};

    // What is sold is the same; what is drawn about it may differ.
    [[nodiscard]] bool isEmpty() const { return seats.isEmpty() && areas.isEmpty(); }
    friend bool operator==(const PlanComparison &, const PlanComparison &) = default;
};

// Nearer than this is not moved, in plan units.
inline constexpr double kSamePlace = 0.5;

// What happens to the places of a house when one plan takes the place of another. A seat is the one of its label; one
// whose label is not in the other plan is the one that stands where it stood, when that has no partner either. Areas the
// same way, by name and by the middle of their outline. Linear in the number of places. Both plans are valid.
[[nodiscard]] PlanComparison comparePlans(const Plan &before, const Plan &after);

} // namespace parterre
