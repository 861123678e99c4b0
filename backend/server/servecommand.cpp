// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/commands.h"
#include "backend/server/house.h"
#include "backend/server/offline.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <csignal>
#include <unistd.h>
#endif

namespace parterre::server {

namespace {

#ifdef Q_OS_UNIX
std::array<int, 2> signalPipe {};

// All that is allowed in a signal handler: one byte through a pipe.
void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

void quitOnSignals(QCoreApplication &application)
{
    if (::pipe(signalPipe.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
}
#endif

void printDemoUsers(const ServerConfig &config)
{
    QFile file(config.data + QStringLiteral("/demo-users.txt"));
    if (file.open(QIODevice::ReadOnly | QIODevice::Text))
        say(QStringLiteral("Demo users (for trying out, on this data folder only):\n") + QString::fromUtf8(file.readAll()).trimmed());
}

} // namespace

int serve(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Runs the box office.\nEach setting can also be an environment variable (--listen: PARTERRE_LISTEN) or a line in the INI file\n"
        "(listen=... under [server]); a flag wins over the variable, the variable over the file."));
    addSettings(parser);
    if (const auto status = parse(parser, QStringLiteral("serve"), arguments))
        return *status;
    if (!parser.positionalArguments().isEmpty()) {
        complain(QStringLiteral("serve: unexpected \"%1\"").arg(parser.positionalArguments().constFirst()));
        return 2;
    }
    const Result<ServerConfig> config = readConfig(parser);
    if (!config)
        return fail(config.error());

    const SystemClock clock;
    House house(*config, clock);
    if (const Result<void> started = house.start(); !started)
        return fail(started.error());
    const QString host = house.address().protocol() == QAbstractSocket::IPv6Protocol ? u'[' + house.address().toString() + u']' : house.address().toString();
    say(QStringLiteral("Parterre %1 serves %2 events on %3://%4:%5/rpc, database %6")
            .arg(QStringLiteral(PARTERRE_VERSION)).arg(house.openEvents()).arg(house.isEncrypted() ? QStringLiteral("wss") : QStringLiteral("ws"), host)
            .arg(house.port()).arg(config->database.describe()));
    if (!house.setupCode().isEmpty())
        say(QStringLiteral("The house has no administrator. One-time setup code, good for a day: %1").arg(house.setupCode()));
    if (config->demo)
        printDemoUsers(*config);

#ifdef Q_OS_UNIX
    quitOnSignals(*QCoreApplication::instance());
#endif
    QCoreApplication::exec();
    say(QStringLiteral("Closing: finishing what is under way"));
    house.stop();
    return 0;
}

} // namespace parterre::server
