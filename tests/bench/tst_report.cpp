// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace parterre::bench;
using namespace Qt::StringLiterals;

class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void median_isTheMiddleOrBetweenTheTwo();
    void percentile_isTheSmallestThatEnoughDoNotExceed();
    void table_alignsItsColumns();
    void report_writesEveryFigureUnderItsKey();
};

void ReportTest::median_isTheMiddleOrBetweenTheTwo()
{
    QCOMPARE(median({}), 0.0);
    QCOMPARE(median({5, 1, 9}), 5.0);
    QCOMPARE(median({4, 1, 9, 2}), 3.0);
}

void ReportTest::percentile_isTheSmallestThatEnoughDoNotExceed()
{
    std::vector<double> hundred;
    for (int i = 100; i > 0; --i)
        hundred.push_back(i);
    QCOMPARE(percentile({}, 0.5), 0.0);
    QCOMPARE(percentile({7}, 0.99), 7.0);
    QCOMPARE(percentile(hundred, 0), 1.0);
    QCOMPARE(percentile(hundred, 0.5), 50.0);
    QCOMPARE(percentile(hundred, 0.99), 99.0);
    QCOMPARE(percentile(hundred, 0.995), 100.0);
    QCOMPARE(percentile(hundred, 1), 100.0);
}

void ReportTest::table_alignsItsColumns()
{
    Table table({u"what"_s, u"ms"_s});
    table.addRow({u"a"_s, readable(12'345)});
    table.addRow({u"longer"_s, readable(0.1234)});
    QCOMPARE(table.text(), u"what        ms\na       12,345\nlonger   0.123\n"_s);
}

void ReportTest::report_writesEveryFigureUnderItsKey()
{
    Report report;
    report.add(u"storage.sqlite.64.ours.p99"_s, 1.5, u"ms"_s, u"in words"_s);
    report.addText(u"storage.disk"_s, u"ext4"_s);
    QCOMPARE(report.value(u"storage.sqlite.64.ours.p99"_s), 1.5);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"figures.json"_s);
    QVERIFY(report.writeJson(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject expected {
        {u"storage.sqlite.64.ours.p99"_s, QJsonObject {{u"value"_s, 1.5}, {u"unit"_s, u"ms"_s}, {u"text"_s, u"in words"_s}}},
        {u"storage.disk"_s, QJsonObject {{u"text"_s, u"ext4"_s}}},
    };
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), expected);
    QVERIFY(!report.writeJson(folder.filePath(u"no/such/folder.json"_s)));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
