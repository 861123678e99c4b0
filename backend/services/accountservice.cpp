// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/accountservice.h"

#include "backend/services/secret.h"
#include "backend/storage/repositories/setupcoderepository.h"
#include "backend/storage/repositories/tokenrepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

constexpr std::chrono::hours kSetupCodeLife {24};
constexpr std::chrono::hours kCustomerTokenLife {24 * 30};
constexpr std::chrono::hours kStaffTokenLife {12};
constexpr std::chrono::hours kGuestTokenLife {24 * 7};

std::chrono::hours tokenLife(Role role)
{
    if (role == Role::Customer)
        return kCustomerTokenLife;
    return role == Role::Guest ? kGuestTokenLife : kStaffTokenLife;
}

SignedIn signInOf(const User &user, Instant now, Randomness &random)
{
    return {.token = makeSecret(random), .user = user, .expires = now + tokenLife(user.role)};
}

storage::AuthToken tokenOf(const SignedIn &signedIn, Instant now)
{
    return {.hash = hashSecret(signedIn.token), .account = signedIn.user.id, .created = now, .expires = signedIn.expires};
}

Error badEmail()
{
    return {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("email: not an e-mail address")};
}

// The account as it is now, while whoever was verified against `verifiedHash` may still sign in: neither disabled nor
// given another password meanwhile.
Result<storage::Account> stillVerified(storage::AccountRepository &accounts, UserId id, const QString &verifiedHash)
{
    Result<storage::Account> account = accounts.findById(id);
    if (!account)
        return account.error();
    return account->disabled || account->passwordHash != verifiedHash ? Result<storage::Account>(ErrorCode::WrongCredentials) : account;
}

OwnProfile ownProfile(const storage::Account &account)
{
    return {.user = account.user, .profile = account.profile};
}

} // namespace

std::optional<QString> normalizedEmail(const QString &typed)
{
    const QString email = typed.trimmed().normalized(QString::NormalizationForm_C).toLower();
    const qsizetype at = email.indexOf(u'@');
    const bool hasSpace = std::any_of(email.begin(), email.end(), [](QChar c) { return c.isSpace(); });
    if (at < 1 || at != email.lastIndexOf(u'@') || at + 1 == email.size() || hasSpace)
        return std::nullopt;
    return email;
}

AccountService::AccountService(SessionService &sessions, storage::Storage &storage, PasswordHasher &hasher, const Clock &clock, IdGenerator &ids,
                               Randomness &random, AccountRules rules, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_storage(storage)
    , m_hasher(hasher)
    , m_clock(clock)
    , m_ids(ids)
    , m_random(random)
    , m_rules(rules)
    , m_throttle(clock, rules.throttle)
    , m_creations(clock, rules.creations)
{
}

void AccountService::prepareSetup(Done<QString> done)
{
    const Instant now = m_clock.utcNow();
    m_storage.write(this, [now, &random = m_random](storage::Database &database) -> Result<QString> {
        const Result<bool> hasOne = storage::AccountRepository(database).hasAdministrator();
        if (!hasOne)
            return hasOne.error();
        if (*hasOne)
            return QString();
        const QString code = makeReadableCode(random, 4);
        const auto inserted = storage::SetupCodeRepository(database).insert(hashSecret(code), now, now + kSetupCodeLife);
        return inserted ? Result<QString>(code) : Result<QString>(inserted.error());
    }, [this, done = std::move(done)](const Result<QString> &code) {
        m_setupNeeded = code && !code->isEmpty();
        done(code);
    });
}

void AccountService::registerCustomer(const Caller &caller, const NewAccount &account, const Done<SignedIn> &done)
{
    create(caller, {.account = account, .role = Role::Customer}, done);
}

void AccountService::setUp(const Caller &caller, const QString &code, const NewAccount &account, const Done<SignedIn> &done)
{
    if (!m_setupNeeded) {
        done(ErrorCode::SetupCodeInvalid);
        return;
    }
    create(caller,
           {.account = account, .role = Role::Administrator, .setupHash = hashSecret(normalizedReadableCode(code))},
           [this, done](const Result<SignedIn> &signedIn) {
               if (signedIn)
                   m_setupNeeded = false;
               done(signedIn);
           });
}

void AccountService::create(const Caller &caller, const Creation &creation, const Done<SignedIn> &done)
{
    const auto email = normalizedEmail(creation.account.email);
    if (caller.isSignedIn() || !email) {
        done(caller.isSignedIn() ? Error {.code = ErrorCode::AlreadySignedIn} : badEmail());
        return;
    }
    if (const auto admitted = m_creations.take(caller.origin.network); !admitted) {
        done(admitted.error());
        return;
    }
    const QStringList hints {*email, email->section(u'@', 0, 0), creation.account.name};
    m_hasher.hash(HashFor::Stranger, creation.account.password, hints, [this, caller, creation, email = *email, done](const Result<HashedPassword> &hashed) {
        if (!hashed) {
            refund(caller, hashed.error());
            done(hashed.error());
            return;
        }
        const Instant now = m_clock.utcNow();
        const SignedIn signedIn = signInOf({.id = m_ids.make<UserId>(), .name = creation.account.name.trimmed(), .role = creation.role}, now, m_random);
        const storage::Account account {.user = signedIn.user,
                                        .profile = {.name = signedIn.user.name, .email = email, .phone = creation.account.phone.trimmed()},
                                        .passwordHash = hashed->hash,
                                        .created = now};
        m_storage.write(this, [account, signedIn, now, setupHash = creation.setupHash, audit = caller.audit(now)](storage::Database &database) -> Result<bool> {
            if (!setupHash.isEmpty()) {
                if (const auto redeemed = storage::SetupCodeRepository(database).redeem(setupHash, now); !redeemed)
                    return redeemed.error();
            }
            if (const auto inserted = storage::AccountRepository(database).insert(account, audit); !inserted)
                return inserted.error();
            const auto token = storage::TokenRepository(database).insert(tokenOf(signedIn, now));
            return token ? Result<bool>(true) : Result<bool>(token.error());
        }, [this, caller, signedIn, done](const Result<bool> &written) {
            if (!written)
                refund(caller, written.error());
            done(written ? attachNew(caller, signedIn) : Result<SignedIn>(written.error()));
        });
    });
}

void AccountService::logIn(const Caller &caller, const QString &email, const QString &password, const Done<SignedIn> &done)
{
    if (caller.isSignedIn()) {
        done(ErrorCode::AlreadySignedIn);
        return;
    }
    const QString normalized = normalizedEmail(email).value_or(QString());
    if (const auto admitted = m_throttle.begin(normalized, caller.origin.network); !admitted) {
        done(admitted.error());
        return;
    }
    m_storage.read(this, [normalized](storage::Database &database) { return storage::AccountRepository(database).findByEmail(normalized); },
                   [this, caller, normalized, password, done](const Result<storage::Account> &found) {
        if (!found && found.error().code != ErrorCode::NotFound) {
            m_throttle.cameToNothing(normalized, caller.origin.network);
            done(found.error());
            return;
        }
        // An unknown or disabled account takes the same time and gives the same answer as a wrong password.
        const bool usable = found && !found->disabled;
        m_hasher.verify(password, usable ? found->passwordHash : QString(), [this, caller, normalized, password, found, done](const Result<PasswordVerdict> &verdict) {
            if (const auto right = judge(normalized, caller, verdict); !right) {
                done(right.error());
                return;
            }
            if (!verdict->outdated) {
                finishLogIn(caller, *found, {}, done);
                return;
            }
            m_hasher.hash(HashFor::KnownUser, password, {}, [this, caller, found, done](const Result<HashedPassword> &renewed) {
                finishLogIn(caller, *found, renewed ? renewed->hash : QString(), done);
            });
        });
    });
}

Result<void> AccountService::judge(const QString &throttleKey, const Caller &caller, const Result<PasswordVerdict> &verdict)
{
    if (!verdict) {
        m_throttle.cameToNothing(throttleKey, caller.origin.network);
        return verdict.error();
    }
    if (!verdict->matches)
        return ErrorCode::WrongCredentials;
    m_throttle.succeeded(throttleKey, caller.origin.network);
    return {};
}

void AccountService::refund(const Caller &caller, const Error &error)
{
    if (error.code == ErrorCode::Overloaded || error.code == ErrorCode::StorageUnavailable || error.code == ErrorCode::Internal)
        m_creations.giveBack(caller.origin.network);
}

void AccountService::finishLogIn(const Caller &caller, const storage::Account &verified, const QString &newHash, const Done<SignedIn> &done)
{
    const Instant now = m_clock.utcNow();
    m_storage.write(this, [verified, newHash, now, &random = m_random, audit = caller.audit(now)](storage::Database &database) -> Result<SignedIn> {
        storage::AccountRepository accounts(database);
        const Result<storage::Account> account = stillVerified(accounts, verified.user.id, verified.passwordHash);
        if (!account)
            return account.error();
        if (!newHash.isEmpty()) {
            if (const auto renewed = accounts.updatePassword(account->user.id, newHash, audit); !renewed)
                return renewed.error();
        }
        const SignedIn signedIn = signInOf(account->user, now, random);
        const auto inserted = storage::TokenRepository(database).insert(tokenOf(signedIn, now));
        return inserted ? Result<SignedIn>(signedIn) : Result<SignedIn>(inserted.error());
    }, [this, caller, done](const Result<SignedIn> &signedIn) {
        done(signedIn ? attachNew(caller, *signedIn) : signedIn);
    });
}

void AccountService::signInGuest(const Caller &caller, const QString &name, const Done<SignedIn> &done)
{
    if (!m_rules.guestsAllowed || caller.isSignedIn()) {
        done(caller.isSignedIn() ? ErrorCode::AlreadySignedIn : ErrorCode::GuestsNotAllowed);
        return;
    }
    if (const auto admitted = m_creations.take(caller.origin.network); !admitted) {
        done(admitted.error());
        return;
    }
    const Instant now = m_clock.utcNow();
    const SignedIn signedIn = signInOf({.id = m_ids.make<UserId>(), .name = name.trimmed(), .role = Role::Guest}, now, m_random);
    m_storage.write(this, [signedIn, now, audit = caller.audit(now)](storage::Database &database) -> Result<bool> {
        if (const auto inserted = storage::AccountRepository(database).insertGuest(signedIn.user, now, audit); !inserted)
            return inserted.error();
        const auto token = storage::TokenRepository(database).insert(tokenOf(signedIn, now));
        return token ? Result<bool>(true) : Result<bool>(token.error());
    }, [this, caller, signedIn, done](const Result<bool> &written) {
        if (!written)
            refund(caller, written.error());
        done(written ? attachNew(caller, signedIn) : Result<SignedIn>(written.error()));
    });
}

void AccountService::resume(const Caller &caller, const QString &token, const Done<SignedIn> &done)
{
    if (caller.isSignedIn()) {
        done(ErrorCode::AlreadySignedIn);
        return;
    }
    const QByteArray hash = hashSecret(token);
    const Instant now = m_clock.utcNow();
    const auto find = [hash, now](storage::Database &database) { return storage::TokenRepository(database).find(hash, now); };
    m_storage.read(this, find, [this, caller, token, hash, now, find, done](const Result<storage::FoundToken> &found) {
        const Result<SignedIn> signedIn = found ? attach(caller, {.token = token, .user = found->account.user, .expires = found->expires}) : Result<SignedIn>(found.error());
        if (!signedIn) {
            done(signedIn);
            return;
        }
        // Who withdraws tokens signs their sessions out. This one was not there yet when the token was read, so read again.
        m_storage.read(this, find, [this, caller, hash, now, signedIn, done](const Result<storage::FoundToken> &still) {
            if (!still) {
                if (const Session *session = m_sessions.find(caller.session); session && session->tokenHash == hash)
                    m_sessions.signOut(caller.session, SignOutBy::Other);
                done(still.error());
                return;
            }
            if (still->noteUse) {
                m_storage.write(this, [hash, now](storage::Database &database) { return storage::TokenRepository(database).noteUse(hash, now); },
                                [](const Result<void> &) {});
            }
            done(signedIn);
        });
    });
}

Result<SignedIn> AccountService::attach(const Caller &caller, const SignedIn &signedIn)
{
    const Session *session = m_sessions.find(caller.session);
    if (!session || session->user.role != Role::Anonymous)
        return session ? Error {.code = ErrorCode::AlreadySignedIn} : Error {.code = ErrorCode::NoSession};
    m_sessions.signIn(caller.session, signedIn.user, hashSecret(signedIn.token), signedIn.expires);
    return signedIn;
}

Result<SignedIn> AccountService::attachNew(const Caller &caller, const SignedIn &signedIn)
{
    Result<SignedIn> attached = attach(caller, signedIn);
    if (!attached) {
        m_storage.write(this, [hash = hashSecret(signedIn.token)](storage::Database &database) { return storage::TokenRepository(database).remove(hash); },
                        [](const Result<void> &) {});
    }
    return attached;
}

void AccountService::logOut(const Caller &caller, bool everywhere, const Done<bool> &done)
{
    m_sessions.signOut(caller.session, SignOutBy::Self);
    if (everywhere)
        signOutElsewhere(caller.user.id, {});
    m_storage.write(this, [everywhere, hash = caller.tokenHash, user = caller.user.id](storage::Database &database) -> Result<bool> {
        storage::TokenRepository tokens(database);
        if (everywhere) {
            const auto removed = tokens.removeAllOf(user);
            return removed ? Result<bool>(true) : Result<bool>(removed.error());
        }
        const auto removed = tokens.remove(hash);
        return removed ? Result<bool>(true) : Result<bool>(removed.error());
    }, [this, everywhere, user = caller.user.id, done](const Result<bool> &written) {
        // Somebody whose sign-in was under way may have come in with a token that is void by now.
        if (written && everywhere)
            signOutElsewhere(user, {});
        done(written);
    });
}

void AccountService::changePassword(const Caller &caller, const QString &current, const QString &replacement, const Done<bool> &done)
{
    const QString throttleKey = QStringLiteral("password ") + caller.user.id.toString();
    if (const auto admitted = m_throttle.begin(throttleKey, caller.origin.network); !admitted) {
        done(admitted.error());
        return;
    }
    m_storage.read(this, [user = caller.user.id](storage::Database &database) { return storage::AccountRepository(database).findById(user); },
                   [this, caller, current, replacement, throttleKey, done](const Result<storage::Account> &account) {
        if (!account) {
            m_throttle.cameToNothing(throttleKey, caller.origin.network);
            done(account.error());
            return;
        }
        m_hasher.verify(current, account->passwordHash, [this, caller, replacement, throttleKey, account, done](const Result<PasswordVerdict> &verdict) {
            if (const auto right = judge(throttleKey, caller, verdict); !right) {
                done(right.error());
                return;
            }
            m_hasher.hash(HashFor::KnownUser, replacement, {account->profile.email, account->profile.name}, [this, caller, account, done](const Result<HashedPassword> &hashed) {
                if (hashed)
                    finishPasswordChange(caller, *account, hashed->hash, done);
                else
                    done(hashed.error());
            });
        });
    });
}

void AccountService::finishPasswordChange(const Caller &caller, const storage::Account &verified, const QString &newHash, const Done<bool> &done)
{
    m_storage.write(this, [caller, verified, newHash, now = m_clock.utcNow()](storage::Database &database) -> Result<bool> {
        storage::AccountRepository accounts(database);
        if (const auto still = stillVerified(accounts, verified.user.id, verified.passwordHash); !still)
            return still.error();
        if (const auto updated = accounts.updatePassword(verified.user.id, newHash, caller.audit(now)); !updated)
            return updated.error();
        const auto removed = storage::TokenRepository(database).removeAllOf(verified.user.id, caller.tokenHash);
        return removed ? Result<bool>(true) : Result<bool>(removed.error());
    }, [this, caller, done](const Result<bool> &changed) {
        if (changed)
            signOutElsewhere(caller.user.id, caller.tokenHash);
        done(changed);
    });
}

void AccountService::signOutElsewhere(UserId user, const QByteArray &exceptToken)
{
    for (const SessionId &other : m_sessions.othersOf(user, exceptToken))
        m_sessions.signOut(other, SignOutBy::Other);
}

void AccountService::profile(const Caller &caller, const Done<OwnProfile> &done)
{
    m_storage.read(this, [user = caller.user.id](storage::Database &database) { return storage::AccountRepository(database).findById(user); },
                   [done](const Result<storage::Account> &account) {
                       done(account ? Result<OwnProfile>(ownProfile(*account)) : Result<OwnProfile>(account.error()));
                   });
}

void AccountService::updateProfile(const Caller &caller, const ProfileChange &change, const Done<OwnProfile> &done)
{
    m_storage.write(this, [change, user = caller.user.id, audit = caller.audit(m_clock.utcNow())](storage::Database &database) -> Result<OwnProfile> {
        storage::AccountRepository accounts(database);
        Result<storage::Account> account = accounts.findById(user);
        if (!account)
            return account.error();
        account->profile.name = change.name.value_or(account->profile.name).trimmed();
        account->profile.phone = change.phone.value_or(account->profile.phone).trimmed();
        account->profile.locale = change.locale.value_or(account->profile.locale);
        account->user.name = account->profile.name;
        if (const auto updated = accounts.updateProfile(user, account->profile, audit); !updated)
            return updated.error();
        return ownProfile(*account);
    }, [this, done](const Result<OwnProfile> &updated) {
        if (updated)
            m_sessions.rename(updated->user);
        done(updated);
    });
}

} // namespace parterre::services
