// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/draft.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

inline constexpr int kMaxDraftsPage = 100;

// Drafts of plans that are kept by the server: who opens one sees its revision, and who saves says which one it was.
struct DraftsListParams {
    std::optional<VenueId> venue = {};
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct DraftsListResult {
    QList<Draft> drafts = {};
    std::optional<QString> next = {};
};

struct DraftsGetParams {
    DraftId draft = {};
    qint64 offset = 0;
};

// `data` is of the revision in `draft`: when that differs from the part before, begin anew.
struct DraftsGetResult {
    Draft draft = {};
    QByteArray data = {}; // base64
};

struct DraftsSaveParams {
    DraftId draft = {};                       // a new one for a new draft, of the caller's choosing
    VenueId venue = {};
    QString name = {};
    UploadId upload = {};
    std::optional<PlanVersionRef> base = {};
    qint32 expected = 0;
};

struct DraftsSaveResult {
    Draft draft = {};
};

struct DraftsRemoveParams {
    DraftId draft = {};
    qint32 expected = 0;
};

struct DraftsList {
    using Params = DraftsListParams;
    using Result = DraftsListResult;
    static constexpr MethodInfo kInfo {"drafts.list", "The drafts of plans, in the order they were begun", kManagers, {}};
};

struct DraftsGet {
    using Params = DraftsGetParams;
    using Result = DraftsGetResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"drafts.get", "A draft and a part of its document", kManagers, kErrors};
};

// StaleVersion: somebody else saved since revision `expected`, or the draft is not new; nothing was changed. A repetition
// answers what is there. NotFound: no such venue, base or draft, or nothing was uploaded under this id.
struct DraftsSave {
    using Params = DraftsSaveParams;
    using Result = DraftsSaveResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::FileInvalid, ErrorCode::FileTooLarge, ErrorCode::StaleVersion};
    static constexpr MethodInfo kInfo {"drafts.save", "Keeps an uploaded design document as a draft", kManagers, kErrors};
};

struct DraftsRemove {
    using Params = DraftsRemoveParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion};
    static constexpr MethodInfo kInfo {"drafts.remove", "Throws a draft away, if nobody changed it since", kManagers, kErrors};
};

} // namespace parterre::protocol
