// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/doormodel.h"

#include "backend/services/secret.h"
#include "backend/services/ticketkeyring.h"
#include "shared/protocol/events.h"
#include "stateworld.h"

#include <QTemporaryDir>

#include <functional>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

Q_DECLARE_METATYPE(std::function<void(parterre::protocol::CheckinsOfflineResult &)>)

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
        return {.taken = page.taken,
                .tickets = page.tickets,
                .keyId = 1,
                .signature = m_keys->sign(bytesToSignOfOld(page)).toBase64(),
                .unpaid = page.unpaid,
                .released = page.released,
                .next = page.next,
                .wholeSignature = m_keys->sign(bytesToSign(page)).toBase64()};
    }
    void makeModel(const QString &folder = {})
    {
        using namespace std::chrono_literals;
        const TellingPace pace {.between = 1ms, .pauses = {.first = 1ms, .longest = 5ms}};
        m_model = std::make_unique<DoorModel>(m_world->session, m_world->ids, m_world->clock, folder.isEmpty() ? m_folder->path() : folder, pace);
    }
    // Of a list that is not believed.
    void standWithout(const CheckinsOfflineResult &list)
    {
        m_world->server.when<CheckinsOffline>(list);
        makeModel();
        QSignalSpy failed(m_model.get(), &DoorModel::failed);
        QVERIFY(m_world->enterAs(m_dora));
        m_model->setWatching(true);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::BadAnswer);
        QVERIFY(!m_model->hasList());
    }
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
        m_world->server.hello.features = {u"doors"_s};
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
        const DoorVerdict older = shown(code(u"AAAA-AAAA-2"_s, 1));
        QCOMPARE(older.outcome, AdmitOutcome::Reprinted);
        QVERIFY(!older.at); // when it was printed anew the list does not say
        QVERIFY(!m_model->wasTyped());
        QCOMPARE(shown(code(u"AAAA-AAAA-2"_s, 2)).outcome, AdmitOutcome::Admitted);
        QCOMPARE(shown(code(u"AAAA-AAAA-3"_s)).outcome, AdmitOutcome::AlreadyIn);
        QCOMPARE(shown(code(u"AAAA-AAAA-4"_s)).outcome, AdmitOutcome::Cancelled); // ours, for here, but not on the list
        QCOMPARE(shown(u"AAAA-AAAA-5"_s).outcome, AdmitOutcome::Unpaid);
        QCOMPARE(shown(code(u"AAAA-AAAA-6"_s)).outcome, AdmitOutcome::Released);
        QCOMPARE(shown(m_keys->codeOf(u"BBBB-BBBB-1"_s, 0, eventNumber(3))).outcome, AdmitOutcome::WrongEvent);
        QCOMPARE(shown(u"BBBB-BBBB-1"_s).outcome, AdmitOutcome::NotOfHouse);
        QVERIFY(m_model->wasTyped()); // so that it may be another evening's
        const services::TicketKeyring forger({services::makeTicketKey()});
        QCOMPARE(shown(forger.codeOf(u"AAAA-AAAA-1"_s, 0, m_event)).outcome, AdmitOutcome::NotOfHouse);
        QCOMPARE(m_model->untold(), 2);
        QCOMPARE(m_world->server.count<CheckinsAdmit>(), 0);
    }

    void forgedList_isNotBelieved()
    {
        CheckinsOfflineResult forged = signedPage(page());
        forged.tickets[2].admitted.reset(); // so that it would admit once more
        standWithout(forged);
        m_world->server.setAccepting(false);
        m_world->server.dropLinks();
        QTRY_VERIFY(!m_world->session.isInVisit());
        QVERIFY(!m_model->isOffline());
    }

    // What is shown at the door is the house's word as much as what decides.
    void alteredList_isNotBelieved_data()
    {
        QTest::addColumn<std::function<void(CheckinsOfflineResult &)>>("alter");
        const auto row = [](const char *name, const std::function<void(CheckinsOfflineResult &)> &alter) { QTest::newRow(name) << alter; };
        row("label", [](CheckinsOfflineResult &list) { list.tickets[0].label = u"Royal box 1"_s; });
        row("ticket type", [](CheckinsOfflineResult &list) { list.tickets[0].ticketType = u"Child"_s; });
        row("door", [](CheckinsOfflineResult &list) { list.tickets[2].door = u"Main"_s; });
        row("unpaid", [](CheckinsOfflineResult &list) { list.unpaid->clear(); });
        row("released", [](CheckinsOfflineResult &list) { list.released->clear(); });
        row("left out", [](CheckinsOfflineResult &list) { list.tickets.removeLast(); });
        row("more to come", [](CheckinsOfflineResult &list) { list.next = 17; });
        row("signed in the old way only", [](CheckinsOfflineResult &list) { list.wholeSignature.reset(); });
    }
    void alteredList_isNotBelieved()
    {
        QFETCH(std::function<void(CheckinsOfflineResult &)>, alter);
        CheckinsOfflineResult list = signedPage(page());
        alter(list);
        standWithout(list);
    }

    void listWhoseEndIsCutOff_isNotBelieved()
    {
        DoorListPage first = page();
        first.next = 17;
        CheckinsOfflineResult cut = signedPage(first);
        cut.next.reset();
        standWithout(cut);
    }

    void lastPageAlone_isNotBelieved()
    {
        DoorListPage last = page();
        last.after = 17;
        standWithout(signedPage(last));
    }

    void houseOfBefore_isBelievedByItsOldSignature()
    {
        m_world->server.hello.features.clear();
        CheckinsOfflineResult list = signedPage(page());
        list.wholeSignature.reset();
        m_world->server.when<CheckinsOffline>(list);
        makeModel();
        QVERIFY(m_world->enterAs(m_dora));
        m_model->setWatching(true);
        QTRY_VERIFY(m_model->hasList());
        QVERIFY(!m_model->areConflictsKept());
    }

    void longList_comesInPages()
    {
        DoorListPage first = page();
        DoorListPage second = page();
        first.tickets.resize(1);
        first.next = 17;
        second.tickets.remove(0);
        second.after = 17;
        m_world->server.when<CheckinsOffline>([=, this](const CheckinsOfflineParams &params) { return Result(signedPage(params.after ? second : first)); });
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

    // A house takes only so many requests a second from one door.
    void errorThatPasses_isWaitedOut()
    {
        loseTheLink();
        QCOMPARE(shown(u"AAAA-AAAA-1"_s).outcome, AdmitOutcome::Admitted);
        QCOMPARE(shown(u"AAAA-AAAA-2"_s).outcome, AdmitOutcome::Admitted);
        QList<Answer<CheckinsAdmit>> asked;
        m_world->server.whenAsked<CheckinsAdmit>([&](const CheckinsAdmitParams &, const Answer<CheckinsAdmit> &answer) { asked.append(answer); });
        QSignalSpy told(m_model.get(), &DoorModel::told);
        m_world->server.setAccepting(true);
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(m_model->isLinked());
        QCOMPARE(m_model->untold(), 2); // while there is a connection, too
        asked.at(0)(ErrorCode::RateLimited);
        QTRY_COMPARE(asked.size(), 2);
        asked.at(1)(ErrorCode::StorageUnavailable);
        QTRY_COMPARE(asked.size(), 3);
        asked.at(2)(CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::Admitted}});
        QTRY_COMPARE(asked.size(), 4);
        QCOMPARE(m_model->untold(), 1);
        asked.at(3)(CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::Admitted}});
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(m_model->untold(), 0);
        QVERIFY(!m_model->tellingProblem());
        const QList<CheckinsAdmitParams> sent = m_world->server.received<CheckinsAdmit>();
        QCOMPARE(sent.at(2).key, sent.at(0).key);
    }

    void whatTheServerDoesNotTake_isKept_andHoldsUpNobody()
    {
        loseTheLink();
        QCOMPARE(shown(u"AAAA-AAAA-1"_s).outcome, AdmitOutcome::Admitted);
        QCOMPARE(shown(u"AAAA-AAAA-2"_s).outcome, AdmitOutcome::Admitted);
        m_world->server.when<CheckinsAdmit>([](const CheckinsAdmitParams &params) {
            return params.code == u"AAAA-AAAA-1" ? Result<CheckinsAdmitResult>(ErrorCode::Internal) : CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::Admitted}};
        });
        QSignalSpy told(m_model.get(), &DoorModel::told);
        m_world->server.setAccepting(true);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(m_model->untold(), 1);
        QCOMPARE(m_model->tellingProblem()->code, ErrorCode::Internal);
        m_world->server.when<CheckinsAdmit>(CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::Admitted}});
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(m_model->untold(), 0);
        QVERIFY(!m_model->tellingProblem());
    }

    // At the wrong house everybody would be a stranger, and be forgotten.
    void anotherHouse_isNotTold()
    {
        loseTheLink();
        QCOMPARE(shown(u"AAAA-AAAA-1"_s).outcome, AdmitOutcome::Admitted);
        m_world->server.when<CheckinsList>(ErrorCode::NotFound);
        m_world->server.setAccepting(true);
        QTRY_COMPARE(m_model->foreignUntold(), 1);
        QCOMPARE(m_model->untold(), 0);
        QCOMPARE(m_world->server.count<CheckinsAdmit>(), 0);
        m_model.reset();
        makeModel(); // in the file still
        m_world->server.when<CheckinsList>(CheckinsListResult {});
        QVERIFY(m_world->breakLink(true));
        TRY_ASKED(m_world->server, CheckinsAdmit, 1);
        QTRY_COMPARE(m_model->untold() + m_model->foreignUntold(), 0);
    }

    void whatCannotBeKept_isSaid()
    {
        QFile file(m_folder->filePath(u"full"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        makeModel(file.fileName()); // a file is no folder
        QVERIFY(m_model->keepsUntold());
        QVERIFY(m_world->enterAs(m_dora));
        m_model->setWatching(true);
        QTRY_VERIFY(m_model->hasList());
        m_world->server.setAccepting(false);
        m_world->server.dropLinks();
        QTRY_VERIFY(m_model->isOffline());
        QCOMPARE(shown(u"AAAA-AAAA-1"_s).outcome, AdmitOutcome::Admitted);
        QVERIFY(!m_model->keepsUntold());
        m_world->server.setAccepting(true);
        QTRY_COMPARE(m_model->untold(), 0);
        QVERIFY(m_model->keepsUntold());
    }

    void lineOfANewerVersion_staysInTheFile()
    {
        const QByteArray newer = R"({"event":"0195d2a0-0000-7000-8000-000000000002","code":"X","key":"key-of-a-newer-one","wallet":true})";
        QFile file(m_folder->filePath(u"door-queue.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(newer + '\n');
        file.close();
        loseTheLink();
        QCOMPARE(m_model->untold(), 0);
        QCOMPARE(shown(u"AAAA-AAAA-1"_s).outcome, AdmitOutcome::Admitted);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 3); // and the end of the last
        QCOMPARE(lines.at(0), newer);
    }

    void conflicts_areCounted_andReadByThePage()
    {
        m_world->server.when<CheckinsList>(CheckinsListResult {.conflicts = 3});
        const AdmissionConflict conflict {.id = CheckinId(eventNumber(7).uuid()), .shown = u"AAAA-AAAA-1"_s, .verdict = {.outcome = AdmitOutcome::AlreadyIn}};
        m_world->server.when<CheckinsConflicts>([&](const CheckinsConflictsParams &params) {
            CheckinsConflictsResult page {.conflicts = {conflict}};
            if (!params.cursor)
                page.next = u"more"_s;
            return Result(page);
        });
        makeModel();
        QVERIFY(m_world->enterAs(m_dora));
        m_model->setWatching(true);
        QTRY_COMPARE(m_model->conflicts(), 3);
        AdmissionConflictList &list = m_model->conflictList();
        list.look(m_event);
        QTRY_COMPARE(list.rowCount(), 1);
        QCOMPARE(list.index(0).data(AdmissionConflictList::ConflictRole).value<AdmissionConflict>(), conflict);
        QVERIFY(list.canFetchMore({}));
        list.fetchMore({});
        QTRY_COMPARE(list.rowCount(), 2);
        QCOMPARE(m_world->server.received<CheckinsConflicts>().constLast().cursor, u"more"_s);
        QVERIFY(m_world->signIn(userNamed(u"anna"_s, 2)));
        QCOMPARE(list.rowCount(), 0);
        QCOMPARE(m_model->conflicts(), 0);
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
