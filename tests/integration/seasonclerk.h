// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seasonpayer.h"

#include "tests/support/testhouse.h"

#include <atomic>
#include <set>

namespace parterre::testing {

// What is done to bookings in a season.
enum class SeasonAction { Sell, SplitPay, Reserve, Pay, CancelPart, CancelAll, Exchange, Reprint, CheckIn, Block, SellWithCode, ReleaseNoShows, Restore, ChangeContact, AddNote, PayOnline, LookOnline, GiveUpOnline };
[[nodiscard]] QLatin1StringView seasonWord(SeasonAction action);

struct SeasonWishes {
    QList<EventId> events = {};
    EventId tonight = {};                        // one more, that begins soon: whoever has not come may be given up
    QString code = {};                           // takes a tenth off
    Role role = Role::Clerk;
    unsigned seed = 1;
    std::atomic<int> *actionsLeft = nullptr; // of all clerks together
    const SeasonServer *server = nullptr;
};

// A client that does what clerks do all season, in random order, one thing after the other: it asks again with the same key
// until it knows what came of a request, however often the server dies, and keeps what it was told. Lives on one thread,
// which run() blocks.
class SeasonClerk
{
public:
    explicit SeasonClerk(const SeasonWishes &wishes) : m_wishes(wishes), m_random(wishes.seed), m_line(*wishes.server, wishes.role), m_payer(m_line, m_random) {}
    Q_DISABLE_COPY_MOVE(SeasonClerk)

    void run();

    // After run().
    [[nodiscard]] const std::map<BookingId, Booking> &bookings() const { return m_bookings; } // as last acknowledged
    [[nodiscard]] const std::map<SeasonAction, int> &done() const { return m_done; }       // with success
    [[nodiscard]] const SeasonLine &line() const { return m_line; }
    [[nodiscard]] const SeasonPayer &payer() const { return m_payer; }
    [[nodiscard]] QSet<QString> admitted() const { return m_admitted; }                    // ticket numbers
    [[nodiscard]] const std::map<BookingId, QStringList> &notes() const { return m_notes; } // in their order
    [[nodiscard]] int codeUses() const;                                                    // by bookings that are not cancelled
    // Refusals that no client that plays by the rules should hear.
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

private:
    [[nodiscard]] int upTo(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most + 1)); }
    [[nodiscard]] SeasonAction nextAction();
    bool perform(SeasonAction action);
    bool sell(SeasonAction how);
    bool pay();
    bool cancel(bool all);
    bool exchange();
    bool reprint();
    bool checkIn();
    bool block();
    bool releaseNoShows();
    bool restore();
    bool changeContact();
    bool addNote();
    bool payOnline();
    bool lookOnline();
    bool giveUpOnline();

    // A booking comes of it, which is kept. Refusals other than these are complaints.
    [[nodiscard]] std::optional<BookingId> changed(const QString &method, const QJsonObject &params, const QStringList &mayBe);
    [[nodiscard]] bool change(const QString &method, const QJsonObject &params, const QStringList &mayBe) { return changed(method, params, mayBe).has_value(); }
    // Free places, held for this visit; fewer than wished, or none, when others were quicker.
    [[nodiscard]] QList<qint32> hold(const EventId &event, int seats);
    // Of tonight's event: numbers of the tickets that nobody came with, by what the server says, and those of its own bookings that are
    // in that state.
    [[nodiscard]] QSet<QString> absent();
    [[nodiscard]] QList<Ticket *> ownTonight(TicketState state);
    [[nodiscard]] EventId anyEvent() { return upTo(3) == 0 ? m_wishes.tonight : anyLaterEvent(); }
    [[nodiscard]] EventId anyLaterEvent() { return m_wishes.events.at(upTo(static_cast<int>(m_wishes.events.size()) - 1)); }
    // One of its bookings in that state with so many valid tickets, or nothing.
    [[nodiscard]] const Booking *anyBooking(BookingState state, int leastTickets = 1);
    [[nodiscard]] const Booking *anyBooking() { return anyBooking(upTo(3) == 0 ? BookingState::Reserved : BookingState::Confirmed); }
    [[nodiscard]] QJsonArray paymentOf(qint64 due, bool split);
    [[nodiscard]] QJsonArray cardRefundsOf(const Booking &booking, qint64 amount);
    [[nodiscard]] QString reference() { return QStringLiteral("T-%1-%2").arg(m_wishes.seed).arg(++m_references); }

    const SeasonWishes m_wishes;
    std::mt19937 m_random;
    SeasonLine m_line;
    SeasonPayer m_payer;
    std::map<BookingId, Booking> m_bookings;
    std::map<SeasonAction, int> m_done;
    QSet<QString> m_admitted;
    std::map<BookingId, QStringList> m_notes;
    std::set<BookingId> m_withCode;
    QStringList m_complaints;
    int m_references = 0;
};

} // namespace parterre::testing
