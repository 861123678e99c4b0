// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/loginthrottle.h"

namespace parterre::services {

// Slows down guessing of vouchers' codes, as LoginThrottle does for passwords: a code that could be one and is none counts as
// a failure. What cannot be a code need not be asked, and costs nothing. Lives on the house thread.
class VoucherGuesses
{
public:
    explicit VoucherGuesses(const Clock &clock) : m_throttle(clock, {}) {}

    // What to answer a caller with who may be naming a code: RateLimited when that has to wait. What is not answered counts.
    template<class T>
    [[nodiscard]] Result<Done<T>> guard(const Caller &caller, bool namesCode, const Done<T> &done)
    {
        if (!namesCode)
            return done;
        if (const Result<void> begun = begin(caller); !begun)
            return begun.error();
        return Done<T>([this, caller, done](const Result<T> &result) {
            end(caller, result ? std::nullopt : std::optional(result.error().code));
            done(result);
        });
    }

private:
    [[nodiscard]] Result<void> begin(const Caller &caller);
    void end(const Caller &caller, std::optional<ErrorCode> failure);

    LoginThrottle m_throttle;
};

} // namespace parterre::services
