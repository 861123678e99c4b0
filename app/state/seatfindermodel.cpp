// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/seatfindermodel.h"

#include <algorithm>

namespace parterre {

SeatFinderModel::SeatFinderModel(SessionModel &session, CartModel &cart, EventModel &event, QObject *parent)
    : QObject(parent), m_session(session), m_event(event)
{
    connect(&event, &EventModel::stateChanged, this, [this] {
        if (m_event.state() == EventModel::State::Closed)
            clear();
    });
    connect(&event, &EventModel::holdFailed, this, &SeatFinderModel::onHoldFailed);
    connect(&event.seatMap(), &SeatMapModel::seatsChanged, this, &SeatFinderModel::onSeatsChanged);
    connect(&cart, &CartModel::seatsHeld, this, [this](EventId id, const QList<qint32> &places) {
        if (id != m_event.event() || m_taking.isEmpty() || !std::is_permutation(places.begin(), places.end(), m_taking.begin(), m_taking.end()))
            return;
        clear();
        Q_EMIT taken(places);
    });
}

void SeatFinderModel::look(const Wish &wish)
{
    m_wish = wish;
    m_taking.clear();
    setState(State::Looking);
    protocol::SeatsSuggestParams params {.event = m_event.event(), .size = wish.size};
    if (wish.wheelchairs > 0)
        params.wheelchairs = wish.wheelchairs;
    if (!wish.category.isEmpty())
        params.categories = {wish.category};
    if (wish.heldBack)
        params.heldBack = true;
    m_session.connection().call<protocol::SeatsSuggest>(params, this, [this, question = ++m_question](const Result<protocol::SeatsSuggestResult> &answer) {
        if (question == m_question)
            onSuggested(answer);
    });
}

void SeatFinderModel::onSuggested(const Result<protocol::SeatsSuggestResult> &answer)
{
    if (!answer) {
        m_error = answer.error();
        setState(State::Failed);
    } else if (answer->offers.isEmpty()) {
        setState(State::NothingFound);
    } else {
        setState(State::Offering, answer->offers);
    }
}

void SeatFinderModel::setState(State state, const QList<protocol::SuggestedSeats> &offers, bool instead)
{
    m_state = state;
    m_offers = offers;
    m_current = 0;
    m_instead = instead;
    Q_EMIT changed();
}

void SeatFinderModel::clear()
{
    ++m_question;
    m_taking.clear();
    if (m_state != State::Idle)
        setState(State::Idle);
}

void SeatFinderModel::step(int by)
{
    const int count = static_cast<int>(m_offers.size());
    if (count > 0)
        setCurrent(((m_current + by) % count + count) % count);
}

void SeatFinderModel::setCurrent(int offer)
{
    if (offer < 0 || offer >= m_offers.size() || offer == m_current || isTaking())
        return;
    m_current = offer;
    Q_EMIT changed();
}

QList<qint32> SeatFinderModel::seats() const
{
    return m_offers.isEmpty() ? QList<qint32>() : m_offers.at(m_current).places;
}

void SeatFinderModel::take()
{
    if (m_state != State::Offering || isTaking())
        return;
    m_taking = seats();
    Q_EMIT changed();
    m_event.requestHold(m_taking, m_wish.heldBack);
}

void SeatFinderModel::onHoldFailed(const Error &error)
{
    const bool wasOurs = !m_taking.isEmpty();
    m_taking.clear();
    if (error.code == ErrorCode::SeatTaken && !error.instead.isEmpty()) {
        ++m_question;
        // What the server names sits as close as can be; whether side by side is for the map to show.
        setState(State::Offering, {{.places = error.instead, .reason = OfferReason::NearestLost, .price = priceOf(error.instead)}}, true);
    } else if (wasOurs && error.code == ErrorCode::SeatTaken) {
        look(m_wish);
    } else if (wasOurs) {
        Q_EMIT changed();
    }
}

// An offer with a seat that is no longer to be had is none.
void SeatFinderModel::onSeatsChanged(const QList<qint32> &seats)
{
    if (m_state != State::Offering || isTaking())
        return;
    const auto isGone = [this](qint32 seat) {
        const SeatLook look = m_event.seatMap().look(seat);
        return look != SeatLook::Free && look != SeatLook::Mine && look != SeatLook::Pending && !(m_wish.heldBack && look == SeatLook::HeldBack);
    };
    const bool spoiled = std::ranges::any_of(m_offers, [&](const protocol::SuggestedSeats &offer) {
        return std::ranges::any_of(offer.places, [&](qint32 place) { return seats.contains(place) && isGone(place); });
    });
    if (!spoiled)
        return;
    if (m_instead) // nobody asked for these
        clear();
    else
        look(m_wish);
}

std::optional<Money> SeatFinderModel::priceOf(const QList<qint32> &seats) const
{
    std::optional<Money> total;
    for (const qint32 seat : seats) {
        const Category *category = seat < m_event.seatMap().seatCount() ? m_event.seatMap().categoryOf(seat) : nullptr;
        const QList<protocol::TicketPrice> prices = category ? m_event.pricesOf(category->key) : QList<protocol::TicketPrice>();
        if (prices.isEmpty())
            return std::nullopt;
        const Money price = prices.constFirst().charged();
        total = Money {.amount = total.value_or(Money {.currency = price.currency}).amount + price.amount, .currency = price.currency};
    }
    return total;
}

} // namespace parterre
