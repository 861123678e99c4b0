// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mapbench.h"

#include "tests/bench/maphouse.h"

#include "app/seatmap/seatmaptheme.h"
#include "app/state/seatmapmodel.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestMs = 180'000;
const QByteArray kMark = "PARTERRE ";

// The house as a web page would have it: a circle and a number per seat. The script is given the seats, makes the picture
// and says when it was there, then moves all of it by a thousandth, frame by frame, and says how long a frame took.
QByteArray pageOf(const SeatMapModel &model, const QSize &window, int frames)
{
    const SeatMapTheme theme = SeatMapTheme::fromPalette(QPalette());
    QJsonArray seats;
    for (qint32 seat = 0; seat < model.seatCount(); ++seat) {
        const PlanPoint at = model.table().position(seat);
        const qint32 category = model.table().category(seat);
        const QColor colour = model.look(seat) == SeatLook::Free ? theme.categoryFill(model.plan().categories[category], category) : theme.faint;
        seats.append(QJsonArray {at.x, at.y, static_cast<double>(model.table().radius(seat)), colour.name(), model.seat(seat).number});
    }
    const PlanPoint from = model.table().topLeft();
    const PlanPoint to = model.table().bottomRight();
    const QString box = u"%1 %2 %3 %4"_s.arg(from.x).arg(from.y).arg(to.x - from.x).arg(to.y - from.y);
    const QString page = uR"(<!DOCTYPE html><meta charset="utf-8"><style>body { margin: 0 } svg { display: block } text { font-size: 9px; fill: #fff }</style><div id="map"></div>
<script>
const seats = %1, frames = %2;
const shown = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
const painted = new Promise(done => new PerformanceObserver((list, observer) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') { observer.disconnect(); done(entry.startTime) }
}).observe({ type: 'paint', buffered: true }));
window.onload = () => setTimeout(async () => {
    const began = performance.now();
    const parts = ['<svg width="%3" height="%4" viewBox="%5"><g>'];
    for (const [x, y, r, fill, number] of seats)
        parts.push(`<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/><text x="${x - r / 2}" y="${y + r / 2}">${number}</text>`);
    parts.push('</g></svg>');
    document.getElementById('map').innerHTML = parts.join('');
    const first = await painted - began;
    await shown();
    const whole = document.querySelector('g');
    const started = performance.now();
    for (let i = 1; i <= frames; ++i) {
        whole.setAttribute('transform', `scale(${1 + (i % 2) / 1000})`);
        await new Promise(requestAnimationFrame);
    }
    await shown();
    const frame = (performance.now() - started) / (frames + 2);
    console.log('PARTERRE ' + JSON.stringify({ first, frame, seats: document.querySelectorAll('circle').length }));
}, 200);
</script>)"_s;
    return page.arg(QString::fromUtf8(QJsonDocument(seats).toJson(QJsonDocument::Compact))).arg(frames).arg(window.width()).arg(window.height()).arg(box).toUtf8();
}

// What a process and all it started have for themselves, shared pages counted by their share.
double megabytesOf(qint64 root)
{
    const auto field = [](const QString &path, const QByteArray &name) -> qint64 {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(name))
                return line.mid(name.size()).trimmed().split(' ').constFirst().toLongLong();
        }
        return 0;
    };
    QList<qint64> family {root};
    const QStringList all = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (qsizetype i = 0; i < family.size(); ++i) {
        for (const QString &pid : all) {
            if (pid.toLongLong() > 0 && field(u"/proc/%1/status"_s.arg(pid), "PPid:") == family[i])
                family.append(pid.toLongLong());
        }
    }
    qint64 kilobytes = 0;
    for (const qint64 pid : family)
        kilobytes += field(u"/proc/%1/smaps_rollup"_s.arg(pid), "Pss:");
    return static_cast<double>(kilobytes) * 1024 / 1e6;
}

} // namespace

QString chromium()
{
    for (const QString &name : {u"chromium"_s, u"chromium-browser"_s, u"google-chrome"_s}) {
        if (const QString path = QStandardPaths::findExecutable(name); !path.isEmpty())
            return path;
    }
    return {};
}

void measureChromium(Report &report, const MapBenchOptions &options)
{
    SeatMapModel model;
    model.setPlan(benchHouse(options.seats));
    if (!model.applySnapshot(0, benchStates(model.seatCount())))
        qFatal("the snapshot was refused");
    const QTemporaryDir folder;
    QFile page(folder.filePath(u"house.html"_s));
    if (!page.open(QIODevice::WriteOnly) || page.write(pageOf(model, options.window, options.quick ? 5 : 20)) < 0)
        qFatal("the page could not be written");
    page.close();

    QProcess browser;
    browser.setProcessChannelMode(QProcess::MergedChannels);
    browser.start(chromium(), {u"--headless=new"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--disable-frame-rate-limit"_s, u"--disable-gpu-vsync"_s, u"--hide-scrollbars"_s,
                               u"--enable-logging=stderr"_s, u"--user-data-dir="_s + folder.filePath(u"profile"_s),
                               u"--window-size=%1,%2"_s.arg(options.window.width()).arg(options.window.height()), page.fileName()});
    QByteArray said;
    QElapsedTimer elapsed;
    elapsed.start();
    while (!said.contains(kMark) && elapsed.elapsed() < kLongestMs && browser.state() != QProcess::NotRunning) {
        browser.waitForReadyRead(1'000);
        said += browser.readAll();
    }
    const qsizetype at = said.indexOf(kMark);
    if (at < 0)
        qFatal("the browser said nothing: %s", said.right(2'000).constData());
    const QByteArray text = said.mid(at + kMark.size(), said.indexOf('}', at) - at - kMark.size() + 1);
    const QJsonObject found = QJsonDocument::fromJson(text).object();
    if (found[u"seats"_s].toInt() != model.seatCount())
        qFatal("the browser shows other seats: %s", text.constData());
    report.add(options.key + u".first_paint_ms"_s, found[u"first"_s].toDouble(), u"ms"_s);
    report.add(options.key + u".repaint.house.p50_ms"_s, found[u"frame"_s].toDouble(), u"ms"_s, u"a frame of many in a row"_s);
    report.add(options.key + u".memory.mb"_s, megabytesOf(browser.processId()), u"MB"_s, u"of all its processes"_s);
    browser.terminate();
    if (!browser.waitForFinished(10'000))
        browser.kill();
    browser.waitForFinished();
}

} // namespace parterre::bench
