// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/holds.h"

#include <QHash>

namespace parterre {

// More time for held seats, however many events they are of: asked for at once, finished when all is answered.
class HoldExtension final : public QObject
{
    Q_OBJECT

public:
    // The session outlives it.
    explicit HoldExtension(SessionModel &session, QObject *parent = nullptr) : QObject(parent), m_session(session) {}

    // While nothing is running.
    void begin(const QHash<EventId, QList<qint32>> &places);
    [[nodiscard]] bool isRunning() const { return m_underWay > 0; }

Q_SIGNALS:
    // One answer, with the holds as they are now where it is good.
    void answered(const parterre::Result<parterre::protocol::HoldsResult> &answer);
    // All of them. The error of one that was refused.
    void finished(const std::optional<parterre::Error> &error);

private:
    void onAnswer(const Result<protocol::HoldsResult> &answer);

    SessionModel &m_session;
    int m_underWay = 0;
    std::optional<Error> m_error;
};

// As many as one request may name.
[[nodiscard]] QList<QList<qint32>> inRequests(const QList<qint32> &places);

} // namespace parterre
