// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/maildesk.h"

#include "shared/protocol/uploads.h"
#include "shared/protocol/venues.h"
#include "stateworld.h"
#include "tests/support/posterfile.h"

#include <QTemporaryDir>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const BookingId kBooking(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 3, 0, 1));
const MailDraft kDraft {.to = u"ada@example.org"_s, .subject = u"Tickets"_s, .body = u"Here they are."_s};

}

// Tickets on their way to somebody, at a server that behaves as bookings.resend and bookings.mails do.
class MailDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::PosterCache> m_posters;
    std::unique_ptr<MailDesk> m_desk;
    QList<Mail> m_mails;                 // the server's, newest first
    QHash<QString, MailId> m_keys;
    QHash<UploadId, QByteArray> m_uploads;
    QList<BookingsResendParams> m_asked;
    bool m_losesAnswers = false;

    void serve()
    {
        m_world->server.when<UploadsAppend>([this](const UploadsAppendParams &params) {
            QByteArray &file = m_uploads[params.upload];
            file += QByteArray::fromBase64(params.data);
            return Result(UploadsAppendResult {.size = file.size()});
        });
        m_world->server.when<BookingsMails>([this](const BookingsMailsParams &) { return Result(BookingsMailsResult {.mails = m_mails}); });
        m_world->server.whenAsked<BookingsResend>([this](const BookingsResendParams &params, const auto &answer) {
            m_asked.append(params);
            if (!m_keys.contains(params.key)) {
                const Mail mail {.id = m_world->ids.make<MailId>(), .booking = params.booking, .to = params.to, .subject = params.subject,
                                 .at = m_world->clock.utcNow(), .by = {.id = m_world->ids.make<UserId>(), .name = u"mary"_s}, .nextAttempt = m_world->clock.utcNow()};
                m_keys.insert(params.key, mail.id);
                m_mails.prepend(mail);
            }
            if (m_losesAnswers)
                return m_world->server.dropLinks();
            for (const Mail &mail : std::as_const(m_mails)) {
                if (mail.id == m_keys.value(params.key))
                    answer(Result(BookingsResendResult {.mail = mail}));
            }
        });
    }

private Q_SLOTS:
    void init()
    {
        m_mails.clear();
        m_keys.clear();
        m_uploads.clear();
        m_asked.clear();
        m_losesAnswers = false;
        m_world = std::make_unique<StateWorld>();
        m_world->server.hello.features = {u"mail"_s};
        serve();
        m_folder = std::make_unique<QTemporaryDir>();
        m_posters = std::make_unique<net::PosterCache>(m_world->connection, m_world->clock, m_folder->filePath(u"posters"_s));
        m_desk = std::make_unique<MailDesk>(m_world->session, *m_posters, m_world->ids);
        QVERIFY(m_world->enterAs(userNamed(u"mary"_s, 1, Role::Clerk)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_posters.reset();
        m_world.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000)); // before the folder goes
        m_folder.reset();
    }

    void logo_isOnTickets_andKeepsNoneBackWhenItDoesNotCome()
    {
        const VenueId house = m_world->ids.make<VenueId>();
        const EventId event = m_world->ids.make<EventId>();
        const Poster logo = *readPoster(pngFile(120, 64));
        m_world->server.when<TicketsCodes>([](const TicketsCodesParams &) { return Result(TicketsCodesResult {}); });
        m_world->server.when<EventsGet>([&](const EventsGetParams &) { return Result(EventsGetResult {.event = {.summary = {.id = event, .name = u"Aida"_s, .venue = {.id = house, .name = u"Opera"_s}}, .plan = {.id = m_world->ids.make<PlanId>(), .version = 1}}, .serverTime = m_world->clock.utcNow()}); });
        m_world->server.when<VenuesGet>([&](const VenuesGetParams &) { return Result(VenuesGetResult {.venue = {.id = house, .name = u"Opera"_s, .logo = logo.hash}}); });
        m_world->server.when<VenuesLogo>(Error {.code = ErrorCode::NotFound});
        QSignalSpy fetched(&m_desk->tickets(), &TicketDesk::fetched);
        const Booking booking {.id = kBooking, .tickets = {{.number = u"7K3M-9QXA-1"_s, .event = event}}};
        m_desk->tickets().fetch(booking);
        QTRY_COMPARE(fetched.size(), 1);
        QVERIFY(fetched.at(0).at(0).value<TicketBundle>().logos.isEmpty());
        QCOMPARE(fetched.at(0).at(0).value<TicketBundle>().venues.value(house).name, u"Opera"_s);
        m_world->server.when<VenuesLogo>([&](const VenuesLogoParams &) {
            return Result(EventsPosterResult {.hash = logo.hash, .format = logo.format, .width = logo.width, .height = logo.height, .data = logo.bytes.toBase64()});
        });
        m_desk->tickets().fetch(booking);
        QTRY_COMPARE(fetched.size(), 2);
        QCOMPARE(fetched.at(1).at(0).value<TicketBundle>().logos.value(house), logo.bytes);
    }

    void tickets_goUpInPartsAndAreSent()
    {
        QVERIFY(m_desk->isSetUp());
        m_desk->open(kBooking);
        QSignalSpy progressed(m_desk.get(), &MailDesk::progressed);
        QSignalSpy sent(m_desk.get(), &MailDesk::sent);
        const QByteArray pdf = "%PDF-1.7" + QByteArray(100'000, 'x');
        m_desk->send(kDraft, pdf);
        QVERIFY(m_desk->isSending());
        QTRY_COMPARE(sent.size(), 1);
        QVERIFY(!m_desk->isSending());
        QVERIFY(progressed.size() >= 3);
        QCOMPARE(m_asked.size(), 1);
        QCOMPARE(m_asked.at(0).booking, kBooking);
        QCOMPARE(m_asked.at(0).to, kDraft.to);
        QCOMPARE(m_asked.at(0).body, kDraft.body);
        QCOMPARE(m_uploads.value(m_asked.at(0).upload), pdf);
        QCOMPARE(m_desk->mails().size(), 1);
        QCOMPARE(m_desk->mails().at(0).state, MailState::Queued);
    }

    void fate_isLookedForUntilItIsKnown()
    {
        m_desk->open(kBooking);
        m_desk->send(kDraft, "%PDF-1.7");
        QTRY_COMPARE(m_desk->mails().size(), 1);
        m_mails[0].state = MailState::Sent;
        m_mails[0].sent = m_world->clock.utcNow();
        m_mails[0].nextAttempt.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->mails().at(0).state, MailState::Sent, 20'000);
    }

    void lostAnswer_sendsNothingTwice()
    {
        m_desk->open(kBooking);
        QSignalSpy failed(m_desk.get(), &MailDesk::failed);
        QSignalSpy sent(m_desk.get(), &MailDesk::sent);
        m_losesAnswers = true;
        m_desk->send(kDraft, "%PDF-1.7 first");
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_desk->isSending());
        m_losesAnswers = false;
        QTRY_VERIFY(m_world->session.isInVisit());
        m_desk->send(kDraft, "%PDF-1.7 drawn anew");
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(m_asked.size(), 2);
        QCOMPARE(m_asked.at(1).key, m_asked.at(0).key);
        QCOMPARE(m_mails.size(), 1);

        m_desk->send(kDraft, "%PDF-1.7"); // once more, on purpose
        QTRY_COMPARE(sent.size(), 2);
        QVERIFY(m_asked.at(2).key != m_asked.at(0).key);
        QCOMPARE(m_mails.size(), 2);
    }

    void anotherDraft_isAnotherMail()
    {
        m_desk->open(kBooking);
        QSignalSpy failed(m_desk.get(), &MailDesk::failed);
        m_losesAnswers = true;
        m_desk->send(kDraft, "%PDF-1.7");
        QTRY_COMPARE(failed.size(), 1);
        m_losesAnswers = false;
        QTRY_VERIFY(m_world->session.isInVisit());
        MailDraft other = kDraft;
        other.to = u"bob@example.org"_s;
        m_desk->send(other, "%PDF-1.7");
        QTRY_COMPARE(m_asked.size(), 2);
        QVERIFY(m_asked.at(1).key != m_asked.at(0).key);
    }

    void stop_sendsNoMore()
    {
        m_desk->open(kBooking);
        QSignalSpy sent(m_desk.get(), &MailDesk::sent);
        m_desk->send(kDraft, "%PDF-1.7");
        m_desk->stop();
        QVERIFY(!m_desk->isSending());
        TRY_ASKED(m_world->server, BookingsMails, 2); // it may have been too late
        m_mails = {{.id = m_world->ids.make<MailId>(), .booking = kBooking, .state = MailState::Sent, .at = m_world->clock.utcNow(), .by = {.id = m_world->ids.make<UserId>(), .name = u"mary"_s}, .sent = m_world->clock.utcNow()}};
        m_desk->open(kBooking);
        QTRY_COMPARE(m_desk->mails().size(), 1); // all answers to what came before are there
        QVERIFY(sent.isEmpty() && m_asked.isEmpty());
    }

    void somebodyElse_seesNothingOfIt()
    {
        m_desk->open(kBooking);
        m_desk->send(kDraft, "%PDF-1.7");
        QTRY_COMPARE(m_desk->mails().size(), 1);
        QSignalSpy forgotten(m_desk.get(), &MailDesk::forgotten);
        QVERIFY(m_world->signIn(userNamed(u"carl"_s, 2, Role::Clerk)));
        QVERIFY(!forgotten.isEmpty());
        QVERIFY(m_desk->mails().isEmpty());
    }

    void houseWithoutMail_isSeen()
    {
        StateWorld silent;
        MailDesk desk(silent.session, *m_posters, silent.ids);
        QVERIFY(!desk.isSetUp());
        QVERIFY(silent.enterAs(userNamed(u"mary"_s, 1, Role::Clerk)));
        QVERIFY(!desk.isSetUp());
    }
};

QTEST_GUILESS_MAIN(MailDeskTest)
#include "tst_maildesk.moc"
