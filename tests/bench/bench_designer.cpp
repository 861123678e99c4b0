// SPDX-License-Identifier: GPL-3.0-or-later

// What drawing a large house costs: by itself, and on the screen. `./dev bench designer`.

#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/numberingsteps.h"
#include "app/designer/commands/seatsteps.h"
#include "app/designer/model/checklist.h"
#include "app/designer/model/designedplan.h"
#include "app/designer/model/designjson.h"
#include "app/designer/model/importeddesign.h"
#include "tests/bench/aims.h"
#include "tests/bench/designerframes.h"
#include "tests/bench/framestage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <array>
#include <cstdio>
#include <ctime>

using namespace parterre;
using namespace parterre::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kBlocks = 50;
constexpr int kRows = 40;
constexpr int kRowSeats = 50;
constexpr double kFrame = 16.6;

constexpr std::array kTargets {
    Target {"designer.worst.open_ms", Aim::AtMost, 150, "a design of 100,000 seats is read and ready to be drawn on, ms"},
    Target {"designer.worst.pieces_ms", Aim::AtMost, 10, "all of its seats are made anew, ms"},
    Target {"designer.worst.drag_ms", Aim::AtMost, kFrame, "2,000 seats are dragged one step, p99, ms"},
    Target {"designer.worst.frame_drag_house_ms", Aim::AtMost, kFrame, "the same with the mouse and all of the house painted, p99, ms"},
    Target {"designer.worst.frame_drag_near_ms", Aim::AtMost, kFrame, "the same from near, every seat painted, p99, ms"},
    Target {"designer.worst.undo_move_ms", Aim::AtMost, kFrame, "moving everything is undone, ms"},
    Target {"designer.worst.undo_category_ms", Aim::AtMost, kFrame, "a category for everything is undone, ms"},
    Target {"designer.worst.undo_seats_ms", Aim::AtMost, kFrame, "the same for every second seat, ms"},
    Target {"designer.worst.undo_numbers_ms", Aim::AtMost, kFrame, "new numbers for everything are undone, ms"},
    Target {"designer.worst.undo_removal_ms", Aim::AtMost, kFrame, "the removal of everything is undone, ms"},
    Target {"designer.worst.check_ms", Aim::AtMost, 200, "the list of what is wrong is right again after a change of one element, ms"},
    Target {"designer.worst.memory_mb", Aim::AtMost, 300, "the whole program with the design on the screen, MB"},
};

// Bent blocks in five rings, with aisles and with seats that differ.
Design blocks(bool oneSection)
{
    DesignHouse house {.name = u"Bench"_s, .size = {20'000, 20'000}, .categories = {{.key = u"a"_s, .name = u"A"_s}, {.key = u"b"_s, .name = u"B"_s}}, .levels = {DesignLevel {}}};
    QList<Element> elements;
    for (int b = 0; b < kBlocks; ++b) {
        BlockBody body {.rows = kRows, .seats = kRowSeats, .bend = 30, .aisles = {{.before = 15}, {.before = 35}}, .style = {.category = u"a"_s}};
        for (int r = 0; r < kRows; r += 4) {
            body.style.details.insert({r, 0}, {.attributes = SeatAttribute::Wheelchair});
            body.style.details.insert({r, 1}, {.attributes = SeatAttribute::Companion, .companionOf = SeatRef {static_cast<ElementId>(b + 1), {r, 0}}});
            body.style.details.insert({r, 20}, {.missing = true});
        }
        const auto section = static_cast<SectionId>(oneSection ? 1 : b + 1);
        if (b == 0 || !oneSection)
            house.sections.append({.id = section, .name = QString::number(100 + b)});
        // Rows of one section have names of their own.
        body.rowLabels.prefix = oneSection ? QString::number(b) + u'-' : QString();
        elements.append({.id = static_cast<ElementId>(b + 1), .section = section, .at = {b % 10 * 1'700.0, b / 10 * 1'700.0}, .rotation = b * 7.0, .body = body});
    }
    return Design(house, elements);
}

struct House {
    const char *name;
    Design (*make)();
};

// As drawn; all of it in one section; as a plan that was imported, whose seats stand one by one.
constexpr std::array kHouses {
    House {"blocks", [] { return blocks(false); }},
    House {"section", [] { return blocks(true); }},
    House {"loose", [] { return designFromPlan(planOf(blocks(false)).plan); }},
};

// Measures one house, and ends the program when something is not as it has to be.
class HouseBench
{
public:
    HouseBench(Report &report, const QString &key, int rounds, bool cpuTime) : m_report(report), m_key(u"designer."_s + key), m_rounds(rounds), m_cpuTime(cpuTime) {}

    void measure(const Design &design)
    {
        measureFiles(design);
        measurePieces(design);
        DesignDocument document;
        document.reset(design);
        m_report.add(m_key + u".seats"_s, static_cast<double>(planOf(document.design(), document.pieces()).seats.size()));
        measureDrag(document);
        measureUndo(document);
        measureChecks(document);
        require(document.design() == design, "the design is not what it was");
        document.reset({});
        if (m_cpuTime)
            countCpuTime();
        measureDesignerFrames(m_report, m_key, design, m_rounds);
    }

private:
    static void require(bool truth, const char *what)
    {
        if (!truth)
            qFatal("%s", what);
    }

    template<class Work>
    [[nodiscard]] double milliseconds(Work work) const
    {
        const std::clock_t cpu = std::clock(); // of all threads
        QElapsedTimer timer;
        timer.start();
        work();
        return m_cpuTime ? 1e3 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC : static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    template<class Work>
    void add(const QString &what, Work work)
    {
        std::vector<double> times;
        for (int i = 0; i < m_rounds; ++i)
            times.push_back(milliseconds(work));
        m_report.add(u"%1.%2_ms"_s.arg(m_key, what), median(std::move(times)), u"ms"_s);
    }

    void measureFiles(const Design &design)
    {
        const QByteArray file = writeDesign(design);
        m_report.add(m_key + u".file_mb"_s, static_cast<double>(file.size()) / 1e6, u"MB"_s);
        add(u"open"_s, [&] {
            Result<Design> read = readDesign(file);
            require(read.ok(), "the design cannot be read");
            DesignDocument document;
            document.reset(*std::move(read));
        });
        add(u"save"_s, [&] { require(writeDesign(design).size() == file.size(), "another file is written"); });
        const Plan plan = planOf(design).plan;
        add(u"import"_s, [&] {
            DesignDocument document;
            document.reset(designFromPlan(plan));
        });
    }

    void measurePieces(const Design &design)
    {
        add(u"pieces"_s, [&] { require(!piecesOf(design).isEmpty(), "there are no pieces"); });
        const QList<DesignPiece> pieces = piecesOf(design);
        add(u"plan"_s, [&] { require(!planOf(design, pieces).seats.isEmpty(), "there are no seats"); });
    }

    // As many elements as make 2,000 seats, with the step that a tool makes each time.
    void measureDrag(DesignDocument &document)
    {
        QSet<ElementId> ids;
        qint32 seats = 0;
        for (const Element &element : document.design().elements()) {
            if (seats < kRows * kRowSeats - kRows) {
                ids.insert(element.id);
                seats += document.piece(element.id).seatCount();
            }
        }
        std::vector<double> times;
        for (int i = 1; i <= 20 * m_rounds; ++i)
            times.push_back(milliseconds([&] { document.preview(steps::move(document.base(), ids, {1.0 * i, 2.0 * i})); }));
        m_report.add(m_key + u".drag_ms"_s, percentile(std::move(times), 0.99), u"ms"_s);
        document.cancelPreview();
    }

    void measureUndo(DesignDocument &document)
    {
        QSet<ElementId> all;
        for (const Element &element : document.design().elements())
            all.insert(element.id);
        QSet<SeatRef> seats;
        const QList<SeatRef> every = steps::seatsOf(document.design(), {.elements = all});
        for (qsizetype i = 0; i < every.size(); i += 2)
            seats.insert(every[i]);
        undone(document, u"move"_s, [&] { return steps::move(document.design(), all, {10, 10}); });
        undone(document, u"category"_s, [&] { return steps::setCategory(document.design(), {.elements = all}, u"b"_s); });
        undone(document, u"seats"_s, [&] { return steps::setCategory(document.design(), {.seats = seats}, u"b"_s); });
        undone(document, u"numbers"_s, [&] { return steps::number(document.design(), all, {.rows = LabelScheme {.first = 3}, .seats = SeatNumbering {.first = 101}}); });
        undone(document, u"removal"_s, [&] { return steps::remove(document.design(), all); });
    }

    static void waitFor(const CheckList &list)
    {
        QEventLoop loop;
        QObject::connect(&list, &CheckList::changed, &loop, [&] {
            if (list.isCurrent())
                loop.quit();
        });
        if (!list.isCurrent())
            loop.exec();
    }

    void measureChecks(DesignDocument &document)
    {
        std::optional<CheckList> made;
        const double first = milliseconds([&] {
            made.emplace(document);
            waitFor(*made);
        });
        const CheckList &list = *made;
        m_report.add(m_key + u".first_check_ms"_s, first, u"ms"_s);
        require(!list.entries().isEmpty(), "nothing is said to be wrong with a house without a focal point");
        const ElementId some = document.design().elements()[document.design().elements().size() / 2].id;
        std::vector<double> times;
        for (int i = 0; i < m_rounds; ++i) {
            times.push_back(milliseconds([&] {
                document.push(steps::move(document.design(), {some}, {1, 0}));
                waitFor(list);
            }));
        }
        m_report.add(m_key + u".check_ms"_s, median(std::move(times)), u"ms"_s);
        document.history().setIndex(0);
        waitFor(list);
    }

    template<class Make>
    void undone(DesignDocument &document, const QString &what, Make make)
    {
        std::vector<double> done, undone;
        for (int i = 0; i < m_rounds; ++i) {
            done.push_back(milliseconds([&] { document.push(make()); }));
            undone.push_back(milliseconds([&] { document.history().undo(); }));
        }
        m_report.add(u"%1.do_%2_ms"_s.arg(m_key, what), median(std::move(done)), u"ms"_s);
        m_report.add(u"%1.undo_%2_ms"_s.arg(m_key, what), median(std::move(undone)), u"ms"_s);
    }

    Report &m_report;
    QString m_key;
    int m_rounds;
    bool m_cpuTime;
};

// A house in a program of its own, as memory cannot be had twice.
void addHouse(Report &report, const QString &house, QStringList arguments)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"figures.json"_s);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    arguments << u"--house"_s << house << u"--json"_s << file;
    process.start(QCoreApplication::applicationFilePath(), arguments);
    QFile written(file);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || !written.open(QIODevice::ReadOnly))
        qFatal("%s ended early", qUtf8Printable(house));
    const QJsonObject figures = QJsonDocument::fromJson(written.readAll()).object();
    for (auto figure = figures.begin(); figure != figures.end(); ++figure)
        report.add(figure.key(), figure.value()[u"value"_s].toDouble(), figure.value()[u"unit"_s].toString());
}

void printFigures(Report &report)
{
    bench::Table table({u"100,000 seats"_s, u"blocks"_s, u"section"_s, u"loose"_s});
    for (const QString &what : {u"file_mb"_s, u"open_ms"_s, u"save_ms"_s, u"import_ms"_s, u"pieces_ms"_s, u"plan_ms"_s, u"drag_ms"_s, u"frame_drag_house_ms"_s, u"frame_drag_near_ms"_s, u"frame_undo_move_ms"_s, u"do_move_ms"_s, u"undo_move_ms"_s, u"do_category_ms"_s,
                                u"undo_category_ms"_s, u"do_seats_ms"_s, u"undo_seats_ms"_s, u"do_numbers_ms"_s, u"undo_numbers_ms"_s, u"do_removal_ms"_s, u"undo_removal_ms"_s, u"first_check_ms"_s, u"check_ms"_s, u"memory_mb"_s}) {
        double worst = 0;
        QStringList cells {what};
        for (const House &house : kHouses) {
            const double value = report.value(u"designer.%1.%2"_s.arg(QLatin1StringView(house.name), what));
            worst = std::max(worst, value);
            cells.append(readable(value));
        }
        table.addRow(cells);
        report.add(u"designer.worst."_s + what, worst);
    }
    table.print();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"quick"_s, u"Three rounds."_s},
                       {u"json"_s, u"Write every figure under its key."_s, u"file"_s},
                       {u"cpu"_s, u"Time on a core, all threads together, for a machine with other work; no figures to keep."_s},
                       {u"rounds"_s, u"How often all is measured; figures are medians over the rounds."_s, u"count"_s, u"15"_s}});
    // How this program starts itself for one house.
    QCommandLineOption only(u"house"_s, QString(), u"name"_s);
    only.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(only);
    parser.addHelpOption();
    parser.process(application);

    Report report;
    const QString rounds = parser.isSet(u"quick"_s) ? u"3"_s : parser.value(u"rounds"_s);
    for (const House &house : kHouses) {
        const QString name = QString::fromLatin1(house.name);
        if (!parser.isSet(only))
            addHouse(report, name, QStringList {u"--rounds"_s, rounds} + (parser.isSet(u"cpu"_s) ? QStringList {u"--cpu"_s} : QStringList()));
        else if (parser.value(only) == name)
            HouseBench(report, name, std::max(1, rounds.toInt()), parser.isSet(u"cpu"_s)).measure(house.make());
    }
    if (!parser.isSet(only)) {
        std::printf("%d cores, platform %s\n", QThread::idealThreadCount(), qUtf8Printable(QGuiApplication::platformName()));
        printFigures(report);
        printTargets(report, kTargets);
    }
    if (parser.isSet(u"json"_s)) {
        if (const auto written = report.writeJson(parser.value(u"json"_s)); !written)
            qFatal("%s", qUtf8Printable(written.error().detail));
    }
    return 0;
}
