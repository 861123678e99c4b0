// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// events.* that is about the pictures which announce them.

#include "shared/domain/poster.h"
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

    friend bool operator==(const EventsSetPosterParams &, const EventsSetPosterParams &) = default;
};

struct EventsPoster {
    using Params = EventsPosterParams;
    using Result = EventsPosterResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"events.poster", "The picture that announces an event", kEveryone, kErrors};
};

// In any state of the event, also when it is over. It stays the same version: its poster is no part of its definition, and who
// changes that is not disturbed. NotFound: no such event, which data.event then names, or no such upload. FileInvalid: no picture
// as posters are, by format or sides. A repetition answers what is there and changes nothing: the upload stays after it was used.
// When it is gone after a lost answer, with its session or for another one, whoever has the file sends it anew, or sees from
// `summary.poster`, which is the SHA-256 of the file, that it got there.
struct EventsSetPoster {
    using Params = EventsSetPosterParams;
    using Result = EventsEditResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::FileInvalid, ErrorCode::FileTooLarge};
    static constexpr MethodInfo kInfo {"events.setPoster", "Gives an event another picture that announces it, or none", kManagers, kErrors};
};

} // namespace parterre::protocol
