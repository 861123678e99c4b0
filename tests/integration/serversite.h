// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serverprocess.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

namespace parterre::testing {

// A furnished house that nobody serves, and how to serve it.
struct ServerSite {
    std::unique_ptr<QTemporaryDir> folder;
    TestHouse::Events events = {};
    QStringList where = {};

    [[nodiscard]] QStringList serve() const
    {
        using namespace Qt::StringLiterals;
        return QStringList {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--guests"_s, u"yes"_s, u"--self-service-cash"_s, u"yes"_s, u"--rate-limits"_s, u"no"_s} + where;
    }
};

[[nodiscard]] inline ServerSite buildSite(TestDatabases &databases, storage::Engine engine)
{
    ServerSite site {.folder = std::make_unique<QTemporaryDir>()};
    const storage::DatabaseConfig config = databases.create(engine);
    {
        TestHouse house(config);
        site.events = house.events();
    }
    QString url = QStringLiteral("sqlite:") + config.path;
    if (engine == storage::Engine::Postgresql) {
        const Result<QString> copy = databases.cluster().createDatabase(config.name);
        if (!copy)
            qFatal("%s", qPrintable(copy.error().detail));
        url = *copy;
    }
    site.where = {QStringLiteral("--data"), site.folder->path(), QStringLiteral("--database"), url};
    return site;
}

// The program until it ends by itself; its exit status.
inline int runServer(const QStringList &arguments, QString *output = nullptr, QString *complaints = nullptr)
{
    ServerProcess process(arguments);
    const int status = process.awaitExit();
    if (output)
        *output = process.output();
    if (complaints)
        *complaints = process.complaints();
    return status;
}

} // namespace parterre::testing
