// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/buyer.h"

#include "tests/history/wirewords.h"

#include <QJsonArray>

#include <algorithm>

namespace parterre::history {

using namespace Qt::StringLiterals;

namespace {

// Shares of all requests, in percent; a run has to reach 20, 5 and 1.
constexpr double kConflicts = 25;
constexpr double kExpiries = 8;
constexpr double kUnknown = 1.6;
constexpr std::size_t kMostBookings = 3;
constexpr int kWindow = 48; // seats of a map that are written down

} // namespace

Buyer::Buyer(Stage &stage, int number) : m_stage(stage), m_number(number)
{
    m_return.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_link, &WireLink::opened, this, &Buyer::onOpened);
    connect(&m_link, &WireLink::answered, this, &Buyer::onAnswered);
    connect(&m_link, &WireLink::closed, this, &Buyer::onClosed);
    connect(&m_patience, &QTimer::timeout, this, &Buyer::cut);
    connect(&m_pause, &QTimer::timeout, this, &Buyer::step);
    connect(&m_return, &QTimer::timeout, this, [this] {
        if (!m_stage.server.isEmpty())
            m_link.open(m_stage.server);
    });
}

// ---- Coming and going ----------------------------------------------------------------------------------------------

void Buyer::arrive()
{
    if (m_arriving != Arriving::Away)
        leaveRequests(m_lastHeard);
    m_return.start(m_stage.random.bounded(30));
}

void Buyer::onOpened()
{
    m_arriving = Arriving::Greeting;
    m_greetedAt = Recorder::now();
    QByteArray params = R"({"protocol":[1,1],"client":"history/1.0")";
    if (m_resumes)
        params += R"(,"resume":")" + m_resumeToken.toLatin1() + '"';
    m_arrival = m_link.send("session.hello", params + '}');
}

void Buyer::onAnswered(qint64 number, const QJsonObject &message)
{
    m_lastHeard = Recorder::now();
    if (m_arriving != Arriving::In && number == m_arrival) {
        onGreeted(message);
        return;
    }
    const auto found = m_requests.find(number);
    if (found == m_requests.end())
        return;
    Request request = std::move(found->second);
    m_requests.erase(found);
    m_patience.stop();
    finish(std::move(request), message);
    step();
}

void Buyer::onGreeted(const QJsonObject &message)
{
    const QJsonObject result = message.value("result"_L1).toObject();
    if (result.isEmpty())
        m_stage.complaints.append(u"cannot come in: "_s
                                  + message.value("error"_L1).toObject().value("message"_L1).toString());
    if (m_arriving == Arriving::SigningIn) {
        m_signInToken = result.value("token"_L1).toString();
        m_arriving = Arriving::In;
        step();
        return;
    }
    const bool isBack = result.value("resumed"_L1).toBool();
    if (m_resumes)
        m_stage.recorder.add({.start = m_greetedAt,
                              .end = m_lastHeard,
                              .session = m_session,
                              .kind = Kind::Back,
                              .outcome = isBack ? Outcome::Ok : Outcome::Refused});
    m_resumeToken = result.value("resumeToken"_L1).toString();
    if (isBack && result.contains("user"_L1)) {
        m_arriving = Arriving::In;
        step();
        return;
    }
    if (!isBack)
        forgetVisit();
    m_arriving = Arriving::SigningIn;
    m_arrival = m_signInToken.isEmpty()
        ? m_link.send("auth.guest", R"({"name":"Buyer )" + QByteArray::number(m_number) + R"("})")
        : m_link.send("auth.resume", R"({"token":")" + m_signInToken.toLatin1() + R"("})");
}

void Buyer::onClosed()
{
    if (!m_stage.server.isEmpty())
        ++m_stage.surprises;
    leaveRequests(m_lastHeard);
    comeBackLater();
}

void Buyer::cut()
{
    const Moment from = Recorder::now();
    m_link.abort();
    leaveRequests(from);
    comeBackLater();
}

void Buyer::forgetVisit()
{
    m_session = m_stage.recorder.newSession();
    m_held.clear();
    m_maybeHeld.clear();
}

void Buyer::leaveRequests(Moment lostFrom)
{
    m_patience.stop();
    m_link.abort();
    const Moment now = Recorder::now();
    for (auto &[number, request] : std::exchange(m_requests, {})) {
        request.operation.outcome = Outcome::Unknown;
        rememberUnknown(request);
        if (request.operation.kind == Kind::Read)
            m_stage.recorder.addRead(request.operation, {});
        else
            m_stage.recorder.add(request.operation, request.seats);
    }
    if (m_arriving == Arriving::Greeting && m_resumes)
        m_stage.recorder.add(
            {.start = m_greetedAt, .session = m_session, .kind = Kind::Back, .outcome = Outcome::Unknown});
    const bool hadVisit = m_arriving == Arriving::Greeting ? m_resumes : m_arriving != Arriving::Away;
    if (hadVisit)
        m_stage.recorder.add({.start = std::max(lostFrom, m_greetedAt),
                              .end = now,
                              .session = m_session,
                              .kind = Kind::Lost,
                              .outcome = Outcome::Ok});
    m_arriving = Arriving::Away;
}

void Buyer::comeBackLater()
{
    m_resumes = !m_resumeToken.isEmpty() && m_stage.chance(60);
    m_return.start(m_stage.chance(30) ? m_stage.random.bounded(1'500) : m_stage.random.bounded(20));
}

// ---- Asking --------------------------------------------------------------------------------------------------------

void Buyer::settle()
{
    m_isSettling = true;
    step();
}

void Buyer::lookAround()
{
    m_looksAround = true;
    step();
}

void Buyer::step()
{
    if (m_arriving != Arriving::In || !m_requests.empty())
        return;
    if (m_looksAround) {
        ask(Kind::Read, {});
        return;
    }
    const bool mayAskAgain = !m_unsettled.empty()
        && (m_isSettling || m_unsettled.front().life != m_stage.life
            || (!m_unsettled.front().isAsked && m_stage.chance(30)));
    if (mayAskAgain) {
        const Unsettled again = m_unsettled.front();
        confirm(again.seats, again.key);
        return;
    }
    if (m_stage.isClosing) {
        Q_EMIT idle();
        return;
    }
    if (const int early = m_stage.millisecondsEarly(); early > 0) {
        m_pause.start(early);
        return;
    }
    if (!m_held.empty() && m_stage.isBelow(m_stage.abandoned, kExpiries) && m_stage.chance(50))
        abandon();
    const double dice = m_stage.random.bounded(100.0);
    if (!m_maybeHeld.empty()) {
        const Seats again = m_maybeHeld.front();
        m_maybeHeld.pop_front();
        ask(Kind::Hold, again);
    } else if (dice < 6) {
        ask(Kind::Read, {});
    } else if (dice < 10) {
        stepAmiss();
    } else if (m_stage.isBelow(m_stage.recorder.conflicts(), kConflicts) && m_stage.chance(60)) {
        hold(false);
    } else if (m_bought.size() >= kMostBookings || (!m_bought.empty() && dice < 16)) {
        cancelOldest();
    } else if (!stepWithHold()) {
        hold(true);
    }
}

bool Buyer::stepWithHold()
{
    if (m_held.empty())
        return false;
    const double dice = m_stage.random.bounded(100.0);
    if (dice < 40) {
        Seats seats = m_held.front();
        m_held.pop_front();
        if (seats.size() > 1 && m_stage.chance(20)) {
            m_held.push_back({seats.begin() + 1, seats.end()});
            seats.resize(1);
        }
        const qint64 key = m_stage.recorder.newKey();
        confirm(seats, key);
        if (m_stage.chance(4) && !m_requests.empty())
            confirm(seats, key); // twice at the same moment
    } else if (dice < 55) {
        const Seats seats = m_held.front();
        m_held.pop_front();
        ask(Kind::Release, seats);
    } else if (dice < 68) {
        ask(Kind::Extend, m_held.front());
    } else if (dice < 74) {
        const Seats seats = m_held.front(); // held already: it comes back as it is
        m_held.pop_front();
        ask(Kind::Hold, seats);
    } else {
        return false;
    }
    return true;
}

// What has to be refused: seats of others, versions of yesterday, keys of other sales. And repetitions, which must not.
void Buyer::stepAmiss()
{
    const std::vector<qint32> places = m_stage.board.neighbours(1, false, m_number, Recorder::now());
    const Seats others{{.version = m_stage.board.at(places[0]).version, .place = places[0]}};
    const bool isOthers = m_stage.board.at(places[0]).client != m_number;
    const double dice = m_stage.random.bounded(100.0);
    if (dice < 25 && isOthers) {
        ask(Kind::Release, others);
    } else if (dice < 40 && isOthers) {
        ask(Kind::Extend, others);
    } else if (dice < 60 && isOthers && others[0].version != 0) {
        confirm(others, m_stage.recorder.newKey());
    } else if (dice < 80 && !m_held.empty()) {
        Seats stale = m_held.front();
        for (SeatNote &note : stale)
            --note.version;
        confirm(stale, m_stage.recorder.newKey());
    } else if (dice < 90 && !m_held.empty() && !m_bought.empty()) {
        confirm(m_held.front(), m_bought.front().saleKey);
    } else if (!m_bought.empty()) {
        confirm(m_bought.back().seats, m_bought.back().saleKey);
    } else {
        hold(true);
    }
}

void Buyer::hold(bool free)
{
    Seats seats;
    for (const qint32 place : m_stage.board.neighbours(1 + m_stage.random.bounded(3), free, m_number, Recorder::now()))
        seats.push_back({.place = place});
    ask(Kind::Hold, seats);
}

void Buyer::abandon()
{
    m_held.pop_front();
    ++m_stage.abandoned;
}

void Buyer::confirm(const Seats &seats, qint64 key) { ask(Kind::Confirm, seats, key); }

void Buyer::cancelOldest()
{
    Bought &oldest = m_bought.front();
    if (oldest.cancelKey == 0)
        oldest.cancelKey = m_stage.recorder.newKey();
    ask(Kind::Cancel, oldest.seats, oldest.cancelKey, &oldest);
}

void Buyer::ask(Kind kind, const Seats &seats, qint64 key, const Bought *bought)
{
    Request request{
        .operation = {.key = key, .booking = bought ? bought->number : 0, .session = m_session, .kind = kind},
        .seats = seats};
    const QByteArray params =
        paramsOf({.kind = kind, .seats = seats, .key = key, .booking = bought ? bought->id : QString()}, m_stage.event);
    request.operation.start = Recorder::now();
    const qint64 number = m_link.send(methodOf(kind), params);
    m_requests.emplace(number, std::move(request));
    if (kind == Kind::Read)
        m_link.send("seatmap.unsubscribe", R"({"event":")" + m_stage.event + R"("})");
    if (!m_stage.isClosing)
        mayCut();
}

// Some connections break before the answer; others are given up by those who wait.
void Buyer::mayCut()
{
    if (!m_stage.chance(m_stage.isBelow(m_stage.recorder.unknown(), kUnknown) ? 4 : 0.2))
        return;
    if (m_stage.chance(50)) {
        m_patience.start(m_stage.random.bounded(4));
    } else {
        m_link.flush();
        cut();
    }
}

// ---- What came of it -----------------------------------------------------------------------------------------------

void Buyer::finish(Request request, const QJsonObject &message)
{
    Operation &operation = request.operation;
    operation.end = m_lastHeard;
    const QJsonObject data = message.value("error"_L1).toObject().value("data"_L1).toObject();
    const QString kind = data.value("kind"_L1).toString();
    if (message.contains("error"_L1)) {
        operation.outcome = outcomeOf(kind);
        if (!isExpected(kind))
            m_stage.complaints.append(u"%1 answered %2"_s.arg(QLatin1StringView(methodOf(operation.kind)), kind));
        QList<qint32> named;
        for (const QJsonValue &place : data.value("places"_L1).toArray())
            named.append(place.toInt());
        for (SeatNote &note : request.seats)
            note.isNamed = named.contains(note.place);
    }
    if (operation.kind == Kind::Read) {
        readMap(request, message.value("result"_L1).toObject());
        return;
    }
    if (operation.outcome == Outcome::Ok)
        learn(request, message.value("result"_L1).toObject());
    if (operation.outcome == Outcome::Unknown)
        rememberUnknown(request);
    else
        remember(request);
    m_stage.recorder.add(operation, request.seats);
}

// What the answer says of versions, ends and bookings.
void Buyer::learn(Request &request, const QJsonObject &result)
{
    if (request.operation.kind == Kind::Hold || request.operation.kind == Kind::Extend) {
        const Moment offset = sinceUtc();
        for (const QJsonValue &value : result.value("holds"_L1).toArray()) {
            const QJsonObject hold = value.toObject();
            const qint32 place = hold.value("place"_L1).toInt();
            const auto note = std::find_if(request.seats.begin(), request.seats.end(),
                                           [place](const SeatNote &n) { return n.place == place; });
            if (note == request.seats.end())
                continue;
            note->version = hold.value("version"_L1).toInteger();
            note->deadline = momentOf(hold.value("expires"_L1).toString(), offset);
        }
    } else if (request.operation.kind == Kind::Confirm) {
        request.operation.booking =
            m_stage.recorder.bookingNumber(result.value("booking"_L1).toObject().value("id"_L1).toString());
    }
    if (request.operation.kind != Kind::Confirm)
        return;
    const QString id = result.value("booking"_L1).toObject().value("id"_L1).toString();
    const bool isKnown = std::any_of(m_bought.begin(), m_bought.end(), [&id](const Bought &b) { return b.id == id; });
    if (!isKnown && result.value("booking"_L1).toObject().value("state"_L1).toString() == u"confirmed")
        m_bought.push_back(
            {.number = request.operation.booking, .id = id, .seats = request.seats, .saleKey = request.operation.key});
}

void Buyer::readMap(Request &request, const QJsonObject &result)
{
    const bool isWhole = std::exchange(m_looksAround, false);
    request.operation.revision = result.value("revision"_L1).toInteger();
    const auto states = unpackSeatStates(result.value("states"_L1).toString().toLatin1(), m_stage.board.seats());
    if (!states) {
        m_stage.complaints.append(u"a seat map cannot be read"_s);
        return;
    }
    const qint32 first = isWhole ? 0 : m_stage.random.bounded(std::max(1, m_stage.board.seats() - kWindow + 1));
    const qint32 end = isWhole ? m_stage.board.seats() : std::min(m_stage.board.seats(), first + kWindow);
    std::vector<SeenSeat> seen;
    for (qint32 place = first; place < end; ++place)
        seen.push_back({place, states->at(static_cast<std::size_t>(place))});
    m_stage.recorder.addRead(request.operation, seen);
}

void Buyer::remember(const Request &request)
{
    const Operation &operation = request.operation;
    const bool isOk = operation.outcome == Outcome::Ok;
    if (operation.kind == Kind::Confirm)
        rememberAnswer(operation);
    if (operation.kind == Kind::Cancel && operation.outcome != Outcome::Unknown)
        std::erase_if(m_bought, [&](const Bought &bought) { return bought.number == operation.booking; });
    for (const SeatNote &note : request.seats) {
        if (isOk && (operation.kind == Kind::Hold || operation.kind == Kind::Extend))
            m_stage.board.take(note.place, {m_number, note.version, note.deadline});
        else if (isOk && operation.kind == Kind::Confirm)
            m_stage.board.take(note.place, {m_number, note.version, kNever});
        else if (isOk)
            m_stage.board.free(note.place);
        else if (note.isNamed && operation.outcome == Outcome::Conflict
                 && m_stage.board.at(note.place).until <= operation.end)
            m_stage.board.take(note.place, {-1, 0, operation.end + 300 * kMillisecond});
    }
    if (isOk && operation.kind == Kind::Hold)
        m_held.push_back(request.seats);
    if (operation.outcome == Outcome::NotHeld && operation.kind == Kind::Extend)
        drop(request.seats);
}

// To a sale that had none before.
void Buyer::rememberAnswer(const Operation &operation)
{
    const auto again = std::find_if(m_unsettled.begin(), m_unsettled.end(),
                                    [&](const Unsettled &u) { return u.key == operation.key; });
    if (again == m_unsettled.end() || operation.outcome == Outcome::Refused)
        return;
    Unsettled entry = *again;
    m_unsettled.erase(again);
    if (operation.outcome == Outcome::Ok || m_isSettling || entry.life != m_stage.life)
        return;
    entry.isAsked = true;
    m_unsettled.push_back(entry);
}

void Buyer::rememberUnknown(const Request &request)
{
    const Operation &operation = request.operation;
    if (operation.kind == Kind::Hold)
        m_maybeHeld.push_back(request.seats);
    const bool isRepetition = std::any_of(m_bought.begin(), m_bought.end(),
                                          [&](const Bought &bought) { return bought.saleKey == operation.key; });
    if (operation.kind != Kind::Confirm || isRepetition)
        return;
    const auto known = std::find_if(m_unsettled.begin(), m_unsettled.end(),
                                    [&](const Unsettled &u) { return u.key == operation.key; });
    if (known == m_unsettled.end())
        m_unsettled.push_front({operation.key, request.seats, m_stage.life});
    else
        known->life = m_stage.life;
}

void Buyer::drop(const Seats &seats)
{
    std::erase_if(m_held, [&](const Seats &held) { return held.front().place == seats.front().place; });
}

} // namespace parterre::history
