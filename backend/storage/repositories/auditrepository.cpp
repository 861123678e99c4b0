// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"

#include "backend/storage/database.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr qint32 kVerifyPage = 1'000;

QJsonValue idOrNull(const UserId &id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.toString());
}

QJsonObject toJson(const AuditRow &row)
{
    const AuditEvent &event = row.event;
    return {
        {u"sequence"_s, row.sequence},
        {u"at"_s, qint64(event.context.at.time_since_epoch().count())},
        {u"actor"_s, idOrNull(event.context.actor)},
        {u"session_hash"_s, QString::fromLatin1(event.context.sessionHash.toHex())},
        {u"address"_s, event.context.address},
        {u"action"_s, event.action},
        {u"object_kind"_s, event.objectKind},
        {u"object_id"_s, event.objectId},
        {u"before"_s, event.before},
        {u"after"_s, event.after},
        {u"previous_hash"_s, row.previousHash},
    };
}

// Of the canonical form: compact JSON with sorted keys, whatever the database did to the two documents in it.
QString hashOf(const QJsonObject &row)
{
    const QByteArray canonical = QJsonDocument(row).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
}

AuditRow fromRow(const Row &row)
{
    const auto object = [&row](QLatin1StringView column) { return QJsonDocument::fromJson(row.text(column).toUtf8()).object(); };
    return {
        .sequence = row.integer("sequence"_L1),
        .event = {.context = {.at = row.instant("at"_L1),
                              .actor = row.isNull("actor"_L1) ? UserId() : row.id<UserId>("actor"_L1),
                              .sessionHash = QByteArray::fromHex(row.text("session_hash"_L1).toLatin1()),
                              .address = row.text("address"_L1)},
                  .action = row.text("action"_L1),
                  .objectKind = row.text("object_kind"_L1),
                  .objectId = row.text("object_id"_L1),
                  .before = object("before"_L1),
                  .after = object("after"_L1)},
        .previousHash = row.text("previous_hash"_L1),
        .hash = row.text("hash"_L1),
    };
}

} // namespace

Result<void> AuditRepository::append(const AuditEvent &event)
{
    return appendAll({event});
}

Result<void> AuditRepository::appendAll(const QList<AuditEvent> &events)
{
    const Result<Rows> head = m_database.run("audit.lock_head"_L1);
    if (!head)
        return head.error();
    AuditRow last {.sequence = head->front().integer("sequence"_L1), .hash = head->front().text("hash"_L1)};
    QJsonArray rows;
    for (const AuditEvent &event : events) {
        AuditRow row {.sequence = last.sequence + 1, .event = event, .previousHash = last.hash};
        QJsonObject object = toJson(row);
        row.hash = hashOf(object);
        object.insert(u"hash"_s, row.hash);
        rows.append(object);
        last = row;
    }
    if (Result<Rows> inserted = m_database.runRows("audit.insert_all"_L1, rows); !inserted)
        return inserted.error();
    const Result<Rows> moved = m_database.run("audit.set_head"_L1, {{"sequence"_L1, last.sequence}, {"hash"_L1, last.hash}});
    return moved ? Result<void>() : moved.error();
}

Result<QList<AuditRow>> AuditRepository::list(qint64 afterSequence, qint32 limit)
{
    const Result<Rows> rows = m_database.run("audit.list"_L1, {{"after_sequence"_L1, afterSequence}, {"limit"_L1, limit}});
    if (!rows)
        return rows.error();
    QList<AuditRow> list;
    for (const Row &row : *rows)
        list.append(fromRow(row));
    return list;
}

Result<AuditVerdict> AuditRepository::verify()
{
    const Result<Rows> head = m_database.run("audit.head"_L1);
    if (!head)
        return head.error();
    AuditRow last;
    while (true) {
        const Result<QList<AuditRow>> page = list(last.sequence, kVerifyPage);
        if (!page)
            return page.error();
        for (const AuditRow &row : *page) {
            if (row.sequence != last.sequence + 1 || row.previousHash != last.hash || row.hash != hashOf(toJson(row)))
                return AuditVerdict {.rows = last.sequence, .firstBad = last.sequence + 1};
            last = row;
        }
        if (page->size() < kVerifyPage)
            break;
    }
    // Rows cut off the end leave a chain in order, but not the head it had.
    if (last.sequence != head->front().integer("sequence"_L1) || last.hash != head->front().text("hash"_L1))
        return AuditVerdict {.rows = last.sequence, .firstBad = last.sequence + 1};
    return AuditVerdict {.rows = last.sequence};
}

} // namespace parterre::storage
