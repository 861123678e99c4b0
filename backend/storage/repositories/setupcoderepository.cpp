// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/setupcoderepository.h"

#include "backend/storage/database.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

Result<void> SetupCodeRepository::insert(const QByteArray &hash, Instant created, Instant expires)
{
    if (Result<Rows> voided = m_database.run("setup_codes.void_unused"_L1); !voided)
        return voided.error();
    const Result<Rows> inserted =
        m_database.run("setup_codes.insert"_L1, {{"hash"_L1, hash}, {"created"_L1, created}, {"expires"_L1, expires}});
    return inserted ? Result<void>() : inserted.error();
}

Result<void> SetupCodeRepository::redeem(const QByteArray &hash, Instant now)
{
    const Result<Rows> redeemed = m_database.run("setup_codes.redeem"_L1, {{"hash"_L1, hash}, {"now"_L1, now}});
    if (!redeemed)
        return redeemed.error();
    return redeemed->empty() ? Result<void>(ErrorCode::SetupCodeInvalid) : Result<void>();
}

} // namespace parterre::storage
