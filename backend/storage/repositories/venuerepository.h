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
    [[nodiscard]] Result<Venue> findByName(const QString &name); // NotFound
    [[nodiscard]] Result<Venue> get(const VenueId &id);          // NotFound
    [[nodiscard]] Result<QList<Venue>> list();                   // by name; each with the newest version of its plans

private:
    Database &m_database;
};

} // namespace parterre::storage
