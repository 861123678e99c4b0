// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// How to come by every error of whom bookings are for, and of notes.
[[nodiscard]] QList<Provocation> contactRows();

} // namespace parterre::testing
