// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"
#include "shared/planio/strictobject.h"

namespace parterre::planio {

// The parts of a plan as JSON objects, the same in a whole document and in its pages. docs/plan-format.md describes
// every key. Reading keeps the first fault only; values are checked by validatePlan() afterwards.
[[nodiscard]] QJsonObject writePoint(PlanPoint point);
[[nodiscard]] QJsonObject writeCategory(const Category &category);
[[nodiscard]] QJsonObject writeShape(const Shape &shape);
[[nodiscard]] QJsonObject writeSeat(const Seat &seat);
[[nodiscard]] QJsonObject writeRow(const Row &row, const QJsonArray &seats);

// Name, size, focus and categories: everything whose amount is small.
[[nodiscard]] QJsonObject writeHead(const Plan &plan);
void readHead(StrictObject &document, const JsonPlace &place, QString &fault, Plan &plan);

[[nodiscard]] Shape readShape(const QJsonValue &json, const JsonPlace &place, QString &fault);
[[nodiscard]] Seat readSeat(const QJsonValue &json, const JsonPlace &place, QString &fault);
// Label and label position; the seats are the caller's.
void readRowHead(StrictObject &object, Row &row);

} // namespace parterre::planio
