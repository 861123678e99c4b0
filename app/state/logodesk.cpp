// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/logodesk.h"

#include "shared/protocol/logos.h"

namespace parterre {

LogoDesk::LogoDesk(SessionModel &session, VenueListModel &venues, net::PosterCache &posters, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_session(session), m_venues(venues), m_posters(posters), m_sender(session, ids)
{
    connect(&m_sender, &FileSender::failed, this, [this](const Error &error) { finish(error); });
    connect(&session, &SessionModel::userChanged, this, [this] {
        if (!m_visit || m_session.isManager())
            return;
        close();
        Q_EMIT forgotten();
    });
}

void LogoDesk::open(VenueId venue)
{
    close();
    m_venue = venue;
    m_visit = std::make_unique<QObject>();
    m_busy = true;
    Q_EMIT changed();
    m_session.connection().call<protocol::VenuesGet>({.venue = venue}, m_visit.get(), [this](const Result<protocol::VenuesGetResult> &answer) {
        if (!answer)
            return finish(answer.error());
        if (!answer->venue.logo)
            return finish(QByteArray());
        m_posters.fetch(m_venue, *answer->venue.logo, m_visit.get(), [this](const Result<QByteArray> &file) { finish(file); });
    });
}

void LogoDesk::close()
{
    m_visit.reset();
    m_sender.stop();
    m_file.clear();
    m_busy = false;
}

bool LogoDesk::begin()
{
    if (!m_visit || m_busy)
        return false;
    m_busy = true;
    Q_EMIT changed();
    return true;
}

void LogoDesk::set(const QByteArray &file)
{
    if (!begin())
        return;
    m_sender.sendUntilAnswered<protocol::VenuesSetLogo>(file, {.venue = m_venue}, [this, file](const protocol::VenuesSetLogoResult &) {
        m_venues.refresh();
        finish(file);
    });
}

void LogoDesk::remove()
{
    if (!begin())
        return;
    m_session.connection().callUntilAnswered<protocol::VenuesSetLogo>(
        {.venue = m_venue}, m_visit.get(),
        [this](const Result<protocol::VenuesSetLogoResult> &answer) {
            if (answer)
                m_venues.refresh();
            finish(answer ? Result(QByteArray()) : answer.error());
        },
        [](bool) {});
}

// What it had stays when that failed.
void LogoDesk::finish(const Result<QByteArray> &file)
{
    m_busy = false;
    if (file)
        m_file = *file;
    Q_EMIT changed();
    if (!file)
        Q_EMIT failed(file.error());
}

} // namespace parterre
