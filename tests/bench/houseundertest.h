// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "tests/bench/measuredprocess.h"

#include <QTemporaryDir>

#include <memory>

namespace parterre::bench {

struct HouseWishes {
    int seats = 50'000;          // of each event
    int events = 1;
    QString database = {};       // URL of an empty database; a file in a folder of its own when not given
    QString eventLoop = QStringLiteral("epoll");
    bool tls = false;
    std::optional<int> core = {};
};

// The real server as a process, on a fresh database with one plan and some events on sale: customers may be guests and
// record cash, clients are neither slowed down nor few.
class HouseUnderTest
{
public:
    explicit HouseUnderTest(const HouseWishes &wishes);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const std::vector<EventId> &events() const { return m_events; }
    [[nodiscard]] int seats() const { return m_seats; }
    [[nodiscard]] const MeasuredProcess &process() const { return *m_process; }
    // What the database says was sold of the event, read beside the server.
    [[nodiscard]] qint64 ticketsInDatabase(EventId event) const;

private:
    void furnish(int events);

    QTemporaryDir m_folder;
    QString m_database;
    int m_seats;
    std::vector<EventId> m_events;
    std::unique_ptr<MeasuredProcess> m_process;
    quint16 m_port = 0;
};

} // namespace parterre::bench
