// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/doormodel.h"

#include "shared/protocol/events.h"
#include "shared/protocol/noshows.h"
#include "stateworld.h"

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const User kDora = userNamed(u"dora"_s, 1, Role::Door);

}

class TestDoorModel : public QObject
{
    Q_OBJECT

private:
    EventSummary event(int n, std::chrono::hours fromNow) const { return {.id = eventNumber(n), .name = u"Event %1"_s.arg(n), .start = m_world->clock.utcNow() + fromNow, .venue = {VenueId(eventNumber(99).uuid()), u"House"_s}, .timeZone = u"UTC"_s}; }
    void standAtTheDoor()
    {
        QVERIFY(m_world->enterAs(kDora));
        m_model->setWatching(true);
        QTRY_VERIFY(m_model->event());
    }

private Q_SLOTS:
    void init()
    {
        using namespace std::chrono_literals;
        m_model.reset();
        m_world = std::make_unique<StateWorld>();
        m_world->server.when<EventsSearch>(EventsSearchResult {.events = {event(1, -9h), event(2, 1h), event(3, 24h)}});
        m_world->server.when<CheckinsList>(CheckinsListResult {.attendance = {.admitted = 3, .expected = 10}});
        m_world->server.when<CheckinsKeys>(CheckinsKeysResult {});
        m_world->server.when<CheckinsOffline>(ErrorCode::Overloaded); // no list: this door needs its connection
        m_world->server.when<CheckinsAdmit>(CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::Admitted}});
        m_model = std::make_unique<DoorModel>(m_world->session, m_world->ids, m_world->clock);
    }
    void cleanup() { m_model.reset(); }

    void nearestEvent_isChosen()
    {
        standAtTheDoor();
        QCOMPARE(*m_model->event(), eventNumber(2));
        QCOMPARE(m_model->events().size(), 3);
        QCOMPARE(m_world->server.received<EventsSearch>().constLast().from, m_world->clock.utcNow() - std::chrono::hours(12));
        QTRY_COMPARE(m_model->attendance(), (Attendance {.admitted = 3, .expected = 10}));
    }

    void nobodyElse_isAsked()
    {
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 2)));
        m_model->setWatching(true);
        m_model->admit(u"7K3M-9QXA-1"_s);
        QVERIFY(!m_model->isChecking());
        QCOMPARE(m_world->server.count<EventsSearch>(), 0);
    }

    void tickets_areCheckedOneAfterTheOther()
    {
        standAtTheDoor();
        QList<Answer<CheckinsAdmit>> waiting;
        m_world->server.whenAsked<CheckinsAdmit>([&](const CheckinsAdmitParams &, const Answer<CheckinsAdmit> &answer) { waiting.append(answer); });
        QSignalSpy judged(m_model.get(), &DoorModel::judged);
        m_model->setDoor(u" Main  entrance "_s);
        m_model->admit(u"A-1"_s);
        m_model->admit(u"A-2\n"_s);
        QTRY_COMPARE(waiting.size(), 1);
        const CheckinsAdmitParams first = m_world->server.received<CheckinsAdmit>().constLast();
        QCOMPARE(first.code, u"A-1"_s);
        QCOMPARE(first.door, u"Main entrance"_s);
        QCOMPARE(first.event, eventNumber(2));
        waiting.at(0)(CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::AlreadyIn}});
        QTRY_COMPARE(waiting.size(), 2);
        QCOMPARE(judged.size(), 1);
        QCOMPARE(judged.at(0).at(0).value<DoorVerdict>().outcome, AdmitOutcome::AlreadyIn);
        const CheckinsAdmitParams second = m_world->server.received<CheckinsAdmit>().constLast();
        QCOMPARE(second.code, u"A-2"_s);
        QVERIFY(second.key != first.key);
        waiting.at(1)(CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::Admitted}});
        QTRY_COMPARE(judged.size(), 2);
        QVERIFY(!m_model->isChecking());
    }

    // A scanner that reads a ticket twice must not turn its green into red.
    void aTicketReadTwiceInABreath_isTakenOnce()
    {
        standAtTheDoor();
        QSignalSpy judged(m_model.get(), &DoorModel::judged);
        m_model->admit(u"A-1"_s);
        m_model->admit(u"A-1"_s);
        QTRY_COMPARE(judged.size(), 1);
        m_model->admit(u"A-1"_s);
        QVERIFY(!m_model->isChecking());
        m_world->clock.advance(std::chrono::seconds(4));
        m_model->admit(u"A-1"_s);
        QTRY_COMPARE(judged.size(), 2);
        QCOMPARE(m_world->server.count<CheckinsAdmit>(), 2);
    }

    void aLostAnswer_isAskedForAgainWithTheSameKey()
    {
        standAtTheDoor();
        QSet<QString> keys;
        int asked = 0;
        m_world->server.whenAsked<CheckinsAdmit>([&](const CheckinsAdmitParams &params, const Answer<CheckinsAdmit> &answer) {
            keys.insert(params.key);
            if (++asked > 1)
                answer(CheckinsAdmitResult {.verdict = {.outcome = AdmitOutcome::Admitted}});
        });
        QSignalSpy judged(m_model.get(), &DoorModel::judged);
        m_model->admit(u"A-1"_s);
        QTRY_COMPARE(asked, 1);
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(judged.size(), 1);
        QCOMPARE(asked, 2);
        QCOMPARE(keys.size(), 1);
        QVERIFY(!m_model->isWaitingForLink());
    }

    void undo_saysWhyAndLooksAgain()
    {
        standAtTheDoor();
        m_world->server.when<CheckinsUndo>(CheckinsUndoResult {.admission = {.id = CheckinId(eventNumber(7).uuid()), .ticket = {.number = u"A-1"_s, .event = eventNumber(2)}, .undone = m_world->clock.utcNow()}});
        QTRY_VERIFY(m_model->attendance().expected > 0);
        const int looked = m_world->server.count<CheckinsList>();
        QSignalSpy undone(m_model.get(), &DoorModel::undone);
        m_model->undo(u"A-1"_s, u"too early"_s);
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(m_world->server.received<CheckinsUndo>().constLast().reason, u"too early"_s);
        TRY_ASKED(m_world->server, CheckinsList, looked + 1);
    }

    void latecomer_getsTheSeatBackAndIsLetIn()
    {
        standAtTheDoor();
        const DoorVerdict released {.outcome = AdmitOutcome::Released, .ticket = DoorTicket {.number = u"A-1"_s, .event = eventNumber(2), .label = u"Stalls A 1"_s}, .placeIsFree = true};
        m_world->server.when<CheckinsRestore>(CheckinsRestoreResult {.restored = {u"A-1"_s}});
        QSignalSpy judged(m_model.get(), &DoorModel::judged);
        m_model->letInAfterAll(released);
        QTRY_COMPARE(judged.size(), 1);
        QCOMPARE(judged.at(0).at(0).value<DoorVerdict>().outcome, AdmitOutcome::Admitted);
        QCOMPARE(m_world->server.received<CheckinsRestore>().constLast().tickets, QStringList {u"A-1"_s});
        QCOMPARE(m_world->server.received<CheckinsAdmit>().constLast().code, u"A-1"_s);
    }

    void latecomer_isToldThatTheSeatIsGone()
    {
        standAtTheDoor();
        const DoorVerdict released {.outcome = AdmitOutcome::Released, .ticket = DoorTicket {.number = u"A-1"_s, .event = eventNumber(2), .label = u"Stalls A 1"_s}, .placeIsFree = true};
        m_world->server.when<CheckinsRestore>(ErrorCode::SeatTaken);
        QSignalSpy judged(m_model.get(), &DoorModel::judged);
        m_model->letInAfterAll(released);
        QTRY_COMPARE(judged.size(), 1);
        const auto verdict = judged.at(0).at(0).value<DoorVerdict>();
        QCOMPARE(verdict.outcome, AdmitOutcome::Released);
        QCOMPARE(verdict.placeIsFree, false);
        QCOMPARE(m_world->server.count<CheckinsAdmit>(), 0);
        QSignalSpy failed(m_model.get(), &DoorModel::failed);
        m_world->server.when<CheckinsRestore>(ErrorCode::SaleClosed);
        m_model->letInAfterAll(released);
        QTRY_COMPARE(failed.size(), 1);
    }

    void latecomerOfAnotherEvent_isNotLetIn()
    {
        standAtTheDoor();
        const int asked = m_world->server.count<CheckinsRestore>();
        m_model->setEvent(eventNumber(3));
        m_model->letInAfterAll({.outcome = AdmitOutcome::Released, .ticket = DoorTicket {.number = u"A-1"_s, .event = eventNumber(2)}, .placeIsFree = true});
        m_model->admit(u"A-2"_s); // what is asked goes in this order
        TRY_ASKED(m_world->server, CheckinsAdmit, 1);
        QCOMPARE(m_world->server.count<CheckinsRestore>(), asked);
    }

    void signingOut_leavesNothing()
    {
        standAtTheDoor();
        m_world->server.when<AuthLogout>(Nothing {});
        m_world->session.logOut();
        QTRY_VERIFY(!m_model->event());
        QVERIFY(m_model->events().isEmpty());
        QCOMPARE(m_model->attendance(), Attendance());
    }

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<DoorModel> m_model;
};

QTEST_GUILESS_MAIN(TestDoorModel)
#include "tst_doormodel.moc"
