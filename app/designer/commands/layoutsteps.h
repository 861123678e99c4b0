// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

// Steps that set elements by each other's bounds, seats with their radius.
namespace parterre::steps {

enum class Edge { Left, Centre, Right, Top, Middle, Bottom };
// To the bounds of all of them.
[[nodiscard]] DesignStep align(const DesignDocument &document, const QSet<ElementId> &ids, Edge edge);

enum class Axis { Across, Down };
// Their middles at equal distances; the outermost two stay.
[[nodiscard]] DesignStep distribute(const DesignDocument &document, const QSet<ElementId> &ids, Axis axis);
// Equal gaps between them; the outermost two stay.
[[nodiscard]] DesignStep spaceEvenly(const DesignDocument &document, const QSet<ElementId> &ids, Axis axis);

// Of all of them; empty for none.
[[nodiscard]] QRectF boundsOf(const DesignDocument &document, const QSet<ElementId> &ids);

} // namespace parterre::steps
