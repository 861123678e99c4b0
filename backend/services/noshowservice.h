// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventdirectory.h"
#include "backend/services/frozenseats.h"
#include "backend/services/noshowstore.h"

#include <QSet>

#include <deque>
#include <map>

namespace parterre::services {

struct NoShowRequest {
    EventId event = {};
    QStringList tickets = {};  // numbers
    QString key = {};
    QString reason = {};       // of giving free
};

// Gives the places of people free who did not come, when somebody has looked at the list, and takes that back for those who come
// after all. What is given free is free in the store before anybody can have it; what is taken back is kept from everybody while the store is
// asked. What nobody knows, the store is asked until it says. Lives on the house thread.
class NoShowService
{
public:
    struct Released {
        QStringList released = {};
        QStringList kept = {};
    };
    struct Restored {
        QStringList restored = {};
        QStringList taken = {};
    };

    NoShowService(EventDirectory &events, NoShowStore &store, const Clock &clock, Scheduler &scheduler);
    Q_DISABLE_COPY_MOVE(NoShowService)

    // `after` as in NoShowRepository. NotFound.
    void list(const EventId &event, qint32 after, qint32 limit, Done<storage::NoShowPage> done);
    // NotFound: the event, or a ticket that is not of it; SaleClosed: it is cancelled, or being changed; TooEarly; KeyReused. A repetition is
    // answered by its key, whatever became of the event.
    void release(const Caller &caller, const NoShowRequest &request, const Done<Released> &done);
    // A ticket of an area gets any place of it, its own if that is free. NotFound and SaleClosed as above, KeyReused. NotReleased: of none of
    // the tickets the place was given free; SeatTaken: somebody has them all.
    void restore(const Caller &caller, const NoShowRequest &request, const Done<Restored> &done);
    // Nothing is open: the store has said of everything whether it is done.
    [[nodiscard]] bool isIdle() const { return m_unknown.empty() && m_restoring.empty(); }

private:
    struct Restoring {
        storage::NoShowWrite write = {};
        QList<storage::TicketPlace> released = {}; // of the tickets
        QList<storage::TicketPlace> taken = {}; // of these, those that can have no place here
        ledger::HolderId holder = {};
        QList<SaleItem> kept = {};           // places that are kept for them
        std::optional<FrozenSeats> seats = {}; // those
        std::vector<qint32> sold = {};       // places that stay sold here until the store has said who gets them
        std::optional<QSet<qint32>> owned = {}; // of their areas, when the store has refused what was kept for them
        int refusals = 0;
        QList<Done<Restored>> waiting = {};  // who asked, and who repeated it meanwhile

        void answer(const Result<Restored> &result);
    };
    // How the store was asked for it before.
    struct Asked {
        bool isUnknown = false;              // it may have been done
        int conflicts = 0;                   // with another server
    };
    using KeyName = std::pair<UserId, QString>; // of an actor

    [[nodiscard]] storage::NoShowWrite writeOf(const Caller &caller, const NoShowRequest &request, const QString &operation) const;
    [[nodiscard]] Result<void> mayRelease(const OpenEvent &event) const;
    void releaseIn(const OpenEvent &event, storage::NoShowWrite asked, const Done<Released> &done);
    // What cannot be done now may have been done by an earlier request with the key: then its answer is the answer.
    void answerEarlier(const storage::NoShowWrite &asked, const Error &otherwise, const Done<Released> &done);
    void take(const std::shared_ptr<Restoring> &restoring);
    // Keeps for the ticket what it may get back, in the order in which it is to get it; nothing: somebody has it.
    [[nodiscard]] QList<qint32> keepFor(OpenEvent &event, Restoring &restoring, const storage::TicketPlace &ticket) const;
    [[nodiscard]] bool keep(OpenEvent &event, Restoring &restoring, qint32 place) const;
    // The lowest place of the area that is free, as far as is known.
    [[nodiscard]] std::optional<qint32> keepAnother(OpenEvent &event, Restoring &restoring, const PlaceGroups::AreaPlaces &area) const;
    void askToRestore(const std::shared_ptr<Restoring> &restoring);
    void onRestored(const std::shared_ptr<Restoring> &restoring, const Result<storage::RestoreWritten> &written);
    void settle(Restoring &restoring, const Result<storage::RestoreWritten> &written);
    // They were called sold here because somebody has them: which of them are only blocked, or free again?
    void seeBlocks(const EventId &event, const QList<qint32> &places);
    void finish(const std::shared_ptr<Restoring> &restoring, const Result<Restored> &result);
    // Asks the store. `settled` hears its last word, `answered` what is known now.
    template<class Written>
    void write(const std::function<void(Done<Written>)> &ask, const Done<Written> &settled, const Done<Written> &answered, Asked before = {});
    void askAgain();

    EventDirectory &m_events;
    NoShowStore &m_store;
    const Clock &m_clock;
    std::map<KeyName, std::shared_ptr<Restoring>> m_restoring;
    std::deque<std::function<void()>> m_unknown; // for askAgain()
    std::unique_ptr<Alarm> m_askAgain;
};

} // namespace parterre::services
