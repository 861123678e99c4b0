// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace parterre {

// The code of a voucher: 15 random characters of Crockford's base 32 (no I, L, O, U), which are 75 bits, and one that finds
// every single wrong character and every two that changed places.
inline constexpr std::size_t kVoucherRandomBytes = 15;
inline constexpr qsizetype kVoucherCodeLength = 16;

// Five bits are taken of each byte.
[[nodiscard]] QString makeVoucherCode(std::span<const uchar, kVoucherRandomBytes> random);
// What a person typed or a scanner read, as makeVoucherCode() writes it: whatever the case, with dashes and spaces, and O, I and
// L for what they look like. Nothing when it cannot be a code.
[[nodiscard]] std::optional<QString> readVoucherCode(QStringView typed);
// For people: "7K3M-9QXA-2M4P-X0TC".
[[nodiscard]] QString groupedVoucherCode(const QString &code);
[[nodiscard]] QString lastFourOfVoucher(const QString &code);

} // namespace parterre
