// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/importrepairs.h"

#include "shared/domain/planvalidation.h"
#include "shared/domain/pointgrid.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace parterre::planio {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMaxLooks = 1'000; // seats looked at per seat, so that no file makes this slow

class LabelMaker
{
public:
    LabelMaker(const SeatPlaces &places, ImportReport &report) : m_places(places), m_report(report) {}

    void relabel(const QString &group, QList<Seat> &seats)
    {
        qsizetype repeated = 0;
        for (const Seat &seat : std::as_const(seats))
            repeated += m_first.contains(seat.label);
        const qint32 part = ++m_parts[group];
        const bool wholeRow = repeated > 0 && repeated * 2 >= seats.size();

        for (Seat &seat : seats) {
            const QString old = seat.label;
            const auto first = m_first.constFind(old);
            const bool taken = first != m_first.cend();
            if (wholeRow || taken)
                seat.label = freeLabel(old, wholeRow ? part : 2);
            if (wholeRow && !taken) {
                m_report.add(RepairKind::RepeatedLabel, m_places(seat.index),
                             u"most of this row repeats labels of another; with its neighbours \"%1\" is now \"%2\""_s.arg(old, seat.label), seat.position);
            } else if (taken) {
                m_report.add(RepairKind::RepeatedLabel, m_places(seat.index),
                             u"\"%1\" is the label of %2 already; this seat is now \"%3\""_s.arg(old, m_places(*first), seat.label), seat.position);
            }
            m_first.insert(seat.label, seat.index);
        }
    }

private:
    QString freeLabel(const QString &label, qint32 wanted)
    {
        // Each label remembers its last number: a thousand seats of one label must not try all numbers each.
        qint32 &next = m_next[label];
        for (next = std::max(wanted, next);; ++next) {
            const QString candidate = u"%1 (%2)"_s.arg(label).arg(next);
            if (m_first.contains(candidate))
                continue;
            ++next;
            return candidate;
        }
    }

    const SeatPlaces &m_places;
    ImportReport &m_report;
    QHash<QString, qint32> m_first; // label -> who has it
    QHash<QString, qint32> m_parts; // section and row label -> Row objects so far
    QHash<QString, qint32> m_next;
};

// "Floor 12" -> "Floor", when it ends with a number as an area's places are called; else nothing.
QString beforeNumber(const QString &label)
{
    const qsizetype space = label.lastIndexOf(u' ');
    return space > 0 && QStringView(label).mid(space + 1).toInt() > 0 ? label.left(space) : QString();
}

} // namespace

SeatPlaces nestedPlaces(const Plan &plan, QLatin1StringView keyOfSections)
{
    struct Group {
        qint32 first = 0; // index of its first seat
        qsizetype section = 0, position = 0;
        bool table = false;
    };
    std::vector<Group> groups;
    qint32 next = 0;
    for (qsizetype s = 0; s < plan.sections.size(); ++s) {
        for (qsizetype r = 0; r < plan.sections[s].rows.size(); ++r) {
            groups.push_back({next, s, r, false});
            next += static_cast<qint32>(plan.sections[s].rows[r].seats.size());
        }
        for (qsizetype t = 0; t < plan.sections[s].tables.size(); ++t) {
            groups.push_back({next, s, t, true});
            next += static_cast<qint32>(plan.sections[s].tables[t].seats.size());
        }
    }
    return [groups = std::move(groups), keyOfSections](qint32 index) {
        // The last that begins at or before it: empty ones begin where the next does.
        auto after = std::upper_bound(groups.begin(), groups.end(), index, [](qint32 i, const Group &g) { return i < g.first; });
        if (after == groups.begin())
            return QString();
        const Group &group = *--after;
        return u"%1[%2].%3[%4].seats[%5]"_s.arg(keyOfSections).arg(group.section).arg(group.table ? "tables"_L1 : "rows"_L1).arg(group.position).arg(index - group.first);
    };
}

void makeLabelsUnique(Plan &plan, const SeatPlaces &places, ImportReport &report)
{
    LabelMaker maker(places, report);
    for (Section &section : plan.sections) {
        for (Row &row : section.rows)
            maker.relabel(section.name + u'\n' + row.label, row.seats);
        for (Table &table : section.tables)
            maker.relabel(section.name + "\n\n"_L1 + table.label, table.seats);
    }
}

void makeAreaNamesUnique(Plan &plan, ImportReport &report)
{
    QSet<QString> taken;
    bool any = false;
    forEachArea(plan, [&any](const Area &) { any = true; });
    if (!any)
        return;
    forEachSeat(plan, [&taken](const Seat &seat) { taken.insert(beforeNumber(seat.label)); });
    for (qsizetype s = 0; s < plan.sections.size(); ++s) {
        for (qsizetype a = 0; a < plan.sections[s].areas.size(); ++a) {
            Area &area = plan.sections[s].areas[a];
            const QString old = area.name;
            for (int i = 2; taken.contains(area.name); ++i)
                area.name = u"%1 (%2)"_s.arg(old.left(PlanLimits::kNameLength - 12)).arg(i);
            taken.insert(area.name);
            if (area.name != old) {
                report.add(RepairKind::RepeatedLabel, u"sections[%1].areas[%2]"_s.arg(s).arg(a),
                           u"the area's places would be called like others, \"%1\" and a number; the area is now \"%2\""_s.arg(old, area.name),
                           area.outline.value(0));
            }
        }
    }
}

void reportPlacement(const Plan &plan, const SeatPlaces &places, ImportReport &report)
{
    std::vector<float> x, y;
    std::vector<const Seat *> seats;
    double maxRadius = 0;
    forEachSeat(plan, [&](const Seat &seat) {
        seats.push_back(&seat);
        x.push_back(static_cast<float>(seat.position.x));
        y.push_back(static_cast<float>(seat.position.y));
        maxRadius = std::max(maxRadius, seat.radius);
    });
    const PointGrid grid(x, y, 2 * maxRadius);
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const Seat &seat = *seats[i];
        if (seat.position.x < 0 || seat.position.y < 0 || seat.position.x > plan.size.x || seat.position.y > plan.size.y) {
            report.add(RepairKind::OutsideCanvas, places(seat.index),
                       u"\"%1\" stands outside of the plan's size of %2 x %3"_s.arg(seat.label).arg(plan.size.x).arg(plan.size.y), seat.position);
        }
        int looks = 0;
        qint32 below = -1;
        grid.visitNear({x[i] - maxRadius, y[i] - maxRadius}, {x[i] + maxRadius, y[i] + maxRadius}, [&](qint32 other) {
            const auto o = static_cast<std::size_t>(other);
            if (o < i && std::hypot(x[o] - x[i], y[o] - y[i]) < std::max(seat.radius, seats[o]->radius))
                below = other;
            return below < 0 && ++looks < kMaxLooks;
        });
        if (below >= 0) {
            const Seat &covered = *seats[static_cast<std::size_t>(below)];
            report.add(RepairKind::OnAnotherSeat, places(seat.index), u"\"%1\" stands on \"%2\" (%3)"_s.arg(seat.label, covered.label, places(covered.index)),
                       seat.position);
        }
    }
}

} // namespace parterre::planio
