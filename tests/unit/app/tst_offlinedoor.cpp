// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/doormodel.h"

#include "backend/services/secret.h"
#include "backend/services/ticketkeyring.h"
#include "shared/protocol/events.h"
#include "stateworld.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// A door whose connection comes and goes.
class TestOfflineDoor : public QObject
{
    Q_OBJECT

private:
    const User m_dora = userNamed(u"dora"_s, 1, Role::Door);
    const EventId m_event = eventNumber(2);
    std::optional<services::TicketKeyring> m_keys;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<DoorModel> m_model;

    [[nodiscard]] QString code(const QString &number, qint32 generation = 0) const { return m_keys->codeOf(number, generation, m_event); }
    [[nodiscard]] DoorListPage page() const
    {
        return {.event = m_event,
                .taken = m_world->clock.utcNow(),
                .tickets = {{.ticket = u"AAAA-AAAA-1"_s, .label = u"Stalls A 1"_s, .ticketType = u"Adult"_s},
                            {.ticket = u"AAAA-AAAA-2"_s, .label = u"Stalls A 2"_s, .ticketType = u"Adult"_s, .generation = 2},
                            {.ticket = u"AAAA-AAAA-3"_s, .label = u"Stalls A 3"_s, .ticketType = u"Adult"_s, .admitted = m_world->clock.utcNow(), .door = u"Garden"_s}},
                .unpaid = {u"AAAA-AAAA-5"_s},
                .released = {u"AAAA-AAAA-6"_s}};
    }
    [[nodiscard]] CheckinsOfflineResult signedPage(const DoorListPage &page) const
    {
        return {.taken = page.taken, .tickets = page.tickets, .keyId = 1, .signature = m_keys->sign(bytesToSign(page)).toBase64(), .unpaid = page.unpaid, .released = page.released};
    }
    void makeModel() { m_model = std::make_unique<DoorModel>(m_world->session, m_world->ids, m_world->clock, m_folder->path()); }
    // With the list, and then without the connection.
    void loseTheLink()
    {
        makeModel();
        QVERIFY(m_world->enterAs(m_dora));
        m_model->setWatching(true);
        QTRY_VERIFY(m_model->hasList());
        m_world->server.setAccepting(false);
        m_world->server.dropLinks();
        QTRY_VERIFY(m_model->isOffline());
    }
    [[nodiscard]] DoorVerdict shown(const QString &text)
    {
        QSignalSpy judged(m_model.get(), &DoorModel::judged);
        m_world->clock.advance(std::chrono::seconds(5));
        m_model->admit(text);
        return judged.isEmpty() ? DoorVerdict {.outcome = AdmitOutcome::NotOfHouse, .door = u"nobody judged"_s} : judged.constFirst().constFirst().value<DoorVerdict>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(services::startCryptography());
        m_keys.emplace(QList {services::makeTicketKey()});
    }
    void init()
    {
        m_model.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<StateWorld>();
        const EventSummary event {.id = m_event, .name = u"Hamlet"_s, .start = m_world->clock.utcNow(), .venue = {VenueId(eventNumber(99).uuid()), u"House"_s}, .timeZone = u"UTC"_s};
        m_world->server.when<EventsSearch>(EventsSearchResult {.events = {event}});
        m_world->server.when<CheckinsList>(CheckinsListResult {});
        m_world->server.when<CheckinsKeys>(CheckinsKeysResult {.keys = {{.id = 1, .key = m_keys->keys().constFirst().publicKey.toBase64()}}});
        m_world->server.when<CheckinsOffline>(signedPage(page()));
        m_world->server.when<CheckinsAdmit>(CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::Admitted}});
    }
    void cleanup() { m_model.reset(); }

    void list_decidesWithoutTheServer()
    {
        loseTheLink();
        m_model->setDoor(u"Main"_s);
        QCOMPARE(m_model->attendance(), (Attendance {.admitted = 1, .expected = 3}));
        const DoorVerdict in = shown(code(u"AAAA-AAAA-1"_s));
        QCOMPARE(in.outcome, AdmitOutcome::Admitted);
        QCOMPARE(in.ticket->label, u"Stalls A 1"_s);
        QCOMPARE(m_model->attendance().admitted, 2);
        const DoorVerdict again = shown(u"aaaa aaaa 1"_s);
        QCOMPARE(again.outcome, AdmitOutcome::AlreadyIn);
        QCOMPARE(again.door, u"Main"_s);
        QCOMPARE(shown(code(u"AAAA-AAAA-2"_s, 1)).outcome, AdmitOutcome::Reprinted);
        QCOMPARE(shown(code(u"AAAA-AAAA-2"_s, 2)).outcome, AdmitOutcome::Admitted);
        QCOMPARE(shown(code(u"AAAA-AAAA-3"_s)).outcome, AdmitOutcome::AlreadyIn);
        QCOMPARE(shown(code(u"AAAA-AAAA-4"_s)).outcome, AdmitOutcome::Cancelled); // ours, for here, but not on the list
        QCOMPARE(shown(u"AAAA-AAAA-5"_s).outcome, AdmitOutcome::Unpaid);
        QCOMPARE(shown(code(u"AAAA-AAAA-6"_s)).outcome, AdmitOutcome::Released);
        QCOMPARE(shown(m_keys->codeOf(u"BBBB-BBBB-1"_s, 0, eventNumber(3))).outcome, AdmitOutcome::WrongEvent);
        QCOMPARE(shown(u"BBBB-BBBB-1"_s).outcome, AdmitOutcome::NotOfHouse);
        const services::TicketKeyring forger({services::makeTicketKey()});
        QCOMPARE(shown(forger.codeOf(u"AAAA-AAAA-1"_s, 0, m_event)).outcome, AdmitOutcome::NotOfHouse);
        QCOMPARE(m_model->untold(), 2);
        QCOMPARE(m_world->server.count<CheckinsAdmit>(), 0);
    }

    void forgedList_isNotBelieved()
    {
        CheckinsOfflineResult forged = signedPage(page());
        forged.tickets[2].admitted.reset(); // so that it would admit once more
        m_world->server.when<CheckinsOffline>(forged);
        makeModel();
        QSignalSpy failed(m_model.get(), &DoorModel::failed);
        QVERIFY(m_world->enterAs(m_dora));
        m_model->setWatching(true);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::BadAnswer);
        m_world->server.setAccepting(false);
        m_world->server.dropLinks();
        QTRY_VERIFY(!m_world->session.isInVisit());
        QVERIFY(!m_model->isOffline());
    }

    void longList_comesInPages()
    {
        DoorListPage first = page();
        DoorListPage second = page();
        first.tickets.resize(1);
        second.tickets.remove(0);
        m_world->server.when<CheckinsOffline>([=, this](const CheckinsOfflineParams &params) {
            CheckinsOfflineResult result = signedPage(params.after ? second : first);
            if (!params.after)
                result.next = 17;
            return Result(result);
        });
        makeModel();
        QVERIFY(m_world->enterAs(m_dora));
        m_model->setWatching(true);
        TRY_ASKED(m_world->server, CheckinsOffline, 2);
        QCOMPARE(m_world->server.received<CheckinsOffline>().at(1).after, 17);
        QTRY_VERIFY(m_model->hasList());
        m_world->server.setAccepting(false);
        m_world->server.dropLinks();
        QTRY_VERIFY(m_model->isOffline());
        QCOMPARE(m_model->attendance().expected, 3);
    }

    void whatWasDecided_isToldWhenTheLinkIsBack()
    {
        loseTheLink();
        m_model->setDoor(u"Main"_s);
        QCOMPARE(shown(code(u"AAAA-AAAA-1"_s)).outcome, AdmitOutcome::Admitted);
        QCOMPARE(shown(u"AAAA-AAAA-2"_s).outcome, AdmitOutcome::Admitted);
        // Meanwhile another door let in the second.
        m_world->server.when<CheckinsAdmit>([](const CheckinsAdmitParams &params) {
            return Result(CheckinsAdmitResult {.verdict = {.outcome = params.code == u"AAAA-AAAA-2" ? AdmitOutcome::AlreadyIn : AdmitOutcome::Admitted}});
        });
        QSignalSpy told(m_model.get(), &DoorModel::told);
        m_world->server.setAccepting(true);
        QTRY_COMPARE(told.size(), 1);
        const auto conflicts = told.at(0).at(0).value<QList<DoorConflict>>();
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.at(0).admission.code, u"AAAA-AAAA-2"_s);
        QCOMPARE(conflicts.at(0).verdict.outcome, AdmitOutcome::AlreadyIn);
        QCOMPARE(m_model->untold(), 0);
        const QList<CheckinsAdmitParams> sent = m_world->server.received<CheckinsAdmit>();
        QCOMPARE(sent.size(), 2);
        QVERIFY(sent.at(0).at && sent.at(1).at && *sent.at(0).at < *sent.at(1).at);
        QCOMPARE(sent.at(0).door, u"Main"_s);
        QVERIFY(sent.at(0).key != sent.at(1).key);
    }

    void link_thatIsBack_isTold_alsoWhenNobodyCame()
    {
        loseTheLink();
        QVERIFY(!m_model->isLinked() && !m_model->linkError());
        QList<bool> offline;
        connect(m_model.get(), &DoorModel::linkChanged, m_model.get(), [&] { offline.append(m_model->isOffline()); });
        m_world->server.setAccepting(true);
        QTRY_VERIFY(m_model->isLinked());
        QVERIFY(!offline.isEmpty() && !offline.constLast());
    }

    void whatWasDecided_outlivesTheProgram()
    {
        loseTheLink();
        QCOMPARE(shown(code(u"AAAA-AAAA-1"_s)).outcome, AdmitOutcome::Admitted);
        m_model.reset();
        makeModel();
        QCOMPARE(m_model->untold(), 1);
        QSignalSpy told(m_model.get(), &DoorModel::told);
        m_world->server.setAccepting(true);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(m_world->server.received<CheckinsAdmit>().constLast().code, code(u"AAAA-AAAA-1"_s));
        m_model.reset();
        makeModel();
        QCOMPARE(m_model->untold(), 0);
    }

    // The server may have let him in before the link broke: it hears of it again under the same key.
    void aQuestionWithoutAnswer_isDecidedByTheList()
    {
        makeModel();
        QVERIFY(m_world->enterAs(m_dora));
        m_model->setWatching(true);
        QTRY_VERIFY(m_model->hasList());
        m_world->server.ignore<CheckinsAdmit>();
        QSignalSpy judged(m_model.get(), &DoorModel::judged);
        m_model->admit(u"AAAA-AAAA-1"_s);
        TRY_ASKED(m_world->server, CheckinsAdmit, 1);
        m_world->server.setAccepting(false);
        m_world->server.dropLinks();
        QTRY_COMPARE(judged.size(), 1);
        QCOMPARE(judged.at(0).at(0).value<DoorVerdict>().outcome, AdmitOutcome::Admitted);
        m_world->server.when<CheckinsAdmit>(CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::Admitted}});
        QSignalSpy told(m_model.get(), &DoorModel::told);
        m_world->server.setAccepting(true);
        QTRY_COMPARE(told.size(), 1);
        for (const CheckinsAdmitParams &sent : m_world->server.received<CheckinsAdmit>())
            QCOMPARE(sent.key, m_world->server.received<CheckinsAdmit>().constFirst().key);
        QCOMPARE(judged.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestOfflineDoor)
#include "tst_offlinedoor.moc"
