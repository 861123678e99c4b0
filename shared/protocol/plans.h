// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/domain/draft.h"
#include "shared/domain/venue.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct PlansGetParams {
    PlanId plan = {};
    qint32 version = 0;
    std::optional<QString> cursor = {};
};

// `page` is a part of the plan document (see docs/plan-format.md); `hash` the SHA-256 of the whole. Immutable: cache it.
struct PlansGetResult {
    QString hash = {};
    QJsonObject page = {};
    std::optional<QString> next = {};
};

struct PlansGet {
    using Params = PlansGetParams;
    using Result = PlansGetResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"plans.get", "A published plan version, page by page", kEveryone, kErrors};
};

// What had to be put up with in a file of another program.
struct PlanRepair {
    QString kind = {};                  // "repeated-label"
    QString where = {};                 // "zones[0].rows[3].seats[2]"
    QString message = {};               // in English
};

struct PlansPublishParams {
    VenueId venue = {};
    UploadId upload = {};
    qint32 after = 0;
    std::optional<QString> name = {};
    std::optional<DraftRef> draft = {};
};

// `repairs` are the first kMaxPlanRepairs of `repairCount`.
struct PlansPublishResult {
    PlanSummary plan = {};
    QList<PlanRepair> repairs = {};
    qint32 repairCount = 0;
};

inline constexpr qsizetype kMaxPlanRepairs = 200;

// The next version of the venue's plan of that name, or its first. A repetition answers the version that is there.
// StaleVersion: the newest version is not `after`, or the draft has another revision. NotFound: no such venue or draft of
// it, or nothing was uploaded under this id.
struct PlansPublish {
    using Params = PlansPublishParams;
    using Result = PlansPublishResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::FileInvalid, ErrorCode::StaleVersion};
    static constexpr MethodInfo kInfo {"plans.publish", "Makes an uploaded plan file the newest version of a venue's plan", kManagers, kErrors};
};

struct PlansSetHallParams {
    PlanId plan = {};
    std::optional<QString> hall = {};
};

struct PlansSetHallResult {
    PlanSummary plan = {}; // its newest version
};

struct PlansSetHall {
    using Params = PlansSetHallParams;
    using Result = PlansSetHallResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"plans.setHall", "Says which hall of its venue a plan is of, so that events of all plans of that hall are in each other's way", kManagers, kErrors};
};

inline constexpr int kMaxPlanVersionsPage = 200;

struct PlansVersionsParams {
    PlanId plan = {};
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct PlansVersionsResult {
    QList<PlanVersion> versions = {};
    std::optional<QString> next = {};
};

struct PlansVersions {
    using Params = PlansVersionsParams;
    using Result = PlansVersionsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"plans.versions", "The published versions of a plan, newest first", kManagers, kErrors};
};

struct PlansDesignParams {
    PlanId plan = {};
    qint32 version = 0;
    qint64 offset = 0;
};

// Immutable, as the version is.
struct PlansDesignResult {
    QString hash = {};
    qint64 bytes = 0;
    QByteArray data = {}; // base64
};

// NotFound also when the version was published without a draft.
struct PlansDesign {
    using Params = PlansDesignParams;
    using Result = PlansDesignResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"plans.design", "A part of the design document that a plan version was published from", kManagers, kErrors};
};

enum class PlanExportFormat { Json, Pretix, Svg, Csv, Pdf };

struct PlansExportParams {
    PlanId plan = {};
    qint32 version = 0;
    PlanExportFormat format = PlanExportFormat::Json;
    qint64 offset = 0;
};

// `losses`: with the first part, the first kMaxPlanRepairs of `lossCount`.
struct PlansExportResult {
    QString hash = {};
    qint64 bytes = 0;
    QByteArray data = {}; // base64
    QList<PlanRepair> losses = {};
    qint32 lossCount = 0;
};

// Immutable, as the version is.
struct PlansExport {
    using Params = PlansExportParams;
    using Result = PlansExportResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"plans.export", "A part of a plan version as a file for another program or, as PDF, for people, and what that format cannot keep", kManagers, kErrors};
};

} // namespace parterre::protocol
