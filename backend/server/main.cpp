// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/commands.h"
#include "backend/server/offline.h"
#include "backend/services/secret.h"
#include "shared/core/defects.h"
#include "shared/protocol/openrpc.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace {

using parterre::server::complain;
using parterre::server::say;

int openRpc(const QStringList &)
{
    say(QString::fromUtf8(QJsonDocument(parterre::protocol::openRpcDocument()).toJson(QJsonDocument::Indented)).trimmed());
    return 0;
}

struct Command {
    const char *name;
    const char *help;
    int (*run)(const QStringList &arguments);
};

constexpr std::array kCommands {
    Command {"serve", "run the box office", &parterre::server::serve},
    Command {"plan", "import a seating plan, list plans", &parterre::server::planCommand},
    Command {"event", "add an event, list events", &parterre::server::eventCommand},
    Command {"showtimes", "take showtimes over from elsewhere, list their sources", &parterre::server::showtimesCommand},
    Command {"user", "give an account another role, list accounts", &parterre::server::userCommand},
    Command {"demo", "make a data folder to try things out", &parterre::server::demoCommand},
    Command {"verify", "check the audit log of a database", &parterre::server::verify},
    Command {"openrpc", "print the OpenRPC document of the API", &openRpc},
};

QString usage()
{
    QString text = QStringLiteral("Usage: parterre-server COMMAND [options]\n\nCommands (each explains itself with --help):\n");
    for (const Command &command : kCommands)
        text += QStringLiteral("  %1 %2\n").arg(QLatin1StringView(command.name), -9).arg(QLatin1StringView(command.help));
    return text;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("parterre-server"));
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category}: %{message}"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARTERRE_VERSION));

    const QStringList words = QCoreApplication::arguments().mid(1);
    const QString name = words.value(0);
    if (name == u"--help" || name == u"-h" || name == u"help") {
        say(usage());
        return 0;
    }
    if (name == u"--version") {
        say(QStringLiteral("parterre-server %1").arg(QCoreApplication::applicationVersion()));
        return 0;
    }
#ifdef PARTERRE_SEEDED_DEFECTS
    if (!parterre::seedFromEnvironment()) {
        complain(QStringLiteral("PARTERRE_SEEDED_DEFECT names no defect"));
        return 2;
    }
#endif
    if (const parterre::Result<void> ready = parterre::services::startCryptography(); !ready)
        return parterre::server::fail(ready.error());
    for (const Command &command : kCommands) {
        if (name == QLatin1StringView(command.name))
            return command.run(words.mid(1));
    }
    complain(name.isEmpty() ? usage() : QStringLiteral("unknown command \"%1\"; see parterre-server --help").arg(name));
    return 2;
}
