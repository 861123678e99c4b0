// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/seriesedit.h"

namespace parterre {

// What is read of somebody else's programme at most.
struct ShowtimeLimits {
    static constexpr qint64 kFileBytes = 8 * 1024 * 1024;
    static constexpr qsizetype kShowtimes = 2'000;
    static constexpr qsizetype kProblems = 100;          // that are told one by one
    static constexpr qsizetype kUidLength = 250;
    static constexpr qsizetype kHallLength = 200;
    static constexpr qsizetype kUrlLength = 2'000;
    static constexpr qsizetype kChosen = 400;            // written in one transaction
    static constexpr int kYears = 2;                     // from now on
};

// How a programme is written. Automatic: whatever its beginning says.
enum class ShowtimeFormat { Automatic, Calendar, Csv, JsonLd };

// One performance as somebody else's programme has it.
struct Showtime {
    QString uid = {};                                // of this performance alone, the same each time it is read
    QString alias = {};                              // another that it may be known by: with its start, or without; empty: none
    QString name = {};
    QString description = {};
    std::optional<EventCategory> category = {};      // nothing: the programme does not say
    Instant start = {};
    qint32 durationMinutes = 0;                      // 0: unknown
    QString hall = {};
    bool cancelled = false;
    std::optional<qint32> sequence = {};             // rises when the programme changes it; nothing: it does not say

    friend bool operator==(const Showtime &, const Showtime &) = default;
};

// Why something of a programme is not among the showtimes, or not as it was written.
enum class ShowtimeFault {
    NameMissing,
    StartMissing,
    StartUnreadable,
    ZoneUnknown,      // read by the clock of the house
    RuleUnreadable,   // its first date is there
    DatesLeftOut,     // a rule goes on for longer than is read
    DurationUnreadable,
    Repeated,         // the same performance was there before
    TooMany,          // from here on nothing was read
    Unsupported,
    Past,             // it has begun, and was never taken over
    CalledOff,        // it is called off, and was never taken over
    Unusable,         // an event like this cannot be
};

// More about what is Unsupported. A list of its own, since those who know only that one shall go on reading.
enum class ShowtimeCause {
    DateUnreadable,   // one that is added to its dates, left out of them or moved
    CutOff,           // the programme ends in the middle
    Outdated,         // there is a newer state of it, in the programme or taken over
    NothingThere,     // no showtime at all
};

struct ShowtimeProblem {
    ShowtimeFault fault = ShowtimeFault::Unsupported;
    QString where = {};                              // "line 12", or what it is about
    QString text = {};                               // as it was written
    std::optional<ShowtimeCause> cause = {};

    friend bool operator==(const ShowtimeProblem &, const ShowtimeProblem &) = default;
};

struct ShowtimeReading {
    QList<Showtime> showtimes = {};                  // each once, in the order of the programme
    QList<ShowtimeProblem> problems = {};
    qint32 moreProblems = 0;                         // than are listed
    bool whole = true;                               // otherwise there may be more showtimes than these: what is not there may be all the same

    friend bool operator==(const ShowtimeReading &, const ShowtimeReading &) = default;
};

// By what a server knows that a page has not changed, as it said when the page was read.
struct PageMarks {
    QString url = {};                                // that gave it, after all redirections
    QString etag = {};
    QString modified = {};

    friend bool operator==(const PageMarks &, const PageMarks &) = default;
};

// When a source is looked at by itself, and what is done then.
enum class ShowtimeSchedule { Never, Hourly, Daily };
enum class ShowtimeMode { Look, Create };            // Create: what is new becomes a draft; all else is left to people

struct ShowtimeSourceDefinition {
    QString name = {};
    ShowtimeFormat format = ShowtimeFormat::Automatic;
    std::optional<QString> url = {};                 // nothing: a file is chosen each time
    QString hall = {};                               // only what is there; empty: everything
    std::optional<EventId> like = {};                // whose plan, prices, ticket types and sale rules new events get; nothing once it is deleted
    ShowtimeSchedule schedule = ShowtimeSchedule::Never;
    ShowtimeMode mode = ShowtimeMode::Look;

    friend bool operator==(const ShowtimeSourceDefinition &, const ShowtimeSourceDefinition &) = default;
};

struct ShowtimeCounts {
    qint32 fresh = 0;
    qint32 changed = 0;
    qint32 kept = 0;
    qint32 gone = 0;
    qint32 unchanged = 0;
    qint32 deleted = 0;
    qint32 elsewhere = 0;                            // in other halls
    qint32 problems = 0;

    friend bool operator==(const ShowtimeCounts &, const ShowtimeCounts &) = default;
};

// What came of looking at a source the last time.
struct ShowtimeRun {
    Instant at = {};
    ShowtimeCounts counts = {};
    qint32 created = 0;
    std::optional<QString> error = {};               // kind; nothing could be read

    friend bool operator==(const ShowtimeRun &, const ShowtimeRun &) = default;
};

struct ShowtimeSource {
    ShowtimeSourceId id = {};
    ShowtimeSourceDefinition definition = {};
    qint32 version = 1;                              // rises with every change people make
    std::optional<ShowtimeRun> lastRun = {};

    friend bool operator==(const ShowtimeSource &, const ShowtimeSource &) = default;
};

// What a programme says of one event, next to what the house has.
enum class ShowtimeState {
    New,
    Changed,
    Kept,             // it differs only where the house has its own
    Gone,             // it is not in the programme any more, or cancelled there
    Unchanged,
    Deleted,          // it was taken over, and the house has deleted it
};

// What an event is like that a programme can say.
struct ShowtimeFacts {
    QString name = {};
    QString description = {};
    EventCategory category = EventCategory::Other;
    Instant start = {};
    qint32 durationMinutes = 0;

    friend bool operator==(const ShowtimeFacts &, const ShowtimeFacts &) = default;
};

struct ShowtimeEntry {
    ShowtimeState state = ShowtimeState::New;
    QString uid = {};
    QString hall = {};
    bool cancelled = false;                          // of one that is gone: the programme says so
    std::optional<EventId> event = {};
    std::optional<ShowtimeFacts> before = {};        // as the house has it; nothing when it is new
    std::optional<ShowtimeFacts> after = {};         // as it would become; nothing when it is gone
    QList<EventField> changes = {};
    QList<EventField> kept = {};                     // that the house has changed itself, and the programme too

    friend bool operator==(const ShowtimeEntry &, const ShowtimeEntry &) = default;
};

// What was done about an entry.
enum class ShowtimeDeed { Created, Changed, Deleted, Paused, Nothing };

struct ShowtimeOutcome {
    std::optional<EventId> event = {};
    ShowtimeDeed deed = ShowtimeDeed::Nothing;

    friend bool operator==(const ShowtimeOutcome &, const ShowtimeOutcome &) = default;
};

} // namespace parterre
