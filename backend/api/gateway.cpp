// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/gateway.h"

#include "backend/api/dispatcher.h"
#include "shared/protocol/strictjson.h"

#include <QJsonArray>

namespace parterre::api {

namespace {

ParsedCall refusal(const QJsonValue &id, const Error &error)
{
    return {.id = id, .error = error};
}

}

void Gateway::connected(const transport::Peer &peer)
{
    QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, peer] { dispatcher->addLink(peer); }, Qt::QueuedConnection);
}

void Gateway::received(int, std::span<transport::Inbound> all)
{
    auto messages = std::make_shared<std::vector<ParsedMessage>>();
    messages->reserve(all.size());
    for (const transport::Inbound &inbound : all)
        messages->push_back(parse(inbound));
    QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, messages] { dispatcher->dispatch(*messages); }, Qt::QueuedConnection);
}

void Gateway::disconnected(transport::ConnectionId connection)
{
    QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, connection] { dispatcher->removeLink(connection); }, Qt::QueuedConnection);
}

void Gateway::outOfSync(transport::ConnectionId connection, transport::Topic topic)
{
    QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, connection, topic] { dispatcher->resync(connection, topic); }, Qt::QueuedConnection);
}

ParsedMessage Gateway::parse(const transport::Inbound &inbound) const
{
    ParsedMessage message {.from = inbound.from};
    const Result<QJsonValue> json = protocol::parseStrictJson(inbound.utf8, protocol::kMaxJsonDepth);
    if (!json) {
        message.calls.push_back(refusal(QJsonValue::Null, json.error()));
        return message;
    }
    if (!json->isArray()) {
        message.calls.push_back(parseCall(*json));
        return message;
    }
    const QJsonArray batch = json->toArray();
    if (batch.isEmpty() || batch.size() > protocol::kMaxBatch) {
        message.calls.push_back(refusal(QJsonValue::Null, {.code = ErrorCode::InvalidRequest,
                                                           .detail = QStringLiteral("a batch has 1 to %1 requests").arg(protocol::kMaxBatch),
                                                           .limit = protocol::kMaxBatch}));
        return message;
    }
    message.isBatch = true;
    for (const QJsonValue &entry : batch)
        message.calls.push_back(parseCall(entry));
    return message;
}

ParsedCall Gateway::parseCall(const QJsonValue &json) const
{
    const Result<protocol::Request> request = protocol::readRequest(json);
    if (!request)
        return refusal(protocol::replyIdOf(json), request.error());
    const Route *route = m_router.find(request->method);
    if (!route)
        return refusal(request->id, {.code = ErrorCode::MethodNotFound, .detail = request->method.left(64)});
    Result<std::unique_ptr<ParsedParams>> params = route->parse(request->params);
    if (!params)
        return {.id = request->id, .route = route, .error = params.error()};
    return {.id = request->id, .route = route, .params = std::move(*params)};
}

} // namespace parterre::api
