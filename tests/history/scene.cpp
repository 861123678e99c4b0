// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/scene.h"

#include "tests/history/databasetruth.h"
#include "tests/history/wirewords.h"

#include <QTest>

namespace parterre::history {

using namespace Qt::StringLiterals;
using testing::TestHouse;
using testing::WireClient;
using testing::WireReply;

namespace {

constexpr Moment kSecond = 1'000 * kMillisecond;

Promises promisesOf(Scene::Evening evening)
{
    Promises promises{.grace = 30 * kSecond};
    promises.holdTime = (evening == Scene::Evening::Long ? 600 : 1) * kSecond;
    promises.extensionTime = (evening == Scene::Evening::Long ? 300 : 1) * kSecond;
    return promises;
}

QJsonObject jsonOf(const Wanted &wanted, const EventId &event)
{
    return QJsonDocument::fromJson(paramsOf(wanted, event.toString().toLatin1())).object();
}

void learn(std::vector<SeatNote> &seats, const WireReply &reply)
{
    const Moment offset = sinceUtc();
    const QJsonArray holds = reply.result.value("holds"_L1).toArray();
    for (qsizetype i = 0; i < holds.size() && i < static_cast<qsizetype>(seats.size()); ++i) {
        const QJsonObject hold = holds.at(i).toObject();
        SeatNote &note = seats[static_cast<std::size_t>(i)];
        note.version = hold.value("version"_L1).toInteger();
        note.deadline = momentOf(hold.value("expires"_L1).toString(), offset);
    }
    for (SeatNote &note : seats)
        note.isNamed = reply.places().contains(note.place);
}

} // namespace

// ---- Visitor -------------------------------------------------------------------------------------------------------

Scene::Visitor::Visitor(Scene &scene, std::unique_ptr<WireClient> client)
    : m_scene(scene), m_client(std::move(client)), m_session(scene.m_recorder.newSession())
{
}

Scene::Visitor::Asked Scene::Visitor::begin(Kind kind, const Seats &seats, qint64 key, const QString &booking) const
{
    return {.operation = {.start = Recorder::now(),
                          .key = key,
                          .booking = booking.isEmpty() ? 0 : m_scene.m_recorder.bookingNumber(booking),
                          .session = m_session,
                          .kind = kind},
            .seats = seats};
}

void Scene::Visitor::finish(Asked &asked)
{
    Operation &operation = asked.operation;
    operation.end = Recorder::now();
    operation.outcome = asked.reply.ok() ? Outcome::Ok : outcomeOf(asked.reply.kind());
    m_last = operation.outcome;
    learn(asked.seats, asked.reply);
    if (operation.kind == Kind::Confirm && asked.reply.ok())
        operation.booking = m_scene.m_recorder.bookingNumber(asked.reply.at(u"booking.id"_s).toString());
    m_scene.m_recorder.add(operation, asked.seats);
}

Scene::Visitor::Asked Scene::Visitor::ask(Kind kind, const Seats &seats, qint64 key, const QString &booking)
{
    const QJsonObject params = jsonOf({.kind = kind, .seats = seats, .key = key, .booking = booking}, m_scene.event());
    Asked asked = begin(kind, seats, key, booking);
    asked.reply = m_client->call(QString::fromLatin1(methodOf(kind)), params);
    finish(asked);
    return asked;
}

Scene::Seats Scene::Visitor::hold(const QList<qint32> &places)
{
    Seats seats;
    for (const qint32 place : places)
        seats.push_back({.place = place});
    return ask(Kind::Hold, seats).seats;
}

QString Scene::Visitor::confirm(const Seats &seats, qint64 key)
{
    return ask(Kind::Confirm, seats, key).reply.at(u"booking.id"_s).toString();
}

void Scene::Visitor::cancel(const QString &booking, const Seats &seats)
{
    ask(Kind::Cancel, seats, m_scene.newKey(), booking);
}

qint64 Scene::Visitor::beginConfirm(const Seats &seats, qint64 key)
{
    m_begun = begin(Kind::Confirm, seats, key, {});
    return m_client->send(QString::fromLatin1(methodOf(Kind::Confirm)),
                          jsonOf({.kind = Kind::Confirm, .seats = seats, .key = key}, m_scene.event()));
}

QString Scene::Visitor::endConfirm(qint64 request)
{
    m_begun.reply = m_client->await(request);
    finish(m_begun);
    return m_begun.reply.at(u"booking.id"_s).toString();
}

bool Scene::Visitor::ping() { return m_client->call(u"session.ping"_s).ok(); }

std::vector<SeatState> Scene::Visitor::read()
{
    Asked asked = begin(Kind::Read, {}, 0, {});
    asked.reply = m_client->call(u"seatmap.subscribe"_s, {{u"event"_s, m_scene.event().toString()}});
    asked.operation.end = Recorder::now();
    asked.operation.outcome = Outcome::Ok;
    asked.operation.revision = asked.reply.at(u"revision"_s).toInteger();
    const auto states = unpackSeatStates(asked.reply.at(u"states"_s).toString().toLatin1(), TestHouse::kSeats)
                            .value_or(std::vector<SeatState>());
    std::vector<SeenSeat> seen;
    for (const SeatState state : states)
        seen.push_back({static_cast<qint32>(seen.size()), state});
    m_scene.m_recorder.addRead(asked.operation, seen);
    return states;
}

void Scene::Visitor::watch(const testing::SeatMirror &mirror, const QList<qint32> &places)
{
    Asked asked = begin(Kind::Watch, {}, 0, {});
    asked.operation.end = asked.operation.start;
    asked.operation.outcome = Outcome::Ok;
    asked.operation.revision = mirror.revision();
    std::vector<SeenSeat> seen;
    for (const qint32 place : places)
        seen.push_back({place, mirror.at(place)});
    m_scene.m_recorder.addRead(asked.operation, seen);
}

void Scene::Visitor::leave()
{
    Asked asked = begin(Kind::Leave, {}, 0, {});
    asked.operation.outcome = m_client->call(u"session.end"_s).ok() ? Outcome::Ok : Outcome::Refused;
    asked.operation.end = Recorder::now();
    m_scene.m_recorder.add(asked.operation);
}

void Scene::Visitor::vanish()
{
    Asked asked = begin(Kind::Lost, {}, 0, {});
    m_client->vanish();
    asked.operation.outcome = Outcome::Ok;
    asked.operation.end = Recorder::now();
    m_scene.m_recorder.add(asked.operation);
}

// ---- Scene ---------------------------------------------------------------------------------------------------------

Scene::Scene(const storage::DatabaseConfig &database, Evening evening)
    : m_house(database), m_event(evening == Evening::Long ? m_house.events().evening : m_house.events().hasty),
      m_recorder(promisesOf(evening))
{
}

Scene::Visitor Scene::visitor() { return {*this, m_house.visitor(Role::Guest)}; }

void Scene::restart()
{
    Operation kill{.start = Recorder::now(), .kind = Kind::Kill, .outcome = Outcome::Ok};
    m_house.stop();
    kill.end = Recorder::now();
    m_recorder.add(kill);
    m_house.restart();
}

void Scene::await(Moment moment, const std::function<bool()> &condition) const
{
    static_cast<void>(QTest::qWaitFor([&] { return Recorder::now() > moment || condition(); }, WireClient::kPatience));
}

void Scene::compare()
{
    const auto compared = compareWithDatabase(m_house.database(), m_event, m_recorder, m_found);
    if (!compared)
        m_found.add(0, "the database cannot be read");
}

Violations Scene::judge()
{
    visitor().read();
    compare();
    const Verdict verdict = check(m_recorder.history());
    for (const Violation &violation : verdict.violations.kept())
        m_found.add(violation.operation, violation.text);
    return m_found;
}

} // namespace parterre::history
