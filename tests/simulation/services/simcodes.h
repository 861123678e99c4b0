// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "shared/core/error.h"
#include "salemistakes.h"
#include "worldscenario.h"

#include <QSet>

namespace parterre::simulation {

// How often the codes of the house are used, and by whom: does what CodeUses does.
class SimCodes
{
public:
    SimCodes(const WorldScenario &scenario, SaleMistake mistake) : m_scenario(scenario), m_mistake(mistake) {}

    // CodeUsedUp: there is none left of one of them that the booking does not use yet.
    [[nodiscard]] std::optional<Error> mayUse(int sale, const QList<DiscountId> &codes);
    // The same, before anything is written.
    [[nodiscard]] std::optional<Error> look(int sale, const QList<DiscountId> &codes) const;
    // One of each that the booking does not use yet.
    void use(int sale, const QList<DiscountId> &codes);
    void giveBack(int sale);

    // What goes wrong, if that is to.
    [[nodiscard]] SaleMistake mistake() const { return m_mistake; }
    void count(const QList<DiscountId> &codes, SaleMistake only);

    // For those who judge.
    [[nodiscard]] qint32 uses(int code) const { return m_uses[std::size_t(code)]; }
    [[nodiscard]] bool wasUsedUp(int code) const { return m_wasUsedUp[std::size_t(code)]; }

private:
    [[nodiscard]] bool isUsedUp(int code) const { return m_uses[std::size_t(code)] >= m_scenario.codes[std::size_t(code)].maxUses.value_or(std::numeric_limits<qint32>::max()); }
    void add(int code, qint32 uses);

    const WorldScenario &m_scenario;
    const SaleMistake m_mistake;
    std::array<qint32, kCodes> m_uses = {};
    std::array<bool, kCodes> m_wasUsedUp = {};
    QSet<std::pair<int, int>> m_users; // sale and code
};

} // namespace parterre::simulation
