// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/holdservice.h"
#include "stage.h"

namespace parterre::simulation {

// What one server process promised about seats that are held, from its answers alone and by the written rules: who has
// a seat until when. After every step its ledgers must say the same (P3, I2, I9), every map of one revision must be one
// picture (P6, I8), the counts must add up (I6), and what they call sold must be sold in the store (P1, I7), but for what
// this process cannot know yet.
class HoldPromises
{
public:
    HoldPromises(Stage &stage, quint32 start);

    // The server hears what the store held at that moment.
    void opened(const Event &event, quint64 moment)
    {
        const auto show = std::size_t(showOf(event.summary.id));
        m_openedAt[show] = moment;
        m_cancelled[show] = event.summary.state == EventState::Cancelled;
    }
    // Nothing of the show is given to anybody from now on.
    void cancelled(int show) { m_cancelled[std::size_t(show)] = true; }
    void granted(const services::Caller &caller, const Request &request, const QList<Hold> &holds, const Clock &clock);
    void extended(const services::Caller &caller, const Request &request, const QList<Hold> &holds, const Clock &clock);
    void released(const services::Caller &caller, const Request &request);
    void ended(int show, const std::vector<ledger::EndedHold> &ended, Tick now);
    // All it holds is free at the end of this step, but for what is being sold.
    void signedOut(ledger::HolderId holder);
    void lost(ledger::HolderId holder, Tick end);
    void back(ledger::HolderId holder);
    void cart(const services::Caller &caller, const QList<services::CartEntry> &entries);

    // The store is asked to make a sale durable, perhaps again.
    void saleBegan(const storage::CheckoutWrite &write, Tick now);
    void changeBegan(const storage::ChangeWrite &write, Tick now);
    // `id`: of the booking that a sale makes, or of the payment of a change.
    void saleAnswered(const QUuid &id, const Result<Booking> &outcome, Tick now);
    // The store was asked why it refused a sale, and said how its places stand.
    void looked(const storage::PlacesSeen &seen, Tick now);
    // The store is asked, perhaps again, to give people who came late their places back: meanwhile nobody else gets them.
    void restoreBegan(const QString &name, const QList<Ticket> &tickets);
    void restoreAnswered(const QString &name, const std::optional<ErrorCode> &refusal);
    // A write took effect of which the service will hear later, and heard.
    void effectDone(const BookingId &booking, const QString &key, const QList<Ticket> &tickets);
    // The store's word of that moment: what a repetition did later is not heard yet.
    void effectHeard(const BookingId &booking, const QString &key, quint64 moment);

    // At the end of a step. A paused process cannot end anything before `awakeSince`.
    void compare(int show, const services::OpenEvent &event, Tick now, Tick awakeSince);
    // A ledger was shown to somebody in the middle of a step.
    void shown(int show, const ledger::SeatLedger &ledger) { checkPicture(show, ledger); }
    // What changed left as news; they continue the last ones.
    void told(int show, const ledger::SeatChanges &changes);
    // The picture of a revision; nothing for one that never was.
    [[nodiscard]] std::optional<quint64> pictureAt(int show, qint64 revision) const;
    [[nodiscard]] bool isSelling() const { return !m_sales.empty(); }

private:
    struct Promise {
        ledger::HolderId holder = ledger::kNobody; // nobody: no promise
        UserId user = {};                          // of that session then
        qint64 version = 0;
        Tick end = {};
        Tick lossEnd = Tick::max();
        Tick frozenAt = {};
        int extensions = 0;
        bool frozen = false;
        bool abandoned = false; // signed out while frozen
        bool leaving = false;   // signed out in this step

        [[nodiscard]] Tick until() const { return std::min(end, lossEnd); }
    };
    struct Sale {
        QUuid id = {};
        QList<Ticket> tickets = {}; // of seats that the buyer held
        bool unknown = false;
        std::optional<EventId> refused = {}; // for what another server did to this event: it is asked what that is
    };
    struct Restoring {
        QString name = {};
        QList<Ticket> tickets = {};
        bool unknown = false;
    };
    struct Unheard {
        BookingId booking = {};
        QString key = {};
        QList<Ticket> tickets = {};
        quint64 moment = 0;
    };
    // Ended by time in this step and given to another before anybody could be told.
    struct Untold {
        int show = 0;
        qint32 place = 0;
        Promise promise = {};
    };
    struct Pictures {
        qint64 first = 0;
        qint64 told = 0; // the last revision that news were about
        std::vector<quint64> at = {}; // from `first` on; kNoPicture where nobody could look
    };
    static constexpr quint64 kNoPicture = ~quint64(0);

    [[nodiscard]] Promise &promise(int show, qint32 place) { return m_promises[std::size_t(show)][std::size_t(place)]; }
    [[nodiscard]] Promise &promise(const Ticket &ticket) { return promise(showOf(ticket.event), ticket.place); }
    template<class Change>
    void forHolder(ledger::HolderId holder, Change change);
    void began(const Sale &sale, const UserId &actor, const QString &key, Tick now);
    // Whether somebody asked for this sale who showed the versions that hold now, or none.
    [[nodiscard]] bool isFenced(const Sale &sale, const UserId &actor, const QString &key);
    void thaw(const Ticket &ticket, Tick now);
    void grant(const services::Caller &caller, const Request &request, const Hold &hold, Tick end, Tick now);
    [[nodiscard]] bool isBeingRestored(int show, qint32 place) const;
    void checkHeldSeat(int show, qint32 place, const ledger::SeatLedger &ledger, Tick now, Tick awakeSince);
    void checkSoldSeat(int show, qint32 place, SeatState state);
    void checkPicture(int show, const ledger::SeatLedger &ledger);
    void fail(const char *what, int show, qint32 place);

    Stage &m_stage;
    const quint32 m_start;
    ByPlace<Promise> m_promises = {};
    ByPlace<qint64> m_lastVersion = {};
    ByPlace<int> m_unheardCount = {};
    std::array<quint64, kMostShows> m_openedAt = {};
    std::array<bool, kMostShows> m_cancelled = {};
    std::array<Pictures, kMostShows> m_pictures = {};
    std::vector<Sale> m_sales;      // under way
    std::vector<Restoring> m_restoring;
    std::vector<Unheard> m_unheard;
    std::vector<Untold> m_untold;
};

} // namespace parterre::simulation
