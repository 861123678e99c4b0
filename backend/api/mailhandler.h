// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class MailService;
}

namespace parterre::api {

// bookings.* of mails.h
void addMailMethods(Router &router, services::MailService &mails);

} // namespace parterre::api
