// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/money.h"

#include <QDateTime>
#include <QLocale>

#include <optional>

namespace parterre::ui {

// Money, times and dates as people of a locale write them. Display only: nothing here is read back except
// parseMoney(), which takes what formatMoney() shows and what people type at a till.

[[nodiscard]] QString formatMoney(const Money &money, const QLocale &locale);
// "12.50", "12,5", "12", "€ 12.50"; nothing for anything else, for negative amounts and for more digits than the currency has.
[[nodiscard]] std::optional<Money> parseMoney(const QString &text, Currency currency, const QLocale &locale);
// The number alone, without decimals where they are zero: "45", "12.50".
[[nodiscard]] QString formatAmount(const Money &money, const QLocale &locale);
// "€20.00", or "€10.00 – €20.00".
[[nodiscard]] QString formatPriceRange(const Money &lowest, const Money &highest, const QLocale &locale);

// A moment in a venue's time zone (IANA name). An unknown zone falls back to UTC and says so in formatDateTime().
[[nodiscard]] QDateTime inZone(Instant instant, const QString &timeZone);
[[nodiscard]] QString formatDate(Instant instant, const QString &timeZone, const QLocale &locale);
[[nodiscard]] QString formatTime(Instant instant, const QString &timeZone, const QLocale &locale);
// Date and time; names the zone where it differs from this computer's, so that nobody comes an hour late.
[[nodiscard]] QString formatDateTime(Instant instant, const QString &timeZone, const QLocale &locale);

// "9:58", "1:02:03".
[[nodiscard]] QString formatCountdown(std::chrono::seconds left, const QLocale &locale);

} // namespace parterre::ui
