// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/desk/journal.h"
#include "tests/unit/app/drawnhouse.h"
#include "tests/unit/app/randomdesigner.h"

namespace parterre::testing {

inline constexpr char kContext[] = "venue 1, plan 2, version 3";
inline constexpr JournalPace kOneBase {.steps = 1'000'000, .bytes = 1'000'000'000, .interval = std::chrono::hours(1)};

// Somebody who draws with a journal, in this program or in one of his own.
struct JournalDesk {
    explicit JournalDesk(const QString &folder, quint64 seed, JournalPace pace = kOneBase);

    SystemClock clock;
    DesignDocument document;
    Journal journal;
    RandomDesigner designer;
    qint64 steps = 0;
};

// The design after so many steps of that seed.
[[nodiscard]] Design designAfter(qint64 steps, quint64 seed);
[[nodiscard]] QStringList filesIn(const QString &folder, const QString &pattern);

} // namespace parterre::testing
