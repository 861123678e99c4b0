// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/plandifferences.h"

#include <map>

namespace parterre {

namespace {

constexpr std::array kChanges {std::pair {PlanChange::Moved, Difference::Moved},
                               std::pair {PlanChange::Relabelled, Difference::Relabelled},
                               std::pair {PlanChange::Recategorised, Difference::Recategorised},
                               std::pair {PlanChange::Attributes, Difference::Attributes},
                               std::pair {PlanChange::SoldOtherwise, Difference::SoldOtherwise},
                               std::pair {PlanChange::Resized, Difference::Resized}};

QString categoryName(const Plan &plan, qint32 category)
{
    return category >= 0 && category < plan.categories.size() ? plan.categories.at(category).name : QString();
}

// Seats that belong in one group have one key.
struct Key {
    qint32 section = 0;
    qint32 categoryBefore = 0;
    qint32 categoryAfter = 0;
    SeatAttributes::Int gained = 0;
    SeatAttributes::Int lost = 0;
    bool soldWhole = false;

    friend auto operator<=>(const Key &, const Key &) = default;
};

class Grouping
{
public:
    Grouping(const PlanPlaces &before, const PlanPlaces &after) : m_before(before), m_after(after) {}

    void addSeat(Difference difference, const DifferentPlace &place)
    {
        const bool isGone = place.after == DifferentPlace::kNowhere;
        Key key {.section = isGone ? m_before.sectionOfSeat(place.before) : m_after.sectionOfSeat(place.after)};
        DifferenceGroup group {.difference = difference, .section = (isGone ? m_before : m_after).plan().sections.at(key.section).name};
        if (difference == Difference::Recategorised) {
            key.categoryBefore = m_before.seat(place.before).category;
            key.categoryAfter = m_after.seat(place.after).category;
        } else if (difference == Difference::Attributes) {
            const SeatAttributes was = m_before.seat(place.before).attributes;
            const SeatAttributes is = m_after.seat(place.after).attributes;
            group.gained = is & ~was;
            group.lost = was & ~is;
            key.gained = group.gained.toInt();
            key.lost = group.lost.toInt();
        } else if (difference == Difference::SoldOtherwise) {
            key.soldWhole = group.soldWhole = m_after.isSoldWhole(place.after);
        }
        auto &groups = m_seats[static_cast<std::size_t>(difference)];
        const auto [found, isNew] = m_known[static_cast<std::size_t>(difference)].try_emplace(key, groups.size());
        if (isNew) {
            if (difference == Difference::Recategorised)
                setCategories(group, key.categoryBefore, key.categoryAfter);
            groups.append(group);
        }
        groups[found->second].places.append(place);
    }

    void addArea(Difference difference, const DifferentPlace &place)
    {
        const bool isGone = place.after == DifferentPlace::kNowhere;
        const qint32 section = isGone ? m_before.sectionOfArea(place.before) : m_after.sectionOfArea(place.after);
        DifferenceGroup group {.difference = difference, .isArea = true, .section = (isGone ? m_before : m_after).plan().sections.at(section).name, .places = {place}};
        if (difference == Difference::Recategorised)
            setCategories(group, m_before.area(place.before).category, m_after.area(place.after).category);
        m_areas[static_cast<std::size_t>(difference)].append(group);
    }

    [[nodiscard]] QList<DifferenceGroup> all() const
    {
        QList<DifferenceGroup> groups;
        for (const Difference difference : kAllDifferences)
            groups += m_seats[static_cast<std::size_t>(difference)] + m_areas[static_cast<std::size_t>(difference)];
        return groups;
    }

private:
    void setCategories(DifferenceGroup &group, qint32 before, qint32 after) const
    {
        group.categoryBefore = categoryName(m_before.plan(), before);
        group.categoryAfter = categoryName(m_after.plan(), after);
    }

    const PlanPlaces &m_before;
    const PlanPlaces &m_after;
    std::array<QList<DifferenceGroup>, kAllDifferences.size()> m_seats;
    std::array<QList<DifferenceGroup>, kAllDifferences.size()> m_areas;
    std::array<std::map<Key, qsizetype>, kAllDifferences.size()> m_known; // where in m_seats
};

template<class Add>
void addAll(const PlacesComparison &places, Add add)
{
    for (const qint32 place : places.gone)
        add(Difference::Gone, DifferentPlace {.before = place});
    for (const qint32 place : places.added)
        add(Difference::Added, DifferentPlace {.after = place});
    for (const ChangedPlace &place : places.changed) {
        for (const auto &[change, difference] : kChanges) {
            if (place.changes.testFlag(change))
                add(difference, DifferentPlace {.before = place.before, .after = place.after});
        }
    }
}

} // namespace

PlanPlaces::PlanPlaces(const Plan &plan) : m_plan(plan)
{
    for (qint32 i = 0; i < plan.sections.size(); ++i) {
        const Section &section = plan.sections.at(i);
        const auto add = [&](const QList<Seat> &seats, bool soldWhole) {
            for (const Seat &seat : seats) {
                m_seats.push_back(&seat);
                m_seatSections.push_back(i);
                m_soldWhole.push_back(soldWhole);
            }
        };
        for (const Row &row : section.rows)
            add(row.seats, false);
        for (const Table &table : section.tables)
            add(table.seats, table.soldWhole);
        for (const Area &area : section.areas) {
            m_areas.push_back(&area);
            m_areaSections.push_back(i);
        }
    }
}

QString PlanPlaces::shortLabel(qint32 seat) const
{
    const QString &label = m_seats[at(seat)]->label;
    const QString front = m_plan.sections.at(sectionOfSeat(seat)).name + QLatin1Char(' ');
    return label.startsWith(front) && label.size() > front.size() ? label.mid(front.size()) : label;
}

QList<DifferenceGroup> groupDifferences(const PlanPlaces &before, const PlanPlaces &after, const PlanComparison &comparison)
{
    Grouping grouping(before, after);
    addAll(comparison.seats, [&](Difference difference, const DifferentPlace &place) { grouping.addSeat(difference, place); });
    addAll(comparison.areas, [&](Difference difference, const DifferentPlace &place) { grouping.addArea(difference, place); });
    return grouping.all();
}

} // namespace parterre
