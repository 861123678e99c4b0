// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/payments.h"

#include <QSet>
#include <QTimer>

namespace parterre {

// Money from payments online that was neither booked nor could be given back, or that went otherwise, for the managers who have to see to it. Looks
// for it by itself while one of them is signed in.
class UnmatchedDesk final : public QObject
{
    Q_OBJECT

public:
    // `session` outlives it.
    explicit UnmatchedDesk(SessionModel &session, QObject *parent = nullptr);

    [[nodiscard]] const QList<UnmatchedMoney> &money() const { return m_money; } // oldest first
    void refresh();
    // Each ends in changed(), or in failed().
    void refundAgain(PaymentId id);
    void settle(PaymentId id, const QString &reason);
    [[nodiscard]] bool isWorking(PaymentId id) const { return m_working.contains(id); }

Q_SIGNALS:
    void changed();
    void failed(const parterre::Error &error);

private:
    [[nodiscard]] bool isForCaller() const;
    void setMoney(const QList<UnmatchedMoney> &money);
    template<class Method>
    void begin(const typename Method::Params &params);

    SessionModel &m_session;
    QList<UnmatchedMoney> m_money;
    QSet<PaymentId> m_working;
    QTimer m_look;
};

} // namespace parterre
