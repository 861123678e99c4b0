// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/offerwords.h"

#include "app/widgets/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace parterre::ui {
namespace {

struct OfferWords {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::OfferWords)
};

constexpr qsizetype kMostRuns = 3;

// Seats of one row that follow each other.
struct Run {
    qint32 first;
    qint32 last;
};

QList<Run> runsOf(const SeatMapModel &map, const QList<qint32> &seats)
{
    QList<Run> runs;
    for (const qint32 seat : seats) {
        const SeatTable &table = map.table();
        if (!runs.isEmpty() && table.row(runs.constLast().last) == table.row(seat) && table.right(runs.constLast().last) == seat)
            runs.last().last = seat;
        else
            runs.append({seat, seat});
    }
    return runs;
}

QString numbersOf(const SeatMapModel &map, const Run &run)
{
    const QString first = map.seat(run.first).number;
    return run.first == run.last ? isolated(first) : OfferWords::tr("%1 – %2").arg(isolated(first), isolated(map.seat(run.last).number));
}

} // namespace

QString groupName(const SeatMapModel &map, const QList<qint32> &seats)
{
    const bool known = std::ranges::all_of(seats, [&](qint32 seat) { return seat >= 0 && seat < map.seatCount(); });
    if (!known || seats.isEmpty())
        return {};
    const QList<Run> runs = runsOf(map, seats);
    QStringList parts;
    for (const Run &run : runs.first(std::min(runs.size(), kMostRuns))) {
        const QString row = map.rowLabel(run.first);
        if (const Table *table = map.tableOf(run.first)) {
            const QString name = OfferWords::tr("table %1").arg(isolated(table->label));
            parts << (table->soldWhole ? name : OfferWords::tr("%1, %2").arg(name, numbersOf(map, run)));
            continue;
        }
        parts << (row.isEmpty() ? numbersOf(map, run) : OfferWords::tr("row %1, %2").arg(isolated(row), numbersOf(map, run)));
    }
    if (runs.size() > kMostRuns)
        parts << OfferWords::tr("and more");
    const Section &section = map.plan().sections.at(map.table().section(seats.constFirst()));
    const QString rows = parts.join(OfferWords::tr(" and "));
    return section.name.isEmpty() ? rows : OfferWords::tr("%1, %2").arg(isolated(section.name), rows);
}

QString shapeText(const protocol::SuggestedSeats &offer)
{
    if (offer.places.size() < 2)
        return {};
    switch (offer.shape) {
    case GroupShape::Together: return OfferWords::tr("side by side");
    case GroupShape::Stacked: return OfferWords::tr("in rows behind each other");
    case GroupShape::Scattered: return OfferWords::tr("not all together");
    }
    Q_UNREACHABLE();
}

QString reasonText(OfferReason reason)
{
    switch (reason) {
    case OfferReason::BestView: return OfferWords::tr("Best view");
    case OfferReason::NextBest: return OfferWords::tr("Next best");
    case OfferReason::Cheaper: return OfferWords::tr("Best for less");
    case OfferReason::NearestLost: return OfferWords::tr("Nearest to your choice");
    }
    Q_UNREACHABLE();
}

} // namespace parterre::ui
