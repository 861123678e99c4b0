// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stripedouble.h"

#include <QDateTime>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace parterre::testing {

namespace {

constexpr qsizetype kLongestKey = 255;
constexpr qint64 kLargestAmount = 99'999'999;

QMap<QByteArray, QByteArray> pairs(const QByteArray &text)
{
    QMap<QByteArray, QByteArray> all;
    for (const QByteArray &pair : text.split('&')) {
        const qsizetype sign = pair.indexOf('=');
        if (sign > 0)
            all.insert(QByteArray::fromPercentEncoding(QByteArray(pair.left(sign)).replace('+', ' ')),
                       QByteArray::fromPercentEncoding(QByteArray(pair.mid(sign + 1)).replace('+', ' ')));
    }
    return all;
}

QJsonObject metadataIn(const QMap<QByteArray, QByteArray> &fields)
{
    QJsonObject metadata;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field.key().startsWith("metadata["))
            metadata.insert(QString::fromUtf8(field.key().mid(9).chopped(1)), QString::fromUtf8(field.value()));
    }
    return metadata;
}

QJsonObject errorBody(const QString &type, const QString &code, const QString &message, const QJsonObject &further = {})
{
    QJsonObject error = further;
    error.insert(u"type"_s, type);
    error.insert(u"code"_s, code);
    error.insert(u"message"_s, message);
    return {{u"error"_s, error}};
}

bool isFinal(const QJsonObject &intent)
{
    const QString status = intent.value("status"_L1).toString();
    return status == "succeeded"_L1 || status == "canceled"_L1;
}

QByteArray phraseOf(int status)
{
    return status == 200 ? "OK" : "Error";
}

} // namespace

StripeDouble::StripeDouble()
{
    connect(this, &QTcpServer::newConnection, this, &StripeDouble::onConnected);
    listen(QHostAddress::LocalHost);
}

QUrl StripeDouble::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()));
}

void StripeDouble::onConnected()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [=, this] { onReadable(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [=, this] {
            m_received.remove(socket);
            socket->deleteLater();
        });
    }
}

void StripeDouble::onReadable(QTcpSocket *socket)
{
    QByteArray &bytes = m_received[socket];
    bytes += socket->readAll();
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Request request;
    QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + length)
        return;
    request.method = first.value(0);
    const QList<QByteArray> target = first.value(1).split('?');
    request.path = target.constFirst();
    request.query = pairs(target.value(1));
    request.fields = pairs(bytes.mid(end + 4, length));
    bytes.remove(0, end + 4 + length);
    m_requests.append(request);

    if (m_mood == Mood::Unreachable)
        return socket->abort();
    const Reply reply = answer(request);
    if (m_mood == Mood::Forgetful)
        return socket->abort();
    const QByteArray body = QJsonDocument(reply.body).toJson();
    socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + phraseOf(reply.status) + "\r\nContent-Type: application/json\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    socket->disconnectFromHost();
}

StripeDouble::Reply StripeDouble::answer(const Request &request)
{
    if (request.headers.value("authorization") != "Bearer " + secretKey())
        return {401, errorBody(u"invalid_request_error"_s, {}, u"Invalid API Key provided"_s)};
    if (m_mood == Mood::Busy)
        return {429, errorBody(u"invalid_request_error"_s, u"rate_limit"_s, u"Too many requests"_s)};
    if (m_mood == Mood::Broken)
        return {500, errorBody(u"api_error"_s, {}, u"Something went wrong"_s)};
    if (m_mood == Mood::Refusing)
        return {400, errorBody(u"invalid_request_error"_s, u"account_invalid"_s, u"The account cannot do this"_s)};
    const QByteArray key = request.headers.value("idempotency-key");
    if (key.size() > kLongestKey)
        return {400, errorBody(u"idempotency_error"_s, {}, u"The key is too long"_s)};
    if (request.method != "POST" || key.isEmpty())
        return perform(request);
    const auto kept = m_answers.constFind(key);
    if (kept != m_answers.constEnd()) {
        if (kept->request.path != request.path || kept->request.fields != request.fields)
            return {400, errorBody(u"idempotency_error"_s, {}, u"Keys can only be used with the same parameters"_s)};
        return kept->reply;
    }
    const Reply reply = perform(request);
    m_answers.insert(key, {.request = request, .reply = reply});
    return reply;
}

StripeDouble::Reply StripeDouble::perform(const Request &request)
{
    const Reply unknown {404, errorBody(u"invalid_request_error"_s, u"resource_missing"_s, u"No such object"_s)};
    if (request.method == "POST" && request.headers.value("content-type") != "application/x-www-form-urlencoded")
        return {400, errorBody(u"invalid_request_error"_s, {}, u"Not a form"_s)};
    const QList<QByteArray> path = request.path.split('/').mid(1);
    const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(path.value(2)));
    const QByteArray verb = path.value(3);
    if (path.value(0) != "v1" || path.size() > 4)
        return unknown;
    if (path.value(1) == "payment_intents") {
        if (request.method == "POST" && id.isEmpty())
            return createIntent(request);
        if (!m_intents.contains(id))
            return unknown;
        if (request.method == "GET" && verb.isEmpty())
            return {200, m_intents.value(id)};
        if (request.method == "POST" && verb == "confirm")
            return confirmIntent(request, id);
        if (request.method == "POST" && verb == "cancel")
            return cancelIntent(request, id);
    }
    if (path.value(1) == "refunds") {
        if (id.isEmpty())
            return request.method == "POST" ? createRefund(request) : listRefunds(request);
        if (request.method == "GET" && verb.isEmpty() && m_refunds.contains(id))
            return {200, m_refunds.value(id)};
    }
    return unknown;
}

StripeDouble::Reply StripeDouble::createIntent(const Request &request)
{
    static const QSet<QByteArray> known {"amount", "currency", "automatic_payment_methods[enabled]", "description"};
    for (const QByteArray &name : request.fields.keys()) {
        if (!known.contains(name) && !name.startsWith("metadata["))
            return {400, errorBody(u"invalid_request_error"_s, u"parameter_unknown"_s, QString::fromUtf8(name))};
    }
    bool isNumber = false;
    const qint64 amount = request.fields.value("amount").toLongLong(&isNumber);
    if (!isNumber || amount <= 0)
        return {400, errorBody(u"invalid_request_error"_s, u"parameter_invalid_integer"_s, u"amount"_s)};
    if (amount > kLargestAmount)
        return {400, errorBody(u"invalid_request_error"_s, u"amount_too_large"_s, u"amount"_s)};
    const QByteArray currency = request.fields.value("currency");
    if (currency.size() != 3 || currency != currency.toLower())
        return {400, errorBody(u"invalid_request_error"_s, {}, u"Invalid currency"_s)};
    const QString id = newId(u"pi_"_s);
    m_intents.insert(id, {{u"id"_s, id},
                          {u"object"_s, u"payment_intent"_s},
                          {u"amount"_s, amount},
                          {u"amount_received"_s, 0},
                          {u"currency"_s, QString::fromLatin1(currency)},
                          {u"status"_s, u"requires_payment_method"_s},
                          {u"client_secret"_s, id + u"_secret_x"_s},
                          {u"description"_s, QString::fromUtf8(request.fields.value("description"))},
                          {u"last_payment_error"_s, QJsonValue::Null},
                          {u"metadata"_s, metadataIn(request.fields)}});
    tell(u"payment_intent.created"_s, m_intents.value(id));
    return {200, m_intents.value(id)};
}

StripeDouble::Reply StripeDouble::confirmIntent(const Request &request, const QString &id)
{
    const QJsonObject intent = m_intents.value(id);
    const QString status = intent.value("status"_L1).toString();
    if (status != "requires_payment_method"_L1 && status != "requires_action"_L1)
        return {400, errorBody(u"invalid_request_error"_s, u"payment_intent_unexpected_state"_s, status, {{u"payment_intent"_s, intent}})};
    // Needed because the intent takes whatever way to pay the dashboard allows.
    if (request.fields.value("return_url").isEmpty())
        return {400, errorBody(u"invalid_request_error"_s, {}, u"A return_url is needed"_s)};
    const QByteArray token = request.fields.value("confirmation_token");
    if (!token.startsWith("ctoken_"))
        return {400, errorBody(u"invalid_request_error"_s, u"resource_missing"_s, u"confirmation_token"_s)};
    if (token.contains("declined")) {
        decline(id);
        return {402, errorBody(u"card_error"_s, u"card_declined"_s, u"Your card was declined."_s,
                               {{u"decline_code"_s, u"insufficient_funds"_s}, {u"payment_intent"_s, m_intents.value(id)}})};
    }
    if (token.contains("action"))
        setIntent(id, {{u"status"_s, u"requires_action"_s}}, u"payment_intent.requires_action"_s);
    else if (token.contains("processing"))
        setIntent(id, {{u"status"_s, u"processing"_s}}, u"payment_intent.processing"_s);
    else
        pay(id);
    return {200, m_intents.value(id)};
}

StripeDouble::Reply StripeDouble::cancelIntent(const Request &, const QString &id)
{
    const QJsonObject intent = m_intents.value(id);
    if (isFinal(intent) || intent.value("status"_L1).toString() == "processing"_L1)
        return {400, errorBody(u"invalid_request_error"_s, u"payment_intent_unexpected_state"_s, u"cannot be canceled"_s, {{u"payment_intent"_s, intent}})};
    cancel(id);
    return {200, m_intents.value(id)};
}

StripeDouble::Reply StripeDouble::createRefund(const Request &request)
{
    const QString of = QString::fromUtf8(request.fields.value("payment_intent"));
    const QJsonObject intent = m_intents.value(of);
    if (intent.value("status"_L1).toString() != "succeeded"_L1)
        return {400, errorBody(u"invalid_request_error"_s, u"payment_intent_unexpected_state"_s, u"no successful charge to refund"_s)};
    qint64 left = intent.value("amount_received"_L1).toInteger();
    for (const QJsonObject &refund : std::as_const(m_refunds)) {
        if (refund.value("payment_intent"_L1).toString() == of && refund.value("status"_L1).toString() != "failed"_L1)
            left -= refund.value("amount"_L1).toInteger();
    }
    const qint64 amount = request.fields.contains("amount") ? request.fields.value("amount").toLongLong() : left;
    if (left == 0)
        return {400, errorBody(u"invalid_request_error"_s, u"charge_already_refunded"_s, u"has already been refunded"_s)};
    if (amount <= 0 || amount > left)
        return {400, errorBody(u"invalid_request_error"_s, {}, u"Refund amount is greater than unrefunded amount"_s)};
    const QString id = newId(u"re_"_s);
    m_refunds.insert(id, {{u"id"_s, id},
                          {u"object"_s, u"refund"_s},
                          {u"amount"_s, amount},
                          {u"currency"_s, intent.value("currency"_L1)},
                          {u"payment_intent"_s, of},
                          {u"status"_s, m_refundStatus},
                          {u"reason"_s, QString::fromUtf8(request.fields.value("reason"))},
                          {u"metadata"_s, metadataIn(request.fields)}});
    tell(u"refund.created"_s, m_refunds.value(id));
    return {200, m_refunds.value(id)};
}

StripeDouble::Reply StripeDouble::listRefunds(const Request &request) const
{
    QJsonArray data;
    for (const QJsonObject &refund : m_refunds) {
        if (refund.value("payment_intent"_L1).toString() == QString::fromUtf8(request.query.value("payment_intent")))
            data.append(refund);
    }
    return {200, {{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, false}}};
}

void StripeDouble::pay(const QString &intent, qint64 received)
{
    setIntent(intent, {{u"status"_s, u"succeeded"_s}, {u"amount_received"_s, received}}, u"payment_intent.succeeded"_s);
}

void StripeDouble::decline(const QString &intent)
{
    const QJsonObject error {{u"type"_s, u"card_error"_s}, {u"code"_s, u"card_declined"_s}, {u"decline_code"_s, u"insufficient_funds"_s}};
    setIntent(intent, {{u"status"_s, u"requires_payment_method"_s}, {u"last_payment_error"_s, error}}, u"payment_intent.payment_failed"_s);
}

void StripeDouble::cancel(const QString &intent)
{
    setIntent(intent, {{u"status"_s, u"canceled"_s}}, u"payment_intent.canceled"_s);
}

void StripeDouble::settleRefund(const QString &refund, const QString &status)
{
    QJsonObject object = m_refunds.value(refund);
    object.insert(u"status"_s, status);
    if (status == "failed"_L1)
        object.insert(u"failure_reason"_s, u"expired_or_canceled_card"_s);
    m_refunds.insert(refund, object);
    tell(status == "failed"_L1 ? u"refund.failed"_s : u"refund.updated"_s, object);
}

void StripeDouble::refundAtDesk(const QString &intent, qint64 amount)
{
    const QString id = newId(u"re_"_s);
    const QJsonValue currency = m_intents.value(intent).value("currency"_L1);
    m_refunds.insert(id, {{u"id"_s, id}, {u"object"_s, u"refund"_s}, {u"amount"_s, amount}, {u"currency"_s, currency}, {u"payment_intent"_s, intent},
                          {u"status"_s, m_refundStatus}, {u"metadata"_s, QJsonObject()}});
    tell(u"refund.created"_s, m_refunds.value(id));
    tell(u"charge.refunded"_s, {{u"id"_s, u"ch_"_s + intent}, {u"object"_s, u"charge"_s}, {u"amount_refunded"_s, amount}, {u"currency"_s, currency}, {u"payment_intent"_s, intent}});
}

void StripeDouble::dispute(const QString &intent, const QString &status)
{
    const QJsonObject of = m_intents.value(intent);
    tell(status == "needs_response"_L1 ? u"charge.dispute.created"_s : u"charge.dispute.closed"_s,
         {{u"id"_s, u"dp_"_s + intent}, {u"object"_s, u"dispute"_s}, {u"amount"_s, of.value("amount"_L1)}, {u"currency"_s, of.value("currency"_L1)}, {u"payment_intent"_s, intent},
          {u"reason"_s, u"fraudulent"_s}, {u"status"_s, status}});
}

void StripeDouble::setIntent(const QString &id, const QJsonObject &changes, const QString &event)
{
    QJsonObject intent = m_intents.value(id);
    for (auto change = changes.begin(); change != changes.end(); ++change)
        intent.insert(change.key(), change.value());
    m_intents.insert(id, intent);
    tell(event, intent);
}

void StripeDouble::tell(const QString &type, const QJsonObject &about)
{
    m_events.append({{u"id"_s, newId(u"evt_"_s)},
                     {u"object"_s, u"event"_s},
                     {u"type"_s, type},
                     {u"data"_s, QJsonObject {{u"object"_s, about}}}});
}

QString StripeDouble::newId(const QString &prefix)
{
    return prefix + QString::number(++m_lastNumber);
}

std::optional<QJsonObject> StripeDouble::lastEvent(const QString &type) const
{
    for (auto event = m_events.rbegin(); event != m_events.rend(); ++event) {
        if (event->value("type"_L1).toString() == type)
            return *event;
    }
    return std::nullopt;
}

QByteArray StripeDouble::signatureOf(const QByteArray &body, qint64 seconds, const QByteArray &secret)
{
    const QByteArray time = QByteArray::number(seconds);
    return "t=" + time + ",v1=" + QMessageAuthenticationCode::hash(time + '.' + body, secret, QCryptographicHash::Sha256).toHex();
}

QNetworkReply *StripeDouble::post(QNetworkAccessManager &network, const QJsonObject &event, const QUrl &to)
{
    const QByteArray body = QJsonDocument(event).toJson();
    QNetworkRequest request(to);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json; charset=utf-8"_s);
    request.setRawHeader("Stripe-Signature", signatureOf(body, QDateTime::currentSecsSinceEpoch()));
    return network.post(request, body);
}

int StripeDouble::deliver(const QJsonObject &event, const QUrl &to)
{
    QNetworkAccessManager network;
    QEventLoop loop;
    const std::unique_ptr<QNetworkReply> reply(post(network, event, to));
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace parterre::testing
