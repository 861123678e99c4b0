// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/aims.h"
#include "tests/bench/serverbench.h"

#include <array>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kTargets {
    Target {"echo.5000.ping.ratio_raw", Aim::AtMost, 2, "CPU of a call among 5,000 connected, to a raw echo: ping"},
    Target {"echo.5000.hold.ratio_raw", Aim::AtMost, 2, "the same: hold or release"},
    Target {"echo.5000.stock.ratio_ping", Aim::AtLeast, 5, "the same with Qt's event loop, to ours"},
    Target {"echo.growth_10000_to_1000", Aim::AtMost, 1.2, "CPU of a call with 10,000 connected, to 1,000"},
    Target {"fanout.5000.one.ratio_cpu", Aim::AtMost, 1.2, "one change to 5,000: CPU, to a raw writer"},
    Target {"fanout.5000.one.ratio_last", Aim::AtMost, 1.2, "one change to 5,000: until the last has it, to a raw writer"},
    Target {"fanout.5000.ten.ratio_last", Aim::AtMost, 0.25, "ten changes to 5,000, to a raw writer that writes ten times"},
    Target {"storage.postgresql.64.ratio_one", Aim::AtLeast, 15, "PostgreSQL, 64 waiting: bookings, to one a transaction"},
    Target {"storage.postgresql.64.ratio_pool8", Aim::AtLeast, 5, "the same, to a pool of 8"},
    Target {"storage.postgresql.64.ratio_p99_one", Aim::AtMost, 0.2, "the same: p99, to one a transaction"},
    Target {"storage.sqlite.64.ratio_one", Aim::AtLeast, 5, "SQLite, 64 waiting: bookings, to one a transaction"},
    Target {"storage.sqlite.512.ratio_one", Aim::AtLeast, 10, "SQLite, 512 waiting: the same"},
    Target {"storage.sqlite.64.ratio_p99_one", Aim::AtMost, 0.2, "SQLite, 64 waiting: p99, to one a transaction"},
    Target {"checkout.postgresql.ratio_bare", Aim::AtLeast, 0.5, "whole holds and checkouts of 64 clients, to the bare rows: PostgreSQL"},
    Target {"checkout.sqlite.ratio_bare", Aim::AtLeast, 0.5, "the same: SQLite"},
    Target {"rivals.live.ws-seats.ours_to_it", Aim::AtLeast, 50, "512 clients, live: sales, to ws-seats"},
    Target {"rivals.live.socketio-seats.ours_to_it", Aim::AtLeast, 50, "the same, to socketio-seats"},
    Target {"rivals.blind.ws-seats.ours_to_it", Aim::AtLeast, 1, "512 clients, ours live and durable, ws-seats neither"},
    Target {"rivals.durable.express-pg.ours_to_it", Aim::AtLeast, 20, "64 clients, durable: sales, to express-pg"},
    Target {"rivals.watchers.ours.p99_ms", Aim::AtMost, 150, "5,000 watchers, 200 changes a second: p99 in ms"},
    Target {"growth.events.1000.ratio", Aim::AtMost, 1.3, "CPU of a hold and release in 1,000 events, to 1"},
    Target {"growth.seats.100000.ratio", Aim::AtMost, 1.3, "the same with 100,000 seats, to 1,000"},
    Target {"memory.idle_kb", Aim::AtMost, 20, "memory of an idle connection in KB"},
    Target {"memory.idle_tls_kb", Aim::AtMost, 95, "the same, encrypted"},
    Target {"parts.snapshot.ratio", Aim::AtLeast, 20, "a JSON array of 50,000 seats, to the packed states"},
    Target {"parts.ledger.steps_per_second", Aim::AtLeast, 5e6, "holds and releases of the ledger on one core a second"},
    Target {"parts.best_available.us", Aim::AtMost, 5'000, "three offers for 8 people of 100,000 seats in us, the slowest house"},
};

// What two sections know together.
void addCheckout(Report &report, const QString &engine)
{
    const QString pairs = u"pairs.%1.checkout.quiet.64.per_second"_s.arg(engine);
    const QString bare = u"storage.%1.64.bare.per_second"_s.arg(engine);
    if (report.contains(pairs) && report.contains(bare))
        report.add(u"checkout.%1.ratio_bare"_s.arg(engine), report.value(pairs) / report.value(bare));
}

} // namespace

void compareWithTargets(Report &report)
{
    addCheckout(report, u"postgresql"_s);
    addCheckout(report, u"sqlite"_s);
    printTargets(report, kTargets);
}

} // namespace parterre::bench
