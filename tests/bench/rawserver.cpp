// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rawserver.h"

namespace parterre::bench {

namespace {

quint16 portIn(const QString &line)
{
    return line.section(u' ', -1).toUShort();
}

}

RawServer::RawServer(int core)
    : m_process({.program = QStringLiteral(PARTERRE_BENCH_RAW), .core = core}), m_swarm(portIn(m_process.awaitLine(QStringLiteral("raw ready"))), "/")
{
    m_swarm.setListener(this);
}

int RawServer::connectWatchers(int count)
{
    const int first = m_swarm.connectMore(count);
    for (int client = first; client < first + count; ++client)
        m_swarm.sendText(client, "watch");
    // Answered after everything before it was read: nobody is left out of the first broadcast.
    const int teller = m_swarm.connectMore(1);
    int echoes = 0;
    m_onText = [&echoes](int, LoadTime) { ++echoes; };
    for (int client = first; client < first + count; ++client)
        m_swarm.sendText(client, "?");
    if (!m_swarm.pollUntil([&] { return echoes == count; }, std::chrono::seconds(60)))
        qFatal("the raw server does not answer");
    m_onText = {};
    return teller;
}

void RawServer::broadcast(int teller, int times, std::string_view text)
{
    m_swarm.sendText(teller, '!' + std::to_string(times) + ' ' + std::string(text));
}

void RawServer::onText(int client, std::string_view, LoadTime now)
{
    if (m_onText)
        m_onText(client, now);
}

} // namespace parterre::bench
