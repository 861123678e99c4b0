// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designchecks.h"

namespace parterre {

// What is wrong, in a sentence that says what to do.
[[nodiscard]] QString checkTitle(const CheckEntry &entry);
[[nodiscard]] QString checkAdvice(const CheckEntry &entry);

} // namespace parterre
