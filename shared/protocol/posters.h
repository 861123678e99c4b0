// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// events.* that is about the pictures which announce them.

#include "shared/domain/poster.h"
#include "shared/domain/seriesedit.h"
#include "shared/protocol/events.h"

namespace parterre::protocol {

struct EventsPosterParams {
    EventId event = {};
};

// Immutable for its hash: cache it.
struct EventsPosterResult {
    QString hash = {};
    PosterFormat format = PosterFormat::Png;
    qint32 width = 0;
    qint32 height = 0;
    QByteArray data = {};                   // the file, base64
};

struct EventsSetPosterParams {
    EventId event = {};
    std::optional<UploadId> upload = {};    // a PNG or JPEG file, sent by uploads.append before; absent: the event has no poster any more
    std::optional<SeriesId> series = {};    // that it is a date of: the others get it, too, or lose it
    std::optional<Instant> from = {};       // dates of the series before it stay as they are

    friend bool operator==(const EventsSetPosterParams &, const EventsSetPosterParams &) = default;
};

struct EventsSetPosterResult {
    Event event = {};
    std::optional<QList<SeriesChange>> dates = {}; // when a series was named
};

struct EventsPoster {
    using Params = EventsPosterParams;
    using Result = EventsPosterResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"events.poster", "The picture that announces an event", kEveryone, kErrors};
};

// As long as the event is not cancelled, also when it is over. It stays the same version: its poster is no part of its definition, and who
// changes that is not disturbed. NotFound: no such event, which data.event then names, no such upload, or no such series.
// EventInvalid: it is cancelled. FileInvalid: no picture as posters are, by format or sides. For a series all of it is done, or none:
// of the other dates, from `from` on, those get it that have none, or had the same as this one; cancelled ones stay. A repetition
// answers what is there and changes nothing: the upload stays after it was used. When it is gone after a lost answer, with its
// session or for another one, whoever has the file sends it anew, or sees from `summary.poster`, which is the SHA-256 of the file,
// that it got there.
struct EventsSetPoster {
    using Params = EventsSetPosterParams;
    using Result = EventsSetPosterResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::EventInvalid, ErrorCode::FileInvalid, ErrorCode::FileTooLarge};
    static constexpr MethodInfo kInfo {"events.setPoster", "Gives an event, or the dates of its series, another picture that announces them, or none", kManagers, kErrors};
};

} // namespace parterre::protocol
