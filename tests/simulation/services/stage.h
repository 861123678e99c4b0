// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/bookingchangeservice.h"
#include "backend/services/bookingservice.h"
#include "backend/services/contactservice.h"
#include "backend/services/noshowservice.h"
#include "simcontacts.h"
#include "simnoshows.h"
#include "trace.h"
#include "worldtally.h"

#include <deque>

namespace parterre::simulation {

enum class Wish { Hello, SignIn, Watch, Acquire, Release, Extend, Checkout, Cancel, Exchange, Pay, Prolong, ReleaseNoShows, Restore, UpdateContact, AddNote, Notes, NoShows, Get, List, Cart, LogOut, End };

// What a client asks for; each uses the fields it needs. Kept for the whole run: messages carry its number.
struct Request {
    Wish wish = Wish::Hello;
    int client = 0;
    int office = 0;
    quint64 link = 0;
    UserId user = {};                    // who the client is
    std::optional<QString> resume = {};
    int show = 0;
    QList<qint32> places = {};
    QList<AreaSeats> areas = {};
    services::SaleRequest sale = {};
    services::CancelRequest cancel = {};
    services::ExchangeRequest exchange = {};
    services::PayRequest pay = {};
    services::ProlongRequest prolong = {};
    services::NoShowRequest noShows = {};
    services::ContactRequest contact = {};
    BookingId booking = {};              // to look at, or to write down a note of
    NoteId noteId = {};
    QString note = {};

    [[nodiscard]] bool isWrite() const { return wish >= Wish::Checkout && wish <= Wish::AddNote; }
    // Of a write.
    [[nodiscard]] const QString &key() const
    {
        switch (wish) {
        case Wish::Checkout: return sale.key;
        case Wish::Cancel: return cancel.key;
        case Wish::Pay: return pay.key;
        case Wish::Prolong: return prolong.key;
        case Wish::ReleaseNoShows:
        case Wish::Restore: return noShows.key;
        case Wish::UpdateContact: return contact.contact.name; // nobody wishes it twice
        case Wish::AddNote: return note;
        default: return exchange.key;
        }
    }
    // Of a checkout or exchange; nothing of anything else.
    [[nodiscard]] const std::optional<QString> &code() const { return wish == Wish::Checkout ? sale.code : exchange.code; }
    // Of a checkout or exchange.
    [[nodiscard]] const QList<services::SaleItem> &items() const { return wish == Wish::Checkout ? sale.items : exchange.items; }
};

// What was done to tickets of people who did not come, and to which it was not.
struct NoShowAnswer {
    QStringList done = {};
    QStringList others = {};
};

// What a server answered.
struct Reply {
    quint32 request = 0;
    std::optional<ErrorCode> refusal = {};
    QList<qint32> places = {};           // the refusal is about
    QList<Hold> holds = {};
    std::optional<Booking> booking = {};
    QList<BookingSummary> list = {};
    NoShowAnswer noShows = {};
    QStringList absent = {};             // numbers of tickets
    QString resumeToken = {};
    bool resumed = false;
    qint64 revision = -1;                // of `states`
    quint64 states = 0;                  // of a whole map, packed
};

// What a server tells everybody who watches a show.
struct News {
    int show = 0;
    ledger::SeatChanges changes = {};
};

enum class LetterKind : quint8 {
    Request, Reply, News, HoldsEnded, // between client and server
    LinkLost, Alarm, Flush, StoreEffect, StoreAnswer, // at one server
    Start, // of a server
};

// A hold that a server ended; goes to whoever had it.
struct EndedNews {
    int show = 0;
    qint32 place = 0;
    qint64 version = 0;
};

struct Letter {
    LetterKind kind = LetterKind::Request;
    qint8 client = -1;
    qint8 office = -1;
    quint32 start = 0;  // of the server process it belongs to
    quint32 number = 0; // of the request, reply, news, alarm or store call
    quint64 link = 0;   // of the client, or what else tells an old letter from a new one
};

// Two bits a seat.
[[nodiscard]] inline quint64 packed(std::span<const SeatState> states)
{
    quint64 bits = 0;
    for (std::size_t seat = 0; seat < states.size(); ++seat)
        bits |= static_cast<quint64>(states[seat]) << (2 * seat);
    return bits;
}

class WorldIds final : public IdGenerator
{
public:
    explicit WorldIds(SimRandom &random) : m_random(random) {}
    [[nodiscard]] QUuid next() override
    {
        const quint64 noise = m_random.next();
        return QUuid(++m_last, static_cast<ushort>(noise), 0x7000, 0x80, 0, 0, 0, static_cast<uchar>(noise >> 16), static_cast<uchar>(noise >> 24), 0, 3);
    }

private:
    SimRandom &m_random;
    quint32 m_last = 0;
};

class WorldRandomness final : public services::Randomness
{
public:
    explicit WorldRandomness(SimRandom &random) : m_random(random) {}
    void fill(std::span<uchar> bytes) override
    {
        quint64 noise = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i, noise >>= 8) {
            if (i % 8 == 0)
                noise = m_random.next();
            bytes[i] = static_cast<uchar>(noise);
        }
    }

private:
    SimRandom &m_random;
};

// Kills a server while it waits for the `call`th answer of the run, to visit every such place once.
struct CrashOrder {
    int call = -1;
    CrashMoment moment = CrashMoment::BeforeEffect;
};

// What all parts of one run share: chance, time, everything under way, the store, and the record.
struct Stage {
    Stage(quint64 seed, bool keepsTrace, const CrashOrder &order, NoShowMistake mistaken, SaleMistake miscounted)
        : random(seed), scenario(WorldScenario::draw(random)), agenda(random), database(scenario, miscounted), noShows(database, mistaken), contacts(database, miscounted), mistake(mistaken), ids(random), secrets(random), trace(keepsTrace), crashOrder(order)
    {
        agenda.setFaults(scenario.faults);
    }
    Q_DISABLE_COPY_MOVE(Stage)

    void fail(std::string what)
    {
        if (failure.empty())
            failure = std::move(what);
    }
    [[nodiscard]] const Show &show(int number) const { return scenario.shows[std::size_t(number)]; }

    SimRandom random;
    const WorldScenario scenario;
    Tick now = kBeginning;
    bool failing = true;
    SimNetwork<Letter> agenda;
    SimDatabase database;
    SimNoShows noShows;
    SimContacts contacts;
    const NoShowMistake mistake;
    WorldIds ids;
    WorldRandomness secrets;
    Trace trace;
    CrashOrder crashOrder;
    int storeCalls = 0;
    std::deque<Request> requests;
    QMultiHash<QString, quint32> writes; // of the requests, by their keys
    std::deque<Reply> replies;
    std::deque<News> news;
    std::deque<EndedNews> ended;
    WorldTally tally;
    std::string failure; // the first complaint
};

} // namespace parterre::simulation
