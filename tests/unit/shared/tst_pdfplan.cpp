// SPDX-License-Identifier: GPL-3.0-or-later
#include "planfiletest.h"

#include "shared/planio/pdfplan.h"
#include "shared/planio/planfile.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace parterre;
using namespace parterre::planio;
using namespace parterre::planfiletest;
using namespace Qt::StringLiterals;

// Plans on paper, as programs that share nothing with us read and draw them.
class TestPdfPlan : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Page {
        QString text = {};
        QSizeF points = {};
        int count = 0;
    };

    static QString told(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
    }

    QString saved(const QByteArray &pdf) const
    {
        QFile file(m_folder.filePath(u"page.pdf"_s));
        return file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() ? file.fileName() : QString();
    }

    Page read(const QByteArray &pdf) const
    {
        const QString path = saved(pdf);
        const QString facts = told(QStringLiteral(PARTERRE_PDFINFO), {path});
        const QRegularExpressionMatch size = QRegularExpression(u"Page size: +([0-9.]+) x ([0-9.]+)"_s).match(facts);
        const QRegularExpressionMatch count = QRegularExpression(u"Pages: +([0-9]+)"_s).match(facts);
        // Marks of the direction of reading are the reader's own.
        return {.text = told(QStringLiteral(PARTERRE_PDFTOTEXT), {path, u"-"_s}).remove(QRegularExpression(u"[\u202a-\u202e]"_s)),
                .points = {size.captured(1).toDouble(), size.captured(2).toDouble()}, .count = count.captured(1).toInt()};
    }

    static bool hasWord(const QString &text, const QString &word)
    {
        return text.contains(QRegularExpression(u"(^|\\s)%1(\\s|$)"_s.arg(QRegularExpression::escape(word)), QRegularExpression::MultilineOption));
    }

    // The page as grey dots, 72 an inch.
    QByteArray dotsOf(const QByteArray &pdf) const
    {
        const QString stem = m_folder.filePath(u"dots"_s);
        if (QProcess::execute(QStringLiteral(PARTERRE_PDFTOPPM), {u"-r"_s, u"72"_s, u"-gray"_s, u"-singlefile"_s, saved(pdf), stem}) != 0)
            return {};
        return fileText(stem + u".pgm"_s);
    }

    static Plan rows(qint32 count, qint32 seats)
    {
        Plan plan {.name = u"Arena"_s, .size = {25.0 * seats, 25.0 * count}};
        plan.categories = {{.key = u"all"_s, .name = u"Everywhere"_s, .color = u"#0072b2"_s}};
        qint32 index = 0;
        for (const QString &name : {u"North"_s, u"South"_s}) {
            Section section {.name = name};
            for (qint32 r = 0; r < count / 2; ++r) {
                Row row {.label = QString::number(r + 1)};
                for (qint32 s = 0; s < seats; ++s) {
                    row.seats.append(Seat {.index = index++, .number = QString::number(s + 1), .label = u"%1 %2 %3"_s.arg(name, row.label).arg(s + 1),
                                           .position = {25.0 * s, 25.0 * r + (plan.sections.isEmpty() ? 0 : 15.0 * count)}});
                }
                section.rows.append(row);
            }
            plan.sections.append(section);
        }
        return plan;
    }

private Q_SLOTS:
    void page_saysWhatThePlanSays()
    {
        Plan plan = mainHousePlan();
        plan.categories[1].name = u"Партер"_s;
        plan.categories[2].name = u"Εξώστης"_s;
        const Result<QByteArray> written = writePdfPlan(plan);
        QVERIFY2(written.ok(), qPrintable(written ? QString() : written.error().detail));
        QVERIFY(written->startsWith("%PDF-"));
        const Page page = read(*written);
        QCOMPARE(page.count, 1);
        for (const QString &text : {plan.name, u"812 places"_s, u"4 sections"_s, plan.categories[0].name + u" 121"_s, u"Партер"_s, u"Εξώστης"_s, u"STAGE"_s,
                                    u"Boxes left"_s, u"wheelchair place 8"_s, u"companion seat 8"_s})
            QVERIFY2(page.text.contains(text), qPrintable(text + u'\n' + page.text));
        QVERIFY(hasWord(page.text, u"49"_s)); // the highest number of a seat
        QVERIFY(hasWord(page.text, u"T"_s));  // a row
    }

    void words_areTheReaders()
    {
        Plan plan = planOfEverything();
        plan.name = u"مسرح المدينة"_s;
        const Result<QByteArray> written = writePdfPlan(plan, {.locale = QLocale(u"ar_EG"_s), .facts = u"النسخة"_s, .wheelchair = u"كرسي"_s, .companion = u"مرافق"_s});
        QVERIFY(written.ok());
        const QString text = read(*written).text.remove(u' '); // letters that do not join are words to the reader
        for (const QString &word : {u"النسخة"_s, u"كرسي"_s, u"مرافق"_s, u"مقعد"_s, u"المدينة"_s, u"١٥١"_s, u"Balcony&more"_s, u"Wayout"_s, u"Länge"_s})
            QVERIFY2(text.contains(word), qPrintable(word + u'\n' + text));
        QVERIFY(!text.contains(u"wheelchair"_s));
    }

    void page_liesAsTheHouseDoes()
    {
        const Page wide = read(*writePdfPlan(rows(10, 40)));
        QVERIFY2(wide.points.width() > 841 && wide.points.width() < 842 && wide.points.height() > 595 && wide.points.height() < 596, qPrintable(QString::number(wide.points.width())));
        const Page high = read(*writePdfPlan(rows(40, 10)));
        QCOMPARE(high.points, wide.points.transposed());
    }

    void sections_areNamedWhereTheirSeatsAreNot()
    {
        const Page large = read(*writePdfPlan(rows(10, 20)));
        QVERIFY(hasWord(large.text, u"20"_s) && large.text.contains(u"North"_s) && large.text.contains(u"South"_s));
        const Page small = read(*writePdfPlan(rows(80, 200)));
        QVERIFY(!hasWord(small.text, u"200"_s) && !hasWord(small.text, u"40"_s));
        QVERIFY(small.text.contains(u"North"_s) && small.text.contains(u"South"_s));
    }

    // By their form, since paper has no colour for everybody: each kind is another picture than all others.
    void signs_areTold()
    {
        QSet<QByteArray> pictures;
        for (const SeatAttributes attributes : {SeatAttributes(), SeatAttributes(SeatAttribute::Wheelchair), SeatAttributes(SeatAttribute::Companion), SeatAttributes(SeatAttribute::Aisle)}) {
            Plan plan = rows(4, 4);
            // One of each stands elsewhere, so that the legends are alike.
            plan.sections[1].rows[1].seats[2].attributes = SeatAttribute::Wheelchair;
            plan.sections[1].rows[1].seats[3].attributes = SeatAttribute::Companion;
            const qsizetype other = attributes == SeatAttribute::Wheelchair ? 2 : attributes == SeatAttribute::Companion ? 3 : -1;
            if (other >= 0)
                plan.sections[1].rows[1].seats[other].attributes = {};
            plan.sections[0].rows[0].seats[0].attributes = attributes;
            pictures.insert(dotsOf(*writePdfPlan(plan)));
        }
        QCOMPARE(pictures.size(), 3); // an aisle has no sign
        QVERIFY(!pictures.contains(QByteArray()));
    }

    void samePlan_isTheSameFile()
    {
        const Result<QByteArray> first = writePdfPlan(cabaretPlan());
        QVERIFY(first.ok());
        QVERIFY(!told(QStringLiteral(PARTERRE_PDFINFO), {saved(*first)}).contains(u"CreationDate"_s));
        QCOMPARE(*writePdfPlan(cabaretPlan()), *first);
        QVERIFY(*writePdfPlan(studioCinemaPlan()) != *first);
    }

    void stadium_isOnePageSoon()
    {
        const Plan plan = rows(250, 400);
        QCOMPARE(seatCount(plan), 100'000);
        QElapsedTimer clock;
        clock.start();
        const Result<QByteArray> written = writePdfPlan(plan);
        qInfo() << "100,000 seats on paper:" << clock.elapsed() << "ms";
        QVERIFY(written.ok());
        QVERIFY2(written->size() < 2'000'000, qPrintable(QString::number(written->size())));
        const Page page = read(*written);
        QCOMPARE(page.count, 1);
        QVERIFY(page.text.contains(u"100,000 places"_s) && page.text.contains(u"North"_s));
    }

    void extremes_areOnePage_data()
    {
        QTest::addColumn<Plan>("plan");
        const Category category {.key = u"a"_s, .name = u"A"_s};
        QTest::newRow("nothing") << Plan {.name = u"Empty"_s, .categories = {category}};
        Plan many {.name = u"Long name "_s.repeated(20), .size = {100, 100}};
        for (int i = 0; i < 250; ++i)
            many.categories.append(Category {.key = QString::number(i), .name = u"Category %1 "_s.arg(i).repeated(i == 7 ? 15 : 1)});
        QTest::newRow("more categories than lines") << many;
        Plan piled = rows(2, 1);
        for (Section &section : piled.sections)
            section.rows[0].seats[0].position = {1e6, -1e6};
        QTest::newRow("all on one point, far out") << piled;
        Plan large = rows(2, 2);
        large.shapes = {{.position = {-1e6, -1e6}, .size = {1e6, 1e6}, .fill = u"#eeeeee"_s}, {.kind = ShapeKind::Polygon}, {.kind = ShapeKind::Text, .text = u"\n<&>\n"_s}};
        QTest::newRow("shapes of no or of any size") << large;
    }

    void extremes_areOnePage()
    {
        QFETCH(const Plan, plan);
        QVERIFY(validatePlan(plan).isEmpty());
        const Result<QByteArray> written = writePdfPlan(plan);
        QVERIFY2(written.ok(), qPrintable(written ? QString() : written.error().detail));
        const Page page = read(*written);
        QCOMPARE(page.count, 1);
        QVERIFY(page.text.contains(plan.name.trimmed().left(9)));
    }

    void everyPlan_isOnePage_data()
    {
        QTest::addColumn<Plan>("plan");
        addDemoPlans();
        QDirIterator files(QStringLiteral(PARTERRE_SOURCE_DIR "/tests/data/plans"), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const Result<PlanFile> file = readPlanFile(fileText(path), {.fileName = path});
            if (file)
                QTest::newRow(qPrintable(files.fileName())) << file->plan;
        }
    }

    void everyPlan_isOnePage()
    {
        QFETCH(const Plan, plan);
        const Result<ExportResult> written = writePlanFile(plan, PlanFileFormat::Pdf);
        QVERIFY2(written.ok(), qPrintable(written ? QString() : written.error().detail));
        QVERIFY(written->report.isEmpty());
        const Page page = read(written->file);
        QCOMPARE(page.count, 1);
        QVERIFY(!page.text.isEmpty());
        const Result<PlanFile> again = readPlanFile(written->file, {.fileName = u"page.pdf"_s});
        QVERIFY(!again.ok());
        QCOMPARE(again.error().code, ErrorCode::FileInvalid);
    }
};

QTEST_GUILESS_MAIN(TestPdfPlan)
#include "tst_pdfplan.moc"
