// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/eventrules.h"

#include <QString>

namespace parterre::ui {

// What is wrong with an event and what to do about it, for whoever fills in the form.
[[nodiscard]] QString problemText(const EventProblem &problem);

} // namespace parterre::ui
