// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "shared/planio/planfile.h"

#include <QCache>
#include <QHash>
#include <QObject>

#include <memory>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// A plan version as a file for another program, or for people.
struct PlanExport {
    QString hash = {};
    QByteArray file = {};
    QList<planio::RepairEntry> losses = {};
};

// Plan versions as files, made once for all who fetch them part by part. Lives on the house thread.
class PlanExports : public QObject
{
    Q_OBJECT
public:
    using Shared = std::shared_ptr<const PlanExport>;

    explicit PlanExports(storage::Storage &storage, QObject *parent = nullptr);

    // NotFound: no such version. Internal: a page that cannot be drawn.
    void file(PlanId plan, qint32 version, planio::PlanFileFormat format, Done<Shared> done);

private:
    void finish(const QString &key, const Result<Shared> &made);

    static constexpr qsizetype kCachedBytes = 128 * 1024 * 1024;

    storage::Storage &m_storage;
    QCache<QString, Shared> m_made {kCachedBytes}; // by id, version and format
    QHash<QString, QList<Done<Shared>>> m_making;  // the same; made once for all who wait
};

} // namespace parterre::services
