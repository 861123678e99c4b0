// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// How to come by every error of tickets.* and checkins.*.
[[nodiscard]] QList<Provocation> ticketRows();

} // namespace parterre::testing
