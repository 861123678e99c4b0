// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.h"

namespace parterre::simulation {

// What the house promised about codes: no more bookings use one than may, those that are not over and have had something off
// by it are its uses and nobody else is (I10), and what is taken off is what the rules say (P5).
class CodePromises
{
public:
    explicit CodePromises(Stage &stage) : m_stage(stage) {}

    // A sale was acknowledged, or an exchange: these are its tickets.
    void sold(const QList<services::SaleItem> &items, const std::optional<QString> &code, const QList<Ticket> &tickets, bool isExchange);
    void refused(const Request &request, const Error &error);
    // After every step.
    void compare();

    // What a ticket costs that says itself what it has off.
    [[nodiscard]] static qint64 priceOf(const WorldScenario &scenario, const Ticket &ticket);

private:
    Stage &m_stage;
};

} // namespace parterre::simulation
