// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/drafts.h"

#include "shared/protocol/authorfields.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct Fields<Draft> {
    static constexpr const char *name = "Draft";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("id", &Draft::id, "The draft"), field("venue", &Draft::venue, "The house it is for"), field("name", &Draft::name, "For people"),
            field("revision", &Draft::revision, "Counts from 1 and rises with every change"), field("changedAt", &Draft::changedAt, "When it was saved last"),
            field("changedBy", &Draft::changedBy, "By whom"), field("bytes", &Draft::bytes, "How long the document is"),
            field("hash", &Draft::hash, "SHA-256 of the document, hex"), field("base", &Draft::base, "The plan version it was begun from"));
    }
};

template<>
struct Fields<DraftsListParams> {
    static constexpr const char *name = "DraftsListParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("venue", &DraftsListParams::venue, "Of this house only"),
                               field("limit", &DraftsListParams::limit, "Drafts a page", {.min = 1, .max = kMaxDraftsPage}),
                               field("cursor", &DraftsListParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<DraftsListResult> {
    static constexpr const char *name = "DraftsListResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("drafts", &DraftsListResult::drafts, "Oldest first"), field("next", &DraftsListResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<DraftsGetParams> {
    static constexpr const char *name = "DraftsGetParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("draft", &DraftsGetParams::draft, "Which"),
                               field("offset", &DraftsGetParams::offset, "Bytes of the document that are there already", {.min = 0, .max = kMaxDraftBytes}));
    }
};

template<>
struct Fields<DraftsGetResult> {
    static constexpr const char *name = "DraftsGetResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("draft", &DraftsGetResult::draft, "As it is now"),
                               field("data", &DraftsGetResult::data, "The next part of its document, base64; empty at the end"));
    }
};

template<>
struct Fields<DraftsSaveParams> {
    static constexpr const char *name = "DraftsSaveParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("draft", &DraftsSaveParams::draft, "Which; a new id of the caller's choosing for a new one"),
                               field("venue", &DraftsSaveParams::venue, "The house it is for, which stays the same"),
                               field("name", &DraftsSaveParams::name, "For people", {.min = 1, .max = 200}),
                               field("upload", &DraftsSaveParams::upload, "The design document, as sent with uploads.append"),
                               field("base", &DraftsSaveParams::base, "The plan version it was begun from"),
                               field("expected", &DraftsSaveParams::expected, "The revision it was read at; 0 when it is new", {.min = 0}));
    }
};

template<>
struct Fields<DraftsSaveResult> {
    static constexpr const char *name = "DraftsSaveResult";
    static constexpr auto all() { return std::make_tuple(field("draft", &DraftsSaveResult::draft, "As it is kept")); }
};

template<>
struct Fields<DraftsRemoveParams> {
    static constexpr const char *name = "DraftsRemoveParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("draft", &DraftsRemoveParams::draft, "Which"),
                               field("expected", &DraftsRemoveParams::expected, "The revision it was read at", {.min = 1}));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(DraftsListParams);
PARTERRE_INSTANTIATE_MESSAGE(DraftsListResult);
PARTERRE_INSTANTIATE_MESSAGE(DraftsGetParams);
PARTERRE_INSTANTIATE_MESSAGE(DraftsGetResult);
PARTERRE_INSTANTIATE_MESSAGE(DraftsSaveParams);
PARTERRE_INSTANTIATE_MESSAGE(DraftsSaveResult);
PARTERRE_INSTANTIATE_MESSAGE(DraftsRemoveParams);

} // namespace parterre::protocol
