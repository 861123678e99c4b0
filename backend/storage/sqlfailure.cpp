// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/sqlfailure.h"

#include <QSqlError>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// https://www.postgresql.org/docs/15/errcodes-appendix.html
ErrorCode codeOfPostgresql(const QString &state)
{
    if (state == "23505"_L1)
        return ErrorCode::AlreadyExists;
    if (state == "23503"_L1)
        return ErrorCode::NotFound;
    // Deadlock, serialisation failure, lock not available, statement cancelled by a timeout.
    if (state == "40P01"_L1 || state == "40001"_L1 || state == "55P03"_L1 || state == "57014"_L1)
        return ErrorCode::Overloaded;
    // Other integrity constraints; data no column can keep.
    if (state.startsWith("23"_L1) || state.startsWith("22"_L1))
        return ErrorCode::InvalidParams;
    // Connection gone, server shutting down or out of resources, system error, wrong password.
    if (state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1) || state.startsWith("53"_L1)
        || state.startsWith("58"_L1) || state.startsWith("28"_L1) || state == "25P03"_L1)
        return ErrorCode::StorageUnavailable;
    return ErrorCode::Internal;
}

// https://www.sqlite.org/rescode.html: the low byte is the primary code.
ErrorCode codeOfSqlite(int code)
{
    switch (code) {
    case 2067: // unique
    case 1555: // primary key
        return ErrorCode::AlreadyExists;
    case 787: // foreign key
        return ErrorCode::NotFound;
    default:
        break;
    }
    switch (code & 0xff) {
    case 5: // busy
    case 6: // locked
        return ErrorCode::Overloaded;
    case 18: // too big
    case 19: // other constraints
    case 20: // type mismatch
        return ErrorCode::InvalidParams;
    case 8:  // read-only
    case 10: // input or output
    case 11: // corrupt
    case 13: // full
    case 14: // cannot open
    case 26: // not a database
        return ErrorCode::StorageUnavailable;
    default:
        return ErrorCode::Internal;
    }
}

} // namespace

Error errorFromSql(Engine engine, const QSqlError &error, const QString &what)
{
    const QString native = error.nativeErrorCode();
    const ErrorCode code = engine == Engine::Postgresql ? codeOfPostgresql(native) : codeOfSqlite(native.toInt());
    const QString message = error.databaseText().section(u'\n', 0, 0).left(300);
    Error mapped {.code = code, .detail = u"%1: %2 (%3)"_s.arg(what, message.isEmpty() ? error.driverText() : message, native)};
    if (code == ErrorCode::Overloaded)
        mapped.retryAfterSeconds = 1;
    return mapped;
}

} // namespace parterre::storage
