// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/contact.h"

#include "shared/core/cardnumber.h"

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

bool isPlain(QChar c)
{
    return c.isPrint() && !c.isSpace() && !QStringView(u"()<>[]:;@\\,\"").contains(c);
}

} // namespace

bool isEmail(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at < 1 || text.size() > ContactLimits::kEmailLength)
        return false;
    const QStringView local = text.first(at);
    const QStringView domain = text.sliced(at + 1);
    const auto isDotted = [](QStringView part) { return !part.isEmpty() && !part.startsWith(u'.') && !part.endsWith(u'.') && !part.contains(u".."_s); };
    return std::all_of(local.begin(), local.end(), isPlain) && std::all_of(domain.begin(), domain.end(), isPlain) && isDotted(local) && isDotted(domain);
}

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

} // namespace parterre
