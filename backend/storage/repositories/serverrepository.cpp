// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/serverrepository.h"

#include "backend/storage/database.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

Result<qint64> ServerRepository::nextLedgerEpoch()
{
    const Result<Rows> rows = m_database.run("server.next_ledger_epoch"_L1);
    if (!rows)
        return rows.error();
    return rows->front().integer("value"_L1);
}

Result<QString> ServerRepository::houseId(const QString &fresh)
{
    const QString key = u"house_id"_s;
    const Result<Rows> kept = m_database.run("server.keep_setting"_L1, {{"key"_L1, key}, {"value"_L1, fresh}});
    return kept ? setting(key) : kept.error();
}

Result<QString> ServerRepository::setting(const QString &key)
{
    const Result<Rows> rows = m_database.run("server.setting"_L1, {{"key"_L1, key}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<QString>(ErrorCode::NotFound) : rows->front().text("value"_L1);
}

Result<void> ServerRepository::setSetting(const QString &key, const QString &value)
{
    const Result<Rows> set = m_database.run("server.set_setting"_L1, {{"key"_L1, key}, {"value"_L1, value}});
    return set ? Result<void>() : set.error();
}

} // namespace parterre::storage
