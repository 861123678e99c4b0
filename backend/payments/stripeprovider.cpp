// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/payments/stripeprovider.h"

#include "backend/payments/stripeamount.h"
#include "backend/payments/stripeobjects.h"
#include "backend/payments/webhooksignature.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace parterre::payments {

namespace {

constexpr char kIntents[] = "/v1/payment_intents";
constexpr char kRefunds[] = "/v1/refunds";
constexpr char kUnexpectedState[] = "payment_intent_unexpected_state";

QByteArray pathOf(const char *objects, const QString &id, const QByteArray &verb = {})
{
    const QByteArray path = objects + ('/' + QUrl::toPercentEncoding(id));
    return verb.isEmpty() ? path : path + '/' + verb;
}

QByteArray metadata(const char *mark)
{
    return QByteArray("metadata[") + mark + ']';
}

template<class T>
StripeAnswer reading(std::optional<T> (*read)(const QJsonObject &), const Answer<T> &answer)
{
    return [=](const std::variant<QJsonObject, StripeFault> &said) {
        if (const auto *fault = std::get_if<StripeFault>(&said))
            return answer(fault->error);
        if (const std::optional<T> object = read(std::get<QJsonObject>(said)))
            return answer(*object);
        answer(Error {.code = ErrorCode::ProviderUnavailable, .detail = QStringLiteral("an answer that we cannot read")});
    };
}

} // namespace

StripeProvider::StripeProvider(const StripeAccount &account)
    : m_webhookSecret(account.webhookSecret)
    , m_page(account.publishableKey)
    , m_caller(account.api, account.secretKey, account.patience)
{
}

Result<void> StripeProvider::accepts(const Money &amount) const
{
    const std::optional<qint64> units = toStripeAmount(amount);
    if (!units || *units <= 0)
        return {ErrorCode::ProviderRefused, QStringLiteral("Stripe cannot take %1 minor units of %2").arg(amount.amount).arg(amount.currency.code())};
    return {};
}

void StripeProvider::create(const NewIntent &intent, const Answer<Intent> &answer)
{
    if (const Result<void> accepted = accepts(intent.amount); !accepted)
        return m_caller.later([answer, error = accepted.error()] { answer(error); });
    m_caller.post(kIntents,
                  {{"amount", QByteArray::number(*toStripeAmount(intent.amount))},
                   {"currency", intent.amount.currency.code().toLower().toLatin1()},
                   {"automatic_payment_methods[enabled]", "true"},
                   {"description", intent.description.toUtf8()},
                   {metadata(kPaymentMark), intent.ownId.toUtf8()},
                   {metadata(kHouseMark), intent.house.toUtf8()}},
                  intent.ownId.toUtf8(), reading(&readIntent, answer));
}

void StripeProvider::confirm(const QString &intent, const QString &method, const QUrl &returnTo, const Answer<Intent> &answer)
{
    // Two clicks are one payment: a token confirms once.
    change(intent, "confirm", {{"confirmation_token", method.toUtf8()}, {"return_url", returnTo.toEncoded()}}, "confirm-" + method.toUtf8(), answer);
}

void StripeProvider::find(const QString &intent, const Answer<Intent> &answer)
{
    m_caller.get(pathOf(kIntents, intent), reading(&readIntent, answer));
}

void StripeProvider::cancel(const QString &intent, const Answer<Intent> &answer)
{
    // Without a key: Stripe would repeat a refusal for a day, when the reason for it may be over in a minute.
    change(intent, "cancel", {{"cancellation_reason", "abandoned"}}, {}, answer);
}

void StripeProvider::change(const QString &intent, const QByteArray &verb, const StripeFields &fields, const QByteArray &idempotencyKey,
                            const Answer<Intent> &answer)
{
    m_caller.post(pathOf(kIntents, intent, verb), fields, idempotencyKey, [this, intent, answer](const std::variant<QJsonObject, StripeFault> &said) {
        // It came to its end, or is on its way there, by another hand.
        const auto *fault = std::get_if<StripeFault>(&said);
        if (fault && fault->code == QLatin1StringView(kUnexpectedState))
            return find(intent, answer);
        reading(&readIntent, answer)(said);
    });
}

void StripeProvider::refund(const NewRefund &refund, const Answer<ProviderRefund> &answer)
{
    if (!refund.isRepeated)
        return refundAnew(refund, answer);
    // Stripe forgets keys after a day; money that was given back in part would then go back twice.
    findRefunds(refund.intent, [this, refund, answer](const Result<QList<ProviderRefund>> &refunds) {
        if (!refunds)
            return answer(refunds.error());
        for (const ProviderRefund &made : *refunds) {
            if (made.ownId == refund.ownId)
                return answer(made);
        }
        refundAnew(refund, answer);
    });
}

void StripeProvider::findRefunds(const QString &intent, const Answer<QList<ProviderRefund>> &answer)
{
    const QByteArray path = QByteArray(kRefunds) + "?limit=100&payment_intent=" + QUrl::toPercentEncoding(intent);
    m_caller.get(path, [answer](const std::variant<QJsonObject, StripeFault> &said) {
        if (const auto *fault = std::get_if<StripeFault>(&said))
            return answer(fault->error);
        const QJsonObject list = std::get<QJsonObject>(said);
        if (!list.value(u"data").isArray() || list.value(u"has_more").toBool())
            return answer(Error {.code = ErrorCode::ProviderUnavailable, .detail = QStringLiteral("the list of refunds cannot be read to its end")});
        QList<ProviderRefund> refunds;
        for (const QJsonValue &entry : list.value(u"data").toArray()) {
            if (const std::optional<ProviderRefund> made = readRefund(entry.toObject()))
                refunds.append(*made);
        }
        answer(refunds);
    });
}

void StripeProvider::refundAnew(const NewRefund &refund, const Answer<ProviderRefund> &answer)
{
    const std::optional<qint64> units = toStripeAmount(refund.amount);
    if (!units)
        return m_caller.later([answer] { answer(Error {.code = ErrorCode::ProviderRefused, .detail = QStringLiteral("not an amount Stripe can give back")}); });
    m_caller.post(kRefunds,
                  {{"payment_intent", refund.intent.toUtf8()},
                   {"amount", QByteArray::number(*units)},
                   {"reason", "requested_by_customer"},
                   {metadata(kRefundMark), refund.ownId.toUtf8()}},
                  refund.ownId.toUtf8(), reading(&readRefund, answer));
}

void StripeProvider::findRefund(const QString &refund, const Answer<ProviderRefund> &answer)
{
    m_caller.get(pathOf(kRefunds, refund), reading(&readRefund, answer));
}

PayPage StripeProvider::page(const QString &title, const Money &amount, const QString &state) const
{
    return m_page.page(title, amount, state);
}

std::optional<PageFile> StripeProvider::pageFile(const QByteArray &name) const
{
    return m_page.file(name);
}

Result<std::optional<Notice>> StripeProvider::read(const QByteArray &signature, const QByteArray &body, Instant now) const
{
    if (const Result<void> signedWell = checkSignature(signature, body, m_webhookSecret, now); !signedWell)
        return signedWell.error();
    const std::optional<Notice> notice = readEvent(QJsonDocument::fromJson(body).object());
    if (!notice)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("not an event of Stripe")};
    return notice->intent || notice->refund || notice->dispute || !notice->refundsOf.isEmpty() ? notice : std::nullopt;
}

} // namespace parterre::payments
