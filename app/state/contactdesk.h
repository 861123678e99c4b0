// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/contacts.h"

#include <QSet>

namespace parterre {

// Whom a booking is for, and what staff wrote down of the one that is looked at.
class ContactDesk final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; ids name the notes.
    ContactDesk(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    // Reads the notes of the booking, where they may be read. Nothing: no booking is looked at.
    void lookAt(const std::optional<Booking> &booking);
    [[nodiscard]] const std::optional<Booking> &booking() const { return m_booking; }
    [[nodiscard]] const QList<BookingNote> &notes() const { return m_notes; } // oldest first
    [[nodiscard]] bool mayNote() const { return m_session.isCounter(); }

    // `seen`: the booking as it was shown to whoever changes it, so that nothing is overwritten that nobody has seen. Ends in
    // updated() or failed(), however often the link breaks meanwhile.
    void update(const Booking &seen, const Contact &contact);
    [[nodiscard]] bool isUpdating(BookingId booking) const { return m_updating.contains(booking); }
    // Whether the link broke meanwhile, so that the outcome is unknown for now.
    [[nodiscard]] bool isChecking(BookingId booking) const { return m_checking.contains(booking); }

    // To the booking that is looked at. Ends in noted() or failed(), however often the link breaks meanwhile. The same text
    // again, when it was given up, is the same note.
    void addNote(const QString &text);
    [[nodiscard]] bool isNoting() const { return m_noting; }

Q_SIGNALS:
    void notesChanged(); // or they are those of another booking
    void notingChanged();
    void updatingChanged(parterre::BookingId booking);
    void updated(const parterre::Booking &booking);
    void noted();
    void failed(parterre::BookingId booking, const parterre::Error &error);

private:
    void read();
    void setNotes(const QList<BookingNote> &notes);
    void onUpdated(BookingId booking, const Result<protocol::BookingResult> &answer);
    void onNoted(BookingId booking, const Result<protocol::BookingsAddNoteResult> &answer);

    SessionModel &m_session;
    IdGenerator &m_ids;
    std::optional<Booking> m_booking;
    QList<BookingNote> m_notes;
    std::optional<protocol::BookingsAddNoteParams> m_doubtful; // of which it is not known whether it was written
    QSet<BookingId> m_updating;
    QSet<BookingId> m_checking;
    bool m_noting = false;
};

} // namespace parterre
