// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/showtimetext.h"

#include "shared/core/localtime.h"

#include <QTimeZone>

#include <algorithm>

namespace parterre::server {

namespace {

constexpr qsizetype kMinute = 16; // "2027-02-05T19:30"

QString stateWord(const ShowtimeEntry &entry)
{
    switch (entry.state) {
    case ShowtimeState::New: return QStringLiteral("new");
    case ShowtimeState::Changed: return QStringLiteral("changed");
    case ShowtimeState::Kept: return QStringLiteral("kept");
    case ShowtimeState::Gone: return entry.cancelled ? QStringLiteral("cancelled") : QStringLiteral("gone");
    case ShowtimeState::Deleted: return QStringLiteral("deleted");
    case ShowtimeState::Unchanged: break;
    }
    return QStringLiteral("unchanged");
}

QString fieldWords(const QList<EventField> &fields)
{
    QStringList words;
    for (const EventField field : fields) {
        switch (field) {
        case EventField::Name: words.append(QStringLiteral("name")); break;
        case EventField::Description: words.append(QStringLiteral("description")); break;
        case EventField::Category: words.append(QStringLiteral("kind")); break;
        case EventField::Start: words.append(QStringLiteral("start")); break;
        case EventField::Duration: words.append(QStringLiteral("length")); break;
        default: break;
        }
    }
    return words.join(QStringLiteral(", "));
}

QString entryLine(const ShowtimeEntry &entry, const QTimeZone &zone)
{
    const ShowtimeFacts &facts = entry.after ? *entry.after : *entry.before;
    QString line = QStringLiteral("%1  %2  %3").arg(stateWord(entry), -9).arg(toIsoLocal(localIn(zone, facts.start)).first(kMinute), facts.name);
    if (!entry.hall.isEmpty())
        line += QStringLiteral(", ") + entry.hall;
    if (!entry.changes.isEmpty())
        line += QStringLiteral("; other there: ") + fieldWords(entry.changes);
    if (!entry.kept.isEmpty())
        line += QStringLiteral("; changed here, stays: ") + fieldWords(entry.kept);
    return line;
}

QString causeWords(ShowtimeCause cause)
{
    switch (cause) {
    case ShowtimeCause::DateUnreadable: return QStringLiteral("one of its dates cannot be read");
    case ShowtimeCause::CutOff: return QStringLiteral("the programme ends in the middle");
    case ShowtimeCause::Outdated: return QStringLiteral("is older than what is known of it");
    case ShowtimeCause::NothingThere: break;
    }
    return QStringLiteral("no showtime is there");
}

QString faultWords(const ShowtimeProblem &problem)
{
    if (problem.cause)
        return causeWords(*problem.cause);
    switch (problem.fault) {
    case ShowtimeFault::NameMissing: return QStringLiteral("has no name");
    case ShowtimeFault::StartMissing: return QStringLiteral("has no start");
    case ShowtimeFault::StartUnreadable: return QStringLiteral("the start cannot be read");
    case ShowtimeFault::ZoneUnknown: return QStringLiteral("unknown time zone, read by the clock of the house");
    case ShowtimeFault::RuleUnreadable: return QStringLiteral("the rule of its dates cannot be read, only the first is there");
    case ShowtimeFault::DatesLeftOut: return QStringLiteral("its dates go on for longer than two years, later ones are left out");
    case ShowtimeFault::DurationUnreadable: return QStringLiteral("the length cannot be read");
    case ShowtimeFault::Repeated: return QStringLiteral("is there twice");
    case ShowtimeFault::TooMany: return QStringLiteral("is more than can be read, from here on all is left out");
    case ShowtimeFault::Past: return QStringLiteral("is over already");
    case ShowtimeFault::CalledOff: return QStringLiteral("is called off there, and was never here");
    case ShowtimeFault::Unusable: return QStringLiteral("an event like this cannot be");
    case ShowtimeFault::Unsupported: break;
    }
    return QStringLiteral("is not understood");
}

QString problemLine(const ShowtimeProblem &problem)
{
    const QString line = QStringLiteral("problem    %1: %2").arg(problem.where, faultWords(problem));
    return problem.text.isEmpty() ? line : line + QStringLiteral(" (%1)").arg(problem.text);
}

QString countsLine(const ShowtimeCounts &counts)
{
    return QStringLiteral("new %1, changed %2, kept %3, gone %4, unchanged %5, deleted here %6, in other halls %7, problems %8")
        .arg(counts.fresh)
        .arg(counts.changed)
        .arg(counts.kept)
        .arg(counts.gone)
        .arg(counts.unchanged)
        .arg(counts.deleted)
        .arg(counts.elsewhere)
        .arg(counts.problems);
}

} // namespace

QStringList findingLines(const services::ShowtimeComparison &found, const QTimeZone &zone)
{
    QStringList lines;
    for (const ShowtimeEntry &entry : found.entries)
        lines.append(entryLine(entry, zone));
    for (const ShowtimeProblem &problem : found.problems)
        lines.append(problemLine(problem));
    if (found.moreProblems > 0)
        lines.append(QStringLiteral("problem    and %1 more").arg(found.moreProblems));
    if (!found.whole)
        lines.append(QStringLiteral("The source was not read whole: nothing is shown as gone only because it is not there"));
    lines.append(countsLine(found.counts));
    return lines;
}

QString outcomeLine(const QList<ShowtimeOutcome> &outcomes, bool published)
{
    const auto count = [&outcomes](ShowtimeDeed deed) {
        return std::count_if(outcomes.begin(), outcomes.end(), [deed](const ShowtimeOutcome &outcome) { return outcome.deed == deed; });
    };
    return QStringLiteral("%1 %2, changed %3, deleted %4, sales paused %5")
        .arg(published ? QStringLiteral("Published") : QStringLiteral("New drafts"))
        .arg(count(ShowtimeDeed::Created))
        .arg(count(ShowtimeDeed::Changed))
        .arg(count(ShowtimeDeed::Deleted))
        .arg(count(ShowtimeDeed::Paused));
}

} // namespace parterre::server
