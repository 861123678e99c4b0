// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/storagebench.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace parterre::bench;
using namespace Qt::StringLiterals;
using parterre::storage::Engine;

namespace {

StorageBenchOptions readOptions(const QCommandLineParser &parser)
{
    StorageBenchOptions options = parser.isSet(u"quick"_s) ? quickStorage() : StorageBenchOptions {};
    const auto number = [&parser](const QString &name, int otherwise) {
        return parser.isSet(name) ? std::clamp(parser.value(name).toInt(), 1, 1'000) : otherwise;
    };
    options.rounds = number(u"rounds"_s, options.rounds);
    options.ticketsPerSale = number(u"tickets"_s, 1);
    options.oursOnly = parser.isSet(u"ours"_s);
    if (parser.isSet(u"engine"_s))
        options.engines = {parser.value(u"engine"_s) == "sqlite"_L1 ? Engine::Sqlite : Engine::Postgresql};
    if (parser.isSet(u"outstanding"_s))
        options.outstanding = {number(u"outstanding"_s, 1)};
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Durable bookings per second on PostgreSQL and SQLite. Databases are made in the folder of TMPDIR."_s);
    parser.addHelpOption();
    parser.addOptions({{u"quick"_s, u"Two short rounds."_s},
                       {u"json"_s, u"Write every figure to <file>."_s, u"file"_s},
                       {u"rounds"_s, u"Rounds (default 5)."_s, u"count"_s},
                       {u"engine"_s, u"Only \"postgresql\" or \"sqlite\"."_s, u"name"_s},
                       {u"outstanding"_s, u"Only with so many sales waiting."_s, u"count"_s},
                       {u"tickets"_s, u"Tickets a sale (default 1)."_s, u"count"_s},
                       {u"ours"_s, u"Only our own, for a profiler."_s}});
    parser.process(*QCoreApplication::instance());
    Report report;
    benchStorage(report, readOptions(parser));
    if (!parser.isSet(u"json"_s))
        return 0;
    const auto written = report.writeJson(parser.value(u"json"_s));
    if (!written)
        std::fputs(qUtf8Printable(written.error().detail + u'\n'), stderr);
    return written ? 0 : 1;
}
