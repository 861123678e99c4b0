// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/uploads.h"

#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct Fields<UploadsAppendParams> {
    static constexpr const char *name = "UploadsAppendParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("upload", &UploadsAppendParams::upload, "A new id for each file, of the caller's choosing"),
                               field("offset", &UploadsAppendParams::offset, "Bytes that came before; 0 begins (anew)", {.min = 0, .max = kMaxUploadBytes}),
                               field("data", &UploadsAppendParams::data, "The next part of the file, base64", {.min = 4, .max = (kMaxUploadPartBytes + 2) / 3 * 4}));
    }
};

template<>
struct Fields<UploadsAppendResult> {
    static constexpr const char *name = "UploadsAppendResult";
    static constexpr auto all() { return std::make_tuple(field("size", &UploadsAppendResult::size, "Bytes so far: the next offset")); }
};

PARTERRE_INSTANTIATE_MESSAGE(UploadsAppendParams);
PARTERRE_INSTANTIATE_MESSAGE(UploadsAppendResult);

} // namespace parterre::protocol
