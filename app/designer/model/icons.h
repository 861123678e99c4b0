// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

namespace parterre {

// An icon as shapes of a plan, about (0, 0) and as high and wide as `size`: plans have no icons of their own.
[[nodiscard]] QList<Shape> iconShapes(IconKind kind, double size);

} // namespace parterre
