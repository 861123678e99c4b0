// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/importreport.h"

namespace parterre::planio {

// Gives seats whose label another seat before them has a label of their own: "Ground floor 1 12" becomes
// "Ground floor 1 12 (2)". When a Row object repeats at least half of its labels it is another part of the house under
// the same name: then all its seats get one number, the how-manieth Row object of that name it is, so that people who
// sit together read the same. Depends on nothing but the seats' order, so that importing again gives the same labels.
// `keyOfSections` is the file's word for the list of sections, for the report: "zones".
void makeLabelsUnique(Plan &plan, QLatin1StringView keyOfSections, ImportReport &report);

// Reports seats outside of the canvas and seats whose centre another disc covers.
void reportPlacement(const Plan &plan, QLatin1StringView keyOfSections, ImportReport &report);

} // namespace parterre::planio
