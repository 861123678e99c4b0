// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/besiegedserver.h"

#include <QFile>

namespace parterre::testing {

using namespace Qt::StringLiterals;

void MemoryGauge::resetPeak() const
{
    QFile file(u"/proc/%1/clear_refs"_s.arg(m_process));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write("5") != 1)
        qFatal("the peak of memory cannot be reset: %s", qUtf8Printable(file.errorString()));
}

qint64 MemoryGauge::read(const QByteArray &name) const
{
    QFile file(u"/proc/%1/status"_s.arg(m_process));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(name))
                return line.mid(name.size()).simplified().split(' ').constFirst().toLongLong();
        }
    }
    qFatal("the memory of process %lld cannot be read", static_cast<long long>(m_process));
}

BesiegedServer::BesiegedServer(const QStringList &settings)
{
    const storage::DatabaseConfig database = m_databases.create(storage::Engine::Sqlite);
    {
        const TestHouse house(database);
        m_events = house.events();
    }
    m_process = std::make_unique<ServerProcess>(QStringList {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--guests"_s, u"yes"_s, u"--data"_s, m_folder.path(),
                                                             u"--database"_s, u"sqlite:"_s + database.path}
                                                + settings);
    const QUrl url = m_process->awaitUrl();
    if (!url.isValid())
        qFatal("the server does not serve: %s", qUtf8Printable(m_process->complaints()));
    m_port = static_cast<quint16>(url.port());
    m_memory = MemoryGauge(m_process->processId());
}

} // namespace parterre::testing
