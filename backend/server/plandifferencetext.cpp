// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/plandifferencetext.h"

#include "shared/domain/plandifferences.h"

#include <algorithm>

namespace parterre::server {

namespace {

constexpr qsizetype kNamed = 8; // seats of a group that are told by name

QString headline(Difference difference, bool isArea, qsizetype count)
{
    const QString what = isArea ? (count == 1 ? QStringLiteral("1 area") : QStringLiteral("%1 areas").arg(count))
                                : (count == 1 ? QStringLiteral("1 seat") : QStringLiteral("%1 seats").arg(count));
    switch (difference) {
    case Difference::Gone: return what + QStringLiteral(" gone");
    case Difference::Added: return what + QStringLiteral(" new");
    case Difference::Moved: return what + QStringLiteral(" moved");
    case Difference::Relabelled: return what + QStringLiteral(" relabelled");
    case Difference::Recategorised: return what + QStringLiteral(" in another category");
    case Difference::Attributes: return what + QStringLiteral(" with other attributes");
    case Difference::SoldOtherwise: return what + QStringLiteral(" sold otherwise");
    case Difference::Resized: return what + (isArea ? QStringLiteral(" of another capacity") : QStringLiteral(" of another size"));
    }
    Q_UNREACHABLE();
}

QStringList attributeWords(SeatAttributes attributes, QChar sign)
{
    QStringList words;
    for (const auto &[attribute, word] : {std::pair {SeatAttribute::Wheelchair, "wheelchair"}, std::pair {SeatAttribute::Companion, "companion"},
                                          std::pair {SeatAttribute::RestrictedView, "restricted view"}, std::pair {SeatAttribute::Aisle, "aisle"},
                                          std::pair {SeatAttribute::StepFree, "step-free"}, std::pair {SeatAttribute::HouseSeat, "house seat"}}) {
        if (attributes.testFlag(attribute))
            words.append(sign + QLatin1StringView(word));
    }
    return words;
}

// What a group has in common beyond its headline.
QString nature(const DifferenceGroup &group)
{
    if (group.difference == Difference::Recategorised)
        return QStringLiteral("%1 -> %2").arg(group.categoryBefore, group.categoryAfter);
    if (group.difference == Difference::Attributes)
        return (attributeWords(group.gained, QLatin1Char('+')) + attributeWords(group.lost, QLatin1Char('-'))).join(QStringLiteral(", "));
    if (group.difference == Difference::SoldOtherwise)
        return group.soldWhole ? QStringLiteral("with the whole table") : QStringLiteral("one by one");
    return {};
}

QString changed(const QString &before, const QString &after)
{
    return before == after ? after : QStringLiteral("%1 -> %2").arg(before, after);
}

QString placeWords(const DifferenceGroup &group, const DifferentPlace &place, const PlanPlaces &before, const PlanPlaces &after)
{
    const bool isGone = place.after == DifferentPlace::kNowhere;
    const PlanPlaces &plan = isGone ? before : after;
    const qint32 index = isGone ? place.before : place.after;
    if (!group.isArea)
        return group.difference == Difference::Relabelled ? changed(before.shortLabel(place.before), after.shortLabel(place.after)) : plan.shortLabel(index);
    const QString &name = plan.area(index).name;
    if (group.difference == Difference::Relabelled)
        return changed(before.area(place.before).name, name);
    if (group.difference == Difference::Resized)
        return QStringLiteral("%1, %2 -> %3 places").arg(name).arg(before.area(place.before).capacity).arg(plan.area(index).capacity);
    return QStringLiteral("%1, %2 places").arg(name).arg(plan.area(index).capacity);
}

QString groupLine(const DifferenceGroup &group, const PlanPlaces &before, const PlanPlaces &after)
{
    QStringList words;
    for (const DifferentPlace &place : group.places.first(std::min(group.places.size(), kNamed)))
        words.append(placeWords(group, place, before, after));
    if (group.places.size() > kNamed)
        words.append(QStringLiteral("%1 more").arg(group.places.size() - kNamed));
    QStringList parts {group.section};
    if (const QString common = nature(group); !common.isEmpty())
        parts.append(common);
    parts.append(words.join(QStringLiteral(", ")));
    return QStringLiteral("  ") + parts.join(QStringLiteral(": "));
}

} // namespace

QStringList differenceLines(const Plan &planBefore, const Plan &planAfter)
{
    const PlanPlaces before(planBefore);
    const PlanPlaces after(planAfter);
    const QList<DifferenceGroup> groups = groupDifferences(before, after, comparePlans(planBefore, planAfter));
    QStringList lines;
    for (qsizetype first = 0; first < groups.size();) {
        const auto isOther = [&](const DifferenceGroup &group) { return group.difference != groups.at(first).difference || group.isArea != groups.at(first).isArea; };
        const auto end = std::find_if(groups.begin() + first, groups.end(), isOther);
        qsizetype count = 0;
        QStringList details;
        for (auto group = groups.begin() + first; group != end; ++group) {
            count += group->places.size();
            details.append(groupLine(*group, before, after));
        }
        lines += QStringList {headline(groups.at(first).difference, groups.at(first).isArea, count)} + details;
        first = end - groups.begin();
    }
    return lines;
}

} // namespace parterre::server
