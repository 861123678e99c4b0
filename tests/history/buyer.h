// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/stage.h"
#include "tests/history/wirelink.h"

#include <QTimer>

#include <deque>
#include <map>

namespace parterre::history {

// A client that holds, buys, cancels and looks, tries what it has no right to, loses its connection with requests under
// way and asks again. It writes down everything; it judges nothing.
class Buyer : public QObject {
    Q_OBJECT

public:
    Buyer(Stage &stage, int number);

    // The server serves now, at the stage's address.
    void arrive();
    // Asks again for what it has no answer to, until it has; then it is idle again.
    void settle();
    // Looks at every seat, then it is idle again.
    void lookAround();
    [[nodiscard]] bool isSettled() const { return m_unsettled.empty(); }

Q_SIGNALS:
    void idle(); // nothing under way and, while the stage closes, nothing more to do

private:
    using Seats = std::vector<SeatNote>;
    struct Request {
        Operation operation;
        Seats seats;
    };
    struct Bought {
        qint64 number = 0;
        QString id;
        Seats seats;
        qint64 saleKey = 0;
        qint64 cancelKey = 0; // of a cancellation that was not answered
    };
    struct Unsettled {
        qint64 key = 0;
        Seats seats;
        int life = 0; // of the server that did not answer: while it lives, a no is not the last word
        bool isAsked = false; // in that life
    };
    enum class Arriving { Away, Greeting, SigningIn, In };

    // Coming and going.
    void onOpened();
    void onAnswered(qint64 number, const QJsonObject &message);
    void onGreeted(const QJsonObject &message);
    void onClosed();
    void cut();
    void forgetVisit();
    void leaveRequests(Moment lostFrom);
    void comeBackLater();

    // Asking.
    void step();
    bool stepWithHold();
    void stepAmiss();
    void hold(bool free);
    void abandon();
    void confirm(const Seats &seats, qint64 key);
    void cancelOldest();
    void ask(Kind kind, const Seats &seats, qint64 key = 0, const Bought *bought = nullptr);
    void mayCut();

    // What came of it.
    void finish(Request request, const QJsonObject &message);
    void learn(Request &request, const QJsonObject &result);
    void readMap(Request &request, const QJsonObject &result);
    void remember(const Request &request);
    void rememberUnknown(const Request &request);
    void drop(const Seats &seats);
    void rememberAnswer(const Operation &operation);

    Stage &m_stage;
    const int m_number;
    WireLink m_link;
    QTimer m_return;
    QTimer m_patience;
    QTimer m_pause;
    Arriving m_arriving = Arriving::Away;
    bool m_isSettling = false;
    bool m_looksAround = false;
    quint32 m_session = 0;
    QString m_resumeToken;
    bool m_resumes = false;
    Moment m_greetedAt = 0;
    Moment m_lastHeard = 0;
    QString m_signInToken;
    qint64 m_arrival = 0; // the number of the answer that is awaited while arriving
    std::map<qint64, Request> m_requests; // by the number of the answer
    std::deque<Seats> m_held; // by the hold that got them
    std::deque<Seats> m_maybeHeld; // asked for without an answer
    std::deque<Bought> m_bought;
    std::deque<Unsettled> m_unsettled;
};

} // namespace parterre::history
