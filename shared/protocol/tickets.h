// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/protocol/method.h"

#include <QList>
#include <QString>

namespace parterre::protocol {

// What is printed on a ticket for the door to scan (shared/domain/ticketcode.h).
struct TicketPrint {
    QString ticket = {};       // Ticket::number
    QString code = {};
    qint32 generation = 0;     // how often the ticket was printed anew

    friend bool operator==(const TicketPrint &, const TicketPrint &) = default;
};

struct TicketsCodesParams {
    BookingId booking = {};
};

struct TicketsCodesResult {
    QList<TicketPrint> prints = {};
};

// `key`: made by the client, new for every reprint, kept until the answer is known.
struct TicketsReprintParams {
    QString ticket = {};
    QString key = {};
};

struct TicketsReprintResult {
    TicketPrint print = {};
};

struct TicketsCodes {
    using Params = TicketsCodesParams;
    using Result = TicketsCodesResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::NotPaid};
    static constexpr MethodInfo kInfo {"tickets.codes", "The codes of a booking's valid tickets, as the door scans them", kSellers, kErrors};
};

struct TicketsReprint {
    using Params = TicketsReprintParams;
    using Result = TicketsReprintResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::AlreadyCancelled, ErrorCode::TicketReleased, ErrorCode::NotPaid, ErrorCode::KeyReused};
    static constexpr MethodInfo kInfo {"tickets.reprint", "Gives a ticket a new code; whoever comes with an older one is not let in", kSellers, kErrors};
};

} // namespace parterre::protocol
