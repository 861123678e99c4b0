// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/eventwords.h"

#include "app/widgets/formats.h"

#include <QCoreApplication>

#include <algorithm>

namespace parterre::ui {
namespace {

struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::EventWords)
};

constexpr qsizetype kMostNamed = 3; // dates in one sentence

QString fieldWord(EventField field)
{
    switch (field) {
    case EventField::Name: return EventWords::tr("name");
    case EventField::Description: return EventWords::tr("description");
    case EventField::Category: return EventWords::tr("kind of event");
    case EventField::Start: return EventWords::tr("time of day");
    case EventField::Duration: return EventWords::tr("duration");
    case EventField::TicketTypes: return EventWords::tr("ticket types");
    case EventField::Prices: return EventWords::tr("prices");
    case EventField::SaleRules: return EventWords::tr("rules of the sale");
    case EventField::PriceRules: return EventWords::tr("fees and tax");
    case EventField::Poster: return EventWords::tr("poster");
    }
    return {};
}

QString doneText(EventDesk::Action action, int dates)
{
    const bool one = dates == 1;
    switch (action) {
    case EventDesk::Action::Publish:
        return one ? EventWords::tr("1 date is published, and sold within its sales window.") : EventWords::tr("%Ln dates are published, and sold within their sales windows.", nullptr, dates);
    case EventDesk::Action::Pause: return one ? EventWords::tr("Sales of 1 date are paused.") : EventWords::tr("Sales of %Ln dates are paused.", nullptr, dates);
    case EventDesk::Action::Cancel:
        return one ? EventWords::tr("1 date is cancelled. Nobody can buy or hold seats of it; choose it to see what is owed to whom.")
                   : EventWords::tr("%Ln dates are cancelled. Nobody can buy or hold seats of them; choose one of them to see what is owed to whom.", nullptr, dates);
    default: return one ? EventWords::tr("1 date is saved.") : EventWords::tr("%Ln dates are saved.", nullptr, dates);
    }
}

int changedOf(const QList<SeriesChange> &dates)
{
    return static_cast<int>(std::count_if(dates.begin(), dates.end(), [](const SeriesChange &date) { return date.changed; }));
}

// And what single dates have of their own.
QString withKept(QString text, const QList<SeriesChange> &dates, const QString &timeZone, const QLocale &locale)
{
    QStringList kept;
    for (const SeriesChange &date : dates) {
        QStringList fields;
        for (const EventField field : date.kept)
            fields.append(fieldWord(field));
        if (!fields.isEmpty())
            kept.append(EventWords::tr("%1 (%2)").arg(formatDateTime(date.start, timeZone, locale), locale.createSeparatedList(fields)));
    }
    const qsizetype more = kept.size() - kMostNamed;
    if (!kept.isEmpty())
        text += u' ' + EventWords::tr("Left as they are, being otherwise there: %1.").arg(kept.first(std::min(kept.size(), kMostNamed)).join(u"; "));
    if (more > 0)
        text += u' ' + (more == 1 ? EventWords::tr("So is 1 more date.") : EventWords::tr("So are %Ln more dates.", nullptr, static_cast<int>(more)));
    return text;
}

} // namespace

QString seriesText(EventDesk::Action action, const QList<SeriesChange> &dates, const QString &timeZone, const QLocale &locale)
{
    return withKept(doneText(action, changedOf(dates)), dates, timeZone, locale);
}

QString postersText(bool isSet, const QList<SeriesChange> &dates, const QString &timeZone, const QLocale &locale)
{
    const int changed = changedOf(dates);
    const QString set = changed == 1 ? EventWords::tr("The poster of 1 date is set.") : EventWords::tr("The posters of %Ln dates are set.", nullptr, changed);
    const QString bare = changed == 1 ? EventWords::tr("1 date has no poster any more.") : EventWords::tr("%Ln dates have no poster any more.", nullptr, changed);
    return withKept(isSet ? set : bare, dates, timeZone, locale);
}

QString problemText(const EventProblem &problem)
{
    const bool isType = problem.where.startsWith(QStringLiteral("ticketTypes"));
    switch (problem.code) {
    case EventProblemCode::TextMissing: return isType ? EventWords::tr("Give every ticket type a name.") : EventWords::tr("Give the event a name.");
    case EventProblemCode::TextTooLong: return EventWords::tr("This text is too long. Shorten it.");
    case EventProblemCode::TextInvalid: return EventWords::tr("This text has characters in it that cannot be shown. Type it again.");
    case EventProblemCode::NumberOutOfRange: return EventWords::tr("This value is not possible. Choose another.");
    case EventProblemCode::SalesNeverOpen: return EventWords::tr("Sales would end before they begin. Let them begin earlier.");
    case EventProblemCode::TooMany:
        return isType ? EventWords::tr("These are more ticket types than an event can have. Remove some.") : EventWords::tr("These are more prices than an event can have. Remove some.");
    case EventProblemCode::Repeated: return EventWords::tr("Two ticket types have the same name. Rename one of them.");
    case EventProblemCode::UnknownTicketType:
    case EventProblemCode::UnknownCategory: return EventWords::tr("A price belongs to a category or ticket type that is not there any more. Enter the prices again.");
    case EventProblemCode::NothingForSale: return EventWords::tr("Nothing can be sold without a price. Enter at least one.");
    case EventProblemCode::StartPassed: return EventWords::tr("The start is in the past. Choose a time to come.");
    }
    return {};
}

} // namespace parterre::ui
