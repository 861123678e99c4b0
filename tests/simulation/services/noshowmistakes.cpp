// SPDX-License-Identifier: GPL-3.0-or-later
#include "noshowmistakes.h"

#include <algorithm>

namespace parterre::simulation {

namespace {

template<class Written>
Result<Written> takenForUndone(const Result<Written> &written, NoShowMistake mistake)
{
    const bool isUnknown = mistake == NoShowMistake::UnknownIsUndone && !written && written.error().code == ErrorCode::OutcomeUnknown;
    return isUnknown ? Result<Written>(ErrorCode::StorageUnavailable) : written;
}

} // namespace

void MistakenNoShows::list(const EventId &event, qint32 after, qint32 limit, services::Done<storage::NoShowPage> done)
{
    m_store.list(event, after, limit, std::move(done));
}

void MistakenNoShows::earlierRelease(const storage::NoShowWrite &write, services::Done<std::optional<storage::ReleaseWritten>> done)
{
    m_store.earlierRelease(write, std::move(done));
}

void MistakenNoShows::toRestore(const storage::NoShowWrite &write, services::Done<services::ToRestore> done)
{
    m_store.toRestore(write, std::move(done));
}

void MistakenNoShows::release(const storage::NoShowWrite &write, services::Done<storage::ReleaseWritten> done)
{
    if (m_mistake == NoShowMistake::AnsweredUnasked) {
        storage::ReleaseWritten written;
        for (const QString &ticket : write.tickets)
            written.released.append({.ticket = ticket});
        return done(written);
    }
    m_store.release(asked(write), [mistake = m_mistake, event = write.event, done = std::move(done)](Result<storage::ReleaseWritten> written) {
        if (written && mistake == NoShowMistake::FreedNotTold)
            written->freed.clear();
        if (written && mistake == NoShowMistake::FreedToldAgain) {
            written->freed.clear();
            for (const storage::TicketPlace &ticket : std::as_const(written->released))
                written->freed.append({event, ticket.place});
        }
        done(takenForUndone(written, mistake));
    });
}

void MistakenNoShows::restore(const storage::NoShowWrite &write, services::Done<storage::RestoreWritten> done)
{
    m_store.restore(asked(write), [mistake = m_mistake, done = std::move(done)](Result<storage::RestoreWritten> written) {
        if (written && mistake == NoShowMistake::OldAnswerBelieved) {
            for (const storage::TicketPlace &ticket : std::as_const(written->restored))
                written->owned.append(ticket.place);
        }
        done(takenForUndone(written, mistake));
    });
}

storage::NoShowWrite MistakenNoShows::asked(storage::NoShowWrite write)
{
    if (m_mistake == NoShowMistake::KeyForgotten)
        write.key += QStringLiteral(" %1").arg(++m_asked);
    return write;
}

} // namespace parterre::simulation
