// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/passwordhasher.h"

#include <QRegularExpression>

#include <sodium.h>
#include <zxcvbn.h>

#include <array>

namespace parterre::services {

namespace {

constexpr qsizetype kShortest = 8;
// About 2^20 guesses: falls to anything that is in a list of common passwords, or a simple turn on one.
constexpr double kLeastEntropyBits = 20;

struct Cost {
    unsigned long long passes;
    std::size_t memory;
};

Cost costOf(HashStrength strength)
{
    if (strength == HashStrength::Cheap)
        return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
    return {2, 19 * 1024 * 1024};
}

// A hint, its words, and its words written as one: of "Nora Newcomer" also "Nora", "Newcomer" and "NoraNewcomer".
QStringList guessesFrom(const QString &hint)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QStringList words = hint.split(between, Qt::SkipEmptyParts);
    QStringList guesses {hint, words.join(QString())};
    guesses += words;
    return guesses;
}

bool isWeak(const QString &password, const QStringList &hints)
{
    if (password.size() < kShortest)
        return true;
    QList<QByteArray> owned;
    for (const QString &hint : hints) {
        for (const QString &guess : guessesFrom(hint))
            owned.append(guess.toUtf8());
    }
    std::vector<const char *> words;
    for (const QByteArray &hint : owned)
        words.push_back(hint.constData());
    words.push_back(nullptr);
    return ZxcvbnMatch(password.toUtf8().constData(), words.data(), nullptr) < kLeastEntropyBits;
}

Result<HashedPassword> hashNow(const QByteArray &password, Cost cost)
{
    std::array<char, crypto_pwhash_STRBYTES> hash {};
    const int failed = crypto_pwhash_str_alg(hash.data(), password.constData(), static_cast<unsigned long long>(password.size()), cost.passes, cost.memory,
                                             crypto_pwhash_ALG_ARGON2ID13);
    if (failed)
        return Error {.code = ErrorCode::Overloaded, .detail = QStringLiteral("no memory to hash a password"), .retryAfterSeconds = 1};
    return HashedPassword {QString::fromLatin1(hash.data())};
}

} // namespace

Result<HashedPassword> hashPasswordNow(const QString &password, HashStrength strength)
{
    return hashNow(password.toUtf8(), costOf(strength));
}

PasswordHasher::PasswordHasher(HashStrength strength, QObject *parent) : QObject(parent), m_strength(strength)
{
    m_pool.setMaxThreadCount(2);
}

PasswordHasher::~PasswordHasher()
{
    m_pool.waitForDone();
}

template<class T, class Work>
void PasswordHasher::submit(HashFor whom, Work work, Done<T> done)
{
    int &waiting = m_waiting.at(static_cast<std::size_t>(whom));
    if (waiting >= kMaxWaiting) {
        done(Error {.code = ErrorCode::Overloaded, .detail = QStringLiteral("too many sign-ins at once"), .retryAfterSeconds = 1});
        return;
    }
    ++waiting;
    m_pool.start([this, &waiting, work = std::move(work), done = std::move(done)] {
        Result<T> result = work();
        QMetaObject::invokeMethod(this, [&waiting, done, result = std::move(result)] {
            --waiting;
            done(result);
        }, Qt::QueuedConnection);
    }, whom == HashFor::KnownUser ? 1 : 0);
}

void PasswordHasher::hash(HashFor whom, const QString &password, const QStringList &hints, Done<HashedPassword> done)
{
    submit<HashedPassword>(whom, [password, hints, cost = costOf(m_strength)]() -> Result<HashedPassword> {
        if (isWeak(password, hints))
            return Error {.code = ErrorCode::WeakPassword, .limit = kShortest};
        return hashNow(password.toUtf8(), cost);
    }, std::move(done));
}

void PasswordHasher::verify(const QString &password, const QString &hash, Done<PasswordVerdict> done)
{
    submit<PasswordVerdict>(HashFor::KnownUser, [password = password.toUtf8(), hash = hash.toLatin1(), cost = costOf(m_strength)]() -> Result<PasswordVerdict> {
        if (hash.isEmpty()) {
            if (const auto spent = hashNow(password, cost); !spent)
                return spent.error();
            return PasswordVerdict {};
        }
        const bool matches = crypto_pwhash_str_verify(hash.constData(), password.constData(), static_cast<unsigned long long>(password.size())) == 0;
        const bool outdated = matches && crypto_pwhash_str_needs_rehash(hash.constData(), cost.passes, cost.memory) != 0;
        return PasswordVerdict {.matches = matches, .outdated = outdated};
    }, std::move(done));
}

} // namespace parterre::services
