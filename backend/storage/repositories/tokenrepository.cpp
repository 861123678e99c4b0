// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/tokenrepository.h"

#include "backend/storage/database.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

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

Result<Account> TokenRepository::use(const QByteArray &hash, Instant now)
{
    const Result<Rows> used = m_database.run("tokens.use"_L1, {{"hash"_L1, hash}, {"now"_L1, now}});
    if (!used)
        return used.error();
    if (used->empty())
        return ErrorCode::TokenInvalid;
    return AccountRepository(m_database).findById(used->front().id<UserId>("account"_L1));
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
