// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/error.h"

#include <array>

namespace parterre {

namespace {

struct ErrorRow {
    ErrorCode code;
    QLatin1StringView kind;
    int number;
    QLatin1StringView meaning;
};

constexpr std::array kRows {
#define PARTERRE_ROW(name, kind, number, meaning)                                                                      \
    ErrorRow {ErrorCode::name, QLatin1StringView(kind), number, QLatin1StringView(meaning)},
    PARTERRE_ERROR_CODES(PARTERRE_ROW)
#undef PARTERRE_ROW
};

const ErrorRow &row(ErrorCode code)
{
    return kRows.at(static_cast<std::size_t>(code));
}

} // namespace

QLatin1StringView errorKind(ErrorCode code)
{
    return row(code).kind;
}

int errorNumber(ErrorCode code)
{
    return row(code).number;
}

QLatin1StringView errorMeaning(ErrorCode code)
{
    return row(code).meaning;
}

std::optional<ErrorCode> errorCodeFromKind(QStringView kind)
{
    for (const ErrorRow &r : kRows) {
        if (r.kind == kind)
            return r.code;
    }
    return std::nullopt;
}

const QList<ErrorCode> &allErrorCodes()
{
    static const QList<ErrorCode> codes = [] {
        QList<ErrorCode> list;
        for (const ErrorRow &r : kRows)
            list.append(r.code);
        return list;
    }();
    return codes;
}

} // namespace parterre
