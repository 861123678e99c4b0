// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/paymentrules.h"

#include <algorithm>

namespace parterre {

namespace {

struct Notes {
    bool reference = false;
    bool brand = false;
    bool lastFour = false;
    bool payer = false;
    bool reason = false;
};

QString faultUnless(const Payment &payment, const Notes &allowed)
{
    if (payment.reference && !allowed.reference)
        return QStringLiteral("a reference that does not belong to this way of paying");
    if ((payment.brand && !allowed.brand) || (payment.lastFour && !allowed.lastFour))
        return QStringLiteral("a card that does not belong to this way of paying");
    if (payment.payer && !allowed.payer)
        return QStringLiteral("a payer who does not belong to this way of paying");
    if (payment.reason && !allowed.reason)
        return QStringLiteral("a reason that does not belong to this way of paying");
    return {};
}

} // namespace

Roles takersOf(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Cash:
    case PaymentKind::Card:
    case PaymentKind::Invoice: return kCounter;
    case PaymentKind::Complimentary: return kManagers;
    case PaymentKind::Voucher: return kSellers;
    case PaymentKind::Online: return {};
    }
    Q_UNREACHABLE();
}

QString faultIn(const Payment &payment)
{
    if (payment.kind != PaymentKind::Cash && (payment.tendered || payment.change))
        return QStringLiteral("only cash is tendered");
    switch (payment.kind) {
    case PaymentKind::Cash: return faultUnless(payment, {});
    case PaymentKind::Card:
        if (!payment.reference)
            return QStringLiteral("a card without the terminal's reference");
        if (payment.lastFour && !isLastFour(*payment.lastFour))
            return QStringLiteral("the last digits of a card are four");
        return faultUnless(payment, {.reference = true, .brand = true, .lastFour = true});
    case PaymentKind::Invoice:
        if (!payment.payer)
            return QStringLiteral("an invoice to nobody");
        return faultUnless(payment, {.reference = true, .payer = true});
    case PaymentKind::Complimentary:
        if (!payment.reason)
            return QStringLiteral("complimentary without a reason");
        return faultUnless(payment, {.reason = true});
    case PaymentKind::Voucher:
        if (!payment.lastFour || payment.lastFour->size() != 4)
            return QStringLiteral("a voucher without the end of its code");
        return faultUnless(payment, {.lastFour = true});
    case PaymentKind::Online:
        if (!payment.reference)
            return QStringLiteral("an online payment that the provider does not know");
        return faultUnless(payment, {.reference = true});
    }
    Q_UNREACHABLE();
}

bool isLastFour(QStringView text)
{
    return text.size() == 4 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace parterre
