// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/connection.h"
#include "app/net/tokenstore.h"
#include "app/state/mapwatches.h"
#include "app/state/uploadturns.h"

namespace parterre {

// Who sits at this computer, at which server: the state of the link, the person signed in, and everything that
// changes either. One action at a time. Every other model takes its connection from here and hears here when a visit
// begins.
class SessionModel final : public QObject
{
    Q_OBJECT

public:
    enum class Action { SignIn, Register, Guest, SetUp, LogOut, ChangePassword };
    Q_ENUM(Action)

    struct NewAccount {
        QString email = {};
        QString password = {};
        QString name = {};
        QString phone = {};
    };

    // All of them outlive the model.
    SessionModel(net::Connection &connection, net::TokenStore &tokens, QObject *parent = nullptr);

    // Goes to a server, and signs in there with the token kept for `account` (an e-mail address) if there is one.
    void openServer(const QUrl &url, const QString &account = {});
    void retryNow() { m_connection.retryNow(); }
    // Gives the visit back before the program ends; its holds are free at once. visitEnded() follows.
    void endVisit();

    // `stay`: keep the token, as far as keepsSignIn() allows. Each ends in succeeded() or failed().
    void signIn(const QString &email, const QString &password, bool stay);
    void registerAccount(const NewAccount &account, bool stay);
    void continueAsGuest(const QString &name);
    void setUp(const QString &code, const NewAccount &administrator, bool stay);
    void logOut(bool everywhere = false);
    void changePassword(const QString &current, const QString &replacement);

    [[nodiscard]] const net::ConnectionStatus &status() const { return m_connection.status(); }
    [[nodiscard]] bool isConnected() const { return m_connection.isConnected(); }
    // From entered() until the link breaks: asking the server makes sense.
    [[nodiscard]] bool isInVisit() const { return m_inVisit && isConnected(); }
    [[nodiscard]] const QUrl &serverUrl() const { return m_connection.url(); }
    [[nodiscard]] const std::optional<User> &user() const { return m_user; }
    [[nodiscard]] Role role() const { return m_user ? m_user->role : Role::Anonymous; }
    [[nodiscard]] std::optional<UserId> userId() const { return m_user ? std::optional(m_user->id) : std::nullopt; }
    [[nodiscard]] bool isSignedIn() const { return m_user.has_value(); }
    [[nodiscard]] bool maySell() const { return kSellers.testFlag(role()); }
    // Lets people in.
    [[nodiscard]] bool isDoorStaff() const { return kDoorStaff.testFlag(role()); }
    // Acts for the house.
    [[nodiscard]] bool isCounter() const { return kCounter.testFlag(role()); }
    // Decides what the house sells.
    [[nodiscard]] bool isManager() const { return kManagers.testFlag(role()); }
    // Records what is paid in cash: the counter, and whoever buys where the server has not said that he may not.
    [[nodiscard]] bool mayTakeCash() const;
    [[nodiscard]] bool guestsAllowed() const { return m_connection.visit() && m_connection.visit()->guestsAllowed; }
    [[nodiscard]] bool setupNeeded() const { return m_setupNeeded; }
    // False: there is no key store, so "stay signed in" ends with the program.
    [[nodiscard]] bool keepsSignIn() const { return m_tokens.persistent(); }
    [[nodiscard]] bool isBusy() const { return m_busyWith.has_value(); }
    [[nodiscard]] std::optional<Action> busyWith() const { return m_busyWith; }

    [[nodiscard]] net::Connection &connection() { return m_connection; }
    [[nodiscard]] UploadTurns &uploadTurns() { return m_uploadTurns; }
    [[nodiscard]] MapWatches &mapWatches() { return m_mapWatches; }
    [[nodiscard]] const net::ServerClock &serverClock() const { return m_connection.serverClock(); }

    // Takes over what a profile change made of the user.
    void setUser(const User &user);

Q_SIGNALS:
    void statusChanged();
    // Connected, user() and visit are up to date. Not resumed: the holds of before are gone.
    void entered(bool resumed);
    // This server is being left on purpose; what came from it is void.
    void left();
    void userChanged();
    void setupNeededChanged();
    void busyChanged();
    void succeeded(parterre::SessionModel::Action action);
    void failed(parterre::SessionModel::Action action, const parterre::Error &error);
    // The kept sign-in is no longer good; the person has to sign in again.
    void signInEnded();
    void keepsSignInChanged();
    void visitEnded();

private:
    template<class Method>
    void run(Action action, const typename Method::Params &params, std::function<void(const typename Method::Result &)> done);
    template<class Method>
    void runSignIn(Action action, const typename Method::Params &params, const QString &account, bool stay);
    void leave();
    void onStatusChanged();
    void onEstablished(bool resumed);
    void onSignInTokenRefused();
    void forgetToken();
    void changeUser(const std::optional<User> &user);
    void changeSetupNeeded(bool needed);
    [[nodiscard]] QString serverKey() const { return serverUrl().toString(); }

    net::Connection &m_connection;
    net::TokenStore &m_tokens;
    UploadTurns m_uploadTurns;
    MapWatches m_mapWatches;
    std::optional<User> m_user;
    std::optional<Action> m_busyWith;
    QString m_account;        // whose token is kept; empty: nobody's
    quint64 m_opening = 0;    // tells the answers of the token store apart
    bool m_setupNeeded = false;
    bool m_inVisit = false;
};

} // namespace parterre
