// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/outbox.h"
#include "backend/api/router.h"
#include "backend/services/onlinepaymentservice.h"
#include "backend/services/sessionservice.h"

namespace parterre::services {
class OnlineRefundService;
}

namespace parterre::api {

// payments.*
void addPaymentMethods(Router &router, services::OnlinePaymentService &payments, services::OnlineRefundService &refunds);

// Tells whoever began to pay, wherever they are signed in, what became of it. Lives on the house thread.
class PaymentFeed final : public services::OnlineListener
{
public:
    PaymentFeed(Outbox &outbox, services::SessionService &sessions) : m_outbox(outbox), m_sessions(sessions) {}

    void onlineChanged(const storage::StoredOnlinePayment &payment) override;

private:
    Outbox &m_outbox;
    services::SessionService &m_sessions;
};

} // namespace parterre::api
