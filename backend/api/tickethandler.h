// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class TicketService;
}

namespace parterre::api {

// tickets.*
void addTicketMethods(Router &router, services::TicketService &tickets);

} // namespace parterre::api
