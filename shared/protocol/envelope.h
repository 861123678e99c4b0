// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/jsonwriter.h"
#include "shared/protocol/message.h"
#include "shared/protocol/requestid.h"

#include <variant>

namespace parterre::protocol {

// The JSON-RPC 2.0 envelope, both directions.

// A request as it came in; void with the document it was read from.
struct Request {
    RequestId id = {};
    QByteArrayView method = {};
    JsonView params = JsonView::emptyObject(); // an object

    [[nodiscard]] bool wantsReply() const { return !id.isAbsent(); }
};

// InvalidRequest for anything that is not a request object; InvalidParams for positional parameters.
[[nodiscard]] Result<Request> readRequest(JsonView json);
// The id to answer a faulty request with: its own when it is usable, else null.
[[nodiscard]] RequestId replyIdOf(JsonView json);

// What comes before the result, params or error; after it endEnvelope().
void beginResult(JsonWriter &out, const RequestId &id);
void beginRequest(JsonWriter &out, qint64 id, QByteArrayView method);
void beginNotification(JsonWriter &out, QByteArrayView method);
inline void endEnvelope(JsonWriter &out)
{
    out.endObject();
}

template<class Message>
[[nodiscard]] QByteArray encodeResult(const RequestId &id, const Message &result)
{
    JsonWriter out;
    beginResult(out, id);
    writeMessage(out, result);
    endEnvelope(out);
    return out.take();
}

template<class Method>
[[nodiscard]] QByteArray encodeRequest(qint64 id, const typename Method::Params &params)
{
    JsonWriter out;
    beginRequest(out, id, Method::kInfo.name);
    writeMessage(out, params);
    endEnvelope(out);
    return out.take();
}

template<class Notification>
[[nodiscard]] QByteArray encodeNotification(const typename Notification::Params &params)
{
    JsonWriter out;
    beginNotification(out, Notification::kInfo.name);
    writeMessage(out, params);
    endEnvelope(out);
    return out.take();
}

[[nodiscard]] QByteArray encodeError(const RequestId &id, const Error &error);

// What a client gets; void with the document it was read from. Where the server has nothing to say, an empty object.
struct Reply {
    qint64 id = 0;
    Result<JsonView> result;
};
struct Notification {
    QByteArrayView method = {};
    JsonView params = {};
};
using ServerMessage = std::variant<Reply, Notification>;
[[nodiscard]] Result<ServerMessage> readServerMessage(JsonView json);

} // namespace parterre::protocol
