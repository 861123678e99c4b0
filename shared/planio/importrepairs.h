// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/importreport.h"

#include <functional>

namespace parterre::planio {

// How a report names the place of a seat in the file, from the seat's index: "zones[0].rows[3].seats[2]", "line 14".
using SeatPlaces = std::function<QString(qint32)>;

// The places of a file that is nested like the plan. `keyOfSections` is its word for the list of sections: "zones".
[[nodiscard]] SeatPlaces nestedPlaces(const Plan &plan, QLatin1StringView keyOfSections);

// Gives seats whose label another seat before them has a label of their own: "Ground floor 1 12" becomes
// "Ground floor 1 12 (2)". When a Row object repeats at least half of its labels it is another part of the house under
// the same name: then all its seats get one number, the how-manieth Row object of that name it is, so that people who
// sit together read the same; a table likewise. Depends on nothing but the seats' order, so that importing again gives
// the same labels.
void makeLabelsUnique(Plan &plan, const SeatPlaces &places, ImportReport &report);

// Gives areas a name of their own that makes no place of theirs a namesake of a seat. After makeLabelsUnique().
void makeAreaNamesUnique(Plan &plan, ImportReport &report);

// Reports seats outside of the canvas and seats whose centre another disc covers.
void reportPlacement(const Plan &plan, const SeatPlaces &places, ImportReport &report);

} // namespace parterre::planio
