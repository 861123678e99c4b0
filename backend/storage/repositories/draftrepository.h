// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/draft.h"

namespace parterre::storage {

class Database;

// A draft to keep. `document` is what the designer wrote, whose SHA-256 is `hash`; it comes back byte for byte.
struct NewDraft {
    DraftId id = {};
    VenueId venue = {};
    QString name = {};
    std::optional<PlanVersionRef> base = {};
    QString hash = {};
    QByteArray document = {};
};

struct DraftPart {
    Draft draft = {};
    QByteArray bytes = {};
};

// Drafts of plans. Nobody changes one without saying which revision it was read at.
class DraftRepository
{
public:
    explicit DraftRepository(Database &database) : m_database(database) {}

    // In the place of revision `expected`, 0 for a new one. StaleVersion: it has another. NotFound: venue, base or draft.
    // The same again by the same person answers what is there.
    [[nodiscard]] Result<Draft> save(const NewDraft &draft, qint32 expected, const AuditContext &audit);
    [[nodiscard]] Result<void> remove(const DraftRef &draft, const AuditContext &audit); // NotFound, StaleVersion
    [[nodiscard]] Result<Draft> get(const DraftId &id);                                  // NotFound
    [[nodiscard]] Result<QList<Draft>> list(const std::optional<VenueId> &venue);        // in the order they were begun
    // At most `count` bytes from `offset` on, in a snapshot with what they are part of. NotFound.
    [[nodiscard]] Result<DraftPart> part(const DraftId &id, qint64 offset, qint32 count);
    // Keeps the design for a plan version of the venue; its hash. NotFound, StaleVersion.
    [[nodiscard]] Result<QString> keepDesign(const DraftRef &draft, const VenueId &venue);

private:
    [[nodiscard]] Result<void> checkBase(const PlanVersionRef &base);
    // What is said to somebody who came too late, or again.
    [[nodiscard]] Result<Draft> notSaved(const NewDraft &draft, qint32 expected, const UserId &actor);

    Database &m_database;
};

} // namespace parterre::storage
