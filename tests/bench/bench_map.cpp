// SPDX-License-Identifier: GPL-3.0-or-later

// How fast the seat map is, against a bare window and against an item per seat. `./dev bench map`.

#include "tests/bench/framestage.h"
#include "tests/bench/mapbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QProcessEnvironment>
#include <QScreen>
#include <QTemporaryDir>

#include <array>
#include <cstdio>

using namespace parterre::bench;
using namespace Qt::StringLiterals;

namespace {

struct Subject {
    const char *name;
    void (*measure)(Report &, const MapBenchOptions &);
};

constexpr std::array kSubjects {Subject {"map", measureMap}, Subject {"plain", measurePlainItems}, Subject {"own", measureOwnItems},
                                Subject {"blit", measureBlit}, Subject {"data", measureData}, Subject {"chromium", measureChromium}};

// One subject at one size, in a program of its own.
struct Case {
    QString key;
    QString subject;
    qint32 seats = 0;
    bool doubled = false; // four device pixels a pixel
};

QList<Case> allCases()
{
    QList<Case> cases {{u"blit"_s, u"blit"_s}, {u"blit.4k"_s, u"blit"_s, 0, true}};
    for (const qint32 seats : {10'000, 50'000, 100'000}) {
        for (const QString &subject : {u"data"_s, u"map"_s, u"plain"_s, u"own"_s})
            cases.append({u"%1.%2"_s.arg(subject).arg(seats), subject, seats});
    }
    if (!chromium().isEmpty())
        cases.append({u"chromium.100000"_s, u"chromium"_s, 100'000});
    cases.append({u"map.500000"_s, u"map"_s, 500'000});
    cases.append({u"map.4k"_s, u"map"_s, 100'000, true});
    return cases;
}

using Rounds = QMap<QString, std::vector<double>>; // by key

// What one run of a case found, added to what the rounds before found.
void runCase(const Case &one, const QStringList &passedOn, Rounds &rounds, QMap<QString, QString> &units)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"figures.json"_s);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (one.doubled)
        environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    QStringList arguments {u"--subject"_s, one.subject, u"--key"_s, one.key, u"--seats"_s, QString::number(one.seats), u"--json"_s, file};
    process.start(QCoreApplication::applicationFilePath(), arguments + passedOn);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s ended early", qUtf8Printable(one.key));
    QFile written(file);
    if (!written.open(QIODevice::ReadOnly))
        qFatal("%s found nothing", qUtf8Printable(one.key));
    const QJsonObject figures = QJsonDocument::fromJson(written.readAll()).object();
    for (auto figure = figures.begin(); figure != figures.end(); ++figure) {
        rounds[figure.key()].push_back(figure.value()[u"value"_s].toDouble());
        units.insert(figure.key(), figure.value()[u"unit"_s].toString());
    }
}

int measureOne(const QCommandLineParser &parser)
{
    const MapBenchOptions options {.key = parser.value(u"key"_s), .seats = parser.value(u"seats"_s).toInt(), .quick = parser.isSet(u"quick"_s)};
    if (parser.isSet(u"cpu"_s))
        countCpuTime();
    Report report;
    for (const Subject &subject : kSubjects) {
        if (parser.value(u"subject"_s) == QLatin1StringView(subject.name))
            subject.measure(report, options);
    }
    const auto written = report.writeJson(parser.value(u"json"_s));
    return written ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"quick"_s, u"Fewer frames and one round."_s},
                       {u"json"_s, u"Write every figure under its key."_s, u"file"_s},
                       {u"cpu"_s, u"Frames by time on a core, for a machine with other work; no figures to keep."_s},
                       {u"rounds"_s, u"How often all is measured; figures are medians over the rounds."_s, u"count"_s, u"5"_s},
                       {u"only"_s, u"Only cases whose key starts so. May be given several times."_s, u"key"_s}});
    // How this program starts itself for one case.
    for (const QString &inner : {u"subject"_s, u"key"_s, u"seats"_s}) {
        QCommandLineOption option(inner, QString(), u"value"_s);
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
    parser.addHelpOption();
    parser.process(application);
    if (parser.isSet(u"subject"_s))
        return measureOne(parser);

    const bool quick = parser.isSet(u"quick"_s);
    const int count = quick ? 1 : std::max(1, parser.value(u"rounds"_s).toInt());
    QStringList passedOn;
    for (const QString &option : {u"quick"_s, u"cpu"_s}) {
        if (parser.isSet(option))
            passedOn.append(u"--"_s + option);
    }
    const QStringList only = parser.values(u"only"_s);
    const QSize screen = application.primaryScreen()->size();
    Rounds rounds;
    QMap<QString, QString> units;
    QElapsedTimer elapsed;
    elapsed.start();
    std::printf("Platform %s, screen %d x %d\n", qUtf8Printable(QGuiApplication::platformName()), screen.width(), screen.height());
    for (int round = 0; round < count; ++round) {
        for (const Case &one : allCases()) {
            const bool wanted = only.isEmpty() || std::any_of(only.begin(), only.end(), [&](const QString &start) { return one.key.startsWith(start); });
            if (!wanted)
                continue;
            if (one.doubled && QGuiApplication::platformName() == u"xcb"_s && (screen.width() < 3840 || screen.height() < 2160)) {
                std::printf("%s is left out: the screen is too small\n", qUtf8Printable(one.key));
                continue;
            }
            std::printf("round %d of %d, %lld s: %s\n", round + 1, count, static_cast<long long>(elapsed.elapsed() / 1000), qUtf8Printable(one.key));
            std::fflush(stdout);
            runCase(one, passedOn, rounds, units);
        }
    }
    Report report;
    report.addText(u"platform"_s, QGuiApplication::platformName());
    for (auto figure = rounds.begin(); figure != rounds.end(); ++figure)
        report.add(figure.key(), median(figure.value()), units.value(figure.key()));
    std::printf("\n");
    compareMapWithTargets(report);
    if (parser.isSet(u"json"_s)) {
        if (const auto written = report.writeJson(parser.value(u"json"_s)); !written)
            qFatal("%s", qUtf8Printable(written.error().detail));
    }
    return 0;
}
