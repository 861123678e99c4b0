// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/payments/stripeobjects.h"

#include "backend/payments/stripeamount.h"

#include <algorithm>
#include <array>

namespace parterre::payments {

namespace {

// https://docs.stripe.com/payments/paymentintents/lifecycle
std::optional<IntentStatus> intentStatus(const QString &word)
{
    struct Row {
        QLatin1StringView word;
        IntentStatus status;
    };
    static constexpr std::array rows {
        Row {QLatin1StringView("requires_payment_method"), IntentStatus::AwaitsPayer},
        Row {QLatin1StringView("requires_confirmation"), IntentStatus::AwaitsPayer},
        Row {QLatin1StringView("requires_action"), IntentStatus::AwaitsStep},
        Row {QLatin1StringView("processing"), IntentStatus::Processing},
        Row {QLatin1StringView("succeeded"), IntentStatus::Succeeded},
        Row {QLatin1StringView("canceled"), IntentStatus::Cancelled},
    };
    const auto found = std::ranges::find(rows, word, &Row::word);
    return found == rows.end() ? std::nullopt : std::optional(found->status);
}

std::optional<RefundStatus> refundStatus(const QString &word)
{
    if (word == u"pending" || word == u"requires_action")
        return RefundStatus::Pending;
    if (word == u"succeeded")
        return RefundStatus::Succeeded;
    if (word == u"failed" || word == u"canceled")
        return RefundStatus::Failed;
    return std::nullopt;
}

std::optional<Money> money(const QJsonObject &object, QStringView key)
{
    const QJsonValue amount = object.value(key);
    return amount.isDouble() ? fromStripeAmount(amount.toInteger(-1), object.value(u"currency").toString()) : std::nullopt;
}

QString mark(const QJsonObject &object, const char *name)
{
    return object.value(u"metadata").toObject().value(QLatin1StringView(name)).toString();
}

// An id, or, where somebody asked for that, the whole object.
QString idIn(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value(u"id").toString() : value.toString();
}

std::optional<QString> word(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

} // namespace

std::optional<Intent> readIntent(const QJsonObject &object)
{
    const std::optional<IntentStatus> status = intentStatus(object.value(u"status").toString());
    const std::optional<Money> amount = money(object, u"amount");
    const std::optional<Money> received = money(object, u"amount_received");
    const QString id = object.value(u"id").toString();
    if (object.value(u"object").toString() != u"payment_intent" || id.isEmpty() || !status || !amount || !received)
        return std::nullopt;
    const QJsonObject error = object.value(u"last_payment_error").toObject();
    std::optional<QString> decline = word(error.value(u"decline_code"));
    if (!decline)
        decline = word(error.value(u"code"));
    return Intent {.id = id,
                   .ownId = mark(object, kPaymentMark),
                   .house = mark(object, kHouseMark),
                   .status = *status,
                   .amount = *amount,
                   .received = *received,
                   .clientSecret = object.value(u"client_secret").toString(),
                   .decline = decline};
}

std::optional<ProviderRefund> readRefund(const QJsonObject &object)
{
    const std::optional<RefundStatus> status = refundStatus(object.value(u"status").toString());
    const std::optional<Money> amount = money(object, u"amount");
    const QString id = object.value(u"id").toString();
    if (object.value(u"object").toString() != u"refund" || id.isEmpty() || !status || !amount)
        return std::nullopt;
    return ProviderRefund {.id = id,
                           .ownId = mark(object, kRefundMark),
                           .intent = idIn(object.value(u"payment_intent")),
                           .status = *status,
                           .amount = *amount,
                           .failure = word(object.value(u"failure_reason"))};
}

// https://docs.stripe.com/api/disputes/object
std::optional<Dispute> readDispute(const QJsonObject &object)
{
    const std::optional<Money> amount = money(object, u"amount");
    const QString id = object.value(u"id").toString();
    const QString intent = idIn(object.value(u"payment_intent"));
    const QString status = object.value(u"status").toString();
    if (object.value(u"object").toString() != u"dispute" || id.isEmpty() || intent.isEmpty() || status.isEmpty() || !amount)
        return std::nullopt;
    const bool isDecidedForUs = status == u"won" || status == u"warning_closed" || status == u"prevented";
    return Dispute {.id = id, .intent = intent, .amount = *amount, .reason = object.value(u"reason").toString(), .isDecidedForUs = isDecidedForUs};
}

std::optional<Notice> readEvent(const QJsonObject &object)
{
    const QString id = object.value(u"id").toString();
    if (object.value(u"object").toString() != u"event" || id.isEmpty())
        return std::nullopt;
    const QJsonObject about = object.value(u"data").toObject().value(u"object").toObject();
    Notice notice {.id = id, .intent = readIntent(about), .refund = readRefund(about), .dispute = readDispute(about)};
    // A charge says how much of it went back, and not by which refunds.
    if (about.value(u"object").toString() == u"charge" && about.value(u"amount_refunded").toInteger() > 0)
        notice.refundsOf = idIn(about.value(u"payment_intent"));
    return notice;
}

} // namespace parterre::payments
