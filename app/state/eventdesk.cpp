// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/eventdesk.h"

#include "shared/core/utctime.h"
#include "shared/protocol/series.h"

#include <QTimeZone>

namespace parterre {

namespace {

constexpr qint32 kUsualDuration = 120;

// When a new event is to begin, until somebody says so: on an evening in four weeks.
Instant usualStart(Instant now, const QString &timeZone)
{
    const QTimeZone zone(timeZone.toUtf8());
    const QDateTime there = zone.isValid() ? toDateTime(now).toTimeZone(zone) : toDateTime(now);
    const QDate day = there.date().addDays(28);
    const QTime evening(19, 30);
    return Instant(std::chrono::milliseconds((zone.isValid() ? QDateTime(day, evening, zone) : QDateTime(day, evening, Qt::UTC)).toMSecsSinceEpoch()));
}

}

EventDesk::EventDesk(SessionModel &session, net::PlanCache &plans, IdGenerator &ids, const Clock &clock, QObject *parent)
    : QObject(parent), m_session(session), m_plans(plans), m_ids(ids), m_programme(session, clock), m_posterSender(session, ids), m_cancels(session)
{
    connect(&m_cancels, &CancelDesk::cancelled, this, &EventDesk::onCancelled);
    connect(&m_cancels, &CancelDesk::failed, this, [this](const Error &error) { finish(Action::Cancel, error); });
    connect(&m_cancels, &CancelDesk::salesKnown, this, [this](const EventSales &sales, const std::optional<SeriesSales> &later) {
        setBusy(false);
        Q_EMIT salesKnown(sales, later);
    });
    connect(&m_posterSender, &FileSender::failed, this, &EventDesk::failPoster);
    connect(&m_prices, &PriceGridModel::edited, this, &EventDesk::edited);
    connect(&session, &SessionModel::userChanged, this, [this] {
        if (!m_session.isManager())
            close();
    });
    connect(&session, &SessionModel::left, this, &EventDesk::close);
}

bool EventDesk::mayChoosePlan() const
{
    return !m_stored || m_stored->summary.free == m_stored->summary.capacity;
}

void EventDesk::startNew(const Venue &venue, const PlanSummary &plan, const QString &ticketType)
{
    close();
    const Instant start = usualStart(m_session.serverClock().now(), venue.timeZone);
    m_event = m_ids.make<EventId>();
    begin({.start = start, .durationMinutes = kUsualDuration, .plan = plan.ref.id, .planVersion = plan.ref.version}, {}, plan.ref, ticketType);
}

void EventDesk::startCopy()
{
    const PlanVersionRef plan = m_stored->plan;
    EventDefinition copy = definition();
    const EventSummary copied = m_stored->summary;
    close();
    m_copied = copied;
    m_event = m_ids.make<EventId>();
    begin(copy, {}, plan);
}

void EventDesk::open(EventId event)
{
    close();
    m_event = event;
    setState(State::Loading);
    m_session.connection().call<protocol::EventsGet>({.event = event}, this, [this, step = m_step](const Result<protocol::EventsGetResult> &answer) {
        if (!isCurrent(step))
            return;
        if (answer)
            return begin(definitionOf(answer->event), answer->event, answer->event.plan);
        close();
        Q_EMIT openFailed(answer.error());
    });
}

void EventDesk::close()
{
    ++m_step;
    m_posterSender.stop();
    m_cancels.stop();
    m_event = {};
    m_stored.reset();
    m_copied.reset();
    m_joins = true;
    m_scope = Scope::ThisDate;
    m_definition = {};
    m_before = {};
    m_prices.setContent({}, {}, {}, {});
    setBusy(false);
    setState(State::Empty);
}

void EventDesk::begin(const EventDefinition &definition, const std::optional<Event> &stored, const PlanVersionRef &plan, const QString &ticketType)
{
    setState(State::Loading);
    fetchPlan(plan, [this, definition, stored, ticketType](const Plan &read) {
        m_stored = stored;
        m_definition = definition;
        m_prices.setContent(read.categories, definition.ticketTypes, definition.currency, definition.prices);
        if (!ticketType.isEmpty())
            m_prices.addTicketType(ticketType);
        m_before = this->definition();
        setState(State::Editing);
    });
}

void EventDesk::fetchPlan(const PlanVersionRef &plan, const std::function<void(const Plan &)> &then)
{
    m_plans.fetch(plan, this, [this, step = m_step, then](const Result<Plan> &read) {
        if (!isCurrent(step))
            return;
        if (read)
            return then(*read);
        if (m_state == State::Loading)
            close();
        Q_EMIT openFailed(read.error());
    });
}

EventDefinition EventDesk::definition() const
{
    EventDefinition definition = m_definition;
    definition.ticketTypes = m_prices.ticketTypes();
    definition.currency = m_prices.currency();
    definition.prices = m_prices.prices();
    return definition;
}

bool EventDesk::isChanged() const
{
    return m_state == State::Editing && !sameDefinition(definition(), m_before);
}

void EventDesk::edit(const EventDefinition &definition)
{
    if (m_state != State::Editing)
        return;
    const EventDefinition before = std::exchange(m_definition, definition);
    m_definition.plan = before.plan;
    m_definition.planVersion = before.planVersion;
    m_prices.setCurrency(definition.currency);
    Q_EMIT edited();
}

void EventDesk::choosePlan(const PlanVersionRef &plan)
{
    if (m_state != State::Editing || (plan.id == m_definition.plan && plan.version == m_definition.planVersion))
        return;
    fetchPlan(plan, [this, plan](const Plan &read) {
        m_definition.plan = plan.id;
        m_definition.planVersion = plan.version;
        m_prices.setCategories(read.categories);
        Q_EMIT edited();
    });
}

QList<EventProblem> EventDesk::problems(Action action) const
{
    const EventDefinition wanted = definition();
    QList<EventProblem> problems = validateEvent(wanted, m_prices.categoryKeys());
    const bool isPublic = action == Action::Publish || eventState() != EventState::Draft;
    if (!isPublic)
        return problems;
    problems += problemsOfPublishing(wanted);
    if (eventState() == EventState::Draft || wanted.start != m_stored->summary.start)
        problems += problemsOfStart(wanted, m_session.serverClock().now());
    return problems;
}

bool EventDesk::mayChooseScope() const
{
    return m_stored && m_stored->summary.series && m_definition.plan == m_stored->plan.id && m_definition.planVersion == m_stored->plan.version;
}

void EventDesk::setScope(Scope scope)
{
    m_scope = scope;
    Q_EMIT scopeChanged();
}

std::optional<Instant> EventDesk::firstOfScope() const
{
    return scope() == Scope::LaterDates ? std::optional(m_stored->summary.start) : std::nullopt;
}

void EventDesk::save()
{
    saveAnd({}, Action::Save);
}

void EventDesk::saveAnd(std::optional<EventState> state, Action action)
{
    if (m_state != State::Editing || m_busy)
        return;
    setBusy(true);
    m_seriesChanges.clear();
    const auto then = [this, state, action] {
        if (state && scope() != Scope::ThisDate)
            setSeriesState(*state, action);
        else if (state)
            setEventState(*state, action);
        else
            finish(action, {});
    };
    if (m_stored && !isChanged())
        then();
    else if (scope() != Scope::ThisDate)
        storeSeries(action, then);
    else
        store(action, then);
}

void EventDesk::store(Action action, const std::function<void()> &then)
{
    const auto stored = [this, step = m_step, action, then](const Result<protocol::EventsEditResult> &answer) {
        if (isCurrent(step))
            onStored(action, answer, then);
    };
    m_sent = definition();
    net::Connection &connection = m_session.connection();
    if (m_stored)
        connection.call<protocol::EventsUpdate>({.event = m_event, .version = m_stored->version, .definition = m_sent}, this, stored);
    else
        connection.call<protocol::EventsCreate>({.event = m_event,
                                                 .definition = m_sent,
                                                 .posterOf = m_copied && m_copied->poster ? std::optional(m_copied->id) : std::nullopt,
                                                 .series = joinsSeries() ? m_copied->series : std::nullopt}, this, stored);
}

void EventDesk::onStored(Action action, const Result<protocol::EventsEditResult> &answer, const std::function<void()> &then)
{
    if (answer) {
        m_stored = answer->event;
        m_copied.reset();
        m_before = m_sent;
        m_prices.keepKeys();
        then();
    } else if (answer.error().code == ErrorCode::AlreadyExists && !m_stored) {
        storeOver(action, then);
    } else {
        finish(action, answer.error());
    }
}

void EventDesk::storeSeries(Action action, const std::function<void()> &then)
{
    m_sent = definition();
    m_session.connection().call<protocol::EventsUpdateSeries>({.series = *m_stored->summary.series, .before = m_before, .after = m_sent, .from = firstOfScope()}, this,
                                                              [this, step = m_step, action, then](const Result<protocol::EventsUpdateSeriesResult> &answer) {
                                                                  if (!isCurrent(step))
                                                                      return;
                                                                  if (!answer)
                                                                      return finish(action, answer.error());
                                                                  m_seriesChanges = answer->events;
                                                                  readAgain(action, then);
                                                              });
}

void EventDesk::setSeriesState(EventState state, Action action)
{
    m_session.connection().call<protocol::EventsSetSeriesState>({.series = *m_stored->summary.series, .state = state, .from = firstOfScope()}, this,
                                                                [this, step = m_step, action](const Result<protocol::EventsSetSeriesStateResult> &answer) {
                                                                    if (!isCurrent(step))
                                                                        return;
                                                                    if (!answer)
                                                                        return finish(action, answer.error());
                                                                    noteState(answer->events);
                                                                    readAgain(action, [this, action] { finish(action, {}); });
                                                                });
}

// Beside what was kept when they were saved just before.
void EventDesk::noteState(const QList<SeriesEvent> &dates)
{
    for (SeriesChange &date : m_seriesChanges)
        date.changed = false;
    for (const SeriesEvent &date : dates) {
        const auto saved = std::find_if(m_seriesChanges.begin(), m_seriesChanges.end(), [&date](const SeriesChange &change) { return change.event == date.event; });
        if (saved != m_seriesChanges.end())
            saved->changed = true;
        else
            m_seriesChanges.append({.event = date.event, .start = date.start, .changed = true});
    }
}

// Somebody else's changes of the same date come along, and are in the form then.
void EventDesk::readAgain(Action action, const std::function<void()> &then)
{
    m_session.connection().call<protocol::EventsGet>({.event = m_event}, this, [this, step = m_step, action, then](const Result<protocol::EventsGetResult> &answer) {
        if (!isCurrent(step))
            return;
        if (!answer)
            return finish(action, answer.error());
        m_stored = answer->event;
        m_definition = definitionOf(answer->event);
        m_prices.setContent(m_prices.categories(), m_definition.ticketTypes, m_definition.currency, m_definition.prices);
        m_before = definition();
        then();
    });
}

void EventDesk::storeOver(Action action, const std::function<void()> &then)
{
    m_session.connection().call<protocol::EventsGet>({.event = m_event}, this, [this, step = m_step, action, then](const Result<protocol::EventsGetResult> &answer) {
        if (!isCurrent(step))
            return;
        if (!answer)
            return finish(action, answer.error());
        m_stored = answer->event;
        store(action, then);
    });
}

void EventDesk::setEventState(EventState state, Action action)
{
    m_session.connection().call<protocol::EventsSetState>({.event = m_event, .version = m_stored->version, .state = state}, this,
                                                          [this, step = m_step, action](const Result<protocol::EventsEditResult> &answer) {
                                                              if (!isCurrent(step))
                                                                  return;
                                                              if (answer)
                                                                  m_stored = answer->event;
                                                              finish(action, answer ? std::nullopt : std::optional(answer.error()));
                                                          });
}

bool EventDesk::startsCancelling()
{
    if (m_state != State::Editing || m_busy || !m_stored)
        return false;
    setBusy(true);
    return true;
}

void EventDesk::askSales()
{
    if (startsCancelling())
        m_cancels.askSales(m_stored->summary);
}

void EventDesk::cancel(const QString &reason)
{
    if (startsCancelling())
        m_cancels.cancel(*m_stored, reason);
}

void EventDesk::cancelWithLater(const QString &reason)
{
    if (m_stored && m_stored->summary.series && startsCancelling())
        m_cancels.cancelWithLater(*m_stored, reason);
}

void EventDesk::onCancelled(const Event &event, const QList<SeriesEvent> &dates)
{
    m_stored = event;
    m_seriesChanges.clear();
    noteState(dates);
    finish(Action::Cancel, {});
    begin(definitionOf(event), event, event.plan);
}

void EventDesk::remove()
{
    if (m_state != State::Editing || m_busy)
        return;
    if (!m_stored) {
        close();
        Q_EMIT done(Action::Delete);
        return;
    }
    setBusy(true);
    m_session.connection().call<protocol::EventsDelete>({.event = m_event, .version = m_stored->version}, this, [this, step = m_step](const Result<protocol::Nothing> &answer) {
        if (!isCurrent(step))
            return;
        // Not there: somebody was quicker, or the answer to an earlier request was lost.
        const bool isGone = answer || answer.error().code == ErrorCode::NotFound;
        if (!isGone)
            return finish(Action::Delete, answer.error());
        m_programme.refresh();
        close();
        Q_EMIT done(Action::Delete);
    });
}

std::optional<EventSummary> EventDesk::posterOwner() const
{
    std::optional<EventSummary> owner = m_copied;
    if (m_stored)
        owner = m_stored->summary;
    return owner && owner->poster ? owner : std::nullopt;
}

protocol::EventsSetPosterParams EventDesk::posterParams() const
{
    protocol::EventsSetPosterParams params {.event = m_event};
    if (scope() != Scope::ThisDate) {
        params.series = m_stored->summary.series;
        params.from = firstOfScope();
    }
    return params;
}

void EventDesk::setPoster(const QByteArray &file)
{
    if (m_state != State::Editing || m_busy || !m_stored)
        return;
    setBusy(true);
    m_posterSender.sendUntilAnswered<protocol::EventsSetPoster>(file, posterParams(), [this](const protocol::EventsSetPosterResult &answer) { takePoster(answer); });
}

void EventDesk::removePoster()
{
    if (m_state != State::Editing || m_busy || !m_stored)
        return;
    setBusy(true);
    m_session.connection().callUntilAnswered<protocol::EventsSetPoster>(
        posterParams(), this,
        [this, step = m_step](const Result<protocol::EventsSetPosterResult> &answer) {
            if (!isCurrent(step))
                return;
            if (answer)
                takePoster(*answer);
            else
                failPoster(answer.error());
        },
        [](bool) {});
}

// Nothing else of it: what somebody else changed meanwhile is still to be found out when this is saved.
void EventDesk::takePoster(const protocol::EventsSetPosterResult &answer)
{
    m_stored->summary.poster = answer.event.summary.poster;
    m_seriesChanges = answer.dates.value_or(QList<SeriesChange>());
    setBusy(false);
    m_programme.refresh();
    Q_EMIT posterChanged();
}

void EventDesk::failPoster(const Error &error)
{
    setBusy(false);
    Q_EMIT posterFailed(error);
}

void EventDesk::finish(Action action, const std::optional<Error> &error)
{
    setBusy(false);
    m_programme.refresh();
    Q_EMIT stateChanged();
    if (error)
        Q_EMIT failed(action, *error);
    else
        Q_EMIT done(action);
}

void EventDesk::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void EventDesk::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace parterre
