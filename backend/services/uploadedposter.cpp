// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/uploadedposter.h"

#include "backend/services/uploadservice.h"
#include "shared/core/inpool.h"

namespace parterre::services {

void readUploadedPoster(UploadService &uploads, QObject *context, const Caller &caller, const std::optional<UploadId> &upload, const Done<std::optional<Poster>> &done)
{
    if (!upload) {
        done(std::optional<Poster>());
        return;
    }
    Result<QByteArray> file = uploads.file(caller, *upload);
    if (!file) {
        done(file.error());
        return;
    }
    inPool(context, [file = std::move(*file)] { return readPoster(file); }, [done](const Result<Poster> &poster) {
        done(poster ? Result(std::optional(*poster)) : poster.error());
    });
}

} // namespace parterre::services
