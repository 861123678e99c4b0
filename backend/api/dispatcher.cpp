// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/dispatcher.h"

#include <QLoggingCategory>

namespace parterre::api {

namespace {

Q_LOGGING_CATEGORY(lcDispatcher, "parterre.api")

Error rateLimited(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return {.code = ErrorCode::RateLimited, .retryAfterSeconds = static_cast<int>(std::max<std::int64_t>(1, seconds))};
}

}

Dispatcher::Dispatcher(Outbox &outbox, SeatmapFeed &feed, services::SessionService &sessions, const Clock &clock, RateLimits limits, QObject *parent)
    : QObject(parent), m_outbox(outbox), m_feed(feed), m_sessions(sessions), m_clock(clock), m_limits(limits)
{
}

void Dispatcher::addLink(const transport::Peer &peer)
{
    m_links.insert_or_assign(static_cast<quint64>(peer.id), Link {.address = peer.address.toString()});
}

void Dispatcher::removeLink(transport::ConnectionId connection)
{
    m_links.erase(static_cast<quint64>(connection));
    m_feed.forget(connection);
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
            batch = std::make_shared<Batch>(Batch {.to = message.from});
            for (const ParsedCall &parsed : message.calls)
                batch->outstanding += parsed.id.isUndefined() ? 0 : 1;
        }
        for (ParsedCall &parsed : message.calls)
            call(message.from, link->second, parsed, batch);
    }
    m_outbox.flush();
}

void Dispatcher::call(transport::ConnectionId from, Link &link, ParsedCall &parsed, const std::shared_ptr<Batch> &batch)
{
    const services::Session *session = m_sessions.ofLink(linkOf(from));
    if (const auto error = refuse(link, session, parsed)) {
        if (error->code == ErrorCode::Internal)
            qCCritical(lcDispatcher) << "internal error:" << error->detail;
        answer(from, parsed.id, batch, *error);
        return;
    }
    const CallContext context {.caller = session ? session->caller() : services::Caller {.address = link.address}, .connection = from, .address = link.address};
    ++link.inFlight;
    parsed.route->handle(context, *parsed.params, [this, from, id = parsed.id, batch, name = parsed.route->info().name](const Result<std::shared_ptr<const Answer>> &result) {
        if (const auto still = m_links.find(static_cast<quint64>(from)); still != m_links.end())
            --still->second.inFlight;
        if (!result && result.error().code == ErrorCode::Internal)
            qCCritical(lcDispatcher) << name << "failed:" << result.error().detail;
        answer(from, id, batch, result);
    });
}

std::optional<Error> Dispatcher::refuse(Link &link, const services::Session *session, const ParsedCall &parsed)
{
    const Role role = session ? session->user.role : Role::Anonymous;
    const Rate &rate = kCounter.testFlag(role) ? m_limits.counter : role == Role::Anonymous ? m_limits.anonymous : m_limits.signedIn;
    if (const auto wait = link.bucket.take(rate, m_clock.steadyNow()))
        return rateLimited(*wait);
    if (link.inFlight >= protocol::kMaxRequestsInFlight)
        return Error {.code = ErrorCode::Overloaded, .detail = QStringLiteral("too many requests at once"), .limit = protocol::kMaxRequestsInFlight, .retryAfterSeconds = 1};
    if (!parsed.route)
        return parsed.error;
    const protocol::MethodInfo &method = parsed.route->info();
    if (!session && !method.beforeHello)
        return Error {.code = ErrorCode::NoSession};
    if (!method.allowed.testFlag(role))
        return Error {.code = role == Role::Anonymous ? ErrorCode::NotSignedIn : ErrorCode::NotPermitted};
    if (!parsed.params)
        return parsed.error;
    return std::nullopt;
}

void Dispatcher::answer(transport::ConnectionId to, const QJsonValue &id, const std::shared_ptr<Batch> &batch, const Result<std::shared_ptr<const Answer>> &result)
{
    if (id.isUndefined())
        return;
    if (!batch) {
        m_outbox.reply(to, id, result);
        return;
    }
    batch->replies.append(result ? protocol::resultEnvelope(id, (*result)->toJson()) : protocol::errorEnvelope(id, result.error()));
    if (--batch->outstanding == 0)
        m_outbox.replyBatch(to, batch->replies);
}

void Dispatcher::resync(transport::ConnectionId connection, transport::Topic topic)
{
    if (m_links.contains(static_cast<quint64>(connection)))
        m_feed.resync(connection, topic);
}

} // namespace parterre::api
