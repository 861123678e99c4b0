// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "shared/domain/poster.h"

class QObject;

namespace parterre::services {

class UploadService;

// The picture that the caller uploaded, read in a pool; nothing without an upload. NotFound: it is not there. Errors as
// readPoster(). Whoever asks is told on the thread of `context`, and not when that is gone.
void readUploadedPoster(UploadService &uploads, QObject *context, const Caller &caller, const std::optional<UploadId> &upload, const Done<std::optional<Poster>> &done);

} // namespace parterre::services
