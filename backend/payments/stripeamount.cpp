// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/payments/stripeamount.h"

namespace parterre::payments {

namespace {

constexpr qint64 kCents = 100;
constexpr qint64 kThirdDigit = 10;

bool hasCentsAtStripeOnly(const Currency &currency)
{
    return currency.code() == u"ISK" || currency.code() == u"UGX";
}

bool hasCentsHereOnly(const Currency &currency)
{
    return currency.code() == u"MGA";
}

} // namespace

std::optional<qint64> toStripeAmount(const Money &money)
{
    if (hasCentsAtStripeOnly(money.currency))
        return money.amount * kCents;
    if (hasCentsHereOnly(money.currency))
        return money.amount % kCents == 0 ? std::optional(money.amount / kCents) : std::nullopt;
    if (money.currency.digits() == 3 && money.amount % kThirdDigit != 0)
        return std::nullopt;
    return money.amount;
}

std::optional<Money> fromStripeAmount(qint64 amount, QStringView currency)
{
    const std::optional<Currency> known = Currency::fromCode(currency.toString().toUpper());
    if (!known || amount < 0 || amount > kMaxAmount)
        return std::nullopt;
    if (hasCentsAtStripeOnly(*known))
        return amount % kCents == 0 ? std::optional(Money {.amount = amount / kCents, .currency = *known}) : std::nullopt;
    if (hasCentsHereOnly(*known))
        return Money {.amount = amount * kCents, .currency = *known};
    return Money {.amount = amount, .currency = *known};
}

} // namespace parterre::payments
