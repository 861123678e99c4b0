// SPDX-License-Identifier: GPL-3.0-or-later
#include "onlinesite.h"
#include "seasonbank.h"
#include "seasonclerk.h"
#include "seasonmoney.h"
#include "tests/support/messages.h"
#include "tests/support/noshowparams.h"

#include "shared/domain/packedseatstates.h"
#include "shared/protocol/bookings.h"

#include <QDate>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <functional>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// A whole season at the real program, which dies now and then: twelve evenings and one that begins at once, forty clerks, everything that can happen to a
// booking. At the end the seats, the money and what was acknowledged have to agree, date by date. PARTERRE_SEASON_ACTIONS says
// how much happens.
class SeasonTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int kClerks = 40;
    static constexpr int kManagers = 4; // of them
    static constexpr int kDates = 12;
    static constexpr int kKills = 6;
    static constexpr int kAsksWithin = 1'000; // milliseconds: what is due a server asks for as soon as it serves
    static constexpr int kMany = 3'000; // actions, of which everything is to be seen
    static constexpr const char *kCode = "SEASON";
    static constexpr int kCodeUses = 25;

    TestDatabases m_databases;
    SeasonServer m_server;
    std::unique_ptr<SeasonBank> m_bank;
    std::unique_ptr<ServerProcess> m_process;

    void serve(const ServerSite &site);
    // In the hour between, nobody takes callbacks, and what is not paid by then falls free.
    void killAndServe(const ServerSite &site);
    // As long as anything goes on in the house or at the bank.
    void bankUntil(const std::function<bool()> &isDone);
    // The banks decide, and the house hears of it by asking or being told.
    void settle(const ServerSite &site);
    [[nodiscard]] static storage::DatabaseConfig databaseOf(const ServerSite &site) { return *storage::DatabaseConfig::fromUrl(site.where.constLast()); }
    [[nodiscard]] std::unique_ptr<WireClient> visitor(Role role) const;
    [[nodiscard]] QList<EventId> openSeason() const;
    // One that has begun almost, so that it is known who does not come.
    [[nodiscard]] EventId openThisEvening() const;
    void makeCode() const;
    [[nodiscard]] int codeUses() const;
    // An evening in the hall of the house's next event.
    [[nodiscard]] static QJsonObject definitionHere(WireClient &manager);
    [[nodiscard]] static QByteArray ahead(const QByteArray &calendar);
    [[nodiscard]] static int wishedActions() { return std::max(100, qEnvironmentVariable("PARTERRE_SEASON_ACTIONS", u"800"_s).toInt()); }
    // Of all actions; the server is killed in between.
    void workThrough(const ServerSite &site, std::vector<std::unique_ptr<SeasonClerk>> &clerks, const QList<EventId> &evenings, const EventId &thisEvening);
    [[nodiscard]] static std::map<BookingId, Booking> read(WireClient &client, const EventId &event);

private Q_SLOTS:
    void season_addsUpDateByDate_data() { TestDatabases::addEngines(); }
    void season_addsUpDateByDate();
};

void SeasonTest::serve(const ServerSite &site)
{
    m_process = std::make_unique<ServerProcess>(site.serve() + QStringList {u"--connections-per-address"_s, u"1000"_s} + onlineOptions(site, m_bank->stripe()));
    const QUrl url = m_process->awaitUrl();
    QVERIFY2(!url.isEmpty(), qPrintable(m_process->complaints()));
    m_server.moveTo(url);
}

void SeasonTest::killAndServe(const ServerSite &site)
{
    m_server.moveTo({});
    m_process->kill();
    for (int turn = 0; turn < 3; ++turn)
        m_bank->takeTurn({});
    letAnHourPass(databaseOf(site));
    m_bank->hourPassed();
    serve(site);
}

void SeasonTest::bankUntil(const std::function<bool()> &isDone)
{
    const QDeadlineTimer patience(10 * WireClient::kPatience);
    while (!isDone() && !patience.hasExpired()) {
        m_bank->takeTurn(m_server.page(u"/webhooks/stripe"_s));
        QTest::qWait(5);
    }
}

void SeasonTest::settle(const ServerSite &site)
{
    m_bank->finish();
    const QDeadlineTimer patience(ServerProcess::kPatience);
    while (!isAllHeard(databaseOf(site)) && !patience.hasExpired()) {
        m_server.moveTo({});
        m_process->kill();
        letAnHourPass(databaseOf(site));
        serve(site);
        (void)QTest::qWaitFor([&] { return isAllHeard(databaseOf(site)); }, kAsksWithin);
    }
    QVERIFY(isAllHeard(databaseOf(site)));
}

std::unique_ptr<WireClient> SeasonTest::visitor(Role role) const
{
    auto client = std::make_unique<WireClient>(m_server.url());
    const bool isIn = client->hello().ok() && client->call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(role)}, {u"password"_s, TestHouse::passwordOf(role)}}).ok();
    return isIn ? std::move(client) : nullptr;
}

QJsonObject SeasonTest::definitionHere(WireClient &manager)
{
    const WireReply next = manager.call(u"events.search"_s);
    const WireReply known = manager.call(u"events.get"_s, {{u"event"_s, next.at(u"events.0.id"_s)}});
    return withRule(definitionOn(known.at(u"event.plan.id"_s).toString(), known.at(u"event.plan.version"_s).toInt()), u"maxSeats"_s, 20);
}

// The same season, so many weeks later or earlier that it begins two months from today.
QByteArray SeasonTest::ahead(const QByteArray &calendar)
{
    static constexpr int kWeek = 7;
    static constexpr int kAhead = 60;
    const qint64 weeks = QDate(2027, 2, 5).daysTo(QDate::currentDate().addDays(kAhead)) / kWeek;
    static const QRegularExpression dates(u"2027\\d{4}(?=T)"_s);
    QString text = QString::fromUtf8(calendar);
    for (qsizetype from = 0;;) {
        const QRegularExpressionMatch date = dates.match(text, from);
        if (!date.hasMatch())
            return text.toUtf8();
        const QDate day = QDate::fromString(date.captured(), u"yyyyMMdd"_s).addDays(weeks * kWeek);
        text.replace(date.capturedStart(), date.capturedLength(), day.toString(u"yyyyMMdd"_s));
        from = date.capturedStart() + date.capturedLength();
    }
}

// The twelve evenings of a touring company's calendar, taken over like a draft of the house, and on sale.
QList<EventId> SeasonTest::openSeason() const
{
    QFile file(QStringLiteral(PARTERRE_TEST_DATA "/showtimes/season.ics"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray calendar = ahead(file.readAll());
    const std::unique_ptr<WireClient> manager = visitor(Role::Manager);
    const QString draft = newKey();
    const QString source = newKey();
    const bool isMade = manager->call(u"events.create"_s, {{u"event"_s, draft}, {u"definition"_s, definitionHere(*manager)}}).ok() && manager->call(u"showtimes.saveSource"_s, sourceLike(draft, source)).ok();
    if (!isMade)
        return {};
    const WireReply preview = manager->call(u"showtimes.preview"_s, {{u"source"_s, source}, {u"upload"_s, uploadOf(*manager, calendar)}});
    QJsonArray chosen;
    for (int position = 0; position < preview.at(u"counts.new"_s).toInt(); ++position)
        chosen.append(position);
    QList<EventId> evenings;
    const WireReply made = manager->call(u"showtimes.apply"_s, {{u"preview"_s, preview.at(u"preview"_s)}, {u"chosen"_s, chosen}, {u"publish"_s, true}});
    for (const QJsonValue &outcome : made.at(u"outcomes"_s).toArray())
        evenings.append(*EventId::fromString(outcome[u"event"_s].toString()));
    return evenings;
}

EventId SeasonTest::openThisEvening() const
{
    const std::unique_ptr<WireClient> manager = visitor(Role::Manager);
    return *EventId::fromString(opened(*manager, tonight(definitionHere(*manager))));
}

void SeasonTest::makeCode() const
{
    QVERIFY(visitor(Role::Manager)->call(u"discounts.save"_s, {{u"discount"_s, with(codeDiscount(QLatin1StringView(kCode), 1'000), u"maxUses"_s, kCodeUses)}}).ok());
}

int SeasonTest::codeUses() const
{
    return visitor(Role::Manager)->call(u"discounts.list"_s).at(u"discounts.0.uses"_s).toInt(-1);
}

void SeasonTest::workThrough(const ServerSite &site, std::vector<std::unique_ptr<SeasonClerk>> &clerks, const QList<EventId> &evenings, const EventId &thisEvening)
{
    const int actions = wishedActions();
    std::atomic<int> left = actions;
    for (int i = 0; i < kClerks; ++i) {
        const Role role = i < kManagers ? Role::Manager : Role::Clerk;
        clerks.push_back(std::make_unique<SeasonClerk>(SeasonWishes {.events = evenings, .tonight = thisEvening, .code = QLatin1StringView(kCode), .role = role, .seed = static_cast<unsigned>(i + 1), .actionsLeft = &left, .server = &m_server}));
    }
    std::vector<std::unique_ptr<QThread>> threads; // sockets need Qt's own
    for (const auto &clerk : clerks) {
        threads.emplace_back(QThread::create([&clerk] { clerk->run(); }));
        threads.back()->start();
    }
    for (int kill = 1; kill <= kKills; ++kill) {
        const int due = actions - actions * kill / (kKills + 1);
        bankUntil([&] { return left <= due; });
        killAndServe(site);
    }
    bankUntil([&threads] { return std::ranges::all_of(threads, [](const auto &thread) { return thread->isFinished(); }); });
    for (const auto &thread : threads)
        thread->wait();
}

// All bookings that have, or had, a ticket of the event.
std::map<BookingId, Booking> SeasonTest::read(WireClient &client, const EventId &event)
{
    std::map<BookingId, Booking> bookings;
    QJsonObject params {{u"event"_s, event.toString()}, {u"limit"_s, 100}};
    for (;;) {
        const WireReply page = client.call(u"bookings.list"_s, params);
        for (const QJsonValue &row : page.at(u"bookings"_s).toArray()) {
            const WireReply reply = client.call(u"bookings.get"_s, {{u"booking"_s, row[u"id"_s]}});
            if (const auto read = messageFrom<protocol::BookingResult>(reply.result, protocol::ReadMode::Tolerant))
                bookings[read->booking.id] = read->booking;
        }
        if (!page.at(u"next"_s).isString())
            return bookings;
        params.insert(u"cursor"_s, page.at(u"next"_s));
    }
}

void SeasonTest::season_addsUpDateByDate()
{
    QFETCH(Engine, engine);
    const ServerSite site = buildSite(m_databases, engine);
    m_bank = std::make_unique<SeasonBank>(static_cast<unsigned>(kClerks + 1));
    serve(site);
    const EventId thisEvening = openThisEvening();
    QList<EventId> evenings = openSeason();
    QCOMPARE(evenings.size(), kDates);
    makeCode();
    std::vector<std::unique_ptr<SeasonClerk>> clerks;
    QElapsedTimer timer;
    timer.start();
    workThrough(site, clerks, evenings, thisEvening);
    evenings.append(thisEvening);
    const qint64 took = timer.elapsed();
    killAndServe(site); // nothing is held any more; what is left was on disk
    settle(site);

    std::map<BookingId, Booking> acknowledged;
    std::map<SeasonAction, int> done;
    QSet<QString> admitted;
    std::map<BookingId, QStringList> notes;
    std::set<BookingId> online; // that nobody looked at since it was known whether they are paid
    int usesOfCode = 0;
    int asked = 0;
    int askedAgain = 0;
    for (const auto &clerk : clerks) {
        const QStringList complaints = clerk->complaints() + clerk->payer().complaints();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
        for (const auto &[id, price] : clerk->payer().open())
            online.insert(id);
        acknowledged.insert(clerk->bookings().begin(), clerk->bookings().end());
        admitted.unite(clerk->admitted());
        notes.insert(clerk->notes().begin(), clerk->notes().end());
        usesOfCode += clerk->codeUses();
        for (const auto &[action, count] : clerk->done())
            done[action] += count;
        asked += clerk->line().asked();
        askedAgain += clerk->line().askedAgain();
    }
    const std::unique_ptr<WireClient> clerk = visitor(Role::Clerk);
    std::map<BookingId, Booking> all;
    int soldTwice = 0;
    for (const EventId &evening : evenings) {
        const std::map<BookingId, Booking> bookings = read(*clerk, evening);
        all.insert(bookings.begin(), bookings.end());
        // Its money: of all that have to do with it, since an exchange may have taken a booking to another evening.
        qint64 prices = 0;
        qint64 paid = 0;
        QSet<qint32> sold;
        QSet<qint32> givenFree;
        for (const auto &[id, booking] : bookings) {
            for (const Ticket &ticket : booking.tickets) {
                if (!ticket.isKept())
                    continue;
                prices += booking.state == BookingState::Confirmed ? ticket.price.amount : 0;
                if (ticket.state == TicketState::Released) {
                    QCOMPARE(ticket.event, thisEvening);
                    QVERIFY2(!admitted.contains(ticket.number), qPrintable(ticket.number));
                    givenFree.insert(ticket.place);
                } else if (ticket.event == evening) {
                    QVERIFY2(!sold.contains(ticket.place), qPrintable(ticket.label));
                    sold.insert(ticket.place);
                }
            }
            for (const Payment &payment : booking.payments)
                paid += payment.direction == PaymentDirection::Payment ? payment.amount.amount : -payment.amount.amount;
        }
        QCOMPARE(paid, prices);
        soldTwice += evening == thisEvening ? static_cast<int>(givenFree.intersect(sold).size()) : 0;
        // Its seats.
        const WireReply map = clerk->call(u"seatmap.subscribe"_s, {{u"event"_s, evening.toString()}});
        const auto states = unpackSeatStates(map.at(u"states"_s).toString().toLatin1(), map.at(u"seats"_s).toInt());
        QVERIFY(states);
        qsizetype blocked = 0;
        for (const QJsonValue &block : clerk->call(u"blocks.list"_s, {{u"event"_s, evening.toString()}}).at(u"blocks"_s).toArray())
            blocked += block[u"places"_s].toArray().size();
        const auto count = [&states](SeatState state) { return std::count(states->begin(), states->end(), state); };
        QCOMPARE(count(SeatState::Sold), sold.size());
        QCOMPARE(count(SeatState::Blocked), blocked);
        QCOMPARE(count(SeatState::Held), 0);
        QCOMPARE(count(SeatState::Free) + sold.size() + blocked, qsizetype(TestHouse::kSeats));
        for (const qint32 place : sold)
            QCOMPARE(states->at(static_cast<std::size_t>(place)), SeatState::Sold);
    }
    // Everything that was acknowledged is there, as it was told last, and nothing else.
    QCOMPARE(all.size(), acknowledged.size() + online.size());
    for (const BookingId &id : online) {
        QVERIFY(all.contains(id) && !acknowledged.contains(id));
        const Booking &booking = all.at(id);
        const bool isKept = std::ranges::all_of(booking.tickets, [](const Ticket &ticket) { return ticket.state == TicketState::Valid; });
        QCOMPARE(booking.state, booking.payments.isEmpty() ? BookingState::Cancelled : BookingState::Confirmed);
        QCOMPARE(isKept, booking.state == BookingState::Confirmed);
    }
    for (const auto &[id, booking] : acknowledged) {
        QVERIFY2(all.contains(id), qPrintable(booking.reference));
        QCOMPARE(all.at(id).state, booking.state);
        QCOMPARE(all.at(id).tickets, booking.tickets);
        QCOMPARE(all.at(id).payments, booking.payments);
        QVERIFY2(all.at(id).contact() == booking.contact(), qPrintable(booking.reference));
    }
    for (const auto &[id, written] : notes) {
        QStringList found;
        for (const QJsonValue &note : clerk->call(u"bookings.notes"_s, {{u"booking"_s, id.toString()}}).at(u"notes"_s).toArray())
            found.append(note[u"text"_s].toString());
        QCOMPARE(found, written);
    }
    QCOMPARE(codeUses(), usesOfCode);
    const QJsonArray unmatched = visitor(Role::Manager)->call(u"payments.unmatched"_s).at(u"money"_s).toArray();
    m_process->kill();
    const SeasonMoney money = countMoney(m_bank->stripe(), all, unmatched, databaseOf(site));
    QVERIFY2(money.wrong.isEmpty(), qPrintable(money.wrong.join(u'\n')));
    QVERIFY(money.booked > money.late && money.unpaid > 0);
    if (wishedActions() >= kMany)
        QVERIFY2(money.late > 0 && money.sentBack > 0 && money.unmatched > 0 && done[SeasonAction::LookOnline] > 0, qPrintable(money.words()));
    for (const SeasonAction action : {SeasonAction::Sell, SeasonAction::SplitPay, SeasonAction::Reserve, SeasonAction::Pay, SeasonAction::CancelPart, SeasonAction::CancelAll, SeasonAction::Exchange,
                                      SeasonAction::Reprint, SeasonAction::CheckIn, SeasonAction::SellWithCode, SeasonAction::ReleaseNoShows, SeasonAction::Restore, SeasonAction::ChangeContact, SeasonAction::AddNote, SeasonAction::PayOnline})
        QVERIFY2(done[action] > 0, seasonWord(action).data());
    QString verdict;
    QCOMPARE(runServer(QStringList {u"verify"_s} + site.where, &verdict), 0);

    QStringList figures;
    for (const auto &[action, count] : done)
        figures.append(u"%1 %2"_s.arg(count).arg(seasonWord(action)));
    qInfo().noquote() << "1 series of" << kDates << "dates imported from an .ics, and tonight |" << wishedActions() << "actions of" << kClerks << "clients in" << took << "ms," << kKills << "kills," << asked << "requests," << askedAgain << "asked again:" << figures.join(u", "_s)
                      << "|" << all.size() << "bookings," << admitted.size() << "tickets in," << soldTwice << "seats sold twice |" << money.words() << "| callbacks per event, 0 to 3:" << m_bank->callbacks().at(0) << m_bank->callbacks().at(1) << m_bank->callbacks().at(2) << m_bank->callbacks().at(3) << "|" << verdict.trimmed();
}

QTEST_GUILESS_MAIN(SeasonTest)
#include "tst_season.moc"
