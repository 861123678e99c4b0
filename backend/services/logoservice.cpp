// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/logoservice.h"

#include "backend/services/uploadedposter.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

Result<std::optional<QString>> setVenueLogo(storage::Database &database, const VenueId &id, const std::optional<Poster> &logo, const storage::AuditContext &audit)
{
    const Result<Venue> venue = storage::VenueRepository(database).get(id);
    if (!venue)
        return venue.error();
    const std::optional<QString> hash = logo ? std::optional(logo->hash) : std::nullopt;
    if (venue->logo == hash)
        return hash;
    storage::PosterRepository posters(database);
    const Result<void> changed = logo ? posters.putLogo(id, *logo, audit) : posters.removeLogo(id, audit);
    return changed ? Result(hash) : changed.error();
}

} // namespace

LogoService::LogoService(UploadService &uploads, storage::Storage &storage, const Clock &clock, QObject *parent)
    : QObject(parent), m_uploads(uploads), m_storage(storage), m_clock(clock)
{
}

void LogoService::logo(VenueId venue, Done<Poster> done)
{
    m_storage.read(this, [venue](storage::Database &database) { return storage::PosterRepository(database).logo(venue); }, std::move(done));
}

void LogoService::setLogo(const Caller &caller, VenueId venue, const std::optional<UploadId> &upload, Done<std::optional<QString>> done)
{
    readUploadedPoster(m_uploads, this, caller, upload, [this, venue, audit = caller.audit(m_clock.utcNow()), done = std::move(done)](const Result<std::optional<Poster>> &logo) {
        if (logo)
            m_storage.write(this, [venue, logo = *logo, audit](storage::Database &database) { return setVenueLogo(database, venue, logo, audit); }, done);
        else
            done(logo.error());
    });
}

} // namespace parterre::services
