// SPDX-License-Identifier: GPL-3.0-or-later
#include "codepromises.h"

#include <algorithm>

namespace parterre::simulation {

using namespace Qt::StringLiterals;

namespace {

qint64 fullPriceOf(const Ticket &ticket)
{
    return parterre::simulation::priceOf(showOf(ticket.event), ticket.place, ticket.ticketType == u"child"_s);
}

// Of a hundredth of a percent each; a half is taken off whole.
qint64 takenOff(const Discount &code, qint64 price)
{
    return (2 * price * code.share + kWholeShare) / (2 * kWholeShare);
}

const Discount *codeNamed(const WorldScenario &scenario, const QString &name)
{
    const auto found = std::find_if(scenario.codes.begin(), scenario.codes.end(), [&name](const Discount &code) { return code.name == name; });
    return found == scenario.codes.end() ? nullptr : &*found;
}

bool hasOff(const Ticket &ticket, const Discount &code)
{
    return ticket.parts && ticket.parts->discountName == code.name;
}

} // namespace

qint64 CodePromises::priceOf(const WorldScenario &scenario, const Ticket &ticket)
{
    const qint64 full = fullPriceOf(ticket);
    const Discount *code = ticket.parts && ticket.parts->discountName ? codeNamed(scenario, *ticket.parts->discountName) : nullptr;
    return code ? full - takenOff(*code, full) : full;
}

// Which tickets have something off: all, or the dearest of them; of equals the first by its event and place. In an exchange
// fewer, or none, where tickets that stay have it already.
void CodePromises::sold(const QList<services::SaleItem> &items, const std::optional<QString> &code, const QList<Ticket> &tickets, bool isExchange)
{
    const auto known = std::find_if(m_stage.scenario.codes.begin(), m_stage.scenario.codes.end(), [&code](const Discount &each) { return each.code == code; });
    const bool isKnown = code && known != m_stage.scenario.codes.end();
    QList<Ticket> entitled;
    for (const services::SaleItem &item : isKnown ? items : QList<services::SaleItem>())
        entitled.append({.event = item.event, .place = item.place, .ticketType = item.ticketType});
    const auto rank = [](const Ticket &ticket) { return std::tuple(-fullPriceOf(ticket), ticket.event, ticket.place); };
    std::sort(entitled.begin(), entitled.end(), [&rank](const Ticket &a, const Ticket &b) { return rank(a) < rank(b); });
    if (isKnown && known->maxTickets)
        entitled = entitled.first(std::min<qsizetype>(*known->maxTickets, entitled.size()));
    const bool mayBeLess = isExchange && isKnown && known->maxTickets;
    for (const Ticket &ticket : tickets) {
        const bool hasAny = ticket.parts && ticket.parts->discountName;
        if (mayBeLess && !hasAny)
            continue;
        const bool isEntitled = std::any_of(entitled.begin(), entitled.end(), [&ticket](const Ticket &each) { return each.event == ticket.event && each.place == ticket.place; });
        if (isEntitled != hasAny || (isEntitled && !hasOff(ticket, *known)))
            m_stage.fail("P5: a ticket has something off by a code that it should not, or has not");
    }
}

void CodePromises::refused(const Request &request, const Error &error)
{
    if (error.code != ErrorCode::CodeUsedUp)
        return;
    const std::optional<QString> &code = request.code();
    const auto known = std::find_if(m_stage.scenario.codes.begin(), m_stage.scenario.codes.end(), [&code](const Discount &each) { return each.code == code; });
    if (known == m_stage.scenario.codes.end() || !known->maxUses || !m_stage.database.codes().wasUsedUp(codeOf(known->id)))
        m_stage.fail("I10: a code was called used up that never was");
}

void CodePromises::compare()
{
    const SimDatabase &database = m_stage.database;
    for (const Discount &code : m_stage.scenario.codes) {
        const qint32 counted = database.codes().uses(codeOf(code.id));
        qint32 users = 0;
        for (int number = 0; number < database.saleCount(); ++number) {
            const Booking &booking = database.saleAt(number).stored.booking;
            const bool isUser = booking.state != BookingState::Cancelled && std::any_of(booking.tickets.begin(), booking.tickets.end(), [&code](const Ticket &ticket) { return hasOff(ticket, code); });
            users += isUser ? 1 : 0;
        }
        if (std::max(counted, users) > code.maxUses.value_or(std::numeric_limits<qint32>::max()))
            m_stage.fail("I10: a code is used more often than it may be");
        if (counted != users)
            m_stage.fail("I10: the uses that are counted of a code are not the bookings that use it");
    }
}

} // namespace parterre::simulation
