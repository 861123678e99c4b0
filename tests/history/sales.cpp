// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/sales.h"

#include <algorithm>

namespace parterre::history {

Sales::Sales(const History &history, const Visits &visits, Violations &violations)
    : m_history(history), m_visits(visits), m_violations(violations)
{
    std::vector<const Operation *> confirms;
    std::vector<const Operation *> cancels;
    for (const Operation &operation : history.operations()) {
        if (operation.kind == Kind::Confirm)
            confirms.push_back(&operation);
        else if (operation.kind == Kind::Cancel)
            cancels.push_back(&operation);
    }
    const auto byStart = [](const Operation *a, const Operation *b) { return a->start < b->start; };
    std::stable_sort(confirms.begin(), confirms.end(), byStart);
    std::stable_sort(cancels.begin(), cancels.end(), byStart);
    for (const Operation *operation : confirms)
        addConfirm(*operation);
    checkAnswers(confirms);
    for (std::size_t i = 0; i < m_sales.size(); ++i) {
        const Sale &sale = m_sales[i];
        if (sale.ok && !m_byBooking.emplace(sale.booking, i).second)
            m_violations.add(sale.ok->id, "one booking for two keys");
    }
    for (const Operation *operation : cancels)
        addCancel(*operation);
}

const Sale *Sales::ofKey(qint64 key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? nullptr : &m_sales[found->second];
}

bool Sales::namesTheSame(const Operation &a, const Operation &b) const
{
    const auto left = m_history.notes(a);
    const auto right = m_history.notes(b);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const SeatNote &x, const SeatNote &y) { return x.place == y.place; });
}

void Sales::addConfirm(const Operation &operation)
{
    if (operation.outcome != Outcome::Ok && operation.outcome != Outcome::Unknown)
        return;
    const auto [entry, isNew] = m_byKey.emplace(operation.key, m_sales.size());
    if (isNew)
        m_sales.push_back({.key = operation.key});
    Sale &sale = m_sales[entry->second];
    if (sale.request && !namesTheSame(*sale.request, operation)) {
        if (operation.outcome == Outcome::Ok)
            m_violations.add(operation.id, "one key for two requests");
        return;
    }
    if (!sale.request)
        sale.request = &operation;
    sale.moment.low = std::min(sale.moment.low, operation.start);
    if (std::find(sale.sessions.begin(), sale.sessions.end(), operation.session) == sale.sessions.end())
        sale.sessions.push_back(operation.session);
    if (operation.outcome == Outcome::Unknown) {
        sale.unknownUntil = std::max(sale.unknownUntil, m_visits.deathAfter(operation.start).high);
        return;
    }
    if (!sale.ok) {
        sale.ok = &operation;
        sale.request = &operation;
        sale.booking = operation.booking;
    } else if (sale.booking != operation.booking) {
        m_violations.add(operation.id, "one key, two bookings: a repeated request was executed again");
    }
    sale.moment.high = std::min(sale.moment.high, std::min(operation.end, m_visits.deathAfter(operation.start).high));
}

void Sales::checkAnswers(const std::vector<const Operation *> &confirms)
{
    for (const Operation *operation : confirms) {
        const bool isNo = operation->outcome == Outcome::NotHeld || operation->outcome == Outcome::Conflict;
        const auto found = isNo ? m_byKey.find(operation->key) : m_byKey.end();
        if (found == m_byKey.end() || !namesTheSame(*m_sales[found->second].request, *operation))
            continue;
        Sale &sale = m_sales[found->second];
        if (sale.ok && operation->start > sale.ok->end)
            m_violations.add(operation->id, "a repeated request was refused although its key had sold");
        if (!sale.ok && operation->start > sale.unknownUntil)
            sale.isSettled = true;
    }
}

void Sales::addCancel(const Operation &operation)
{
    if (operation.outcome != Outcome::Ok && operation.outcome != Outcome::Unknown)
        return;
    const auto found = m_byBooking.find(operation.booking);
    if (found == m_byBooking.end()) {
        if (operation.outcome == Outcome::Ok)
            m_violations.add(operation.id, "cancelled a booking that nobody was told of");
        return;
    }
    Sale &sale = m_sales[found->second];
    if (operation.outcome == Outcome::Ok) {
        const auto [key, isFirst] = m_cancelKeys.emplace(operation.booking, operation.key);
        if (!isFirst && key->second != operation.key)
            m_violations.add(operation.id, "a booking was cancelled twice");
        sale.cancelled.high =
            std::min(sale.cancelled.high, std::min(operation.end, m_visits.deathAfter(operation.start).high));
    }
    if (!sale.cancel)
        sale.cancel = &operation;
    sale.cancelled.low = std::min(sale.cancelled.low, operation.start);
}

} // namespace parterre::history
