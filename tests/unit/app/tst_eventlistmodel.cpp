// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/eventlistmodel.h"

#include "app/state/venuelistmodel.h"
#include "stateworld.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

EventSummary show(const QString &name)
{
    return {.id = EventId(QUuid::createUuid()), .name = name, .venue = {.id = VenueId(QUuid::createUuid()), .name = u"House"_s}};
}

// A page of shows named prefix1 to prefixN.
EventsSearchResult page(const QString &prefix, int count, const std::optional<QString> &next = {})
{
    EventsSearchResult result {.next = next};
    for (int i = 1; i <= count; ++i)
        result.events.append(show(prefix + QString::number(i)));
    return result;
}

} // namespace

// The venue list is the same machine with a smaller question.
class TestEventListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model.reset();
        m_world = std::make_unique<StateWorld>();
        m_world->server.when<EventsSearch>(page(u"show"_s, 3));
        m_model = std::make_unique<EventListModel>(m_world->session, 0ms);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void list_loadsWhenTheVisitBegins()
    {
        QCOMPARE(m_model->loadState(), LoadState::Empty);
        enter();
        QCOMPARE(names(), (QStringList {u"show1"_s, u"show2"_s, u"show3"_s}));
        QCOMPARE(m_model->index(1).data(EventListModel::SummaryRole).value<EventSummary>(), m_model->row(1));
        QCOMPARE(m_world->server.count<EventsSearch>(), 1);
        QVERIFY(!m_model->canFetchMore({}));
    }

    void filter_isSentAsAsked()
    {
        enter();
        const VenueId venue(QUuid::createUuid());
        m_model->setFilter({.text = u"  king   lear "_s, .from = Instant(1s), .to = Instant(2s), .venue = venue, .category = EventCategory::Play, .minFree = 4, .sort = EventSort::Price});
        TRY_ASKED(m_world->server, EventsSearch, 2);
        const auto asked = m_world->server.received<EventsSearch>().last();
        QCOMPARE(asked.text, u"king lear"_s);
        QCOMPARE(asked.from, Instant(1s));
        QCOMPARE(asked.to, Instant(2s));
        QCOMPARE(asked.venue, venue);
        QCOMPARE(asked.category, EventCategory::Play);
        QCOMPARE(asked.minFree, 4);
        QCOMPARE(asked.sort, EventSort::Price);
        m_model->setFilter({.text = u"lear"_s});
        TRY_ASKED(m_world->server, EventsSearch, 3);
        QVERIFY(!m_world->server.received<EventsSearch>().last().minFree); // the usual is not sent
        QVERIFY(!m_world->server.received<EventsSearch>().last().sort);
    }

    void typing_isAskedOnceAfterThePause()
    {
        enter();
        for (const QString &text : {u"k"_s, u"ki"_s, u"kin"_s, u"king"_s})
            m_model->setFilter({.text = text});
        TRY_ASKED(m_world->server, EventsSearch, 2);
        QTRY_COMPARE(m_model->loadState(), LoadState::Ready);
        QCOMPARE(m_world->server.received<EventsSearch>().last().text, u"king"_s);
        QCOMPARE(m_world->server.count<EventsSearch>(), 2);
    }

    void answer_toAnOlderQuestionIsDropped()
    {
        enter();
        QList<Answer<EventsSearch>> asked;
        m_world->server.whenAsked<EventsSearch>([&](const EventsSearchParams &, const Answer<EventsSearch> &answer) { asked.append(answer); });
        m_model->setFilter({.category = EventCategory::Play});
        m_model->setFilter({.category = EventCategory::Movie});
        QTRY_COMPARE(asked.size(), 2);
        asked[1](page(u"movie"_s, 2));
        QTRY_COMPARE(names(), (QStringList {u"movie1"_s, u"movie2"_s}));
        asked[0](page(u"play"_s, 5));
        roundTrip();
        QCOMPARE(names(), (QStringList {u"movie1"_s, u"movie2"_s}));
    }

    void failure_ofAnOlderQuestionIsDropped()
    {
        enter();
        QList<Answer<EventsSearch>> asked;
        m_world->server.whenAsked<EventsSearch>([&](const EventsSearchParams &, const Answer<EventsSearch> &answer) { asked.append(answer); });
        m_model->setFilter({.category = EventCategory::Play});
        m_model->setFilter({.category = EventCategory::Movie});
        QTRY_COMPARE(asked.size(), 2);
        asked[0](Error {.code = ErrorCode::Internal});
        roundTrip();
        QCOMPARE(m_model->loadState(), LoadState::Loading);
        asked[1](page(u"movie"_s, 1));
        QTRY_COMPARE(m_model->loadState(), LoadState::Ready);
    }

    void nextPages_areAppended()
    {
        m_world->server.when<EventsSearch>([](const EventsSearchParams &params) {
            return Result(params.cursor ? page(u"late"_s, 2) : page(u"early"_s, 2, u"more"_s));
        });
        enter();
        QVERIFY(m_model->canFetchMore({}));
        m_model->fetchMore({});
        QVERIFY(!m_model->canFetchMore({}));
        QTRY_COMPARE(m_model->loadState(), LoadState::Ready);
        QCOMPARE(names(), (QStringList {u"early1"_s, u"early2"_s, u"late1"_s, u"late2"_s}));
        QCOMPARE(m_world->server.received<EventsSearch>().last().cursor, u"more"_s);
        QVERIFY(!m_model->canFetchMore({}));
    }

    void nextPage_ofAnOlderFilterIsDropped()
    {
        enter();
        QList<Answer<EventsSearch>> asked;
        m_world->server.when<EventsSearch>(page(u"early"_s, 2, u"more"_s));
        m_model->refresh();
        QTRY_VERIFY(m_model->canFetchMore({}));
        m_world->server.whenAsked<EventsSearch>([&](const EventsSearchParams &, const Answer<EventsSearch> &answer) { asked.append(answer); });
        m_model->fetchMore({});
        m_model->setFilter({.category = EventCategory::Movie});
        QTRY_COMPARE(asked.size(), 2);
        asked[0](page(u"late"_s, 2));
        asked[1](page(u"movie"_s, 1));
        QTRY_COMPARE(names(), QStringList {u"movie1"_s});
    }

    void failure_keepsTheRowsAndIsSaid()
    {
        enter();
        m_world->server.when<EventsSearch>(Error {.code = ErrorCode::Overloaded, .retryAfterSeconds = 3});
        m_model->refresh();
        QTRY_COMPARE(m_model->loadState(), LoadState::Failed);
        QCOMPARE(m_model->error()->code, ErrorCode::Overloaded);
        QCOMPARE(m_model->rowCount(), 3);
        m_world->server.when<EventsSearch>(page(u"show"_s, 1));
        m_model->refresh();
        QTRY_COMPARE(m_model->loadState(), LoadState::Ready);
        QVERIFY(!m_model->error());
        QCOMPARE(m_model->rowCount(), 1);
    }

    void list_isReadAgainAfterABreak()
    {
        enter();
        m_world->server.when<EventsSearch>(page(u"new"_s, 1));
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(names(), QStringList {u"new1"_s});
    }

    void list_isReadAgainForSomebodyElse()
    {
        enter();
        QVERIFY(m_world->signIn(userNamed(u"bela"_s, 2, Role::Manager)));
        TRY_ASKED(m_world->server, EventsSearch, 2);
    }

    void venues_areAllLoaded()
    {
        m_world->server.when<VenuesList>([](const VenuesListParams &params) {
            const int at = params.cursor ? params.cursor->toInt() : 0;
            VenuesListResult result {.venues = {{.id = VenueId(QUuid::createUuid()), .name = u"House %1"_s.arg(at)}}};
            if (at < 2)
                result.next = QString::number(at + 1);
            return Result(result);
        });
        VenueListModel venues(m_world->session);
        QAbstractItemModelTester tester(&venues, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(m_world->enter());
        QTRY_COMPARE(venues.rowCount(), 3);
        QCOMPARE(venues.index(2).data().toString(), u"House 2"_s);
        QCOMPARE(venues.index(0).data(VenueListModel::VenueRole).value<Venue>().name, u"House 0"_s);
    }

private:
    void enter()
    {
        QVERIFY(m_world->enter());
        QTRY_COMPARE(m_model->loadState(), LoadState::Ready);
    }
    void roundTrip()
    {
        bool answered = false;
        m_world->connection.call<SessionPing>({}, this, [&](const auto &) { answered = true; });
        QTRY_VERIFY(answered);
    }
    QStringList names() const
    {
        QStringList all;
        for (const EventSummary &event : m_model->rows())
            all.append(event.name);
        return all;
    }

    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<EventListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestEventListModel)
#include "tst_eventlistmodel.moc"
