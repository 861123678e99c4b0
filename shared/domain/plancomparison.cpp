// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/plancomparison.h"

#include <QHash>

#include <cmath>
#include <vector>

namespace parterre {

namespace {

constexpr qint32 kNobody = -1;

// What is compared of a seat or an area; `label` is what people call it.
struct Place {
    QString label = {};
    PlanPoint position = {};
    QString category = {};
    SeatAttributes attributes = {};
    QStringList customAttributes = {};
    QString companionOf = {};   // the label of the wheelchair place
    bool soldWhole = false;
    double size = 0;
};

using Places = std::vector<Place>;

QString categoryKey(const Plan &plan, qint32 category)
{
    return category >= 0 && category < plan.categories.size() ? plan.categories.at(category).key : QString();
}

Places seatsOf(const Plan &plan)
{
    std::vector<const Seat *> all;
    forEachSeat(plan, [&](const Seat &seat) { all.push_back(&seat); });
    Places places;
    places.reserve(all.size());
    const auto add = [&](const Seat &seat, bool soldWhole) {
        places.push_back({.label = seat.label,
                          .position = seat.position,
                          .category = categoryKey(plan, seat.category),
                          .attributes = seat.attributes,
                          .customAttributes = seat.customAttributes,
                          .companionOf = seat.companionOf ? all.at(static_cast<std::size_t>(*seat.companionOf))->label : QString(),
                          .soldWhole = soldWhole,
                          .size = seat.radius});
    };
    for (const Section &section : plan.sections) {
        for (const Row &row : section.rows) {
            for (const Seat &seat : row.seats)
                add(seat, false);
        }
        for (const Table &table : section.tables) {
            for (const Seat &seat : table.seats)
                add(seat, table.soldWhole);
        }
    }
    return places;
}

Places areasOf(const Plan &plan)
{
    Places places;
    forEachArea(plan, [&](const Area &area) {
        PlanPoint middle;
        for (const PlanPoint &corner : area.outline) {
            middle.x += corner.x / static_cast<double>(area.outline.size());
            middle.y += corner.y / static_cast<double>(area.outline.size());
        }
        places.push_back({.label = area.name, .position = middle, .category = categoryKey(plan, area.category), .size = static_cast<double>(area.capacity)});
    });
    return places;
}

bool isSamePlace(const PlanPoint &a, const PlanPoint &b)
{
    return std::hypot(a.x - b.x, a.y - b.y) <= kSamePlace;
}

// Places by the square of a grid they stand in. Those within kSamePlace of a point are in the nine squares about it.
class Squares
{
public:
    void add(const PlanPoint &point, qint32 place) { m_places[squareOf(point)].append(place); }

    // The first that `suits`; kNobody when there is none.
    template<class Suits>
    [[nodiscard]] qint32 find(const PlanPoint &point, Suits suits) const
    {
        const auto [x, y] = squareOf(point);
        for (qint64 column = x - 1; column <= x + 1; ++column) {
            for (qint64 line = y - 1; line <= y + 1; ++line) {
                for (const qint32 place : m_places.value({column, line})) {
                    if (suits(place))
                        return place;
                }
            }
        }
        return kNobody;
    }

private:
    using Square = std::pair<qint64, qint64>;
    static Square squareOf(const PlanPoint &point) { return {static_cast<qint64>(std::floor(point.x / kSamePlace)), static_cast<qint64>(std::floor(point.y / kSamePlace))}; }

    QHash<Square, QList<qint32>> m_places;
};

// For each place after, its partner before; kNobody: it is new.
std::vector<qint32> partners(const Places &before, const Places &after)
{
    QHash<QString, qint32> byLabel;
    byLabel.reserve(static_cast<qsizetype>(before.size()));
    for (std::size_t i = 0; i < before.size(); ++i)
        byLabel.insert(before[i].label, static_cast<qint32>(i));
    std::vector<qint32> partner(after.size(), kNobody);
    std::vector<bool> taken(before.size(), false);
    for (std::size_t i = 0; i < after.size(); ++i) {
        partner[i] = byLabel.value(after[i].label, kNobody);
        if (partner[i] != kNobody)
            taken[static_cast<std::size_t>(partner[i])] = true;
    }
    Squares left;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!taken[i])
            left.add(before[i].position, static_cast<qint32>(i));
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (partner[i] != kNobody)
            continue;
        const auto suits = [&](qint32 place) {
            const auto at = static_cast<std::size_t>(place);
            return !taken[at] && isSamePlace(before[at].position, after[i].position);
        };
        partner[i] = left.find(after[i].position, suits);
        if (partner[i] != kNobody)
            taken[static_cast<std::size_t>(partner[i])] = true;
    }
    return partner;
}

// `companion`: the wheelchair place that the one before belongs to is called so now.
PlanChanges changesOf(const Place &before, const Place &after, const QString &companion)
{
    PlanChanges changes;
    changes.setFlag(PlanChange::Moved, !isSamePlace(before.position, after.position));
    changes.setFlag(PlanChange::Relabelled, before.label != after.label);
    changes.setFlag(PlanChange::Recategorised, before.category != after.category);
    changes.setFlag(PlanChange::Attributes, before.attributes != after.attributes || before.customAttributes != after.customAttributes || companion != after.companionOf);
    changes.setFlag(PlanChange::SoldOtherwise, before.soldWhole != after.soldWhole);
    changes.setFlag(PlanChange::Resized, before.size != after.size);
    return changes;
}

PlacesComparison compared(const Places &before, const Places &after)
{
    const std::vector<qint32> partner = partners(before, after);
    QHash<QString, QString> names; // of those before that are called otherwise now
    std::vector<bool> stays(before.size(), false);
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (partner[i] == kNobody)
            continue;
        const auto at = static_cast<std::size_t>(partner[i]);
        stays[at] = true;
        if (before[at].label != after[i].label)
            names.insert(before[at].label, after[i].label);
    }
    PlacesComparison comparison;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!stays[i])
            comparison.gone.append(static_cast<qint32>(i));
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (partner[i] == kNobody) {
            comparison.added.append(static_cast<qint32>(i));
            continue;
        }
        const Place &was = before[static_cast<std::size_t>(partner[i])];
        const PlanChanges changes = changesOf(was, after[i], names.value(was.companionOf, was.companionOf));
        if (changes)
            comparison.changed.append({.before = partner[i], .after = static_cast<qint32>(i), .changes = changes});
        else
            ++comparison.same;
    }
    return comparison;
}

} // namespace

PlanComparison comparePlans(const Plan &before, const Plan &after)
{
    return {.seats = compared(seatsOf(before), seatsOf(after)), .areas = compared(areasOf(before), areasOf(after))};
}

} // namespace parterre
