// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "shared/core/clock.h"
#include "shared/domain/poster.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

class UploadService;

// The pictures that stand on the tickets of houses. Lives on the house thread.
class LogoService : public QObject
{
    Q_OBJECT
public:
    // All of them outlive it.
    LogoService(UploadService &uploads, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    void logo(VenueId venue, Done<Poster> done); // NotFound
    // Answers the hash of what it has then. Without an upload it has none any more. What is so already is no error. NotFound: the
    // venue or the upload. Errors as readPoster().
    void setLogo(const Caller &caller, VenueId venue, const std::optional<UploadId> &upload, Done<std::optional<QString>> done);

private:
    UploadService &m_uploads;
    storage::Storage &m_storage;
    const Clock &m_clock;
};

} // namespace parterre::services
