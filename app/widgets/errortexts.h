// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/domain/hold.h"

#include <QString>

namespace parterre::ui {

// The one place where a failure becomes a sentence in the reader's language: what happened and what to do now.
// `places` are the labels of Error::places as people know them, where the caller has them ("Stalls F 12"); behind a single
// companion's seat may stand its wheelchair place.
[[nodiscard]] QString errorText(const Error &error, const QStringList &places = {});

// Seats that are no longer held although nobody gave them back.
[[nodiscard]] QString holdEndText(HoldEndReason reason, const QStringList &places);

} // namespace parterre::ui
