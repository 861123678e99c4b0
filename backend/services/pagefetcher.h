// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "shared/domain/showtime.h"

namespace parterre::services {

struct FetchedPage {
    QByteArray content = {};
    PageMarks marks = {};       // none: its server gives none
    bool unchanged = false;     // since it had the marks that were sent; there is no content then
};

// Where pages of the web come from. Injected, since services know no sockets.
class PageFetcher
{
public:
    virtual ~PageFetcher() = default;
    // Whether it would be tried at all: UrlNotAllowed.
    [[nodiscard]] virtual Result<void> check(const QString &url) const = 0;
    // The whole page, or that it is unchanged since it was `known`. UrlNotAllowed: also where a name or a redirection leads.
    // FileTooLarge, with the limit. FetchFailed: also what is cut off. Overloaded.
    virtual void fetch(const QString &url, const PageMarks &known, Done<FetchedPage> done) = 0;
};

} // namespace parterre::services
