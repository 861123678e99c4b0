// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/eventdirectory.h"
#include "backend/storage/noshowrelease.h"
#include "backend/storage/repositories/checkinrepository.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// Seats of people who have not come, given free to be sold once more. The store decides who has not come and has it first, then
// the ledgers free the seats and everybody sees it. Lives on the house thread.
class NoShowService : public QObject
{
    Q_OBJECT
public:
    // Outlive it.
    NoShowService(storage::Storage &storage, EventDirectory &events, const Clock &clock, QObject *parent = nullptr);

    // A page of those who have not come; `after` as in CheckinRepository. NotFound.
    void list(const EventId &event, qint32 after, Done<storage::NoShowPage> done);
    // The numbers of those that are given free, now or before; whoever came in meanwhile is none of them. NotFound, TooEarly.
    void release(const Caller &caller, const EventId &event, const QStringList &tickets, Done<QStringList> done);

private:
    storage::Storage &m_storage;
    EventDirectory &m_events;
    const Clock &m_clock;
};

} // namespace parterre::services
