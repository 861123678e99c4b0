// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace parterre::architecture;

namespace {

using Rule = QList<Finding> (*)(const QString &path, const QString &text);

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QtHeaders installedQtHeaders()
{
    QtHeaders headers;
    const QDir root(QStringLiteral(PARTERRE_QT_INCLUDES));
    const QStringList modules = root.entryList({u"Qt*"_s}, QDir::Dirs);
    for (const QString &module : modules) {
        const QStringList names = QDir(root.filePath(module)).entryList(QDir::Files);
        for (const QString &name : names)
            headers.insert(name, module);
    }
    return headers;
}

QtHeaders sampleQtHeaders()
{
    return {{u"QString"_s, u"QtCore"_s}, {u"QObject"_s, u"QtCore"_s}, {u"QColor"_s, u"QtGui"_s},
        {u"QWidget"_s, u"QtWidgets"_s}, {u"QSqlQuery"_s, u"QtSql"_s}};
}

QByteArray listed(const QList<Finding> &findings)
{
    QString text;
    for (const Finding &finding : findings)
        text += u"\n%1:%2: %3"_s.arg(finding.file).arg(finding.line).arg(finding.what);
    return text.toUtf8();
}

} // namespace

// Keeps the arrows, sizes and manners that the design asks for. Each rule is first shown samples that it must refuse
// and must let pass, then the project's own sources.
class TestArchitecture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void includes_followTheArrows_data();
    void includes_followTheArrows();
    void links_followTheArrows_data();
    void links_followTheArrows();
    void files_keepTheRule_data();
    void files_keepTheRule();
    void everyFile_includesOnlyWhatItsRoomMay();
    void everyFile_keepsTheRules_data();
    void everyFile_keepsTheRules();
    void everyLibrary_linksOnlyWhatItsRoomMay();

private:
    QList<std::pair<QString, QString>> m_sources; // path from the root, text
    QList<std::pair<QString, QString>> m_tests;
};

void TestArchitecture::initTestCase()
{
    const QDir root(QStringLiteral(PARTERRE_SOURCE_DIR));
    for (const QString &side : {u"shared"_s, u"backend"_s, u"app"_s, u"tests"_s}) {
        QDirIterator files(root.filePath(side), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            (side == u"tests" ? m_tests : m_sources).append({root.relativeFilePath(path), read(path)});
        }
    }
    QVERIFY2(m_sources.size() > 20, "the sources are not where they should be");
}

void TestArchitecture::includes_followTheArrows_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");

    const auto row = [](const char *name, const QString &path, const QString &include, bool allowed) {
        QTest::newRow(name) << path << include << allowed;
    };
    row("shared may use Qt Core", u"shared/core/money.h"_s, u"<QString>"_s, true);
    row("shared may use the standard library", u"shared/core/money.h"_s, u"<vector>"_s, true);
    row("shared has no pixels", u"shared/domain/plan.h"_s, u"<QColor>"_s, false);
    row("shared has no pixels, named with the module", u"shared/domain/plan.h"_s, u"<QtGui/QColor>"_s, false);
    row("shared knows no backend", u"shared/domain/plan.h"_s, u"\"backend/ledger/ledger.h\""_s, false);
    row("shared knows no app", u"shared/domain/plan.h"_s, u"\"app/state/cartmodel.h\""_s, false);
    row("core knows no domain", u"shared/core/ids.h"_s, u"\"shared/domain/seat.h\""_s, false);
    row("plan files use the strict reader", u"shared/planio/planjson.cpp"_s, u"\"shared/protocol/jsondocument.h\""_s, true);
    row("the protocol knows no plan files", u"shared/protocol/plans.cpp"_s, u"\"shared/planio/planjson.h\""_s, false);
    row("app knows shared", u"app/state/cartmodel.cpp"_s, u"\"shared/domain/seat.h\""_s, true);
    row("app knows no backend", u"app/net/connection.cpp"_s, u"\"backend/api/router.h\""_s, false);
    row("backend knows no app", u"backend/api/router.cpp"_s, u"\"app/net/connection.h\""_s, false);
    row("api knows services", u"backend/api/holdhandler.cpp"_s, u"\"backend/services/holdservice.h\""_s, true);
    row("api knows the interface of transport", u"backend/api/router.h"_s, u"\"backend/transport/transport.h\""_s, true);
    row("api knows no sockets", u"backend/api/router.h"_s, u"\"backend/transport/connection.h\""_s, false);
    row("api knows no ledger", u"backend/api/holdhandler.cpp"_s, u"\"backend/ledger/seatledger.h\""_s, false);
    row("api knows no storage", u"backend/api/holdhandler.cpp"_s, u"\"backend/storage/database.h\""_s, false);
    row("transport knows no storage", u"backend/transport/listener.cpp"_s, u"\"backend/storage/database.h\""_s, false);
    row("services know the ledger", u"backend/services/holdservice.cpp"_s, u"\"backend/ledger/seatledger.h\""_s, true);
    row("services know no api", u"backend/services/holdservice.cpp"_s, u"\"backend/api/router.h\""_s, false);
    row("services do no SQL", u"backend/services/holdservice.cpp"_s, u"<QSqlQuery>"_s, false);
    row("storage does SQL", u"backend/storage/database.cpp"_s, u"<QSqlQuery>"_s, true);
    row("the ledger knows no storage", u"backend/ledger/seatledger.cpp"_s, u"\"backend/storage/database.h\""_s, false);
    row("the ledger has no signals", u"backend/ledger/seatledger.h"_s, u"<QObject>"_s, false);
    row("state has no widgets", u"app/state/cartmodel.h"_s, u"<QWidget>"_s, false);
    row("state has no colours", u"app/state/cartmodel.h"_s, u"<QtGui/QColor>"_s, false);
    row("net knows no state", u"app/net/connection.cpp"_s, u"\"app/state/cartmodel.h\""_s, false);
    row("screens know state", u"app/screens/eventscreen.cpp"_s, u"\"app/state/cartmodel.h\""_s, true);
    row("screens know no net", u"app/screens/eventscreen.cpp"_s, u"\"app/net/connection.h\""_s, false);
    row("a screen knows its own header", u"app/screens/eventscreen.cpp"_s, u"\"app/screens/eventscreen.h\""_s, true);
    row("a screen knows no screen", u"app/screens/eventscreen.cpp"_s, u"\"app/screens/cartscreen.h\""_s, false);
    row("the seat map knows no screen", u"app/seatmap/seatmapview.cpp"_s, u"\"app/screens/eventscreen.h\""_s, false);
    row("the application knows all of app", u"app/application/main.cpp"_s, u"\"app/screens/eventscreen.h\""_s, true);
    row("headers are named from the root", u"app/state/cartmodel.cpp"_s, u"\"cartmodel.h\""_s, false);
    row("a moc file is no header", u"app/state/cartmodel.cpp"_s, u"\"cartmodel.moc\""_s, true);
    row("only the calendar reads rules", u"backend/calendar/recurrence.cpp"_s, u"<libical/ical.h>"_s, true);
    row("only mail speaks to mail servers", u"backend/mail/smtptransfer.cpp"_s, u"<curl/curl.h>"_s, true);
    row("services know who carries mail", u"backend/services/mailservice.h"_s, u"\"backend/mail/mailcarrier.h\""_s, true);
    row("services do not know how", u"backend/services/mailservice.cpp"_s, u"\"backend/mail/smtpcarrier.h\""_s, false);
    row("services read no rules", u"backend/services/seriesediting.cpp"_s, u"<libical/ical.h>"_s, false);
    row("only services hash passwords", u"backend/services/passwordhasher.cpp"_s, u"<sodium.h>"_s, true);
    row("the app hashes nothing", u"app/state/signin.cpp"_s, u"<sodium.h>"_s, false);
    row("the app checks signatures", u"app/net/signature.cpp"_s, u"<sodium.h>"_s, true);
    row("plan files are drawn on paper", u"shared/planio/svgrendering.cpp"_s, u"<librsvg/rsvg.h>"_s, true);
    row("the server draws nothing itself", u"backend/services/planexports.cpp"_s, u"<cairo-pdf.h>"_s, false);
    row("a folder outside the table is refused", u"app/tricks/trick.cpp"_s, u"<QString>"_s, false);
}

void TestArchitecture::includes_followTheArrows()
{
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(bool, allowed);
    const auto findings = checkIncludes(path, u"// SPDX\n#include %1\n"_s.arg(include), sampleQtHeaders());
    QVERIFY2(findings.isEmpty() == allowed, listed(findings).constData());
    QVERIFY2(checkIncludes(path, u"// #include %1\n"_s.arg(include), sampleQtHeaders()).isEmpty() || path.contains(u"tricks"),
             "an include in a comment is none");
}

void TestArchitecture::links_followTheArrows_data()
{
    QTest::addColumn<QString>("room");
    QTest::addColumn<QStringList>("links");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("state without widgets") << u"app/state"_s << QStringList {u"parterre_domain"_s, u"Qt6::Core"_s} << true;
    QTest::newRow("state with widgets") << u"app/state"_s << QStringList {u"Qt6::Core"_s, u"Qt6::Widgets"_s} << false;
    QTest::newRow("state with the ledger") << u"app/state"_s << QStringList {u"parterre_ledger"_s} << false;
    QTest::newRow("state with the sockets behind net") << u"app/state"_s << QStringList {u"parterre_net"_s, u"Qt6::WebSockets"_s} << true;
    QTest::newRow("services with the SQL behind storage") << u"backend/services"_s << QStringList {u"parterre_storage"_s, u"Qt6::Sql"_s} << true;
    QTest::newRow("ledger with SQL") << u"backend/ledger"_s << QStringList {u"Qt6::Sql"_s} << false;
    QTest::newRow("core with sockets") << u"shared/core"_s << QStringList {u"Qt6::Network"_s} << false;
    QTest::newRow("ledger with a screen") << u"backend/ledger"_s << QStringList {u"parterre_screens"_s} << false;
    QTest::newRow("services with SQL through storage") << u"backend/services"_s << QStringList {u"Qt6::Sql"_s, u"parterre_storage"_s} << true;
    QTest::newRow("services with SQL by themselves") << u"backend/services"_s << QStringList {u"Qt6::Sql"_s} << false;
    QTest::newRow("state with sockets through net") << u"app/state"_s << QStringList {u"Qt6::Network"_s, u"parterre_net"_s} << true;
    QTest::newRow("storage with SQL") << u"backend/storage"_s << QStringList {u"Qt6::Sql"_s, u"parterre_core"_s} << true;
}

void TestArchitecture::links_followTheArrows()
{
    QFETCH(QString, room);
    QFETCH(QStringList, links);
    QTEST(checkLinks(room, links).isEmpty(), "allowed");
}

void TestArchitecture::files_keepTheRule_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");

    const QString cpp = u"backend/api/router.cpp"_s;
    const QString header = u"backend/api/router.h"_s;
    const QString spdx = u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
    const auto row = [](const char *name, Rule rule, const QString &path, const QString &text, bool allowed) {
        QTest::newRow(name) << rule << path << text << allowed;
    };
    row("source of 500 lines", checkSize, cpp, u"\n"_s.repeated(500), true);
    row("source of 501 lines", checkSize, cpp, u"\n"_s.repeated(501), false);
    row("header of 200 lines", checkSize, header, u"\n"_s.repeated(200), true);
    row("header of 201 lines", checkSize, header, u"\n"_s.repeated(201), false);
    row("licence and guard", checkPreamble, header, spdx + u"#pragma once\n"_s, true);
    row("no licence", checkPreamble, cpp, u"#include <QString>\n"_s, false);
    row("no guard", checkPreamble, header, spdx + u"class Router;\n"_s, false);
    row("a marker in a comment", checkMarkers, cpp, u"// TO"_s + u"DO later\n"_s, false);
    row("a word that holds a marker", checkMarkers, cpp, u"// PHOTO"_s + u"DOCS\n"_s, true);
    row("a query in a literal", checkSqlText, cpp, u"run(u\"SELECT a FROM b\"_s);\n"_s, false);
    row("a query in a raw literal", checkSqlText, cpp, u"run(R\"sql(\n  INSERT INTO t VALUES (1))sql\");\n"_s, false);
    row("a change in a literal", checkSqlText, cpp, u"run(\"UPDATE seat SET x = 1\");\n"_s, false);
    row("a removal in a literal", checkSqlText, cpp, u"run(\"DELETE FROM seat\");\n"_s, false);
    row("a query in a comment", checkSqlText, cpp, u"// \"SELECT a FROM b\" runs here\n"_s, true);
    row("a button's text", checkSqlText, cpp, u"tr(\"Select a seat\"), tr(\"UPDATE\");\n"_s, true);
    row("an escaped quote does not end a literal", checkSqlText, cpp, u"f(\"a\\\" SELECT x\");\n"_s, false);
    row("a digit separator opens no literal", checkSqlText, cpp, u"f(1'000, \"SELECT x\");\n"_s, false);
    row("events processed by hand", checkNestedLoops, cpp, u"QCoreApplication::processEvents();\n"_s, false);
    row("events processed with flags", checkNestedLoops, cpp, u"app.processEvents(QEventLoop::AllEvents);\n"_s, false);
    row("a loop of its own", checkNestedLoops, cpp, u"QEventLoop loop;\nloop.exec();\n"_s, false);
    row("a dispatcher", checkNestedLoops, cpp, u"bool processEvents(QEventLoop::ProcessEventsFlags flags) override;\n"_s, true);
    row("a loop in a comment", checkNestedLoops, cpp, u"// never processEvents() here\n"_s, true);
}

void TestArchitecture::files_keepTheRule()
{
    QFETCH(Rule, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QTEST(rule(path, text).isEmpty(), "allowed");
}

void TestArchitecture::everyFile_includesOnlyWhatItsRoomMay()
{
    const QtHeaders headers = installedQtHeaders();
    QCOMPARE(headers.value(u"QString"_s), u"QtCore"_s);
    QList<Finding> findings;
    for (const auto &[path, text] : m_sources)
        findings += checkIncludes(path, text, headers);
    QVERIFY2(findings.isEmpty(), listed(findings).constData());
}

void TestArchitecture::everyFile_keepsTheRules_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<bool>("testsToo");
    QTest::newRow("size") << Rule(checkSize) << true;
    QTest::newRow("preamble") << Rule(checkPreamble) << true;
    QTest::newRow("markers") << Rule(checkMarkers) << true;
    QTest::newRow("SQL") << Rule(checkSqlText) << false;
    QTest::newRow("nested loops") << Rule(checkNestedLoops) << false;
}

void TestArchitecture::everyFile_keepsTheRules()
{
    QFETCH(Rule, rule);
    QFETCH(bool, testsToo);
    QList<Finding> findings;
    for (const auto &[path, text] : testsToo ? m_sources + m_tests : m_sources)
        findings += rule(path, text);
    QVERIFY2(findings.isEmpty(), listed(findings).constData());
}

void TestArchitecture::everyLibrary_linksOnlyWhatItsRoomMay()
{
    const QStringList lines = read(QStringLiteral(PARTERRE_LINKS_FILE)).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() >= 2);
    QList<Finding> findings;
    for (const QString &line : lines) {
        QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        const QString room = words.takeFirst();
        QVERIFY2(rooms().contains(room), qPrintable(room));
        findings += checkLinks(room, words);
    }
    QVERIFY2(findings.isEmpty(), listed(findings).constData());
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
