// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"
#include "tests/bench/report.h"

namespace parterre::bench {

// The designer's screen as the program has it, at a screen of 1920 x 1080: frames of 2,000 seats dragged with the mouse and
// of everything moved back, and the memory of the whole. Keys begin with `key`.
void measureDesignerFrames(Report &report, const QString &key, const Design &design, int rounds);

} // namespace parterre::bench
