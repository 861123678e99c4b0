// SPDX-License-Identifier: GPL-3.0-or-later
#include "officeprocess.h"

namespace parterre::simulation {

using namespace std::chrono_literals;

OfficeProcess::OfficeProcess(Stage &stage, SalePromises &sales, NoShowPromises &noShows, int office, quint32 start, const std::chrono::milliseconds &skew)
    : m_stage(stage)
    , m_sales(sales)
    , m_noShowPromises(noShows)
    , m_office(office)
    , m_start(start)
    , m_clock(stage, skew, stage.random.within(3'600'000ms))
    , m_promises(stage, start)
    , m_alarms(stage, office, start)
    , m_store(stage, m_promises, m_clock, office, start)
    , m_events(m_store, m_clock, m_alarms, start)
    , m_sessions(m_events, m_clock, m_alarms, stage.ids, stage.secrets, stage.scenario.grace)
    , m_holds(m_events, m_sessions, m_clock)
    , m_reservations(m_events, m_store, m_clock, m_alarms)
    , m_bookings(m_events, m_store, m_reservations, m_clock, m_alarms, stage.ids, stage.secrets, {.selfServiceCash = stage.scenario.selfServiceCash})
    , m_changes(m_events, m_store, m_reservations, m_clock, m_alarms, stage.ids, {.selfServiceCash = stage.scenario.selfServiceCash})
    , m_cancels(m_events, m_store, m_clock, m_alarms)
    , m_contacts(m_events, m_store, m_clock)
    , m_noShowStore(m_store, stage.mistake)
    , m_noShows(m_events, m_noShowStore, m_clock, m_alarms)
{
    m_events.setListener(this);
    m_events.setDiscounts(stage.scenario.codes);
    QObject::connect(&m_sessions, &services::SessionService::userChanged, &m_sessions, [this](const services::Session &session) { onUserChanged(session); });
    m_events.openAll([this](const Result<qint32> &opened) {
        m_startFailed = !opened;
        if (opened)
            m_cancels.resume([this](const Result<bool> &resumed) {
                (resumed ? m_serving : m_startFailed) = true;
                if (resumed)
                    m_reservations.start();
            });
    });
}

// ---- What the services tell ------------------------------------------------------------------------------------------

void OfficeProcess::seatsChanged(services::OpenEvent &event)
{
    m_dirty[std::size_t(showOf(event.id()))] = true;
}

void OfficeProcess::holdsEnded(services::OpenEvent &event, const std::vector<ledger::EndedHold> &ended)
{
    const int show = showOf(event.id());
    m_promises.ended(show, ended, m_clock.steadyNow());
    for (const ledger::EndedHold &end : ended) {
        m_stage.trace.add("ended", show, end.place, end.version, end.reason);
        const services::Session *session = m_sessions.ofHolder(end.holder);
        const Link *link = session && session->link ? linkOf(*session->link) : nullptr;
        if (!link)
            continue;
        m_outgoing.push_back({.kind = LetterKind::HoldsEnded, .client = static_cast<qint8>(link->client), .office = static_cast<qint8>(m_office),
                              .number = static_cast<quint32>(m_stage.ended.size()), .link = link->id});
        m_stage.ended.push_back({show, end.place, end.version});
    }
}

void OfficeProcess::onUserChanged(const services::Session &session)
{
    if (session.user.role != Role::Anonymous)
        return;
    if (m_signedIn.remove(session.id)) {
        const auto lost = m_lostUntil.constFind(session.id);
        const bool isOver = lost != m_lostUntil.constEnd() && *lost <= m_clock.steadyNow();
        const bool ranOut = session.signedInUntil <= m_clock.utcNow();
        if (m_signingOut != session.id && !isOver && !ranOut)
            m_stage.fail("P3: a session was signed out before its time");
        m_stage.tally.signInsEnded += ranOut ? 1 : 0;
    }
    m_promises.signedOut(session.holder);
}

// ---- What the services are asked -------------------------------------------------------------------------------------

void OfficeProcess::receive(quint32 number)
{
    if (m_closedLinks.contains(m_stage.requests[number].link))
        return;
    const std::size_t delivery = m_deliveries.size();
    m_deliveries.push_back({.request = number, .moment = m_stage.database.moment()});
    ++m_unanswered;
    const Request &request = requestOf(delivery);
    if (request.wish == Wish::Hello)
        return greet(delivery);
    services::Session *session = m_sessions.ofLink(request.link);
    if (!session) {
        const Error error {.code = ErrorCode::NoSession};
        reply(delivery, &error);
        return;
    }
    m_deliveries[delivery].caller = session->caller();
    if (request.wish == Wish::SignIn) {
        signIn(*session, request.client);
        reply(delivery, nullptr);
        return;
    }
    if (!kSellers.testFlag(session->user.role) && request.wish != Wish::Watch) {
        const Error error {.code = ErrorCode::NotSignedIn};
        reply(delivery, &error);
        return;
    }
    switch (request.wish) {
    case Wish::Watch:
        return watch(delivery);
    case Wish::Acquire:
    case Wish::Extend:
        return acquire(delivery);
    case Wish::Release:
        return letGo(delivery);
    case Wish::Checkout:
    case Wish::Cancel:
    case Wish::Exchange:
    case Wish::Pay:
    case Wish::Prolong:
    case Wish::UpdateContact:
        return write(delivery);
    case Wish::AddNote:
        return addNote(delivery);
    case Wish::Notes:
        return lookAtNotes(delivery);
    case Wish::ReleaseNoShows:
    case Wish::Restore:
        return changeNoShows(delivery);
    case Wish::LogOut:
    case Wish::End:
        return leave(delivery);
    default:
        return look(delivery);
    }
}

void OfficeProcess::greet(std::size_t delivery)
{
    const Request &request = requestOf(delivery);
    if (m_sessions.ofLink(request.link)) {
        const Error error {.code = ErrorCode::InvalidRequest};
        reply(delivery, &error);
        return;
    }
    const services::Greeting greeting = m_sessions.hello(request.link, {.address = QStringLiteral("192.0.2.1")}, request.resume);
    services::Session &session = *greeting.session;
    if (greeting.resumed) {
        m_promises.back(session.holder);
        m_lostUntil.remove(session.id);
        ++m_stage.tally.resumed;
    }
    std::erase_if(m_links, [&](const Link &link) { return link.session == session.id || link.id == request.link; });
    m_links.push_back({.id = request.link, .client = request.client, .session = session.id});
    if (session.user.role == Role::Anonymous && m_stage.random.chance(90))
        signIn(session, request.client);
    Reply &answer = reply(delivery, nullptr);
    answer.resumeToken = greeting.resumeToken;
    answer.resumed = greeting.resumed;
}

void OfficeProcess::signIn(services::Session &session, int client)
{
    if (session.user.role != Role::Anonymous)
        return;
    const bool isShort = m_stage.random.chance(10);
    const Instant until = isShort ? m_clock.utcNow() + 500ms + m_stage.random.within(20'000ms) : Instant::max();
    m_signedIn.insert(session.id);
    m_sessions.signIn(session.id, m_stage.scenario.users[std::size_t(client) % m_stage.scenario.users.size()], QByteArray::number(client), until);
}

void OfficeProcess::watch(std::size_t delivery)
{
    const Request &request = requestOf(delivery);
    m_events.openFor(m_deliveries[delivery].caller, showId(request.show), [this, delivery](const Result<services::OpenEvent *> &event) {
        const Request &asked = requestOf(delivery);
        Reply &answer = reply(delivery, event);
        if (!event)
            return;
        answer.revision = (*event)->ledger().revision();
        answer.states = packed((*event)->ledger().states());
        m_promises.shown(asked.show, (*event)->ledger());
        if (Link *link = linkOf(asked.link))
            link->watches[std::size_t(asked.show)] = true;
    });
}

void OfficeProcess::acquire(std::size_t delivery)
{
    const Request &request = requestOf(delivery);
    const services::Caller &caller = m_deliveries[delivery].caller;
    const auto done = [this, delivery](const Result<QList<Hold>> &holds) {
        const Request &asked = requestOf(delivery);
        Reply &answer = reply(delivery, holds);
        if (!holds)
            return;
        answer.holds = *holds;
        if (asked.wish == Wish::Acquire)
            m_promises.granted(m_deliveries[delivery].caller, asked, *holds, m_clock);
        else
            m_promises.extended(m_deliveries[delivery].caller, asked, *holds, m_clock);
    };
    if (request.wish == Wish::Acquire)
        m_holds.acquire(caller, showId(request.show), request.places, done, request.areas);
    else
        m_holds.extend(caller, showId(request.show), request.places, done);
}

void OfficeProcess::letGo(std::size_t delivery)
{
    const Request &request = requestOf(delivery);
    m_holds.release(m_deliveries[delivery].caller, showId(request.show), request.places, [this, delivery](const Result<bool> &released) {
        reply(delivery, released);
        if (released)
            m_promises.released(m_deliveries[delivery].caller, requestOf(delivery));
    });
}

void OfficeProcess::write(std::size_t delivery)
{
    const Request &request = requestOf(delivery);
    const services::Caller &caller = m_deliveries[delivery].caller;
    const auto done = [this, delivery](const Result<Booking> &booking) {
        const quint64 moment = m_deliveries[delivery].moment;
        Reply &answer = reply(delivery, booking);
        m_sales.answered(requestOf(delivery), moment, booking, m_clock.utcNow());
        if (booking)
            answer.booking = *booking;
    };
    if (request.wish == Wish::Checkout)
        m_bookings.checkout(caller, request.sale, done);
    else if (request.wish == Wish::Cancel)
        m_changes.cancel(caller, request.cancel, done);
    else if (request.wish == Wish::Pay)
        m_changes.pay(caller, request.pay, done);
    else if (request.wish == Wish::Prolong)
        m_changes.prolong(caller, request.prolong, done);
    else if (request.wish == Wish::UpdateContact)
        m_contacts.update(caller, request.contact, done);
    else
        m_changes.exchange(caller, request.exchange, done);
}

void OfficeProcess::changeNoShows(std::size_t delivery)
{
    const Request &request = requestOf(delivery);
    const services::Caller &caller = m_deliveries[delivery].caller;
    const auto answer = [this, delivery](const Result<NoShowAnswer> &result) {
        Reply &told = reply(delivery, result);
        if (std::erase(m_latecomers, delivery) > 0 && m_deliveries[delivery].hasRoom)
            m_noShowPromises.latecomerAnswered(requestOf(delivery), event(showOf(requestOf(delivery).noShows.event)), m_start, result);
        m_noShowPromises.answered(requestOf(delivery), m_deliveries[delivery].moment, result, m_clock.utcNow());
        if (result)
            told.noShows = *result;
    };
    if (request.wish == Wish::ReleaseNoShows) {
        m_noShows.release(caller, request.noShows, [answer](const Result<services::NoShowService::Released> &released) {
            answer(released ? Result<NoShowAnswer>(NoShowAnswer {.done = released->released, .others = released->kept}) : released.error());
        });
        return;
    }
    // A repetition is answered with what was found at first, whatever became of the area.
    const auto key = std::pair(request.user, request.key());
    m_deliveries[delivery].hasRoom = !m_askedBack.contains(key) && !m_stage.noShows.row(key.first, key.second);
    m_askedBack.insert(key);
    m_latecomers.push_back(delivery);
    m_noShows.restore(caller, request.noShows, [answer](const Result<services::NoShowService::Restored> &restored) {
        answer(restored ? Result<NoShowAnswer>(NoShowAnswer {.done = restored->restored, .others = restored->taken}) : restored.error());
    });
}

void OfficeProcess::addNote(std::size_t delivery)
{
    const Request &request = requestOf(delivery);
    m_contacts.addNote(m_deliveries[delivery].caller, request.booking, request.noteId, request.note, [this, delivery](const Result<BookingNote> &note) {
        reply(delivery, note);
        m_sales.contacts().noteAnswered(requestOf(delivery), note);
        m_stage.tally.notes += note ? 1 : 0;
    });
}

void OfficeProcess::lookAtNotes(std::size_t delivery)
{
    m_contacts.notes(requestOf(delivery).booking, [this, delivery](const Result<QList<BookingNote>> &notes) { reply(delivery, notes); });
}

void OfficeProcess::cancel(int show)
{
    const Result<services::SellableEvent> known = m_stage.database.event(show, m_stage.now);
    if (!known)
        return;
    const services::Caller house {.user = m_stage.scenario.users.back()};
    m_cancels.cancel(house, showId(show), known->event.version, QStringLiteral("fire"), [this, show](const Result<Event> &cancelled) {
        m_stage.trace.add("show cancelled", show, cancelled.ok());
        if (!cancelled)
            return m_stage.tally.refuse(cancelled.error().code);
        ++m_stage.tally.eventsCancelled;
        m_promises.cancelled(show);
        if (!m_stage.database.isCancelled(show))
            m_stage.fail("P2: a show was called cancelled that the store has not");
    });
}

// What is owed to the first show of the booking, once or once more.
void OfficeProcess::payOut(int sale)
{
    const Booking &booking = m_stage.database.saleAt(sale).stored.booking;
    if (booking.refunds.isEmpty())
        return;
    const services::Caller house {.user = m_stage.scenario.users.back()};
    const services::RefundRequest request {.booking = booking.id, .event = booking.refunds.constFirst().event, .key = QStringLiteral("refund ") + booking.reference};
    m_changes.refund(house, request, [this, sale](const Result<Booking> &paid) {
        m_stage.trace.add("paid out", sale, paid.ok());
        if (!paid)
            return m_stage.tally.refuse(paid.error().code);
        ++m_stage.tally.refunds;
        if (!m_stage.database.saleAt(sale).stored.booking.refunds.constFirst().paid || !paid->refunds.constFirst().paid)
            m_stage.fail("P2: a refund was called paid out that is owed still");
    });
}

void OfficeProcess::look(std::size_t delivery)
{
    const Request &request = requestOf(delivery);
    const services::Caller &caller = m_deliveries[delivery].caller;
    if (request.wish == Wish::Cart) {
        m_promises.cart(caller, m_holds.cart(caller));
        reply(delivery, nullptr);
    } else if (request.wish == Wish::Get) {
        m_bookings.get(caller, request.booking, [this, delivery](const Result<Booking> &booking) {
            Reply &answer = reply(delivery, booking);
            if (booking)
                answer.booking = *booking;
            if (booking && !m_stage.database.sale(booking->id))
                m_stage.fail("P2: a booking was shown that the store has not");
            const SimDatabase::SaleRow *sale = m_stage.database.sale(requestOf(delivery).booking);
            const services::Caller &asking = m_deliveries[delivery].caller;
            if (!booking && booking.error().code == ErrorCode::NotFound && sale && (asking.isCounter() || sale->stored.owner == asking.user.id))
                m_stage.fail("P2: a booking that was acknowledged is not found");
        });
    } else if (request.wish == Wish::NoShows) {
        m_noShows.list(showId(request.show), -1, kMostSeats, [this, delivery](const Result<storage::NoShowPage> &page) {
            Reply &answer = reply(delivery, page);
            for (const NoShow &ticket : page ? page->tickets : QList<NoShow>())
                answer.absent.append(ticket.ticket);
        });
    } else {
        m_bookings.list(caller, {.limit = 5}, [this, delivery](const Result<storage::BookingPage> &page) {
            Reply &answer = reply(delivery, page);
            if (page)
                answer.list = page->bookings;
        });
    }
}

void OfficeProcess::leave(std::size_t delivery)
{
    const SessionId session = m_deliveries[delivery].caller.session;
    m_signingOut = session;
    if (requestOf(delivery).wish == Wish::LogOut) {
        m_sessions.signOut(session, services::SignOutBy::Self);
    } else {
        m_sessions.end(session);
        std::erase_if(m_links, [&](const Link &link) { return link.session == session; });
    }
    m_signingOut = {};
    ++m_stage.tally.logOuts;
    reply(delivery, nullptr);
}

Reply &OfficeProcess::reply(std::size_t number, const Error *refusal)
{
    Delivery &delivery = m_deliveries[number];
    if (std::exchange(delivery.answered, true))
        m_stage.fail("a request was answered twice");
    --m_unanswered;
    ++m_stage.tally.answered;
    const Request &request = requestOf(number);
    Reply answer {.request = delivery.request};
    if (refusal) {
        answer.refusal = refusal->code;
        answer.places = refusal->places;
        m_stage.tally.refuse(refusal->code);
    }
    m_stage.trace.add("reply", delivery.request, request.wish, refusal ? int(refusal->code) : -1);
    m_outgoing.push_back({.kind = LetterKind::Reply, .client = static_cast<qint8>(request.client), .office = static_cast<qint8>(m_office),
                          .number = static_cast<quint32>(m_stage.replies.size()), .link = request.link});
    m_stage.replies.push_back(std::move(answer));
    return m_stage.replies.back();
}

// ---- What happens to the process -------------------------------------------------------------------------------------

void OfficeProcess::linkLost(quint64 id)
{
    m_closedLinks.insert(id);
    const Link *link = linkOf(id);
    if (!link)
        return;
    const services::Session *session = m_sessions.find(link->session);
    const bool isCurrent = session && session->link == id;
    const SessionId lost = link->session;
    const ledger::HolderId holder = session ? session->holder : ledger::kNobody;
    if (isCurrent && (m_sessions.grace() == 0ms || session->user.role == Role::Anonymous))
        m_signingOut = lost;
    m_sessions.linkLost(id);
    m_signingOut = {};
    if (isCurrent && m_sessions.find(lost)) {
        const Tick end = m_clock.steadyNow() + m_sessions.grace();
        m_promises.lost(holder, end);
        m_lostUntil.insert(lost, end);
    }
    std::erase_if(m_links, [id](const Link &l) { return l.id == id; });
}

OfficeProcess::Link *OfficeProcess::linkOf(quint64 id)
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [id](const Link &link) { return link.id == id; });
    return found == m_links.end() ? nullptr : &*found;
}

// ---- The end of a step -----------------------------------------------------------------------------------------------

void OfficeProcess::flush()
{
    m_flushing = false;
    for (int show = 0; show < kMostShows; ++show) {
        services::OpenEvent *open = std::exchange(m_dirty[std::size_t(show)], false) ? event(show) : nullptr;
        if (!open || !open->ledger().hasChanges())
            continue;
        const auto number = static_cast<quint32>(m_stage.news.size());
        m_stage.news.push_back({show, open->ledger().takeChanges()});
        m_promises.told(show, m_stage.news.back().changes);
        for (const Link &link : m_links) {
            if (link.watches[std::size_t(show)])
                m_outgoing.push_back({.kind = LetterKind::News, .client = static_cast<qint8>(link.client), .office = static_cast<qint8>(m_office), .number = number, .link = link.id});
        }
    }
}

void OfficeProcess::send()
{
    const bool dirty = std::any_of(m_dirty.begin(), m_dirty.end(), [](bool changed) { return changed; });
    if (dirty && !m_flushing) {
        // The first change after quiet leaves at once, later ones are gathered.
        if (m_stage.random.chance(50)) {
            flush();
        } else {
            m_flushing = true;
            m_stage.agenda.put({.kind = LetterKind::Flush, .office = static_cast<qint8>(m_office), .start = m_start}, m_stage.now + 25ms);
        }
    }
    for (const Letter &letter : m_outgoing)
        m_stage.agenda.send(letter, m_stage.now);
    m_outgoing.clear();
}

void OfficeProcess::compare(Tick awakeSince)
{
    for (const std::size_t delivery : m_latecomers)
        m_deliveries[delivery].hasRoom = m_deliveries[delivery].hasRoom && m_noShowPromises.hasRoom(requestOf(delivery), event(showOf(requestOf(delivery).noShows.event)));
    const Tick now = m_clock.steadyNow();
    for (int show = 0; std::size_t(show) < m_stage.scenario.shows.size(); ++show) {
        if (const services::OpenEvent *open = event(show))
            m_promises.compare(show, *open, now, m_clock.steadyOf(awakeSince));
    }
}

std::optional<Tick> OfficeProcess::nextDeadline() const
{
    std::optional<Tick> next;
    for (int show = 0; std::size_t(show) < m_stage.scenario.shows.size(); ++show) {
        const services::OpenEvent *open = event(show);
        const auto due = open ? open->ledger().nextDeadline() : std::nullopt;
        if (due && (!next || *due < *next))
            next = due;
    }
    return next ? std::optional(m_clock.worldOf(*next)) : std::nullopt;
}

bool OfficeProcess::isAtRest() const
{
    for (int show = 0; std::size_t(show) < m_stage.scenario.shows.size(); ++show) {
        const services::OpenEvent *open = event(show);
        if (open && open->ledger().count(SeatState::Held) > 0)
            return false;
    }
    return m_serving && m_unanswered == 0 && m_store.isQuiet() && m_cancels.isIdle() && m_reservations.isIdle() && m_noShows.isIdle() && !m_promises.isSelling() && m_sessions.count() == qsizetype(m_links.size());
}

} // namespace parterre::simulation
