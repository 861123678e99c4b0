// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/showtime.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

inline constexpr int kShowtimesPage = 40;
inline constexpr qsizetype kShowtimeExcerpt = 300; // of a description

struct ShowtimesSourcesResult {
    QList<ShowtimeSource> sources = {};
};

struct ShowtimesSaveSourceParams {
    ShowtimeSourceId source = {};               // a new one for a new source, of the caller's choosing
    qint32 version = 0;
    ShowtimeSourceDefinition definition = {};
};

struct ShowtimesSaveSourceResult {
    ShowtimeSource source = {};
};

struct ShowtimesRemoveSourceParams {
    ShowtimeSourceId source = {};
    qint32 version = 0;
};

struct ShowtimesPreviewParams {
    ShowtimeSourceId source = {};
    std::optional<UploadId> upload = {};
};

struct ShowtimesPreviewResult {
    ShowtimePreviewId preview = {};
    QString timeZone = {};                      // of the house
    ShowtimeCounts counts = {};
    QList<ShowtimeProblem> problems = {};
    qint32 moreProblems = 0;
    std::optional<bool> whole = {};
};

struct ShowtimesEntriesParams {
    ShowtimePreviewId preview = {};
    qint32 offset = 0;
};

struct ShowtimesEntriesResult {
    qint32 total = 0;
    QList<ShowtimeEntry> entries = {};
};

struct ShowtimesApplyParams {
    ShowtimePreviewId preview = {};
    QList<qint32> chosen = {};
    bool publish = false;
};

struct ShowtimesApplyResult {
    QList<ShowtimeOutcome> outcomes = {};
};

struct ShowtimesSources {
    using Params = Nothing;
    using Result = ShowtimesSourcesResult;
    static constexpr MethodInfo kInfo {"showtimes.sources", "Where showtimes come from, and what came of looking there last", kManagers, {}};
};

// StaleVersion: somebody changed it since, or the id is another source's. NotFound: no such source or template. A
// repetition answers what is there.
struct ShowtimesSaveSource {
    using Params = ShowtimesSaveSourceParams;
    using Result = ShowtimesSaveSourceResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion, ErrorCode::UrlNotAllowed};
    static constexpr MethodInfo kInfo {"showtimes.saveSource", "Keeps where showtimes come from", kManagers, kErrors};
};

// Its events stay.
struct ShowtimesRemoveSource {
    using Params = ShowtimesRemoveSourceParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion};
    static constexpr MethodInfo kInfo {"showtimes.removeSource", "Forgets a source, and what came from it", kManagers, kErrors};
};

// Changes no event. A session has one preview at a time, for half an hour. NotFound: no such source, or neither an address
// nor an upload.
struct ShowtimesPreview {
    using Params = ShowtimesPreviewParams;
    using Result = ShowtimesPreviewResult;
    static constexpr std::array kErrors {ErrorCode::NotFound,    ErrorCode::TemplateGone,  ErrorCode::FileInvalid, ErrorCode::FileTooLarge,
                                         ErrorCode::FetchFailed, ErrorCode::UrlNotAllowed};
    static constexpr MethodInfo kInfo {"showtimes.preview", "Reads a source, and compares it with the programme", kManagers, kErrors};
};

struct ShowtimesEntries {
    using Params = ShowtimesEntriesParams;
    using Result = ShowtimesEntriesResult;
    static constexpr std::array kErrors {ErrorCode::PreviewGone};
    static constexpr MethodInfo kInfo {"showtimes.entries", "What a source has that the programme has not, or otherwise", kManagers, kErrors};
};

// All of it or nothing, judged anew by what is stored then: a repetition finds nothing left to do. NotFound: the source is gone. EventInvalid: one of them
// cannot be as it would become.
struct ShowtimesApply {
    using Params = ShowtimesApplyParams;
    using Result = ShowtimesApplyResult;
    static constexpr std::array kErrors {ErrorCode::PreviewGone, ErrorCode::NotFound, ErrorCode::EventInvalid};
    static constexpr MethodInfo kInfo {"showtimes.apply", "Makes, changes and takes away the events that were chosen of a preview", kManagers, kErrors};
};

} // namespace parterre::protocol
