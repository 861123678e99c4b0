// SPDX-License-Identifier: GPL-3.0-or-later
#include "simclient.h"

namespace parterre::simulation {

Message SimClient::connectTo(HolderId session)
{
    m_session = session;
    m_connected = true;
    ++m_link;
    m_gap = true;
    return message(MessageKind::Hello);
}

Message SimClient::nextWish(SimRandom &random, int seats, quint64 &lastKey)
{
    // Without a seat one wants a seat, but for a few who ask for nonsense.
    const int wish = m_holds.empty() && random.chance(90) ? 0 : random.below(100);
    if (wish < 30) {
        Message acquire = message(MessageKind::Acquire);
        // Everybody wants the front seats; now and then a place is named twice or does not exist.
        const int crowd = random.chance(60) ? std::max(1, seats / 3) : seats;
        for (int n = random.between(1, 3); n > 0; --n)
            acquire.places.push_back(random.chance(2) ? seats + random.below(2) : random.below(crowd));
        return acquire;
    }
    if (wish < 40 || wish >= 98) {
        Message release = message(wish >= 98 ? MessageKind::LogOut : MessageKind::Release);
        release.places = someHeld(random);
        if (release.places.empty() || random.chance(10))
            release.places.push_back(random.below(seats)); // somebody else's, perhaps
        return release;
    }
    if (wish < 55) {
        Message extend = message(MessageKind::Extend);
        extend.places = someHeld(random);
        if (extend.places.empty() || random.chance(5))
            extend.places.push_back(random.below(seats));
        return extend;
    }
    if (wish < 88)
        return checkout(random, lastKey);
    Message cancel = message(MessageKind::Cancel);
    if (!m_bought.empty())
        cancel.key = m_bought[static_cast<std::size_t>(random.below(static_cast<int>(m_bought.size())))];
    return cancel;
}

Message SimClient::checkout(SimRandom &random, quint64 &lastKey)
{
    if (!m_unanswered.empty() && random.chance(60)) {
        Message again = m_unanswered[static_cast<std::size_t>(random.below(static_cast<int>(m_unanswered.size())))];
        again.session = m_session;
        again.link = m_link;
        return again;
    }
    Message checkout = message(MessageKind::Checkout);
    checkout.key = ++lastKey;
    for (const qint32 place : someHeld(random))
        checkout.fences.push_back({place, m_holds.at(place)});
    if (!checkout.fences.empty() && random.chance(10))
        checkout.fences.push_back(checkout.fences.front());
    m_unanswered.push_back(checkout);
    return checkout;
}

Places SimClient::someHeld(SimRandom &random) const
{
    Places places;
    for (const auto &[place, version] : m_holds) {
        if (random.chance(70))
            places.push_back(place);
    }
    if (places.empty() && !m_holds.empty() && random.chance(90))
        places.push_back(m_holds.begin()->first);
    return places;
}

bool SimClient::receive(const Message &message)
{
    switch (message.kind) {
    case MessageKind::Reply:
        hear(message);
        return false;
    case MessageKind::Changes:
        return apply(message.changes);
    case MessageKind::Snapshot:
        if (message.changes.to < m_revision)
            return false; // overtaken
        m_map = message.states;
        m_revision = message.changes.to;
        m_gap = false;
        return true;
    default:
        return false;
    }
}

void SimClient::hear(const Message &reply)
{
    const Answer &answer = reply.answer;
    if (reply.about == MessageKind::Checkout) {
        if (answer.ok()) {
            m_bought.push_back(reply.key);
            for (const Fence &fence : reply.fences)
                m_holds.erase(fence.place);
        }
        if (answer.refusal != ErrorCode::StorageUnavailable) // that one may be tried again
            std::erase_if(m_unanswered, [&](const Message &m) { return m.key == reply.key; });
    }
    if (reply.about == MessageKind::Release && answer.ok()) {
        for (const qint32 place : reply.places)
            m_holds.erase(place);
    }
    for (const Grant &grant : answer.grants)
        m_holds[grant.place] = grant.version;
    // Only a refusal makes it forget a hold, never the clock: buyers do press "buy" too late.
    if (answer.refusal == ErrorCode::NotHeld || answer.refusal == ErrorCode::StaleVersion || answer.refusal == ErrorCode::HoldExpired) {
        for (const qint32 place : answer.places)
            m_holds.erase(place);
    }
}

bool SimClient::apply(const SeatChanges &changes)
{
    if (changes.to <= m_revision)
        return false; // old news
    if (changes.from > m_revision || m_gap) {
        m_gap = true;
        return false;
    }
    for (const SeatChange &change : changes.seats)
        m_map[static_cast<std::size_t>(change.seat)] = change.state;
    m_revision = changes.to;
    return true;
}

} // namespace parterre::simulation
