// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventdirectory.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

struct DiscountListing {
    QList<CountedDiscount> discounts = {};
    QList<Currency> currencies = {}; // of the house's prices, that of the latest event first
};

// What the house takes off its prices. The directory has all of it in memory, so that no sale asks the database; how often
// codes are used only the database knows. Another server on the same database hears of changes when it is started anew.
// Lives on the house thread.
class DiscountService : public QObject
{
    Q_OBJECT
public:
    // All of them outlive it.
    DiscountService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    // From the database to the directory; answers how many.
    void load(Done<qint32> done);
    void list(Done<DiscountListing> done);
    // DiscountInvalid; otherwise as DiscountRepository.
    void save(const Caller &caller, const Discount &discount, Done<CountedDiscount> done);
    void remove(const Caller &caller, DiscountId discount, qint32 version, Done<bool> done);

private:
    // What the database has is not known: asks until it answers.
    void loadUntilKnown();
    void put(const Discount &discount);
    void drop(DiscountId discount);

    EventDirectory &m_events;
    storage::Storage &m_storage;
    const Clock &m_clock;
};

} // namespace parterre::services
