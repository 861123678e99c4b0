// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/gateway.h"

#include "backend/api/dispatcher.h"
#include "backend/api/replies.h"
#include "shared/protocol/strictjson.h"

#include <QJsonArray>

#include <algorithm>

namespace parterre::api {

namespace {

ParsedCall refusal(const QJsonValue &id, const Error &error)
{
    return {.id = id, .error = error};
}

bool isBatchOfGoodSize(const QJsonValue &json)
{
    return json.isArray() && !json.toArray().isEmpty() && json.toArray().size() <= protocol::kMaxBatch;
}

int callsIn(const QJsonValue &json)
{
    return isBatchOfGoodSize(json) ? static_cast<int>(json.toArray().size()) : 1;
}

bool isNotification(const QJsonValue &json)
{
    return json.isObject() && !json.toObject().contains(QLatin1StringView("id"));
}

bool wantsReply(const QJsonValue &json)
{
    if (!json.isArray())
        return !isNotification(json);
    const QJsonArray batch = json.toArray();
    return !std::all_of(batch.begin(), batch.end(), isNotification);
}

// Without a trip to the house: none of the calls is of a method.
std::unique_ptr<transport::Message> replyTo(const ParsedMessage &message)
{
    std::vector<NumberedReply> replies;
    for (const ParsedCall &call : message.calls) {
        if (!call.id.isUndefined())
            replies.push_back({.id = call.id, .result = call.error});
    }
    if (replies.empty())
        return nullptr;
    return message.isBatch ? batchMessage(std::move(replies)) : replyMessage(std::move(replies.front()));
}

} // namespace

void Gateway::open(Dispatcher &dispatcher, transport::Transport &transport, const RateLimits &limits, const Clock &clock)
{
    m_dispatcher = &dispatcher;
    m_transport = &transport;
    m_admissions = std::vector<Admission>(static_cast<std::size_t>(transport.workerCount()), Admission(limits, clock));
}

void Gateway::connected(const transport::Peer &peer)
{
    QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, peer, meter = admissionOf(peer.id).open(peer.id)] { dispatcher->addLink(peer, meter); },
                              Qt::QueuedConnection);
}

void Gateway::received(int worker, std::span<transport::Inbound> all)
{
    Admission &admission = m_admissions.at(static_cast<std::size_t>(worker));
    auto messages = std::make_shared<std::vector<ParsedMessage>>();
    std::vector<transport::Command> answers;
    for (const transport::Inbound &inbound : all) {
        if (!admission.isOpen(inbound.from))
            continue;
        Outcome outcome = judge(admission, inbound);
        if (outcome.message)
            messages->push_back(std::move(*outcome.message));
        if (outcome.reply)
            answers.push_back(transport::Send {.to = inbound.from, .message = std::move(outcome.reply)});
        if (outcome.isRefused && admission.exhausts(inbound.from))
            answers.push_back(transport::Close {.connection = inbound.from, .code = transport::CloseCode::PolicyViolated, .reason = QStringLiteral("too many requests")});
    }
    if (!answers.empty())
        m_transport->post(worker, std::move(answers));
    if (!messages->empty())
        QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, messages] { dispatcher->dispatch(*messages); }, Qt::QueuedConnection);
}

void Gateway::disconnected(transport::ConnectionId connection)
{
    admissionOf(connection).close(connection);
    QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, connection] { dispatcher->removeLink(connection); }, Qt::QueuedConnection);
}

void Gateway::outOfSync(transport::ConnectionId connection, transport::Topic topic)
{
    QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, connection, topic] { dispatcher->resync(connection, topic); }, Qt::QueuedConnection);
}

void Gateway::broadcastDone(int worker, transport::Topic topic)
{
    Q_UNUSED(worker)
    QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, topic] { dispatcher->broadcastDone(topic); }, Qt::QueuedConnection);
}

Gateway::Outcome Gateway::judge(Admission &admission, const transport::Inbound &inbound) const
{
    const Result<QJsonValue> json = protocol::parseStrictJson(inbound.utf8, protocol::kMaxJsonDepth);
    const QJsonValue document = json ? *json : QJsonValue();
    if (const auto error = admission.refuse(inbound.from, callsIn(document))) {
        // One answer, to a batch as well: a refusal must not be larger than what it refuses.
        return {.reply = wantsReply(document) ? replyMessage({.id = protocol::replyIdOf(document), .result = *error}) : nullptr, .isRefused = true};
    }
    if (!json)
        return {.reply = replyMessage({.id = QJsonValue::Null, .result = json.error()})};

    ParsedMessage message = parse(inbound.from, document);
    const bool isForTheHouse = std::any_of(message.calls.begin(), message.calls.end(), [](const ParsedCall &call) { return call.route != nullptr; });
    if (!isForTheHouse)
        return {.reply = replyTo(message)};
    admission.handOver(inbound.from, static_cast<int>(message.calls.size()));
    return {.message = std::move(message)};
}

ParsedMessage Gateway::parse(transport::ConnectionId from, const QJsonValue &json) const
{
    ParsedMessage message {.from = from};
    if (isBatchOfGoodSize(json)) {
        message.isBatch = true;
        message.calls = parseBatch(json.toArray());
    } else if (json.isArray()) {
        message.calls.push_back(refusal(QJsonValue::Null, {.code = ErrorCode::InvalidRequest,
                                                           .detail = QStringLiteral("a batch has 1 to %1 requests").arg(protocol::kMaxBatch),
                                                           .limit = protocol::kMaxBatch}));
    } else {
        message.calls.push_back(parseCall(json, false));
    }
    return message;
}

// Entries that are no requests are answered once, for all of them: an error each would be many times their size.
std::vector<ParsedCall> Gateway::parseBatch(const QJsonArray &batch) const
{
    std::vector<ParsedCall> calls;
    QStringList faulty;
    QString firstFault;
    for (qsizetype i = 0; i < batch.size(); ++i) {
        ParsedCall call = parseCall(batch.at(i), true);
        if (call.route || call.error.code != ErrorCode::InvalidRequest) {
            calls.push_back(std::move(call));
            continue;
        }
        if (faulty.isEmpty())
            firstFault = call.error.detail;
        faulty.append(QString::number(i));
    }
    if (!faulty.isEmpty())
        calls.push_back(refusal(QJsonValue::Null, {.code = ErrorCode::InvalidRequest, .detail = QStringLiteral("entry %1: %2").arg(faulty.join(u' '), firstFault)}));
    return calls;
}

ParsedCall Gateway::parseCall(const QJsonValue &json, bool inBatch) const
{
    const Result<protocol::Request> request = protocol::readRequest(json);
    if (!request)
        return refusal(protocol::replyIdOf(json), request.error());
    const Route *route = m_router.find(request->method);
    if (!route)
        return refusal(request->id, {.code = ErrorCode::MethodNotFound, .detail = request->method.left(64)});
    if (inBatch && route->info().alone)
        return {.id = request->id, .route = route, .error = {.code = ErrorCode::InvalidRequest, .detail = QStringLiteral("not in a batch")}};
    Result<std::unique_ptr<ParsedParams>> params = route->parse(request->params);
    if (!params)
        return {.id = request->id, .route = route, .error = params.error()};
    return {.id = request->id, .route = route, .params = std::move(*params)};
}

} // namespace parterre::api
