// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/sessionmodel.h"

using namespace Qt::StringLiterals;

namespace parterre {

namespace {

// Case does not matter when signing in, so it does not when the token is looked up.
QString accountKey(const QString &email)
{
    return email.trimmed().toLower();
}

std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

SessionModel::SessionModel(net::Connection &connection, net::TokenStore &tokens, QObject *parent)
    : QObject(parent), m_connection(connection), m_tokens(tokens)
{
    connect(&connection, &net::Connection::statusChanged, this, &SessionModel::onStatusChanged);
    connect(&connection, &net::Connection::established, this, &SessionModel::onEstablished);
    connect(&connection, &net::Connection::signInTokenRefused, this, &SessionModel::onSignInTokenRefused);
    connect(&connection, &net::Connection::ended, this, &SessionModel::visitEnded);
    connect(&tokens, &net::TokenStore::persistentChanged, this, &SessionModel::keepsSignInChanged);
}

void SessionModel::openServer(const QUrl &url, const QString &account)
{
    leave();
    const quint64 opening = m_opening;
    m_connection.setSignInToken({});
    m_account = accountKey(account);
    if (m_account.isEmpty())
        return m_connection.open(url);
    m_tokens.read(url.toString(), m_account, this, [this, opening, url](const std::optional<QString> &token) {
        if (opening != m_opening)
            return;
        m_connection.setSignInToken(token.value_or(QString()));
        m_connection.open(url);
    });
}

void SessionModel::endVisit()
{
    leave();
    m_connection.end();
}

void SessionModel::leave()
{
    ++m_opening;
    m_inVisit = false;
    changeUser({});
    Q_EMIT left();
}

void SessionModel::signIn(const QString &email, const QString &password, bool stay)
{
    runSignIn<protocol::AuthLogin>(Action::SignIn, {.email = email.trimmed(), .password = password}, email, stay);
}

void SessionModel::registerAccount(const NewAccount &account, bool stay)
{
    runSignIn<protocol::AuthRegister>(Action::Register,
                                      {.email = account.email.trimmed(), .password = account.password,
                                       .name = account.name.trimmed(), .phone = unlessEmpty(account.phone.trimmed())},
                                      account.email, stay);
}

void SessionModel::continueAsGuest(const QString &name)
{
    runSignIn<protocol::AuthGuest>(Action::Guest, {.name = name.trimmed()}, {}, false);
}

void SessionModel::setUp(const QString &code, const NewAccount &administrator, bool stay)
{
    runSignIn<protocol::AuthSetup>(Action::SetUp,
                                   {.code = code.trimmed(), .email = administrator.email.trimmed(),
                                    .password = administrator.password, .name = administrator.name.trimmed()},
                                   administrator.email, stay);
}

void SessionModel::logOut(bool everywhere)
{
    protocol::AuthLogoutParams params;
    if (everywhere)
        params.everywhere = true;
    run<protocol::AuthLogout>(Action::LogOut, params, [this](const protocol::Nothing &) {
        forgetToken();
        changeUser({});
    });
}

void SessionModel::changePassword(const QString &current, const QString &replacement)
{
    run<protocol::AuthChangePassword>(Action::ChangePassword, {.current = current, .replacement = replacement}, [](const protocol::Nothing &) {});
}

template<class Method>
void SessionModel::run(Action action, const typename Method::Params &params, std::function<void(const typename Method::Result &)> done)
{
    if (isBusy())
        return;
    m_busyWith = action;
    Q_EMIT busyChanged();
    m_connection.call<Method>(params, this, [this, action, done = std::move(done)](const Result<typename Method::Result> &answer) {
        m_busyWith.reset();
        if (answer)
            done(*answer);
        Q_EMIT busyChanged();
        if (answer)
            Q_EMIT succeeded(action);
        else
            Q_EMIT failed(action, answer.error());
    });
}

template<class Method>
void SessionModel::runSignIn(Action action, const typename Method::Params &params, const QString &account, bool stay)
{
    run<Method>(action, params, [this, account = accountKey(account), stay](const protocol::SignedInResult &result) {
        m_connection.setSignInToken(result.token);
        m_account = stay ? account : QString();
        if (!m_account.isEmpty())
            m_tokens.write(serverKey(), m_account, result.token);
        changeSetupNeeded(false);
        changeUser(result.user);
    });
}

void SessionModel::onStatusChanged()
{
    if (!isConnected())
        m_inVisit = false;
    Q_EMIT statusChanged();
}

void SessionModel::onEstablished(bool resumed)
{
    changeSetupNeeded(m_connection.visit()->setupNeeded);
    changeUser(m_connection.visit()->user);
    if (isSignedIn() && !m_account.isEmpty() && !m_connection.signInToken().isEmpty())
        m_tokens.write(serverKey(), m_account, m_connection.signInToken()); // the server may have renewed it
    m_inVisit = true;
    Q_EMIT entered(resumed);
}

void SessionModel::onSignInTokenRefused()
{
    forgetToken();
    Q_EMIT signInEnded();
}

void SessionModel::forgetToken()
{
    m_connection.setSignInToken({});
    if (!m_account.isEmpty())
        m_tokens.remove(serverKey(), m_account);
    m_account.clear();
}

bool SessionModel::mayTakeCash() const
{
    const auto &visit = m_connection.visit();
    return isCounter() || !visit || !visit->features.contains(protocol::kCashlessFeature);
}

void SessionModel::setUser(const User &user)
{
    if (m_user && m_user->id == user.id)
        changeUser(user);
}

void SessionModel::changeUser(const std::optional<User> &user)
{
    if (user == m_user)
        return;
    m_user = user;
    Q_EMIT userChanged();
}

void SessionModel::changeSetupNeeded(bool needed)
{
    if (needed == m_setupNeeded)
        return;
    m_setupNeeded = needed;
    Q_EMIT setupNeededChanged();
}

} // namespace parterre
