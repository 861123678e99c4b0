// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/noshowdesk.h"

#include "stateworld.h"

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// Who has not come, at a server that behaves as checkins.noShows and its like do.
class NoShowDeskTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int kPeople = 220;

    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<NoShowDesk> m_desk;
    QList<qsizetype> m_released; // how many tickets each request to give free had
    QList<qsizetype> m_restored;
    QSet<QString> m_keys;
    std::optional<Error> m_refusal;
    int m_refuseFrom = 0;        // which request on
    int m_party = kPeople;       // so many have a booking together

    static QString number(int n) { return u"7K3M-9QXA-%1"_s.arg(n); }
    static QStringList numbers(int count)
    {
        QStringList all;
        for (int n = 0; n < count; ++n)
            all.append(number(n));
        return all;
    }
    void lookAround()
    {
        m_desk->look(eventNumber(1));
        QTRY_COMPARE(m_desk->state(), NoShowDesk::State::Ready);
    }

private Q_SLOTS:
    void init()
    {
        m_desk.reset();
        m_world = std::make_unique<StateWorld>();
        m_desk = std::make_unique<NoShowDesk>(m_world->session, m_world->ids);
        m_released.clear();
        m_restored.clear();
        m_keys.clear();
        m_refusal.reset();
        m_refuseFrom = 0;
        m_party = kPeople;
        m_world->server.when<CheckinsNoShows>([this](const CheckinsNoShowsParams &params) -> Result<CheckinsNoShowsResult> {
            CheckinsNoShowsResult page;
            for (qint32 n = params.after.value_or(-1) + 1; n < kPeople && page.tickets.size() < kMaxNoShows; ++n) {
                page.tickets.append({.ticket = number(n), .booking = BookingId(eventNumber(n / m_party).uuid()), .place = n});
                page.next = n;
            }
            if (page.next == kPeople - 1)
                page.next.reset();
            return page;
        });
        // The first of them came in after all.
        m_world->server.when<CheckinsReleaseNoShows>([this](const CheckinsReleaseNoShowsParams &params) -> Result<CheckinsReleaseNoShowsResult> {
            if (m_refusal && m_released.size() >= m_refuseFrom)
                return *m_refusal;
            m_released.append(params.tickets.size());
            m_keys.insert(params.key.value_or(QString()));
            CheckinsReleaseNoShowsResult result {.released = params.tickets};
            if (result.released.removeAll(number(0)) > 0)
                result.kept = {number(0)};
            return result;
        });
        // The second of them has somebody else's seat by now.
        m_world->server.when<CheckinsRestore>([this](const CheckinsRestoreParams &params) -> Result<CheckinsRestoreResult> {
            m_restored.append(params.tickets.size());
            m_keys.insert(params.key);
            CheckinsRestoreResult result {.restored = params.tickets};
            if (result.restored.removeAll(number(1)) > 0)
                result.taken = {number(1)};
            if (result.restored.isEmpty())
                return Error {.code = ErrorCode::SeatTaken, .places = {1}};
            return result;
        });
        QVERIFY(m_world->enterAs(userNamed(u"Grace"_s, 1, Role::Clerk)));
    }
    void cleanup() { m_desk.reset(); }

    void allPages_areRead()
    {
        QVERIFY(m_desk->mayRelease());
        m_desk->look(eventNumber(1));
        QCOMPARE(m_desk->state(), NoShowDesk::State::Reading);
        QTRY_COMPARE(m_desk->state(), NoShowDesk::State::Ready);
        QCOMPARE(m_desk->tickets().size(), kPeople);
        QCOMPARE(m_desk->tickets().constLast().ticket, number(kPeople - 1));
    }

    void many_areGivenFreeInParts_andTakenBack()
    {
        lookAround();
        QSignalSpy released(m_desk.get(), &NoShowDesk::released);
        QSignalSpy restored(m_desk.get(), &NoShowDesk::restored);
        m_desk->release(numbers(kPeople), u" A  queue "_s);
        QTRY_COMPARE(released.size(), 1);
        QCOMPARE(m_released, (QList<qsizetype> {100, 100, 20}));
        QCOMPARE(released.constFirst().first(2), (QVariantList {kPeople - 1, 1}));
        QCOMPARE(m_world->server.received<CheckinsReleaseNoShows>().constLast().reason, u"A queue"_s);
        m_desk->takeBack();
        QTRY_COMPARE(restored.size(), 1);
        QCOMPARE(m_restored, (QList<qsizetype> {100, 100, 19}));
        QCOMPARE(restored.constFirst(), (QVariantList {kPeople - 2, 1}));
        QCOMPARE(m_keys.size(), 6); // one for each request
        m_desk->takeBack(); // once
        QCOMPARE(m_desk->state(), NoShowDesk::State::Idle);
    }

    // Of a table that is sold whole nothing is given free unless all of it is named at once.
    void whoCameTogether_isNamedTogether()
    {
        m_party = 3;
        lookAround();
        QSignalSpy released(m_desk.get(), &NoShowDesk::released);
        QStringList mixed = numbers(kPeople);
        std::rotate(mixed.begin(), mixed.begin() + 1, mixed.end());
        m_desk->release(mixed, {});
        QTRY_COMPARE(released.size(), 1);
        QCOMPARE(m_released, (QList<qsizetype> {99, 99, 22}));
        QCOMPARE(released.constFirst().first(2), (QVariantList {kPeople - 1, 1}));
        QVERIFY(m_world->server.received<CheckinsReleaseNoShows>().constFirst().tickets.contains(number(0)));
    }

    void seatThatIsSold_isNotTakenBack()
    {
        lookAround();
        QSignalSpy released(m_desk.get(), &NoShowDesk::released);
        QSignalSpy restored(m_desk.get(), &NoShowDesk::restored);
        m_desk->release({number(1)}, {});
        QTRY_COMPARE(released.size(), 1);
        QVERIFY(!m_world->server.received<CheckinsReleaseNoShows>().constLast().reason);
        m_desk->takeBack();
        QTRY_COMPARE(restored.size(), 1);
        QCOMPARE(restored.constFirst(), (QVariantList {0, 1}));
    }

    void refusal_leavesTheListToTryAgain()
    {
        lookAround();
        m_refusal = Error {.code = ErrorCode::TooEarly};
        QSignalSpy failed(m_desk.get(), &NoShowDesk::failed);
        m_desk->release({number(1)}, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_desk->state(), NoShowDesk::State::Ready);
        QCOMPARE(m_desk->tickets().size(), kPeople);
    }

    void whatWasGivenFreeBeforeARefusal_isTold()
    {
        lookAround();
        m_refusal = Error {.code = ErrorCode::SaleClosed};
        m_refuseFrom = 1;
        QSignalSpy released(m_desk.get(), &NoShowDesk::released);
        m_desk->release(numbers(kPeople), {});
        QTRY_COMPARE(released.size(), 1);
        QCOMPARE(released.constFirst().first(2), (QVariantList {99, 1}));
        QCOMPARE(released.constFirst().at(2).value<std::optional<Error>>()->code, ErrorCode::SaleClosed);
    }

    void listThatIsPutAway_isReadNoFurther()
    {
        QList<Answer<CheckinsNoShows>> waiting;
        m_world->server.whenAsked<CheckinsNoShows>([&](const CheckinsNoShowsParams &, const Answer<CheckinsNoShows> &answer) { waiting.append(answer); });
        m_desk->look(eventNumber(1));
        QTRY_COMPARE(waiting.size(), 1);
        m_desk->stopLooking();
        QCOMPARE(m_desk->state(), NoShowDesk::State::Idle);
        const NoShow one {.ticket = number(0), .booking = BookingId(eventNumber(5).uuid())};
        waiting.at(0)(CheckinsNoShowsResult {.tickets = {one, one}, .next = 1});
        m_desk->look(eventNumber(1)); // which has nothing of the first one's
        QTRY_COMPARE(waiting.size(), 2);
        QVERIFY(!m_world->server.received<CheckinsNoShows>().constLast().after);
        waiting.at(1)(CheckinsNoShowsResult {.tickets = {one}});
        QTRY_COMPARE(m_desk->state(), NoShowDesk::State::Ready);
        QCOMPARE(m_desk->tickets().size(), 1);
    }

    void signingOut_leavesNothing()
    {
        lookAround();
        m_world->server.when<AuthLogout>(Nothing {});
        m_world->session.logOut();
        QTRY_VERIFY(m_desk->tickets().isEmpty());
        QCOMPARE(m_desk->state(), NoShowDesk::State::Idle);
    }
};

QTEST_GUILESS_MAIN(NoShowDeskTest)
#include "tst_noshowdesk.moc"
