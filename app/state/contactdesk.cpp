// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/contactdesk.h"

namespace parterre {

using namespace protocol;

ContactDesk::ContactDesk(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids)
{
    connect(&session, &SessionModel::userChanged, this, [this] { lookAt({}); });
}

void ContactDesk::lookAt(const std::optional<Booking> &booking)
{
    const bool isAnother = !booking || !m_booking || booking->id != m_booking->id;
    m_booking = booking;
    if (isAnother) {
        m_notes.clear();
        Q_EMIT notesChanged();
    }
    if (booking && mayNote())
        read();
}

void ContactDesk::read()
{
    m_session.connection().call<BookingsNotes>({.booking = m_booking->id}, this, [this, of = m_booking->id](const Result<BookingsNotesResult> &answer) {
        if (!m_booking || m_booking->id != of)
            return;
        if (answer)
            setNotes(answer->notes);
        else
            Q_EMIT failed(of, answer.error());
    });
}

void ContactDesk::setNotes(const QList<BookingNote> &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    Q_EMIT notesChanged();
}

void ContactDesk::update(const Booking &seen, const Contact &contact)
{
    if (m_updating.contains(seen.id))
        return;
    m_updating.insert(seen.id);
    Q_EMIT updatingChanged(seen.id);
    m_session.connection().callUntilAnswered<BookingsUpdate>(
        {.booking = seen.id, .before = seen.contact(), .contact = contact}, this,
        [this, id = seen.id](const Result<BookingResult> &answer) { onUpdated(id, answer); },
        [this, id = seen.id](bool checking) {
            if (checking)
                m_checking.insert(id);
            else
                m_checking.remove(id);
            Q_EMIT updatingChanged(id);
        });
}

void ContactDesk::onUpdated(BookingId booking, const Result<BookingResult> &answer)
{
    m_updating.remove(booking);
    m_checking.remove(booking);
    Q_EMIT updatingChanged(booking);
    if (!answer) {
        Q_EMIT failed(booking, answer.error());
        return;
    }
    if (m_booking && m_booking->id == booking)
        m_booking = answer->booking;
    Q_EMIT updated(answer->booking);
}

void ContactDesk::addNote(const QString &text)
{
    if (!m_booking || m_noting || text.trimmed().isEmpty())
        return;
    BookingsAddNoteParams params {.booking = m_booking->id, .note = m_ids.make<NoteId>(), .text = text.trimmed()};
    if (m_doubtful && m_doubtful->booking == params.booking && m_doubtful->text == params.text)
        params.note = m_doubtful->note;
    m_noting = true;
    m_doubtful = params;
    Q_EMIT notingChanged();
    m_session.connection().callUntilAnswered<BookingsAddNote>(
        params, this, [this, of = params.booking](const Result<BookingsAddNoteResult> &answer) { onNoted(of, answer); }, [](bool) {});
}

void ContactDesk::onNoted(BookingId booking, const Result<BookingsAddNoteResult> &answer)
{
    m_noting = false;
    Q_EMIT notingChanged();
    if (!answer) {
        Q_EMIT failed(booking, answer.error());
        return;
    }
    m_doubtful.reset();
    if (m_booking && m_booking->id == booking) {
        if (!m_notes.contains(answer->note))
            setNotes(m_notes + QList<BookingNote> {answer->note});
        read(); // what was asked for before may not have it yet, and others write, too
    }
    Q_EMIT noted();
}

} // namespace parterre
