// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/eventdesk.h"

#include "shared/protocol/posters.h"
#include "shared/protocol/uploads.h"
#include "stateworld.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

QString hashOf(const QByteArray &file)
{
    return QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex());
}

}

// The poster of an event that is worked on, at a server that behaves as events.setPoster does.
class EventPosterTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::PlanCache> m_plans;
    std::unique_ptr<EventDesk> m_desk;
    const Plan m_house = smallHouse();
    PlanSummary m_plan;
    Event m_event; // the server's
    QHash<UploadId, QByteArray> m_uploads;
    QList<EventsSetPosterParams> m_asked;
    std::optional<Error> m_refusal;
    const QList<SeriesChange> m_dates {{.event = eventNumber(1), .changed = true}, {.event = eventNumber(2), .kept = {EventField::Poster}}}; // of a series

    void serve()
    {
        FakeWireServer &server = m_world->server;
        server.when<EventsSearch>([this](const EventsSearchParams &) { return Result(EventsSearchResult {.events = {m_event.summary}}); });
        server.when<PlansGet>([this](const PlansGetParams &) { return Result(PlansGetResult {.hash = m_plan.ref.hash, .page = planio::planPages(m_house)[0]}); });
        server.when<EventsGet>([this](const EventsGetParams &) { return Result(EventsGetResult {.event = m_event, .serverTime = m_world->clock.utcNow()}); });
        server.when<UploadsAppend>([this](const UploadsAppendParams &params) {
            QByteArray &file = m_uploads[params.upload];
            if (params.offset == 0)
                file.clear();
            file += QByteArray::fromBase64(params.data);
            return Result(UploadsAppendResult {.size = file.size()});
        });
        server.when<EventsSetPoster>([this](const EventsSetPosterParams &params) -> Result<EventsSetPosterResult> {
            m_asked.append(params);
            if (m_refusal)
                return *m_refusal;
            if (params.upload && !m_uploads.contains(*params.upload))
                return Error {.code = ErrorCode::NotFound};
            take(params);
            return EventsSetPosterResult {.event = m_event, .dates = params.series ? std::optional(m_dates) : std::nullopt};
        });
    }
    void take(const EventsSetPosterParams &params)
    {
        m_event.summary.poster = params.upload ? std::optional(hashOf(m_uploads.value(*params.upload))) : std::nullopt;
    }
    std::optional<EventSummary> listed() const
    {
        const QList<EventSummary> &rows = m_desk->programme().rows();
        return rows.isEmpty() ? std::nullopt : std::optional(rows.constFirst());
    }

private Q_SLOTS:
    void init()
    {
        m_uploads.clear();
        m_asked.clear();
        m_refusal.reset();
        m_desk.reset();
        m_plans.reset();
        m_world = std::make_unique<StateWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_plans = std::make_unique<net::PlanCache>(m_world->connection, m_folder->path());
        m_plan = {.ref = {.id = PlanId(QUuid::createUuid()), .version = 1, .hash = planio::planHash(planio::writePlan(m_house))}, .name = u"Hall"_s, .seats = 20};
        m_event = {.summary = {.id = eventNumber(1), .name = u"Lear"_s, .state = EventState::Draft, .venue = {.id = VenueId(QUuid::createUuid())}, .capacity = 20, .free = 20}, .plan = m_plan.ref};
        m_desk = std::make_unique<EventDesk>(m_world->session, *m_plans, m_world->ids, m_world->clock);
        serve();
        QVERIFY(m_world->enterAs(userNamed(u"mona"_s, 1, Role::Manager)));
        m_desk->open(m_event.summary.id);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
    }
    void cleanup()
    {
        m_desk.reset();
        m_plans.reset();
        m_world.reset();
    }

    void poster_isInForceAtOnceApartFromWhatIsNotSaved()
    {
        EventDefinition definition = m_desk->definition();
        definition.name = u"Macbeth"_s;
        m_desk->edit(definition);
        ++m_event.version; // by somebody else, who is to be found out about when this is saved
        QSignalSpy changed(m_desk.get(), &EventDesk::posterChanged);
        const QByteArray file(100'000, 'p');
        m_desk->setPoster(file);
        QVERIFY(m_desk->isBusy());
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!m_desk->isBusy());
        QVERIFY(m_world->server.count<UploadsAppend>() > 1);
        QCOMPARE(m_uploads.value(m_asked.constLast().upload.value_or(UploadId())), file);
        QCOMPARE(m_desk->stored()->summary.poster, hashOf(file));
        QVERIFY(m_desk->isChanged());
        QCOMPARE(m_desk->definition().name, u"Macbeth"_s);
        QVERIFY(m_desk->stored()->version < m_event.version);
        QTRY_VERIFY(listed() && listed()->poster == hashOf(file));

        m_desk->removePoster();
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(!m_asked.constLast().upload);
        QVERIFY(!m_desk->stored()->summary.poster);
        QVERIFY(m_desk->isChanged());
        QTRY_VERIFY(listed() && !listed()->poster);
    }

    void eventThatWasNeverSaved_getsNone()
    {
        m_desk->startNew({.name = u"House"_s, .timeZone = u"Europe/Berlin"_s, .plans = {m_plan}}, m_plan, u"Adult"_s);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        m_desk->setPoster("a picture");
        QVERIFY(!m_desk->isBusy());
        m_desk->removePoster();
        QVERIFY(!m_desk->isBusy());
    }

    void poster_isAskedForUntilItIsAnswered()
    {
        m_world->server.whenAsked<EventsSetPoster>([this](const EventsSetPosterParams &params, const Answer<EventsSetPoster> &) { m_asked.append(params); });
        QSignalSpy changed(m_desk.get(), &EventDesk::posterChanged);
        m_desk->setPoster("a picture");
        QTRY_COMPARE(m_asked.size(), 1);
        serve();
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_asked.size(), 2);
        QCOMPARE(m_asked.at(1), m_asked.at(0));
        QCOMPARE(m_desk->stored()->summary.poster, hashOf("a picture"));
    }

    void removal_isAskedForUntilItIsAnswered()
    {
        m_event.summary.poster = hashOf("a picture");
        m_desk->open(m_event.summary.id);
        QTRY_VERIFY(m_desk->stored() && m_desk->stored()->summary.poster);
        m_world->server.whenAsked<EventsSetPoster>([this](const EventsSetPosterParams &params, const Answer<EventsSetPoster> &) { m_asked.append(params); });
        QSignalSpy changed(m_desk.get(), &EventDesk::posterChanged);
        m_desk->removePoster();
        QTRY_COMPARE(m_asked.size(), 1);
        serve();
        QVERIFY(m_world->breakLink(false));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!m_desk->stored()->summary.poster);
    }

    // With the visit the file goes, and asking again says nothing of whether it was taken: it is sent once more.
    void poster_ofAVisitThatEndedIsSentAnew()
    {
        m_world->server.whenAsked<EventsSetPoster>([this](const EventsSetPosterParams &params, const Answer<EventsSetPoster> &) { m_asked.append(params); });
        QSignalSpy changed(m_desk.get(), &EventDesk::posterChanged);
        m_desk->setPoster("a picture");
        QTRY_COMPARE(m_asked.size(), 1);
        m_uploads.clear();
        serve();
        QVERIFY(m_world->breakLink(false));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_world->server.count<UploadsAppend>(), 2);
        QCOMPARE(m_asked.size(), 3); // the second found no file
        QCOMPARE(m_desk->stored()->summary.poster, hashOf("a picture"));
        QVERIFY(!m_desk->isBusy());
    }

    // Once: a server that has no such event says so, too.
    void eventThatIsGone_endsIt()
    {
        m_world->server.whenAsked<EventsSetPoster>([this](const EventsSetPosterParams &params, const Answer<EventsSetPoster> &) { m_asked.append(params); });
        QSignalSpy failed(m_desk.get(), &EventDesk::posterFailed);
        m_desk->setPoster("a picture");
        QTRY_COMPARE(m_asked.size(), 1);
        m_refusal = Error {.code = ErrorCode::NotFound};
        serve();
        QVERIFY(m_world->breakLink(false));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::NotFound);
        QCOMPARE(m_asked.size(), 3);
        QVERIFY(!m_desk->isBusy());
    }

    void datesOfASeries_getItLikeThisOne()
    {
        QSignalSpy changed(m_desk.get(), &EventDesk::posterChanged);
        m_desk->setScope(EventDesk::Scope::AllDates); // it is no date of a series
        m_desk->setPoster("a picture");
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!m_asked.constLast().series);
        QVERIFY(m_desk->seriesChanges().isEmpty());

        const SeriesId series(QUuid::createUuid());
        m_event.summary.series = series;
        m_desk->open(m_event.summary.id);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        QSignalSpy scope(m_desk.get(), &EventDesk::scopeChanged);
        m_desk->setScope(EventDesk::Scope::LaterDates);
        QCOMPARE(scope.size(), 1);
        m_desk->setPoster("another picture");
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(m_asked.constLast().series, std::optional(series));
        QCOMPARE(m_asked.constLast().from, std::optional(m_event.summary.start));
        QCOMPARE(m_desk->seriesChanges(), m_dates);
        m_desk->setScope(EventDesk::Scope::AllDates);
        m_desk->removePoster();
        QTRY_COMPARE(changed.size(), 3);
        QCOMPARE(m_asked.constLast().series, std::optional(series));
        QVERIFY(!m_asked.constLast().from && !m_asked.constLast().upload);
        m_desk->setScope(EventDesk::Scope::ThisDate);
        m_desk->setPoster("a picture");
        QTRY_COMPARE(changed.size(), 4);
        QVERIFY(!m_asked.constLast().series && !m_asked.constLast().from);
        QVERIFY(m_desk->seriesChanges().isEmpty());
    }

    void poster_mayBeRefused()
    {
        m_refusal = Error {.code = ErrorCode::FileInvalid};
        QSignalSpy failed(m_desk.get(), &EventDesk::posterFailed);
        m_desk->setPoster("no picture");
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::FileInvalid);
        QVERIFY(!m_desk->isBusy());
        QVERIFY(!m_desk->stored()->summary.poster);
    }

    // What was under way for it says nothing about the one that is open now.
    void another_hasNothingOfWhatWasUnderWay()
    {
        QList<Answer<EventsSetPoster>> answers;
        m_world->server.whenAsked<EventsSetPoster>([&answers](const EventsSetPosterParams &, const Answer<EventsSetPoster> &answer) { answers.append(answer); });
        m_desk->setPoster("a picture");
        QTRY_COMPARE(answers.size(), 1);
        QSignalSpy changed(m_desk.get(), &EventDesk::posterChanged);
        m_desk->open(m_event.summary.id);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        QVERIFY(!m_desk->isBusy());
        Event other = m_event;
        other.summary.poster = hashOf("a picture");
        answers.constFirst()(Result(EventsSetPosterResult {.event = other}));
        m_desk->removePoster(); // answered later than that
        QTRY_COMPARE(answers.size(), 2);
        answers.constLast()(Result(EventsSetPosterResult {.event = m_event}));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!m_desk->stored()->summary.poster);
    }
};

QTEST_GUILESS_MAIN(EventPosterTest)
#include "tst_eventposter.moc"
