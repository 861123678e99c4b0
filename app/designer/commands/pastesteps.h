// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"
#include "app/designer/model/designjson.h"

namespace parterre::steps {

// Elements of the clipboard, set about a point. Categories are found by their key, sections by their name; what the
// design has not comes along.
[[nodiscard]] DesignStep paste(const Design &design, const CopiedElements &copied, PlanPoint middle, LevelId level);

} // namespace parterre::steps
