// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// How to come by every error of bookings.resend and bookings.mails.
[[nodiscard]] QList<Provocation> mailRows();

} // namespace parterre::testing
