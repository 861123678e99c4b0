// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/eventmodel.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parterre {

namespace {

// So many changes can wait for a plan; then a fresh snapshot is cheaper.
constexpr qsizetype kMostEarlyChanges = 1'000;

} // namespace

EventModel::EventModel(SessionModel &session, CartModel &cart, net::PlanCache &plans, QObject *parent)
    : QObject(parent), m_session(session), m_cart(cart), m_plans(plans)
{
    net::Connection &connection = session.connection();
    connection.on<protocol::SeatmapChanged>(this, [this](const protocol::SeatmapChangedParams &changed) { onChanged(changed); });
    connection.on<protocol::SeatmapSnapshot>(this, [this](const protocol::SeatmapSnapshotParams &snapshot) { onSnapshot(snapshot); });
    connection.on<protocol::EventsChanged>(this, [this](const protocol::EventsChangedParams &changed) {
        if (changed.event == m_event)
            reload();
    });
    connect(&session, &SessionModel::statusChanged, this, &EventModel::onStatusChanged);
    connect(&session, &SessionModel::entered, this, &EventModel::reload);
    connect(&session, &SessionModel::left, this, &EventModel::close);
    connect(&session, &SessionModel::userChanged, this, &EventModel::limitChanged);
    connect(this, &EventModel::detailsChanged, this, &EventModel::limitChanged);
    connect(&cart, &CartModel::exchangeChanged, this, &EventModel::limitChanged);
    connect(&cart, &CartModel::holdsChanged, this, [this](EventId event) {
        if (event != m_event)
            return;
        showHolds();
        Q_EMIT limitChanged();
    });
    connect(&cart, &CartModel::pendingChanged, this, [this](EventId event) {
        if (event == m_event)
            showPending();
    });
    connect(&cart, &CartModel::holdFailed, this, [this](EventId event, const QList<qint32> &, const Error &error) {
        if (event == m_event)
            Q_EMIT holdFailed(error, labelsOf(error));
    });
    connect(&cart, &CartModel::releaseFailed, this, [this](EventId event, const QList<qint32> &, const Error &error) {
        if (event == m_event)
            Q_EMIT releaseFailed(error, labelsOf(error));
    });
}

EventModel::~EventModel()
{
    blockSignals(true);
    close();
}

void EventModel::open(EventId event)
{
    close();
    m_event = event;
    m_session.mapWatches().begin(event);
    reload();
}

void EventModel::close()
{
    if (m_event.isNull())
        return;
    if (m_session.mapWatches().end(m_event) && m_session.isInVisit())
        m_session.connection().call<protocol::SeatmapUnsubscribe>({.event = m_event}, this, [](const Result<protocol::Nothing> &) {});
    ++m_generation;
    ++m_subscription;
    m_event = {};
    m_subscribing = false;
    m_snapshot.reset();
    m_early.clear();
    m_shownPlan.clear();
    m_runs.reset();
    m_seatMap.setPlan({});
    setLive(false);
    m_details.reset();
    Q_EMIT detailsChanged();
    setState(State::Closed);
}

void EventModel::reload()
{
    if (m_event.isNull())
        return;
    if (m_state != State::Ready)
        setState(State::Loading);
    m_subscribing = false;
    loadDetails();
    subscribe();
}

void EventModel::loadDetails()
{
    const quint64 generation = ++m_generation;
    m_session.connection().call<protocol::EventsGet>({.event = m_event}, this, [this, generation](const Result<protocol::EventsGetResult> &answer) {
        if (generation != m_generation)
            return;
        if (!answer)
            return fail(answer.error());
        if (m_details != answer->event) {
            m_details = answer->event;
            m_seatMap.setPrices(m_details->prices);
            Q_EMIT detailsChanged();
        }
        readyIfComplete();
    });
}

void EventModel::subscribe()
{
    if (m_subscribing)
        return;
    m_subscribing = true;
    setLive(false);
    m_snapshot.reset();
    m_early.clear();
    const quint64 subscription = ++m_subscription;
    m_session.connection().call<protocol::SeatmapSubscribe>({.event = m_event}, this, [this, subscription](const Result<protocol::SeatmapSubscribeResult> &answer) {
        if (subscription != m_subscription)
            return;
        m_subscribing = false;
        onSubscribed(answer);
    });
}

void EventModel::onSubscribed(const Result<protocol::SeatmapSubscribeResult> &answer)
{
    if (!answer)
        return fail(answer.error());
    m_snapshot = *answer;
    if (answer->plan.hash == m_shownPlan)
        return showSnapshot();
    const quint64 subscription = m_subscription;
    m_plans.fetch(answer->plan, this, [this, subscription](const Result<Plan> &plan) {
        if (subscription == m_subscription)
            onPlan(plan);
    });
}

void EventModel::onPlan(const Result<Plan> &plan)
{
    if (!plan)
        return fail(plan.error());
    m_seatMap.setPlan(*plan);
    m_shownPlan = m_snapshot->plan.hash;
    m_runs.reset();
    if (m_details)
        m_seatMap.setPrices(m_details->prices);
    showSnapshot();
}

void EventModel::showSnapshot()
{
    const protocol::SeatmapSubscribeResult snapshot = *m_snapshot;
    m_snapshot.reset();
    const auto early = std::exchange(m_early, {});
    const auto states = unpackSeatStates(snapshot.states, m_seatMap.placeCount());
    if (!states || !m_seatMap.applySnapshot(snapshot.revision, *states))
        return fail({.code = ErrorCode::BadAnswer, .detail = u"the snapshot does not fit the plan"_s});
    showHolds();
    showPending();
    for (const Hold &hold : snapshot.mine) {
        if (m_cart.rowOf(m_event, hold.place) < 0) {
            m_cart.refresh();
            break;
        }
    }
    setLive(true);
    for (const protocol::SeatmapChangedParams &changed : early) {
        if (!apply(changed))
            return subscribe();
    }
    readyIfComplete();
}

void EventModel::onChanged(const protocol::SeatmapChangedParams &changed)
{
    if (changed.event != m_event)
        return;
    if (m_live) {
        if (!apply(changed))
            subscribe();
    } else if (m_early.size() < kMostEarlyChanges) {
        m_early.append(changed);
    }
}

bool EventModel::apply(const protocol::SeatmapChangedParams &changed)
{
    return m_seatMap.applyChanges(changed.from, changed.to, changed.changes);
}

void EventModel::onSnapshot(const protocol::SeatmapSnapshotParams &snapshot)
{
    if (snapshot.event != m_event || !m_live || snapshot.revision < m_seatMap.revision().value_or(0))
        return;
    const auto states = unpackSeatStates(snapshot.states, m_seatMap.placeCount());
    if (!states || !m_seatMap.applySnapshot(snapshot.revision, *states))
        subscribe();
}

void EventModel::onStatusChanged()
{
    if (!m_session.isConnected())
        setLive(false);
}

void EventModel::readyIfComplete()
{
    if (m_details && m_live)
        setState(State::Ready);
}

// What is shown stays; a broken link is no failure, entering the visit again loads everything.
void EventModel::fail(const Error &error)
{
    if (error.code == ErrorCode::Disconnected)
        return;
    ++m_generation;
    ++m_subscription;
    m_subscribing = false;
    setLive(false);
    m_error = error;
    m_state = State::Failed;
    Q_EMIT stateChanged();
}

protocol::CartLine EventModel::lineOf(qint32 place) const
{
    protocol::CartLine line {.hold = {.event = m_event, .place = place}};
    if (place >= 0 && place < m_seatMap.placeCount()) {
        line.label = m_seatMap.label(place);
        if (const Category *category = m_seatMap.categoryOf(place)) {
            line.category = category->key;
            line.prices = pricesOf(category->key);
        }
    }
    if (m_details)
        line.eventName = m_details->summary.name;
    return line;
}

QList<qint32> EventModel::wholeTables(const QList<qint32> &places) const
{
    QList<qint32> whole;
    for (const qint32 place : places) {
        for (const qint32 seat : place >= 0 && place < m_seatMap.placeCount() ? m_seatMap.soldTogether(place) : QList<qint32> {place}) {
            if (!whole.contains(seat))
                whole.append(seat);
        }
    }
    return whole;
}

void EventModel::requestHold(const QList<qint32> &places, bool heldBack)
{
    QList<protocol::CartLine> wanted;
    qint32 more = 0;
    for (const qint32 place : wholeTables(places)) {
        wanted.append(lineOf(place));
        more += m_cart.rowOf(m_event, place) < 0 ? 1 : 0;
    }
    // The server would let them be held, and refuse the booking.
    if (more > seatsLeft() && limitReached().code == ErrorCode::BookingTooLarge)
        return Q_EMIT holdFailed(limitReached(), {});
    m_cart.requestHold(m_event, wanted, heldBack);
}

void EventModel::requestAreaSeats(qint32 area, qint32 seats)
{
    const QList<qint32> mine = m_seatMap.minePlaces(area);
    if (seats < mine.size())
        return m_cart.requestRelease(m_event, mine.sliced(seats));
    if (seats > mine.size()) {
        m_cart.requestAreas(m_event, {{.area = area, .seats = seats}}, [model = QPointer(this), event = m_event](qint32 place) {
            return model && model->m_event == event ? model->lineOf(place) : protocol::CartLine {};
        }, takesHeldBack(area, seats));
    }
}

std::optional<Instant> EventModel::opens() const
{
    const std::optional<Instant> from = m_details ? m_details->rules.salesFrom : std::nullopt;
    return from && *from > m_session.serverClock().now() ? from : std::nullopt;
}

bool EventModel::takesHeldBack(qint32 area, qint32 seats) const
{
    return m_seatMap.areaCount(area, SeatLook::HeldBack) > 0 && seats > m_seatMap.areaCount(area, SeatLook::Mine) + m_seatMap.areaCount(area, SeatLook::Free);
}

qint32 EventModel::mostAreaSeats(qint32 area) const
{
    const auto mine = static_cast<qint32>(m_seatMap.minePlaces(area).size());
    return std::max(mine, std::min({mine + m_seatMap.areaCount(area, SeatLook::Free) + m_seatMap.areaCount(area, SeatLook::HeldBack), mine + seatsLeft(), kMaxPlacesPerRequest}));
}

qint32 EventModel::mostSeats() const
{
    return m_session.isCounter() || !m_details ? kMaxSeatsCounter : std::min(m_details->rules.maxSeats, mostInBooking());
}

// Of a customer, besides the tickets that stay when others are exchanged; a booking that has more than it may keeps them.
qint32 EventModel::mostInBooking() const
{
    const auto ofEvent = [this](const QList<Ticket> &tickets) {
        return static_cast<qint32>(std::ranges::count(tickets, m_event, &Ticket::event));
    };
    const std::optional<ExchangeDraft> &exchange = m_cart.exchange();
    const qint32 staying = exchange ? ofEvent(exchange->staying) : 0;
    return std::max(m_details->rules.mostInBooking() - staying, exchange ? ofEvent(exchange->tickets) : 0);
}

qint32 EventModel::seatsLeft() const
{
    return std::max(0, mostSeats() - static_cast<qint32>(m_cart.places(m_event).size()));
}

Error EventModel::limitReached() const
{
    if (!m_session.isCounter() && m_details && mostInBooking() < m_details->rules.maxSeats)
        return {.code = ErrorCode::BookingTooLarge, .limit = m_details->rules.mostInBooking(), .event = m_event};
    return {.code = ErrorCode::TooManySeats, .limit = mostSeats(), .event = m_event};
}

void EventModel::askHolder(qint32 seat)
{
    if (!m_session.isCounter() || !m_session.isInVisit() || m_seatMap.look(seat) != SeatLook::HeldByOther || m_seatMap.holderOf(seat))
        return;
    m_session.connection().call<protocol::HoldsHolder>({.event = m_event, .place = seat}, this,
                                                       [this, seat, generation = m_generation](const Result<protocol::HoldsHolderResult> &holder) {
                                                           if (holder && generation == m_generation) // it may be free by now: then nobody wants to know
                                                               m_seatMap.setHolder(seat, {.name = holder->name, .until = holder->expires});
                                                       });
}

QStringList EventModel::labelsOf(const QList<qint32> &places) const
{
    QStringList labels;
    for (const qint32 place : places) {
        if (place >= 0 && place < m_seatMap.placeCount())
            labels.append(m_seatMap.label(place));
    }
    return labels;
}

QStringList EventModel::labelsOf(const Error &error) const
{
    if (error.area && *error.area >= 0 && *error.area < m_seatMap.areaCount())
        return {m_seatMap.area(*error.area).name};
    if (error.code == ErrorCode::CompanionAlone && error.places.size() == 1 && m_state == State::Ready) {
        if (const qint32 wheelchair = CompanionSeats(runs()).wheelchairOf(error.places.constFirst()); wheelchair != CompanionSeats::kNone)
            return labelsOf({error.places.constFirst(), wheelchair});
    }
    return labelsOf(error.places);
}

QList<protocol::TicketPrice> EventModel::pricesOf(const QString &category) const
{
    QList<protocol::TicketPrice> prices;
    if (!m_details)
        return prices;
    for (const TicketType &type : m_details->ticketTypes) {
        for (const Price &price : m_details->prices) {
            if (price.category == category && price.ticketType == type.key)
                prices.append({.ticketType = type.key, .name = type.name, .price = price.price, .inAll = price.inAll});
        }
    }
    return prices;
}

OrphanFinding EventModel::judgeCart() const
{
    const QList<qint32> places = m_cart.places(m_event);
    if (!m_details || m_details->rules.orphanRule == OrphanRule::Off || m_state != State::Ready || places.isEmpty())
        return {};
    const std::span<const qint32> wanted(places.begin(), places.end());
    return judgeOrphans(m_details->rules.orphanRule, m_session.isCounter(), runs(), m_seatMap.states(), wanted);
}

std::optional<Error> EventModel::companionRefusal() const
{
    if (m_session.isCounter() || m_state != State::Ready)
        return {};
    QList<qint32> places = m_cart.places(m_event);
    QList<qint32> before;
    if (const std::optional<ExchangeDraft> &exchange = m_cart.exchange()) {
        const auto append = [this](QList<qint32> &to, const QList<Ticket> &tickets) {
            for (const Ticket &ticket : tickets) {
                if (ticket.event == m_event && ticket.state == TicketState::Valid)
                    to.append(ticket.place);
            }
        };
        append(places, exchange->staying);
        append(before, exchange->staying);
        append(before, exchange->tickets);
    }
    std::ranges::sort(places);
    const QList<qint32> alone = CompanionSeats(runs()).alone(places, before);
    return alone.isEmpty() ? std::nullopt : std::optional(Error {.code = ErrorCode::CompanionAlone, .places = alone, .event = m_event});
}

const SeatRuns &EventModel::runs() const
{
    if (!m_runs)
        m_runs = std::make_unique<const SeatRuns>(m_seatMap.plan(), m_seatMap.table());
    return *m_runs;
}

void EventModel::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    m_error.reset();
    Q_EMIT stateChanged();
}

void EventModel::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    Q_EMIT liveChanged();
}

void EventModel::showHolds()
{
    m_seatMap.setMine(m_cart.deadlines(m_event));
}

void EventModel::showPending()
{
    m_seatMap.setPending(m_cart.pendingPlaces(m_event), m_cart.pendingAreas(m_event));
}

} // namespace parterre
