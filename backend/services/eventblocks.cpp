// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/eventblocks.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace parterre::services {

namespace {

bool isOlder(const Block &a, const Block &b)
{
    return std::tie(a.created, a.id) < std::tie(b.created, b.id);
}

} // namespace

EventBlocks::EventBlocks(const QList<Block> &blocks)
{
    for (const Block &block : blocks)
        add(block);
}

qsizetype EventBlocks::position(const BlockId &id) const
{
    const auto found = std::find_if(m_blocks.begin(), m_blocks.end(), [&id](const Block &block) { return block.id == id; });
    return found == m_blocks.end() ? -1 : found - m_blocks.begin();
}

const Block *EventBlocks::find(const BlockId &id) const
{
    const qsizetype found = position(id);
    return found < 0 ? nullptr : &m_blocks.at(found);
}

const Block *EventBlocks::at(qint32 place) const
{
    const auto found = m_byPlace.constFind(place);
    return found == m_byPlace.cend() ? nullptr : find(*found);
}

bool EventBlocks::isHeldBack(qint32 place) const
{
    const Block *block = at(place);
    return block && block->kind == BlockKind::HeldBack;
}

void EventBlocks::add(const Block &block)
{
    m_blocks.insert(std::lower_bound(m_blocks.begin(), m_blocks.end(), block, isOlder), block);
    for (const qint32 place : block.places)
        m_byPlace.insert(place, block.id);
}

void EventBlocks::learn(const Block &block)
{
    for (const qint32 place : block.places) {
        if (const Block *before = at(place); before && before->id != block.id)
            remove(BlockId(before->id), std::array {place});
    }
    const qsizetype found = position(block.id);
    if (found < 0)
        return add(block);
    Block &known = m_blocks[found];
    known.release = block.release;
    for (const qint32 place : block.places) {
        m_byPlace.insert(place, block.id);
        if (!known.places.contains(place))
            known.places.insert(std::lower_bound(known.places.begin(), known.places.end(), place), place);
    }
}

void EventBlocks::setRelease(const BlockId &id, const std::optional<BlockRelease> &release)
{
    if (const qsizetype found = position(id); found >= 0)
        m_blocks[found].release = release;
}

QList<qint32> EventBlocks::remove(const BlockId &id, std::span<const qint32> places)
{
    QList<qint32> removed;
    for (const qint32 place : places) {
        if (m_byPlace.value(place) == id) {
            m_byPlace.remove(place);
            removed.append(place);
        }
    }
    const qsizetype found = position(id);
    if (found < 0 || removed.isEmpty())
        return removed;
    m_blocks[found].places.removeIf([this, &id](qint32 place) { return m_byPlace.value(place) != id; });
    if (m_blocks.at(found).places.isEmpty())
        m_blocks.removeAt(found);
    return removed;
}

} // namespace parterre::services
