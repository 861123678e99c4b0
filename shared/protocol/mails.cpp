// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/mails.h"

#include "shared/protocol/authorfields.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct EnumWords<MailState> {
    static constexpr std::array all {std::pair {MailState::Queued, "queued"}, std::pair {MailState::Sent, "sent"}, std::pair {MailState::Failed, "failed"}};
};

template<>
struct EnumWords<MailProblem> {
    static constexpr std::array all {std::pair {MailProblem::Unreachable, "unreachable"},
                                     std::pair {MailProblem::Insecure, "insecure"},
                                     std::pair {MailProblem::SignInRefused, "sign_in_refused"},
                                     std::pair {MailProblem::RecipientRefused, "recipient_refused"},
                                     std::pair {MailProblem::Refused, "refused"},
                                     std::pair {MailProblem::BookingCancelled, "booking_cancelled"}};
};

template<>
struct Fields<Mail> {
    static constexpr const char *name = "Mail";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &Mail::id, "The mail"), field("booking", &Mail::booking, "What it is about"), field("to", &Mail::to, "Address"),
                               field("subject", &Mail::subject, "As it was sent"),
                               field("state", &Mail::state, "sent: the house's mail server has taken it; failed: nobody tries any more"),
                               field("at", &Mail::at, "When somebody had it sent"), field("by", &Mail::by, "Who"),
                               field("attempts", &Mail::attempts, "So far"), field("sent", &Mail::sent, "When the mail server took it"),
                               field("nextAttempt", &Mail::nextAttempt, "While it is queued"), field("problem", &Mail::problem, "Why the last attempt failed"),
                               field("answer", &Mail::answer, "What the mail server said to that, in its own words"));
    }
};

template<>
struct Fields<BookingsResendParams> {
    static constexpr const char *name = "BookingsResendParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("booking", &BookingsResendParams::booking, "Which; its tickets have to be valid and paid"),
                               field("key", &BookingsResendParams::key, "Idempotency key: new for every mail, the same for every repetition", kIdempotencyKeyRule),
                               field("to", &BookingsResendParams::to, "Address", {.min = 1, .max = MailLimits::kAddress}),
                               field("subject", &BookingsResendParams::subject, "One line", {.min = 1, .max = MailLimits::kSubject, .noCardNumber = true}),
                               field("body", &BookingsResendParams::body, "Plain text", {.min = 1, .max = MailLimits::kBody, .lines = true, .noCardNumber = true}),
                               field("attachment", &BookingsResendParams::upload, "The upload: a PDF of up to 5 MiB with the tickets"));
    }
};

template<>
struct Fields<BookingsResendResult> {
    static constexpr const char *name = "BookingsResendResult";
    static constexpr auto all() { return std::make_tuple(field("mail", &BookingsResendResult::mail, "As it waits to be sent")); }
};

template<>
struct Fields<BookingsMailsParams> {
    static constexpr const char *name = "BookingsMailsParams";
    static constexpr auto all() { return std::make_tuple(field("booking", &BookingsMailsParams::booking, "Which")); }
};

template<>
struct Fields<BookingsMailsResult> {
    static constexpr const char *name = "BookingsMailsResult";
    static constexpr auto all() { return std::make_tuple(field("mails", &BookingsMailsResult::mails, "Newest first; the last 50")); }
};

PARTERRE_INSTANTIATE_MESSAGE(BookingsResendParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsResendResult);
PARTERRE_INSTANTIATE_MESSAGE(BookingsMailsParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsMailsResult);

} // namespace parterre::protocol
