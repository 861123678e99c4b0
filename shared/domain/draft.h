// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/domain/user.h"
#include "shared/domain/venue.h"

#include <optional>

namespace parterre {

// One state of a draft: what was read, or is to be published.
struct DraftRef {
    DraftId id = {};
    qint32 revision = 0;

    friend bool operator==(const DraftRef &, const DraftRef &) = default;
};

// A design that is being worked on, as it is kept by the server: everything about it but the document itself.
struct Draft {
    DraftId id = {};
    VenueId venue = {};
    QString name = {};
    qint32 revision = 0;                       // counts from 1, rises with every change
    Instant changedAt = {};
    UserRef changedBy = {};
    qint64 bytes = 0;
    QString hash = {};                         // SHA-256 of the document, hex
    std::optional<PlanVersionRef> base = {};   // what the design was begun from

    [[nodiscard]] DraftRef ref() const { return {.id = id, .revision = revision}; }
    friend bool operator==(const Draft &, const Draft &) = default;
};

// The largest document of a draft.
inline constexpr qint64 kMaxDraftBytes = 32 * 1024 * 1024;

} // namespace parterre
