// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/payments/stripecall.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace parterre::payments {

namespace {

Q_LOGGING_CATEGORY(lcStripe, "parterre.payments.stripe", QtInfoMsg)

// What our reading was written for; accounts have a version of their own otherwise, which somebody may raise.
constexpr char kApiVersion[] = "2024-06-20";
constexpr qint64 kLargestAnswer = 1024 * 1024; // ours have a few kilobytes
constexpr qsizetype kLongestMessage = 200;

enum Status { Ok = 200, Unauthorized = 401, PaymentRequired = 402, Forbidden = 403, Conflict = 409, TooManyRequests = 429, ServerError = 500 };

QByteArray formOf(const StripeFields &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (!form.isEmpty())
            form += '&';
        form += name.toPercentEncoding() + '=' + value.toPercentEncoding();
    }
    return form;
}

StripeFault unavailable(const QString &detail)
{
    return {.error = {.code = ErrorCode::ProviderUnavailable, .detail = detail}};
}

// Whether the same request may have another answer later, other than because somebody paid otherwise.
bool isPassing(int status)
{
    return status == Conflict || status == TooManyRequests || status >= ServerError;
}

StripeFault faultOf(int status, const QJsonObject &body)
{
    const QJsonObject error = body.value(u"error").toObject();
    const QString code = error.value(u"decline_code").toString(error.value(u"code").toString());
    const QString detail = QStringLiteral("%1 %2: %3").arg(status).arg(code, error.value(u"message").toString().left(kLongestMessage));
    if (status == Unauthorized || status == Forbidden) {
        // The house's fault, and mended by the house: what is under way goes on then.
        qCCritical(lcStripe, "Stripe does not accept the secret key");
        return unavailable(QStringLiteral("the secret key is not accepted"));
    }
    if (isPassing(status))
        return unavailable(detail);
    if (status == PaymentRequired && error.value(u"type").toString() == u"card_error")
        return {.error = {.code = ErrorCode::PaymentDeclined, .detail = code}, .code = error.value(u"code").toString()};
    return {.error = {.code = ErrorCode::ProviderRefused, .detail = detail}, .code = error.value(u"code").toString()};
}

} // namespace

StripeCaller::StripeCaller(QUrl base, QByteArray secretKey, std::chrono::milliseconds patience)
    : m_base(std::move(base))
    , m_secretKey(std::move(secretKey))
    , m_patience(patience)
{
}

QNetworkRequest StripeCaller::request(const QByteArray &path) const
{
    QNetworkRequest request(QUrl(m_base.toString(QUrl::RemovePath) + QString::fromLatin1(path)));
    request.setRawHeader("Authorization", "Bearer " + m_secretKey);
    request.setRawHeader("Stripe-Version", kApiVersion);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(static_cast<int>(m_patience.count()));
    return request;
}

void StripeCaller::get(const QByteArray &path, const StripeAnswer &answer)
{
    listen(m_network.get(request(path)), answer);
}

void StripeCaller::post(const QByteArray &path, const StripeFields &fields, const QByteArray &idempotencyKey, const StripeAnswer &answer)
{
    QNetworkRequest form = request(path);
    form.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    if (!idempotencyKey.isEmpty())
        form.setRawHeader("Idempotency-Key", idempotencyKey);
    listen(m_network.post(form, formOf(fields)), answer);
}

void StripeCaller::later(std::function<void()> answer)
{
    QMetaObject::invokeMethod(&m_network, std::move(answer), Qt::QueuedConnection);
}

void StripeCaller::listen(QNetworkReply *reply, const StripeAnswer &answer)
{
    QObject::connect(reply, &QNetworkReply::downloadProgress, &m_network, [reply](qint64 received, qint64) {
        if (received > kLargestAnswer)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, &m_network, [reply, answer] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        // An answer that broke off has a status, too.
        const bool isWhole = reply->error() == QNetworkReply::NoError || reply->error() >= QNetworkReply::ContentAccessDenied;
        if (status == 0 || !isWhole)
            return answer(unavailable(reply->errorString()));
        const QJsonDocument body = QJsonDocument::fromJson(reply->readAll());
        if (status != Ok)
            return answer(faultOf(status, body.object()));
        if (!body.isObject())
            return answer(unavailable(QStringLiteral("an answer that is no JSON object")));
        answer(body.object());
    });
}

} // namespace parterre::payments
