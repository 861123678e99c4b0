// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

namespace parterre {

// Whether the edit was made for this state of the design, so that it can be applied: it changes what is there, to what
// can be there.
[[nodiscard]] bool isStepOf(const Design &design, const DesignEdit &edit);

} // namespace parterre
