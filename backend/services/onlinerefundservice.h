// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/payments/paymentprovider.h"
#include "backend/services/caller.h"
#include "backend/services/onlinerules.h"
#include "backend/services/scheduler.h"
#include "backend/storage/repositories/onlinepaymentrepository.h"

#include <QObject>
#include <QSet>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// Sends money back through the provider: what the store says is owed, each until the provider has said what became of it.
// What cannot be sent back, and what went back or was disputed without being
// asked from here, is shown to people, who have it tried again or say how they settled it. Lives on the house thread.
class OnlineRefundService
{
public:
    // No provider: what is owed waits until there is one.
    OnlineRefundService(storage::Storage &storage, payments::PaymentProvider *provider, const Clock &clock, Scheduler &scheduler, OnlineRules rules);
    Q_DISABLE_COPY_MOVE(OnlineRefundService)

    // Looks for what is due, and from then on by itself.
    void start();
    // What the provider tells by itself. Answered when it is durable.
    void take(const payments::ProviderRefund &refund, const Done<bool> &done);
    void take(const payments::Dispute &dispute, const Done<bool> &done);
    // Something of the payment went back: asks what.
    void takeRefundsOf(const QString &intent, const Done<bool> &done);

    void unmatched(const Done<QList<UnmatchedMoney>> &done);
    // NotFound; PaymentSettled: it is not unmatched any more. OnlinePaymentsOff.
    void refundAgain(const Caller &caller, PaymentId id, const Done<bool> &done);
    void settle(const Caller &caller, PaymentId id, const QString &reason, const Done<bool> &done);

private:
    void look();
    void lookAt(const PaymentId &id);
    void ask(const storage::StoredOnlineRefund &refund);
    void send(const storage::StoredOnlineRefund &refund, const payments::Answer<payments::ProviderRefund> &answered);
    void note(const storage::RefundNews &news, const Done<bool> &done);
    [[nodiscard]] storage::AuditContext now() const; // nobody's
    void remark(const storage::OnlineRemark &remark, const Done<bool> &done);
    [[nodiscard]] storage::RefundNews newsOf(const storage::StoredOnlineRefund &known, const payments::ProviderRefund &refund) const;

    storage::Storage &m_storage;
    payments::PaymentProvider *const m_provider;
    const Clock &m_clock;
    const OnlineRules m_rules;
    QObject m_home; // where answers arrive; none do when it is gone
    QSet<PaymentId> m_asking;
    std::unique_ptr<Alarm> m_look;
};

} // namespace parterre::services
