// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/ticketdesk.h"

#include <QByteArray>

namespace parterre::ui {

// The events of a booking's valid tickets for any calendar (RFC 5545): one entry an event, which a later file of the same
// booking replaces. Times are UTC, which needs no time zone described beside them.
[[nodiscard]] QByteArray calendarFile(const TicketBundle &bundle, Instant now);

} // namespace parterre::ui
