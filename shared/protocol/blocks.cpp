// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/blocks.h"

#include "shared/domain/plan.h"
#include "shared/protocol/domainfields.h"
#include "shared/protocol/limits.h"

namespace parterre::protocol {

namespace {

constexpr Rule kPlacesOfBlockRule {.min = 0, .max = BlockLimits::kPlaces, .itemMin = kPlaceRule.min, .itemMax = kPlaceRule.max};
constexpr Rule kBlockReasonRule {.min = 1, .max = BlockLimits::kReasonLength, .noCardNumber = true};

}

template<>
struct EnumWords<BlockKind> {
    static constexpr std::array all {std::pair {BlockKind::HeldBack, "held_back"}, std::pair {BlockKind::Killed, "killed"}};
};

template<>
struct Fields<BlockRelease> {
    static constexpr const char *name = "BlockRelease";
    static constexpr auto all()
    {
        return std::make_tuple(field("at", &BlockRelease::at, "At this moment; either this or minutesBefore"),
                               field("minutesBefore", &BlockRelease::minutesBefore, "So long before the event begins, whenever that will be", {.min = 0, .max = BlockLimits::kMinutesBefore}),
                               field("confirmed", &BlockRelease::isConfirmed, "Whether it happens by itself; else it waits for blocks.confirm when it is time"));
    }
};

template<>
struct Fields<AreaBlock> {
    static constexpr const char *name = "AreaBlock";
    static constexpr auto all()
    {
        return std::make_tuple(field("area", &AreaBlock::area, "Position among the plan's areas, in the order of the document", {.min = 0, .max = kMaxAreas - 1}),
                               field("seats", &AreaBlock::seats, "How many; which ones, the server decides", {.min = 1, .max = BlockLimits::kPlaces}));
    }
};

template<>
struct Fields<Block> {
    static constexpr const char *name = "Block";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &Block::id, "The block"), field("event", &Block::event, "Whose seats they are"), field("kind", &Block::kind, "Whether staff may sell them"),
                               field("reason", &Block::reason, "Why, for staff", kBlockReasonRule), field("created", &Block::created, "Since when"),
                               field("createdBy", &Block::createdBy, "By whom"), field("release", &Block::release, "When they are free again; absent: until somebody releases them"),
                               field("places", &Block::places, "Seat indexes of the plan, ascending; what was sold since is not among them", kPlacesOfBlockRule));
    }
};

template<>
struct Fields<DueBlock> {
    static constexpr const char *name = "DueBlock";
    static constexpr auto all()
    {
        return std::make_tuple(field("block", &DueBlock::block, "Its places are left out"), field("seats", &DueBlock::seats, "How many"),
                               field("labels", &DueBlock::labels, "Of the first of its seats", {.max = BlockLimits::kLabels}), field("eventName", &DueBlock::eventName, "Of the event"),
                               field("start", &DueBlock::start, "When the event begins"), field("timeZone", &DueBlock::timeZone, "IANA zone of the venue; show times in it"),
                               field("due", &DueBlock::due, "When it is to be released"), field("waiting", &DueBlock::isWaiting, "It is time, and somebody has to confirm it"));
    }
};

template<>
struct Fields<BlocksCreateParams> {
    static constexpr const char *name = "BlocksCreateParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("block", &BlocksCreateParams::block, "A new id of the caller's choosing"), field("event", &BlocksCreateParams::event, "Which"),
                               field("places", &BlocksCreateParams::places, "Seat indexes of the plan; all or none, and none only when there are areas", kPlacesOfBlockRule),
                               field("areas", &BlocksCreateParams::areas, "So many free places of areas besides; each area at most once", {.min = 1, .max = BlockLimits::kAreas}),
                               field("kind", &BlocksCreateParams::kind, "Whether staff may sell them"), field("reason", &BlocksCreateParams::reason, "Why, for staff", kBlockReasonRule),
                               field("release", &BlocksCreateParams::release, "When they are free again; absent: when somebody releases them"));
    }
};

template<>
struct Fields<BlocksBlockResult> {
    static constexpr const char *name = "BlocksBlockResult";
    static constexpr auto all() { return std::make_tuple(field("block", &BlocksBlockResult::block, "As it is now")); }
};

template<>
struct Fields<BlocksReleaseParams> {
    static constexpr const char *name = "BlocksReleaseParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &BlocksReleaseParams::event, "Which"), field("block", &BlocksReleaseParams::block, "All of it, or the places named"),
                               field("places", &BlocksReleaseParams::places, "Of that block; without it, of any",
                                     {.min = 1, .max = BlockLimits::kPlaces, .itemMin = kPlaceRule.min, .itemMax = kPlaceRule.max}));
    }
};

template<>
struct Fields<BlocksListParams> {
    static constexpr const char *name = "BlocksListParams";
    static constexpr auto all() { return std::make_tuple(field("event", &BlocksListParams::event, "Which"), field("cursor", &BlocksListParams::cursor, "Where the page before ended", kCursorRule)); }
};

template<>
struct Fields<BlocksListResult> {
    static constexpr const char *name = "BlocksListResult";
    static constexpr auto all() { return std::make_tuple(field("blocks", &BlocksListResult::blocks, "Oldest first"), field("next", &BlocksListResult::next, "Cursor of the next page, when there is one")); }
};

template<>
struct Fields<BlocksDueParams> {
    static constexpr const char *name = "BlocksDueParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("until", &BlocksDueParams::until, "Due before this; all when absent"), field("limit", &BlocksDueParams::limit, "Most per page; 50 when absent", {.min = 1, .max = kMaxPageSize}),
                               field("cursor", &BlocksDueParams::cursor, "Where the page before ended", kCursorRule));
    }
};

template<>
struct Fields<BlocksDueResult> {
    static constexpr const char *name = "BlocksDueResult";
    static constexpr auto all() { return std::make_tuple(field("blocks", &BlocksDueResult::blocks, "Soonest first"), field("next", &BlocksDueResult::next, "Cursor of the next page, when there is one")); }
};

template<>
struct Fields<BlocksConfirmParams> {
    static constexpr const char *name = "BlocksConfirmParams";
    static constexpr auto all() { return std::make_tuple(field("blocks", &BlocksConfirmParams::blocks, "Of any events", {.min = 1, .max = kMaxPageSize})); }
};

template<>
struct Fields<BlocksPostponeParams> {
    static constexpr const char *name = "BlocksPostponeParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("block", &BlocksPostponeParams::block, "Which"), field("release", &BlocksPostponeParams::release, "The new one; absent: none"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(BlocksCreateParams);
PARTERRE_INSTANTIATE_MESSAGE(BlocksBlockResult);
PARTERRE_INSTANTIATE_MESSAGE(BlocksReleaseParams);
PARTERRE_INSTANTIATE_MESSAGE(BlocksListParams);
PARTERRE_INSTANTIATE_MESSAGE(BlocksListResult);
PARTERRE_INSTANTIATE_MESSAGE(BlocksDueParams);
PARTERRE_INSTANTIATE_MESSAGE(BlocksDueResult);
PARTERRE_INSTANTIATE_MESSAGE(BlocksConfirmParams);
PARTERRE_INSTANTIATE_MESSAGE(BlocksPostponeParams);

} // namespace parterre::protocol
