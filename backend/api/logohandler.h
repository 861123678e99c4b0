// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class LogoService;
}

namespace parterre::api {

// venues.logo, venues.setLogo
void addLogoMethods(Router &router, services::LogoService &logos);

} // namespace parterre::api
