// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventdirectory.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// Makes, changes and deletes venues, for those who manage them. Lives on the house thread.
class VenueService : public QObject
{
    Q_OBJECT
public:
    // All of them outlive it.
    VenueService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    // What was done already, as after a lost answer, is not done again and is no error. Space around texts is left away;
    // InvalidParams: nothing is left of the name.
    void create(const Caller &caller, VenueId venue, const VenueDefinition &wanted, Done<Venue> done); // AlreadyExists, TimeZoneUnknown
    // In another time zone its events keep the moment they begin at. NotFound, StaleVersion, AlreadyExists, TimeZoneUnknown.
    void update(const Caller &caller, VenueId venue, qint32 version, const VenueDefinition &wanted, Done<Venue> done);
    void remove(const Caller &caller, VenueId venue, qint32 version, Done<bool> done); // NotFound, StaleVersion, VenueInUse

private:
    EventDirectory &m_events;
    storage::Storage &m_storage;
    const Clock &m_clock;
};

} // namespace parterre::services
