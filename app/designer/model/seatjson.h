// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"
#include "app/designer/model/jsonfields.h"

// JSON of what seats have in common: labels, numbers, style.
namespace parterre::designjson {

// Empty: all is as usual.
[[nodiscard]] QJsonObject toJson(const LabelScheme &scheme);
[[nodiscard]] QJsonObject toJson(const SeatNumbering &numbering);
[[nodiscard]] LabelScheme labelSchemeFrom(planio::StrictObject &parent, QLatin1StringView key, const planio::JsonPlace &place, QString &fault);
[[nodiscard]] SeatNumbering numberingFrom(planio::StrictObject &parent, const planio::JsonPlace &place, QString &fault);

// Among the keys of the body that has it.
void write(Writer &json, const SeatStyle &style);
[[nodiscard]] SeatStyle styleFrom(planio::StrictObject &object, const planio::JsonPlace &place, QString &fault);

} // namespace parterre::designjson
