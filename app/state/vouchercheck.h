// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/vouchers.h"

namespace parterre {

// What is left on the voucher of a code, before it is paid with. Of several questions the last is answered.
class VoucherCheck final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    VoucherCheck(SessionModel &session, const Clock &clock, QObject *parent = nullptr);

    // Ends in found(), when it pays now, or failed().
    void ask(const QString &code);

Q_SIGNALS:
    void found(const QString &code, const parterre::Voucher &voucher);
    void failed(const QString &code, const parterre::Error &error);

private:
    SessionModel &m_session;
    const Clock &m_clock;
    QString m_asked;
};

} // namespace parterre
