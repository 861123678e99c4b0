// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// events.expand, events.createSeries
[[nodiscard]] QList<Provocation> seriesRows();

} // namespace parterre::testing
