// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"
#include "shared/planio/strictobject.h"

// JSON of one element, for designjson only.
namespace parterre::designjson {

[[nodiscard]] QJsonObject toJson(const Element &element);
[[nodiscard]] Element elementFrom(const QJsonValue &value, const planio::JsonPlace &place, QString &fault);

} // namespace parterre::designjson
