// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/postercache.h"
#include "app/state/filesender.h"
#include "app/state/venuelistmodel.h"

namespace parterre {

// The logo of one house: shows it, gives the house another one, or none. What is chosen is in force at once.
class LogoDesk final : public QObject
{
    Q_OBJECT

public:
    // All outlive it; ids name what is sent.
    LogoDesk(SessionModel &session, VenueListModel &venues, net::PosterCache &posters, IdGenerator &ids, QObject *parent = nullptr);

    // From now on it is about this house, until close().
    void open(VenueId venue);
    void close();
    // Nothing: it has none, or it is not here yet.
    [[nodiscard]] const QByteArray &file() const { return m_file; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

    // Each ends in changed() or failed(), unless it is closed before.
    void set(const QByteArray &file);
    void remove();

Q_SIGNALS:
    void changed();
    void failed(const parterre::Error &error);
    void forgotten(); // somebody else is here

private:
    [[nodiscard]] bool begin();
    void finish(const Result<QByteArray> &file);

    SessionModel &m_session;
    VenueListModel &m_venues;
    net::PosterCache &m_posters;
    FileSender m_sender;
    VenueId m_venue;
    std::unique_ptr<QObject> m_visit; // of the house; answers that come later are nobody's
    QByteArray m_file;
    bool m_busy = false;
};

} // namespace parterre
