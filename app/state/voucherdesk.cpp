// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/voucherdesk.h"

namespace parterre {

namespace {

QList<protocol::CheckoutPart> partsOf(const VoucherOffer &offer)
{
    if (!offer.settlement.parts.isEmpty())
        return offer.settlement.parts;
    return {{.kind = PaymentKind::Cash, .amount = offer.amount, .tendered = offer.settlement.tendered}};
}

QList<Payment> paymentsOf(const QList<protocol::CheckoutPart> &parts)
{
    QList<Payment> payments;
    for (const protocol::CheckoutPart &part : parts)
        payments.append({.kind = part.kind, .amount = part.amount});
    return payments;
}

// But for the key.
bool isSame(protocol::VouchersIssueParams a, const protocol::VouchersIssueParams &b)
{
    a.key = b.key;
    return a == b;
}

bool isSame(protocol::VouchersAdjustParams a, const protocol::VouchersAdjustParams &b)
{
    a.key = b.key;
    return a == b;
}

} // namespace

VoucherDesk::VoucherDesk(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids), m_list(session) {}

void VoucherDesk::sell(const VoucherOffer &offer)
{
    if (m_selling)
        return;
    protocol::VouchersIssueParams params {.amount = offer.amount, .expires = offer.expires, .note = offer.note};
    if (offer.amount.amount > 0)
        params.payments = partsOf(offer);
    params.key = m_doubtfulSale && isSame(params, *m_doubtfulSale) ? m_doubtfulSale->key : m_ids.next().toString(QUuid::WithoutBraces);
    m_doubtfulSale = params;
    m_selling = true;
    Q_EMIT busyChanged();
    m_session.connection().callUntilAnswered<protocol::VouchersIssue>(params, this, [this](const Result<protocol::VouchersIssueResult> &answer) { onSold(answer); },
                                                                      [this](bool checking) {
                                                                          m_checking = checking;
                                                                          Q_EMIT busyChanged();
                                                                      });
}

void VoucherDesk::onSold(const Result<protocol::VouchersIssueResult> &answer)
{
    const QList<protocol::CheckoutPart> parts = m_doubtfulSale->payments.value_or(QList<protocol::CheckoutPart>());
    if (answer || answer.error().code != ErrorCode::OutcomeUnknown)
        m_doubtfulSale.reset();
    m_selling = false;
    m_checking = false;
    Q_EMIT busyChanged();
    if (!answer) {
        Q_EMIT saleFailed(answer.error());
        return;
    }
    m_list.refresh();
    Q_EMIT paid(paymentsOf(parts));
    Q_EMIT sold(answer->voucher, answer->code);
}

void VoucherDesk::open(VoucherId voucher, std::optional<qint32> before)
{
    m_session.connection().call<protocol::VouchersGet>({.voucher = voucher, .before = before}, this, [this, isMore = before.has_value()](const Result<protocol::VouchersGetResult> &answer) {
        if (answer)
            Q_EMIT opened(*answer, isMore);
        else
            Q_EMIT failed(answer.error());
    });
}

void VoucherDesk::setBlocked(VoucherId voucher, bool blocked, const QString &reason)
{
    if (m_changing)
        return;
    setChanging(true);
    const auto answered = [this](const Result<protocol::VoucherResult> &answer) { onChanged(answer); };
    if (blocked)
        m_session.connection().call<protocol::VouchersBlock>({.voucher = voucher, .reason = reason}, this, answered);
    else
        m_session.connection().call<protocol::VouchersUnblock>({.voucher = voucher, .reason = reason}, this, answered);
}

void VoucherDesk::correct(const VoucherCorrection &correction)
{
    if (m_changing)
        return;
    protocol::VouchersAdjustParams params {.voucher = correction.voucher, .amount = correction.amount, .expires = correction.expires, .reason = correction.reason};
    params.key = m_doubtfulCorrection && isSame(params, *m_doubtfulCorrection) ? m_doubtfulCorrection->key : m_ids.next().toString(QUuid::WithoutBraces);
    m_doubtfulCorrection = params;
    setChanging(true);
    m_session.connection().callUntilAnswered<protocol::VouchersAdjust>(params, this, [this](const Result<protocol::VoucherResult> &answer) {
        if (answer || answer.error().code != ErrorCode::OutcomeUnknown)
            m_doubtfulCorrection.reset();
        onChanged(answer);
    }, [](bool) {});
}

void VoucherDesk::onChanged(const Result<protocol::VoucherResult> &answer)
{
    setChanging(false);
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    m_list.take(answer->voucher);
    Q_EMIT changed(answer->voucher);
}

void VoucherDesk::setChanging(bool changing)
{
    m_changing = changing;
    Q_EMIT busyChanged();
}

} // namespace parterre
