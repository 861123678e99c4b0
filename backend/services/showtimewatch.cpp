// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/showtimewatch.h"

#include "backend/services/showtimeservice.h"

#include <QLoggingCategory>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcShowtimes, "parterre.showtimes")

constexpr std::chrono::minutes kPeriod {5};

} // namespace

bool isDue(const ShowtimeSource &source, Instant now)
{
    if (!source.definition.url || source.definition.schedule == ShowtimeSchedule::Never)
        return false;
    const std::chrono::hours period(source.definition.schedule == ShowtimeSchedule::Hourly ? 1 : 24);
    return !source.lastRun || source.lastRun->at + period <= now;
}

ShowtimeWatch::ShowtimeWatch(ShowtimeService &showtimes, const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_showtimes(showtimes), m_clock(clock), m_alarm(scheduler.makeAlarm([this] { onAlarm(); }))
{
    m_alarm->start(std::chrono::milliseconds(0));
}

void ShowtimeWatch::onAlarm()
{
    m_showtimes.sources([this](const Result<QList<ShowtimeSource>> &sources) {
        QList<ShowtimeSource> due;
        for (const ShowtimeSource &source : sources ? *sources : QList<ShowtimeSource>()) {
            if (isDue(source, m_clock.utcNow()))
                due.append(source);
        }
        runNext(due);
    });
}

void ShowtimeWatch::runNext(QList<ShowtimeSource> due)
{
    if (due.isEmpty()) {
        m_alarm->start(kPeriod);
        return;
    }
    const ShowtimeSource source = due.takeFirst();
    m_showtimes.run(source, [this, due, id = source.id](const Result<ShowtimeRun> &run) {
        if (run && run->error)
            qCWarning(lcShowtimes) << "the source" << id.toString() << "could not be read:" << *run->error;
        runNext(due);
    });
}

} // namespace parterre::services
