// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventdirectory.h"

#include <QObject>
#include <QThreadPool>

namespace parterre::services {

struct SeatWish {
    qint32 size = 1;                  // people
    qint32 wheelchairs = 0;           // of them, who need a wheelchair place
    QStringList categories = {};      // keys of the plan; empty: any
    std::optional<qint32> section = {};
    QList<qint32> lost = {};          // a group that somebody else got some of; then size and wheelchairs are its own
    bool heldBack = false;            // also of what the house holds back
};

struct AdvisedSeats {
    SeatOffer offer = {};
    std::optional<Money> price = {};  // of all, as the event's first ticket type
    std::optional<Money> inAll = {};  // with fees and added tax, where they have any
};

// Says which free seats are the best, as they stand when it is asked; nothing is held. Looks for them on a thread of its own:
// no sale waits for somebody who only wonders. Lives on the house thread and answers there.
class SeatAdvisor : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostWaiting = 64;

    explicit SeatAdvisor(EventDirectory &events, QObject *parent = nullptr);
    ~SeatAdvisor() override;

    // Best first, at most kMostOffers. NotFound: the event or a category; UnknownPlace: a lost seat; TooManySeats: more
    // people than the house has seats, or more in wheelchairs than people; NotPermitted: what is held back is the counter's;
    // Overloaded.
    void suggest(const Caller &caller, EventId event, SeatWish wish, Done<QList<AdvisedSeats>> done);

private:
    void look(const Caller &caller, const OpenEvent &event, const SeatWish &wish, const Done<QList<AdvisedSeats>> &done);

    EventDirectory &m_events;
    QThreadPool m_pool;
    int m_waiting = 0;
};

} // namespace parterre::services
