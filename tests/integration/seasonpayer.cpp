// SPDX-License-Identifier: GPL-3.0-or-later
#include "seasonpayer.h"

#include "shared/protocol/bookings.h"
#include "tests/support/messages.h"
#include "tests/support/testhouse.h"

#include <iterator>

namespace parterre::testing {

using namespace Qt::StringLiterals;

bool SeasonPayer::begin(const QJsonArray &items)
{
    static const QStringList kTooLate {u"not_held"_s, u"hold_expired"_s, u"seat_taken"_s};
    const WireReply begun = m_line.ask(u"payments.begin"_s, {{u"key"_s, newKey()}, {u"items"_s, items}, {u"customerName"_s, u"Payer %1"_s.arg(++m_parties)}});
    if (!begun.ok()) {
        if (!kTooLate.contains(begun.kind()))
            m_complaints.append(u"payments.begin: "_s + begun.kind());
        return false;
    }
    m_open[*BookingId::fromString(begun.at(u"payment.booking"_s).toString())] = begun.at(u"payment.amount.amount"_s).toInteger();
    pay(begun.at(u"page"_s).toString());
    return true;
}

// Whatever the browser is answered: it may never hear.
void SeasonPayer::pay(const QString &page)
{
    const unsigned lot = upTo(9);
    const QByteArray method = lot < 3 ? "ctoken_visa_" : lot < 8 ? "ctoken_processing_" : "ctoken_declined_";
    if (lot < 9 && !page.isEmpty())
        m_line.post(QUrl(page).path(), method + newKey().toLatin1()); // good for one payment, as the browser has it from the provider
}

std::optional<Booking> SeasonPayer::look()
{
    const std::optional<BookingId> id = any();
    if (!id)
        return std::nullopt;
    const WireReply told = m_line.ask(u"payments.get"_s, {{u"booking"_s, id->toString()}});
    if (!told.ok())
        m_complaints.append(u"payments.get: "_s + told.kind());
    if (told.at(u"payment.state"_s).toString() != "succeeded"_L1) {
        pay(told.at(u"page"_s).toString());
        return std::nullopt;
    }
    const WireReply read = m_line.ask(u"bookings.get"_s, {{u"booking"_s, id->toString()}});
    const Result<protocol::BookingResult> found = messageFrom<protocol::BookingResult>(read.result, protocol::ReadMode::Tolerant);
    if (!found || found->booking.state != BookingState::Confirmed) {
        m_complaints.append(u"a booking that is paid online is not confirmed"_s);
        return std::nullopt;
    }
    forget(*id);
    return found->booking;
}

void SeasonPayer::giveUp(const BookingId &booking)
{
    const WireReply reply = m_line.ask(u"payments.cancel"_s, {{u"booking"_s, booking.toString()}});
    if (!reply.ok() && reply.kind() != u"provider_unavailable"_s)
        m_complaints.append(u"payments.cancel: "_s + reply.kind());
}

bool SeasonPayer::sendBackAgain()
{
    const QJsonArray money = m_line.ask(u"payments.unmatched"_s, {}).at(u"money"_s).toArray();
    if (money.isEmpty())
        return false;
    const QJsonValue some = money.at(static_cast<qsizetype>(upTo(static_cast<unsigned>(money.size()) - 1)));
    const WireReply reply = m_line.ask(u"payments.refundAgain"_s, {{u"id"_s, some[u"id"_s]}});
    if (!reply.ok() && reply.kind() != u"payment_settled"_s)
        m_complaints.append(u"payments.refundAgain: "_s + reply.kind());
    return reply.ok();
}

std::optional<BookingId> SeasonPayer::any()
{
    if (m_open.empty())
        return std::nullopt;
    return std::next(m_open.begin(), static_cast<std::ptrdiff_t>(upTo(static_cast<unsigned>(m_open.size()) - 1)))->first;
}

} // namespace parterre::testing
