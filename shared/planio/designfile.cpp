// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/designfile.h"

#include "shared/domain/draft.h"
#include "shared/planio/planjson.h"
#include "shared/protocol/jsondocument.h"

namespace parterre::planio {

namespace {

// More than the designer of today writes: a newer app may save at an older server.
constexpr protocol::JsonLimits kLimits {.depth = 64, .keys = 256};

} // namespace

Result<QString> designHash(const QByteArray &document)
{
    if (document.size() > kMaxDraftBytes)
        return Error {.code = ErrorCode::FileTooLarge, .limit = kMaxDraftBytes};
    protocol::JsonDocument strict;
    const Result<protocol::JsonView> json = strict.read(document, kLimits);
    if (!json)
        return Error {.code = ErrorCode::FileInvalid, .detail = json.error().detail};
    if (json->find("format").text() != "parterre-design")
        return Error {.code = ErrorCode::FileInvalid, .detail = QStringLiteral("expected a parterre-design document")};
    return planHash(document);
}

} // namespace parterre::planio
