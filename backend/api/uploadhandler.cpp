// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/uploadhandler.h"

#include "backend/services/uploadservice.h"

namespace parterre::api {

void addUploadMethods(Router &router, services::UploadService &uploads)
{
    using namespace protocol;

    router.on<UploadsAppend>([&](const CallContext &context, const UploadsAppendParams &params, services::Done<UploadsAppendResult> done) {
        const auto part = QByteArray::fromBase64Encoding(params.data, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!part) {
            done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("data: not base64")});
            return;
        }
        const Result<qint64> size = uploads.append(context.caller, params.upload, params.offset, *part);
        if (size)
            done(UploadsAppendResult {.size = *size});
        else
            done(size.error());
    });
}

} // namespace parterre::api
