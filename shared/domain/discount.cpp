// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/discount.h"

#include "shared/domain/eventrules.h"
#include "shared/domain/planvalidation.h"

#include <QSet>

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

bool isText(const QString &text, qsizetype most)
{
    return !text.trimmed().isEmpty() && text.size() <= most && isPlanText(text, false);
}

bool areKeys(const QStringList &keys)
{
    return keys.size() <= DiscountLimits::kKeys && QSet<QString>(keys.begin(), keys.end()).size() == keys.size()
        && std::all_of(keys.begin(), keys.end(), [](const QString &key) { return isText(key, EventLimits::kKeyLength); });
}

bool isWithin(const std::optional<qint32> &number, qint32 least, qint32 most)
{
    return !number || (*number >= least && *number <= most);
}

QString faultInTakenOff(const Discount &discount)
{
    if (discount.amount && discount.share != 0)
        return u"share and amount"_s;
    if (discount.amount)
        return discount.amount->amount >= 1 && discount.amount->amount <= EventLimits::kPrice ? QString() : u"amount: out of range"_s;
    return discount.share >= 1 && discount.share <= kWholeShare ? QString() : u"share: out of range"_s;
}

QString faultInParts(const QList<BundlePart> &parts)
{
    QStringList types;
    qint32 tickets = 0;
    for (const BundlePart &part : parts) {
        types.append(part.ticketType);
        if (part.count < 1 || part.count > DiscountLimits::kTickets)
            return u"parts: out of range"_s;
        tickets += part.count;
    }
    if (parts.size() > DiscountLimits::kBundleParts || !areKeys(types))
        return u"parts: of the same ticket type, or too many"_s;
    return tickets <= DiscountLimits::kTickets ? QString() : u"parts: too many tickets"_s;
}

// What belongs to one kind and no other.
QString faultInKind(const Discount &discount)
{
    const DiscountKind kind = discount.kind;
    if (kind != DiscountKind::Code && (discount.code || discount.maxUses || discount.maxTickets))
        return u"what belongs to codes"_s;
    if (kind != DiscountKind::Group && discount.minTickets)
        return u"what belongs to groups"_s;
    if (kind != DiscountKind::EarlyBird && discount.firstTickets)
        return u"what belongs to early birds"_s;
    if (kind != DiscountKind::Bundle && (discount.minEvents || !discount.parts.isEmpty()))
        return u"what belongs to bundles"_s;
    switch (kind) {
    case DiscountKind::Code: return discount.code && isText(*discount.code, DiscountLimits::kCodeLength) ? QString() : u"code: missing or too long"_s;
    case DiscountKind::Group: return discount.minTickets ? QString() : u"minTickets: missing"_s;
    case DiscountKind::EarlyBird: return discount.until || discount.firstTickets ? QString() : u"until or firstTickets: missing"_s;
    case DiscountKind::Bundle:
        if (discount.parts.isEmpty() != discount.minEvents.has_value())
            return u"parts or minEvents: one of both"_s;
        return faultInParts(discount.parts);
    }
    return {};
}

} // namespace

QString faultIn(const Discount &discount)
{
    if (!isText(discount.name, DiscountLimits::kNameLength))
        return u"name: missing or too long"_s;
    if (discount.event && discount.series)
        return u"event and series"_s;
    if (!areKeys(discount.ticketTypes) || !areKeys(discount.categories))
        return u"ticketTypes or categories: twice, or too many"_s;
    if (discount.from && discount.until && *discount.from >= *discount.until)
        return u"until: before it begins"_s;
    if (!isWithin(discount.maxUses, 1, DiscountLimits::kUses) || !isWithin(discount.firstTickets, 1, DiscountLimits::kUses)
        || !isWithin(discount.maxTickets, 1, DiscountLimits::kTickets) || !isWithin(discount.minTickets, 2, DiscountLimits::kTickets)
        || !isWithin(discount.minEvents, 2, DiscountLimits::kTickets))
        return u"a number is out of range"_s;
    const QString takenOff = faultInTakenOff(discount);
    return takenOff.isEmpty() ? faultInKind(discount) : takenOff;
}

QString foldedCode(const QString &code)
{
    return code.simplified().toCaseFolded();
}

} // namespace parterre
