// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/stepcheck.h"

#include <QSet>

#include <algorithm>

namespace parterre {

namespace {

// What comes has a place, what goes is where it is said to be, what stays stays or changes places.
bool isWhereItSays(const Design &design, const ElementChange &change)
{
    const qsizetype position = change.before ? design.positionOf(change.before->id) : -1;
    if (!change.before)
        return change.after && change.to && !change.from && !design.find(change.after->id);
    if (position < 0 || design.elements()[position] != *change.before || (change.after && change.after->id != change.before->id))
        return false;
    if (!change.after)
        return change.from == position && !change.to;
    return change.from.has_value() == change.to.has_value() && (!change.from || change.from == position);
}

} // namespace

bool isStepOf(const Design &design, const DesignEdit &edit)
{
    if (edit.house && (edit.house->first != design.house() || edit.house->second.levels.isEmpty()))
        return false;
    QSet<ElementId> ids;
    QSet<qsizetype> places;
    qsizetype size = design.elements().size();
    for (const ElementChange &change : edit.elements) {
        if (!isWhereItSays(design, change) || ids.contains(change.id()) || (change.to && places.contains(*change.to)))
            return false;
        ids.insert(change.id());
        if (change.to)
            places.insert(*change.to);
        size += (change.to ? 1 : 0) - (change.from ? 1 : 0);
    }
    return size <= kMaxElements && std::all_of(places.cbegin(), places.cend(), [size](qsizetype place) { return place < size; });
}

} // namespace parterre
