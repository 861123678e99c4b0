// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

namespace parterre {

// Houses to begin with.
enum class TemplateKind { Empty, Proscenium, Arena, InTheRound, Cinema, Cabaret, Classroom, Wedding };

[[nodiscard]] const QList<TemplateKind> &allTemplates();
[[nodiscard]] QString templateName(TemplateKind kind);
// With names in the program's language. The plan of each but the empty one is valid as it is.
[[nodiscard]] Design stockTemplate(TemplateKind kind);

} // namespace parterre
