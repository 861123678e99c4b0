// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/plancache.h"
#include "app/state/canceldesk.h"
#include "app/state/filesender.h"
#include "app/state/pricegridmodel.h"
#include "app/state/programmemodel.h"
#include "app/state/venuelistmodel.h"
#include "shared/domain/eventrules.h"
#include "shared/domain/seriesedit.h"
#include "shared/protocol/posters.h"

namespace parterre {

// The event that is worked on: a new one, or one of the programme, as it is stored and as it is to be. One request at a
// time is under way. What is not saved stays when a save fails, and is told by isChanged().
class EventDesk final : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Loading, Editing };
    enum class Action { Save, Publish, Pause, Cancel, Delete };
    // Which dates of its series are saved, published and paused like it, and get its poster.
    enum class Scope { ThisDate, LaterDates, AllDates };

    // All of them outlive it.
    EventDesk(SessionModel &session, net::PlanCache &plans, IdGenerator &ids, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] ProgrammeModel &programme() { return m_programme; }
    [[nodiscard]] PriceGridModel &prices() { return m_prices; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    // As it is stored; nothing while it is new.
    [[nodiscard]] const std::optional<Event> &stored() const { return m_stored; }
    [[nodiscard]] EventId event() const { return m_event; }
    [[nodiscard]] EventState eventState() const { return m_stored ? m_stored->summary.state : EventState::Draft; }
    [[nodiscard]] bool mayChoosePlan() const; // nothing of it is held or sold, as far as is known here

    // A new event of the house, in its plan, to be priced for tickets of that name.
    void startNew(const Venue &venue, const PlanSummary &plan, const QString &ticketType);
    void open(EventId event);
    // A new event like the one that is open, with its poster; if that is of a series, one more date of it.
    void startCopy();
    // Whether a copy is one more date of the series of what it is a copy of; it may be left out.
    [[nodiscard]] bool mayJoinSeries() const { return m_copied && m_copied->series; }
    [[nodiscard]] bool joinsSeries() const { return mayJoinSeries() && m_joins; }
    void setJoinsSeries(bool joins) { m_joins = joins; }
    void close();

    // As it is to be.
    [[nodiscard]] EventDefinition definition() const;
    [[nodiscard]] bool isChanged() const;
    // All but ticket types and prices, which prices() has.
    void edit(const EventDefinition &definition);
    void choosePlan(const PlanVersionRef &plan);
    // What keeps it from being saved, or from being published.
    [[nodiscard]] QList<EventProblem> problems(Action action) const;

    // One date alone is where it is: with another plan, as with none, there is no other scope.
    [[nodiscard]] bool mayChooseScope() const;
    [[nodiscard]] Scope scope() const { return mayChooseScope() ? m_scope : Scope::ThisDate; }
    void setScope(Scope scope);
    // What the last of these did to the dates of the series; nothing if it was for one alone.
    [[nodiscard]] const QList<SeriesChange> &seriesChanges() const { return m_seriesChanges; }

    void save();
    // Saves first what is not saved. Ends in done() or failed(), as the others do.
    void publish() { saveAnd(EventState::Published, Action::Publish); }
    void pause() { saveAnd(EventState::Paused, Action::Pause); }
    // For a reason, with all its tickets, however often the link breaks meanwhile. What is not saved is lost.
    void cancel(const QString &reason);
    // The same with all dates of its series that begin when it does or later; seriesChanges() has them then.
    void cancelWithLater(const QString &reason);
    void remove();
    // What cancelling it would touch. Ends in salesKnown() or failed().
    void askSales();
    // The event that has the poster: the one that is open, or the one that it is a copy of. Nothing: there is none.
    [[nodiscard]] std::optional<EventSummary> posterOwner() const;
    // Of what is stored, for the dates of the scope, at once, and apart from what is not saved. The file is one as posters are. End
    // in posterChanged() or posterFailed().
    void setPoster(const QByteArray &file);
    void removePoster();

Q_SIGNALS:
    void stateChanged();
    // The definition, by whoever edits it.
    void edited();
    void busyChanged();
    void scopeChanged();
    void openFailed(const parterre::Error &error);
    // `later`: of the event with the later dates of its series, if there are any.
    void salesKnown(const parterre::EventSales &sales, const std::optional<parterre::SeriesSales> &later);
    void done(parterre::EventDesk::Action action);
    void failed(parterre::EventDesk::Action action, const parterre::Error &error);
    void posterChanged();
    void posterFailed(const parterre::Error &error);

private:
    void begin(const EventDefinition &definition, const std::optional<Event> &stored, const PlanVersionRef &plan, const QString &ticketType = {});
    void fetchPlan(const PlanVersionRef &plan, const std::function<void(const Plan &)> &then);
    void saveAnd(std::optional<EventState> state, Action action);
    void store(Action action, const std::function<void()> &then);
    void storeSeries(Action action, const std::function<void()> &then);
    void setSeriesState(EventState state, Action action);
    void noteState(const QList<SeriesEvent> &dates);
    // What is stored of the event now, after it was changed among others.
    void readAgain(Action action, const std::function<void()> &then);
    [[nodiscard]] std::optional<Instant> firstOfScope() const;
    void onStored(Action action, const Result<protocol::EventsEditResult> &answer, const std::function<void()> &then);
    // The event was made by an earlier request whose answer was lost, and changed since: what is there has to be changed.
    void storeOver(Action action, const std::function<void()> &then);
    // Whether it may, and is busy then.
    [[nodiscard]] bool startsCancelling();
    void onCancelled(const Event &event, const QList<SeriesEvent> &dates);
    void setEventState(EventState state, Action action);
    void finish(Action action, const std::optional<Error> &error);
    [[nodiscard]] protocol::EventsSetPosterParams posterParams() const;
    void takePoster(const protocol::EventsSetPosterResult &answer);
    void failPoster(const Error &error);
    void setState(State state);
    void setBusy(bool busy);
    [[nodiscard]] bool isCurrent(quint64 step) const { return step == m_step; }

    SessionModel &m_session;
    net::PlanCache &m_plans;
    IdGenerator &m_ids;
    ProgrammeModel m_programme;
    PriceGridModel m_prices;
    FileSender m_posterSender;
    CancelDesk m_cancels;
    std::optional<EventSummary> m_copied; // what has the poster of the copy, and the series, until that is stored
    bool m_joins = true;
    State m_state = State::Empty;
    bool m_busy = false;
    quint64 m_step = 0;           // counts what was opened, so that late answers are known
    EventId m_event;
    std::optional<Event> m_stored;
    Scope m_scope = Scope::ThisDate;
    QList<SeriesChange> m_seriesChanges;
    EventDefinition m_before;     // what isChanged() compares with
    EventDefinition m_sent;       // by the request under way
    EventDefinition m_definition; // without ticket types and prices
};

} // namespace parterre
