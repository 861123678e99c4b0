// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/report.h"

#include <QSize>

namespace parterre::bench {

struct MapBenchOptions {
    QString key = {};  // what all figures start with
    qint32 seats = 0;
    QSize window {1920, 1080};
    bool quick = false;

    [[nodiscard]] int frames(int full) const { return quick ? full / 4 : full; }
};

// The subjects of `./dev bench map`, each in a program of its own: memory and a first paint cannot be had twice. They add
// their figures to the report and end the program when the picture is not what it should be.
void measureMap(Report &report, const MapBenchOptions &options);
// The same house with an ellipse and a text per seat, as the graphics framework offers them.
void measurePlainItems(Report &report, const MapBenchOptions &options);
// The same with one item per seat that paints itself and leaves out what is too small.
void measureOwnItems(Report &report, const MapBenchOptions &options);
// A window that does nothing but show a picture of its size.
void measureBlit(Report &report, const MapBenchOptions &options);
// What the house's data alone takes.
void measureData(Report &report, const MapBenchOptions &options);

// The same as SVG in a browser without a window; only where chromium() finds one.
void measureChromium(Report &report, const MapBenchOptions &options);
[[nodiscard]] QString chromium(); // the program; empty where there is none

// Sums up what several subjects know together, and prints what was aimed at beside it.
void compareMapWithTargets(Report &report);

} // namespace parterre::bench
