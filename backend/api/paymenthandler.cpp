// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/paymenthandler.h"

#include "backend/api/answering.h"
#include "backend/services/onlinerefundservice.h"

namespace parterre::api {

namespace {

services::Done<services::OnlineStart> toMessage(services::Done<protocol::PaymentsResult> done)
{
    return answering(std::move(done), [](const services::OnlineStart &start) {
        protocol::PaymentsResult result {.payment = start.payment};
        if (!start.page.isEmpty())
            result.page = start.page.toString();
        return result;
    });
}

// Held seats, or a reservation, which has all the rest already.
bool isOneOfBoth(const protocol::PaymentsBeginParams &params)
{
    if (!params.booking)
        return !params.items.isEmpty();
    return params == protocol::PaymentsBeginParams {.key = params.key, .booking = params.booking, .total = params.total};
}

services::SaleRequest toRequest(const protocol::PaymentsBeginParams &params)
{
    services::SaleRequest request {.key = params.key, .customerName = params.customerName, .email = params.email, .phone = params.phone, .strandedReason = params.strandedReason,
                                  .code = params.code, .total = params.total};
    for (const protocol::CheckoutItem &item : params.items)
        request.items.append({.event = item.event, .place = item.place, .ticketType = item.ticketType, .version = item.version});
    return request;
}

} // namespace

void addPaymentMethods(Router &router, services::OnlinePaymentService &payments, services::OnlineRefundService &refunds)
{
    using namespace protocol;

    router.on<PaymentsBegin>([&](const CallContext &context, const PaymentsBeginParams &params, services::Done<PaymentsResult> done) {
        if (!isOneOfBoth(params))
            done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("held seats are to be paid, or a reservation as it is")});
        else if (params.booking)
            payments.pay(context.caller, {.booking = *params.booking, .key = params.key, .total = params.total}, toMessage(std::move(done)));
        else
            payments.begin(context.caller, toRequest(params), toMessage(std::move(done)));
    });
    router.on<PaymentsGet>([&](const CallContext &context, const PaymentsOfBookingParams &params, services::Done<PaymentsResult> done) {
        payments.get(context.caller, params.booking, toMessage(std::move(done)));
    });
    router.on<PaymentsCancel>([&](const CallContext &context, const PaymentsOfBookingParams &params, services::Done<PaymentsResult> done) {
        payments.cancel(context.caller, params.booking, toMessage(std::move(done)));
    });
    router.on<PaymentsUnmatched>([&](const CallContext &, const Nothing &, services::Done<PaymentsUnmatchedResult> done) {
        refunds.unmatched(answering(std::move(done), [](const QList<UnmatchedMoney> &money) { return PaymentsUnmatchedResult {.money = money}; }));
    });
    router.on<PaymentsRefundAgain>([&](const CallContext &context, const PaymentsRefundAgainParams &params, services::Done<Nothing> done) {
        refunds.refundAgain(context.caller, params.id, toNothing(std::move(done)));
    });
    router.on<PaymentsSettle>([&](const CallContext &context, const PaymentsSettleParams &params, services::Done<Nothing> done) {
        refunds.settle(context.caller, params.id, params.reason, toNothing(std::move(done)));
    });
}

void PaymentFeed::onlineChanged(const storage::StoredOnlinePayment &payment)
{
    // Of those sold at the counter, whoever sold it.
    const UserId whose = payment.owner.isNull() ? payment.actor : payment.owner;
    for (const SessionId &id : m_sessions.of(whose)) {
        const services::Session *session = m_sessions.find(id);
        if (session && session->link)
            m_outbox.notify<protocol::PaymentsChanged>(transport::ConnectionId(*session->link), {.payment = services::asTold(payment)});
    }
}

} // namespace parterre::api
