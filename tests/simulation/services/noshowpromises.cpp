// SPDX-License-Identifier: GPL-3.0-or-later
#include "noshowpromises.h"

#include "shared/domain/checkin.h"

#include <algorithm>

namespace parterre::simulation {

namespace {

QStringList numbersOf(const QList<storage::TicketPlace> &tickets)
{
    QStringList numbers;
    for (const storage::TicketPlace &ticket : tickets)
        numbers.append(ticket.ticket);
    return numbers;
}

// Whether the store did what the request asks for. A request that takes back asks the store for what the server can keep meanwhile.
bool isOf(const Request &request, const SimNoShows::Row &row)
{
    const auto isAsked = [&request](const QString &ticket) { return request.noShows.tickets.contains(ticket); };
    const QStringList &tickets = row.asked.tickets;
    const bool asksTheSame = row.restores ? std::all_of(tickets.begin(), tickets.end(), isAsked) : tickets == request.noShows.tickets;
    return row.restores == (request.wish == Wish::Restore) && row.asked.event == request.noShows.event && asksTheSame;
}

bool isStanding(qint32 place)
{
    return place >= kFirstStanding;
}

} // namespace

void NoShowPromises::answered(const Request &request, quint64 moment, const Result<NoShowAnswer> &result, Instant now)
{
    if (!result)
        return refused(request, moment, result.error(), now);
    const SimNoShows::Row *row = m_stage.noShows.row(request.user, request.key());
    if (!row)
        return m_stage.fail("P2: places were called given free or taken back and the store has it not");
    if (!isOf(request, *row) || numbersOf(row->done) != result->done)
        return m_stage.fail("P4: a key was answered with what was done to other tickets");
    QStringList left = request.noShows.tickets;
    left.removeIf([&result](const QString &ticket) { return result->done.contains(ticket); });
    const bool isRelease = request.wish == Wish::ReleaseNoShows;
    const bool fits = isRelease ? result->others == left : std::all_of(result->others.begin(), result->others.end(), [&left](const QString &ticket) { return left.contains(ticket); });
    if (!fits)
        m_stage.fail("a ticket was called done and not done, or was not asked about");
    const auto told = m_told.constFind({request.user, request.key()});
    if (told != m_told.constEnd() && *told != result->done)
        m_stage.fail("P4: a key was answered in two ways");
    m_stage.tally.repeats += told != m_told.constEnd() ? 1 : 0;
    m_told.insert({request.user, request.key()}, result->done);
    const Event &event = m_stage.show(showOf(request.noShows.event)).event;
    if (isRelease && m_stage.tally.clockJumps == 0 && now < event.summary.start - kNoShowsFrom)
        m_stage.fail("places were given free months before");
}

void NoShowPromises::refused(const Request &request, quint64 moment, const Error &error, Instant now)
{
    const SimNoShows::Row *row = m_stage.noShows.row(request.user, request.key());
    const bool same = row && isOf(request, *row);
    const bool isPassing = error.code == ErrorCode::StorageUnavailable || error.code == ErrorCode::Overloaded || error.code == ErrorCode::OutcomeUnknown || error.code == ErrorCode::AlreadyExists;
    if (error.code == ErrorCode::KeyReused && !isKeyOfOthers(request))
        m_stage.fail("P4: a repetition was taken for another request");
    // What was done before it came must be its answer.
    if (same && row->moment <= moment && !isPassing && error.code != ErrorCode::KeyReused)
        m_stage.fail("P4: what was done was answered " + std::string(errorKind(error.code).data()));
    const Event &event = m_stage.show(showOf(request.noShows.event)).event;
    if (error.code == ErrorCode::TooEarly && m_stage.tally.clockJumps == 0 && now >= event.summary.start - kNoShowsFrom)
        m_stage.fail("places could not be given free in time");
}

bool NoShowPromises::hasRoom(const Request &request, const services::OpenEvent *event) const
{
    if (!event)
        return false;
    const QStringList &tickets = request.noShows.tickets;
    const auto standing = std::count_if(tickets.begin(), tickets.end(), [this](const QString &number) { return isStanding(m_stage.database.ticket(number)->ticket.place); });
    qint32 free = 0;
    for (qint32 place = kFirstStanding; place < event->ledger().seatCount(); ++place)
        free += event->ledger().stateOf(place) == SeatState::Free ? 1 : 0;
    return free >= standing;
}

void NoShowPromises::latecomerAnswered(const Request &request, const services::OpenEvent *event, quint32 process, const Result<NoShowAnswer> &result)
{
    const SimNoShows::Row *row = m_stage.noShows.row(request.user, request.key());
    if (!hasRoom(request, event) || (row && row->writer != process)) // it was done by another process, which saw another area
        return;
    const QList<qint32> refused = !result && result.error().code == ErrorCode::SeatTaken ? result.error().places : QList<qint32>();
    const bool isRefused = std::any_of(refused.begin(), refused.end(), isStanding)
        || (result && std::any_of(result->others.begin(), result->others.end(), [this](const QString &ticket) { return isStanding(m_stage.database.ticket(ticket)->ticket.place); }));
    if (isRefused)
        m_stage.fail("somebody who came late was refused, and his area had room");
}

// Whether something else was asked for with the key: before, or at the same time.
bool NoShowPromises::isKeyOfOthers(const Request &request) const
{
    const auto [first, last] = std::as_const(m_stage.writes).equal_range(request.key());
    return std::any_of(first, last, [&](quint32 number) {
        const Request &other = m_stage.requests[number];
        return other.user == request.user && (other.wish != request.wish || other.noShows.event != request.noShows.event || other.noShows.tickets != request.noShows.tickets);
    });
}

void NoShowPromises::compare()
{
    ByPlace<int> owners = {};
    const SimDatabase &database = m_stage.database;
    for (int number = 0; number < database.saleCount(); ++number) {
        for (const Ticket &ticket : database.saleAt(number).stored.booking.tickets) {
            if (ticket.state != TicketState::Valid)
                continue;
            if (++owners[std::size_t(showOf(ticket.event))][std::size_t(ticket.place)] > 1)
                m_stage.fail("P1: a seat has two valid tickets");
            if (database.place(showOf(ticket.event), ticket.place).sale != number)
                m_stage.fail("P1: a valid ticket is for a seat that is another's, or nobody's");
        }
    }
}

void NoShowPromises::compareAtRest()
{
    for (auto told = m_told.cbegin(); told != m_told.cend(); ++told) {
        const SimNoShows::Row *row = m_stage.noShows.row(told.key().first, told.key().second);
        if (!row || numbersOf(row->done) != told.value())
            m_stage.fail("P2: what was acknowledged of places given free is gone");
    }
    QHash<QString, int> released; // once more than taken back
    for (const SimNoShows::Row &row : m_stage.noShows.rows()) {
        for (const storage::TicketPlace &ticket : row.done)
            released[ticket.ticket] += row.restores ? -1 : 1;
    }
    for (auto it = released.cbegin(); it != released.cend(); ++it) {
        const TicketState state = m_stage.database.ticket(it.key())->ticket.state;
        const bool isKept = state == TicketState::Valid || state == TicketState::Released;
        if (it.value() < 0 || it.value() > 1 || (isKept && (state == TicketState::Released) != (it.value() == 1)))
            m_stage.fail("P2: a ticket is not as its release and its way back leave it");
    }
}

} // namespace parterre::simulation
