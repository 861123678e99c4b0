// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/checkins.h"

namespace parterre {

// Who has paid for an event and has not come, as it was when somebody looked; and their seats given free.
class NoShowDesk final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Reading, Ready, Releasing };

    // `session` outlives it.
    explicit NoShowDesk(SessionModel &session, QObject *parent = nullptr);

    [[nodiscard]] bool mayRelease() const { return m_session.isCounter(); }
    // Ends in changed(), when all of them are read, or in failed(). What was under way before is given up.
    void look(const EventId &event);
    // Ends in released(), or in failed(): then some may be given free already, and the same again does no harm.
    void release(const QStringList &tickets);
    void stop();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QList<NoShow> &tickets() const { return m_tickets; }

Q_SIGNALS:
    void changed();
    // So many seats; `meanwhile`: so many who came in after all, or gave their tickets back.
    void released(int seats, int meanwhile);
    void failed(const parterre::Error &error);

private:
    void read(std::optional<qint32> after);
    void releaseFrom(qsizetype position);
    void setState(State state);

    SessionModel &m_session;
    EventId m_event;
    QList<NoShow> m_tickets;
    QStringList m_wanted;  // to be given free
    int m_free = 0;        // of them
    quint64 m_task = 0;    // answers to earlier ones are dropped
    State m_state = State::Idle;
};

} // namespace parterre
