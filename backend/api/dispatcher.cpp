// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/dispatcher.h"

#include <QLoggingCategory>

namespace parterre::api {

namespace {

Q_LOGGING_CATEGORY(lcDispatcher, "parterre.api")

// What a service answered, as the contract has it. Its detail stays here: it may quote the database.
Error withinContract(const protocol::MethodInfo &method, Error error)
{
    if (error.code == ErrorCode::Internal) {
        qCCritical(lcDispatcher) << method.name << "failed:" << error.detail;
    } else if (!protocol::mayAnswer(method, error.code)) {
        qCCritical(lcDispatcher) << method.name << "failed, against its contract:" << errorKind(error.code) << error.detail;
        Q_ASSERT_X(false, method.name, errorKind(error.code).data());
        error = {.code = ErrorCode::Internal};
    }
    if (error.code != ErrorCode::InvalidRequest && error.code != ErrorCode::EventInvalid)
        error.detail.clear();
    return error;
}

// Why the call may not go on, if so.
std::optional<Error> refuse(const services::Session *session, const ParsedCall &parsed)
{
    if (!parsed.route)
        return parsed.error;
    const Role role = session ? session->user.role : Role::Anonymous;
    const protocol::MethodInfo &method = parsed.route->info();
    if (!session && !method.beforeHello)
        return Error {.code = ErrorCode::NoSession};
    if (!method.allowed.testFlag(role))
        return Error {.code = role == Role::Anonymous ? ErrorCode::NotSignedIn : ErrorCode::NotPermitted};
    if (!parsed.params)
        return parsed.error;
    return std::nullopt;
}

}

Dispatcher::Dispatcher(Outbox &outbox, SeatmapFeed &feed, ArrivalsFeed &arrivals, services::SessionService &sessions, QObject *parent)
    : QObject(parent), m_outbox(outbox), m_feed(feed), m_arrivals(arrivals), m_sessions(sessions)
{
    for (const auto signal : {&services::SessionService::userChanged, &services::SessionService::takenUp})
        connect(&m_sessions, signal, this, &Dispatcher::onUserChanged);
}

void Dispatcher::addLink(const transport::Peer &peer, const std::shared_ptr<LinkMeter> &meter)
{
    m_links.insert_or_assign(static_cast<quint64>(peer.id), Link {.origin = {.address = peer.address.toString(), .network = peer.network.toString()}, .meter = meter});
}

void Dispatcher::removeLink(transport::ConnectionId connection)
{
    m_links.erase(static_cast<quint64>(connection));
    m_feed.forget(connection);
    m_arrivals.forget(connection);
    m_sessions.linkLost(linkOf(connection));
}

void Dispatcher::dispatch(std::vector<ParsedMessage> &messages)
{
    for (ParsedMessage &message : messages) {
        const auto link = m_links.find(static_cast<quint64>(message.from));
        if (link == m_links.end())
            continue;
        std::shared_ptr<Batch> batch;
        if (message.isBatch) {
            batch = std::make_shared<Batch>();
            for (const ParsedCall &parsed : message.calls)
                batch->outstanding += parsed.id.isAbsent() ? 0 : 1;
        }
        for (ParsedCall &parsed : message.calls)
            call(message.from, link->second, parsed, batch);
    }
    m_outbox.flush();
}

void Dispatcher::call(transport::ConnectionId from, const Link &link, ParsedCall &parsed, const std::shared_ptr<Batch> &batch)
{
    const services::Session *session = m_sessions.ofLink(linkOf(from));
    Waiting waiting {.from = from, .meter = link.meter, .id = std::move(parsed.id), .route = parsed.route, .batch = batch};
    if (const auto error = refuse(session, parsed)) {
        answer(waiting, *error);
        return;
    }
    const CallContext context {.caller = session ? session->caller() : services::Caller {.origin = link.origin}, .connection = from, .origin = link.origin};
    parsed.route->handle(context, *parsed.params, [this, waiting = std::move(waiting)](AnswerOrError result) {
        if (result)
            answer(waiting, std::move(result));
        else
            answer(waiting, withinContract(waiting.route->info(), result.error()));
    });
}

void Dispatcher::answer(const Waiting &call, AnswerOrError result)
{
    --call.meter->outstanding;
    if (call.id.isAbsent())
        return;
    NumberedReply reply {.id = call.id, .result = std::move(result)};
    if (!call.batch) {
        m_outbox.reply(call.from, std::move(reply));
        return;
    }
    call.batch->replies.push_back(std::move(reply));
    if (--call.batch->outstanding == 0)
        m_outbox.replyBatch(call.from, std::move(call.batch->replies));
}

// Whatever the cause: this connection's own call, or one of another that is signed in with the same account.
void Dispatcher::onUserChanged(const services::Session &session)
{
    if (!session.link)
        return;
    const auto link = m_links.find(*session.link);
    if (link == m_links.end())
        return;
    link->second.meter->role = session.user.role;
    m_feed.recheck(transport::ConnectionId(*session.link));
    m_arrivals.recheck(transport::ConnectionId(*session.link));
}

void Dispatcher::resync(transport::ConnectionId connection, transport::Topic topic)
{
    if (m_links.contains(static_cast<quint64>(connection)))
        m_feed.resync(connection, topic);
}

} // namespace parterre::api
