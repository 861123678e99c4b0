// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceworld.h"

#include <QHashSeed>
#include <QLoggingCategory>

namespace parterre::simulation {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// What the promise gives everything to end once the faults stop.
constexpr auto kLongestRest = 30s;
// No hold of any scenario lives longer without being extended.
constexpr auto kLongestHold = 5s;

} // namespace

void prepareSimulation()
{
    QHashSeed::setDeterministicGlobalSeed();
    QLoggingCategory::setFilterRules(QStringLiteral("parterre.*=false"));
}

ServiceWorld::ServiceWorld(quint64 seed, const WorldWishes &wishes) : m_wishes(wishes), m_stage(seed, wishes.keepsTrace, wishes.crash, wishes.mistake, wishes.saleMistake), m_sales(m_stage), m_noShows(m_stage)
{
    for (int number = 0; number < m_stage.scenario.offices; ++number)
        m_offices.push_back(std::make_unique<Office>(m_stage, m_sales, m_noShows, number));
    for (int number = 0; number < m_stage.scenario.clients; ++number)
        m_visitors.emplace_back(m_stage, number, number % m_stage.scenario.offices);
}

WorldOutcome ServiceWorld::run()
{
    m_stage.tally.rivals += m_offices.size() > 1 ? 1 : 0;
    for (auto &office : m_offices) {
        if (m_stage.random.chance(50))
            office->jumpClock(m_stage.random.within(4'000ms) - 2'000ms);
        office->start();
    }
    for (Visitor &visitor : m_visitors)
        connect(visitor, false);
    for (int operation = 0; operation < m_wishes.operations && !failed(); ++operation) {
        passTime();
        operate();
        ++m_stage.tally.operations;
    }
    if (!failed())
        comeToRest();
    const NetworkCounts &network = m_stage.agenda.counts();
    m_stage.tally.messagesLost = network.lost;
    m_stage.tally.messagesTwice = network.twice;
    m_stage.tally.messagesLate = network.late;
    return {.failure = m_stage.failure,
            .digest = m_stage.trace.digest(),
            .trace = m_stage.trace.text(),
            .storeCalls = m_stage.storeCalls,
            .tally = m_stage.tally};
}

// ---- Time ------------------------------------------------------------------------------------------------------------

void ServiceWorld::passTime()
{
    runUntil(nextMoment());
}

// Where mistakes live: exactly onto a deadline, one millisecond before it, one after.
Tick ServiceWorld::nextMoment()
{
    SimRandom &random = m_stage.random;
    if (random.chance(m_stage.scenario.deadlinePercent)) {
        if (const auto due = someOffice().nextDeadline())
            return std::max(m_stage.now, *due + milliseconds(random.between(-1, 1)));
    }
    return m_stage.now + random.within(random.chance(3) ? m_stage.scenario.usualPause * 20 : m_stage.scenario.usualPause);
}

void ServiceWorld::runUntil(Tick end)
{
    while (!failed() && !m_stage.agenda.isEmpty() && m_stage.agenda.nextDue() <= end) {
        m_stage.now = std::max(m_stage.now, m_stage.agenda.nextDue());
        deliver(m_stage.agenda.takeNext());
    }
    m_stage.now = std::max(m_stage.now, end);
}

void ServiceWorld::deliver(const Letter &letter)
{
    switch (letter.kind) {
    case LetterKind::Reply:
    case LetterKind::News:
    case LetterKind::HoldsEnded:
        deliverToVisitor(letter);
        return;
    case LetterKind::Start:
        m_offices[std::size_t(letter.office)]->start();
        ++m_stage.tally.steps;
        return;
    case LetterKind::Request:
    case LetterKind::LinkLost:
    case LetterKind::Alarm:
    case LetterKind::Flush:
    case LetterKind::StoreEffect:
    case LetterKind::StoreAnswer:
        break;
    }
    Office &office = *m_offices[std::size_t(letter.office)];
    const bool wasUp = office.isUp();
    if (!office.deliver(letter))
        return;
    ++m_stage.tally.steps;
    m_stage.trace.add("step", (m_stage.now - kBeginning).count(), letter.kind, letter.office, letter.number);
    office.endStep();
    if (wasUp && !office.isUp())
        dropLinksTo(letter.office);
    if (letter.kind != LetterKind::StoreEffect)
        return;
    m_sales.compare();
    m_noShows.compare();
    for (auto &other : m_offices)
        other->compare();
}

void ServiceWorld::deliverToVisitor(const Letter &letter)
{
    Visitor &visitor = m_visitors[std::size_t(letter.client)];
    if (!visitor.isConnected() || visitor.link() != letter.link)
        return; // that line is dead
    ++m_stage.tally.steps;
    m_stage.trace.add("heard", (m_stage.now - kBeginning).count(), letter.kind, letter.client, letter.number);
    if (letter.kind == LetterKind::Reply)
        checkMap(visitor, visitor.receive(m_stage.replies[letter.number]));
    else if (letter.kind == LetterKind::News)
        checkMap(visitor, visitor.receive(m_stage.news[letter.number]));
    else
        visitor.receive(m_stage.ended[letter.number]);
}

// P6: a map built from a whole map and news is the ledger at that revision.
void ServiceWorld::checkMap(const Visitor &visitor, std::optional<int> show)
{
    const Office &office = *m_offices[std::size_t(visitor.office())];
    if (!show || !office.isUp())
        return;
    ++m_stage.tally.mapMoves;
    const Visitor::Map &map = visitor.map(*show);
    if (office.pictureAt(*show, map.revision) != map.states)
        m_stage.fail("P6: a client's seat map is not the ledger's at its revision");
}

// ---- Operations ------------------------------------------------------------------------------------------------------

void ServiceWorld::operate()
{
    const WorldScenario &scenario = m_stage.scenario;
    int lot = m_stage.random.below(1'000);
    const auto hits = [&lot](int perMille) {
        lot -= perMille;
        return lot < 0;
    };
    if (hits(scenario.crashPerMille))
        crash(someOffice());
    else if (hits(scenario.pausePerMille))
        pauseServer(someOffice());
    else if (hits(scenario.clockJumpPerMille))
        jumpClock(someOffice());
    else if (hits(scenario.linkLostPerMille))
        breakLink(someVisitor());
    else if (hits(scenario.cancelPerMille))
        cancelOrPay(someOffice());
    else
        wish(someVisitor());
    for (auto &office : m_offices)
        office->compare();
}

void ServiceWorld::wish(Visitor &visitor)
{
    if (!visitor.isConnected())
        return connect(visitor, m_stage.random.chance(85));
    send(visitor, visitor.nextWish());
}

void ServiceWorld::send(Visitor &visitor, Request request)
{
    const auto number = static_cast<quint32>(m_stage.requests.size());
    const Letter letter {.kind = LetterKind::Request, .client = static_cast<qint8>(visitor.number()), .office = static_cast<qint8>(request.office),
                         .number = number, .link = request.link};
    ++m_stage.tally.requests;
    m_stage.trace.add("ask", visitor.number(), request.wish, number);
    if (request.isWrite())
        m_stage.writes.insert(request.key(), number);
    m_stage.requests.push_back(std::move(request));
    visitor.sent(number);
    m_stage.agenda.send(letter, m_stage.now);
}

void ServiceWorld::connect(Visitor &visitor, bool resumes)
{
    hangUp(visitor);
    const bool moves = m_offices.size() > 1 && m_stage.random.chance(10);
    send(visitor, visitor.hello(moves ? 1 - visitor.office() : visitor.office(), resumes));
}

// The server notices late, perhaps after the visitor is back.
void ServiceWorld::hangUp(Visitor &visitor)
{
    if (visitor.link() == 0)
        return;
    const auto late = m_stage.failing ? m_stage.random.within(500ms) : 0ms;
    m_stage.agenda.put({.kind = LetterKind::LinkLost, .office = static_cast<qint8>(visitor.office()), .link = visitor.link()}, m_stage.now + late);
    visitor.disconnect();
}

void ServiceWorld::breakLink(Visitor &visitor)
{
    if (!visitor.isConnected())
        return;
    ++m_stage.tally.linksLost;
    hangUp(visitor);
}

void ServiceWorld::crash(Office &office)
{
    if (!office.isUp())
        return;
    office.crash();
    for (int number = 0; std::size_t(number) < m_offices.size(); ++number) {
        if (m_offices[std::size_t(number)].get() == &office)
            dropLinksTo(number);
    }
}

void ServiceWorld::dropLinksTo(int office)
{
    for (Visitor &visitor : m_visitors) {
        if (visitor.office() == office)
            visitor.disconnect();
    }
}

void ServiceWorld::pauseServer(Office &office)
{
    if (!office.isUp() || office.isPaused())
        return;
    const auto length = m_stage.random.chance(40) ? kLongestHold + m_stage.random.within(4'000ms) : m_stage.random.within(3'000ms);
    ++m_stage.tally.pauses;
    m_stage.tally.longPauses += length >= kLongestHold ? 1 : 0;
    office.pause(length);
}

void ServiceWorld::jumpClock(Office &office)
{
    ++m_stage.tally.clockJumps;
    const auto size = m_stage.random.chance(50) ? 5'000ms : milliseconds(2h);
    office.jumpClock(m_stage.random.within(2 * size) - size);
}

void ServiceWorld::cancelOrPay(Office &office)
{
    if (m_stage.random.chance(40))
        office.cancel(m_stage.random.below(int(m_stage.scenario.shows.size())));
    else if (const int sales = m_stage.database.saleCount(); sales > 0)
        payOutFrom(office, m_stage.random.below(sales));
}

// The first from there on, and from the beginning again, that was ever owed something.
void ServiceWorld::payOutFrom(Office &office, int first)
{
    const int sales = m_stage.database.saleCount();
    for (int i = 0; i < sales; ++i) {
        const int sale = (first + i) % sales;
        if (!m_stage.database.saleAt(sale).stored.booking.refunds.isEmpty()) {
            office.payOut(sale);
            return;
        }
    }
}

// ---- The quiet end ---------------------------------------------------------------------------------------------------

void ServiceWorld::comeToRest()
{
    m_stage.trace.add("rest");
    m_stage.failing = false;
    m_stage.agenda.setFaults({});
    const Tick end = m_stage.now + kLongestRest;
    for (int round = 0; m_stage.now < end && !failed(); ++round) {
        askWhatIsMissing();
        runUntil(m_stage.now + 1s);
        if (round > 1 && isAtRest())
            break;
    }
    if (failed())
        return;
    if (!isAtRest())
        return m_stage.fail("liveness: 30 seconds after the faults stopped not everything has come to its end");
    checkAtRest();
    if (!failed())
        checkFreshStart();
}

// Everybody is there again and asks what was never answered.
void ServiceWorld::askWhatIsMissing()
{
    for (Visitor &visitor : m_visitors) {
        if (!visitor.isConnected()) {
            connect(visitor, true);
            continue;
        }
        send(visitor, visitor.isSignedIn() ? visitor.look() : visitor.signIn()); // it may have no session any more
        for (int show = 0; std::size_t(show) < m_stage.scenario.shows.size(); ++show) {
            if (visitor.map(show).gap)
                send(visitor, visitor.watch(show));
        }
        const std::vector<quint32> unanswered = visitor.unanswered();
        for (const quint32 number : unanswered)
            send(visitor, visitor.again(number));
    }
}

bool ServiceWorld::isAtRest() const
{
    return std::all_of(m_offices.begin(), m_offices.end(), [](const auto &office) { return office->isAtRest(); }) && !isAnyOverdue()
        && std::all_of(m_visitors.begin(), m_visitors.end(), [this](const Visitor &visitor) { return isAtRest(visitor); });
}

bool ServiceWorld::isAnyOverdue() const
{
    if (m_stage.tally.clockJumps > 0 || m_stage.tally.strayWrites > 0)
        return false; // then it may take a minute: nobody alive may have heard of it
    for (int sale = 0; sale < m_stage.database.saleCount(); ++sale) {
        const std::optional<Instant> payUntil = m_stage.database.saleAt(sale).stored.booking.payUntil;
        if (payUntil && std::all_of(m_offices.begin(), m_offices.end(), [&](const auto &office) { return office->utcNow() && *office->utcNow() >= *payUntil; }))
            return true;
    }
    return false;
}

bool ServiceWorld::isAtRest(const Visitor &visitor) const
{
    for (int show = 0; std::size_t(show) < m_stage.scenario.shows.size(); ++show) {
        if (isShown(visitor, show) && visitor.map(show).gap)
            return false;
    }
    return visitor.isConnected() && visitor.isSignedIn() && visitor.unanswered().empty();
}

bool ServiceWorld::isShown(const Visitor &visitor, int show) const
{
    const services::OpenEvent *event = m_offices[std::size_t(visitor.office())]->event(show);
    return event && event->event().summary.state != EventState::Draft;
}

void ServiceWorld::checkAtRest()
{
    for (Visitor &visitor : m_visitors) {
        for (int show = 0; std::size_t(show) < m_stage.scenario.shows.size(); ++show)
            send(visitor, visitor.watch(show));
    }
    // What falls due just now is told a moment later.
    const Tick end = m_stage.now + kLongestRest;
    quint64 before = 0;
    do {
        before = m_stage.database.moment();
        runUntil(m_stage.now + 2s);
        if (!isAtRest())
            askWhatIsMissing(); // a server was to die giving free what fell due only now
    } while (m_stage.now < end && (m_stage.database.moment() != before || !isAtRest()));
    checkMaps();
    m_sales.compareVouchers();
    m_sales.contacts().compareAtRest();
    m_noShows.compareAtRest();
    // P2, once more, as people would look: the counter asks for everything that was ever acknowledged.
    for (const BookingId &booking : m_sales.acknowledged()) {
        if (!m_stage.database.sale(booking))
            m_stage.fail("P2: an acknowledged booking is gone");
    }
}

// I7: the map of every client is the server's.
void ServiceWorld::checkMaps()
{
    for (const Visitor &visitor : m_visitors) {
        for (int show = 0; std::size_t(show) < m_stage.scenario.shows.size(); ++show) {
            const services::OpenEvent *event = m_offices[std::size_t(visitor.office())]->event(show);
            const Visitor::Map &map = visitor.map(show);
            if (isShown(visitor, show) && (map.gap || map.states != packed(event->ledger().states())))
                m_stage.fail("P6: at rest a client's seat map is not the ledger's");
        }
    }
}

// A server that starts from the store alone has sold what is sold, and all else is free.
void ServiceWorld::checkFreshStart()
{
    Office &office = *m_offices.front();
    const quint64 before = m_stage.database.moment();
    crash(office);
    const Tick end = m_stage.now + kLongestRest;
    for (runUntil(m_stage.now + 10s); m_stage.now < end && office.isServing() && !office.isAtRest();)
        runUntil(m_stage.now + 1s); // it is giving free what fell due meanwhile
    if (!office.isServing())
        return m_stage.fail("liveness: a server did not start again");
    if (m_offices.size() > 1 && m_stage.database.moment() != before)
        return; // the other one gave something free, of which this one cannot know
    for (int show = 0; std::size_t(show) < m_stage.scenario.shows.size(); ++show) {
        const services::OpenEvent *event = office.event(show);
        if (event && event->ledger().count(SeatState::Sold) != m_stage.database.sold(show).size())
            m_stage.fail("I6: a fresh start does not sell what the store has free");
        if (!m_stage.database.bookingsToCancel(show).isEmpty())
            m_stage.fail("a ticket of a cancelled show is kept still");
    }
}

} // namespace parterre::simulation
