// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/venuelistmodel.h"

namespace parterre {

// Makes, changes and deletes houses, one after another, however often the link breaks meanwhile. The list of houses follows.
class VenueDesk final : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it; ids make those of new houses.
    VenueDesk(SessionModel &session, VenueListModel &venues, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] VenueListModel &list() { return m_venues; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] Instant now() const { return m_session.serverClock().now(); }
    // Not saved yet: version 0, in the time zone of this computer.
    [[nodiscard]] Venue newVenue();

    // Ends in saved(), after created() if it was new, or in failed().
    void save(const Venue &venue);
    // Ends in removed() or failed().
    void remove(const Venue &venue);

Q_SIGNALS:
    void busyChanged();
    void created(const parterre::Venue &venue);
    void saved(const parterre::Venue &venue);
    void removed(parterre::VenueId venue);
    void failed(const parterre::Error &error);

private:
    void setBusy(bool busy);
    void onSaved(const Result<protocol::VenuesEditResult> &answer, bool isNew);

    SessionModel &m_session;
    VenueListModel &m_venues;
    IdGenerator &m_ids;
    bool m_busy = false;
};

} // namespace parterre
