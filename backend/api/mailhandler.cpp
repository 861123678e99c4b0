// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/mailhandler.h"

#include "backend/services/mailservice.h"

namespace parterre::api {

void addMailMethods(Router &router, services::MailService &mails)
{
    using namespace protocol;

    router.on<BookingsResend>([&](const CallContext &context, const BookingsResendParams &params, services::Done<BookingsResendResult> done) {
        mails.resend(context.caller,
                     {.booking = params.booking, .key = params.key, .to = params.to, .subject = params.subject, .body = params.body, .attachment = params.upload},
                     [done = std::move(done)](const Result<Mail> &mail) {
                         done(mail ? BookingsResendResult {.mail = *mail} : Result<BookingsResendResult>(mail.error()));
                     });
    });
    router.on<BookingsMails>([&](const CallContext &, const BookingsMailsParams &params, services::Done<BookingsMailsResult> done) {
        mails.ofBooking(params.booking, [done = std::move(done)](const Result<QList<Mail>> &sent) {
            done(sent ? BookingsMailsResult {.mails = *sent} : Result<BookingsMailsResult>(sent.error()));
        });
    });
}

} // namespace parterre::api
