// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"
#include "shared/domain/event.h"

#include <QString>

namespace parterre::storage {

// Where a page of events ended that are ordered by more than their start, or chosen by their free seats. Opaque to clients.
struct EventCursor {
    EventSort order = EventSort::Start;
    qint64 seen = 0;              // EventQuery::seen of the search
    QString keyText = {};
    qint64 keyNumber = 0;
    Instant start = {};
    EventId id = {};

    [[nodiscard]] QString toString() const;
    [[nodiscard]] static Result<EventCursor> fromString(const QString &text); // InvalidParams

    friend bool operator==(const EventCursor &, const EventCursor &) = default;
};

} // namespace parterre::storage
