// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/showtimes.h"

#include "shared/protocol/eventfields.h"

namespace parterre::protocol {

namespace {

constexpr Rule kVersionRule {.min = 0};
constexpr Rule kExcerptRule {.max = kShowtimeExcerpt, .lines = true};

}

template<>
struct EnumWords<ShowtimeFormat> {
    static constexpr std::array all {std::pair {ShowtimeFormat::Automatic, "auto"}, std::pair {ShowtimeFormat::Calendar, "calendar"}, std::pair {ShowtimeFormat::Csv, "csv"},
                                     std::pair {ShowtimeFormat::JsonLd, "json"}};
};

template<>
struct EnumWords<ShowtimeSchedule> {
    static constexpr std::array all {std::pair {ShowtimeSchedule::Never, "never"}, std::pair {ShowtimeSchedule::Hourly, "hourly"}, std::pair {ShowtimeSchedule::Daily, "daily"}};
};

template<>
struct EnumWords<ShowtimeMode> {
    static constexpr std::array all {std::pair {ShowtimeMode::Look, "look"}, std::pair {ShowtimeMode::Create, "create"}};
};

template<>
struct EnumWords<ShowtimeFault> {
    static constexpr std::array all {std::pair {ShowtimeFault::NameMissing, "name_missing"},
                                     std::pair {ShowtimeFault::StartMissing, "start_missing"},
                                     std::pair {ShowtimeFault::StartUnreadable, "start_unreadable"},
                                     std::pair {ShowtimeFault::ZoneUnknown, "zone_unknown"},
                                     std::pair {ShowtimeFault::RuleUnreadable, "rule_unreadable"},
                                     std::pair {ShowtimeFault::DatesLeftOut, "dates_left_out"},
                                     std::pair {ShowtimeFault::DurationUnreadable, "duration_unreadable"},
                                     std::pair {ShowtimeFault::Repeated, "repeated"},
                                     std::pair {ShowtimeFault::TooMany, "too_many"},
                                     std::pair {ShowtimeFault::Unsupported, "unsupported"},
                                     std::pair {ShowtimeFault::Past, "past"},
                                     std::pair {ShowtimeFault::CalledOff, "called_off"},
                                     std::pair {ShowtimeFault::Unusable, "unusable"}};
};

template<>
struct EnumWords<ShowtimeCause> {
    static constexpr std::array all {std::pair {ShowtimeCause::DateUnreadable, "date_unreadable"}, std::pair {ShowtimeCause::CutOff, "cut_off"},
                                     std::pair {ShowtimeCause::Outdated, "outdated"}, std::pair {ShowtimeCause::NothingThere, "nothing_there"}};
};

template<>
struct EnumWords<ShowtimeState> {
    static constexpr std::array all {std::pair {ShowtimeState::New, "new"},   std::pair {ShowtimeState::Changed, "changed"},     std::pair {ShowtimeState::Kept, "kept"},
                                     std::pair {ShowtimeState::Gone, "gone"}, std::pair {ShowtimeState::Unchanged, "unchanged"}, std::pair {ShowtimeState::Deleted, "deleted"}};
};

template<>
struct EnumWords<ShowtimeDeed> {
    static constexpr std::array all {std::pair {ShowtimeDeed::Created, "created"}, std::pair {ShowtimeDeed::Changed, "changed"}, std::pair {ShowtimeDeed::Deleted, "deleted"},
                                     std::pair {ShowtimeDeed::Paused, "paused"}, std::pair {ShowtimeDeed::Nothing, "nothing"}};
};

template<>
struct Fields<ShowtimeSourceDefinition> {
    static constexpr const char *name = "ShowtimeSourceDefinition";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("name", &ShowtimeSourceDefinition::name, "For people", kNameRule), field("format", &ShowtimeSourceDefinition::format, "auto: whatever the beginning says"),
            field("url", &ShowtimeSourceDefinition::url, "http or https; absent: a file is uploaded each time", {.min = 1, .max = ShowtimeLimits::kUrlLength}),
            field("hall", &ShowtimeSourceDefinition::hall, "Only what is there; empty: everything", {.max = ShowtimeLimits::kHallLength}),
            field("template", &ShowtimeSourceDefinition::like,
                  "The event whose plan, prices, ticket types and sale rules new ones get, and whose house has the clock; absent once it is deleted"),
            field("schedule", &ShowtimeSourceDefinition::schedule, "When the server looks by itself; only with an address"),
            field("mode", &ShowtimeSourceDefinition::mode, "What it does then: look only, or make drafts of what is new"));
    }
};

template<>
struct Fields<ShowtimeCounts> {
    static constexpr const char *name = "ShowtimeCounts";
    static constexpr auto all()
    {
        return std::make_tuple(field("new", &ShowtimeCounts::fresh, "That the programme has not"), field("changed", &ShowtimeCounts::changed, "That are otherwise"),
                               field("kept", &ShowtimeCounts::kept, "That are otherwise only where the house has its own"), field("gone", &ShowtimeCounts::gone, "That the source has not any more"),
                               field("unchanged", &ShowtimeCounts::unchanged, "That are the same"), field("deleted", &ShowtimeCounts::deleted, "That the house has deleted"),
                               field("elsewhere", &ShowtimeCounts::elsewhere, "In other halls"), field("problems", &ShowtimeCounts::problems, "That could not be read, or not as they were written"));
    }
};

template<>
struct Fields<ShowtimeRun> {
    static constexpr const char *name = "ShowtimeRun";
    static constexpr auto all()
    {
        return std::make_tuple(field("at", &ShowtimeRun::at, "When"), field("counts", &ShowtimeRun::counts, "What was found"),
                               field("created", &ShowtimeRun::created, "Drafts that the server made by itself"),
                               field("error", &ShowtimeRun::error, "Kind of the error; absent when all went well", {.max = 64}));
    }
};

template<>
struct Fields<ShowtimeSource> {
    static constexpr const char *name = "ShowtimeSource";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &ShowtimeSource::id, "The source"), field("definition", &ShowtimeSource::definition, "What people decided about it"),
                               field("version", &ShowtimeSource::version, "Rises with every change by people"),
                               field("lastRun", &ShowtimeSource::lastRun, "What came of looking at it last; absent before"));
    }
};

template<>
struct Fields<ShowtimeProblem> {
    static constexpr const char *name = "ShowtimeProblem";
    static constexpr auto all()
    {
        return std::make_tuple(field("fault", &ShowtimeProblem::fault, "What is wrong"), field("where", &ShowtimeProblem::where, "A line, or what it is about"),
                               field("text", &ShowtimeProblem::text, "As it was written; may be empty"),
                               field("cause", &ShowtimeProblem::cause, "More about what is unsupported, where more is known"));
    }
};

template<>
struct Fields<ShowtimeFacts> {
    static constexpr const char *name = "ShowtimeFacts";
    static constexpr auto all()
    {
        return std::make_tuple(field("name", &ShowtimeFacts::name, "For people"), field("description", &ShowtimeFacts::description, "Its beginning", kExcerptRule),
                               field("category", &ShowtimeFacts::category, "What kind of event"), field("start", &ShowtimeFacts::start, "When it begins"),
                               field("durationMinutes", &ShowtimeFacts::durationMinutes, "0: unknown"));
    }
};

template<>
struct Fields<ShowtimeEntry> {
    static constexpr const char *name = "ShowtimeEntry";
    static constexpr auto all()
    {
        return std::make_tuple(field("state", &ShowtimeEntry::state, "What there is to do; kept: nothing, the house has its own"), field("uid", &ShowtimeEntry::uid, "What the source calls it"),
                               field("hall", &ShowtimeEntry::hall, "As the source has it"), field("cancelled", &ShowtimeEntry::cancelled, "Of one that is gone: the source says that it is cancelled"),
                               field("event", &ShowtimeEntry::event, "That came of it"), field("before", &ShowtimeEntry::before, "As the house has it"),
                               field("after", &ShowtimeEntry::after, "As it would become"), field("changes", &ShowtimeEntry::changes, "What would change"),
                               field("kept", &ShowtimeEntry::kept, "What the house has changed itself, and the source too; it stays"));
    }
};

template<>
struct Fields<ShowtimeOutcome> {
    static constexpr const char *name = "ShowtimeOutcome";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &ShowtimeOutcome::event, "The event; absent when it is deleted"),
                               field("deed", &ShowtimeOutcome::deed, "What was done. Paused: what is gone, and was sold, is held or blocked"));
    }
};

template<>
struct Fields<ShowtimesSourcesResult> {
    static constexpr const char *name = "ShowtimesSourcesResult";
    static constexpr auto all() { return std::make_tuple(field("sources", &ShowtimesSourcesResult::sources, "By name")); }
};

template<>
struct Fields<ShowtimesSaveSourceParams> {
    static constexpr const char *name = "ShowtimesSaveSourceParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("source", &ShowtimesSaveSourceParams::source, "Which; a new id of the caller's choosing for a new one"),
                               field("version", &ShowtimesSaveSourceParams::version, "As it was read; 0 when it is new", kVersionRule),
                               field("definition", &ShowtimesSaveSourceParams::definition, "As it is to be"));
    }
};

template<>
struct Fields<ShowtimesSaveSourceResult> {
    static constexpr const char *name = "ShowtimesSaveSourceResult";
    static constexpr auto all() { return std::make_tuple(field("source", &ShowtimesSaveSourceResult::source, "As it is kept")); }
};

template<>
struct Fields<ShowtimesRemoveSourceParams> {
    static constexpr const char *name = "ShowtimesRemoveSourceParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("source", &ShowtimesRemoveSourceParams::source, "Which"), field("version", &ShowtimesRemoveSourceParams::version, "As it was read", kVersionRule));
    }
};

template<>
struct Fields<ShowtimesPreviewParams> {
    static constexpr const char *name = "ShowtimesPreviewParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("source", &ShowtimesPreviewParams::source, "Which"),
                               field("upload", &ShowtimesPreviewParams::upload, "A file, as sent with uploads.append; otherwise the server fetches the source's address"));
    }
};

template<>
struct Fields<ShowtimesPreviewResult> {
    static constexpr const char *name = "ShowtimesPreviewResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("preview", &ShowtimesPreviewResult::preview, "Names it, for this session"), field("timeZone", &ShowtimesPreviewResult::timeZone, "IANA zone of the house"),
                               field("counts", &ShowtimesPreviewResult::counts, "What was found"),
                               field("problems", &ShowtimesPreviewResult::problems, "What could not be read, or not as it was written", {.max = ShowtimeLimits::kProblems}),
                               field("moreProblems", &ShowtimesPreviewResult::moreProblems, "Than are listed"),
                               field("whole", &ShowtimesPreviewResult::whole,
                                     "Whether the source was read whole. If not, nothing counts as gone only because it is not there; absent: a server of before 1.13"));
    }
};

template<>
struct Fields<ShowtimesEntriesParams> {
    static constexpr const char *name = "ShowtimesEntriesParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("preview", &ShowtimesEntriesParams::preview, "From showtimes.preview"),
                               field("offset", &ShowtimesEntriesParams::offset, "Entries that are there already", {.min = 0}));
    }
};

template<>
struct Fields<ShowtimesEntriesResult> {
    static constexpr const char *name = "ShowtimesEntriesResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("total", &ShowtimesEntriesResult::total, "Entries in all; what is unchanged is none"),
                               field("entries", &ShowtimesEntriesResult::entries, "The next ones; empty at the end", {.max = kShowtimesPage}));
    }
};

template<>
struct Fields<ShowtimesApplyParams> {
    static constexpr const char *name = "ShowtimesApplyParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("preview", &ShowtimesApplyParams::preview, "From showtimes.preview"),
                               field("chosen", &ShowtimesApplyParams::chosen, "Positions of entries, from 0",
                                     {.min = 1, .max = ShowtimeLimits::kChosen, .itemMin = 0, .itemMax = std::numeric_limits<qint32>::max()}),
                               field("publish", &ShowtimesApplyParams::publish, "Whether what is new is published at once; otherwise it is a draft"));
    }
};

template<>
struct Fields<ShowtimesApplyResult> {
    static constexpr const char *name = "ShowtimesApplyResult";
    static constexpr auto all() { return std::make_tuple(field("outcomes", &ShowtimesApplyResult::outcomes, "Of what was chosen, in that order", {.max = ShowtimeLimits::kChosen})); }
};

PARTERRE_INSTANTIATE_MESSAGE(ShowtimesSourcesResult);
PARTERRE_INSTANTIATE_MESSAGE(ShowtimesSaveSourceParams);
PARTERRE_INSTANTIATE_MESSAGE(ShowtimesSaveSourceResult);
PARTERRE_INSTANTIATE_MESSAGE(ShowtimesRemoveSourceParams);
PARTERRE_INSTANTIATE_MESSAGE(ShowtimesPreviewParams);
PARTERRE_INSTANTIATE_MESSAGE(ShowtimesPreviewResult);
PARTERRE_INSTANTIATE_MESSAGE(ShowtimesEntriesParams);
PARTERRE_INSTANTIATE_MESSAGE(ShowtimesEntriesResult);
PARTERRE_INSTANTIATE_MESSAGE(ShowtimesApplyParams);
PARTERRE_INSTANTIATE_MESSAGE(ShowtimesApplyResult);

} // namespace parterre::protocol
