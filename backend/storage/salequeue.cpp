// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/salequeue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace parterre::storage {

namespace {

constexpr std::size_t kWorthDividing = 16; // sales; below, two commits cost more than they save

} // namespace

SaleQueue::SaleQueue(std::size_t writers, Wake wake) : m_wake(std::move(wake)), m_writers(writers) {}

std::size_t SaleQueue::inOtherHands(std::size_t writer) const
{
    std::size_t sales = 0;
    for (std::size_t i = 0; i < m_writers.size(); ++i)
        sales += i == writer ? 0 : m_writers[i].inHand;
    return sales;
}

bool SaleQueue::mayBegin(std::size_t writer) const
{
    const std::size_t others = inOtherHands(writer);
    return !m_waiting.empty() && (others == 0 || m_waiting.size() >= std::max(kWorthDividing, others / 2));
}

// Another writer without work that could have some now, and that nobody has told so.
std::optional<std::size_t> SaleQueue::sleeper(std::optional<std::size_t> awake)
{
    for (std::size_t i = 0; i < m_writers.size(); ++i) {
        if (i != awake && m_writers[i].inHand == 0 && !m_writers[i].woken && mayBegin(i)) {
            m_writers[i].woken = true;
            return i;
        }
    }
    return std::nullopt;
}

void SaleQueue::wake(std::optional<std::size_t> writer) const
{
    if (writer)
        m_wake(*writer);
}

void SaleQueue::add(WaitingSale sale)
{
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(std::move(sale));
    const auto writer = sleeper({});
    lock.unlock();
    wake(writer);
}

std::vector<WaitingSale> SaleQueue::take(std::size_t writer)
{
    std::unique_lock lock(m_mutex);
    m_writers[writer].woken = false;
    if (!mayBegin(writer))
        return {};
    const std::size_t share = (m_waiting.size() + inOtherHands(writer) + m_writers.size() - 1) / m_writers.size();
    const std::size_t count = std::min({std::max(share, kWorthDividing), m_waiting.size(), kMostTogether});
    const auto end = m_waiting.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<WaitingSale> group(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
    m_waiting.erase(m_waiting.begin(), end);
    m_writers[writer].inHand = count;
    const auto next = sleeper(writer);
    lock.unlock();
    wake(next);
    return group;
}

void SaleQueue::finish(std::size_t writer, std::vector<WaitingSale> again)
{
    std::unique_lock lock(m_mutex);
    m_writers[writer].inHand = 0;
    m_waiting.insert(m_waiting.begin(), std::make_move_iterator(again.begin()), std::make_move_iterator(again.end()));
    const auto next = sleeper(writer); // this one may have something else to do first
    lock.unlock();
    wake(next);
}

std::vector<WaitingSale> SaleQueue::takeAll()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<WaitingSale> all(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
    m_waiting.clear();
    return all;
}

std::size_t SaleQueue::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.size();
}

bool SaleQueue::hasWorkFor(std::size_t writer) const
{
    const std::scoped_lock lock(m_mutex);
    return mayBegin(writer);
}

} // namespace parterre::storage
