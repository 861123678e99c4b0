// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

namespace parterre::steps {

// How rows, seats and tables are named, all at once. What is not there stays as it is.
struct NumberingRules {
    std::optional<LabelScheme> rows = {};      // section by section, the row nearest to the focal point first
    std::optional<SeatNumbering> seats = {};
    bool acrossBlocks = true;                  // pieces of one row that stand beside each other are numbered as one
    std::optional<LabelScheme> tables = {};    // in reading order
};

// Names that some seats or rows have of their own give way. With a merge key, so that a preview of it is one step.
[[nodiscard]] DesignStep number(const Design &design, const QSet<ElementId> &ids, const NumberingRules &rules);

// Everything that can be numbered: in a section, or in the whole house.
[[nodiscard]] QSet<ElementId> numberable(const Design &design, std::optional<SectionId> section = {});

} // namespace parterre::steps
