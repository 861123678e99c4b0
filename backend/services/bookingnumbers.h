// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/randomness.h"
#include "shared/domain/booking.h"

namespace parterre::services {

// A new reference for the booking, and numbers for its tickets that begin with it.
void giveNumbers(Booking &booking, Randomness &random);

} // namespace parterre::services
