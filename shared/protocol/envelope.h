// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

#include <variant>

namespace parterre::protocol {

// The JSON-RPC 2.0 envelope, both directions.

// A request as it came in. `id` is a number or a text; undefined for a notification, which gets no answer.
struct Request {
    QJsonValue id = QJsonValue(QJsonValue::Undefined);
    QString method = {};
    QJsonObject params = {};

    [[nodiscard]] bool wantsReply() const { return !id.isUndefined(); }
};

// InvalidRequest for anything that is not a request object; InvalidParams for positional parameters.
[[nodiscard]] Result<Request> readRequest(const QJsonValue &json);
// The id to answer a faulty request with: its own when it is usable, else null.
[[nodiscard]] QJsonValue replyIdOf(const QJsonValue &json);

[[nodiscard]] QJsonObject resultEnvelope(const QJsonValue &id, const QJsonObject &result);
[[nodiscard]] QJsonObject errorEnvelope(const QJsonValue &id, const Error &error);
[[nodiscard]] QByteArray encodeNotification(const char *method, const QJsonObject &params);
[[nodiscard]] QByteArray encodeRequest(qint64 id, const char *method, const QJsonObject &params);
[[nodiscard]] QByteArray encode(const QJsonObject &envelope);

// What a client gets.
struct Reply {
    qint64 id = 0;
    Result<QJsonObject> result;
};
struct Notification {
    QString method = {};
    QJsonObject params = {};
};
using ServerMessage = std::variant<Reply, Notification>;
[[nodiscard]] Result<ServerMessage> readServerMessage(QByteArrayView utf8);

} // namespace parterre::protocol
