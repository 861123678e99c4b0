// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/connection.h"

#include "shared/protocol/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parterre::net {

namespace {

constexpr int kMissedPingsToDrop = 2;

// Nothing will be different in a minute; a person has to look at it.
bool isHopeless(ErrorCode code, bool everConnected)
{
    switch (code) {
    case ErrorCode::UnsupportedProtocol: return true;
    // Once it did work there, it will again: a proxy answers while the server restarts.
    case ErrorCode::AddressInvalid:
    case ErrorCode::NotAServer:
    case ErrorCode::TlsFailed: return !everConnected;
    default: return false;
    }
}

// What the server's answer to hello says about it.
Error helloFailure(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ParseError:
    case ErrorCode::InvalidRequest:
    case ErrorCode::InvalidParams:
    case ErrorCode::MethodNotFound:
    case ErrorCode::BadAnswer: return {.code = ErrorCode::NotAServer, .detail = error.detail};
    default: return error;
    }
}

// This answer says nothing about what became of an earlier request with the same key.
bool saysNothingOfEarlier(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CheckoutRunning: // the earlier one is at work
    case ErrorCode::RateLimited:
    case ErrorCode::Overloaded:
    case ErrorCode::StorageUnavailable:
    case ErrorCode::Internal: return true;
    default: return false;
    }
}

// As above, and asking again would not help.
bool cannotAskAnyMore(ErrorCode code)
{
    return code == ErrorCode::NotSignedIn || code == ErrorCode::NoSession || code == ErrorCode::NotPermitted;
}

} // namespace

Connection::Connection(const Clock &clock, ConnectionTimings timings, QObject *parent)
    : QObject(parent), m_timings(timings), m_serverClock(clock), m_backOff(timings.backOff)
{
    m_rpc.setOpenTimeout(timings.openTimeout);
    connect(&m_rpc, &RpcClient::opened, this, &Connection::sayHello);
    connect(&m_rpc, &RpcClient::closed, this, &Connection::onClosed);
    connect(&m_rpc, &RpcClient::heard, this, [this] {
        m_missedPings = 0;
        if (m_quietTimer.isActive())
            m_quietTimer.start();
    });
    m_quietTimer.setSingleShot(true);
    m_quietTimer.setInterval(timings.quietBeforePing);
    connect(&m_quietTimer, &QTimer::timeout, this, &Connection::ping);
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Connection::tryToConnect);
    m_endTimer.setSingleShot(true);
    m_endTimer.setInterval(timings.endTimeout);
    connect(&m_endTimer, &QTimer::timeout, this, [this] { m_rpc.abort({.code = ErrorCode::TimedOut}); });
}

Connection::~Connection() = default;

void Connection::setIntroduction(const QString &client, const QString &locale)
{
    m_client = client;
    m_locale = locale;
}

void Connection::open(const QUrl &url)
{
    giveUpKept();
    m_endTimer.stop();
    m_ending = false;
    m_url = url;
    m_visit.reset();
    m_resumeToken.clear();
    m_everConnected = false;
    m_connectedSince.reset();
    m_backOff.reset();
    m_serverClock.forget();
    tryToConnect();
}

void Connection::retryNow()
{
    if (m_url.isEmpty() || m_ending || m_status.state == ConnectionState::Connected || m_status.state == ConnectionState::Connecting)
        return;
    if (m_status.state == ConnectionState::Reconnecting && !m_status.nextTry)
        return; // at it already
    tryToConnect();
}

void Connection::end()
{
    const bool wasConnected = isConnected();
    m_retryTimer.stop();
    m_quietTimer.stop();
    m_resumeToken.clear();
    giveUpKept();
    m_ending = true;
    setStatus({.state = ConnectionState::Offline});
    m_endTimer.start();
    if (!wasConnected) {
        m_rpc.abort({.code = ErrorCode::Disconnected});
        QMetaObject::invokeMethod(this, &Connection::onEndDone, Qt::QueuedConnection);
        return;
    }
    m_rpc.call<protocol::SessionEnd>({}, this, [this](const Result<protocol::Nothing> &) { m_rpc.close(); }, m_timings.endTimeout);
}

void Connection::onEndDone()
{
    if (!m_ending)
        return;
    m_endTimer.stop();
    m_ending = false;
    m_visit.reset();
    Q_EMIT ended();
}

void Connection::tryToConnect()
{
    m_retryTimer.stop();
    const int attempt = m_backOff.attempts();
    if (attempt == 0)
        setStatus({.state = ConnectionState::Connecting});
    else
        setStatus({.state = ConnectionState::Reconnecting, .attempt = attempt, .error = m_status.error});
    m_rpc.open(m_url);
}

void Connection::sayHello()
{
    protocol::SessionHelloParams params {.protocol = {protocol::kProtocolVersion, protocol::kProtocolVersion}, .client = m_client};
    if (!m_locale.isEmpty())
        params.locale = m_locale;
    if (!m_resumeToken.isEmpty())
        params.resume = m_resumeToken;
    const Tick sent = m_serverClock.local().steadyNow();
    m_rpc.call<protocol::SessionHello>(params, this, [this, sent](const auto &hello) { onHello(hello, sent); }, m_timings.callTimeout);
}

void Connection::onHello(const Result<protocol::SessionHelloResult> &hello, Tick sent)
{
    if (!hello)
        return m_rpc.abort(helloFailure(hello.error()));
    if (hello->protocol != protocol::kProtocolVersion)
        return m_rpc.abort({.code = ErrorCode::UnsupportedProtocol, .detail = u"the server chose version %1"_s.arg(hello->protocol)});
    m_serverClock.read(hello->serverTime, sent);
    m_resumeToken = hello->resumeToken;
    m_visit = Visit {.session = hello->session,
                     .resumed = hello->resumed,
                     .guestsAllowed = hello->guestsAllowed,
                     .setupNeeded = hello->setupNeeded,
                     .grace = hello->grace,
                     .features = hello->features,
                     .user = hello->user};
    if (!m_visit->user && !m_signInToken.isEmpty())
        signInAgain();
    else
        enterVisit();
}

void Connection::signInAgain()
{
    m_rpc.call<protocol::AuthResume>({.token = m_signInToken}, this, [this](const Result<protocol::SignedInResult> &answer) {
        if (answer) {
            m_signInToken = answer->token;
            m_visit->user = answer->user;
        } else if (answer.error().code == ErrorCode::TokenInvalid || answer.error().code == ErrorCode::InvalidParams) {
            m_signInToken.clear();
            Q_EMIT signInTokenRefused();
        } else {
            return m_rpc.abort(answer.error()); // again after the back-off
        }
        enterVisit();
    }, m_timings.callTimeout);
}

void Connection::enterVisit()
{
    m_everConnected = true;
    m_connectedSince = m_serverClock.local().steadyNow();
    m_missedPings = 0;
    m_quietTimer.start();
    setStatus({.state = ConnectionState::Connected});
    // First what was under way when the link broke, so that its effect is in everything read after it.
    QList<quint64> ids;
    for (const auto &[id, call] : m_kept) {
        if (!call.underWay)
            ids.append(id);
    }
    for (const quint64 id : ids)
        sendKept(id);
    Q_EMIT established(m_visit->resumed);
}

void Connection::onClosed(const Error &why)
{
    m_quietTimer.stop();
    if (m_ending)
        return onEndDone();
    const Tick now = m_serverClock.local().steadyNow();
    if (m_connectedSince && now - *m_connectedSince >= m_timings.stableAfter)
        m_backOff.reset();
    m_connectedSince.reset();
    if (isHopeless(why.code, m_everConnected))
        return setStatus({.state = ConnectionState::Failed, .error = why});

    const std::chrono::milliseconds delay = m_backOff.nextDelay();
    m_retryTimer.start(delay);
    setStatus({.state = ConnectionState::Reconnecting, .attempt = m_backOff.attempts(), .nextTry = now + delay, .error = why});
}

void Connection::ping()
{
    const Tick sent = m_serverClock.local().steadyNow();
    m_rpc.call<protocol::SessionPing>({}, this, [this, sent](const Result<protocol::SessionPingResult> &answer) {
        if (answer) {
            m_serverClock.read(answer->serverTime, sent);
        } else if (answer.error().code == ErrorCode::TimedOut) {
            if (++m_missedPings >= kMissedPingsToDrop)
                return m_rpc.abort({.code = ErrorCode::Disconnected, .detail = u"no answer to pings"_s});
            return ping();
        }
        if (isConnected())
            m_quietTimer.start();
    }, m_timings.pingTimeout);
}

void Connection::refuse(QObject *context, std::function<void(const Error &)> handler)
{
    QMetaObject::invokeMethod(context, [handler = std::move(handler)] {
        handler({.code = ErrorCode::Disconnected, .detail = u"not connected"_s});
    }, Qt::QueuedConnection);
}

void Connection::keep(KeptCall call)
{
    const quint64 id = ++m_lastKept;
    m_kept.emplace(id, std::move(call));
    sendKept(id);
}

void Connection::sendKept(quint64 id)
{
    const auto found = m_kept.find(id);
    if (found == m_kept.end() || found->second.underWay || !isConnected())
        return;
    if (!found->second.context) {
        m_kept.erase(found);
        return;
    }
    ++found->second.attempts;
    found->second.underWay = true;
    found->second.send(id);
}

void Connection::settleKept(quint64 id, const Error *error, const std::function<void()> &deliver)
{
    const auto found = m_kept.find(id);
    if (found == m_kept.end())
        return;
    KeptCall &call = found->second;
    call.underWay = false;
    const ErrorCode code = error ? error->code : ErrorCode::Internal;
    const bool again = call.attempts > 1;
    const bool unknown = error
        && (code == ErrorCode::Disconnected || code == ErrorCode::TimedOut || code == ErrorCode::OutcomeUnknown || (again && saysNothingOfEarlier(code)));
    if (unknown) {
        if (!call.isChecking) {
            call.isChecking = true;
            if (call.context)
                call.checking(true);
        }
        if (code != ErrorCode::Disconnected) // that one goes out again with the next visit
            askAgainLater(id, std::max<std::chrono::milliseconds>(m_timings.askAgainAfter, std::chrono::seconds(error->retryAfterSeconds.value_or(0))));
        return;
    }

    const KeptCall done = std::move(call);
    m_kept.erase(found);
    if (!done.context)
        return;
    if (done.isChecking)
        done.checking(false);
    if (error && (code == ErrorCode::BadAnswer || (again && cannotAskAnyMore(code))))
        done.giveUp({.code = ErrorCode::OutcomeUnknown, .detail = error->detail});
    else
        deliver();
}

void Connection::askAgainLater(quint64 id, std::chrono::milliseconds delay)
{
    QTimer::singleShot(delay, this, [this, id] { sendKept(id); });
}

void Connection::giveUpKept()
{
    const std::map<quint64, KeptCall> kept = std::exchange(m_kept, {});
    for (const auto &[id, call] : kept) {
        if (call.context)
            call.giveUp({.code = ErrorCode::OutcomeUnknown, .detail = u"the connection was given up"_s});
    }
}

void Connection::setStatus(ConnectionStatus status)
{
    m_status = std::move(status);
    Q_EMIT statusChanged();
}

} // namespace parterre::net
