// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/stage.h"
#include "tests/history/wirelink.h"

#include <QTimer>

namespace parterre::history {

// A client that keeps the seat map by its changes, as the app does, and writes down what it shows.
//
// When the state of a change was true is known by pings: the server answers on this connection in order, so a change
// that comes behind an answer was put together after the question was asked.
class Watcher : public QObject {
    Q_OBJECT

public:
    explicit Watcher(Stage &stage);

    void arrive();

private:
    void onAnswered(qint64 number, const QJsonObject &message);
    void onNotified(const QString &method, const QJsonObject &params);
    void onClosed();
    void subscribed(const QJsonObject &result);
    void ping();
    void writeDown(std::vector<SeenSeat> seen);

    Stage &m_stage;
    WireLink m_link;
    QTimer m_ping;
    qint64 m_hello = 0;
    qint64 m_subscribe = 0;
    qint64 m_pinged = 0;
    Moment m_askedAt = 0; // of the question that waits
    Moment m_trueFrom = 0; // what comes now was true after that
    qint64 m_revision = 0;
    qint32 m_window = 0;
    std::vector<SeatState> m_states; // empty until it is subscribed
};

} // namespace parterre::history
