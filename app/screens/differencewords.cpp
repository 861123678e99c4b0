// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/differencewords.h"

#include "app/widgets/plaintext.h"

#include <QCoreApplication>

namespace parterre::ui {

namespace {

constexpr qsizetype kNamed = 6; // seats of a group that are told by name

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::DifferenceWords)
};

QString seatsTitle(const DifferenceGroup &group)
{
    const int n = static_cast<int>(group.places.size());
    const bool one = n == 1;
    switch (group.difference) {
    case Difference::Gone: return one ? Words::tr("1 seat gone") : Words::tr("%Ln seats gone", nullptr, n);
    case Difference::Added: return one ? Words::tr("1 new seat") : Words::tr("%Ln new seats", nullptr, n);
    case Difference::Moved: return one ? Words::tr("1 seat moved") : Words::tr("%Ln seats moved", nullptr, n);
    case Difference::Relabelled: return one ? Words::tr("1 seat called otherwise") : Words::tr("%Ln seats called otherwise", nullptr, n);
    case Difference::Recategorised: return one ? Words::tr("1 seat in another price category") : Words::tr("%Ln seats in another price category", nullptr, n);
    case Difference::Attributes: return one ? Words::tr("1 seat with other attributes") : Words::tr("%Ln seats with other attributes", nullptr, n);
    case Difference::SoldOtherwise:
        if (group.soldWhole)
            return one ? Words::tr("1 seat sold with its whole table") : Words::tr("%Ln seats sold with their whole table", nullptr, n);
        return one ? Words::tr("1 seat sold on its own") : Words::tr("%Ln seats sold one by one", nullptr, n);
    case Difference::Resized: return one ? Words::tr("1 seat of another size") : Words::tr("%Ln seats of another size", nullptr, n);
    }
    Q_UNREACHABLE();
}

QString areaTitle(Difference difference)
{
    switch (difference) {
    case Difference::Gone: return Words::tr("An area is gone");
    case Difference::Added: return Words::tr("A new area");
    case Difference::Moved: return Words::tr("An area moved");
    case Difference::Relabelled: return Words::tr("An area has another name");
    case Difference::Recategorised: return Words::tr("An area in another price category");
    case Difference::Resized: return Words::tr("An area holds more or fewer");
    case Difference::Attributes:
    case Difference::SoldOtherwise: break;
    }
    return Words::tr("An area changed");
}

QString turned(const QString &before, const QString &after)
{
    return Words::tr("%1 → %2").arg(isolated(before), isolated(after));
}

QStringList attributeNames(SeatAttributes attributes)
{
    QStringList names;
    const auto add = [&](SeatAttribute attribute, const QString &name) {
        if (attributes.testFlag(attribute))
            names.append(name);
    };
    add(SeatAttribute::Wheelchair, Words::tr("wheelchair place"));
    add(SeatAttribute::Companion, Words::tr("companion seat"));
    add(SeatAttribute::RestrictedView, Words::tr("restricted view"));
    add(SeatAttribute::Aisle, Words::tr("on the aisle"));
    add(SeatAttribute::StepFree, Words::tr("step-free"));
    add(SeatAttribute::HouseSeat, Words::tr("house seat"));
    return names;
}

QStringList natureOf(const DifferenceGroup &group)
{
    if (group.difference == Difference::Recategorised)
        return {turned(group.categoryBefore, group.categoryAfter)};
    QStringList words;
    for (const QString &name : attributeNames(group.gained))
        words.append(Words::tr("now: %1").arg(name));
    for (const QString &name : attributeNames(group.lost))
        words.append(Words::tr("no longer: %1").arg(name));
    return words;
}

QString seatNames(const DifferenceGroup &group, const PlanReview &review)
{
    QStringList names;
    for (const DifferentPlace &place : group.places.first(std::min(group.places.size(), kNamed))) {
        if (group.difference == Difference::Relabelled)
            names.append(turned(review.before().shortLabel(place.before), review.after().shortLabel(place.after)));
        else
            names.append(isolated(place.after == DifferentPlace::kNowhere ? review.before().shortLabel(place.before) : review.after().shortLabel(place.after)));
    }
    const int more = static_cast<int>(group.places.size() - names.size());
    const QString named = names.join(Words::tr(", ", "between the names of seats"));
    return more == 0 ? named : Words::tr("%1 and %Ln more", nullptr, more).arg(named);
}

QStringList areaWords(const DifferenceGroup &group, const PlanReview &review, const QLocale &locale)
{
    const DifferentPlace &place = group.places.constFirst();
    const bool isGone = place.after == DifferentPlace::kNowhere;
    const Area &area = isGone ? review.before().area(place.before) : review.after().area(place.after);
    const bool isRenamed = group.difference == Difference::Relabelled;
    const bool isResized = group.difference == Difference::Resized;
    QStringList words {isRenamed ? turned(review.before().area(place.before).name, area.name) : isolated(area.name)};
    if (isResized)
        words.append(Words::tr("%1 places").arg(turned(locale.toString(review.before().area(place.before).capacity), locale.toString(area.capacity))));
    else if (!isRenamed)
        words.append(Words::tr("%Ln places", nullptr, area.capacity));
    return words;
}

} // namespace

QString differenceTitle(const DifferenceGroup &group)
{
    return group.isArea ? areaTitle(group.difference) : seatsTitle(group);
}

QString differenceDetail(const DifferenceGroup &group, const PlanReview &review, const QLocale &locale)
{
    QStringList parts {isolated(group.section)};
    parts += natureOf(group);
    if (group.isArea)
        parts += areaWords(group, review, locale);
    else
        parts.append(seatNames(group, review));
    return parts.join(QStringLiteral(" · "));
}

PlaceMarkKind differenceMark(const DifferenceGroup &group)
{
    switch (group.difference) {
    case Difference::Gone: return PlaceMarkKind::Gone;
    case Difference::Added: return PlaceMarkKind::Added;
    case Difference::Moved: return PlaceMarkKind::Moved;
    default: return PlaceMarkKind::Changed;
    }
}

} // namespace parterre::ui
