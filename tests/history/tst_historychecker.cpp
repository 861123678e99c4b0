// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/historychecker.h"
#include "tests/history/historyfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace parterre::history;
using namespace Qt::StringLiterals;

// The checker is only worth what it refuses: histories made by hand, each with one thing wrong, and others that look
// wrong and are not.
class HistoryCheckerTest : public QObject {
    Q_OBJECT

private:
    static void addFiles(const QString &folder);
    static QByteArray listed(const Violations &violations);

private Q_SLOTS:
    void good_passes_data() { addFiles(u"good"_s); }
    void good_passes();
    void bad_isRefusedForItsReason_data() { addFiles(u"bad"_s); }
    void bad_isRefusedForItsReason();
    void there_areThirtyOfEach();
    void text_comesBackAsItWas();
    void text_namesTheWrongWord_data();
    void text_namesTheWrongWord();
    void figures_countWhatHappened();
};

void HistoryCheckerTest::addFiles(const QString &folder)
{
    QTest::addColumn<QString>("path");
    const QDir files(QStringLiteral(PARTERRE_HISTORIES "/") + folder);
    for (const QString &name : files.entryList({u"*.txt"_s}, QDir::Files))
        QTest::newRow(qPrintable(name.chopped(4))) << files.filePath(name);
}

QByteArray HistoryCheckerTest::listed(const Violations &violations)
{
    QByteArray text = QByteArray::number(violations.count()) + " found";
    for (const Violation &violation : violations.kept())
        text += "\n" + QByteArray::number(violation.operation) + ": " + violation.text.c_str();
    return text;
}

void HistoryCheckerTest::good_passes()
{
    QFETCH(QString, path);
    const Result<History> history = readHistory(path);
    QVERIFY2(history, qPrintable(history ? QString() : history.error().detail));
    const Verdict verdict = check(*history);
    QVERIFY2(verdict.violations.count() == 0, listed(verdict.violations).constData());
}

void HistoryCheckerTest::bad_isRefusedForItsReason()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray reason = file.readLine().mid(1).trimmed();
    QVERIFY(!reason.isEmpty());
    const Result<History> history = readHistory(path);
    QVERIFY2(history, qPrintable(history ? QString() : history.error().detail));
    const Verdict verdict = check(*history);
    QCOMPARE(verdict.violations.count(), std::size_t(1));
    QVERIFY2(QByteArray(verdict.violations.kept().front().text.c_str()).contains(reason),
             listed(verdict.violations).constData());
}

void HistoryCheckerTest::there_areThirtyOfEach()
{
    const QDir files(QStringLiteral(PARTERRE_HISTORIES));
    QVERIFY(QDir(files.filePath(u"good"_s)).count() - 2 >= 30); // without . and ..
    QVERIFY(QDir(files.filePath(u"bad"_s)).count() - 2 >= 30);
}

void HistoryCheckerTest::text_comesBackAsItWas()
{
    const QByteArray text = "promises hold=1000 extend=500 grace=100 late=200 precision=0\n"
                            "1 hold 1 0 10 20 ok 5:1@1010,6:2@1010\n"
                            "2 hold 2 0 30 40 conflict 5!,7\n"
                            "3 confirm 1 0 50 - unknown 5:1,6:2 key=3\n"
                            "4 read 3 0 55 60 ok 5=h,6=s,7=f,8=b revision=77\n"
                            "5 lost 1 0 61 62 ok\n"
                            "6 cancel 1 0 70 80 refused 5 key=4 booking=9\n";
    const Result<History> history = parseHistory(text);
    QVERIFY(history);
    const QTemporaryDir folder;
    QVERIFY(writeHistory(*history, folder.filePath(u"history.txt"_s)));
    QFile file(folder.filePath(u"history.txt"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void HistoryCheckerTest::text_namesTheWrongWord_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("kind") << QByteArray("1 steal 1 0 10 20 ok 5") << u"line 1: \"steal\""_s;
    QTest::newRow("outcome") << QByteArray("\n1 hold 1 0 10 20 fine 5") << u"line 2: \"fine\""_s;
    QTest::newRow("time") << QByteArray("1 hold 1 0 ten 20 ok 5") << u"line 1: \"ten\""_s;
    QTest::newRow("an end before the start") << QByteArray("1 hold 1 0 30 20 ok 5") << u"line 1: \"20\""_s;
    QTest::newRow("an answer without end") << QByteArray("1 hold 1 0 30 - ok 5") << u"line 1: \"-\""_s;
    QTest::newRow("seat") << QByteArray("1 hold 1 0 10 20 ok 5:x") << u"line 1: \"5:x\""_s;
    QTest::newRow("state") << QByteArray("1 read 1 0 10 20 ok 5=z") << u"line 1: \"5=z\""_s;
    QTest::newRow("too short") << QByteArray("1 hold 1") << u"line 1: \"1\""_s;
    QTest::newRow("promise") << QByteArray("promises eternity=1") << u"line 1: \"eternity=1\""_s;
}

void HistoryCheckerTest::text_namesTheWrongWord()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const Result<History> history = parseHistory(text);
    QVERIFY(!history);
    QCOMPARE(history.error().code, ErrorCode::FileInvalid);
    QCOMPARE(history.error().detail, said);
}

void HistoryCheckerTest::figures_countWhatHappened()
{
    const Result<History> history = parseHistory("promises hold=1000 extend=500 grace=100 late=200 precision=0\n"
                                                 "1 hold 1 0 10 20 ok 5:1@1010,6:2@1010\n"
                                                 "2 hold 2 0 30 40 conflict 5!\n"
                                                 "3 hold 3 0 30 - unknown 8\n"
                                                 "4 read 2 0 1020 1030 ok 5=f,6=f revision=3\n"
                                                 "5 hold 2 0 1040 1050 ok 5:3@2040\n"
                                                 "6 confirm 2 0 1060 1070 ok 5:3 key=1 booking=1\n"
                                                 "7 cancel 2 0 1080 1090 ok 5 key=2 booking=1\n"
                                                 "8 release 2 0 1100 1110 not-held 5!\n"
                                                 "9 kill 0 0 1200 1210 ok\n");
    QVERIFY(history);
    const Verdict verdict = check(*history);
    QVERIFY2(verdict.violations.count() == 0, listed(verdict.violations).constData());
    const Figures &figures = verdict.figures;
    QCOMPARE(figures.operations, std::size_t(8));
    QCOMPARE(figures.holds, std::size_t(2));
    QCOMPARE(figures.multiSeat, std::size_t(1));
    QCOMPARE(figures.conflicts, std::size_t(1));
    QCOMPARE(figures.notHeld, std::size_t(1));
    QCOMPARE(figures.expiries, std::size_t(1));
    QCOMPARE(figures.unknown, std::size_t(1));
    QCOMPARE(figures.sales, std::size_t(1));
    QCOMPARE(figures.cancellations, std::size_t(1));
    QCOMPARE(figures.reads, std::size_t(1));
    QCOMPARE(figures.kills, std::size_t(1));
    QCOMPARE(figures.seats, std::size_t(3));
}

QTEST_GUILESS_MAIN(HistoryCheckerTest)
#include "tst_historychecker.moc"
