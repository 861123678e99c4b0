// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/paperjob.h"

#include <QByteArray>

namespace parterre::ui {

// Paper of a receipt printer: 80 mm, of which it prints on 72, or 58 mm and 48.
enum class RollWidth { Wide, Narrow };

[[nodiscard]] int dotsOf(RollWidth width);

// The job as a receipt printer takes it (ESC/POS): drawn like the roll of a PDF, as long as there is ink, and cut after each
// ticket unless they go together. The receipt comes last. Any thread.
[[nodiscard]] QByteArray rollPrint(const PaperJob &job, RollWidth width);
// Opens the drawer and prints nothing.
[[nodiscard]] QByteArray drawerKick();

} // namespace parterre::ui
