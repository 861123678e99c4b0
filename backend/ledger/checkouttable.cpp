// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/checkouttable.h"

namespace parterre::ledger {

CheckoutToken CheckoutTable::open(Tick now)
{
    if (m_idle.empty()) {
        m_idle.push_back(static_cast<qint32>(m_checkouts.size()));
        m_checkouts.emplace_back();
    }
    const qint32 index = m_idle.back();
    m_idle.pop_back();
    Checkout &checkout = at(index);
    checkout.serial = ++m_lastSerial;
    checkout.endsAs.reset();
    checkout.frozenAt = now;
    return {.epoch = m_epoch, .serial = checkout.serial, .index = index};
}

void CheckoutTable::close(CheckoutToken token)
{
    at(token.index).serial = 0;
    at(token.index).places.clear();
    m_idle.push_back(token.index);
}

CheckoutTable::Checkout *CheckoutTable::find(CheckoutToken token)
{
    if (token.epoch != m_epoch || token.serial == 0 || token.index < 0 || static_cast<std::size_t>(token.index) >= m_checkouts.size())
        return nullptr;
    return at(token.index).serial == token.serial ? &at(token.index) : nullptr;
}

} // namespace parterre::ledger
