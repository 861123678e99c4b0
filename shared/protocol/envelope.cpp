// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/envelope.h"

#include "shared/protocol/limits.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace parterre::protocol {

namespace {

constexpr QLatin1StringView kVersionKey("jsonrpc");
constexpr QLatin1StringView kVersion("2.0");
constexpr QLatin1StringView kId("id");
constexpr QLatin1StringView kMethod("method");
constexpr QLatin1StringView kParams("params");
constexpr QLatin1StringView kResult("result");
constexpr QLatin1StringView kError("error");
constexpr QLatin1StringView kCode("code");
constexpr QLatin1StringView kMessage("message");
constexpr QLatin1StringView kData("data");
constexpr QLatin1StringView kKind("kind");
constexpr QLatin1StringView kDetail("detail");
constexpr QLatin1StringView kPlaces("places");
constexpr QLatin1StringView kEvent("event");
constexpr QLatin1StringView kLimit("limit");
constexpr QLatin1StringView kRetryAfter("retryAfter");

constexpr qsizetype kMaxIdLength = 64;

bool isUsableId(const QJsonValue &id)
{
    return (id.isString() && id.toString().size() <= kMaxIdLength) || (id.isDouble() && id.toInteger(0) == id.toInteger(1));
}

Error invalidRequest(const QString &why)
{
    return {.code = ErrorCode::InvalidRequest, .detail = why};
}

// Only what the caller wrote wrong is told in detail; what went wrong inside is for the log.
bool mayTellDetail(ErrorCode code)
{
    return code == ErrorCode::ParseError || code == ErrorCode::InvalidRequest || code == ErrorCode::MethodNotFound || code == ErrorCode::InvalidParams
        || code == ErrorCode::AnswerTooLarge;
}

QJsonObject errorData(const Error &error)
{
    QJsonObject data {{kKind, errorKind(error.code)}};
    if (!error.detail.isEmpty() && mayTellDetail(error.code))
        data.insert(kDetail, error.detail);
    if (!error.places.isEmpty()) {
        QJsonArray places;
        for (const qint32 place : error.places)
            places.append(place);
        data.insert(kPlaces, places);
    }
    if (error.event)
        data.insert(kEvent, error.event->toString());
    if (error.limit)
        data.insert(kLimit, *error.limit);
    if (error.retryAfterSeconds)
        data.insert(kRetryAfter, *error.retryAfterSeconds);
    return data;
}

Error errorFromJson(const QJsonObject &json)
{
    const QJsonObject data = json.value(kData).toObject();
    Error error {.code = errorCodeFromKind(data.value(kKind).toString()).value_or(ErrorCode::Internal), .detail = data.value(kDetail).toString()};
    if (error.detail.isEmpty())
        error.detail = json.value(kMessage).toString();
    for (const QJsonValue &place : data.value(kPlaces).toArray())
        error.places.append(place.toInt());
    error.event = EventId::fromString(data.value(kEvent).toString());
    if (data.contains(kLimit))
        error.limit = data.value(kLimit).toInteger();
    if (data.contains(kRetryAfter))
        error.retryAfterSeconds = data.value(kRetryAfter).toInt();
    return error;
}

} // namespace

Result<Request> readRequest(const QJsonValue &json)
{
    if (!json.isObject())
        return invalidRequest(QStringLiteral("a request is an object"));
    const QJsonObject object = json.toObject();
    for (const QString &key : object.keys()) {
        if (key != kVersionKey && key != kId && key != kMethod && key != kParams)
            return invalidRequest(QStringLiteral("unknown key \"%1\"").arg(key.left(64)));
    }
    if (object.value(kVersionKey).toString() != kVersion)
        return invalidRequest(QStringLiteral("jsonrpc has to be \"2.0\""));
    if (!object.value(kMethod).isString())
        return invalidRequest(QStringLiteral("method has to be text"));
    if (object.contains(kId) && !isUsableId(object.value(kId)))
        return invalidRequest(QStringLiteral("id has to be an integer or a text of at most 64 characters"));

    const QJsonValue params = object.value(kParams);
    if (!params.isUndefined() && !params.isObject())
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("params are given by name, in an object")};
    return Request {.id = object.value(kId), .method = object.value(kMethod).toString(), .params = params.toObject()};
}

QJsonValue replyIdOf(const QJsonValue &json)
{
    const QJsonValue id = json.toObject().value(kId);
    return isUsableId(id) ? id : QJsonValue(QJsonValue::Null);
}

QJsonObject resultEnvelope(const QJsonValue &id, const QJsonObject &result)
{
    return {{kVersionKey, kVersion}, {kId, id}, {kResult, result}};
}

QJsonObject errorEnvelope(const QJsonValue &id, const Error &error)
{
    return {{kVersionKey, kVersion},
            {kId, id},
            {kError, QJsonObject {{kCode, errorNumber(error.code)}, {kMessage, errorMeaning(error.code)}, {kData, errorData(error)}}}};
}

QByteArray encodeNotification(const char *method, const QJsonObject &params)
{
    return encode({{kVersionKey, kVersion}, {kMethod, QLatin1StringView(method)}, {kParams, params}});
}

QByteArray encodeRequest(qint64 id, const char *method, const QJsonObject &params)
{
    return encode({{kVersionKey, kVersion}, {kId, id}, {kMethod, QLatin1StringView(method)}, {kParams, params}});
}

QByteArray encode(const QJsonObject &envelope)
{
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact);
}

Result<ServerMessage> readServerMessage(QByteArrayView utf8)
{
    QJsonParseError parseError;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromRawData(utf8.data(), utf8.size()), &parseError).object();
    if (parseError.error != QJsonParseError::NoError || object.value(kVersionKey).toString() != kVersion)
        return Error {.code = ErrorCode::ParseError, .detail = QStringLiteral("the server's message is not JSON-RPC 2.0")};
    if (object.contains(kMethod))
        return ServerMessage(Notification {.method = object.value(kMethod).toString(), .params = object.value(kParams).toObject()});

    const qint64 id = object.value(kId).toInteger(-1);
    if (object.contains(kError))
        return ServerMessage(Reply {.id = id, .result = errorFromJson(object.value(kError).toObject())});
    return ServerMessage(Reply {.id = id, .result = object.value(kResult).toObject()});
}

} // namespace parterre::protocol
