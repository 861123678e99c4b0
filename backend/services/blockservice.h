// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/blockstore.h"
#include "backend/services/frozenseats.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace parterre::services {

struct BlockWish {
    BlockId id = {};             // a new one of the caller's choosing
    EventId event = {};
    QList<qint32> places = {};
    QList<AreaBlock> areas = {}; // so many free places of each, the lowest ones
    BlockKind kind = BlockKind::HeldBack;
    QString reason = {};
    std::optional<BlockRelease> release = {};
};

// Keeps seats from sale and lets them go again, at their time also when nobody is connected. The ledger blocks first, so that
// nobody gets a seat meanwhile, and frees last: what everybody may have is in no block of the store. Lives on the house thread.
class BlockService
{
public:
    BlockService(EventDirectory &events, BlockStore &store, const Clock &clock, Scheduler &scheduler);
    Q_DISABLE_COPY_MOVE(BlockService)

    // To be called when the events are open: releases what is due, and goes on by itself.
    void start();

    // A repetition answers what is there. NotFound; AlreadyExists: another block has the id; SaleClosed: the event is
    // cancelled, or being changed; InvalidParams: nothing is named, an area twice, a release of no or two times;
    // ReleasePassed; UnknownPlace; TooManySeats; TableSoldWhole; AlreadyBlocked; AreaFull; SeatTaken.
    void create(const Caller &caller, const BlockWish &wish, Done<Block> done);
    // Of a block, or these places of it, or of any: all or none. NotFound (event or block), NotBlocked, TableSoldWhole; InvalidParams:
    // neither is named. Who holds such a seat keeps it.
    void release(const Caller &caller, EventId event, std::optional<BlockId> block, std::optional<QList<qint32>> places, Done<bool> done);
    void list(const Caller &caller, EventId event, Done<QList<Block>> done);
    // Of all events that are open and not cancelled, soonest first.
    [[nodiscard]] QList<DueBlock> due(std::optional<Instant> until) const;
    // All or none: NotFound. Those whose time has come are released, the others will be.
    void confirm(const Caller &caller, const QList<BlockId> &blocks, Done<bool> done);
    // NotFound, ReleasePassed, InvalidParams.
    void postpone(const Caller &caller, BlockId block, const std::optional<BlockRelease> &release, Done<Block> done);

private:
    using Write = std::function<void(Done<void>)>;
    struct Creation {
        Block block = {};
        QList<Done<Block>> waiting = {}; // who asked, and who repeated it meanwhile
    };

    void createIn(const Caller &caller, OpenEvent &event, const BlockWish &wish, const Done<Block> &done);
    [[nodiscard]] Result<QList<qint32>> placesFor(OpenEvent &event, const BlockWish &wish) const;
    void onCreated(const Block &block, const Result<void> &written);
    void finishCreating(const Block &block, const Result<void> &written);
    void answerEarly(const BlockId &block, const Error &error);
    void releaseIn(const Caller &caller, const OpenEvent &event, const std::optional<BlockId> &id, const std::optional<QList<qint32>> &places, const Done<bool> &done);
    // Of one event or of several, in one transaction.
    void settle(const QList<BlockedPlaces> &released, const QList<BlockRule> &rules, const storage::AuditContext &audit, const Done<void> &done);
    void onSettled(const QList<BlockedPlaces> &released, const QList<BlockRule> &rules);
    [[nodiscard]] Result<void> refuseRelease(const std::optional<BlockRelease> &release, const OpenEvent &event) const;
    [[nodiscard]] OpenEvent *eventOf(const BlockId &block);
    // `settled` hears the store's last word, `answered` what is known now.
    void write(const Write &ask, const Done<void> &settled, const Done<void> &answered, bool isAgain = false);
    void askAgain();
    // Releases what is due and sets the alarm for what is next.
    void look();

    EventDirectory &m_events;
    BlockStore &m_store;
    const Clock &m_clock;
    std::unique_ptr<Alarm> m_lookAgain;
    std::unique_ptr<Alarm> m_askAgain;
    QHash<BlockId, Creation> m_creating;
    QSet<BlockId> m_releasing;                     // by their rules
    std::deque<std::function<void()>> m_unknown;   // for askAgain()
};

} // namespace parterre::services
