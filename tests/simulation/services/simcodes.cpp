// SPDX-License-Identifier: GPL-3.0-or-later
#include "simcodes.h"

namespace parterre::simulation {

std::optional<Error> SimCodes::look(int sale, const QList<DiscountId> &codes) const
{
    for (const DiscountId &id : codes) {
        const int code = codeOf(id);
        if (isUsedUp(code) && !m_users.contains({sale, code}))
            return Error {.code = ErrorCode::CodeUsedUp, .limit = *m_scenario.codes[std::size_t(code)].maxUses};
    }
    return std::nullopt;
}

std::optional<Error> SimCodes::mayUse(int sale, const QList<DiscountId> &codes)
{
    return m_mistake == SaleMistake::LimitLookedUpBefore ? std::nullopt : look(sale, codes);
}

void SimCodes::use(int sale, const QList<DiscountId> &codes)
{
    for (const DiscountId &id : codes) {
        const int code = codeOf(id);
        const bool isKnown = m_users.contains({sale, code});
        if (isKnown && m_mistake != SaleMistake::ExchangeCountedAgain)
            continue;
        m_users.insert({sale, code});
        add(code, 1);
    }
}

void SimCodes::giveBack(int sale)
{
    for (int code = 0; code < kCodes; ++code) {
        if (m_users.remove({sale, code}))
            add(code, -1);
    }
}

void SimCodes::count(const QList<DiscountId> &codes, SaleMistake only)
{
    for (const DiscountId &id : only == m_mistake ? codes : QList<DiscountId>())
        add(codeOf(id), 1);
}

void SimCodes::add(int code, qint32 uses)
{
    m_uses[std::size_t(code)] += uses;
    m_wasUsedUp[std::size_t(code)] = m_wasUsedUp[std::size_t(code)] || isUsedUp(code);
}

} // namespace parterre::simulation
