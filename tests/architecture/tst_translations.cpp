// SPDX-License-Identifier: GPL-3.0-or-later
#include "translationrules.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace parterre::architecture;

// Every text of the app is translated in every language it offers. The files are brought up to date in a copy; what
// that changes or leaves open is a finding.
class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checker_findsWhatIsWrong_data();
    void checker_findsWhatIsWrong();
    void language_isComplete_data();
    void language_isComplete();
};

void TestTranslations::checker_findsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("good");

    const auto row = [](const char *name, const char *attributes, const char *source, const char *translation, bool good) {
        const QByteArray message = QByteArray("<message") + attributes + "><source>" + source + "</source>" + translation + "</message>";
        QTest::newRow(name) << message << good;
    };
    row("translated", "", "Hold %1", "<translation>%1 halten</translation>", true);
    row("unfinished", "", "Hold", "<translation type=\"unfinished\">Halten</translation>", false);
    row("gone from the sources", "", "Hold", "<translation type=\"vanished\">Halten</translation>", false);
    row("empty", "", "Hold", "<translation></translation>", false);
    row("placeholder lost", "", "Hold %1", "<translation>Halten</translation>", false);
    row("placeholder invented", "", "Hold", "<translation>%1 halten</translation>", false);
    row("placeholder twice", "", "%1 of %1", "<translation>%1</translation>", false);
    row("every plural form", " numerus=\"yes\"", "%n seat(s)",
        "<translation><numerusform>ein Platz</numerusform><numerusform>%n Plätze</numerusform></translation>", true);
    row("a plural form empty", " numerus=\"yes\"", "%n seat(s)",
        "<translation><numerusform>%n Platz</numerusform><numerusform></numerusform></translation>", false);
    row("no plural form", " numerus=\"yes\"", "%n seat(s)", "<translation></translation>", false);
}

void TestTranslations::checker_findsWhatIsWrong()
{
    QFETCH(QByteArray, message);
    QFETCH(bool, good);
    const QByteArray ts = "<TS version=\"2.1\"><context><name>Cart</name>" + message + "</context></TS>";
    QCOMPARE(checkTranslations(ts).isEmpty(), good);
    QVERIFY2(!checkTranslations(QByteArray(ts).replace("Cart", "")).isEmpty(), "a text without a context is never found");
    QVERIFY2(!checkTranslations("<TS version=\"2.1\"></TS>").isEmpty(), "a file without texts is no translation");
    QVERIFY2(!checkTranslations(ts.left(ts.size() / 2)).isEmpty(), "half a file is no translation");
}

void TestTranslations::language_isComplete_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(PARTERRE_SOURCE_DIR "/translations"));
    const QStringList files = folder.entryList({u"*.ts"_s}, QDir::Files);
    QVERIFY(files.size() >= 2);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TestTranslations::language_isComplete()
{
    QFETCH(QString, file);
    QTemporaryDir scratch;
    const QString copy = scratch.filePath(u"copy.ts"_s);
    QVERIFY(QFile::copy(file, copy));

    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(PARTERRE_SOURCE_DIR));
    lupdate.start(QStringLiteral(PARTERRE_LUPDATE), {u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"app"_s, u"shared"_s, u"-ts"_s, copy});
    QVERIFY2(lupdate.waitForFinished(60000) && lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());

    QFile updated(copy);
    QVERIFY(updated.open(QIODevice::ReadOnly));
    const QStringList findings = checkTranslations(updated.readAll());
    QVERIFY2(findings.isEmpty(), qPrintable(u"run ./dev translations and translate:\n"_s + findings.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
