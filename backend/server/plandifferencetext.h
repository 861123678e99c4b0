// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <QStringList>

namespace parterre::server {

// What differs between two plans, line by line, for a console; no line when nothing that is sold does.
[[nodiscard]] QStringList differenceLines(const Plan &before, const Plan &after);

} // namespace parterre::server
