// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"

namespace parterre::services {

// Where pages of the web come from. Injected, since services know no sockets.
class PageFetcher
{
public:
    virtual ~PageFetcher() = default;
    // Whether it would be tried at all: UrlNotAllowed.
    [[nodiscard]] virtual Result<void> check(const QString &url) const = 0;
    // UrlNotAllowed: also where a name or a redirection leads. FileTooLarge, with the limit. FetchFailed. Overloaded.
    virtual void fetch(const QString &url, Done<QByteArray> done) = 0;
};

} // namespace parterre::services
