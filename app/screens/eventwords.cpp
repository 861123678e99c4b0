// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/eventwords.h"

#include <QCoreApplication>

namespace parterre::ui {
namespace {

struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::EventWords)
};

} // namespace

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
