// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/plans.h"

#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct Fields<PlansGetParams> {
    static constexpr const char *name = "PlansGetParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("plan", &PlansGetParams::plan, "Which"), field("version", &PlansGetParams::version, "Counts from 1", {.min = 1}),
                               field("cursor", &PlansGetParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<PlansGetResult> {
    static constexpr const char *name = "PlansGetResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("hash", &PlansGetResult::hash, "SHA-256 of the whole canonical document, hex"),
                               field("page", &PlansGetResult::page, "A part of the plan document"), field("next", &PlansGetResult::next, "Cursor of the next page"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(PlansGetParams);
PARTERRE_INSTANTIATE_MESSAGE(PlansGetResult);

} // namespace parterre::protocol
