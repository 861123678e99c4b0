// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/backoff.h"
#include "app/net/rpcclient.h"
#include "app/net/serverclock.h"
#include "shared/domain/user.h"
#include "shared/protocol/auth.h"
#include "shared/protocol/session.h"

#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace parterre::net {

// Offline: nobody asked for a connection. Failed: it makes no sense to go on by itself.
enum class ConnectionState { Offline, Connecting, Connected, Reconnecting, Failed };

struct ConnectionStatus {
    ConnectionState state = ConnectionState::Offline;
    int attempt = 0;                    // of reconnecting, from 1
    std::optional<Tick> nextTry = {};   // on the local steady clock, while waiting for the next attempt
    std::optional<Error> error = {};    // why there is no connection
};

// What the server said at hello.
struct Visit {
    SessionId session = {};
    bool resumed = false;               // holds and user of the visit before are still there
    bool guestsAllowed = false;
    bool setupNeeded = false;
    std::chrono::seconds grace {};
    QStringList features = {};
    std::optional<User> user = {};      // as of hello, or of signing in again right after it
};

struct ConnectionTimings {
    BackOffLimits backOff = {};
    std::chrono::milliseconds callTimeout = kCallTimeout;
    std::chrono::milliseconds openTimeout = kCallTimeout;
    std::chrono::milliseconds quietBeforePing {20'000};
    std::chrono::milliseconds pingTimeout {10'000};
    std::chrono::milliseconds askAgainAfter {1'000};   // a kept call without an answer
    std::chrono::milliseconds endTimeout {2'000};
    std::chrono::milliseconds stableAfter {10'000};    // then the next break starts at the shortest back-off again
};

// The way to one server that mends itself: says hello, takes up the visit after a break, signs in again when the
// server forgot it, keeps calls that must not be lost, pings in silence and reads the server's clock. What happens in
// a visit is the business of app/state. Lives on the user interface's thread.
class Connection final : public QObject
{
    Q_OBJECT

public:
    explicit Connection(const Clock &clock, ConnectionTimings timings = {}, QObject *parent = nullptr);
    ~Connection() override;

    // What the server is told of this program; before open().
    void setIntroduction(const QString &client, const QString &locale);
    void setExtraAuthorities(const QByteArray &pem) { m_rpc.setExtraAuthorities(pem); }

    // Ends what was and goes to another server.
    void open(const QUrl &url);
    // Tries at once instead of waiting for the next attempt, also from Failed.
    void retryNow();
    // Gives the visit back to the server and goes Offline; ended() follows when the server knows, or after a while.
    void end();

    [[nodiscard]] const ConnectionStatus &status() const { return m_status; }
    [[nodiscard]] bool isConnected() const { return m_status.state == ConnectionState::Connected; }
    // Of the latest hello; stays while reconnecting.
    [[nodiscard]] const std::optional<Visit> &visit() const { return m_visit; }
    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] ServerClock &serverClock() { return m_serverClock; }
    [[nodiscard]] const ServerClock &serverClock() const { return m_serverClock; }

    // With it the user is signed in again whenever a visit cannot be resumed. Empty: nobody.
    void setSignInToken(const QString &token) { m_signInToken = token; }
    [[nodiscard]] const QString &signInToken() const { return m_signInToken; }

    // Answered with Disconnected when there is no connection, or when it breaks meanwhile.
    template<class Method, class Handler>
    void call(const typename Method::Params &params, QObject *context, Handler handler)
    {
        if (!isConnected()) {
            auto shared = std::make_shared<Handler>(std::move(handler));
            return refuse(context, [shared](const Error &error) { (*shared)(Result<typename Method::Result>(error)); });
        }
        m_rpc.call<Method>(params, context, std::move(handler), m_timings.callTimeout);
    }

    // For requests that carry an idempotency key: asked again with the same parameters, over as many breaks as it
    // takes, until the server says what became of it. `checking(true)` tells that the outcome is unknown for now.
    // OutcomeUnknown only when it is given up: another server, end(), or nobody is signed in any more. Disconnected:
    // there was no connection to begin with, and nothing was sent.
    template<class Method, class Handler>
    void callUntilAnswered(const typename Method::Params &params, QObject *context, Handler handler, std::function<void(bool)> checking)
    {
        auto shared = std::make_shared<Handler>(std::move(handler));
        if (!isConnected())
            return refuse(context, [shared](const Error &error) { (*shared)(Result<typename Method::Result>(error)); });
        KeptCall kept {.context = context, .checking = std::move(checking)};
        kept.send = [this, params, shared](quint64 id) {
            m_rpc.call<Method>(params, this, [this, id, shared](const Result<typename Method::Result> &answer) {
                settleKept(id, answer ? nullptr : &answer.error(), [shared, answer] { (*shared)(answer); });
            }, m_timings.callTimeout);
        };
        kept.giveUp = [shared](const Error &error) { (*shared)(Result<typename Method::Result>(error)); };
        keep(std::move(kept));
    }

    template<class Notification, class Handler>
    void on(QObject *context, Handler handler)
    {
        m_rpc.on<Notification>(context, std::move(handler));
    }

Q_SIGNALS:
    void statusChanged();
    // Connected, and visit() is up to date. Not resumed: what the server knew of the session is gone.
    void established(bool resumed);
    // The server does not take the sign-in token any more; it is forgotten here.
    void signInTokenRefused();
    void ended();

private:
    struct KeptCall {
        QPointer<QObject> context;
        std::function<void(bool)> checking;
        std::function<void(quint64 id)> send = {};
        std::function<void(const Error &)> giveUp = {};
        int attempts = 0;
        bool underWay = false;
        bool isChecking = false;
    };

    void refuse(QObject *context, std::function<void(const Error &)> handler);
    void keep(KeptCall call);
    void sendKept(quint64 id);
    void settleKept(quint64 id, const Error *error, const std::function<void()> &deliver);
    void askAgainLater(quint64 id, std::chrono::milliseconds delay);
    void giveUpKept();
    void tryToConnect();
    void sayHello();
    void onHello(const Result<protocol::SessionHelloResult> &hello, Tick sent);
    void signInAgain();
    void enterVisit();
    void onClosed(const Error &why);
    void onEndDone();
    void ping();
    void setStatus(ConnectionStatus status);

    ConnectionTimings m_timings;
    ServerClock m_serverClock;
    RpcClient m_rpc;
    BackOff m_backOff;
    QUrl m_url;
    QString m_client = QStringLiteral("parterre/" PARTERRE_VERSION);
    QString m_locale;
    ConnectionStatus m_status;
    std::optional<Visit> m_visit;
    QString m_resumeToken;
    QString m_signInToken;
    std::optional<Tick> m_connectedSince;
    bool m_everConnected = false;  // to this server
    bool m_ending = false;
    int m_missedPings = 0;
    QTimer m_retryTimer;
    QTimer m_quietTimer;
    QTimer m_endTimer;
    quint64 m_lastKept = 0;
    std::map<quint64, KeptCall> m_kept; // in the order they were made
};

} // namespace parterre::net
