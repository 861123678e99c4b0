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
[[nodiscard]] QJsonObject writeTable(const Table &table, const QJsonArray &seats);
[[nodiscard]] QJsonObject writeArea(const Area &area);

// The words of seats' attributes, of tables' shapes and of rows' label positions; reading one is nothing for a word that
// is none.
[[nodiscard]] QStringList attributeWords(SeatAttributes attributes);
[[nodiscard]] std::optional<SeatAttribute> attributeOf(QStringView word);
[[nodiscard]] QString tableShapeWord(TableShape shape);
[[nodiscard]] std::optional<TableShape> tableShapeOf(QStringView word);
[[nodiscard]] QString labelPositionWord(RowLabelPosition position);
[[nodiscard]] std::optional<RowLabelPosition> labelPositionOf(QStringView word);

// The version a plan is written in: the oldest that can say it, so that a plan is one text.
inline constexpr int kFirstVersion = 1;
inline constexpr int kVersionWithTables = 2; // and areas
inline constexpr int kVersionWithCustomAttributes = 3;
[[nodiscard]] int documentVersion(const Plan &plan);

// Name, size, focus and categories: everything whose amount is small.
[[nodiscard]] QJsonObject writeHead(const Plan &plan);
// The version of the document.
int readHead(StrictObject &document, const JsonPlace &place, QString &fault, Plan &plan);

[[nodiscard]] Shape readShape(const QJsonValue &json, const JsonPlace &place, QString &fault);
[[nodiscard]] Seat readSeat(const QJsonValue &json, int version, const JsonPlace &place, QString &fault);
// Label and label position; the seats are the caller's.
void readRowHead(StrictObject &object, Row &row);
// All but the seats.
void readTableHead(StrictObject &object, Table &table);
[[nodiscard]] Area readArea(const QJsonValue &json, const JsonPlace &place, QString &fault);

} // namespace parterre::planio
