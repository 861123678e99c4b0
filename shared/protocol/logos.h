// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// venues.* that is about the pictures by which houses are known.

#include "shared/protocol/posters.h"

namespace parterre::protocol {

struct VenuesLogoParams {
    VenueId venue = {};
};

struct VenuesSetLogoParams {
    VenueId venue = {};
    std::optional<UploadId> upload = {}; // a PNG or JPEG file, sent by uploads.append before; absent: the house has no logo any more
};

struct VenuesSetLogoResult {
    std::optional<QString> logo = {};
};

// Pictures as posters are, and as immutable.
struct VenuesLogo {
    using Params = VenuesLogoParams;
    using Result = EventsPosterResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"venues.logo", "The picture that stands on a house's tickets and receipts", kEveryone, kErrors};
};

// NotFound: no such venue, or no such upload. FileInvalid: no picture as posters are, by format or sides. A repetition answers what
// is there and changes nothing: the upload stays after it was used, and `logo` is the SHA-256 of the file.
struct VenuesSetLogo {
    using Params = VenuesSetLogoParams;
    using Result = VenuesSetLogoResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::FileInvalid, ErrorCode::FileTooLarge};
    static constexpr MethodInfo kInfo {"venues.setLogo", "Gives a house another logo, or none", kManagers, kErrors};
};

} // namespace parterre::protocol
