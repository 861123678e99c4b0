// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/vouchercheck.h"

namespace parterre {

VoucherCheck::VoucherCheck(SessionModel &session, const Clock &clock, QObject *parent) : QObject(parent), m_session(session), m_clock(clock) {}

void VoucherCheck::ask(const QString &code)
{
    m_asked = code;
    m_session.connection().call<protocol::VouchersCheck>({.code = code}, this, [this, code](const Result<protocol::VoucherResult> &answer) {
        if (code != m_asked)
            return;
        m_asked.clear();
        if (!answer)
            Q_EMIT failed(code, answer.error());
        else if (answer->voucher.state == VoucherState::Blocked)
            Q_EMIT failed(code, {.code = ErrorCode::VoucherBlocked});
        else if (answer->voucher.isExpired(m_clock.utcNow()))
            Q_EMIT failed(code, {.code = ErrorCode::VoucherExpired});
        else
            Q_EMIT found(code, answer->voucher);
    });
}

} // namespace parterre
