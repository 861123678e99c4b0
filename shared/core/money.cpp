// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/money.h"

#include <algorithm>
#include <array>

namespace parterre {

std::optional<Currency> Currency::fromCode(QStringView code)
{
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), isCapital))
        return std::nullopt;
    Currency currency;
    currency.m_code = code.toString();
    return currency;
}

int Currency::digits() const
{
    // ISO 4217 list one: everything that is not two digits.
    static constexpr std::array kNone {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
    static constexpr std::array kThree {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    const auto is = [this](const char *code) { return m_code == QLatin1StringView(code); };
    if (std::any_of(kNone.begin(), kNone.end(), is))
        return 0;
    return std::any_of(kThree.begin(), kThree.end(), is) ? 3 : 2;
}

} // namespace parterre
