// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace parterre {

// An ISO 4217 code, "EUR". Always three capital letters.
class Currency
{
public:
    Currency() = default;
    [[nodiscard]] static std::optional<Currency> fromCode(QStringView code);
    [[nodiscard]] QString code() const { return m_code; }
    // Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD.
    [[nodiscard]] int digits() const;

    friend bool operator==(const Currency &, const Currency &) = default;

private:
    QString m_code = QStringLiteral("EUR");
};

// An amount in minor units (cents) of one currency. Never a floating-point number.
struct Money {
    qint64 amount = 0;
    Currency currency = {};

    friend bool operator==(const Money &, const Money &) = default;
};

// No booking comes near this; it keeps sums of many amounts far from overflow and exact in JSON numbers.
inline constexpr qint64 kMaxAmount = 1'000'000'000'000;

} // namespace parterre
