// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/protocol/method.h"

namespace parterre::protocol {

// Of a file, so that a part fits a message.
inline constexpr qsizetype kMaxUploadPartBytes = 45'000;
// Of a document on its way out; base64 makes a third more of it.
inline constexpr qint32 kDownloadPartBytes = 180'000;
inline constexpr qint64 kMaxUploadBytes = 64 * 1024 * 1024; // the largest file there is a reader for

// The next part of a file that another method is to read. A session has one upload at a time: the first part of another
// one, or of the same, begins anew. It is gone with the session and its user, not with the link, and when nothing was added to it for ten minutes.
struct UploadsAppendParams {
    UploadId upload = {};  // a new one for each file, of the caller's choosing
    qint64 offset = 0;     // how many bytes came before
    QByteArray data = {};  // base64
};

struct UploadsAppendResult {
    qint64 size = 0; // bytes so far
};

// StaleVersion: the upload is not there, or another size. A repetition of the last part answers what is there.
struct UploadsAppend {
    using Params = UploadsAppendParams;
    using Result = UploadsAppendResult;
    static constexpr std::array kErrors {ErrorCode::StaleVersion, ErrorCode::FileTooLarge};
    static constexpr MethodInfo kInfo {"uploads.append", "Sends a part of a file that another method is to read: plans.publish, drafts.save, events.setPoster, venues.setLogo, bookings.resend", kCounter, kErrors};
};

} // namespace parterre::protocol
