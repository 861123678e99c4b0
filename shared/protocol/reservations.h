// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// bookings.* of what is not paid yet. Written and read in bookings.cpp, where the fields are that they share.

#include "shared/domain/reservation.h"
#include "shared/protocol/bookings.h"

namespace parterre::protocol {

// `key`: as in bookings.checkout.
struct BookingsReserveParams {
    QString key = {};
    QList<CheckoutItem> items = {};
    QString customerName = {};
    std::optional<QString> email = {};
    std::optional<QString> phone = {};
    std::optional<Instant> payUntil = {};       // as late as the events allow when absent
    std::optional<QString> strandedReason = {};
    std::optional<QString> code = {};
    std::optional<Money> total = {};            // that was shown

    friend bool operator==(const BookingsReserveParams &, const BookingsReserveParams &) = default;
};

struct BookingsPayParams {
    BookingId booking = {};
    QString key = {};
    std::optional<CheckoutPayment> payment = {};         // one of these two
    std::optional<QList<CheckoutPart>> payments = {};

    friend bool operator==(const BookingsPayParams &, const BookingsPayParams &) = default;
};

struct BookingsProlongParams {
    BookingId booking = {};
    QString key = {};
    Instant payUntil = {};                      // later than before, or earlier

    friend bool operator==(const BookingsProlongParams &, const BookingsProlongParams &) = default;
};

struct BookingsReservationsParams {
    std::optional<EventId> event = {};
    std::optional<Instant> until = {};          // those that fall free by then
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct BookingsReservationsResult {
    QList<BookingSummary> reservations = {};
    ReservationTotals totals = {};              // of the whole list
    std::optional<QString> next = {};
};

// Held seats become a booking that is to be paid later. PayUntilTooLate: later than the events allow. PayUntilPassed: too late
// to reserve at all.
struct BookingsReserve {
    using Params = BookingsReserveParams;
    using Result = BookingResult;
    static constexpr std::array kErrors {
        ErrorCode::NotFound, ErrorCode::UnknownPlace, ErrorCode::NotHeld, ErrorCode::HoldExpired, ErrorCode::StaleVersion,
        ErrorCode::SeatTaken, ErrorCode::NoPrice, ErrorCode::SaleClosed, ErrorCode::CheckoutRunning, ErrorCode::KeyReused,
        ErrorCode::CurrencyMismatch, ErrorCode::SeatStranded, ErrorCode::TableSoldWhole, ErrorCode::PayUntilTooLate, ErrorCode::PayUntilPassed,
        ErrorCode::CodeUnknown, ErrorCode::CodeNotValid, ErrorCode::CodeUsedUp,
        ErrorCode::PriceChanged};
    static constexpr MethodInfo kInfo {"bookings.reserve", "Reserves held seats, all or none, to be paid until a date; then they fall free by themselves", kCounter, kErrors};
};

// ReservationEnded: it fell free, or was released.
struct BookingsPay {
    using Params = BookingsPayParams;
    using Result = BookingResult;
    static constexpr std::array kErrors {ErrorCode::NotFound,          ErrorCode::KeyReused,        ErrorCode::InsufficientPayment, ErrorCode::PaymentNotAllowed,
                                         ErrorCode::CurrencyMismatch,  ErrorCode::PaymentMismatch,  ErrorCode::ReservationEnded,    ErrorCode::NotReserved,
                                         ErrorCode::AlreadyCancelled,  ErrorCode::VoucherUnknown,   ErrorCode::VoucherExpired,      ErrorCode::VoucherBlocked,
                                         ErrorCode::VoucherBalance};
    static constexpr MethodInfo kInfo {"bookings.pay", "Pays a reservation, which is a confirmed booking from then on", kCounter, kErrors};
};

struct BookingsProlong {
    using Params = BookingsProlongParams;
    using Result = BookingResult;
    static constexpr std::array kErrors {ErrorCode::NotFound,       ErrorCode::KeyReused,        ErrorCode::PayUntilTooLate,
                                         ErrorCode::PayUntilPassed, ErrorCode::ReservationEnded, ErrorCode::NotReserved,
                                         ErrorCode::AlreadyCancelled};
    static constexpr MethodInfo kInfo {"bookings.prolong", "Changes until when a reservation is to be paid", kCounter, kErrors};
};

struct BookingsReservations {
    using Params = BookingsReservationsParams;
    using Result = BookingsReservationsResult;
    static constexpr MethodInfo kInfo {"bookings.reservations", "Reservations that are not paid, soonest to fall free first", kCounter, {}};
};

} // namespace parterre::protocol
