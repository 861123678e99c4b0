// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/importreport.h"

namespace parterre::planio {

// Values that formats without a structure of their own keep in one text: cells of a seat list, attributes of a drawing.

// "wheelchair aisle": the plan document's words, between spaces, commas, semicolons or line breaks, and "accessible" for a
// wheelchair's place. Unknown words are reported.
[[nodiscard]] SeatAttributes seatAttributes(const QString &text, const QString &where, ImportReport &report);

// "0,0 100,0 100,50": numbers in pairs. What is no number ends the list and is reported.
[[nodiscard]] QList<PlanPoint> pointsOf(const QString &text, const QString &where, ImportReport &report);
[[nodiscard]] QString pointsText(const QList<PlanPoint> &points);

// Ids of a seat, between line breaks: "a\nb". An id holds none.
[[nodiscard]] QStringList listedIds(const QString &text);

// The shortest text that reads as this number again.
[[nodiscard]] QString numberText(double number);

// "rgb(1, 2, 3)", "#abc", "red" and the like as "#rrggbb"; empty for "none" and for what is no colour.
[[nodiscard]] QString colorOf(const QString &text);

// Whether a text says that here is what people look at: "S T A G E", "Bühne".
[[nodiscard]] bool isStageWord(const QString &text);

} // namespace parterre::planio
