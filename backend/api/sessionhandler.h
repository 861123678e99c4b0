// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class AccountService;
class SessionService;
}

namespace parterre::api {

class Outbox;

// session.*; `features`: what this server offers beyond the version of the protocol.
void addSessionMethods(Router &router, services::SessionService &sessions, services::AccountService &accounts, Outbox &outbox, const Clock &clock, const QStringList &features = {});

} // namespace parterre::api
