// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class BookingService;
}

namespace parterre::api {

// bookings.*
void addBookingMethods(Router &router, services::BookingService &bookings);

} // namespace parterre::api
