// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"
#include "tests/support/samplehouse.h"

#include <QVariant>

#include <vector>

namespace parterre::bench {

// New sales of one event, each of other seats, as the server's own service makes them: time-ordered ids, references that
// people can read out. Made before anything is measured.
class SaleMaker
{
public:
    SaleMaker(const testing::SampleHouse &house, int ticketsPerSale) : m_house(house), m_ticketsPerSale(ticketsPerSale) {}

    [[nodiscard]] std::vector<storage::CheckoutWrite> make(std::size_t count);

private:
    [[nodiscard]] storage::CheckoutWrite makeOne();

    const testing::SampleHouse m_house;
    const int m_ticketsPerSale;
    const SystemClock m_clock;
    UuidV7Generator m_ids {m_clock};
    quint64 m_made = 0;
};

// The rows that such a sale becomes, already in the form they are bound in: whoever writes these has nothing left to do
// but write. One list of values for each table, columns in the order of the tables' own INSERT.
struct SaleRows {
    QVariantList booking;
    std::vector<QVariantList> tickets;
    QVariantList payment;
    QVariantList key;
    QVariantList audit;
};
// The audit row's sequence is given when it is written; its hashes are as long as real ones but make no chain.
[[nodiscard]] SaleRows rowsOf(const storage::CheckoutWrite &write, storage::Engine engine);

} // namespace parterre::bench
