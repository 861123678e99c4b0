// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// How to come by every error of payments online.
[[nodiscard]] QList<Provocation> paymentRows();

} // namespace parterre::testing
