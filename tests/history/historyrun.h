// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/buyer.h"
#include "tests/history/servedhouse.h"
#include "tests/history/watcher.h"

#include <QElapsedTimer>

namespace parterre::history {

struct RunWishes {
    storage::Engine engine = storage::Engine::Sqlite;
    std::size_t operations = 20'000;
    int kills = 3; // the last one comes when everything was asked
    int clients = 64;
    qint32 seats = 1'500;
    quint32 seed = 1;
    Moment lateness = 2'000 * kMillisecond;
};

// One run: buyers against a server that is killed now and then, until enough was asked. Then the server is killed once
// more, and the next one says what became of every request that had no answer.
class HistoryRun : public QObject {
    Q_OBJECT

public:
    explicit HistoryRun(const RunWishes &wishes);

    [[nodiscard]] Result<void> start();
    [[nodiscard]] const Stage &stage() const { return m_stage; }
    [[nodiscard]] ServedHouse &house() { return m_house; }
    [[nodiscard]] double seconds() const { return static_cast<double>(m_asking) / 1e9; }

Q_SIGNALS:
    void finished();
    void failed(const QString &why);

private:
    enum class Phase { Asking, Closing, Settling, Looking, Over };

    void onServing(const QUrl &url);
    void onOperation();
    void onIdle(Buyer *buyer);
    void kill();
    void goOn();
    void onWatch();

    const RunWishes m_wishes;
    Stage m_stage;
    ServedHouse m_house;
    std::vector<std::unique_ptr<Buyer>> m_buyers;
    std::vector<std::unique_ptr<Watcher>> m_watchers;
    QTimer m_kill;
    QTimer m_goOn;
    QTimer m_watch; // whether anything goes on at all
    std::size_t m_seenSoFar = 0;
    Phase m_phase = Phase::Asking;
    QSet<Buyer *> m_idle;
    int m_killed = 0;
    Moment m_asking = 0;
};

} // namespace parterre::history
