// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QString>
#include <QUuid>

namespace parterre::storage {

// Where a page ended, in lists ordered by a time and then an id. Opaque to clients.
struct Cursor {
    Instant at = {};
    QUuid id = {};

    [[nodiscard]] QString toString() const;
    [[nodiscard]] static Result<Cursor> fromString(const QString &text); // InvalidParams
};

} // namespace parterre::storage
