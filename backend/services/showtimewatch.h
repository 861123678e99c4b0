// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/scheduler.h"
#include "shared/core/clock.h"
#include "shared/domain/showtime.h"

#include <QObject>

namespace parterre::services {

class ShowtimeService;

// Looks at the sources whose time has come, one after the other: at start and every few minutes. Lives on the house thread.
class ShowtimeWatch : public QObject
{
    Q_OBJECT
public:
    // Both outlive it.
    ShowtimeWatch(ShowtimeService &showtimes, const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);

private:
    void onAlarm();
    void runNext(QList<ShowtimeSource> due);

    ShowtimeService &m_showtimes;
    const Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
};

// Whether the source is to be looked at now. Somebody's looking counts as a run.
[[nodiscard]] bool isDue(const ShowtimeSource &source, Instant now);

} // namespace parterre::services
