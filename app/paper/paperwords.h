// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/paperjob.h"
#include "app/state/ticketdesk.h"

#include <QLocale>

namespace parterre::ui {

// The words of a booking's tickets and of its receipt, in the locale's language and the venue's time.
[[nodiscard]] QList<PaperTicket> ticketWords(const TicketBundle &bundle, const QLocale &locale);
[[nodiscard]] PaperReceipt receiptWords(const TicketBundle &bundle, const QLocale &locale);

} // namespace parterre::ui
