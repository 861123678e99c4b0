// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>

namespace parterre::payments {

// What a call that was refused says about why.
struct StripeFault {
    Error error = {};
    QString code = {};    // Stripe's, "payment_intent_unexpected_state"
};

using StripeAnswer = std::function<void(const std::variant<QJsonObject, StripeFault> &)>;
using StripeFields = QList<std::pair<QByteArray, QByteArray>>;

// HTTP as Stripe's API wants it: forms in, JSON out, the secret key in a header, keys against repetition. Follows no
// redirection, which would show the key to others, and reads no answer without end.
class StripeCaller
{
public:
    StripeCaller(QUrl base, QByteArray secretKey, std::chrono::milliseconds patience);

    // `path` as "/v1/refunds". Without `idempotencyKey` none is sent.
    void get(const QByteArray &path, const StripeAnswer &answer);
    void post(const QByteArray &path, const StripeFields &fields, const QByteArray &idempotencyKey, const StripeAnswer &answer);
    // For what needs no call.
    void later(std::function<void()> answer);

private:
    [[nodiscard]] QNetworkRequest request(const QByteArray &path) const;
    void listen(QNetworkReply *reply, const StripeAnswer &answer);

    const QUrl m_base;
    const QByteArray m_secretKey;
    const std::chrono::milliseconds m_patience;
    QNetworkAccessManager m_network;
};

} // namespace parterre::payments
