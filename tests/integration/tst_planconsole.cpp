// SPDX-License-Identifier: GPL-3.0-or-later
#include "serversite.h"

#include "shared/domain/demohouse.h"
#include "shared/planio/pdfplan.h"
#include "shared/planio/planjson.h"

#include <QFile>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// `parterre-server plan`, as an operator types it.
class PlanConsoleTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void planImport_ofSomethingElse_changesNothing();
    void planImport_readsOurOwnDocumentsToo();
    void planExport_isReadByImport_data();
    void planExport_isReadByImport();
    void planExport_drawsAPage();
    void planCompare_saysWhatDiffers();
    void planImport_readsDrawingsByOnesOwnRules();
};

void PlanConsoleTest::planImport_ofSomethingElse_changesNothing()
{
    const ServerSite site = buildSite(m_databases, storage::Engine::Sqlite);
    QString before;
    QCOMPARE(runServer(QStringList {u"plan"_s, u"list"_s} + site.where, &before), 0);
    QVERIFY(before.contains(u"Small hall, version 1, 400 seats"_s));
    for (const QByteArray &content : {QByteArray("Dear Sir or Madam,"), QByteArray("[1, 2]"), QByteArray("{}"), QByteArray("\x89PNG\r\n\x1a\n"), QByteArray()}) {
        const QString path = site.folder->filePath(u"letter.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
        file.close();
        QString complaints;
        QCOMPARE(runServer(QStringList {u"plan"_s, u"import"_s, path, u"--venue"_s, u"New house"_s} + site.where, nullptr, &complaints), 1);
        QVERIFY2(complaints.contains(u"letter.json: "_s), qPrintable(complaints));
        QString after;
        QCOMPARE(runServer(QStringList {u"plan"_s, u"list"_s} + site.where, &after), 0);
        QCOMPARE(after, before);
    }
}

void PlanConsoleTest::planImport_readsOurOwnDocumentsToo()
{
    const ServerSite site = buildSite(m_databases, storage::Engine::Sqlite);
    const QString path = site.folder->filePath(u"cabaret.json"_s);
    const auto write = [&path](const QByteArray &content) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
    };
    const QByteArray document = planio::writePlan(cabaretPlan());
    const QStringList command = QStringList {u"plan"_s, u"import"_s, path, u"--venue"_s, u"New house"_s} + site.where;
    QVERIFY(write(document));
    QString output;
    QCOMPARE(runServer(command, &output), 0);
    QVERIFY2(output.contains(u"version 1 of New house, 224 seats in 3 sections"_s), qPrintable(output));
    // It is ours, so nothing of it is repaired.
    QVERIFY(write(QByteArray(document).replace(R"("capacity":150)", R"("capacity":-1)")));
    QString complaints;
    QCOMPARE(runServer(command, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"sections[2].areas[0].capacity"_s), qPrintable(complaints));
}

void PlanConsoleTest::planExport_isReadByImport_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("told"); // what the format cannot keep of a cabaret
    QTest::newRow("json") << u"json"_s << QString();
    QTest::newRow("pretix") << u"pretix"_s << u"will be read as a row"_s;
    QTest::newRow("svg") << u"svg"_s << QString();
    QTest::newRow("csv") << u"csv"_s << u"a shape is not in the file"_s;
}

void PlanConsoleTest::planExport_isReadByImport()
{
    QFETCH(const QString, format);
    QFETCH(const QString, told);
    const ServerSite site = buildSite(m_databases, storage::Engine::Sqlite);
    const QString path = site.folder->filePath(u"plan."_s + format), other = site.folder->filePath(u"other."_s + format);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(planio::writePlan(cabaretPlan())) > 0);
    file.close();
    const QStringList house {u"--venue"_s, u"New house"_s};
    QCOMPARE(runServer(QStringList {u"plan"_s, u"import"_s, path} + house + site.where), 0);
    QString output;
    QCOMPARE(runServer(QStringList {u"plan"_s, u"export"_s, other, u"--format"_s, format} + house + site.where, &output), 0);
    QCOMPARE(output.isEmpty(), told.isEmpty());
    QVERIFY2(output.contains(told), qPrintable(output));
    QString report;
    QCOMPARE(runServer(QStringList {u"plan"_s, u"import"_s, other, u"--name"_s, u"Again"_s} + house + site.where, &report), 0);
    QVERIFY2(report.contains(u"(%1): plan \"Again\" version 1 of New house"_s.arg(format)), qPrintable(report));
    // Two plans now: one has to be named, and standard output is the file and nothing else.
    QString complaints;
    QCOMPARE(runServer(QStringList {u"plan"_s, u"export"_s} + house + site.where, nullptr, &complaints), 2);
    QVERIFY2(complaints.contains(u"--name"_s), qPrintable(complaints));
    QString document;
    QCOMPARE(runServer(QStringList {u"plan"_s, u"export"_s, u"--name"_s, cabaretPlan().name} + house + site.where, &document), 0);
    QCOMPARE(document.toUtf8(), planio::writePlan(cabaretPlan()));
    QCOMPARE(runServer(QStringList {u"plan"_s, u"export"_s, u"--format"_s, u"text"_s} + house + site.where, nullptr, &complaints), 2);
    QCOMPARE(runServer(QStringList {u"plan"_s, u"export"_s, u"--venue"_s, u"Nowhere"_s} + site.where, nullptr, &complaints), 1);
}

void PlanConsoleTest::planExport_drawsAPage()
{
    const ServerSite site = buildSite(m_databases, storage::Engine::Sqlite);
    const QString path = site.folder->filePath(u"plan.json"_s), page = site.folder->filePath(u"plan.pdf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(planio::writePlan(cabaretPlan())) > 0);
    file.close();
    const QStringList house {u"--venue"_s, u"New house"_s};
    QCOMPARE(runServer(QStringList {u"plan"_s, u"import"_s, path} + house + site.where), 0);
    QString output;
    QCOMPARE(runServer(QStringList {u"plan"_s, u"export"_s, page, u"--format"_s, u"pdf"_s} + house + site.where, &output), 0);
    QCOMPARE(output, QString());
    const Result<QByteArray> expected = planio::writePdfPlan(cabaretPlan());
    QVERIFY(expected.ok());
    QFile written(page);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), *expected);
    // For people: it is not read again.
    QString complaints;
    QCOMPARE(runServer(QStringList {u"plan"_s, u"import"_s, page} + house + site.where, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"expected a seating plan"_s), qPrintable(complaints));
}

void PlanConsoleTest::planCompare_saysWhatDiffers()
{
    const ServerSite site = buildSite(m_databases, storage::Engine::Sqlite);
    const QString path = site.folder->filePath(u"plan.json"_s);
    const QStringList house {u"--venue"_s, u"New house"_s};
    const auto publish = [&](const Plan &plan) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(planio::writePlan(plan)) > 0 && file.flush()
            && runServer(QStringList {u"plan"_s, u"import"_s, path} + house + site.where) == 0;
    };
    const auto compared = [&](const QStringList &versions, QString *output, QString *complaints = nullptr) {
        return runServer(QStringList {u"plan"_s, u"compare"_s} + versions + house + site.where, output, complaints);
    };
    Plan plan = cabaretPlan();
    QVERIFY(publish(plan));
    QString output, complaints;
    QCOMPARE(compared({}, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"before version 1"_s), qPrintable(complaints));

    Section &standing = *std::find_if(plan.sections.begin(), plan.sections.end(), [](const Section &section) { return !section.areas.isEmpty(); });
    standing.areas[0].capacity += 10;
    for (Section &section : plan.sections) {
        for (Table &table : section.tables)
            table.soldWhole = false;
    }
    QVERIFY(publish(plan));
    plan.shapes.append(Shape {.size = {10, 10}});
    QVERIFY(publish(plan));
    QCOMPARE(compared({}, &output), 0);
    QVERIFY2(output.contains(u"version 2 -> 3"_s) && output.contains(u"Nothing that is sold differs."_s), qPrintable(output));
    QCOMPARE(compared({u"--from"_s, u"1"_s}, &output), 0);
    QVERIFY2(output.contains(u"%1 of New house, version 1 -> 3: %2 -> %3 seats"_s.arg(plan.name).arg(placeCount(plan) - 10).arg(placeCount(plan))), qPrintable(output));
    QVERIFY2(output.contains(u"\n20 seats sold otherwise\n"_s) && output.contains(u"one by one: "_s), qPrintable(output));
    QVERIFY2(output.contains(u"\n1 area of another capacity\n  %1: %2, %3 -> %4 places\n"_s.arg(standing.name, standing.areas[0].name)
                                 .arg(standing.areas[0].capacity - 10).arg(standing.areas[0].capacity)),
             qPrintable(output));
    QCOMPARE(compared({u"--to"_s, u"1"_s, u"--from"_s, u"3"_s}, &output), 0);
    QVERIFY2(output.contains(u"with the whole table"_s), qPrintable(output));
    QCOMPARE(compared({u"--to"_s, u"4"_s}, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"no version 4"_s), qPrintable(complaints));
    QCOMPARE(compared({u"--from"_s, u"first"_s}, nullptr, &complaints), 2);
    QVERIFY2(complaints.contains(u"from \"first\""_s), qPrintable(complaints));

    QCOMPARE(runServer(QStringList {u"plan"_s, u"versions"_s} + house + site.where, &output), 0);
    const QStringList lines = output.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(1).startsWith(u"  version 3, 20"_s) && lines.at(1).endsWith(planio::planHash(planio::writePlan(plan))), qPrintable(output));
    QVERIFY2(lines.at(3).startsWith(u"  version 1, "_s), qPrintable(output));
}

void PlanConsoleTest::planImport_readsDrawingsByOnesOwnRules()
{
    const ServerSite site = buildSite(m_databases, storage::Engine::Sqlite);
    const auto write = [&site](const QString &name, const QByteArray &content) {
        QFile file(site.folder->filePath(name));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size() ? file.fileName() : QString();
    };
    const QString drawing = write(u"hall.svg"_s, R"(<svg xmlns="http://www.w3.org/2000/svg"><rect id="chair.A.1" width="9" height="9"/><rect id="chair.A.2" x="9" width="9" height="9"/></svg>)");
    const QStringList command = QStringList {u"plan"_s, u"import"_s, drawing, u"--venue"_s, u"New house"_s} + site.where;
    QString output, complaints;
    QCOMPARE(runServer(command, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"no seat"_s), qPrintable(complaints));
    const QString rules = write(u"rules.json"_s, R"({"rules": [{"as": "seat", "id": "chair.{row}.{number}"}]})");
    QCOMPARE(runServer(command + QStringList {u"--rules"_s, rules}, &output), 0);
    QVERIFY2(output.contains(u"plan \"hall\" version 1 of New house, 2 seats"_s), qPrintable(output));
    QVERIFY(!write(u"rules.json"_s, R"({"rules": [{"as": "chair"}]})").isEmpty());
    QCOMPARE(runServer(command + QStringList {u"--rules"_s, rules}, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"rules[0].as"_s), qPrintable(complaints));
}

QTEST_GUILESS_MAIN(PlanConsoleTest)
#include "tst_planconsole.moc"
