// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/importrepairs.h"

#include "shared/domain/pointgrid.h"


#include <cmath>

namespace parterre::planio {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMaxLooks = 1'000; // seats looked at per seat, so that no file makes this slow

struct SeatAddress {
    qsizetype section = 0, row = 0, seat = 0;

    [[nodiscard]] QString text(QLatin1StringView keyOfSections) const
    {
        return u"%1[%2].rows[%3].seats[%4]"_s.arg(keyOfSections).arg(section).arg(row).arg(seat);
    }
};

class LabelMaker
{
public:
    LabelMaker(Plan &plan, QLatin1StringView keyOfSections, ImportReport &report) : m_plan(plan), m_key(keyOfSections), m_report(report) {}

    void run()
    {
        for (qsizetype s = 0; s < m_plan.sections.size(); ++s) {
            Section &section = m_plan.sections[s];
            for (qsizetype r = 0; r < section.rows.size(); ++r)
                relabel(section.name, section.rows[r], s, r);
        }
    }

private:
    void relabel(const QString &section, Row &row, qsizetype s, qsizetype r)
    {
        qsizetype repeated = 0;
        for (const Seat &seat : std::as_const(row.seats))
            repeated += m_first.contains(seat.label);
        const qint32 part = ++m_parts[section + QChar(u'\n') + row.label];
        const bool wholeRow = repeated > 0 && repeated * 2 >= row.seats.size();

        for (qsizetype i = 0; i < row.seats.size(); ++i) {
            Seat &seat = row.seats[i];
            const SeatAddress here {s, r, i};
            const QString old = seat.label;
            const auto first = m_first.constFind(old);
            const bool taken = first != m_first.cend();
            if (wholeRow || taken)
                seat.label = freeLabel(old, wholeRow ? part : 2);
            if (wholeRow && !taken) {
                m_report.add(RepairKind::RepeatedLabel, here.text(m_key),
                             u"most of this row repeats labels of another; with its neighbours \"%1\" is now \"%2\""_s.arg(old, seat.label), seat.position);
            } else if (taken) {
                m_report.add(RepairKind::RepeatedLabel, here.text(m_key),
                             u"\"%1\" is the label of %2 already; this seat is now \"%3\""_s.arg(old, first->text(m_key), seat.label), seat.position);
            }
            m_first.insert(seat.label, here);
        }
    }

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

    Plan &m_plan;
    QLatin1StringView m_key;
    ImportReport &m_report;
    QHash<QString, SeatAddress> m_first; // label -> who has it
    QHash<QString, qint32> m_parts;      // section and row label -> Row objects so far
    QHash<QString, qint32> m_next;
};

} // namespace

void makeLabelsUnique(Plan &plan, QLatin1StringView keyOfSections, ImportReport &report)
{
    LabelMaker(plan, keyOfSections, report).run();
}

void reportPlacement(const Plan &plan, QLatin1StringView keyOfSections, ImportReport &report)
{
    std::vector<float> x, y;
    std::vector<SeatAddress> addresses;
    std::vector<const Seat *> seats;
    double maxRadius = 0;
    for (qsizetype s = 0; s < plan.sections.size(); ++s) {
        for (qsizetype r = 0; r < plan.sections[s].rows.size(); ++r) {
            const QList<Seat> &row = plan.sections[s].rows[r].seats;
            for (qsizetype i = 0; i < row.size(); ++i) {
                seats.push_back(&row[i]);
                addresses.push_back({s, r, i});
                x.push_back(static_cast<float>(row[i].position.x));
                y.push_back(static_cast<float>(row[i].position.y));
                maxRadius = std::max(maxRadius, row[i].radius);
            }
        }
    }
    const PointGrid grid(x, y, 2 * maxRadius);
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const Seat &seat = *seats[i];
        if (seat.position.x < 0 || seat.position.y < 0 || seat.position.x > plan.size.x || seat.position.y > plan.size.y) {
            report.add(RepairKind::OutsideCanvas, addresses[i].text(keyOfSections),
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
            const auto b = static_cast<std::size_t>(below);
            report.add(RepairKind::OnAnotherSeat, addresses[i].text(keyOfSections),
                       u"\"%1\" stands on \"%2\" (%3)"_s.arg(seat.label, seats[b]->label, addresses[b].text(keyOfSections)), seat.position);
        }
    }
}

} // namespace parterre::planio
