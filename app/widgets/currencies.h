// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace parterre::ui {

// Offered where nothing says which a house uses; others can be in use all the same.
inline constexpr std::array kUsualCurrencies {"EUR", "CHF", "GBP", "USD", "DKK", "NOK", "SEK", "PLN", "CZK", "HUF", "TRY", "AED", "EGP", "SAR", "JPY", "CAD", "AUD"};

} // namespace parterre::ui
