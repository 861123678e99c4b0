// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class BookingChangeService;
class BookingService;
class ReservationService;
}

namespace parterre::api {

// bookings.*
void addBookingMethods(Router &router, services::BookingService &bookings, services::BookingChangeService &changes, services::ReservationService &reservations);

} // namespace parterre::api
