// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/eventmodel.h"
#include "shared/protocol/blocks.h"

#include <QSet>

namespace parterre {

// What is blocked of the open event, as staff knows it, and seats that are chosen to be blocked, or released. Reads the blocks whenever a
// seat was blocked or is not any more, and tells the seat map of them.
class BlockDesk final : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it; ids name new blocks.
    BlockDesk(SessionModel &session, EventModel &event, IdGenerator &ids, QObject *parent = nullptr);

    // Reads them again.
    void refresh();
    // Oldest first; none for those who are not staff.
    [[nodiscard]] const QList<Block> &blocks() const { return m_blocks; }
    // When it falls free; nothing: when somebody releases it.
    [[nodiscard]] std::optional<Instant> until(const Block &block) const;
    [[nodiscard]] EventModel &event() const { return m_event; }
    [[nodiscard]] bool maySee() const { return m_session.isCounter(); }
    [[nodiscard]] bool mayBlock() const { return m_session.isManager(); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } // why they could not be read

    // While seats are chosen, those that are activated go in and out of the choice.
    void setChoosing(bool choosing);
    [[nodiscard]] bool isChoosing() const { return m_choosing; }
    // With the other seats of a table that is sold whole. Free seats can be chosen, to be blocked, or blocked ones, to be
    // released, but not both together: else false.
    bool toggle(qint32 seat);
    [[nodiscard]] QList<qint32> chosen() const; // ascending
    [[nodiscard]] bool choosesBlocked() const { return m_choosesBlocked && !m_chosen.isEmpty(); }
    [[nodiscard]] bool isBlocked(qint32 seat) const;

    // Blocks what is chosen, and so many free places of areas. Ends in created() or failed().
    void create(BlockKind kind, const QString &reason, const std::optional<BlockRelease> &release, const QList<AreaBlock> &areas);
    // All of a block, or the blocked seats that are chosen. End in released() or failed().
    void release(BlockId block);
    void releaseChosen();
    [[nodiscard]] bool isAsking() const { return m_asking; }

Q_SIGNALS:
    void changed();        // blocks, error, what the person may do
    void choosingChanged();
    void chosenChanged();
    void askingChanged();
    void created(const parterre::Block &block);
    void released();
    // `labels` are of error.places.
    void failed(const parterre::Error &error, const QStringList &labels);

private:
    void readAfter(const QList<Block> &before, const std::optional<QString> &cursor);
    void setBlocks(const QList<Block> &blocks, const std::optional<Error> &error = {});
    void showOnMap();
    [[nodiscard]] bool isEligible(qint32 seat) const;
    void dropWhatChanged();
    void release(const protocol::BlocksReleaseParams &params);
    void setAsking(bool asking);
    void fail(const Error &error);

    SessionModel &m_session;
    EventModel &m_event;
    IdGenerator &m_ids;
    QList<Block> m_blocks;
    std::optional<Error> m_error;
    bool m_reading = false;
    bool m_readAgain = false;
    bool m_choosing = false;
    bool m_asking = false;
    bool m_choosesBlocked = false;
    QSet<qint32> m_chosen;
};

} // namespace parterre
