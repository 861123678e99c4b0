// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/contactdesk.h"

#include "stateworld.h"

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// Whom a booking is for, and notes of it, at a server that behaves as bookings.* do.
class ContactDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<ContactDesk> m_desk;
    CountingIds m_ids;
    QList<BookingNote> m_notes; // the server's
    QList<BookingsAddNoteParams> m_written;
    QList<BookingsUpdateParams> m_updates;
    std::optional<Error> m_refusal;

    static Booking booking(int n) { return {.id = BookingId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 5, 0, static_cast<uchar>(n))), .reference = u"7K3M-9QXA"_s, .customerName = u"Ada"_s}; }
    void serve()
    {
        m_world->server.when<BookingsNotes>([this](const BookingsNotesParams &) -> Result<BookingsNotesResult> { return BookingsNotesResult {.notes = m_notes}; });
        m_world->server.when<BookingsAddNote>([this](const BookingsAddNoteParams &params) -> Result<BookingsAddNoteResult> {
            m_written.append(params);
            if (m_refusal)
                return *m_refusal;
            m_notes.append({.id = params.note, .text = params.text, .author = u"Grace"_s});
            return BookingsAddNoteResult {.note = m_notes.constLast()};
        });
        m_world->server.when<BookingsUpdate>([this](const BookingsUpdateParams &params) -> Result<BookingResult> {
            m_updates.append(params);
            if (m_refusal)
                return *m_refusal;
            Booking changed = booking(1);
            changed.id = params.booking;
            changed.customerName = params.contact.name;
            changed.email = params.contact.email;
            return BookingResult {.booking = changed};
        });
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StateWorld>();
        m_desk = std::make_unique<ContactDesk>(m_world->session, m_ids);
        m_notes.clear();
        m_written.clear();
        m_updates.clear();
        m_refusal.reset();
        serve();
        QVERIFY(m_world->enterAs(userNamed(u"Grace"_s, 1, Role::Clerk)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_world.reset();
    }

    void notes_areThoseOfTheBookingLookedAt()
    {
        m_notes = {{.id = m_ids.make<NoteId>(), .text = u"One"_s, .author = u"Bob"_s}};
        m_desk->lookAt(booking(1));
        QTRY_COMPARE(m_desk->notes(), m_notes);
        m_notes.clear();
        QSignalSpy changed(m_desk.get(), &ContactDesk::notesChanged);
        m_desk->lookAt(booking(2));
        QVERIFY(m_desk->notes().isEmpty());
        QCOMPARE(changed.size(), 1);
        m_desk->lookAt({});
        QVERIFY(!m_desk->booking());
    }

    void note_isWrittenOnce()
    {
        m_desk->lookAt(booking(1));
        QSignalSpy noted(m_desk.get(), &ContactDesk::noted);
        m_desk->addNote(u"  "_s);
        m_desk->addNote(u" Comes late "_s);
        m_desk->addNote(u"Another while the first is on its way"_s);
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(m_written.size(), 1);
        QCOMPARE(m_written.constFirst().text, u"Comes late"_s);
        QCOMPARE(m_desk->notes(), m_notes);
    }

    // The server has written it down, and nobody heard: it is asked again, and it is the same note.
    void noteWithoutAnswer_isTheSameNote()
    {
        m_desk->lookAt(booking(1));
        m_world->server.whenAsked<BookingsAddNote>([this](const BookingsAddNoteParams &params, const Answer<BookingsAddNote> &) { m_written.append(params); });
        QSignalSpy noted(m_desk.get(), &ContactDesk::noted);
        m_desk->addNote(u"Comes late"_s);
        QTRY_COMPARE(m_written.size(), 1);
        serve();
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(m_written.size(), 2);
        QCOMPARE(m_written.at(1).note, m_written.at(0).note);
        m_desk->addNote(u"Comes late"_s);
        QTRY_COMPARE(m_written.size(), 3);
        QVERIFY(m_written.at(2).note != m_written.at(1).note);
    }

    void noteThatIsRefused_isToldAndIsNoNote()
    {
        m_desk->lookAt(booking(1));
        m_refusal = Error {.code = ErrorCode::NotesFull};
        QSignalSpy failed(m_desk.get(), &ContactDesk::failed);
        m_desk->addNote(u"Comes late"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<BookingId>(), booking(1).id);
        QVERIFY(m_desk->notes().isEmpty());
        QVERIFY(!m_desk->isNoting());
    }

    // Notes of another desk come along with one's own, and none stands there twice.
    void note_comesWithThoseOfOthers()
    {
        m_desk->lookAt(booking(1));
        TRY_ASKED(m_world->server, BookingsNotes, 1);
        m_notes = {{.id = m_ids.make<NoteId>(), .text = u"From another desk"_s, .author = u"Bob"_s}};
        m_desk->addNote(u"Comes late"_s);
        QTRY_COMPARE(m_desk->notes().size(), 2);
        QCOMPARE(m_desk->notes(), m_notes);
    }

    void update_saysWhatWasSeen()
    {
        m_desk->lookAt(booking(1));
        QSignalSpy updated(m_desk.get(), &ContactDesk::updated);
        m_desk->update(booking(1), {.name = u"Bob"_s, .email = u"bob@example.org"_s});
        QVERIFY(m_desk->isUpdating(booking(1).id));
        QVERIFY(!m_desk->isUpdating(booking(2).id));
        QTRY_COMPARE(updated.size(), 1);
        QCOMPARE(m_desk->booking()->customerName, u"Bob"_s);
        m_refusal = Error {.code = ErrorCode::StaleVersion};
        QSignalSpy failed(m_desk.get(), &ContactDesk::failed);
        m_desk->update(booking(1), {.name = u"Carol"_s});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_desk->booking()->customerName, u"Bob"_s);
        QVERIFY(!m_desk->isUpdating(booking(1).id));
    }

    // While somebody typed, the booking was read again, or another one was chosen: what counts is what he saw.
    void update_isAboutWhatWasShown()
    {
        Booking read = booking(1);
        read.customerName = u"Grace, by another desk"_s;
        m_desk->lookAt(read);
        m_desk->update(booking(1), {.name = u"Bob"_s});
        m_desk->lookAt(booking(2));
        m_desk->update(booking(2), {.name = u"Carol"_s});
        QTRY_COMPARE(m_updates.size(), 2);
        QCOMPARE(m_updates.at(0).booking, booking(1).id);
        QCOMPARE(m_updates.at(0).before, booking(1).contact());
        QCOMPARE(m_updates.at(1).booking, booking(2).id);
        QCOMPARE(m_desk->booking()->id, booking(2).id);
    }

    void updateWithoutAnswer_isAskedForAgain()
    {
        m_desk->lookAt(booking(1));
        m_world->server.whenAsked<BookingsUpdate>([this](const BookingsUpdateParams &params, const Answer<BookingsUpdate> &) { m_updates.append(params); });
        QSignalSpy updated(m_desk.get(), &ContactDesk::updated);
        m_desk->update(booking(1), {.name = u"Bob"_s});
        QTRY_COMPARE(m_updates.size(), 1);
        serve();
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(updated.size(), 1);
        QCOMPARE(m_updates.size(), 2);
        QCOMPARE(m_updates.at(1), m_updates.at(0));
        QVERIFY(!m_desk->isChecking(booking(1).id));
    }
};

QTEST_GUILESS_MAIN(ContactDeskTest)
#include "tst_contactdesk.moc"
