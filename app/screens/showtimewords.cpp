// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/showtimewords.h"

#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace parterre::ui {
namespace {

class ShowtimeWords
{
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::ShowtimeWords)
};

QString fieldText(EventField field)
{
    switch (field) {
    case EventField::Name: return ShowtimeWords::tr("Name");
    case EventField::Description: return ShowtimeWords::tr("Description");
    case EventField::Category: return ShowtimeWords::tr("Kind");
    case EventField::Start: return ShowtimeWords::tr("Start");
    case EventField::Duration: return ShowtimeWords::tr("Length");
    default: return {};
    }
}

QString categoryText(EventCategory category)
{
    switch (category) {
    case EventCategory::Movie: return ShowtimeWords::tr("film");
    case EventCategory::Concert: return ShowtimeWords::tr("concert");
    case EventCategory::Play: return ShowtimeWords::tr("play");
    case EventCategory::Sport: return ShowtimeWords::tr("sport");
    case EventCategory::Other: break;
    }
    return ShowtimeWords::tr("other");
}

QString valueText(EventField field, const ShowtimeFacts &facts, const QString &timeZone, const QLocale &locale)
{
    switch (field) {
    case EventField::Name: return isolated(facts.name);
    case EventField::Category: return categoryText(facts.category);
    case EventField::Start: return isolated(locale.toString(inZone(facts.start, timeZone), QLocale::ShortFormat)); // the long one has a column of its own
    case EventField::Duration: return facts.durationMinutes > 0 ? ShowtimeWords::tr("%Ln min", nullptr, facts.durationMinutes) : ShowtimeWords::tr("unknown");
    default: return {};
    }
}

QString causeText(ShowtimeCause cause)
{
    switch (cause) {
    case ShowtimeCause::DateUnreadable: return ShowtimeWords::tr("one of its dates cannot be read");
    case ShowtimeCause::CutOff: return ShowtimeWords::tr("the source ends in the middle");
    case ShowtimeCause::Outdated: return ShowtimeWords::tr("is older than what is known of it; nothing is changed");
    case ShowtimeCause::NothingThere: break;
    }
    return ShowtimeWords::tr("no showtime is there");
}

} // namespace

QString stateText(const ShowtimeEntry &entry)
{
    switch (entry.state) {
    case ShowtimeState::New: return ShowtimeWords::tr("New");
    case ShowtimeState::Changed: return ShowtimeWords::tr("Changed");
    case ShowtimeState::Kept: return ShowtimeWords::tr("Kept as it is");
    case ShowtimeState::Gone: return entry.cancelled ? ShowtimeWords::tr("Called off there") : ShowtimeWords::tr("Gone there");
    case ShowtimeState::Deleted: return ShowtimeWords::tr("Deleted here");
    case ShowtimeState::Unchanged: break;
    }
    return ShowtimeWords::tr("Unchanged");
}

std::pair<Glyph, Tone> stateSign(ShowtimeState state)
{
    switch (state) {
    case ShowtimeState::New: return {Glyph::Plus, Tone::Success};
    case ShowtimeState::Changed: return {Glyph::Pencil, Tone::Info};
    case ShowtimeState::Gone: return {Glyph::Minus, Tone::Danger};
    case ShowtimeState::Deleted: return {Glyph::Trash, Tone::Muted};
    case ShowtimeState::Kept: return {Glyph::Lock, Tone::Warning};
    case ShowtimeState::Unchanged: break;
    }
    return {Glyph::Check, Tone::Muted};
}

QString changeText(const ShowtimeEntry &entry, const QString &timeZone, const QLocale &locale)
{
    QStringList parts;
    for (const EventField field : entry.changes) {
        if (field == EventField::Description || !entry.before || !entry.after)
            parts.append(ShowtimeWords::tr("Another description"));
        else
            //: What changes, as it is, and as it will be
            parts.append(ShowtimeWords::tr("%1: %2 → %3").arg(fieldText(field), valueText(field, *entry.before, timeZone, locale), valueText(field, *entry.after, timeZone, locale)));
    }
    for (const EventField field : entry.kept)
        parts.append(ShowtimeWords::tr("%1: changed there and here, stays").arg(fieldText(field)));
    if (entry.state == ShowtimeState::Gone)
        parts.append(ShowtimeWords::tr("is deleted, or paused if seats are sold, held or blocked"));
    if (!entry.hall.isEmpty())
        parts.append(isolated(entry.hall));
    return parts.join(QStringLiteral("  ·  "));
}

QString faultText(const ShowtimeProblem &problem)
{
    const auto fault = [&problem] {
        if (problem.cause)
            return causeText(*problem.cause);
        switch (problem.fault) {
        case ShowtimeFault::NameMissing: return ShowtimeWords::tr("has no name");
        case ShowtimeFault::StartMissing: return ShowtimeWords::tr("has no start");
        case ShowtimeFault::StartUnreadable: return ShowtimeWords::tr("the start cannot be read");
        case ShowtimeFault::ZoneUnknown: return ShowtimeWords::tr("unknown time zone; read by the clock of the house");
        case ShowtimeFault::RuleUnreadable: return ShowtimeWords::tr("the rule of its dates cannot be read; only the first is there");
        case ShowtimeFault::DatesLeftOut: return ShowtimeWords::tr("its dates go on for longer than two years; later ones are left out");
        case ShowtimeFault::DurationUnreadable: return ShowtimeWords::tr("the length cannot be read");
        case ShowtimeFault::Repeated: return ShowtimeWords::tr("is there twice");
        case ShowtimeFault::TooMany: return ShowtimeWords::tr("is more than can be read; from here on all is left out, and nothing counts as gone");
        case ShowtimeFault::Past: return ShowtimeWords::tr("is over already");
        case ShowtimeFault::CalledOff: return ShowtimeWords::tr("is called off there, and was never here");
        case ShowtimeFault::Unusable: return ShowtimeWords::tr("an event like this cannot be");
        case ShowtimeFault::Unsupported: break;
        }
        return ShowtimeWords::tr("is not understood");
    };
    const QString where = isolated(problem.where);
    return problem.text.isEmpty() ? ShowtimeWords::tr("%1: %2").arg(where, fault()) : ShowtimeWords::tr("%1: %2 (%3)").arg(where, fault(), isolated(problem.text));
}

QString countsText(const ShowtimeCounts &counts, const QLocale &locale)
{
    QStringList parts;
    const auto add = [&](qint32 count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(locale.toString(count)));
    };
    add(counts.fresh, ShowtimeWords::tr("New: %1"));
    add(counts.changed, ShowtimeWords::tr("Changed: %1"));
    add(counts.kept, ShowtimeWords::tr("Kept: %1"));
    add(counts.gone, ShowtimeWords::tr("Gone: %1"));
    add(counts.deleted, ShowtimeWords::tr("Deleted here: %1"));
    add(counts.unchanged, ShowtimeWords::tr("Unchanged: %1"));
    add(counts.elsewhere, ShowtimeWords::tr("In other halls: %1"));
    add(counts.problems, ShowtimeWords::tr("Problems: %1"));
    return parts.isEmpty() ? ShowtimeWords::tr("Nothing is there.") : parts.join(QStringLiteral("  ·  "));
}

QString runText(const ShowtimeSource &source, const QLocale &locale)
{
    if (!source.lastRun)
        return ShowtimeWords::tr("Not looked at yet");
    const ShowtimeRun &run = *source.lastRun;
    const QString at = isolated(formatDateTime(run.at, QString::fromLatin1(QTimeZone::systemTimeZoneId()), locale));
    if (run.error)
        return ShowtimeWords::tr("%1: %2").arg(at, errorText({.code = errorCodeFromKind(*run.error).value_or(ErrorCode::Internal)}));
    return ShowtimeWords::tr("%1: %2").arg(at, countsText(run.counts, locale));
}

QString outcomeText(const QList<ShowtimeOutcome> &outcomes, bool published, const QLocale &locale)
{
    const auto count = [&outcomes](ShowtimeDeed deed) {
        return static_cast<int>(std::count_if(outcomes.begin(), outcomes.end(), [deed](const ShowtimeOutcome &outcome) { return outcome.deed == deed; }));
    };
    QStringList parts;
    const auto add = [&](int number, const QString &text) {
        if (number > 0)
            parts.append(text.arg(locale.toString(number)));
    };
    add(count(ShowtimeDeed::Created), published ? ShowtimeWords::tr("Published: %1") : ShowtimeWords::tr("New drafts: %1"));
    add(count(ShowtimeDeed::Changed), ShowtimeWords::tr("Changed: %1"));
    add(count(ShowtimeDeed::Deleted), ShowtimeWords::tr("Deleted: %1"));
    add(count(ShowtimeDeed::Paused), ShowtimeWords::tr("Sales paused: %1"));
    return parts.isEmpty() ? ShowtimeWords::tr("There was nothing left to do.") : parts.join(QStringLiteral("  ·  "));
}

} // namespace parterre::ui
