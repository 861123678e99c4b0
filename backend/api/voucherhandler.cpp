// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/voucherhandler.h"

#include "backend/api/answering.h"
#include "backend/api/paymentparts.h"
#include "backend/services/voucherservice.h"
#include "shared/domain/vouchercode.h"
#include "shared/protocol/vouchers.h"

namespace parterre::api {

namespace {

services::Done<Voucher> toMessage(services::Done<protocol::VoucherResult> done)
{
    return answering(std::move(done), [](const Voucher &voucher) { return protocol::VoucherResult {.voucher = voucher}; });
}

services::VoucherSale toSale(const protocol::VouchersIssueParams &params)
{
    services::VoucherSale sale {.key = params.key, .amount = params.amount, .expires = params.expires, .note = params.note};
    for (const protocol::CheckoutPart &part : params.payments.value_or(QList<protocol::CheckoutPart>()))
        sale.payments.append(toPart(part));
    return sale;
}

protocol::VouchersListResult toMessage(const storage::VoucherPage &page)
{
    protocol::VouchersListResult result {.vouchers = page.vouchers};
    if (!page.next.isEmpty())
        result.next = page.next;
    return result;
}

} // namespace

void addVoucherMethods(Router &router, services::VoucherService &vouchers)
{
    using namespace protocol;

    router.on<VouchersIssue>([&](const CallContext &context, const VouchersIssueParams &params, services::Done<VouchersIssueResult> done) {
        vouchers.issue(context.caller, toSale(params), answering(std::move(done), [](const storage::IssuedVoucher &issued) {
            return VouchersIssueResult {.voucher = issued.voucher, .code = groupedVoucherCode(issued.code)};
        }));
    });
    router.on<VouchersCheck>([&](const CallContext &context, const VouchersCheckParams &params, services::Done<VoucherResult> done) {
        vouchers.check(context.caller, params.code, toMessage(std::move(done)));
    });
    router.on<VouchersList>([&](const CallContext &, const VouchersListParams &params, services::Done<VouchersListResult> done) {
        vouchers.list(params.text.value_or(QString()), {.limit = params.limit.value_or(kDefaultPageSize), .cursor = params.cursor.value_or(QString())},
                      answering(std::move(done), [](const storage::VoucherPage &page) { return toMessage(page); }));
    });
    router.on<VouchersGet>([&](const CallContext &, const VouchersGetParams &params, services::Done<VouchersGetResult> done) {
        vouchers.movements(params.voucher, params.before, answering(std::move(done), [](const storage::VoucherMovements &found) {
            return VouchersGetResult {.voucher = found.voucher, .movements = found.movements, .next = found.next};
        }));
    });
    router.on<VouchersBlock>([&](const CallContext &context, const VouchersBlockParams &params, services::Done<VoucherResult> done) {
        vouchers.setState(context.caller, params.voucher, VoucherState::Blocked, params.reason, toMessage(std::move(done)));
    });
    router.on<VouchersUnblock>([&](const CallContext &context, const VouchersUnblockParams &params, services::Done<VoucherResult> done) {
        vouchers.setState(context.caller, params.voucher, VoucherState::Active, params.reason, toMessage(std::move(done)));
    });
    router.on<VouchersAdjust>([&](const CallContext &context, const VouchersAdjustParams &params, services::Done<VoucherResult> done) {
        vouchers.adjust(context.caller, {.voucher = params.voucher, .amount = params.amount, .expires = params.expires, .reason = params.reason, .key = params.key},
                        toMessage(std::move(done)));
    });
}

} // namespace parterre::api
