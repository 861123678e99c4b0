// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/escpos.h"
#include "app/paper/rollprint.h"
#include "tests/gui/codeson.h"
#include "tests/gui/picture.h"
#include "tests/gui/printedroll.h"

#include <QTest>

using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// What a receipt printer is sent, and what it makes of it.
class TestRollPrint : public QObject
{
    Q_OBJECT

    static PaperTicket ticket(int number)
    {
        return {.house = u"Stadttheater"_s, .address = u"Am Markt 1, 12345 Musterstadt"_s, .event = u"Hamlet, Prince of Denmark"_s, .date = u"Saturday, 21 November 2026"_s,
                .time = u"20:30"_s, .seat = u"Stalls F %1"_s.arg(number), .ticketType = u"Full price"_s, .price = u"€25.00"_s, .customer = u"Zoë O'Neill"_s,
                .reference = u"7K3M-9QXA"_s, .number = u"7K3M-9QXA-%1"_s.arg(number), .code = code(number)};
    }
    static PaperTicket arabicTicket()
    {
        PaperTicket arabic = ticket(1);
        arabic.house = u"المسرح الوطني"_s;
        arabic.address = u"شارع السوق ١"_s;
        arabic.event = u"هاملت أمير الدنمارك"_s;
        arabic.seat = u"الصالة و ١٢"_s;
        arabic.ticketType = u"سعر كامل"_s;
        return arabic;
    }
    // As long as those that are signed.
    static QString code(int number) { return u"PT1.7K3M9QXA%1.AAAAAQAAAAIAAAAD.c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmUtc2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmUtc2lnbmF0dXI"_s.arg(number); }

    static PaperJob job(const QList<PaperTicket> &tickets, Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        return {.title = u"7K3M-9QXA"_s, .tickets = tickets, .stock = Stock::Roll, .direction = direction, .font = qApp->font()};
    }

    // Where the ink of these rows is, from 0 at the left edge to 1.
    static double inkCentre(const QImage &paper, int rows)
    {
        double sum = 0;
        double count = 0;
        for (int y = 0; y < std::min(rows, paper.height()); ++y) {
            for (int x = 0; x < paper.width(); ++x) {
                if (paper.constScanLine(y)[x] == 0) {
                    sum += x;
                    ++count;
                }
            }
        }
        return sum / std::max(1.0, count) / paper.width();
    }

private Q_SLOTS:
    void commands_areTheMakersOwn()
    {
        QImage dots(10, 2, QImage::Format_Grayscale8);
        dots.fill(Qt::white);
        dots.setPixelColor(0, 0, Qt::black);
        dots.setPixelColor(9, 0, Qt::black);
        dots.setPixelColor(7, 1, QColor(100, 100, 100)); // dark enough
        dots.setPixelColor(8, 1, QColor(160, 160, 160)); // not
        EscPos commands;
        commands.start();
        commands.picture(dots);
        commands.cut();
        commands.kickDrawer();
        QCOMPARE(commands.bytes().toHex(' '), "1b 40 1d 76 30 00 02 00 02 00 80 40 01 00 1d 56 42 00 1b 70 00 19 fa");
        QCOMPARE(drawerKick().toHex(' '), "1b 70 00 19 fa");
    }

    // Printers keep little of a picture before they print it.
    void highPictures_comeInBands()
    {
        QImage dots(576, 300, QImage::Format_Grayscale8);
        for (int y = 0; y < dots.height(); ++y)
            std::fill_n(dots.scanLine(y), dots.width(), y % 7 == 0 ? uchar(0) : uchar(255));
        EscPos commands;
        commands.picture(dots);
        QCOMPARE(commands.bytes().count(QByteArray("\x1d\x76\x30\x00\x48\x00", 6)), 3);
        commands.cut();
        const auto roll = printedBy(commands.bytes());
        QVERIFY(roll);
        QCOMPARE(roll->papers, QList {dots});
    }

    void tickets_areReadOffThePaper_data()
    {
        QTest::addColumn<RollWidth>("width");
        QTest::addColumn<int>("dots");
        QTest::addColumn<bool>("arabic");
        QTest::newRow("80 mm") << RollWidth::Wide << 576 << false;
        QTest::newRow("58 mm") << RollWidth::Narrow << 384 << false;
        QTest::newRow("80 mm, from right to left") << RollWidth::Wide << 576 << true;
        QTest::newRow("58 mm, from right to left") << RollWidth::Narrow << 384 << true;
    }
    void tickets_areReadOffThePaper()
    {
        QFETCH(RollWidth, width);
        QFETCH(int, dots);
        QFETCH(bool, arabic);
        const auto roll = printedBy(rollPrint(job({arabic ? arabicTicket() : ticket(1), ticket(2)}, arabic ? Qt::RightToLeft : Qt::LeftToRight), width));
        QVERIFY(roll);
        QCOMPARE(roll->starts, 1);
        QCOMPARE(roll->drawerKicks, 0);
        QCOMPARE(roll->papers.size(), 2);
        keepPicture(roll->papers.constFirst(), u"roll-"_s + QString::fromLatin1(QTest::currentDataTag()).remove(u',').replace(u' ', u'-'));
        for (int i = 0; i < 2; ++i) {
            const QImage &paper = roll->papers.at(i);
            QCOMPARE(paper.width(), dots);
            QVERIFY2(paper.height() < 8 * 160, qPrintable(QString::number(paper.height())));
            QCOMPARE(codesOn(paper), QStringList {code(i + 1)});
        }
        // The house's name and address begin where people begin to read.
        const double centre = inkCentre(roll->papers.constFirst(), 60);
        QVERIFY2(arabic ? centre > 0.5 : centre < 0.5, qPrintable(QString::number(centre)));
    }

    void logo_isPrintedInBlackDots_data()
    {
        QTest::addColumn<RollWidth>("width");
        QTest::addColumn<QSize>("size");
        QTest::newRow("80 mm") << RollWidth::Wide << QSize(176, 88);   // 11 mm high
        QTest::newRow("58 mm") << RollWidth::Narrow << QSize(154, 77); // two fifths of the paper wide
    }
    void logo_isPrintedInBlackDots()
    {
        QFETCH(RollWidth, width);
        QFETCH(QSize, size);
        // The part of the logo's place that is black.
        const auto inkOf = [&](const QColor &colour, Qt::LayoutDirection direction) {
            PaperTicket one = ticket(1);
            one.logo = QImage(400, 200, QImage::Format_RGB32);
            one.logo.fill(colour);
            const auto roll = printedBy(rollPrint(job({one}, direction), width));
            const QImage paper = roll ? roll->papers.constFirst() : QImage();
            if (codesOn(paper) != QStringList {code(1)})
                return -1.0;
            if (colour == Qt::black)
                keepPicture(paper, u"roll-logo-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
            const QRect place(direction == Qt::RightToLeft ? paper.width() - size.width() + 1 : 1, 1, size.width() - 2, size.height() - 2);
            double ink = 0;
            for (int y = place.top(); y <= place.bottom(); ++y) {
                for (int x = place.left(); x <= place.right(); ++x)
                    ink += paper.constScanLine(y)[x] == 0;
            }
            return ink / (place.width() * place.height());
        };
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QCOMPARE(inkOf(Qt::black, direction), 1.0);
            QCOMPARE(inkOf(Qt::white, direction), 0.0);
            const double bright = inkOf(QColor(255, 200, 0), direction); // brighter than the middle grey
            QVERIFY2(bright > 0.1 && bright < 0.5, qPrintable(QString::number(bright)));
        }
    }

    // Letters that a printer's own would not join take less room joined than one by one.
    void arabic_isJoined()
    {
        const auto inkOf = [](const QString &name) {
            PaperTicket one = arabicTicket();
            one.house = name;
            const QImage paper = printedBy(rollPrint(job({one}, Qt::RightToLeft), RollWidth::Wide))->papers.constFirst();
            int left = paper.width();
            for (int y = 0; y < 30; ++y) { // the house's line
                for (int x = 0; x < left; ++x) {
                    if (paper.constScanLine(y)[x] == 0)
                        left = x;
                }
            }
            return paper.width() - left;
        };
        QVERIFY(inkOf(u"\u0628\u064a\u062a\u0628\u064a\u062a"_s) < inkOf(u"\u0628\u200c\u064a\u200c\u062a\u200c\u0628\u200c\u064a\u200c\u062a"_s));
    }

    void tickets_thatGoTogether_areCutOnce()
    {
        PaperJob together = job({ticket(1), ticket(2), ticket(3)});
        together.together = true;
        const auto roll = printedBy(rollPrint(together, RollWidth::Wide));
        QVERIFY(roll);
        QCOMPARE(roll->papers.size(), 1);
        QCOMPARE(codesOn(roll->papers.constFirst()), QStringList({code(1), code(2), code(3)}));
    }

    void receipt_comesLast_asLongAsItsLines()
    {
        PaperJob sold = job({ticket(1)});
        const auto receiptOf = [&](int lines, RollWidth width) {
            PaperReceipt receipt {.house = u"Stadttheater"_s, .title = u"Receipt for booking 7K3M-9QXA"_s, .when = u"1 November 2026, 11:00"_s, .total = {u"Total"_s, u"€75.00"_s},
                                  .paid = {{u"Paid in cash"_s, u"€75.00"_s}}};
            for (int i = 0; i < lines; ++i)
                receipt.sold.append({u"Hamlet, Prince of Denmark, Stalls F %1, Full price"_s.arg(i), u"€25.00"_s});
            sold.receipt = receipt;
            const auto roll = printedBy(rollPrint(sold, width));
            return roll && roll->papers.size() == 2 ? roll->papers.constLast() : QImage();
        };
        for (const RollWidth width : {RollWidth::Wide, RollWidth::Narrow}) {
            const QImage one = receiptOf(1, width);
            const QImage twenty = receiptOf(20, width);
            QVERIFY(!one.isNull() && !twenty.isNull());
            keepPicture(twenty, width == RollWidth::Wide ? u"roll-receipt-wide"_s : u"roll-receipt-narrow"_s);
            // 19 more of two lines of 3 mm, and the total and what was paid below them still.
            QVERIFY2(twenty.height() - one.height() > 19 * 2 * 3 * 8, qPrintable(QString::number(twenty.height() - one.height())));
            QVERIFY(codesOn(one).isEmpty());
        }
    }

    void longNames_staySomewhereOnThePaper()
    {
        PaperTicket longOne = ticket(1);
        for (QString PaperTicket::*text : {&PaperTicket::house, &PaperTicket::address, &PaperTicket::event, &PaperTicket::seat, &PaperTicket::ticketType, &PaperTicket::customer})
            longOne.*text = u"Donaudampfschifffahrtsgesellschaft und Kompanie "_s.repeated(4).trimmed();
        for (const RollWidth width : {RollWidth::Wide, RollWidth::Narrow}) {
            const auto roll = printedBy(rollPrint(job({longOne}), width));
            QVERIFY(roll);
            QCOMPARE(codesOn(roll->papers.constFirst()), QStringList {longOne.code});
        }
    }
};

QTEST_MAIN(TestRollPrint)
#include "tst_rollprint.moc"
