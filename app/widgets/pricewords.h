// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"

#include <QLocale>

namespace parterre::ui {

// What is said of prices, on screens and on paper.

// "€20.00 less Spring €4.00, fee €1.00"; empty when nothing was taken off or added but contained tax.
[[nodiscard]] QString partsWords(const PriceParts &parts, const Money &price, const QLocale &locale);
[[nodiscard]] QString bookingFeeText(const Money &fee, const QLocale &locale); // "plus €3.00 per booking"
[[nodiscard]] QString chargeName(ChargeKind kind); // "Booking fee"
// "Tax contained: €1.30"; empty when there is none.
[[nodiscard]] QString taxWords(const Money &tax, const QLocale &locale);
// What came to the house by it; negative: it went back.
[[nodiscard]] Money receivedBy(const Payment &payment);
// What a booking costs; of one that is cancelled, what stays with the house of what was paid.
[[nodiscard]] Money totalOf(const Booking &booking);
// Contained in the valid tickets and the charges of a booking.
[[nodiscard]] Money taxOf(const Booking &booking);
// What would stay with the house of these tickets; 0 when nothing.
[[nodiscard]] Money cancelFeeOf(const QList<Ticket> &tickets);

} // namespace parterre::ui
