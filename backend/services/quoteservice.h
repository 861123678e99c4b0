// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/ticketpricing.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// Tells beforehand what a checkout or an exchange would cost, by what prices those. Lives on the house thread.
class QuoteService : public QObject
{
    Q_OBJECT
public:
    // All of them outlive it.
    QuoteService(EventDirectory &events, storage::Storage &storage, const Clock &clock, IdGenerator &ids, QObject *parent = nullptr);

    // As TicketPricing::price(), and CodeUsedUp: the database is asked, since it counts.
    void quote(const Caller &caller, const QList<SaleItem> &items, const std::optional<QString> &code, bool isExchange, Done<PricedSale> done);

private:
    void askForUses(const PricedSale &sale, const Done<PricedSale> &done);

    EventDirectory &m_events;
    storage::Storage &m_storage;
    const Clock &m_clock;
    const TicketPricing m_pricing;
};

} // namespace parterre::services
