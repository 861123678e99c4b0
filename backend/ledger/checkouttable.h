// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ledger/ledgertypes.h"

#include <optional>
#include <vector>

namespace parterre::ledger {

// The checkouts under way, and which places each has frozen. A finished one leaves its room, not its token, to the next.
class CheckoutTable
{
public:
    struct Checkout {
        quint32 serial = 0;             // 0 when not under way
        std::optional<HoldEndReason> endsAs = {}; // why its seats are free after a thaw: the holder logged out meanwhile
        Tick frozenAt = {};
        std::vector<qint32> places = {};
    };

    explicit CheckoutTable(quint32 epoch) : m_epoch(epoch) {}

    CheckoutToken open(Tick now);
    void close(CheckoutToken token);
    // Null when the token is not of a checkout under way in this table. Void after the next open().
    [[nodiscard]] Checkout *find(CheckoutToken token);
    [[nodiscard]] Checkout &at(qint32 index) { return m_checkouts[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const std::vector<Checkout> &all() const { return m_checkouts; }
    [[nodiscard]] bool isEmpty() const { return m_idle.size() == m_checkouts.size(); }

private:
    quint32 m_epoch;
    quint32 m_lastSerial = 0;
    std::vector<Checkout> m_checkouts;
    std::vector<qint32> m_idle;
};

} // namespace parterre::ledger
