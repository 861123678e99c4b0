// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to read a request and to write an answer, with Qt's own JSON beside it where there is a target.
// Usage: bench_protocol [REPORT.json]
#include "shared/protocol/envelope.h"
#include "shared/protocol/jsondocument.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/methods.h"
#include "tests/bench/report.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace parterre;
using namespace parterre::protocol;
using namespace Qt::StringLiterals;

namespace {

constexpr qint32 kSnapshotSeats = 50'000;

// Nanoseconds of processor time of one call: the median of some rounds of about 10 ms.
template<class Work>
double nanoseconds(Work work)
{
    constexpr int kRounds = 15;
    constexpr double kRound = 10e6;
    const auto timed = [&work](qint64 calls) {
        const std::clock_t start = std::clock();
        for (qint64 i = 0; i < calls; ++i)
            work();
        return 1e9 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    qint64 calls = 1;
    while (timed(calls) < kRound)
        calls *= 2;
    std::vector<double> rounds;
    for (int i = 0; i < kRounds; ++i)
        rounds.push_back(timed(calls) / static_cast<double>(calls));
    return bench::median(std::move(rounds));
}

// What was measured must have happened, and not be optimised away.
void require(bool truth)
{
    if (!truth)
        std::abort();
}

EventId anEvent()
{
    return *EventId::fromString(u"0192f3a4-0000-7000-8000-000000000001");
}

BookingResult aSale()
{
    const Money price {.amount = 2450};
    Booking booking {.id = BookingId(anEvent().uuid()), .reference = u"7K3M-9QXA"_s, .customerName = u"Ana Example"_s, .created = Instant(std::chrono::milliseconds(1'795'000'000'000)), .total = {.amount = 4900}};
    for (qint32 place = 0; place < 2; ++place) {
        booking.tickets.append({.id = TicketId(anEvent().uuid()), .number = u"7K3M-9QXA-1"_s, .event = anEvent(), .place = 1000 + place, .label = u"Stalls F 12"_s,
                                .category = u"front"_s, .ticketType = u"adult"_s, .price = price});
    }
    booking.payments.append({.id = PaymentId(anEvent().uuid()), .amount = {.amount = 4900}, .tendered = Money {.amount = 5000}, .change = Money {.amount = 100}, .at = booking.created});
    return {.booking = booking};
}

SeatmapChangedParams changesOf(qint32 seats)
{
    SeatmapChangedParams params {.event = anEvent(), .from = 1'795'000'000, .to = 1'795'000'001};
    for (qint32 i = 0; i < seats; ++i)
        params.changes.append({.seat = 7 * i + 1000, .state = SeatState::Held});
    return params;
}

class ProtocolBench
{
public:
    void run()
    {
        read<SessionPing>(u"read session.ping"_s, u"protocol.read.ping"_s, {});
        read<HoldsAcquire>(u"read holds.acquire of 4 seats"_s, u"protocol.read.acquire"_s, {.event = anEvent(), .places = {1001, 1002, 1003, 1004}});
        read<BookingsCheckout>(u"read bookings.checkout of 2 seats"_s, u"protocol.read.checkout"_s,
                               {.key = u"0192f3a4-0000-7000-8000-000000000009"_s,
                                .items = {{.event = anEvent(), .place = 1001, .ticketType = u"adult"_s, .version = 17'950'000'001}, {.event = anEvent(), .place = 1002, .ticketType = u"adult"_s, .version = 17'950'000'002}},
                                .payment = CheckoutPayment {.tendered = Money {.amount = 5000}},
                                .customerName = u"Ana Example"_s});

        write(u"write the answer to session.ping"_s, u"protocol.write.ping"_s, [ping = SessionPingResult {.serverTime = Instant(std::chrono::milliseconds(1'795'000'000'000))}] {
            return encodeResult(12'345, ping);
        });
        HoldsResult holds;
        for (qint32 place = 1001; place <= 1004; ++place)
            holds.holds.append({.event = anEvent(), .place = place, .version = 17'950'000'001, .expires = Instant(std::chrono::milliseconds(1'795'000'000'000)), .extensionsLeft = 2});
        write(u"write the answer to holds.acquire"_s, u"protocol.write.acquire"_s, [holds] { return encodeResult(12'345, holds); });
        write(u"write the answer to bookings.checkout"_s, u"protocol.write.checkout"_s, [sale = aSale()] { return encodeResult(12'345, sale); });
        for (const qint32 seats : {1, 300}) {
            write(u"write seatmap.changed of %1 seats"_s.arg(seats), u"protocol.write.changed.%1"_s.arg(seats),
                  [params = changesOf(seats)] { return encodeNotification<SeatmapChanged>(params); });
        }
        snapshot();
        m_table.print();
    }

    [[nodiscard]] const bench::Report &report() const { return m_report; }

private:
    template<class Method>
    void read(const QString &what, const QString &key, const typename Method::Params &params)
    {
        const QByteArray text = encodeRequest<Method>(12'345, params);
        JsonDocument document;
        const double ours = nanoseconds([&] {
            const auto json = document.read(text, kClientJson);
            require(json.ok());
            const auto request = readRequest(*json);
            require(request.ok() && readMessage<typename Method::Params>(request->params, ReadMode::Strict).ok());
        });
        const double qt = nanoseconds([&] { require(!QJsonDocument::fromJson(text).isNull()); });
        add(what, key, text.size(), ours, qt);
    }

    template<class Make>
    void write(const QString &what, const QString &key, Make make)
    {
        add(what, key, make().size(), nanoseconds([&] { require(!make().isEmpty()); }), 0);
    }

    // Qt's side is a list of the states, as a protocol without packing would have.
    void snapshot()
    {
        std::vector<SeatState> states(kSnapshotSeats);
        for (std::size_t i = 0; i < states.size(); ++i)
            states[i] = static_cast<SeatState>(i * 7 % 3);
        const auto ours = [&states] { return encodeNotification<SeatmapSnapshot>({.event = anEvent(), .revision = 1'795'000'001, .states = packSeatStates(states)}); };
        const auto qt = [&states] {
            QJsonArray list;
            for (const SeatState state : states)
                list.append(static_cast<int>(state));
            return QJsonDocument(QJsonObject {{u"states"_s, list}}).toJson(QJsonDocument::Compact);
        };
        const auto isMade = [](const auto &make) { return [&make] { require(!make().isEmpty()); }; };
        add(u"pack and write seatmap.snapshot of %L1 seats"_s.arg(kSnapshotSeats), u"protocol.write.snapshot"_s, ours().size(), nanoseconds(isMade(ours)), nanoseconds(isMade(qt)));
        const QByteArray packed = packSeatStates(states);
        write(u"write it, packed"_s, u"protocol.write.snapshot.packed"_s, [&packed] { return encodeNotification<SeatmapSnapshot>({.event = anEvent(), .revision = 1'795'000'001, .states = packed}); });
    }

    void add(const QString &what, const QString &key, qsizetype bytes, double ours, double qt)
    {
        m_table.addRow({what, QString::number(bytes), bench::readable(ours), qt > 0 ? bench::readable(qt) : QString(), qt > 0 ? bench::readable(qt / ours) : QString()});
        m_report.add(key, ours, u"ns"_s, what);
        if (qt > 0)
            m_report.add(key + u".qt"_s, qt, u"ns"_s, what + u", Qt's JSON"_s);
    }

    bench::Table m_table {{u"what"_s, u"bytes"_s, u"ns"_s, u"Qt's JSON: ns"_s, u"times"_s}};
    bench::Report m_report;
};

} // namespace

int main(int argc, char **argv)
{
    ProtocolBench bench;
    bench.run();
    if (argc < 2)
        return 0;
    const Result<void> written = bench.report().writeJson(QString::fromLocal8Bit(argv[1]));
    if (!written)
        std::fprintf(stderr, "%s\n", qPrintable(written.error().detail));
    return written ? 0 : 1;
}
