// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/ids.h"
#include "shared/domain/user.h"

#include <QString>

#include <optional>

namespace parterre {

enum class MailState {
    Queued, // the server goes on trying
    Sent,   // the house's mail server has taken it; whether it arrives is beyond us
    Failed, // nobody tries any more
};

// Why a mail is not sent, or not yet.
enum class MailProblem {
    Unreachable,      // the mail server: not found, not there, or silent
    Insecure,         // it offers no encryption, or its certificate is not trusted
    SignInRefused,    // it does not take the house's user name and password
    RecipientRefused, // it takes no mail for this address
    Refused,          // it does not take this mail, or the house's sender
    BookingCancelled, // the tickets were void before it could be sent
};

// Something that was sent to somebody about a booking, and what became of it.
struct Mail {
    MailId id = {};
    BookingId booking = {};
    QString to = {};
    QString subject = {};
    MailState state = MailState::Queued;
    Instant at = {};                          // when somebody had it sent
    UserRef by = {};
    qint32 attempts = 0;
    std::optional<Instant> sent = {};
    std::optional<Instant> nextAttempt = {};  // while it is queued
    std::optional<MailProblem> problem = {};  // of the last attempt
    std::optional<QString> answer = {};       // what the mail server said to that, as it said it

    friend bool operator==(const Mail &, const Mail &) = default;
};

struct MailLimits {
    static constexpr qint32 kSubject = 200;
    static constexpr qint32 kBody = 10'000;
    static constexpr qint32 kAddress = 254;  // RFC 5321
    static constexpr qint64 kAttachmentBytes = 5 * 1024 * 1024;
    static constexpr qint32 kWaitingOfBooking = 10;   // neither sent nor given up
    static constexpr qint32 kWaiting = 10'000;        // of the whole house
};

} // namespace parterre
