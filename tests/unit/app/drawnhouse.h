// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

namespace parterre::testing {

inline constexpr ElementId kFloor {1}, kCurve {2}, kBar {3}, kTable {4}, kPit {5}, kIcon {6}, kBlock {7}, kNobodys {8}, kRowZ {9};
inline constexpr ElementId kBench {10}, kStage {11}, kCaption {12}, kDisc {13}, kWedge {14}, kWay {15}, kLockedRow {16};
inline constexpr SectionId kStalls {4}, kEmpty {2}, kBalcony {9};
inline constexpr LevelId kUpstairs {3};

// A design with one of everything: every kind of body, two levels, places of no section, a locked element, and companions
// of one wheelchair place, "Stalls D 5", in three elements.
[[nodiscard]] Design drawnHouse();

} // namespace parterre::testing
