// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/eventdirectory.h"
#include "backend/services/randomness.h"

#include <QObject>
#include <QSet>

#include <set>
#include <unordered_map>

namespace parterre::services {

// Names the link a session is reached over. The services never look inside.
using LinkId = quint64;

// One visit: from session.hello until it is ended or lost for longer than the grace.
struct Session {
    SessionId id = {};
    ledger::HolderId holder = ledger::kNobody;
    QByteArray resumeHash = {};
    User user = {};
    QByteArray tokenHash = {};
    Instant signedInUntil = {};        // when the token expires
    Origin origin = {};
    std::optional<LinkId> link = {};   // none while the connection is lost
    std::optional<Tick> lostUntil = {}; // end of the grace, while the connection is lost
    QSet<EventId> heldEvents = {};     // where it may hold seats; a superset is harmless

    [[nodiscard]] Caller caller() const
    {
        return {.session = id, .holder = holder, .user = user, .tokenHash = tokenHash, .origin = origin};
    }
};

struct Greeting {
    Session *session = nullptr;
    QString resumeToken = {};
    bool resumed = false;
    std::optional<LinkId> replacedLink = {}; // where the session was still thought to be: to be closed
};

// The visits and who they belong to. Holds live and die with a session: a lost connection keeps them for the grace,
// log-out and end free them at once. Who is not signed in has nothing to keep, so a lost connection ends that visit; of
// the others kMaxLost are kept, and the one lost first makes room. Lives on the house thread.
class SessionService : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kMaxLost = 20'000;

    SessionService(EventDirectory &events, const Clock &clock, Scheduler &scheduler, IdGenerator &ids, Randomness &random, std::chrono::milliseconds grace,
                   QObject *parent = nullptr);

    [[nodiscard]] std::chrono::milliseconds grace() const { return m_grace; }

    // A new session on the link, or the one `resumeToken` belongs to.
    [[nodiscard]] Greeting hello(LinkId link, const Origin &origin, const std::optional<QString> &resumeToken);
    // Signed out first if its token expired.
    [[nodiscard]] Session *ofLink(LinkId link);
    [[nodiscard]] Session *find(SessionId id);
    [[nodiscard]] Session *ofHolder(ledger::HolderId holder);

    // With a token that expires at `until`: the session is signed out then, when it is next used.
    void signIn(SessionId session, const User &user, const QByteArray &tokenHash, Instant until = Instant::max());
    // Frees what the session holds and makes it anonymous; told what it lost when somebody else asked for it.
    void signOut(SessionId session, SignOutBy by);
    void rename(const User &user);      // a changed name or role reaches every session of the account
    void linkLost(LinkId link);
    void end(SessionId session);
    // Every session that is signed in with the account.
    [[nodiscard]] QList<SessionId> of(UserId user) const;
    [[nodiscard]] QList<Session *> sessionsOf(UserId user) const { return m_byUser.value(user); } // void with the next call that is not const
    // Every session that is signed in with the account but not with the token.
    [[nodiscard]] QList<SessionId> othersOf(UserId user, const QByteArray &tokenHash) const;

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_sessions.size()); }

Q_SIGNALS:
    // Somebody signed in or out of the session, or it got another name or role.
    void userChanged(const parterre::services::Session &session);
    // On another link, by the user it had.
    void takenUp(const parterre::services::Session &session);

private:
    void setUser(Session &session, const User &user);
    void detachLink(Session &session);
    void signOutIfExpired(Session &session);
    void onSweep();

    EventDirectory &m_events;
    const Clock &m_clock;
    IdGenerator &m_ids;
    Randomness &m_random;
    const std::chrono::milliseconds m_grace;
    quint64 m_lastHolder = 0;
    std::unordered_map<SessionId, std::unique_ptr<Session>> m_sessions;
    QHash<LinkId, Session *> m_byLink;
    QHash<quint64, Session *> m_byHolder;
    QHash<UserId, QList<Session *>> m_byUser; // those that are signed in
    QHash<QByteArray, Session *> m_byResumeHash;
    std::set<std::pair<Tick, SessionId>> m_lost; // by the end of their grace
    std::unique_ptr<Alarm> m_sweep;
};

} // namespace parterre::services
