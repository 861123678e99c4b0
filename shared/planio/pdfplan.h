// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/plan.h"

#include <QByteArray>
#include <QLocale>

namespace parterre::planio {

// What a page says besides the plan's own words, in its reader's language. By itself English.
struct PlanPageWords {
    QLocale locale = QLocale(QLocale::English);               // of numbers
    QString facts = {};                                       // under the name; how many places and sections where there is none
    QString wheelchair = QStringLiteral("wheelchair place");  // what the signs mean
    QString companion = QStringLiteral("companion seat");
};

// The plan on one A4 page, upright or across as the house is, for people and not to be read back: name and facts above,
// below them the categories with their places and the signs. Seats have their numbers, and rows their labels, where they
// can be read; where not, sections their names. The plan has to be valid. Internal: the page could not be drawn.
[[nodiscard]] Result<QByteArray> writePdfPlan(const Plan &plan, const PlanPageWords &words = {});

} // namespace parterre::planio
