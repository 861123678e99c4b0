// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QByteArray>

namespace parterre::payments {

// How old a signed callback may be, and how far ahead the other clock: whoever got hold of one cannot send it again later.
inline constexpr std::chrono::seconds kSignatureTolerance {300};

// Whether `header` ("t=1700000000,v1=5257a8...") signs these very bytes: HMAC-SHA256 over the time, a dot and the body. While a
// secret is exchanged there are several v1; one has to fit. InvalidParams says why not, without the secret.
[[nodiscard]] Result<void> checkSignature(const QByteArray &header, const QByteArray &body, const QByteArray &secret, Instant now);

} // namespace parterre::payments
