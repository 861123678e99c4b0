// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/seriesdesk.h"

namespace parterre {

SeriesDesk::SeriesDesk(SessionModel &session, IdGenerator &ids, std::chrono::milliseconds typingPause, QObject *parent) : QObject(parent), m_session(session), m_ids(ids)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &SeriesDesk::ask);
    connect(&m_dates, &SeriesDatesModel::startChanged, this, &SeriesDesk::askSoon);
    connect(&m_dates, &SeriesDatesModel::chosenChanged, this, &SeriesDesk::changed);
}

void SeriesDesk::start(const EventDefinition &definition, const QString &timeZone, const SeriesModelEvent &model)
{
    const QTimeZone zone(timeZone.toUtf8());
    m_zone = zone.isValid() ? zone : QTimeZone::utc();
    m_definition = definition;
    m_model = model;
    m_series = m_ids.make<SeriesId>();
    m_creating = false;
    m_refusal.reset();
    m_dates.clear(model.start);
    const LocalTime first = localIn(m_zone, definition.start);
    m_pattern = {.first = first, .weekdays = {static_cast<Qt::DayOfWeek>(first.date.dayOfWeek())}, .until = first.date.addMonths(1)};
    askSoon();
}

void SeriesDesk::setPattern(const SeriesPattern &pattern)
{
    if (pattern == m_pattern)
        return;
    m_pattern = pattern;
    askSoon();
}

void SeriesDesk::askSoon()
{
    ++m_question;
    m_asking = true;
    m_typing.start();
    Q_EMIT changed();
}

// What was decided about dates is sent along only when the rule names them: the server refuses what is of no date.
void SeriesDesk::ask()
{
    const QList<SeriesOverride> overrides = m_pattern == m_shown ? m_dates.overrides() : QList<SeriesOverride>();
    m_session.connection().call<protocol::EventsExpand>(
        {.plan = m_definition.plan, .start = instantIn(m_zone, m_pattern.first), .durationMinutes = m_definition.durationMinutes, .dates = rule(), .overrides = overrides}, this,
        [this, question = m_question, withOverrides = !overrides.isEmpty()](const Result<protocol::EventsExpandResult> &answer) {
            if (question == m_question)
                onAnswer(answer, withOverrides);
        });
}

void SeriesDesk::onAnswer(const Result<protocol::EventsExpandResult> &answer, bool withOverrides)
{
    if (!answer) {
        m_refusal = answer.error();
        m_asking = false;
        Q_EMIT changed();
        return;
    }
    m_refusal.reset();
    m_shown = m_pattern;
    m_dates.setDates(answer->dates);
    if (!withOverrides && !m_dates.overrides().isEmpty())
        return ask(); // what the hall is like at those times
    m_asking = false;
    Q_EMIT changed();
}

// Of the first date as it is now; sales end as long before it as they did before.
EventDefinition SeriesDesk::definition() const
{
    EventDefinition definition = m_definition;
    const LocalTime before = localIn(m_zone, m_definition.start);
    definition.start = instantIn(m_zone, m_pattern.first);
    for (std::optional<Instant> *moment : {&definition.rules.salesUntil, &definition.rules.cancelUntil}) {
        if (*moment && m_pattern.first != before)
            *moment = instantIn(m_zone, shifted(m_pattern.first, wallDistance(before, localIn(m_zone, **moment))));
    }
    return definition;
}

void SeriesDesk::create()
{
    if (!mayCreate())
        return;
    m_creating = true;
    Q_EMIT changed();
    SeriesRule dates = rule();
    dates.excluded = m_dates.excluded();
    m_session.connection().callUntilAnswered<protocol::EventsCreateSeries>(
        {.series = m_series, .definition = definition(), .dates = dates, .overrides = m_dates.overrides(), .posterOf = m_model.posterOf}, this,
        [this, series = m_series](const Result<protocol::EventsCreateSeriesResult> &answer) {
            if (series != m_series)
                return;
            m_creating = false;
            Q_EMIT changed();
            if (answer)
                Q_EMIT created(series, static_cast<int>(answer->events.size()));
            else
                Q_EMIT failed(answer.error());
        },
        [](bool) {});
}

} // namespace parterre
