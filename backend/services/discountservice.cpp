// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/discountservice.h"

#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/storage.h"

#include <QTimer>

#include <algorithm>

namespace parterre::services {

namespace {

constexpr std::chrono::seconds kAskAgain {1};

}

DiscountService::DiscountService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent)
    : QObject(parent), m_events(events), m_storage(storage), m_clock(clock)
{
}

void DiscountService::load(Done<qint32> done)
{
    list([this, done = std::move(done)](const Result<DiscountListing> &all) {
        if (!all)
            return done(all.error());
        QList<Discount> discounts;
        for (const CountedDiscount &counted : all->discounts)
            discounts.append(counted.discount);
        m_events.setDiscounts(std::move(discounts));
        done(static_cast<qint32>(all->discounts.size()));
    });
}

void DiscountService::loadUntilKnown()
{
    load([this](const Result<qint32> &loaded) {
        if (!loaded)
            QTimer::singleShot(kAskAgain, this, &DiscountService::loadUntilKnown);
    });
}

void DiscountService::list(Done<DiscountListing> done)
{
    m_storage.read(this, [](storage::Database &database) -> Result<DiscountListing> {
        const Result<QList<CountedDiscount>> discounts = storage::DiscountRepository(database).list();
        if (!discounts)
            return discounts.error();
        const Result<QList<Currency>> currencies = storage::EventRepository(database).currencies();
        return currencies ? Result<DiscountListing>({.discounts = *discounts, .currencies = *currencies}) : Result<DiscountListing>(currencies.error());
    }, std::move(done));
}

void DiscountService::save(const Caller &caller, const Discount &discount, Done<CountedDiscount> done)
{
    if (const QString fault = faultIn(discount); !fault.isEmpty())
        return done(Error {.code = ErrorCode::DiscountInvalid, .detail = fault});
    m_storage.write(this, [discount, audit = caller.audit(m_clock.utcNow())](storage::Database &database) { return storage::DiscountRepository(database).save(discount, audit); },
                    [this, done = std::move(done)](const Result<CountedDiscount> &saved) {
                        if (saved)
                            put(saved->discount);
                        else if (saved.error().code == ErrorCode::OutcomeUnknown)
                            loadUntilKnown();
                        done(saved);
                    });
}

void DiscountService::remove(const Caller &caller, DiscountId discount, qint32 version, Done<bool> done)
{
    m_storage.write(this,
                    [discount, version, audit = caller.audit(m_clock.utcNow())](storage::Database &database) {
                        return storage::DiscountRepository(database).remove(discount, version, audit);
                    },
                    [this, discount, done = std::move(done)](const Result<void> &removed) {
                        if (removed)
                            drop(discount);
                        else if (removed.error().code == ErrorCode::OutcomeUnknown)
                            loadUntilKnown();
                        done(removed ? Result<bool>(true) : Result<bool>(removed.error()));
                    });
}

void DiscountService::put(const Discount &discount)
{
    QList<Discount> discounts = m_events.discounts();
    const auto known = std::find_if(discounts.begin(), discounts.end(), [&discount](const Discount &each) { return each.id == discount.id; });
    if (known == discounts.end())
        discounts.append(discount);
    else if (known->version < discount.version)
        *known = discount;
    m_events.setDiscounts(std::move(discounts));
}

void DiscountService::drop(DiscountId discount)
{
    QList<Discount> discounts = m_events.discounts();
    discounts.removeIf([&discount](const Discount &each) { return each.id == discount; });
    m_events.setDiscounts(std::move(discounts));
}

} // namespace parterre::services
