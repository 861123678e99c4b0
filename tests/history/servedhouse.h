// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/domain/event.h"
#include "tests/support/postgrescluster.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace parterre::history {

// A house with one event on a new database, and the real server program that serves it, one life after the other.
class ServedHouse : public QObject {
    Q_OBJECT

public:
    ~ServedHouse() override;

    // Writes the house; nothing serves it yet.
    [[nodiscard]] Result<void> furnish(storage::Engine engine, qint32 seats, const SaleRules &rules,
                                       std::chrono::seconds grace);
    // From now on the server makes this mistake (shared/core/defects.h).
    void seed(const QString &defect) { m_defect = defect; }
    void start();
    // As a power cut would; it is gone when this returns.
    void kill();
    // The exit status of `parterre-server verify`, once nobody serves.
    [[nodiscard]] int verify();

    [[nodiscard]] const EventId &event() const { return m_event; }
    [[nodiscard]] const storage::DatabaseConfig &database() const { return m_database; }
    // From the start of the program until it serves, each life.
    [[nodiscard]] const std::vector<std::chrono::milliseconds> &startTimes() const { return m_startTimes; }

Q_SIGNALS:
    void serves(const QUrl &url);
    void ended(const QString &complaints); // by itself

private:
    [[nodiscard]] Result<QString> makeDatabase(storage::Engine engine);
    void onOutput();

    QTemporaryDir m_folder;
    std::unique_ptr<testing::PostgresCluster> m_cluster;
    storage::DatabaseConfig m_database;
    EventId m_event;
    QStringList m_where;
    QStringList m_settings;
    QString m_defect;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    QElapsedTimer m_sinceStart;
    std::vector<std::chrono::milliseconds> m_startTimes;
};

} // namespace parterre::history
