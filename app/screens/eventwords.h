// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/eventdesk.h"

#include <QLocale>

namespace parterre::ui {

// What is wrong with an event and what to do about it, for whoever fills in the form.
[[nodiscard]] QString problemText(const EventProblem &problem);

// What saving, publishing or pausing dates of a series did, and what single dates have of their own.
[[nodiscard]] QString seriesText(EventDesk::Action action, const QList<SeriesChange> &dates, const QString &timeZone, const QLocale &locale);

// What setting the poster of dates of a series did, or taking it away.
[[nodiscard]] QString postersText(bool isSet, const QList<SeriesChange> &dates, const QString &timeZone, const QLocale &locale);

} // namespace parterre::ui
