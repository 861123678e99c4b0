// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitor.h"

#include "simpayments.h"

namespace parterre::simulation {

using namespace Qt::StringLiterals;

Request Visitor::request(Wish wish) const
{
    const auto &users = m_stage.scenario.users;
    return {.wish = wish, .client = m_number, .office = m_office, .link = m_link, .user = users[std::size_t(m_number) % users.size()].id};
}

Request Visitor::hello(int office, bool resumes)
{
    if (office != m_office)
        m_resumeToken.clear();
    m_office = office;
    m_link = (static_cast<quint64>(m_number + 1) << 32) + ++m_links;
    m_connected = true;
    m_signedIn = true; // unless it hears otherwise
    for (Map &map : m_maps)
        map = {};
    Request hello = request(Wish::Hello);
    if (resumes && !m_resumeToken.isEmpty())
        hello.resume = m_resumeToken;
    return hello;
}

Request Visitor::watch(int show) const
{
    Request watch = request(Wish::Watch);
    watch.show = show;
    return watch;
}

Request Visitor::nextWish()
{
    SimRandom &random = m_stage.random;
    if (!m_signedIn && random.chance(70))
        return signIn();
    if (random.chance(12)) {
        const int show = someShow();
        if (map(show).gap)
            return watch(show);
    }
    const bool hasNothing = std::all_of(m_holds.begin(), m_holds.end(), [](const auto &places) { return std::all_of(places.begin(), places.end(), [](qint64 v) { return v == 0; }); });
    if (isCounter() && random.chance(25))
        return noShowWish();
    if (!m_bought.empty() && random.chance(6))
        return contactWish();
    // Without a seat one wants a seat, but for a few who ask for nonsense.
    const int wish = hasNothing && random.chance(80) ? 0 : random.below(100);
    if (wish < 34)
        return acquire();
    if (wish < 44)
        return giveBack(Wish::Extend);
    if (wish < 50)
        return giveBack(Wish::Release);
    if (wish < 82)
        return checkout();
    if (wish < 86)
        return cancel();
    if (wish < 89)
        return exchange();
    if (wish < 92)
        return payOrProlong();
    if (wish < 93)
        return request(Wish::Cart);
    if (wish < 95)
        return request(Wish::List);
    if (wish < 98 && !m_bought.empty()) {
        Request get = request(Wish::Get);
        get.booking = someBought().booking.id;
        return get;
    }
    return request(random.chance(70) ? Wish::LogOut : Wish::End);
}

Request Visitor::acquire()
{
    SimRandom &random = m_stage.random;
    Request acquire = request(Wish::Acquire);
    acquire.show = someShow();
    const int seats = m_stage.show(acquire.show).seats;
    // Everybody wants the front seats; now and then a place is named twice or does not exist.
    const int crowd = random.chance(60) ? std::max(1, seats / 2) : seats;
    for (int n = random.between(1, 3); n > 0; --n)
        acquire.places.append(random.chance(2) ? seats + random.below(2) : random.below(crowd));
    takeWholeTables(acquire.show, acquire.places);
    if (random.chance(20)) {
        acquire.areas = {{.area = random.chance(2) ? 1 : 0, .seats = random.between(1, 3)}};
        if (random.chance(70))
            acquire.places.clear();
    }
    return acquire;
}

Request Visitor::giveBack(Wish wish)
{
    Request change = request(wish);
    change.show = someShow();
    change.places = someHeld(change.show);
    if (change.places.isEmpty() || m_stage.random.chance(5))
        change.places.append(m_stage.random.below(m_stage.show(change.show).seats)); // somebody else's, perhaps
    return change;
}

Request Visitor::checkout()
{
    SimRandom &random = m_stage.random;
    if (!m_unanswered.empty() && random.chance(50))
        return again(m_unanswered[std::size_t(random.below(int(m_unanswered.size())))]);
    if (!m_bought.empty() && random.chance(6)) { // long answered, asked once more
        for (auto r = m_stage.requests.rbegin(); r != m_stage.requests.rend(); ++r) {
            if (r->wish == Wish::Checkout && r->client == m_number && r->sale.key == m_bought.back().key)
                return again(quint32(m_stage.requests.size() - 1 - std::size_t(r - m_stage.requests.rbegin())));
        }
    }
    Request checkout = request(Wish::Checkout);
    const bool isReused = !m_bought.empty() && random.chance(4);
    checkout.sale.key = isReused ? someBought().key : u"k%1.%2"_s.arg(m_number).arg(++m_lastKey);
    // The name stands for the whole body: who pays too little has another.
    const bool paysTooLittle = random.chance(3);
    checkout.sale.customerName = paysTooLittle ? u"Short"_s : u"N%1"_s.arg(m_number);
    if (paysTooLittle)
        checkout.sale.payments = QList<services::PaymentPart> {services::PaymentPart {.tendered = Money {.amount = 1}}};
    const int first = someShow();
    const bool overAll = random.chance(60);
    for (int show = 0; std::size_t(show) < m_stage.scenario.shows.size(); ++show) {
        if (show != first && !overAll)
            continue;
        for (const qint32 place : someHeld(show)) {
            services::SaleItem item {.event = showId(show), .place = place, .ticketType = random.chance(80) ? u"adult"_s : u"child"_s};
            if (random.chance(80))
                item.version = m_holds[std::size_t(show)][std::size_t(place)];
            checkout.sale.items.append(item);
        }
    }
    if (checkout.sale.items.isEmpty())
        checkout.sale.items.append({.event = showId(first), .place = random.below(m_stage.show(first).seats), .ticketType = u"adult"_s});
    if (!paysTooLittle && random.chance(10))
        payInParts(m_stage.scenario, checkout.sale, random.chance(50) ? PaymentKind::Cash : PaymentKind::Invoice);
    else if (!paysTooLittle && random.chance(15))
        payByVoucher(checkout.sale, random.below(kVouchers));
    else if (!paysTooLittle && random.chance(25))
        payLater(checkout.sale);
    if (services::isAllInCash(checkout.sale.payments) && random.chance(40)) {
        checkout.sale.code = someCode();
        checkout.sale.customerName = *checkout.sale.customerName + u' ' + *checkout.sale.code;
    }
    return checkout;
}

// The name says until when.
void Visitor::payLater(services::SaleRequest &sale)
{
    sale.paysLater = true;
    if (m_stage.random.chance(80))
        sale.payUntil = someTime();
    sale.customerName = u"Later %1"_s.arg(sale.payUntil.value_or(Instant()).time_since_epoch().count());
}

// Soon, by a clock that is right.
Instant Visitor::someTime()
{
    return kBeginningUtc + (m_stage.now - kBeginning) + m_stage.random.within(std::chrono::seconds(20));
}

Request Visitor::payOrProlong()
{
    SimRandom &random = m_stage.random;
    const auto reserved = std::find_if(m_bought.begin(), m_bought.end(), [](const Bought &bought) { return bought.booking.state == BookingState::Reserved; });
    if (reserved == m_bought.end())
        return cancel();
    const BookingId booking = reserved->booking.id;
    if (random.chance(60)) {
        Request pay = request(Wish::Pay);
        pay.pay = {.booking = booking, .key = u"p%1.%2"_s.arg(m_number).arg(++m_lastKey)};
        return pay;
    }
    Request prolong = request(Wish::Prolong);
    prolong.prolong = {.booking = booking, .key = u"u%1.%2"_s.arg(m_number).arg(++m_lastKey), .payUntil = someTime()};
    return prolong;
}

Request Visitor::contactWish()
{
    SimRandom &random = m_stage.random;
    const Booking &booking = someBought().booking;
    const int what = isCounter() ? random.below(100) : 0;
    if (what < 70) {
        Request update = request(Wish::UpdateContact);
        Contact contact = booking.contact();
        contact.name = u"C%1.%2"_s.arg(m_number).arg(++m_lastKey);
        if (random.chance(50))
            contact.phone = u"+49 30 %1"_s.arg(1'000 + m_lastKey);
        update.contact = {.booking = booking.id, .before = booking.contact(), .contact = contact};
        return update;
    }
    Request note = request(what < 90 ? Wish::AddNote : Wish::Notes);
    note.booking = booking.id;
    if (note.wish == Wish::AddNote) {
        note.note = u"r%1.%2"_s.arg(m_number).arg(++m_lastKey);
        note.noteId = m_stage.ids.make<NoteId>();
    }
    return note;
}

Request Visitor::noShowWish()
{
    SimRandom &random = m_stage.random;
    int show = someShow();
    const auto isFar = [this](int number) { return m_stage.show(number).event.summary.start > kBeginningUtc + kNoShowsFrom; };
    if (isFar(show) && random.chance(80)) // rather one of tonight, if there is any
        show = (show + 1) % int(m_stage.scenario.shows.size());
    const QStringList &absent = m_absent[std::size_t(show)];
    const QStringList &released = m_released[std::size_t(show)];
    const bool restores = !released.isEmpty() && random.chance(50);
    if (absent.isEmpty() || (!restores && random.chance(30))) {
        Request look = request(Wish::NoShows);
        look.show = show;
        return look;
    }
    Request change = request(restores ? Wish::Restore : Wish::ReleaseNoShows);
    const bool isReused = !m_lastNoShowKey.isEmpty() && random.chance(5);
    if (!isReused)
        m_lastNoShowKey = u"n%1.%2"_s.arg(m_number).arg(++m_lastKey);
    change.noShows = {.event = showId(show), .tickets = someOf(restores ? released : absent), .key = m_lastNoShowKey};
    return change;
}

QStringList Visitor::someOf(const QStringList &tickets)
{
    QStringList some;
    std::copy_if(tickets.begin(), tickets.end(), std::back_inserter(some), [this](const QString &) { return m_stage.random.chance(60); });
    return some.isEmpty() ? tickets.first(1) : some;
}

Request Visitor::cancel()
{
    SimRandom &random = m_stage.random;
    if (m_bought.empty())
        return request(Wish::List);
    Request cancel = request(Wish::Cancel);
    const Bought &bought = someBought();
    cancel.cancel = {.booking = bought.booking.id, .key = random.chance(5) ? bought.key : u"c%1.%2"_s.arg(m_number).arg(++m_lastKey)};
    if (random.chance(40))
        cancel.cancel.tickets = someTickets(bought.booking);
    return cancel;
}

// Now and then one that was given back already.
QStringList Visitor::someTickets(const Booking &booking)
{
    QStringList numbers;
    for (const Ticket &ticket : booking.tickets) {
        if (m_stage.random.chance(ticket.isKept() ? 60 : 10))
            numbers.append(ticket.number);
    }
    for (const Ticket &ticket : booking.tickets) {
        QList<qint32> places;
        for (const Ticket &other : booking.tickets) {
            if (other.event == ticket.event && numbers.contains(other.number))
                places.append(other.place);
        }
        takeWholeTables(showOf(ticket.event), places);
        if (ticket.state == TicketState::Valid && places.contains(ticket.place) && !numbers.contains(ticket.number))
            numbers.append(ticket.number);
    }
    return numbers;
}

Request Visitor::exchange()
{
    SimRandom &random = m_stage.random;
    if (m_bought.empty())
        return acquire();
    const Booking &booking = someBought().booking;
    Request exchange = request(Wish::Exchange);
    exchange.exchange = {.booking = booking.id, .key = u"e%1.%2"_s.arg(m_number).arg(++m_lastKey), .tickets = someTickets(booking)};
    if (exchange.exchange.tickets.isEmpty() && !booking.tickets.isEmpty())
        exchange.exchange.tickets.append(booking.tickets.constLast().number);
    QList<services::SaleItem> &items = exchange.exchange.items;
    for (const Ticket &ticket : booking.tickets) { // some stay where they sit and pay another price
        if (exchange.exchange.tickets.contains(ticket.number) && random.chance(25))
            items.append({.event = ticket.event, .place = ticket.place, .ticketType = random.chance(50) ? u"adult"_s : u"child"_s});
    }
    const int show = someShow();
    for (const qint32 place : someHeld(show)) {
        services::SaleItem item {.event = showId(show), .place = place, .ticketType = random.chance(80) ? u"adult"_s : u"child"_s};
        if (random.chance(80))
            item.version = m_holds[std::size_t(show)][std::size_t(place)];
        items.append(item);
    }
    if (items.isEmpty() || exchange.exchange.tickets.isEmpty())
        return acquire();
    if (random.chance(40))
        exchange.exchange.code = someCode();
    if (random.chance(3))
        exchange.exchange.payments = QList<services::PaymentPart> {services::PaymentPart {.tendered = Money {.amount = 1}}};
    return exchange;
}

QList<qint32> Visitor::someHeld(int show)
{
    QList<qint32> places;
    const auto &holds = m_holds[std::size_t(show)];
    for (qint32 place = 0; place < kMostSeats; ++place) {
        if (holds[std::size_t(place)] != 0 && m_stage.random.chance(75))
            places.append(place);
    }
    takeWholeTables(show, places);
    return places;
}

void Visitor::takeWholeTables(int show, QList<qint32> &places)
{
    if (m_stage.random.chance(15))
        return;
    for (const qint32 place : cutTables(m_stage.show(show), places)) {
        if (!places.contains(place))
            places.append(place);
    }
}

Request Visitor::again(quint32 number) const
{
    Request again = m_stage.requests[number];
    again.office = m_office;
    again.link = m_link;
    return again;
}

void Visitor::sent(quint32 number)
{
    const Request &request = m_stage.requests[number];
    if (!request.isWrite())
        return;
    settle(request); // asked again under a new number
    m_unanswered.push_back(number);
}

// ---- What it hears ---------------------------------------------------------------------------------------------------

std::optional<int> Visitor::receive(const Reply &reply)
{
    const Request &request = m_stage.requests[reply.request];
    if (reply.refusal) {
        forget(request, reply);
        return std::nullopt;
    }
    auto &holds = m_holds[std::size_t(request.show)];
    switch (request.wish) {
    case Wish::Hello:
        m_resumeToken = reply.resumeToken;
        if (!reply.resumed)
            m_holds = {};
        break;
    case Wish::SignIn:
        m_signedIn = true;
        break;
    case Wish::Acquire:
    case Wish::Extend:
        for (const Hold &hold : reply.holds)
            holds[std::size_t(hold.place)] = hold.version;
        break;
    case Wish::Release:
        for (const qint32 place : request.places)
            holds[std::size_t(place)] = 0;
        break;
    case Wish::Checkout:
        m_bought.push_back({*reply.booking, request.sale.key});
        [[fallthrough]];
    case Wish::Exchange:
        for (const services::SaleItem &item : request.items())
            m_holds[std::size_t(showOf(item.event))][std::size_t(item.place)] = 0;
        [[fallthrough]];
    case Wish::Cancel:
    case Wish::Pay:
    case Wish::Prolong:
    case Wish::UpdateContact:
    case Wish::Get:
        settle(request);
        for (Bought &bought : m_bought) {
            if (bought.booking.id == reply.booking->id)
                bought.booking = *reply.booking;
        }
        break;
    case Wish::ReleaseNoShows:
        settle(request);
        m_released[std::size_t(showOf(request.noShows.event))] += reply.noShows.done;
        break;
    case Wish::Restore:
        settle(request);
        for (const QString &ticket : reply.noShows.done) {
            if (m_stage.random.chance(90)) // or it forgets that
                m_released[std::size_t(showOf(request.noShows.event))].removeOne(ticket);
        }
        break;
    case Wish::AddNote:
        settle(request);
        break;
    case Wish::NoShows:
        m_absent[std::size_t(request.show)] = reply.absent;
        break;
    case Wish::List:
        for (const BookingSummary &booking : reply.list) {
            if (m_stage.random.chance(5)) // the counter cancels for others
                m_bought.push_back({.booking = {.id = booking.id}, .key = u"x"_s});
        }
        break;
    case Wish::Watch: {
        Map &map = m_maps[std::size_t(request.show)];
        if (reply.revision < map.revision)
            return std::nullopt; // overtaken
        map = {reply.revision, reply.states, false};
        return request.show;
    }
    case Wish::LogOut:
        m_signedIn = false;
        m_holds = {};
        break;
    case Wish::End:
        m_connected = false;
        break;
    case Wish::Cart:
    case Wish::Notes:
        break;
    }
    return std::nullopt;
}

void Visitor::forget(const Request &request, const Reply &reply)
{
    const ErrorCode code = *reply.refusal;
    if (code == ErrorCode::NotSignedIn)
        m_signedIn = false;
    if (code == ErrorCode::NoSession) {
        m_connected = false;
        return;
    }
    const bool isPassing = code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded || code == ErrorCode::OutcomeUnknown
        || code == ErrorCode::NotSignedIn || code == ErrorCode::CheckoutRunning;
    if (!isPassing)
        settle(request);
    // Only a refusal makes it forget a hold, never the clock: people do press "buy" too late.
    if (code != ErrorCode::NotHeld && code != ErrorCode::StaleVersion && code != ErrorCode::HoldExpired)
        return;
    for (auto &holds : m_holds) {
        for (const qint32 place : reply.places)
            holds[std::size_t(place)] = 0;
    }
}

void Visitor::settle(const Request &request)
{
    std::erase_if(m_unanswered, [&](quint32 number) {
        const Request &other = m_stage.requests[number];
        return other.wish == request.wish && other.key() == request.key();
    });
}

std::optional<int> Visitor::receive(const News &news)
{
    Map &map = m_maps[std::size_t(news.show)];
    if (news.changes.to <= map.revision)
        return std::nullopt; // old
    if (news.changes.from > map.revision || map.gap) {
        m_stage.tally.resyncs += map.gap ? 0 : 1;
        map.gap = true;
        return std::nullopt;
    }
    for (const SeatChange &change : news.changes.seats)
        map.states = (map.states & ~(quint64(3) << (2 * change.seat))) | (quint64(change.state) << (2 * change.seat));
    map.revision = news.changes.to;
    return news.show;
}

void Visitor::receive(const EndedNews &ended)
{
    qint64 &version = m_holds[std::size_t(ended.show)][std::size_t(ended.place)];
    if (version == ended.version && m_stage.random.chance(60)) // some look away
        version = 0;
}

} // namespace parterre::simulation
