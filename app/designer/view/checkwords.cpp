// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/checkwords.h"

#include <QCoreApplication>

namespace parterre {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DesignChecks)
};

} // namespace

QString checkTitle(const CheckEntry &entry)
{
    const auto seats = static_cast<int>(entry.seats.size());
    switch (entry.kind) {
    case CheckKind::NoPlaces: return Words::tr("There is nothing to sell yet");
    case CheckKind::TooManyPlaces: return Words::tr("There are too many places");
    case CheckKind::LabelRepeated: return seats > 0 ? Words::tr("%Ln seats are called %1", nullptr, seats).arg(entry.name) : Words::tr("Two areas are called %1").arg(entry.name);
    case CheckKind::LabelMissing: return seats > 0 ? Words::tr("%Ln seats have no number", nullptr, seats) : Words::tr("A table or an area has no name");
    case CheckKind::NoCategory: return seats > 0 ? Words::tr("%Ln seats have no category", nullptr, seats) : Words::tr("An area has no category");
    case CheckKind::NoCapacity: return Words::tr("Nobody fits into an area");
    case CheckKind::OutlineMissing: return Words::tr("An area has no outline");
    case CheckKind::RowLabelMissing: return Words::tr("A row has no label");
    case CheckKind::SeatsOverlap: return Words::tr("Two seats overlap");
    case CheckKind::OffTheFloor: return Words::tr("%Ln seats stand beside the floor", nullptr, seats);
    case CheckKind::CompanionAlone: return Words::tr("A companion's seat has no wheelchair place");
    case CheckKind::CompanionFar: return Words::tr("A companion sits far from the wheelchair place");
    case CheckKind::WheelchairAlone: return Words::tr("A wheelchair place has no companion's seat");
    case CheckKind::RowGap: return Words::tr("A gap in row %1 looks like a mistake").arg(entry.name);
    case CheckKind::NoFocus: return Words::tr("Nobody knows what people look at");
    }
    return {};
}

QString checkAdvice(const CheckEntry &entry)
{
    switch (entry.kind) {
    case CheckKind::NoPlaces: return Words::tr("Draw rows, tables or an area.");
    case CheckKind::TooManyPlaces: return Words::tr("A plan has at most half a million places and a thousand areas.");
    case CheckKind::LabelRepeated: return Words::tr("Give one of the rows another label, or its seats other numbers.");
    case CheckKind::LabelMissing: return Words::tr("Number the seats, or give it a name.");
    case CheckKind::NoCategory: return Words::tr("Choose a category and paint them: it decides what they cost.");
    case CheckKind::NoCapacity: return Words::tr("Say how many people may be in it.");
    case CheckKind::OutlineMissing: return Words::tr("Delete it and draw it anew.");
    case CheckKind::RowLabelMissing: return Words::tr("People find their seat by it.");
    case CheckKind::SeatsOverlap: return Words::tr("Move one of them, or make them smaller.");
    case CheckKind::OffTheFloor: return Words::tr("Move them, or draw the floor of the section larger.");
    case CheckKind::CompanionAlone: return Words::tr("Select both seats and join them.");
    case CheckKind::CompanionFar: return Words::tr("They should sit side by side.");
    case CheckKind::WheelchairAlone: return Words::tr("Select it with a seat beside it and join them.");
    case CheckKind::RowGap: return Words::tr("It is wider than between other seats, but no aisle.");
    case CheckKind::NoFocus: return Words::tr("Set it with the tool: the best seats are found from there.");
    }
    return {};
}

} // namespace parterre
