// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/prompter.h"
#include "shared/domain/booking.h"

namespace parterre::ui {

// What is asked before tickets are given back, and before seats that are reserved are. `all`: nothing is left of the booking
// then. `back`: what is paid back; empty: that is shown beside the question.
[[nodiscard]] Question cancelQuestion(const Booking &booking, const QList<Ticket> &tickets, bool all, const QString &back);
[[nodiscard]] Question releaseQuestion(const Booking &booking, const QList<Ticket> &tickets, bool all);
// What is said afterwards, of so many.
[[nodiscard]] QString cancelledText(const Booking &booking, int tickets);

} // namespace parterre::ui
