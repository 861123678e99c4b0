// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/aims.h"
#include "tests/bench/mapbench.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kTargets {
    Target {"map.100000.pan.worst_p99_ms", Aim::AtMost, 16.6, "100,000 seats, p99 at the worst zoom, ms: pan"},
    Target {"map.100000.zoom.p99_ms", Aim::AtMost, 16.6, "the same: zoom from the house to seats and back"},
    Target {"map.100000.burst.worst_p99_ms", Aim::AtMost, 16.6, "the same: 1,000 changes at once"},
    Target {"map.100000.repaint.worst_p99_ms", Aim::AtMost, 16.6, "the same: full repaint"},
    Target {"map.100000.repaint.ratio_blit", Aim::AtMost, 8, "full repaint at the worst zoom, to a bare window"},
    Target {"map.100000.first_paint_ms", Aim::AtMost, 80, "first paint after the data is there, ms"},
    Target {"map.100000.one.worst_p99_ms", Aim::AtMost, 2, "one change shown, p99 at the worst zoom, ms"},
    Target {"map.100000.steady.worst_core_percent", Aim::AtMost, 5, "20 changes a second at the worst zoom, percent of a core"},
    Target {"map.100000.hit_us", Aim::AtMost, 1, "hit test, us"},
    Target {"map.100000.memory.ratio_plain", Aim::AtMost, 1.0 / 8, "memory of the whole program, to one with an ellipse and a text per seat"},
    Target {"map.100000.memory.added_ratio_plain", Aim::AtMost, 1.0 / 8, "the same without the house's data, which both have"},
    Target {"map.100000.repaint.house.ratio_plain", Aim::AtLeast, 50, "full repaint of the whole house, times faster than those"},
    Target {"map.100000.repaint.dots.ratio_plain", Aim::AtLeast, 50, "the same where most seats are seen one by one"},
    Target {"map.100000.first_paint.ratio_chromium", Aim::AtLeast, 20, "first paint, times faster than SVG in a browser"},
    Target {"map.100000.repaint.house.ratio_chromium", Aim::AtLeast, 15, "full repaint of the whole house, times faster than that"},
    Target {"map.100000.memory.ratio_chromium", Aim::AtMost, 1.0 / 5, "memory of the whole program, to that"},
    Target {"map.500000.pan.worst_p50_ms", Aim::AtMost, 8, "500,000 seats, p50 at the worst zoom, ms: pan"},
    Target {"map.500000.zoom.p50_ms", Aim::AtMost, 8, "the same: zoom"},
    Target {"map.4k.pan.worst_p99_ms", Aim::AtMost, 20, "100,000 seats at 3840x2160, p99 at the worst zoom, ms: pan"},
    Target {"map.4k.zoom.p99_ms", Aim::AtMost, 20, "the same: zoom"},
    Target {"map.4k.burst.worst_p99_ms", Aim::AtMost, 20, "the same: 1,000 changes at once"},
    Target {"map.4k.repaint.worst_p99_ms", Aim::AtMost, 20, "the same: full repaint"},
};

const QStringList kZooms {u"house"_s, u"dots"_s, u"tier"_s, u"block"_s};

void addWorst(Report &report, const QString &key, const QString &measure)
{
    double worst = 0;
    for (const QString &zoom : kZooms) {
        const QString figure = u"%1.%2.%3"_s.arg(key, zoom, measure);
        if (!report.contains(figure))
            return;
        worst = std::max(worst, report.value(figure));
    }
    report.add(u"%1.worst_%2"_s.arg(key, measure), worst);
}

void addRatio(Report &report, const QString &key, const QString &over, const QString &under)
{
    if (report.contains(over) && report.contains(under))
        report.add(key, report.value(over) / report.value(under));
}

void sumUp(Report &report, const QString &map, const QString &blit)
{
    for (const QString &what : {u"repaint"_s, u"pan"_s, u"one"_s, u"burst"_s}) {
        addWorst(report, u"%1.%2"_s.arg(map, what), u"p50_ms"_s);
        addWorst(report, u"%1.%2"_s.arg(map, what), u"p99_ms"_s);
    }
    addWorst(report, map + u".steady"_s, u"core_percent"_s);
    addRatio(report, map + u".repaint.ratio_blit"_s, map + u".repaint.worst_p50_ms"_s, blit + u".p50_ms"_s);
}

// The map against an item per seat of the same house.
void compareWithItems(Report &report, const QString &map, const QString &items, const QString &data, const QString &name)
{
    for (const QString &zoom : {u"house"_s, u"dots"_s}) {
        const QString figure = u".repaint.%1.p50_ms"_s.arg(zoom);
        addRatio(report, u"%1.repaint.%2.ratio_%3"_s.arg(map, zoom, name), items + figure, map + figure);
    }
    addRatio(report, u"%1.memory.ratio_%2"_s.arg(map, name), map + u".memory.mb"_s, items + u".memory.mb"_s);
    if (report.contains(map + u".memory.mb"_s) && report.contains(items + u".memory.mb"_s) && report.contains(data + u".memory.mb"_s)) {
        const double alone = report.value(data + u".memory.mb"_s);
        report.add(u"%1.memory.added_ratio_%2"_s.arg(map, name), (report.value(map + u".memory.mb"_s) - alone) / (report.value(items + u".memory.mb"_s) - alone));
    }
    addRatio(report, u"%1.first_paint.ratio_%2"_s.arg(map, name), items + u".first_paint_ms"_s, map + u".first_paint_ms"_s);
}

QString cell(const Report &report, const QString &key)
{
    return report.contains(key) ? readable(report.value(key)) : QString();
}

QString pair(const Report &report, const QString &key)
{
    return cell(report, key + u".p50_ms"_s) + u" / "_s + cell(report, key + u".p99_ms"_s);
}

void printFrames(const Report &report, const QStringList &maps)
{
    Table table({u"p50 / p99 in ms"_s, u"seats seen"_s, u"full repaint"_s, u"pan"_s, u"one change"_s, u"1,000 changes"_s, u"20/s: % of a core"_s});
    for (const QString &map : maps) {
        for (const QString &zoom : kZooms) {
            if (report.contains(u"%1.repaint.%2.p50_ms"_s.arg(map, zoom)))
                table.addRow({map + u' ' + zoom, cell(report, u"%1.repaint.%2.seats"_s.arg(map, zoom)), pair(report, u"%1.repaint.%2"_s.arg(map, zoom)),
                              pair(report, u"%1.pan.%2"_s.arg(map, zoom)), pair(report, u"%1.one.%2"_s.arg(map, zoom)),
                              pair(report, u"%1.burst.%2"_s.arg(map, zoom)), cell(report, u"%1.steady.%2.core_percent"_s.arg(map, zoom))});
        }
    }
    table.print();
    std::printf("\n");
    Table whole({u"whole"_s, u"first paint ms"_s, u"tables ms"_s, u"items ms"_s, u"zoom p50 / p99 ms"_s, u"hit test us"_s, u"MB"_s});
    for (const QString &map : maps) {
        if (report.contains(map + u".hit_us"_s))
            whole.addRow({map, cell(report, map + u".first_paint_ms"_s), cell(report, map + u".first_paint.model_ms"_s), cell(report, map + u".first_paint.items_ms"_s),
                          pair(report, map + u".zoom"_s), cell(report, map + u".hit_us"_s), cell(report, map + u".memory.mb"_s)});
    }
    whole.print();
}

void printBaselines(const Report &report)
{
    std::printf("\n");
    Table table({u"beside it"_s, u"first paint ms"_s, u"repaint, house: ms"_s, u"repaint, dots: ms"_s, u"MB"_s});
    for (const QString &seats : {u"10000"_s, u"50000"_s, u"100000"_s}) {
        for (const QString &subject : {u"data."_s, u"plain."_s, u"own."_s, u"chromium."_s}) {
            const QString key = subject + seats;
            if (report.contains(key + u".memory.mb"_s))
                table.addRow({key, cell(report, key + u".first_paint_ms"_s), cell(report, key + u".repaint.house.p50_ms"_s),
                              cell(report, key + u".repaint.dots.p50_ms"_s), cell(report, key + u".memory.mb"_s)});
        }
    }
    table.print();
    for (const QString &blit : {u"blit"_s, u"blit.4k"_s}) {
        if (report.contains(blit + u".p50_ms"_s))
            std::printf("%s: a bare window's repaint %s ms\n", qUtf8Printable(blit), qUtf8Printable(pair(report, blit)));
    }
}

} // namespace

void compareMapWithTargets(Report &report)
{
    QStringList maps;
    for (const QString &seats : {u"10000"_s, u"50000"_s, u"100000"_s}) {
        maps.append(u"map."_s + seats);
        sumUp(report, maps.last(), u"blit"_s);
        for (const QString &items : {u"plain"_s, u"own"_s, u"chromium"_s})
            compareWithItems(report, maps.last(), u"%1.%2"_s.arg(items, seats), u"data."_s + seats, items);
    }
    sumUp(report, u"map.500000"_s, u"blit"_s);
    sumUp(report, u"map.4k"_s, u"blit.4k"_s);
    maps << u"map.500000"_s << u"map.4k"_s;
    printFrames(report, maps);
    printBaselines(report);
    printTargets(report, kTargets);
}

} // namespace parterre::bench
