// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// bookings.* that sends something to people.

#include "shared/domain/mail.h"
#include "shared/protocol/method.h"

#include <QList>

namespace parterre::protocol {

// `key`: made by the client, new for every mail, kept until the answer is known.
struct BookingsResendParams {
    BookingId booking = {};
    QString key = {};
    QString to = {};
    QString subject = {};
    QString body = {};
    UploadId upload = {};     // a PDF with the tickets, sent by uploads.append before

    friend bool operator==(const BookingsResendParams &, const BookingsResendParams &) = default;
};

struct BookingsResendResult {
    Mail mail = {};
};

struct BookingsMailsParams {
    BookingId booking = {};
};

struct BookingsMailsResult {
    QList<Mail> mails = {};
};

// AlreadyCancelled, NotPaid, TicketReleased: there are no tickets to send. NotFound: no such booking, or no such upload.
struct BookingsResend {
    using Params = BookingsResendParams;
    using Result = BookingsResendResult;
    static constexpr std::array kErrors {ErrorCode::NotFound,     ErrorCode::AlreadyCancelled, ErrorCode::NotPaid,     ErrorCode::TicketReleased, ErrorCode::KeyReused,
                                         ErrorCode::MailNotSetUp, ErrorCode::NoAddress,        ErrorCode::FileInvalid, ErrorCode::FileTooLarge,
                                         ErrorCode::MailsFull};
    static constexpr MethodInfo kInfo {"bookings.resend", "Sends a booking's tickets by mail; answered once it is sure to be tried, before it is sent", kCounter, kErrors};
};

struct BookingsMails {
    using Params = BookingsMailsParams;
    using Result = BookingsMailsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"bookings.mails", "What was sent to somebody about a booking, and what became of it", kCounter, kErrors};
};

} // namespace parterre::protocol
