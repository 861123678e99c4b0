// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/doorlist.h"

#include "app/net/signature.h"
#include "shared/domain/ticketcode.h"

#include <algorithm>

namespace parterre {

bool DoorList::add(const DoorListPage &page, const Signature &signature)
{
    if (page.event != m_event || page.after != m_next || (m_isWhole && !signature.whole))
        return false;
    const QByteArray key = m_keys.value(signature.keyId);
    if (signature.whole ? !net::isSignedBy(key, bytesToSign(page), *signature.whole) : !net::isSignedBy(key, bytesToSignOfOld(page), signature.old))
        return false;
    m_next = page.next;
    for (const DoorListEntry &entry : page.tickets)
        m_tickets.insert(entry.ticket, entry);
    m_unpaid.unite({page.unpaid.begin(), page.unpaid.end()});
    m_released.unite({page.released.begin(), page.released.end()});
    m_taken = std::min(m_taken, page.taken);
    return true;
}

Attendance DoorList::attendance() const
{
    const auto in = std::count_if(m_tickets.begin(), m_tickets.end(), [](const DoorListEntry &entry) { return entry.admitted.has_value(); });
    return {.admitted = static_cast<qint32>(in), .expected = static_cast<qint32>(m_tickets.size())};
}

DoorList::Shown DoorList::read(const QString &shown) const
{
    const std::optional<SignedTicketCode> code = readTicketCode(shown);
    if (!code)
        return {.ticket = normalizedTicketNumber(shown)};
    if (!net::isSignedBy(m_keys.value(code->code.keyId), bytesToSign(code->code), code->signature))
        return {};
    return {.ticket = code->code.ticket, .generation = code->code.generation, .event = code->code.event};
}

QString DoorList::numberOf(const QString &shown) const
{
    return read(shown).ticket;
}

DoorVerdict DoorList::judge(const QString &shown, Instant now, const QString &door) const
{
    const Shown read = this->read(shown);
    const auto entry = m_tickets.find(read.ticket);
    if (entry == m_tickets.end()) {
        if (m_unpaid.contains(read.ticket))
            return {.outcome = AdmitOutcome::Unpaid};
        if (m_released.contains(read.ticket))
            return {.outcome = AdmitOutcome::Released};
        // A code that the house signed for here, but is not valid now: given back, most likely.
        if (read.event == shortReference(m_event))
            return {.outcome = AdmitOutcome::Cancelled};
        return {.outcome = read.event ? AdmitOutcome::WrongEvent : AdmitOutcome::NotOfHouse};
    }
    DoorVerdict verdict {.outcome = AdmitOutcome::Admitted,
                         .ticket = DoorTicket {.number = entry->ticket, .event = m_event, .label = entry->label, .ticketType = entry->ticketType},
                         .at = now,
                         .door = door};
    if (read.generation && *read.generation < entry->generation) {
        verdict.outcome = AdmitOutcome::Reprinted;
        verdict.at.reset(); // the list does not say when
    } else if (entry->admitted) {
        verdict.outcome = AdmitOutcome::AlreadyIn;
        verdict.at = entry->admitted;
        verdict.door = entry->door;
    }
    return verdict;
}

void DoorList::setAdmitted(const QString &ticket, std::optional<Instant> at, const QString &door)
{
    const auto entry = m_tickets.find(ticket);
    if (entry == m_tickets.end())
        return;
    entry->admitted = at;
    entry->door = at ? std::optional(door) : std::nullopt;
}

} // namespace parterre
