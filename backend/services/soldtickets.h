// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/pricing.h"

#include <map>
#include <memory>
#include <vector>

namespace parterre::services {

struct PlanFacts;

// As what the tickets of one event are sold, or being sold at this moment: counted as they come and go, so that "for the first
// twenty in the stalls" costs a sale no question. Which places are sold is the ledger's to say; whoever tells it tells this.
// Lives on the house thread.
class SoldTickets
{
public:
    explicit SoldTickets(std::shared_ptr<const PlanFacts> plan);

    // A checkout of the place begins, and has come to its end. An empty ticket type, here and below: nobody knows it.
    void beginSelling(qint32 place, const QString &ticketType) { count(place, indexOf(ticketType), 1); }
    void endSelling(qint32 place, const QString &ticketType) { count(place, indexOf(ticketType), -1); }
    // It is sold, from now on as this.
    void sell(qint32 place, const QString &ticketType);
    void free(qint32 place);

    [[nodiscard]] QList<SoldCount> counts() const;

private:
    [[nodiscard]] qint32 indexOf(const QString &ticketType);
    void count(qint32 place, qint32 type, qint32 by);

    static constexpr qint32 kFree = -1;

    std::shared_ptr<const PlanFacts> m_plan;
    QStringList m_types;                                // that were ever sold
    std::vector<qint32> m_soldAs;                       // by place, into these; or kFree
    std::map<std::pair<qint32, qint32>, qint32> m_counts; // by category of the plan and ticket type
};

} // namespace parterre::services
