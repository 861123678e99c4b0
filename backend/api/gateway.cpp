// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/gateway.h"

#include "backend/api/dispatcher.h"
#include "backend/api/replies.h"

#include <algorithm>

namespace parterre::api {

namespace {

ParsedCall refusal(protocol::RequestId id, const Error &error)
{
    return {.id = std::move(id), .error = error};
}

bool isBatchOfGoodSize(protocol::JsonView json)
{
    return json.isList() && json.count() > 0 && json.count() <= protocol::kMaxBatch;
}

int callsIn(protocol::JsonView json)
{
    return isBatchOfGoodSize(json) ? static_cast<int>(json.count()) : 1;
}

bool isNotification(protocol::JsonView json)
{
    return json.isObject() && json.find("id").isAbsent();
}

bool wantsReply(protocol::JsonView json)
{
    if (!json.isList())
        return !isNotification(json);
    return !std::all_of(json.begin(), json.end(), isNotification);
}

// Without a trip to the house: none of the calls is of a method.
std::unique_ptr<transport::Message> replyTo(const ParsedMessage &message)
{
    std::vector<NumberedReply> replies;
    for (const ParsedCall &call : message.calls) {
        if (!call.id.isAbsent())
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
    m_desks = std::vector<Desk>(static_cast<std::size_t>(transport.workerCount()), Desk {.admission = Admission(limits, clock)});
}

void Gateway::connected(const transport::Peer &peer)
{
    QMetaObject::invokeMethod(m_dispatcher, [dispatcher = m_dispatcher, peer, meter = admissionOf(peer.id).open(peer.id)] { dispatcher->addLink(peer, meter); },
                              Qt::QueuedConnection);
}

void Gateway::received(int worker, std::span<transport::Inbound> all)
{
    Desk &desk = m_desks.at(static_cast<std::size_t>(worker));
    Admission &admission = desk.admission;
    auto messages = std::make_shared<std::vector<ParsedMessage>>();
    std::vector<transport::Command> answers;
    for (const transport::Inbound &inbound : all) {
        if (!admission.isOpen(inbound.from))
            continue;
        Outcome outcome = judge(desk, inbound);
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

Gateway::Outcome Gateway::judge(Desk &desk, const transport::Inbound &inbound) const
{
    const Result<protocol::JsonView> json = desk.document.read(inbound.utf8, protocol::kClientJson);
    const protocol::JsonView document = json ? *json : protocol::JsonView();
    Admission &admission = desk.admission;
    if (const auto error = admission.refuse(inbound.from, callsIn(document))) {
        // One answer, to a batch as well: a refusal must not be larger than what it refuses.
        return {.reply = wantsReply(document) ? replyMessage({.id = protocol::replyIdOf(document), .result = *error}) : nullptr, .isRefused = true};
    }
    if (!json)
        return {.reply = replyMessage({.id = protocol::RequestId::null(), .result = json.error()})};

    ParsedMessage message = parse(inbound.from, document);
    const bool isForTheHouse = std::any_of(message.calls.begin(), message.calls.end(), [](const ParsedCall &call) { return call.route != nullptr; });
    if (!isForTheHouse)
        return {.reply = replyTo(message)};
    admission.handOver(inbound.from, static_cast<int>(message.calls.size()));
    return {.message = std::move(message)};
}

ParsedMessage Gateway::parse(transport::ConnectionId from, protocol::JsonView json) const
{
    ParsedMessage message {.from = from};
    if (isBatchOfGoodSize(json)) {
        message.isBatch = true;
        message.calls = parseBatch(json);
    } else if (json.isList()) {
        message.calls.push_back(refusal(protocol::RequestId::null(), {.code = ErrorCode::InvalidRequest,
                                                           .detail = QStringLiteral("a batch has 1 to %1 requests").arg(protocol::kMaxBatch),
                                                           .limit = protocol::kMaxBatch}));
    } else {
        message.calls.push_back(parseCall(json, false));
    }
    return message;
}

// Entries that are no requests are answered once, for all of them: an error each would be many times their size.
std::vector<ParsedCall> Gateway::parseBatch(protocol::JsonView batch) const
{
    std::vector<ParsedCall> calls;
    QStringList faulty;
    QString firstFault;
    qsizetype position = -1;
    for (const protocol::JsonView entry : batch) {
        ++position;
        ParsedCall call = parseCall(entry, true);
        if (call.route || call.error.code != ErrorCode::InvalidRequest) {
            calls.push_back(std::move(call));
            continue;
        }
        if (faulty.isEmpty())
            firstFault = call.error.detail;
        faulty.append(QString::number(position));
    }
    if (!faulty.isEmpty())
        calls.push_back(refusal(protocol::RequestId::null(), {.code = ErrorCode::InvalidRequest, .detail = QStringLiteral("entry %1: %2").arg(faulty.join(u' '), firstFault)}));
    return calls;
}

ParsedCall Gateway::parseCall(protocol::JsonView json, bool inBatch) const
{
    Result<protocol::Request> request = protocol::readRequest(json);
    if (!request)
        return refusal(protocol::replyIdOf(json), request.error());
    const Route *route = m_router.find(request->method);
    if (!route)
        return refusal(std::move(request->id), {.code = ErrorCode::MethodNotFound, .detail = QString::fromUtf8(request->method).left(64)});
    if (inBatch && route->info().alone)
        return {.id = std::move(request->id), .route = route, .error = {.code = ErrorCode::InvalidRequest, .detail = QStringLiteral("not in a batch")}};
    Result<std::unique_ptr<ParsedParams>> params = route->parse(request->params);
    if (!params)
        return {.id = std::move(request->id), .route = route, .error = params.error()};
    return {.id = std::move(request->id), .route = route, .params = std::move(*params)};
}

} // namespace parterre::api
