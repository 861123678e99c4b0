// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/payments/paymentprovider.h"

#include <QJsonObject>

namespace parterre::payments {

// What we write into Stripe's objects to know them again.
inline constexpr char kPaymentMark[] = "parterre_payment";
inline constexpr char kHouseMark[] = "parterre_house";
inline constexpr char kRefundMark[] = "parterre_refund";

// Stripe's objects as far as we need them. Nothing when they lack it or are of a kind or state that we do not know.
[[nodiscard]] std::optional<Intent> readIntent(const QJsonObject &object);
[[nodiscard]] std::optional<ProviderRefund> readRefund(const QJsonObject &object);
[[nodiscard]] std::optional<Dispute> readDispute(const QJsonObject &object);
// An event; nothing of all that when it is about something else. Nothing when it is none.
[[nodiscard]] std::optional<Notice> readEvent(const QJsonObject &object);

} // namespace parterre::payments
