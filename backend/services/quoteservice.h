// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/ticketpricing.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

struct QuoteRequest {
    QList<SaleItem> items = {};
    std::optional<QString> code = {};
    bool isExchange = false;
    std::optional<BookingId> booking = {}; // that is exchanged
    QStringList givenBack = {};            // numbers of its tickets
};

// Tells beforehand what a checkout or an exchange would cost, by what prices those. Lives on the house thread.
class QuoteService : public QObject
{
    Q_OBJECT
public:
    // All of them outlive it.
    QuoteService(EventDirectory &events, storage::Storage &storage, const Clock &clock, IdGenerator &ids, QObject *parent = nullptr);

    // As TicketPricing::price(), and CodeUsedUp: the database is asked, since it counts. NotFound: the booking, too.
    void quote(const Caller &caller, const QuoteRequest &request, Done<PricedSale> done);

private:
    void price(const Caller &caller, const QuoteRequest &request, const std::optional<Booking> &exchanged, const Done<PricedSale> &done);
    void askForUses(const PricedSale &sale, const std::optional<BookingId> &booking, const Done<PricedSale> &done);

    EventDirectory &m_events;
    storage::Storage &m_storage;
    const Clock &m_clock;
    const TicketPricing m_pricing;
};

} // namespace parterre::services
