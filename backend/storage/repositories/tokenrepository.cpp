// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/tokenrepository.h"

#include "backend/storage/database.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// Clients resume often, in masses after a lost network; that must not cost a durable write each.
constexpr std::chrono::hours kNotedUseAge {1};

Result<qint64> countOf(const Result<Rows> &rows)
{
    return rows ? Result<qint64>(static_cast<qint64>(rows->size())) : rows.error();
}

} // namespace

Result<void> TokenRepository::insert(const AuthToken &token)
{
    const Result<Rows> inserted = m_database.run("tokens.insert"_L1, {{"hash"_L1, token.hash},
                                                                     {"account"_L1, token.account},
                                                                     {"created"_L1, token.created},
                                                                     {"expires"_L1, token.expires}});
    return inserted ? Result<void>() : inserted.error();
}

Result<FoundToken> TokenRepository::find(const QByteArray &hash, Instant now)
{
    const Result<Rows> found = m_database.run("tokens.find"_L1, {{"hash"_L1, hash}, {"now"_L1, now}});
    if (!found)
        return found.error();
    if (found->empty())
        return ErrorCode::TokenInvalid;
    const Row &row = found->front();
    Result<Account> account = AccountRepository(m_database).findById(row.id<UserId>("account"_L1));
    if (!account)
        return account.error();
    return FoundToken {.account = *std::move(account), .expires = row.instant("expires"_L1), .noteUse = now - row.instant("last_used"_L1) >= kNotedUseAge};
}

Result<void> TokenRepository::noteUse(const QByteArray &hash, Instant now)
{
    const Result<Rows> noted = m_database.run("tokens.note_use"_L1, {{"hash"_L1, hash}, {"now"_L1, now}});
    return noted ? Result<void>() : noted.error();
}

Result<void> TokenRepository::remove(const QByteArray &hash)
{
    const Result<Rows> removed = m_database.run("tokens.remove"_L1, {{"hash"_L1, hash}});
    return removed ? Result<void>() : removed.error();
}

Result<qint64> TokenRepository::removeAllOf(const UserId &account, const QByteArray &exceptHash)
{
    return countOf(m_database.run("tokens.remove_all_of"_L1, {{"account"_L1, account}, {"except"_L1, exceptHash}}));
}

Result<qint64> TokenRepository::removeExpired(Instant now)
{
    return countOf(m_database.run("tokens.remove_expired"_L1, {{"now"_L1, now}}));
}

} // namespace parterre::storage
