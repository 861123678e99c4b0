// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/salestore.h"
#include "backend/services/scheduler.h"

#include <deque>
#include <map>

namespace parterre::services {

// A request that changes sales, from being asked for to the store's last word.
struct PendingWrite {
    UserId actor = {};
    QString key = {};
    QByteArray requestHash = {};
    std::vector<Done<Booking>> waiting = {}; // who asked, and who repeated it meanwhile
    bool outcomeUnknown = false; // it may have been written already: only the store's word may undo anything

    // Answers everybody who waits.
    void answer(const Result<Booking> &result);
    // Whether nobody knows if it is written, so that the database has to be asked again. The key makes asking harmless.
    [[nodiscard]] bool isOpenAfter(const Error &error);
};

// What is on its way to the store, and how repetitions of it are answered. Lives on the house thread.
class PendingWrites
{
public:
    PendingWrites(SaleStore &store, const Clock &clock, Scheduler &scheduler);
    Q_DISABLE_COPY_MOVE(PendingWrites)

    void begin(const std::shared_ptr<PendingWrite> &write);
    void finish(const std::shared_ptr<PendingWrite> &write, const Result<Booking> &result);
    // What cannot be done now may have been done by an earlier request with the key, or be under way: then its answer is
    // the answer.
    void answerEarlier(const UserId &actor, const QString &key, const QByteArray &requestHash, const Error &otherwise, const Done<Booking> &done);
    // Writes again, a while later, what may be written already.
    void askAgainLater(std::function<void()> again);

private:
    using KeyName = std::pair<UserId, QString>; // of an actor
    struct Question {
        Tick due = {};
        std::function<void()> again = {};
    };

    void onAskAgain();

    SaleStore &m_store;
    const Clock &m_clock;
    std::map<KeyName, std::shared_ptr<PendingWrite>> m_underWay;
    std::deque<Question> m_questions; // by when they are due
    std::unique_ptr<Alarm> m_askAgain;
};

} // namespace parterre::services
