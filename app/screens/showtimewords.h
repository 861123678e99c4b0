// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/icon.h"
#include "shared/domain/showtime.h"

#include <QLocale>

namespace parterre::ui {

// What people read about programmes of others.
[[nodiscard]] QString stateText(const ShowtimeEntry &entry);
[[nodiscard]] std::pair<Glyph, Tone> stateSign(ShowtimeState state);
// "Name: Jazz → Jazz Night", in the reader's order; what the house keeps after it.
[[nodiscard]] QString changeText(const ShowtimeEntry &entry, const QString &timeZone, const QLocale &locale);
[[nodiscard]] QString faultText(const ShowtimeProblem &problem);
[[nodiscard]] QString countsText(const ShowtimeCounts &counts, const QLocale &locale);
// What came of looking the last time.
[[nodiscard]] QString runText(const ShowtimeSource &source, const QLocale &locale);
[[nodiscard]] QString outcomeText(const QList<ShowtimeOutcome> &outcomes, bool published, const QLocale &locale);

} // namespace parterre::ui
