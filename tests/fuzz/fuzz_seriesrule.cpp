// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the text is: an error, or dates in order, each once, neither too many nor too far.
#include "backend/calendar/seriesdates.h"

#include <QTimeZone>

#include <algorithm>
#include <cstdlib>
#include <functional>

using namespace parterre;

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTimeZone zone("Europe/Berlin");
    static const LocalTime first {.date = QDate(2027, 3, 26), .time = QTime(20, 0)};
    const QString rule = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)).left(SeriesLimits::kRuleLength);
    const Result<QList<LocalTime>> dates = calendar::datesOf({.rule = rule}, first, zone);
    if (!dates)
        return 0;
    require(!dates->isEmpty() && dates->size() <= SeriesLimits::kDates);
    require(std::adjacent_find(dates->begin(), dates->end(), std::greater_equal<>()) == dates->end());
    require(dates->constFirst() >= first && dates->constLast().date <= first.date.addYears(SeriesLimits::kYears));
    return 0;
}
