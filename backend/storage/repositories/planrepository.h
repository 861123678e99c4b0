// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/venue.h"

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
};

struct PlanDocument {
    PlanSummary summary = {};
    VenueId venue = {};
    QByteArray document = {};
};

class PlanRepository
{
public:
    explicit PlanRepository(Database &database) : m_database(database) {}

    // Numbers the version: 1 for a new plan, else the newest + 1. AlreadyExists: another plan of the venue has the name.
    [[nodiscard]] Result<PlanVersionRef> insertVersion(const NewPlanVersion &version, const AuditContext &audit);
    [[nodiscard]] Result<PlanDocument> document(const PlanId &plan, qint32 version); // NotFound
    [[nodiscard]] Result<PlanSummary> summary(const PlanId &plan, qint32 version);   // NotFound
    [[nodiscard]] Result<PlanSummary> newest(const PlanId &plan);                    // NotFound
    [[nodiscard]] Result<PlanSummary> findByName(const VenueId &venue, const QString &name); // the newest; NotFound

private:
    Database &m_database;
};

} // namespace parterre::storage
