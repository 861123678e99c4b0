// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/history.h"
#include "tests/history/violation.h"

namespace parterre::history {

// Maps have revisions: who looks later sees no older map, and one revision shows each seat in one state.
void checkMapOrder(const History &history, Violations &violations);

} // namespace parterre::history
