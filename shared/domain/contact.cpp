// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/contact.h"

#include "shared/core/cardnumber.h"
#include "shared/domain/mailaddress.h"

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

bool isPhone(QStringView text)
{
    constexpr qsizetype kFewest = 3;
    constexpr qsizetype kMost = 15; // ITU-T E.164
    if (text.size() > ContactLimits::kPhoneLength)
        return false;
    const bool isAbroad = text.startsWith(u'+');
    const QStringView number = isAbroad ? text.sliced(1) : text;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const qsizetype digits = std::count_if(number.begin(), number.end(), isDigit);
    const bool isDialled = std::all_of(number.begin(), number.end(), [&](QChar c) { return isDigit(c) || QStringView(u" .-/()").contains(c); });
    return isDialled && digits >= kFewest && digits <= kMost && (isAbroad || !mayHoldCardNumber(text));
}

bool canBeKept(const Contact &contact)
{
    return !mayHoldCardNumber(contact.name) && (!contact.email || mailAddress(*contact.email)) && (!contact.phone || isPhone(*contact.phone));
}

} // namespace parterre
