// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/planfile.h"

#include <QTest>

using namespace parterre;
using namespace parterre::planio;
using namespace Qt::StringLiterals;

class TestPlanFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_areToldApartByTheirContent_data()
    {
        QTest::addColumn<PlanFormat>("format");
        for (const PlanFormat format : {PlanFormat::Parterre, PlanFormat::Pretix, PlanFormat::Svg, PlanFormat::Csv})
            QTest::newRow(qPrintable(planFormatName(format))) << format;
    }
    void formats_areToldApartByTheirContent()
    {
        QFETCH(PlanFormat, format);
        QCOMPARE(planFormatFromName(planFormatName(format)), format);
        for (const Plan &plan : {mainHousePlan(), studioCinemaPlan(), cabaretPlan()}) {
            const ExportResult written = writePlanFile(plan, format);
            const Result<ImportResult> read = readPlanFile(written.file, u"Named"_s);
            QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
            // pretix knows no areas, and the report says so.
            const qint32 kept = format == PlanFormat::Pretix ? seatCount(plan) : placeCount(plan);
            QCOMPARE(placeCount(read->plan), kept);
            QVERIFY(kept == placeCount(plan) || !written.report.isEmpty());
            QVERIFY(validatePlan(read->plan).isEmpty());
            if (format == PlanFormat::Parterre) {
                QCOMPARE(read->plan, plan);
                QVERIFY(written.report.isEmpty() && read->report.isEmpty());
            }
            if (format == PlanFormat::Csv)
                QCOMPARE(read->plan.name, u"Named"_s);
        }
    }
    void anythingElse_isRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a letter") << QByteArray("Dear Sir or Madam");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0,;", 14);
        QTest::newRow("JSON of another kind") << QByteArray("{\"a\": 1}");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("a web page") << QByteArray("<html><body>seats</body></html>");
        QTest::newRow("deep") << QByteArray(1'000'000, '[');
        QTest::newRow("only separators") << QByteArray(100'000, ',');
    }
    void anythingElse_isRefused()
    {
        QFETCH(QByteArray, file);
        const Result<ImportResult> read = readPlanFile(file);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::FileInvalid);
    }
    void names_ofNoFormat() { QCOMPARE(planFormatFromName(u"dwg"_s), std::nullopt); }
};

QTEST_GUILESS_MAIN(TestPlanFile)
#include "tst_planfile.moc"
