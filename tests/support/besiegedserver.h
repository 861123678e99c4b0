// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/serverprocess.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

namespace parterre::testing {

// How much memory another process has, as Linux counts it: KiB in its resident set.
class MemoryGauge
{
public:
    explicit MemoryGauge(qint64 process) : m_process(process) {}

    [[nodiscard]] qint64 resident() const { return read("VmRSS:"); }
    // The most since the last reset.
    [[nodiscard]] qint64 peak() const { return read("VmHWM:"); }
    void resetPeak() const;

private:
    [[nodiscard]] qint64 read(const QByteArray &name) const;

    qint64 m_process;
};

// The real program, serving a small furnished house on 127.0.0.1 with these settings on top. Ends with this object.
class BesiegedServer
{
public:
    // Ends the program with a message when it does not serve.
    explicit BesiegedServer(const QStringList &settings);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const MemoryGauge &memory() const { return m_memory; }
    [[nodiscard]] const TestHouse::Events &events() const { return m_events; }
    [[nodiscard]] bool isRunning() { return m_process->isRunning(); }

private:
    TestDatabases m_databases;
    QTemporaryDir m_folder;
    TestHouse::Events m_events;
    std::unique_ptr<ServerProcess> m_process;
    quint16 m_port = 0;
    MemoryGauge m_memory {0};
};

} // namespace parterre::testing
