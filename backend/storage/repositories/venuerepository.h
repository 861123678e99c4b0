// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/venue.h"

namespace parterre::storage {

class Database;

class VenueRepository
{
public:
    explicit VenueRepository(Database &database) : m_database(database) {}

    // Venue::plans is not stored here. AlreadyExists: the name.
    [[nodiscard]] Result<void> insert(const Venue &venue, const AuditContext &audit);
    // From the version it was read with, which rises. StaleVersion; AlreadyExists: the name.
    [[nodiscard]] Result<Venue> update(const Venue &before, const VenueDefinition &after, const AuditContext &audit);
    // Whether there are plans or drafts of it.
    [[nodiscard]] Result<bool> isUsed(const VenueId &id);
    // Of the version it was read with. StaleVersion, VenueInUse.
    [[nodiscard]] Result<void> remove(const Venue &venue, const AuditContext &audit);
    [[nodiscard]] Result<Venue> findByName(const QString &name); // NotFound
    [[nodiscard]] Result<Venue> get(const VenueId &id);          // NotFound
    [[nodiscard]] Result<QList<Venue>> list();                   // by name; each with the newest version of its plans

private:
    Database &m_database;
};

} // namespace parterre::storage
