// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/freeseatshistory.h"

#include "backend/services/eventdirectory.h"

namespace parterre::services {

namespace {

QString seatsOf(const EventDirectory &events)
{
    QString seats(u'{');
    events.forEach([&seats](const OpenEvent &event) {
        if (seats.size() > 1)
            seats += u',';
        seats += u'"' + event.id().toString() + QStringLiteral("\":") + QString::number(event.ledger().freeCount());
    });
    return seats + u'}';
}

} // namespace

FreeSeatsHistory::Moment FreeSeatsHistory::now()
{
    const Tick tick = m_clock.steadyNow();
    if (!m_kept.empty() && tick - m_kept.back().looked < kFresh)
        return m_kept.back().moment;
    const QString seats = seatsOf(m_events);
    if (!m_kept.empty() && m_kept.back().moment.seats == seats) {
        m_kept.back().looked = tick;
        return m_kept.back().moment;
    }
    const qint64 last = m_kept.empty() ? 0 : m_kept.back().moment.number;
    m_kept.push_back({.moment = {.number = std::max<qint64>(last + 1, m_clock.utcNow().time_since_epoch().count()), .seats = seats}, .looked = tick});
    m_characters += seats.size();
    forgetOld();
    return m_kept.back().moment;
}

FreeSeatsHistory::Moment FreeSeatsHistory::at(qint64 number)
{
    const auto found = std::lower_bound(m_kept.begin(), m_kept.end(), number, [](const Kept &kept, qint64 wanted) { return kept.moment.number < wanted; });
    return found != m_kept.end() && found->moment.number == number ? found->moment : now();
}

void FreeSeatsHistory::forgetOld()
{
    const Tick oldest = m_clock.steadyNow() - kKept;
    while (m_kept.size() > 1 && (m_kept.front().looked < oldest || m_characters > kMostCharacters)) {
        m_characters -= m_kept.front().moment.seats.size();
        m_kept.pop_front();
    }
}

} // namespace parterre::services
