// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/block.h"

#include <QHash>

#include <span>

namespace parterre::services {

// What of one event is kept from sale, as the store has it, oldest first. Which of it somebody holds nevertheless, the ledger
// knows. A block without places is none. Lives on the house thread.
class EventBlocks
{
public:
    EventBlocks() = default;
    explicit EventBlocks(const QList<Block> &blocks);

    [[nodiscard]] bool isEmpty() const { return m_blocks.isEmpty(); }
    [[nodiscard]] const QList<Block> &all() const { return m_blocks; }
    [[nodiscard]] const Block *find(const BlockId &id) const; // null: there is none
    [[nodiscard]] const Block *at(qint32 place) const;        // null: it is in none
    [[nodiscard]] bool isHeldBack(qint32 place) const;

    void add(const Block &block);
    // What another server made: these places are in it, and in no other. It may be known already, with other places.
    void learn(const Block &block);
    void setRelease(const BlockId &id, const std::optional<BlockRelease> &release);
    // Answers which of them were in the block.
    QList<qint32> remove(const BlockId &id, std::span<const qint32> places);

private:
    [[nodiscard]] qsizetype position(const BlockId &id) const; // -1: there is none

    QList<Block> m_blocks;
    QHash<qint32, BlockId> m_byPlace;
};

} // namespace parterre::services
