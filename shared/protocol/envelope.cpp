// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/envelope.h"

#include <algorithm>

namespace parterre::protocol {

namespace {

constexpr QByteArrayView kVersionKey("jsonrpc");
constexpr QByteArrayView kVersion("2.0");
constexpr QByteArrayView kId("id");
constexpr QByteArrayView kMethod("method");
constexpr QByteArrayView kParams("params");
constexpr QByteArrayView kResult("result");
constexpr QByteArrayView kError("error");
constexpr QByteArrayView kCode("code");
constexpr QByteArrayView kMessage("message");
constexpr QByteArrayView kData("data");
constexpr QByteArrayView kKind("kind");
constexpr QByteArrayView kDetail("detail");
constexpr QByteArrayView kPlaces("places");
constexpr QByteArrayView kInstead("instead");
constexpr QByteArrayView kEvent("event");
constexpr QByteArrayView kArea("area");
constexpr QByteArrayView kLimit("limit");
constexpr QByteArrayView kRetryAfter("retryAfter");

Error invalidRequest(const QString &why)
{
    return {.code = ErrorCode::InvalidRequest, .detail = why};
}

// Only what the caller wrote wrong is told in detail; what went wrong inside is for the log.
bool mayTellDetail(ErrorCode code)
{
    return code == ErrorCode::ParseError || code == ErrorCode::InvalidRequest || code == ErrorCode::MethodNotFound || code == ErrorCode::InvalidParams
        || code == ErrorCode::AnswerTooLarge || code == ErrorCode::EventInvalid;
}

void writePlaces(JsonWriter &out, QByteArrayView key, const QList<qint32> &places)
{
    if (places.isEmpty())
        return;
    out.key(key);
    out.beginList();
    for (const qint32 place : places)
        out.integer(place);
    out.endList();
}

void writeErrorData(JsonWriter &out, const Error &error)
{
    out.beginObject();
    out.key(kKind);
    out.plain(errorKind(error.code));
    if (!error.detail.isEmpty() && mayTellDetail(error.code)) {
        out.key(kDetail);
        out.text(error.detail);
    }
    writePlaces(out, kPlaces, error.places);
    writePlaces(out, kInstead, error.instead);
    if (error.event) {
        out.key(kEvent);
        out.text(error.event->toString());
    }
    if (error.area) {
        out.key(kArea);
        out.integer(*error.area);
    }
    if (error.limit) {
        out.key(kLimit);
        out.integer(*error.limit);
    }
    if (error.retryAfterSeconds) {
        out.key(kRetryAfter);
        out.integer(*error.retryAfterSeconds);
    }
    out.endObject();
}

qint32 toInt32(JsonView json)
{
    return static_cast<qint32>(std::clamp<qint64>(json.integer(), std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max()));
}

Error readError(JsonView json)
{
    const JsonView data = json.find(kData);
    Error error {.code = errorCodeFromKind(QString::fromUtf8(data.find(kKind).text())).value_or(ErrorCode::Internal),
                 .detail = QString::fromUtf8(data.find(kDetail).text())};
    if (error.detail.isEmpty())
        error.detail = QString::fromUtf8(json.find(kMessage).text());
    for (const JsonView place : data.find(kPlaces))
        error.places.append(toInt32(place));
    for (const JsonView place : data.find(kInstead))
        error.instead.append(toInt32(place));
    error.event = EventId::fromString(QLatin1StringView(data.find(kEvent).text()));
    if (const JsonView area = data.find(kArea); !area.isAbsent())
        error.area = toInt32(area);
    if (const JsonView limit = data.find(kLimit); !limit.isAbsent())
        error.limit = limit.integer();
    if (const JsonView seconds = data.find(kRetryAfter); !seconds.isAbsent())
        error.retryAfterSeconds = toInt32(seconds);
    return error;
}

JsonView objectOrEmpty(JsonView json)
{
    return json.isObject() ? json : JsonView::emptyObject();
}

void begin(JsonWriter &out)
{
    out.beginObject();
    out.key(kVersionKey);
    out.plain(kVersion);
}

} // namespace

Result<Request> readRequest(JsonView json)
{
    if (!json.isObject())
        return invalidRequest(QStringLiteral("a request is an object"));
    Request request;
    JsonView version;
    JsonView id;
    JsonView method;
    JsonView params;
    for (const auto member : json.members()) {
        if (member.key == kVersionKey)
            version = member.value();
        else if (member.key == kId)
            id = member.value();
        else if (member.key == kMethod)
            method = member.value();
        else if (member.key == kParams)
            params = member.value();
        else
            return invalidRequest(QStringLiteral("unknown key \"%1\"").arg(QString::fromUtf8(member.key).left(64)));
    }
    if (version.text() != kVersion)
        return invalidRequest(QStringLiteral("jsonrpc has to be \"2.0\""));
    if (!method.isText())
        return invalidRequest(QStringLiteral("method has to be text"));
    request.method = method.text();
    if (!id.isAbsent()) {
        request.id = RequestId::of(id);
        if (request.id.isNull())
            return invalidRequest(QStringLiteral("id has to be an integer or a text of at most 64 characters"));
    }
    if (!params.isAbsent()) {
        if (!params.isObject())
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("params are given by name, in an object")};
        request.params = params;
    }
    return request;
}

RequestId replyIdOf(JsonView json)
{
    return RequestId::of(json.find(kId));
}

void beginResult(JsonWriter &out, const RequestId &id)
{
    begin(out);
    out.key(kId);
    id.write(out);
    out.key(kResult);
}

void beginRequest(JsonWriter &out, qint64 id, QByteArrayView method)
{
    begin(out);
    out.key(kId);
    out.integer(id);
    out.key(kMethod);
    out.plain(method);
    out.key(kParams);
}

void beginNotification(JsonWriter &out, QByteArrayView method)
{
    begin(out);
    out.key(kMethod);
    out.plain(method);
    out.key(kParams);
}

QByteArray encodeError(const RequestId &id, const Error &error)
{
    JsonWriter out;
    begin(out);
    out.key(kId);
    id.write(out);
    out.key(kError);
    out.beginObject();
    out.key(kCode);
    out.integer(errorNumber(error.code));
    out.key(kMessage);
    out.plain(errorMeaning(error.code));
    out.key(kData);
    writeErrorData(out, error);
    out.endObject();
    endEnvelope(out);
    return out.take();
}

Result<ServerMessage> readServerMessage(JsonView json)
{
    if (json.find(kVersionKey).text() != kVersion)
        return Error {.code = ErrorCode::ParseError, .detail = QStringLiteral("the server's message is not JSON-RPC 2.0")};
    if (const JsonView method = json.find(kMethod); !method.isAbsent())
        return ServerMessage(Notification {.method = method.text(), .params = objectOrEmpty(json.find(kParams))});

    const JsonView number = json.find(kId);
    const qint64 id = number.isInteger() ? number.integer() : -1;
    if (const JsonView error = json.find(kError); !error.isAbsent())
        return ServerMessage(Reply {.id = id, .result = readError(error)});
    return ServerMessage(Reply {.id = id, .result = objectOrEmpty(json.find(kResult))});
}

} // namespace parterre::protocol
