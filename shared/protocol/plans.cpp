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

template<>
struct Fields<PlanRepair> {
    static constexpr const char *name = "PlanRepair";
    static constexpr auto all()
    {
        return std::make_tuple(field("kind", &PlanRepair::kind, "What, as a word that stays the same"), field("where", &PlanRepair::where, "The place in the file"),
                               field("message", &PlanRepair::message, "An English sentence"));
    }
};

template<>
struct Fields<DraftRef> {
    static constexpr const char *name = "DraftRef";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &DraftRef::id, "The draft"), field("revision", &DraftRef::revision, "Counts from 1", {.min = 1}));
    }
};

template<>
struct Fields<PlansPublishParams> {
    static constexpr const char *name = "PlansPublishParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("venue", &PlansPublishParams::venue, "The house it belongs to"),
                               field("upload", &PlansPublishParams::upload, "The file, as sent with uploads.append"),
                               field("after", &PlansPublishParams::after, "The newest version of the plan of this name that the caller knows; 0 when there is none", {.min = 0}),
                               field("name", &PlansPublishParams::name, "Instead of the name in the file", {.min = 1, .max = 200}),
                               field("draft", &PlansPublishParams::draft, "What the plan was made from: its design is kept with the version"));
    }
};

template<>
struct Fields<PlansPublishResult> {
    static constexpr const char *name = "PlansPublishResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("plan", &PlansPublishResult::plan, "What was published"),
                               field("repairs", &PlansPublishResult::repairs, "What had to be repaired in a file of another program: the first of them", {.max = kMaxPlanRepairs}),
                               field("repairCount", &PlansPublishResult::repairCount, "How many there are"));
    }
};

template<>
struct Fields<PlansSetHallParams> {
    static constexpr const char *name = "PlansSetHallParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("plan", &PlansSetHallParams::plan, "Which, with all of its versions"),
                               field("hall", &PlansSetHallParams::hall, "The same for all plans of one hall, or the name of one of them; absent: a hall of its own, of the plan's name", kHallRule));
    }
};

template<>
struct Fields<PlansSetHallResult> {
    static constexpr const char *name = "PlansSetHallResult";
    static constexpr auto all() { return std::make_tuple(field("plan", &PlansSetHallResult::plan, "Its newest version")); }
};

template<>
struct Fields<PlanVersion> {
    static constexpr const char *name = "PlanVersion";
    static constexpr auto all()
    {
        return std::make_tuple(field("ref", &PlanVersion::ref, "Plan and version"), field("publishedAt", &PlanVersion::publishedAt, "When"),
                               field("seats", &PlanVersion::seats, "How many, with the places of areas"),
                               field("hasDesign", &PlanVersion::hasDesign, "plans.design gives what it was published from"));
    }
};

template<>
struct Fields<PlansVersionsParams> {
    static constexpr const char *name = "PlansVersionsParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("plan", &PlansVersionsParams::plan, "Which"),
                               field("limit", &PlansVersionsParams::limit, "Versions a page", {.min = 1, .max = kMaxPlanVersionsPage}),
                               field("cursor", &PlansVersionsParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<PlansVersionsResult> {
    static constexpr const char *name = "PlansVersionsResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("versions", &PlansVersionsResult::versions, "Newest first", {.max = kMaxPlanVersionsPage}),
                               field("next", &PlansVersionsResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<PlansDesignParams> {
    static constexpr const char *name = "PlansDesignParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("plan", &PlansDesignParams::plan, "Which"), field("version", &PlansDesignParams::version, "Counts from 1", {.min = 1}),
                               field("offset", &PlansDesignParams::offset, "Bytes of the document that are there already", {.min = 0, .max = kMaxDraftBytes}));
    }
};

template<>
struct Fields<PlansDesignResult> {
    static constexpr const char *name = "PlansDesignResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("hash", &PlansDesignResult::hash, "SHA-256 of the document, hex"),
                               field("bytes", &PlansDesignResult::bytes, "How long it is"),
                               field("data", &PlansDesignResult::data, "The next part of it, base64; empty at the end"));
    }
};

template<>
struct EnumWords<PlanExportFormat> {
    static constexpr std::array all {std::pair {PlanExportFormat::Json, "json"}, std::pair {PlanExportFormat::Pretix, "pretix"},
                                     std::pair {PlanExportFormat::Svg, "svg"}, std::pair {PlanExportFormat::Csv, "csv"},
                                     std::pair {PlanExportFormat::Pdf, "pdf"}};
};

template<>
struct Fields<PlansExportParams> {
    static constexpr const char *name = "PlansExportParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("plan", &PlansExportParams::plan, "Which"), field("version", &PlansExportParams::version, "Counts from 1", {.min = 1}),
                               field("format", &PlansExportParams::format, "Of the file; docs/plan-format.md describes each"),
                               field("offset", &PlansExportParams::offset, "Bytes of the file that are there already", {.min = 0}));
    }
};

template<>
struct Fields<PlansExportResult> {
    static constexpr const char *name = "PlansExportResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("hash", &PlansExportResult::hash, "SHA-256 of the file, hex"),
                               field("bytes", &PlansExportResult::bytes, "How long it is"),
                               field("data", &PlansExportResult::data, "The next part of it, base64; empty at the end"),
                               field("losses", &PlansExportResult::losses, "What the format cannot keep, with the first part: the first of them", {.max = kMaxPlanRepairs}),
                               field("lossCount", &PlansExportResult::lossCount, "How many there are"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(PlanRepair);
PARTERRE_INSTANTIATE_MESSAGE(PlansExportParams);
PARTERRE_INSTANTIATE_MESSAGE(PlansExportResult);
PARTERRE_INSTANTIATE_MESSAGE(PlansPublishParams);
PARTERRE_INSTANTIATE_MESSAGE(PlansPublishResult);
PARTERRE_INSTANTIATE_MESSAGE(PlansSetHallParams);
PARTERRE_INSTANTIATE_MESSAGE(PlansSetHallResult);
PARTERRE_INSTANTIATE_MESSAGE(PlansVersionsParams);
PARTERRE_INSTANTIATE_MESSAGE(PlansVersionsResult);
PARTERRE_INSTANTIATE_MESSAGE(PlansDesignParams);
PARTERRE_INSTANTIATE_MESSAGE(PlansDesignResult);
PARTERRE_INSTANTIATE_MESSAGE(PlansGetParams);
PARTERRE_INSTANTIATE_MESSAGE(PlansGetResult);

} // namespace parterre::protocol
