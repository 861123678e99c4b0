// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class ContactService;
}

namespace parterre::api {

// bookings.update, bookings.addNote, bookings.notes
void addContactMethods(Router &router, services::ContactService &contacts);

} // namespace parterre::api
