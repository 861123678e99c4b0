// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/onlineattempt.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "shared/core/utctime.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

Result<void> isToBePaid(const Booking &booking, const Money &amount)
{
    if (booking.state == BookingState::Confirmed)
        return ErrorCode::NotReserved;
    if (booking.state == BookingState::Cancelled)
        return booking.payments.isEmpty() ? ErrorCode::ReservationEnded : ErrorCode::AlreadyCancelled;
    return booking.total == amount ? Result<void>() : Error {.code = ErrorCode::PriceChanged, .limit = booking.total.amount};
}

} // namespace

Result<StoredOnlinePayment> OnlineAttempt::write()
{
    const OnlinePayment &payment = m_write.fresh.payment;
    if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, payment.booking}}); !locked)
        return locked.error();
    OnlinePaymentRepository payments(m_database);
    const Result<Booking> before = BookingRepository(m_database).ofKey(m_write.fresh.actor, m_write.key, m_write.requestHash);
    if (before)
        return payments.ofBooking(payment.booking);
    if (before.error().code != ErrorCode::NotFound)
        return before.error();
    const Result<StoredBooking> stored = BookingRepository(m_database).get(payment.booking);
    if (!stored)
        return stored.error();
    const Booking &booking = stored->booking;
    if (const Result<void> judged = isToBePaid(booking, payment.amount); !judged)
        return judged.error();
    const Result<StoredOnlinePayment> last = payments.ofBooking(booking.id);
    if (!last && last.error().code != ErrorCode::NotFound)
        return last.error();
    if (last && last->isUnderWay()) {
        const Result<void> kept = keep();
        return kept ? last : kept.error();
    }
    StoredOnlinePayment fresh = m_write.fresh;
    fresh.endsBooking = false;
    fresh.payment.payUntil = *booking.payUntil - m_write.grace;
    if (fresh.payment.payUntil < m_write.now + m_write.least)
        return ErrorCode::TooLateOnline;
    const Result<StoredOnlinePayment> begun = payments.insert(fresh, m_write.now, m_write.nextLook);
    if (!begun)
        return begun;
    if (const Result<void> kept = keep(); !kept)
        return kept.error();
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = m_write.audit,
                                            .action = u"payment.begun"_s,
                                            .objectKind = u"payment"_s,
                                            .objectId = payment.id.toString(),
                                            .after = {{u"booking"_s, booking.id.toString()},
                                                      {u"amount"_s, payment.amount.amount},
                                                      {u"currency"_s, payment.amount.currency.code()},
                                                      {u"payUntil"_s, toIsoUtc(fresh.payment.payUntil)}}});
    return noted ? begun : noted.error();
}

Result<void> OnlineAttempt::keep()
{
    const Result<Rows> kept = m_database.run("keys.insert"_L1, {{"actor"_L1, m_write.fresh.actor},
                                                               {"key"_L1, m_write.key},
                                                               {"operation"_L1, "pay"_L1},
                                                               {"request_hash"_L1, QString::fromLatin1(m_write.requestHash.toHex())},
                                                               {"booking"_L1, m_write.fresh.payment.booking},
                                                               {"created"_L1, m_write.now}});
    return kept ? Result<void>() : kept.error();
}

} // namespace parterre::storage
