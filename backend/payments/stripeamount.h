// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/money.h"

namespace parterre::payments {

// Stripe counts in units of its own (docs.stripe.com/currencies): mostly those of ISO 4217, as we do; with cents for two
// currencies that have none, without them for one that has; the last of three digits has to be 0.
// Nothing when it cannot be said to the last unit.
[[nodiscard]] std::optional<qint64> toStripeAmount(const Money &money);
[[nodiscard]] std::optional<Money> fromStripeAmount(qint64 amount, QStringView currency);

} // namespace parterre::payments
