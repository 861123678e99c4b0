// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/voucherguesses.h"

namespace parterre::services {

Result<void> VoucherGuesses::begin(const Caller &caller)
{
    Result<void> begun = m_throttle.begin(caller.user.id.toString(), caller.origin.network);
    if (begun)
        return begun;
    Error error = begun.error();
    error.detail = QStringLiteral("too many codes that are no vouchers");
    return error;
}

void VoucherGuesses::end(const Caller &caller, std::optional<ErrorCode> failure)
{
    const QString account = caller.user.id.toString();
    if (!failure)
        m_throttle.succeeded(account, caller.origin.network);
    else if (failure != ErrorCode::VoucherUnknown)
        m_throttle.cameToNothing(account, caller.origin.network);
}

} // namespace parterre::services
