// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/draftrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/planrepository.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

Draft draftFromRow(const Row &row)
{
    Draft draft {.id = row.id<DraftId>("id"_L1),
                 .venue = row.id<VenueId>("venue"_L1),
                 .name = row.text("name"_L1),
                 .revision = row.int32("revision"_L1),
                 .changedAt = row.instant("changed"_L1),
                 .changedBy = {.id = row.id<UserId>("changed_by"_L1), .name = row.text("changed_by_name"_L1)},
                 .bytes = row.integer("bytes"_L1),
                 .hash = row.text("hash"_L1)};
    if (!row.isNull("base_plan"_L1))
        draft.base = {.id = row.id<PlanId>("base_plan"_L1), .version = row.int32("base_version"_L1), .hash = row.text("base_hash"_L1)};
    return draft;
}

Error staleError(const Draft &draft)
{
    return {.code = ErrorCode::StaleVersion, .detail = u"the draft has revision %1"_s.arg(draft.revision)};
}

} // namespace

Result<Draft> DraftRepository::save(const NewDraft &draft, qint32 expected, const AuditContext &audit)
{
    if (draft.base) {
        if (const Result<void> known = checkBase(*draft.base); !known)
            return known.error();
    }
    Bindings bindings {{"id"_L1, draft.id},
                       {"venue"_L1, draft.venue},
                       {"name"_L1, draft.name},
                       {"base_plan"_L1, draft.base ? draft.base->id : PlanId()},
                       {"base_version"_L1, draft.base ? std::optional(draft.base->version) : std::nullopt},
                       {"changed"_L1, audit.at},
                       {"changed_by"_L1, audit.actor},
                       {"hash"_L1, draft.hash},
                       {"document"_L1, draft.document}};
    if (expected > 0)
        bindings.emplace_back("expected"_L1, expected);
    const Result<Rows> saved = m_database.run(expected > 0 ? "drafts.update"_L1 : "drafts.insert"_L1, bindings);
    if (!saved)
        return saved.error();
    if (saved->empty())
        return notSaved(draft, expected, audit.actor);
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = audit,
                                            .action = u"draft.saved"_s,
                                            .objectKind = u"draft"_s,
                                            .objectId = draft.id.toString(),
                                            .after = {{u"venue"_s, draft.venue.toString()},
                                                      {u"name"_s, draft.name},
                                                      {u"revision"_s, saved->front().int32("revision"_L1)},
                                                      {u"hash"_s, draft.hash}}});
    if (!noted)
        return noted.error();
    return get(draft.id);
}

Result<void> DraftRepository::remove(const DraftRef &draft, const AuditContext &audit)
{
    const Result<Draft> known = get(draft.id);
    if (!known)
        return known.error();
    const Result<Rows> removed = m_database.run("drafts.remove"_L1, {{"id"_L1, draft.id}, {"expected"_L1, draft.revision}});
    if (!removed)
        return removed.error();
    if (removed->empty())
        return staleError(*known);
    return AuditRepository(m_database)
        .append({.context = audit,
                 .action = u"draft.removed"_s,
                 .objectKind = u"draft"_s,
                 .objectId = draft.id.toString(),
                 .before = {{u"venue"_s, known->venue.toString()}, {u"name"_s, known->name}, {u"revision"_s, known->revision}, {u"hash"_s, known->hash}}});
}

Result<Draft> DraftRepository::get(const DraftId &id)
{
    const Result<Rows> rows = m_database.run("drafts.get"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<Draft>(ErrorCode::NotFound, u"there is no such draft"_s) : draftFromRow(rows->front());
}

Result<QList<Draft>> DraftRepository::list(const std::optional<VenueId> &venue)
{
    const Result<Rows> rows = m_database.run("drafts.list"_L1, {{"every_venue"_L1, !venue}, {"venue"_L1, venue}});
    if (!rows)
        return rows.error();
    QList<Draft> drafts;
    for (const Row &row : *rows)
        drafts.append(draftFromRow(row));
    return drafts;
}

Result<DraftPart> DraftRepository::part(const DraftId &id, qint64 offset, qint32 count)
{
    const Result<Draft> draft = get(id);
    if (!draft)
        return draft.error();
    const Result<Rows> rows = m_database.run("drafts.part"_L1, {{"id"_L1, id}, {"first"_L1, offset + 1}, {"count"_L1, count}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<DraftPart>(ErrorCode::NotFound) : DraftPart {.draft = *draft, .bytes = rows->front().bytes("part"_L1)};
}

Result<QString> DraftRepository::keepDesign(const DraftRef &draft, const VenueId &venue)
{
    const Result<Draft> known = get(draft.id);
    if (!known)
        return known.error();
    if (known->venue != venue)
        return {ErrorCode::NotFound, u"the draft is of another house"_s};
    if (known->revision != draft.revision)
        return staleError(*known);
    const Result<Rows> kept = m_database.run("drafts.keep_design"_L1, {{"id"_L1, draft.id}, {"revision"_L1, draft.revision}});
    if (!kept)
        return kept.error();
    return known->hash;
}

Result<void> DraftRepository::checkBase(const PlanVersionRef &base)
{
    const Result<PlanSummary> plan = PlanRepository(m_database).summary(base.id, base.version);
    if (!plan)
        return plan.error();
    return plan->ref == base ? Result<void>() : Result<void>(ErrorCode::NotFound, u"the base has another hash"_s);
}

Result<Draft> DraftRepository::notSaved(const NewDraft &draft, qint32 expected, const UserId &actor)
{
    const Result<Draft> known = get(draft.id);
    if (!known)
        return known.error();
    if (known->venue != draft.venue)
        return {ErrorCode::NotFound, u"the draft is of another house"_s};
    const bool isRepetition = known->revision == expected + 1 && known->changedBy.id == actor && known->hash == draft.hash && known->name == draft.name
        && known->base == draft.base;
    return isRepetition ? known : Result<Draft>(staleError(*known));
}

} // namespace parterre::storage
