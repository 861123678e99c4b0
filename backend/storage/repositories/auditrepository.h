// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"

#include <QJsonObject>
#include <QList>

#include <optional>
#include <span>

namespace parterre::storage {

class Database;
class RowSet;

// One change. Before and after hold what changed, without secrets.
struct AuditEvent {
    AuditContext context = {};
    QString action = {};      // "booking.created"
    QString objectKind = {};  // "booking"
    QString objectId = {};
    QJsonObject before = {};
    QJsonObject after = {};
};

// The same, with its documents written already: canonical JSON.
struct AuditEntry {
    AuditContext context = {};
    QString action = {};
    QString objectKind = {};
    QString objectId = {};
    QByteArray before = QByteArrayLiteral("{}");
    QByteArray after = QByteArrayLiteral("{}");
};

struct AuditRow {
    qint64 sequence = 0;
    AuditEvent event = {};
    QString previousHash = {};
    QString hash = {};        // SHA-256 of everything above, hex
};

struct AuditVerdict {
    qint64 rows = 0;                          // that are in order
    std::optional<qint64> firstBad = {};      // sequence of the first row that was altered, removed or added
};

// The append-only record of every change, a hash chain: no row can be altered, removed or put in between unnoticed.
class AuditRepository
{
public:
    explicit AuditRepository(Database &database) : m_database(database) {}

    // In the caller's transaction, which it makes wait for others that append.
    [[nodiscard]] Result<void> append(const AuditEvent &event);
    [[nodiscard]] Result<void> appendAll(const QList<AuditEvent> &events);
    [[nodiscard]] Result<void> appendAll(std::span<const AuditEntry> entries);
    [[nodiscard]] Result<QList<AuditRow>> list(qint64 afterSequence, qint32 limit);
    [[nodiscard]] Result<AuditVerdict> verify();

private:
    [[nodiscard]] Result<void> write(const RowSet &rows, qint64 lastSequence, const QString &lastHash);

    Database &m_database;
};

} // namespace parterre::storage
