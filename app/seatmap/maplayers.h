// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parterre {

// Z-values of everything on a seat map, bottom first.
enum class MapLayer { Floors, Shapes, Areas, Tables, Seats, Names, Marks, Offer, Hover, Focus };

} // namespace parterre
