// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/mailhandler.h"

#include "backend/api/answering.h"
#include "backend/services/mailservice.h"

namespace parterre::api {

void addMailMethods(Router &router, services::MailService &mails)
{
    using namespace protocol;

    router.on<BookingsResend>([&](const CallContext &context, const BookingsResendParams &params, services::Done<BookingsResendResult> done) {
        mails.resend(context.caller,
                     {.booking = params.booking, .key = params.key, .to = params.to, .subject = params.subject, .body = params.body, .attachment = params.upload},
                     answering(std::move(done), [](const Mail &mail) { return BookingsResendResult {.mail = mail}; }));
    });
    router.on<BookingsMails>([&](const CallContext &, const BookingsMailsParams &params, services::Done<BookingsMailsResult> done) {
        mails.ofBooking(params.booking, answering(std::move(done), [](const QList<Mail> &sent) { return BookingsMailsResult {.mails = sent}; }));
    });
}

} // namespace parterre::api
