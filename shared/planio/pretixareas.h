// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/importreport.h"

#include <QJsonObject>

namespace parterre::planio {

// An area of a pretix plan as a shape; nothing, and an entry, when it cannot be drawn. `origin` is its zone's position.
[[nodiscard]] std::optional<Shape> readPretixArea(const QJsonObject &json, const JsonPlace &place, PlanPoint origin, ImportReport &report);

// The middle of the shape whose text calls it a stage, in the languages of the files at hand; the first of the best.
[[nodiscard]] std::optional<PlanPoint> guessFocus(const QList<Shape> &shapes);

} // namespace parterre::planio
