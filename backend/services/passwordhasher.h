// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"

#include <QObject>
#include <QThreadPool>

#include <array>

namespace parterre::services {

// Argon2id as OWASP sets it: 19 MiB, 2 passes. `Cheap` is for tests and benchmarks of other things.
enum class HashStrength { Owasp, Cheap };

struct HashedPassword {
    QString hash = {}; // as libsodium writes it, with its parameters
};

// On the calling thread: for commands that serve nobody meanwhile.
[[nodiscard]] Result<HashedPassword> hashPasswordNow(const QString &password, HashStrength strength);

struct PasswordVerdict {
    bool matches = false;
    bool outdated = false; // hashed with other parameters than today's
};

// Whose password it is. Strangers, who want an account, wait behind people who have one and in a queue of their own, so
// that no number of them keeps anybody from signing in.
enum class HashFor { KnownUser, Stranger };

// Hashes passwords on at most two threads of its own, so that no socket and no sale waits for one. More than
// kMaxWaiting of known users, or of strangers, at once are refused with Overloaded. Lives on the house thread and answers there; a request whose
// context has died meanwhile is not answered.
class PasswordHasher : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaxWaiting = 16;

    explicit PasswordHasher(HashStrength strength, QObject *parent = nullptr);
    ~PasswordHasher() override;

    // WeakPassword when it is short, common, or guessable from `hints` (name, e-mail address).
    void hash(HashFor whom, const QString &password, const QStringList &hints, Done<HashedPassword> done);
    // An empty `hash` takes as long as a real one and never matches: nobody learns which accounts exist.
    void verify(const QString &password, const QString &hash, Done<PasswordVerdict> done);

    // How many were asked for and not answered yet.
    [[nodiscard]] int waiting() const { return m_waiting[0] + m_waiting[1]; }

private:
    template<class T, class Work>
    void submit(HashFor whom, Work work, Done<T> done);

    HashStrength m_strength;
    QThreadPool m_pool;
    std::array<int, 2> m_waiting {}; // by HashFor
};

} // namespace parterre::services
