// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/venue.h"

#include <QList>

#include <optional>

namespace parterre::storage {

class Database;

// A plan document to keep. `document` is the canonical text, whose SHA-256 is `hash`; it comes back byte for byte.
struct NewPlanVersion {
    PlanId plan = {};
    VenueId venue = {};
    QString name = {};
    QString hash = {};
    qint32 seats = 0;
    QByteArray document = {}; // UTF-8
    std::optional<QString> design = {}; // hash of what DraftRepository::keepDesign() keeps
};

// Some bytes of the design that a version was published from.
struct DesignPart {
    QString hash = {};
    qint64 size = 0; // of all of it
    QByteArray bytes = {};
};

struct PlanDocument {
    PlanSummary summary = {};
    VenueId venue = {};
    QByteArray document = {};
};

struct PlanVersionPage {
    QList<PlanVersion> versions = {};
    std::optional<qint32> next = {}; // `before` of the next page, when there are more
};

class PlanRepository
{
public:
    explicit PlanRepository(Database &database) : m_database(database) {}

    // Numbers the version: 1 for a new plan, else the newest + 1. AlreadyExists: another plan of the venue has the name.
    [[nodiscard]] Result<PlanVersionRef> insertVersion(const NewPlanVersion &version, const AuditContext &audit);
    // For a version that has none; one that has keeps it.
    [[nodiscard]] Result<void> addDesign(const PlanVersionRef &ref, const QString &design, const AuditContext &audit);
    // Of all its versions; none: a hall of its own. Answers the newest. NotFound.
    [[nodiscard]] Result<PlanSummary> setHall(const PlanId &plan, const std::optional<QString> &hall, const AuditContext &audit);
    // At most `count` bytes from `offset` on. NotFound: there is no such version, or it has no design.
    [[nodiscard]] Result<DesignPart> design(const PlanId &plan, qint32 version, qint64 offset, qint32 count);
    [[nodiscard]] Result<PlanDocument> document(const PlanId &plan, qint32 version); // NotFound
    [[nodiscard]] Result<PlanSummary> summary(const PlanId &plan, qint32 version);   // NotFound
    [[nodiscard]] Result<PlanSummary> newest(const PlanId &plan);                    // NotFound
    [[nodiscard]] Result<VenueId> venue(const PlanId &plan);                         // NotFound
    // Newest first, from the one before version `before` on; none: all. NotFound: no such plan.
    [[nodiscard]] Result<PlanVersionPage> versions(const PlanId &plan, std::optional<qint32> before, qint32 limit);
    [[nodiscard]] Result<PlanSummary> findByName(const VenueId &venue, const QString &name); // the newest; NotFound

private:
    Database &m_database;
};

} // namespace parterre::storage
