// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/noshows.h"

namespace parterre {

// Who has paid for an event and has not come, as it was when somebody looked; their seats given free, and that taken back.
class NoShowDesk final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Reading, Ready, Releasing, Restoring };

    // Both outlive it; ids make the idempotency keys.
    NoShowDesk(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] bool mayRelease() const { return m_session.isCounter(); }
    // Ends in changed(), when all of them are read, or in failed(). Not while seats are given free or taken back.
    void look(const EventId &event);
    // The list is put away.
    void stopLooking();
    // Ends in released(), or in failed(): then nothing is given free, and the list is as it was.
    void release(const QStringList &tickets, const QString &reason);
    // Of the last release, the seats that nobody has. Ends in restored() or failed().
    void takeBack();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QList<NoShow> &tickets() const { return m_tickets; }

Q_SIGNALS:
    void changed();
    // So many seats; `kept`: so many of which somebody came meanwhile, or that could not be given free by themselves; `rest`: why the
    // others were not asked for.
    void released(int seats, int kept, const std::optional<parterre::Error> &rest);
    // `taken`: so many that somebody has by now.
    void restored(int seats, int taken);
    void failed(const parterre::Error &error);

private:
    void read(std::optional<qint32> after);
    void releaseNext();
    void restoreNext();
    void tellReleased(const std::optional<Error> &rest);
    void onUserChanged();
    void setState(State state);

    SessionModel &m_session;
    IdGenerator &m_ids;
    EventId m_event;             // of the list
    EventId m_releasedOf;
    QList<NoShow> m_tickets;
    QList<QStringList> m_waiting; // to be given free, or taken back, a request each
    QString m_reason;
    QStringList m_released;      // by the last release
    int m_done = 0;              // taken back
    int m_left = 0;              // kept, or taken
    quint64 m_task = 0;          // answers to earlier ones are dropped
    State m_state = State::Idle;
};

} // namespace parterre
