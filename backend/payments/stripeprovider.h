// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/payments/paymentprovider.h"
#include "backend/payments/stripecall.h"
#include "backend/payments/stripepage.h"

namespace parterre::payments {

struct StripeAccount {
    QUrl api = QUrl(QStringLiteral("https://api.stripe.com"));
    QByteArray secretKey = {};
    QByteArray webhookSecret = {};
    QString publishableKey = {}; // for the payer's browser
    std::chrono::milliseconds patience {20'000}; // with one call
};

// Stripe's PaymentIntents (docs.stripe.com/api): one intent for each payment, confirmed here with what the payer's browser
// put together (a ConfirmationToken), so that nobody pays for seats that the house has given away meanwhile.
class StripeProvider final : public PaymentProvider
{
public:
    explicit StripeProvider(const StripeAccount &account);

    [[nodiscard]] Result<void> accepts(const Money &amount) const override;
    void create(const NewIntent &intent, const Answer<Intent> &answer) override;
    void confirm(const QString &intent, const QString &method, const QUrl &returnTo, const Answer<Intent> &answer) override;
    void find(const QString &intent, const Answer<Intent> &answer) override;
    void cancel(const QString &intent, const Answer<Intent> &answer) override;
    void refund(const NewRefund &refund, const Answer<ProviderRefund> &answer) override;
    void findRefunds(const QString &intent, const Answer<QList<ProviderRefund>> &answer) override;
    void findRefund(const QString &refund, const Answer<ProviderRefund> &answer) override;
    [[nodiscard]] QByteArray name() const override { return "stripe"; }
    [[nodiscard]] PayPage page(const QString &title, const Money &amount, const QString &state) const override;
    [[nodiscard]] std::optional<PageFile> pageFile(const QByteArray &name) const override;
    [[nodiscard]] QByteArray signatureHeader() const override { return "stripe-signature"; }
    [[nodiscard]] Result<std::optional<Notice>> read(const QByteArray &signature, const QByteArray &body, Instant now) const override;

private:
    void change(const QString &intent, const QByteArray &verb, const StripeFields &fields, const QByteArray &idempotencyKey, const Answer<Intent> &answer);
    void refundAnew(const NewRefund &refund, const Answer<ProviderRefund> &answer);

    const QByteArray m_webhookSecret;
    const StripePage m_page;
    StripeCaller m_caller;
};

} // namespace parterre::payments
