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
    static constexpr int kPeople = 120;
    static constexpr qint32 kPage = 50;

    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<NoShowDesk> m_desk;
    QList<qsizetype> m_asked; // how many tickets each request to give free had
    std::optional<Error> m_refusal;

    static QString number(int n) { return u"7K3M-9QXA-%1"_s.arg(n); }
    static QStringList numbers(int count)
    {
        QStringList all;
        for (int n = 0; n < count; ++n)
            all.append(number(n));
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StateWorld>();
        m_desk = std::make_unique<NoShowDesk>(m_world->session);
        m_asked.clear();
        m_refusal.reset();
        m_world->server.when<CheckinsNoShows>([](const CheckinsNoShowsParams &params) -> Result<CheckinsNoShowsResult> {
            CheckinsNoShowsResult page;
            for (qint32 n = params.after.value_or(-1) + 1; n < kPeople && page.tickets.size() < kPage; ++n) {
                page.tickets.append({.ticket = number(n)});
                page.next = n;
            }
            if (page.next == kPeople - 1)
                page.next.reset();
            return page;
        });
        // The first of them came in after all.
        m_world->server.when<CheckinsReleaseNoShows>([this](const CheckinsReleaseNoShowsParams &params) -> Result<CheckinsReleaseNoShowsResult> {
            m_asked.append(params.tickets.size());
            if (m_refusal)
                return *m_refusal;
            QStringList released = params.tickets;
            released.removeAll(number(0));
            return CheckinsReleaseNoShowsResult {.released = released};
        });
        QVERIFY(m_world->enterAs(userNamed(u"Grace"_s, 1, Role::Clerk)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_world.reset();
    }

    void allPages_areRead()
    {
        m_desk->look(eventNumber(1));
        QCOMPARE(m_desk->state(), NoShowDesk::State::Reading);
        QTRY_COMPARE(m_desk->state(), NoShowDesk::State::Ready);
        QCOMPARE(m_desk->tickets().size(), kPeople);
        QCOMPARE(m_desk->tickets().constLast().ticket, number(kPeople - 1));
    }

    void many_areGivenFreeInParts()
    {
        m_desk->look(eventNumber(1));
        QTRY_COMPARE(m_desk->state(), NoShowDesk::State::Ready);
        QSignalSpy released(m_desk.get(), &NoShowDesk::released);
        m_desk->release(numbers(kPeople));
        QTRY_COMPARE(released.size(), 1);
        QCOMPARE(m_asked, (QList<qsizetype> {50, 50, 20}));
        QCOMPARE(released.constFirst(), (QVariantList {kPeople - 1, 1}));
    }

    void refusal_leavesTheListToTryAgain()
    {
        m_desk->look(eventNumber(1));
        QTRY_COMPARE(m_desk->state(), NoShowDesk::State::Ready);
        m_refusal = Error {.code = ErrorCode::TooEarly};
        QSignalSpy failed(m_desk.get(), &NoShowDesk::failed);
        m_desk->release({number(1)});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_desk->state(), NoShowDesk::State::Ready);
        QCOMPARE(m_desk->tickets().size(), kPeople);
    }

    void answersToWhatWasGivenUp_areDropped()
    {
        m_desk->look(eventNumber(1));
        m_desk->stop();
        QTest::qWait(50);
        QCOMPARE(m_desk->state(), NoShowDesk::State::Idle);
        QVERIFY(m_desk->tickets().isEmpty());
    }
};

QTEST_GUILESS_MAIN(NoShowDeskTest)
#include "tst_noshowdesk.moc"
