// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/connection.h"
#include "shared/domain/plan.h"
#include "shared/domain/venue.h"
#include "shared/planio/planpages.h"

#include <QCache>
#include <QDir>

#include <memory>

namespace parterre::net {

// Published plans, which never change: from memory, else from disk, else from the server page by page. Files are
// named by the plan's hash and checked against it; one that is damaged is fetched anew. Reading and checking large
// plans happens on pool threads.
class PlanCache final : public QObject
{
    Q_OBJECT

public:
    using PlanHandler = std::function<void(const Result<Plan> &)>;

    // `folder` is made when needed; without a place to write the cache works in memory.
    PlanCache(Connection &connection, QString folder, QObject *parent = nullptr);

    // The handler is called once, later than this call, unless its context dies first.
    void fetch(const PlanVersionRef &ref, QObject *context, PlanHandler handler);

private:
    struct Waiter {
        QPointer<QObject> context;
        PlanHandler handler;
    };
    struct Fetch;

    [[nodiscard]] QString pathOf(const QString &hash) const { return m_folder.filePath(hash + QStringLiteral(".json")); }
    void readFromDisk(const PlanVersionRef &ref);
    void fetchPage(const std::shared_ptr<Fetch> &fetch);
    void assemble(const std::shared_ptr<Fetch> &fetch);
    void deliver(const QString &hash, const Result<Plan> &plan);

    Connection &m_connection;
    QDir m_folder;
    QCache<QString, Plan> m_recent;
    QHash<QString, QList<Waiter>> m_waiters; // by hash
};

} // namespace parterre::net
