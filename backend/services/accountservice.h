// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/creationbudget.h"
#include "backend/services/loginthrottle.h"
#include "backend/services/passwordhasher.h"
#include "backend/services/sessionservice.h"
#include "backend/storage/repositories/accountrepository.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

struct SignedIn {
    QString token = {}; // the only time it is seen
    User user = {};
    Instant expires = {};
};

struct NewAccount {
    QString email = {};
    QString password = {};
    QString name = {};
    QString phone = {};
};

struct ProfileChange {
    std::optional<QString> name = {};
    std::optional<QString> phone = {};
    std::optional<QString> locale = {};
};

struct OwnProfile {
    User user = {};
    Profile profile = {};
};

struct AccountRules {
    bool guestsAllowed = false;
    ThrottleLimits throttle = {};
    CreationLimits creations = {};
};

// Who people are: accounts, guests, tokens, passwords. A sign-in belongs to the session that asked for it; one that
// ended meanwhile gets its token withdrawn. Lives on the house thread.
class AccountService : public QObject
{
    Q_OBJECT
public:
    AccountService(SessionService &sessions, storage::Storage &storage, PasswordHasher &hasher, const Clock &clock, IdGenerator &ids, Randomness &random,
                   AccountRules rules, QObject *parent = nullptr);

    // When the house has no administrator: a new one-time code, valid for a day, for the console. Empty when it has one.
    void prepareSetup(Done<QString> done);
    [[nodiscard]] bool setupNeeded() const { return m_setupNeeded; }
    [[nodiscard]] bool guestsAllowed() const { return m_rules.guestsAllowed; }

    void registerCustomer(const Caller &caller, const NewAccount &account, const Done<SignedIn> &done);
    void setUp(const Caller &caller, const QString &code, const NewAccount &account, const Done<SignedIn> &done);
    void logIn(const Caller &caller, const QString &email, const QString &password, const Done<SignedIn> &done);
    void signInGuest(const Caller &caller, const QString &name, const Done<SignedIn> &done);
    void resume(const Caller &caller, const QString &token, const Done<SignedIn> &done);
    // Answers once the token is void; the holds are free at once.
    void logOut(const Caller &caller, bool everywhere, const Done<bool> &done);
    void changePassword(const Caller &caller, const QString &current, const QString &replacement, const Done<bool> &done);
    void profile(const Caller &caller, const Done<OwnProfile> &done);
    void updateProfile(const Caller &caller, const ProfileChange &change, const Done<OwnProfile> &done);

private:
    struct Creation {
        NewAccount account = {};
        Role role = Role::Customer;
        QByteArray setupHash = {}; // redeemed in the same transaction
    };

    void create(const Caller &caller, const Creation &creation, const Done<SignedIn> &done);
    // For the account whose password was right, unless it changed meanwhile.
    void finishLogIn(const Caller &caller, const storage::Account &verified, const QString &newHash, const Done<SignedIn> &done);
    // Whether the password was right; settles the attempt that was begun for it.
    [[nodiscard]] Result<void> judge(const QString &throttleKey, const Caller &caller, const Result<PasswordVerdict> &verdict);
    // Gives back what a creation took of the budget when it failed by no fault of theirs.
    void refund(const Caller &caller, const Error &error);
    void finishPasswordChange(const Caller &caller, const storage::Account &verified, const QString &newHash, const Done<bool> &done);
    // Makes the session the user's, unless it ended or somebody else signed in on it meanwhile.
    [[nodiscard]] Result<SignedIn> attach(const Caller &caller, const SignedIn &signedIn);
    // The same with a token nobody has seen yet: it is withdrawn when it cannot be used.
    [[nodiscard]] Result<SignedIn> attachNew(const Caller &caller, const SignedIn &signedIn);
    void signOutElsewhere(UserId user, const QByteArray &exceptToken);

    SessionService &m_sessions;
    storage::Storage &m_storage;
    PasswordHasher &m_hasher;
    const Clock &m_clock;
    IdGenerator &m_ids;
    Randomness &m_random;
    AccountRules m_rules;
    LoginThrottle m_throttle;
    CreationBudget m_creations;
    bool m_setupNeeded = false;
};

// Case and surrounding space do not matter in an e-mail address. Nothing for what cannot be one.
[[nodiscard]] std::optional<QString> normalizedEmail(const QString &typed);

} // namespace parterre::services
