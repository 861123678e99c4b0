// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/ratelimit.h"
#include "backend/payments/paymentprovider.h"
#include "backend/services/onlinepaymentservice.h"
#include "backend/transport/http.h"

#include <QHash>
#include <QObject>

namespace parterre::services {
class OnlineRefundService;
}

namespace parterre::api {

// What the house serves to browsers and to the payment provider beside its protocol: the pages where bookings are paid, and
// where callbacks arrive. What is no callback of the provider's never reaches the house. Called on the I/O threads; what it
// asks the services it asks on the house thread.
class WebDesk final : public transport::HttpHandler
{
public:
    WebDesk() = default;
    ~WebDesk() override = default;
    Q_DISABLE_COPY_MOVE(WebDesk)

    // Before the transport starts, on the house thread. All of these outlive the transport's threads.
    void open(services::OnlinePaymentService &payments, services::OnlineRefundService &refunds, const payments::PaymentProvider &provider, const Rate &rate,
              const Clock &clock);
    // On the house thread: nothing is answered any more.
    void close();

    [[nodiscard]] QList<Offer> offersAt(const QByteArray &path) const override;
    void handle(const transport::HttpRequest &request, const transport::HttpReply &reply) override;

private:
    void takeNotice(const transport::HttpRequest &request, const transport::HttpReply &reply);
    void answerPayer(const transport::HttpRequest &request, const transport::HttpReply &reply);
    [[nodiscard]] bool isTooFast(const QHostAddress &network);

    services::OnlinePaymentService *m_payments = nullptr;
    services::OnlineRefundService *m_refunds = nullptr;
    const payments::PaymentProvider *m_provider = nullptr;
    const Clock *m_clock = nullptr;
    Rate m_rate = {};
    QHash<QHostAddress, RateBucket> m_buckets; // of the house thread
    std::unique_ptr<QObject> m_home;           // lives on the house thread
};

} // namespace parterre::api
