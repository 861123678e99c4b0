// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/sessionservice.h"

#include "backend/services/secret.h"
#include "shared/core/defects.h"

namespace parterre::services {

SessionService::SessionService(EventDirectory &events, const Clock &clock, Scheduler &scheduler, IdGenerator &ids, Randomness &random,
                               std::chrono::milliseconds grace, QObject *parent)
    : QObject(parent), m_events(events), m_clock(clock), m_ids(ids), m_random(random), m_grace(grace), m_sweep(scheduler.makeAlarm([this] { onSweep(); }))
{
}

Greeting SessionService::hello(LinkId link, const Origin &origin, const std::optional<QString> &resumeToken)
{
    Session *known = resumeToken ? m_byResumeHash.value(hashSecret(*resumeToken)) : nullptr;
    if (known && known->lostUntil && *known->lostUntil <= m_clock.steadyNow()) {
        end(known->id); // its holds are gone already; the sweep is only late
        known = nullptr;
    }
    if (known) {
        Greeting greeting {.session = known, .resumeToken = *resumeToken, .resumed = true};
        if (known->link && *known->link != link)
            greeting.replacedLink = known->link;
        detachLink(*known);
        known->link = link;
        known->origin = origin;
        m_byLink.insert(link, known);
        signOutIfExpired(*known);
        Q_EMIT takenUp(*known);
        for (const EventId &id : std::as_const(known->heldEvents)) {
            if (OpenEvent *event = m_events.find(id)) {
                event->ledger().holderBack(known->holder, m_clock.steadyNow());
                m_events.settle(*event);
            }
        }
        return greeting;
    }

    const QString token = makeSecret(m_random);
    auto session = std::make_unique<Session>(Session {
        .id = m_ids.make<SessionId>(), .holder = ledger::HolderId(++m_lastHolder), .resumeHash = hashSecret(token), .origin = origin, .link = link});
    Session *added = session.get();
    m_sessions.emplace(added->id, std::move(session));
    m_byLink.insert(link, added);
    m_byHolder.insert(m_lastHolder, added);
    m_byResumeHash.insert(added->resumeHash, added);
    return {.session = added, .resumeToken = token};
}

Session *SessionService::ofLink(LinkId link)
{
    Session *session = m_byLink.value(link);
    if (session)
        signOutIfExpired(*session);
    return session;
}

Session *SessionService::find(SessionId id)
{
    const auto it = m_sessions.find(id);
    return it == m_sessions.end() ? nullptr : it->second.get();
}

Session *SessionService::ofHolder(ledger::HolderId holder)
{
    return m_byHolder.value(static_cast<quint64>(holder));
}

void SessionService::signIn(SessionId id, const User &user, const QByteArray &tokenHash, Instant until)
{
    if (Session *session = find(id)) {
        setUser(*session, user);
        session->tokenHash = tokenHash;
        session->signedInUntil = until;
        Q_EMIT userChanged(*session);
    }
}

void SessionService::signOut(SessionId id, SignOutBy by)
{
    Session *session = find(id);
    if (!session)
        return;
    setUser(*session, {});
    session->tokenHash.clear();
    Q_EMIT userChanged(*session);
    for (const EventId &held : std::exchange(session->heldEvents, {})) {
        if (OpenEvent *event = m_events.find(held)) {
            if (!isSeeded(Defect::LogOutKeepsHolds))
                event->ledger().releaseAll(session->holder, m_clock.steadyNow());
            m_events.settle(*event, by);
        }
    }
}

void SessionService::rename(const User &user)
{
    for (Session *session : sessionsOf(user.id)) {
        session->user = user;
        Q_EMIT userChanged(*session);
    }
}

void SessionService::linkLost(LinkId link)
{
    Session *session = m_byLink.value(link);
    if (!session)
        return;
    detachLink(*session);
    // Only somebody who is signed in can hold anything.
    if (m_grace.count() == 0 || session->user.role == Role::Anonymous) {
        end(session->id);
        return;
    }
    const Tick now = m_clock.steadyNow();
    for (const EventId &held : std::as_const(session->heldEvents)) {
        if (OpenEvent *event = m_events.find(held)) {
            event->ledger().holderLost(session->holder, now, isSeeded(Defect::GraceForgotten) ? std::chrono::milliseconds(0) : m_grace);
            m_events.settle(*event);
        }
    }
    session->lostUntil = now + m_grace;
    m_lost.emplace(now + m_grace, session->id);
    if (m_lost.size() > kMaxLost)
        end(m_lost.begin()->second);
    if (m_lost.size() == 1)
        m_sweep->start(m_grace);
}

void SessionService::end(SessionId id)
{
    Session *session = find(id);
    if (!session)
        return;
    signOut(id, SignOutBy::Self);
    detachLink(*session);
    m_byHolder.remove(static_cast<quint64>(session->holder));
    m_byResumeHash.remove(session->resumeHash);
    m_sessions.erase(id);
}

QList<SessionId> SessionService::of(UserId user) const
{
    QList<SessionId> all;
    for (const Session *session : sessionsOf(user))
        all.append(session->id);
    return all;
}

QList<SessionId> SessionService::othersOf(UserId user, const QByteArray &tokenHash) const
{
    QList<SessionId> others;
    for (const Session *session : sessionsOf(user)) {
        if (session->tokenHash != tokenHash)
            others.append(session->id);
    }
    return others;
}

void SessionService::setUser(Session &session, const User &user)
{
    if (session.user.role != Role::Anonymous) {
        const auto before = m_byUser.find(session.user.id);
        before->removeOne(&session);
        if (before->isEmpty())
            m_byUser.erase(before);
    }
    session.user = user;
    if (user.role != Role::Anonymous)
        m_byUser[user.id].append(&session);
}

void SessionService::detachLink(Session &session)
{
    if (session.link)
        m_byLink.remove(*std::exchange(session.link, std::nullopt));
    if (session.lostUntil)
        m_lost.erase({*std::exchange(session.lostUntil, std::nullopt), session.id});
}

void SessionService::signOutIfExpired(Session &session)
{
    if (session.user.role != Role::Anonymous && session.signedInUntil <= m_clock.utcNow())
        signOut(session.id, SignOutBy::Other);
}

void SessionService::onSweep()
{
    const Tick now = m_clock.steadyNow();
    while (!m_lost.empty() && m_lost.begin()->first <= now)
        end(m_lost.begin()->second);
    if (!m_lost.empty())
        m_sweep->start(m_lost.begin()->first - now);
}

} // namespace parterre::services
