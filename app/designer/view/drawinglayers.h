// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parterre {

// Z-values of a drawing, bottom first. Within a layer elements lie in the design's order, at fractions of 1.
enum class DrawingLayer { Background, Figures, Areas, Seats };

} // namespace parterre
