// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/venuedesk.h"

#include <QTimeZone>

namespace parterre {

VenueDesk::VenueDesk(SessionModel &session, VenueListModel &venues, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_session(session), m_venues(venues), m_ids(ids)
{
}

Venue VenueDesk::newVenue()
{
    return {.id = m_ids.make<VenueId>(), .timeZone = QString::fromUtf8(QTimeZone::systemTimeZoneId()), .version = 0};
}

void VenueDesk::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

void VenueDesk::save(const Venue &venue)
{
    if (m_busy)
        return;
    setBusy(true);
    if (venue.version == 0) {
        m_session.connection().callUntilAnswered<protocol::VenuesCreate>(
            {.venue = venue.id, .definition = definitionOf(venue)}, this, [this](const Result<protocol::VenuesEditResult> &answer) { onSaved(answer, true); }, [](bool) {});
    } else {
        m_session.connection().callUntilAnswered<protocol::VenuesUpdate>(
            {.venue = venue.id, .version = venue.version, .definition = definitionOf(venue)}, this,
            [this](const Result<protocol::VenuesEditResult> &answer) { onSaved(answer, false); }, [](bool) {});
    }
}

void VenueDesk::onSaved(const Result<protocol::VenuesEditResult> &answer, bool isNew)
{
    setBusy(false);
    m_venues.refresh();
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    if (isNew)
        Q_EMIT created(answer->venue);
    Q_EMIT saved(answer->venue);
}

void VenueDesk::remove(const Venue &venue)
{
    if (m_busy)
        return;
    setBusy(true);
    m_session.connection().callUntilAnswered<protocol::VenuesDelete>(
        {.venue = venue.id, .version = venue.version}, this,
        [this, id = venue.id](const Result<protocol::Nothing> &answer) {
            setBusy(false);
            m_venues.refresh();
            // A repetition finds what the first request has deleted already.
            if (answer || answer.error().code == ErrorCode::NotFound)
                Q_EMIT removed(id);
            else
                Q_EMIT failed(answer.error());
        },
        [](bool) {});
}

} // namespace parterre
