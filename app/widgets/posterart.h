// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"

#include <QRectF>

class QPainter;

namespace parterre::ui {

// A poster for an event that brought none: the colours and the pattern of its kind, varied by its name, and the name,
// or its initials where there is no room. The same event always looks the same.
void paintPosterArt(QPainter &painter, const QRectF &rect, EventCategory category, const QString &name, const QFont &font);

// "The Tempest" is "TT", "Metropolis" is "M".
[[nodiscard]] QString initialsOf(const QString &name);

} // namespace parterre::ui
