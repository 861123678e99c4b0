// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"

#include "backend/storage/canonicaljson.h"
#include "backend/storage/database.h"
#include "backend/storage/rowset.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr qint32 kVerifyPage = 1'000;

QByteArray compact(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

bool canBeKept(const QJsonValue &value)
{
    if (value.isString())
        return storage::canBeKept(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(), [](const QJsonValue &v) { return canBeKept(v); });
    }
    const QJsonObject object = value.toObject();
    return std::all_of(object.begin(), object.end(), [](const QJsonValue &v) { return canBeKept(v); });
}

AuditEntry toEntry(const AuditEvent &event)
{
    return {.context = event.context,
            .action = event.action,
            .objectKind = event.objectKind,
            .objectId = event.objectId,
            .before = compact(event.before),
            .after = compact(event.after)};
}

// Of the canonical form: compact JSON with sorted keys, whatever the database did to the two documents in it.
QString hashOf(const AuditEntry &entry, qint64 sequence, const QString &previousHash, CanonicalJson &json)
{
    json.clear();
    json.beginObject()
        .key("action"_L1).text(entry.action)
        .key("actor"_L1).id(entry.context.actor)
        .key("address"_L1).text(entry.context.address)
        .key("after"_L1).raw(entry.after)
        .key("at"_L1).number(entry.context.at.time_since_epoch().count())
        .key("before"_L1).raw(entry.before)
        .key("object_id"_L1).text(entry.objectId)
        .key("object_kind"_L1).text(entry.objectKind)
        .key("previous_hash"_L1).text(previousHash)
        .key("sequence"_L1).number(sequence)
        .key("session_hash"_L1).text(QString::fromLatin1(entry.context.sessionHash.toHex()))
        .endObject();
    return QString::fromLatin1(QCryptographicHash::hash(json.json(), QCryptographicHash::Sha256).toHex());
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
    return appendAll(QList<AuditEvent> {event});
}

Result<void> AuditRepository::appendAll(const QList<AuditEvent> &events)
{
    std::vector<AuditEntry> entries;
    for (const AuditEvent &event : events) {
        if (!canBeKept(event.before) || !canBeKept(event.after))
            return m_database.refuseText("audit"_L1);
        entries.push_back(toEntry(event));
    }
    return appendAll(entries);
}

Result<void> AuditRepository::appendAll(std::span<const AuditEntry> entries)
{
    const Result<Rows> head = m_database.run("audit.lock_head"_L1);
    if (!head)
        return head.error();
    qint64 sequence = head->front().integer("sequence"_L1);
    QString hash = head->front().text("hash"_L1);
    RowSet rows(m_database.engine(), {"sequence"_L1, "at"_L1, "actor"_L1, "session_hash"_L1, "address"_L1, "action"_L1, "object_kind"_L1,
                                      "object_id"_L1, "before"_L1, "after"_L1, "previous_hash"_L1, "hash"_L1});
    CanonicalJson json;
    for (const AuditEntry &entry : entries) {
        const QString previousHash = std::exchange(hash, hashOf(entry, ++sequence, hash, json));
        rows << sequence << entry.context.at << entry.context.actor << QString::fromLatin1(entry.context.sessionHash.toHex())
             << entry.context.address << entry.action << entry.objectKind << entry.objectId << QString::fromUtf8(entry.before)
             << QString::fromUtf8(entry.after) << previousHash << hash;
    }
    return write(rows, sequence, hash);
}

Result<void> AuditRepository::write(const RowSet &rows, qint64 sequence, const QString &hash)
{
    const Bindings head {{"last_sequence"_L1, sequence}, {"last_hash"_L1, hash}};
    if (m_database.engine() == Engine::Postgresql) {
        const Result<Rows> appended = m_database.runArrays("audit.append_all"_L1, {&rows}, head);
        return appended ? Result<void>() : appended.error();
    }
    if (Result<Rows> inserted = m_database.runRows("audit.insert_row"_L1, rows); !inserted)
        return inserted.error();
    const Result<Rows> moved = m_database.run("audit.set_head"_L1, head);
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
    CanonicalJson json;
    while (true) {
        const Result<QList<AuditRow>> page = list(last.sequence, kVerifyPage);
        if (!page)
            return page.error();
        for (const AuditRow &row : *page) {
            if (row.sequence != last.sequence + 1 || row.previousHash != last.hash || row.hash != hashOf(toEntry(row.event), row.sequence, last.hash, json))
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
