// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/calendarfile.h"
#include "app/paper/paperwords.h"
#include "app/paper/refundfile.h"
#include "app/paper/ticketdrawing.h"
#include "app/paper/ticketpages.h"
#include "app/paper/voucherwords.h"
#include "app/widgets/paymentwords.h"
#include "backend/services/secret.h"
#include "backend/services/ticketkeyring.h"
#include "shared/core/utctime.h"
#include "tests/gui/codeson.h"
#include "tests/gui/picture.h"

#include <QBuffer>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QRegularExpression>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Tickets on paper: what stands there, and whether a reader that shares nothing with us reads their codes off the page.
class TicketPaperTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<services::TicketKeyring> m_keys;
    const EventId m_event = *EventId::fromString(u"0195d2a0-0000-7000-8000-0000a1b2c3d4"_s);
    const VenueId m_venue = *VenueId::fromString(u"0195d2a0-0000-7000-8000-000000000009"_s);

    static Money euros(qint64 cents) { return {.amount = cents, .currency = *Currency::fromCode(u"EUR"_s)}; }

    // `count` valid tickets, and one that was cancelled.
    TicketBundle bundle(int count) const
    {
        TicketBundle bundle;
        bundle.booking = {.id = *BookingId::fromString(u"0195d2a0-0000-7000-8000-000000000005"_s), .reference = u"7K3M-9QXA"_s, .customerName = u"Zoë O'Neill"_s,
                          .created = *fromIsoUtc(u"2026-11-01T10:00:00Z"_s), .total = euros(2'500 * count)};
        for (int i = 0; i <= count; ++i) {
            const QString number = u"7K3M-9QXA-%1"_s.arg(i + 1);
            const bool isValid = i < count;
            bundle.booking.tickets.append({.number = number, .event = m_event, .place = i, .label = u"Stalls F %1"_s.arg(i + 12), .category = u"rear"_s,
                                           .ticketType = u"adult"_s, .price = euros(2'500), .state = isValid ? TicketState::Valid : TicketState::Cancelled});
            if (isValid)
                bundle.prints.append({.ticket = number, .code = m_keys->codeOf(number, 0, m_event)});
        }
        bundle.booking.payments.append({.amount = euros(2'500 * count), .tendered = euros(2'500 * count + 500), .change = euros(500)});
        Event event;
        event.summary = {.id = m_event, .name = u"Hamlet, Prince of Denmark"_s, .start = *fromIsoUtc(u"2026-11-21T19:30:00Z"_s),
                         .venue = {m_venue, u"Stadttheater"_s}, .timeZone = u"Europe/Berlin"_s};
        event.durationMinutes = 150;
        event.ticketTypes = {{u"adult"_s, u"Full price"_s}};
        bundle.events.insert(m_event, event);
        bundle.venues.insert(m_venue, {.id = m_venue, .name = u"Stadttheater"_s, .address = u"Am Markt 1, 12345 Musterstadt"_s, .timeZone = u"Europe/Berlin"_s});
        return bundle;
    }

    PaperJob jobOf(const TicketBundle &bundle, Stock stock, bool together, const QLocale &locale = QLocale(u"en_GB"_s)) const
    {
        return {.title = u"Tickets"_s, .tickets = ticketWords(bundle, locale), .stock = stock, .together = together, .direction = locale.textDirection(), .font = qApp->font()};
    }

    // The pages of a PDF as another program draws them.
    QList<QImage> pagesOf(const QString &pdf, int resolution) const
    {
        const QString stem = m_folder.filePath(u"page"_s);
        for (const QFileInfo &old : QDir(m_folder.path()).entryInfoList({u"page*"_s}))
            QFile::remove(old.filePath());
        if (QProcess::execute(QStringLiteral(PARTERRE_PDFTOPPM), {u"-r"_s, QString::number(resolution), u"-png"_s, pdf, stem}) != 0)
            return {};
        QList<QImage> pages;
        for (const QFileInfo &page : QDir(m_folder.path()).entryInfoList({u"page*.png"_s}, QDir::Files, QDir::Name))
            pages.append(QImage(page.filePath()));
        return pages;
    }

    static QByteArray redLogo(const QSize &size)
    {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QByteArray file;
        QBuffer buffer(&file);
        if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "png"))
            qFatal("no picture");
        return file;
    }
    static constexpr double kDot = 203 / 25.4; // dots of a millimetre
    // Millimetres, on a page of 203 dots an inch; invalid: there is nothing red.
    static QRectF redOn(const QImage &page)
    {
        QRect all;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const QRgb dot = page.pixel(x, y);
                if (qRed(dot) > 200 && qGreen(dot) < 80 && qBlue(dot) < 80)
                    all |= QRect(x, y, 1, 1);
            }
        }
        return {all.x() / kDot, all.y() / kDot, all.width() / kDot, all.height() / kDot};
    }

    static QString textOf(const QString &pdf)
    {
        QProcess process;
        process.start(QStringLiteral(PARTERRE_PDFTOTEXT), {u"-layout"_s, pdf, u"-"_s});
        return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
    }

    static void addStocks()
    {
        QTest::addColumn<Stock>("stock");
        QTest::addColumn<bool>("together");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<int>("pages");
        QTest::newRow("wide, a page each") << Stock::Strip << false << u"en_GB"_s << 4;
        QTest::newRow("wide, together") << Stock::Strip << true << u"de_DE"_s << 2;
        QTest::newRow("roll, a page each") << Stock::Roll << false << u"en_GB"_s << 4;
        QTest::newRow("roll, together") << Stock::Roll << true << u"en_GB"_s << 1;
        QTest::newRow("wide, from right to left") << Stock::Strip << false << u"ar_EG"_s << 4;
        QTest::newRow("roll, from right to left") << Stock::Roll << true << u"ar_EG"_s << 1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(services::startCryptography());
        m_keys.emplace(QList {services::makeTicketKey()});
    }

    void codes_areReadOffThePage_data() { addStocks(); }
    void codes_areReadOffThePage()
    {
        QFETCH(Stock, stock);
        QFETCH(bool, together);
        QFETCH(QString, locale);
        QFETCH(int, pages);
        const TicketBundle four = bundle(4);
        const QString path = m_folder.filePath(u"tickets.pdf"_s);
        const TicketPages job(jobOf(four, stock, together, QLocale(locale)));
        QCOMPARE(job.count(), pages);
        QVERIFY(job.writePdf(path));
        for (const int resolution : {100, 203, 300}) { // a screen, a till printer, an office printer
            const QList<QImage> drawn = pagesOf(path, resolution);
            QCOMPARE(drawn.size(), pages);
            QStringList codes;
            for (const QImage &page : drawn)
                codes += codesOn(page);
            QCOMPARE(codes.size(), 4);
            for (int i = 0; i < 4; ++i) {
                QCOMPARE(codes.at(i), four.prints.at(i).code);
                const auto code = readTicketCode(codes.at(i));
                QVERIFY(code);
                QVERIFY(services::isSignedBy(m_keys->keys().constFirst().publicKey, bytesToSign(code->code), code->signature));
                QCOMPARE(code->code.ticket, four.booking.tickets.at(i).number);
            }
        }
        keepPicture(pagesOf(path, 100).constFirst(), u"ticket-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u", "_s, u"-"_s).replace(u' ', u'-'));
    }

    void logo_standsAtTheHead_data() { addStocks(); }
    void logo_standsAtTheHead()
    {
        QFETCH(Stock, stock);
        QFETCH(bool, together);
        QFETCH(QString, locale);
        const QString path = m_folder.filePath(u"logo.pdf"_s);
        const TicketBundle plain = bundle(4);
        QVERIFY(TicketPages(jobOf(plain, stock, together, QLocale(locale))).writePdf(path));
        QVERIFY(!redOn(pagesOf(path, 203).constFirst()).isValid());
        TicketBundle known = plain;
        known.logos.insert(m_venue, redLogo({400, 200}));
        QVERIFY(TicketPages(jobOf(known, stock, together, QLocale(locale))).writePdf(path));
        QStringList codes;
        const QList<QImage> pages = pagesOf(path, 203);
        for (const QImage &page : pages) {
            codes += codesOn(page);
            const QRectF logo = redOn(page.copy(0, 0, page.width(), static_cast<int>(ticketSize(stock).height() * kDot)));
            const double margin = stock == Stock::Strip ? 8 : 4;
            const bool mirrored = QLocale(locale).textDirection() == Qt::RightToLeft;
            const double left = mirrored ? ticketSize(stock).width() - margin - 22 : margin;
            const QRectF expected(left, margin, 22, 11);
            for (const double off : {logo.left() - expected.left(), logo.top() - expected.top(), logo.right() - expected.right(), logo.bottom() - expected.bottom()})
                QVERIFY2(std::abs(off) < 0.5, qPrintable(u"%1, %2: %3 x %4 mm"_s.arg(logo.x()).arg(logo.y()).arg(logo.width()).arg(logo.height())));
        }
        QCOMPARE(codes.size(), 4);
        keepPicture(pages.constFirst(), u"logo-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u", "_s, u"-"_s).replace(u' ', u'-'));
    }

    void logo_standsOnReceiptsAndKeepsItsShape()
    {
        TicketBundle known = bundle(1);
        known.logos.insert(m_venue, redLogo({640, 64})); // as long as fits beside the name
        const QString path = m_folder.filePath(u"logo-receipt.pdf"_s);
        for (const Stock stock : {Stock::Strip, Stock::Roll}) {
            const PaperJob job {.title = u"Receipt"_s, .receipt = receiptWords(known, QLocale(u"en_GB"_s)), .stock = stock, .font = qApp->font()};
            QVERIFY(TicketPages(job).writePdf(path));
            const QRectF logo = redOn(pagesOf(path, 203).constFirst());
            const double margin = stock == Stock::Strip ? 16 : 4;
            const double width = 0.4 * (ticketSize(stock).width() - 2 * margin);
            QVERIFY2(std::abs(logo.left() - margin) < 0.5 && std::abs(logo.top() - margin) < 0.5, qPrintable(QString::number(logo.left())));
            QVERIFY2(std::abs(logo.width() - width) < 0.5 && std::abs(logo.height() - width / 10) < 0.5, qPrintable(QString::number(logo.width())));
            QVERIFY(textOf(path).contains(u"Stadttheater"_s));
        }
    }

    // One that cannot be read is none.
    void damagedLogo_isLeftOut()
    {
        TicketBundle known = bundle(1);
        known.logos.insert(m_venue, redLogo({400, 200}).chopped(40));
        QCOMPARE(ticketWords(known, QLocale(u"en_GB"_s)), ticketWords(bundle(1), QLocale(u"en_GB"_s)));
    }

    void tickets_sayWhatPeopleNeed()
    {
        const QString path = m_folder.filePath(u"words.pdf"_s);
        QVERIFY(TicketPages(jobOf(bundle(1), Stock::Strip, false)).writePdf(path));
        const QString text = textOf(path);
        // Half past seven in London's winter is half past eight in Berlin.
        for (const QString &words : {u"Stadttheater"_s, u"Am Markt 1"_s, u"Hamlet, Prince of Denmark"_s, u"21 November 2026"_s, u"20:30"_s, u"Stalls F 12"_s, u"Full price"_s,
                                     u"€25.00"_s, u"Zoë O'Neill"_s, u"7K3M-9QXA-1"_s})
            QVERIFY2(text.contains(words), qPrintable(words + u" is not in "_s + text));
        const PaperTicket german = ticketWords(bundle(1), QLocale(u"de_DE"_s)).constFirst();
        QVERIFY2(german.date.contains(u"November"_s) && german.date.contains(u"21."_s), qPrintable(german.date));
        QVERIFY2(german.price.contains(u"25,00"_s), qPrintable(german.price));
    }

    void receipt_namesEveryWay()
    {
        TicketBundle paid = bundle(1);
        paid.booking.payments = {{.kind = PaymentKind::Cash, .amount = euros(1'000)},
                                 {.kind = PaymentKind::Card, .amount = euros(1'000), .reference = u"T-17"_s, .brand = u"Girocard"_s, .lastFour = u"0042"_s},
                                 {.kind = PaymentKind::Invoice, .amount = euros(300), .payer = u"The school"_s},
                                 {.kind = PaymentKind::Complimentary, .amount = euros(200), .reason = u"press"_s},
                                 {.kind = PaymentKind::Card, .direction = PaymentDirection::Refund, .amount = euros(500), .reference = u"T-18"_s}};
        const PaperReceipt receipt = receiptWords(paid, QLocale(u"en_GB"_s));
        QCOMPARE(receipt.paid.size(), 5);
        const QList<QStringList> words {{u"Paid in cash"_s}, {u"Paid by card"_s, u"Girocard"_s, u"0042"_s, u"T-17"_s}, {u"Paid by invoice"_s, u"The school"_s},
                                        {u"Complimentary"_s, u"press"_s}, {u"Paid back to the card"_s, u"T-18"_s}};
        for (qsizetype i = 0; i < words.size(); ++i) {
            for (const QString &word : words.at(i))
                QVERIFY2(receipt.paid.at(i).words.contains(word), qPrintable(receipt.paid.at(i).words));
        }
        QVERIFY(receipt.paid.at(4).amount.contains(u"5.00"_s));
    }

    void voucher_isReadOffThePaper_data()
    {
        QTest::addColumn<Stock>("stock");
        QTest::addColumn<QString>("locale");
        QTest::newRow("wide") << Stock::Strip << u"en_GB"_s;
        QTest::newRow("roll") << Stock::Roll << u"en_GB"_s;
        QTest::newRow("wide, from right to left") << Stock::Strip << u"ar_EG"_s;
    }
    void voucher_isReadOffThePaper()
    {
        QFETCH(Stock, stock);
        QFETCH(QString, locale);
        const QLocale language(locale);
        const QString code = u"7K3M-9QXA-2M4P-X0TC"_s;
        const Voucher voucher {.lastFour = u"X0TC"_s, .balance = euros(5'000), .expires = *fromIsoUtc(u"2029-12-31T11:00:00Z"_s)};
        const PaperJob job {.title = u"Voucher"_s, .voucher = voucherWords(voucher, code, u"Europe/Berlin"_s, language), .stock = stock, .direction = language.textDirection(), .font = qApp->font()};
        const QString path = m_folder.filePath(u"voucher.pdf"_s);
        const TicketPages pages(job);
        QCOMPARE(pages.count(), 1);
        QVERIFY(pages.writePdf(path));
        const QList<QImage> pictures = pagesOf(path, 150);
        QCOMPARE(pictures.size(), 1);
        keepPicture(pictures.first(), u"voucher-%1-%2"_s.arg(locale).arg(int(stock)));
        QCOMPARE(codesOn(pictures.first()), QStringList {code});
        const QString text = textOf(path);
        // On a roll it goes over two lines.
        QVERIFY2(QString(text).remove(QRegularExpression(u"\\s"_s)).contains(code), qPrintable(text));
        if (locale == u"en_GB") {
            for (const QString &words : {u"€50.00"_s, u"2029"_s})
                QVERIFY2(text.contains(words), qPrintable(text));
        }
        QVERIFY(voucherWords({.lastFour = u"X0TC"_s}, code, u"Europe/Berlin"_s, language).amount.isEmpty()); // an empty one
    }

    void receipt_addsUp()
    {
        PaperJob job = jobOf(bundle(3), Stock::Roll, true);
        job.receipt = receiptWords(bundle(3), QLocale(u"en_GB"_s));
        QCOMPARE(job.receipt->sold.size(), 3); // without the cancelled one
        const QString path = m_folder.filePath(u"receipt.pdf"_s);
        QVERIFY(TicketPages(job).writePdf(path));
        const QList<QImage> pages = pagesOf(path, 100);
        QCOMPARE(pages.size(), 2);
        keepPicture(pages.last(), u"receipt-roll"_s);
        const QString text = textOf(path);
        for (const QString &words : {u"€75.00"_s, u"€80.00"_s, u"€5.00"_s, u"7K3M-9QXA"_s, u"Stalls F 14"_s})
            QVERIFY2(text.contains(words), qPrintable(text));
    }

    void receipt_namesSeatsThatWereGivenFree()
    {
        TicketBundle paid = bundle(2);
        paid.booking.tickets[0].state = TicketState::Released;
        const PaperReceipt receipt = receiptWords(paid, QLocale(u"en_GB"_s));
        QCOMPARE(receipt.sold.size(), 2); // as the total has them
        QVERIFY(receipt.sold.at(0).words.contains(u"Stalls F 12"_s));
        QVERIFY(receipt.total.amount.contains(u"50.00"_s));
    }

    void receipts_ofOneBookingAreTold()
    {
        TicketBundle paid = bundle(2);
        const QLocale english(u"en_GB"_s);
        const PaperReceipt first = receiptWords(paid, english);
        QVERIFY(first.number.contains(u"7K3M-9QXA/1"_s));
        paid.booking.payments.append({.kind = PaymentKind::Cash, .direction = PaymentDirection::Refund, .amount = euros(2'500), .at = paid.booking.created + std::chrono::hours(25)});
        const PaperReceipt second = receiptWords(paid, english);
        QVERIFY(second.number.contains(u"7K3M-9QXA/2"_s));
        QVERIFY(first.when != second.when);
        PaperJob job = jobOf(paid, Stock::Roll, true);
        job.receipt = second;
        const QString path = m_folder.filePath(u"number.pdf"_s);
        QVERIFY(TicketPages(job).writePdf(path));
        QVERIFY2(textOf(path).contains(u"7K3M-9QXA/2"_s), qPrintable(textOf(path)));
    }

    void cancelledBooking_hasAReceipt()
    {
        TicketBundle gone = bundle(2);
        for (Ticket &ticket : gone.booking.tickets)
            ticket.state = TicketState::Cancelled;
        gone.booking.state = BookingState::Cancelled;
        gone.booking.charges = {{.kind = ChargeKind::CancelFee, .amount = euros(500)}};
        gone.booking.payments.append({.kind = PaymentKind::Cash, .direction = PaymentDirection::Refund, .amount = euros(4'500)});
        gone.prints.clear();
        const PaperReceipt receipt = receiptWords(gone, QLocale(u"en_GB"_s));
        QCOMPARE(receipt.house, u"Stadttheater"_s);
        QCOMPARE(receipt.sold.size(), gone.booking.tickets.size() + 1);
        QVERIFY(receipt.title.contains(u"cancelled"_s));
        QVERIFY(receipt.total.amount.contains(u"5.00"_s) && !receipt.total.amount.contains(u"50.00"_s)); // what stays with the house
        QVERIFY(!receipt.sold.at(0).amount.contains(u"25"_s)); // only the fee is paid for
        QVERIFY(receipt.paid.constLast().amount.contains(u"45.00"_s));
        const PaperJob job {.title = u"Receipt"_s, .tickets = ticketWords(gone, QLocale(u"en_GB"_s)), .receipt = receipt, .font = qApp->font()};
        QCOMPARE(TicketPages(job).count(), 1);
    }

    void receiptOfACancelledEvent_saysWhatIsOwed()
    {
        TicketBundle gone = bundle(2);
        for (Ticket &ticket : gone.booking.tickets)
            ticket.state = TicketState::Cancelled;
        gone.booking.state = BookingState::Cancelled;
        gone.booking.refunds = {{.amount = euros(5'000)}};
        const PaperReceipt owed = receiptWords(gone, QLocale(u"en_GB"_s));
        QCOMPARE(owed.total.amount, u"€0.00"_s);
        QCOMPARE(owed.paid.constLast().amount, u"-€50.00"_s);
        gone.booking.refunds[0].paid = gone.booking.created;
        gone.booking.payments.append({.kind = PaymentKind::Cash, .direction = PaymentDirection::Refund, .amount = euros(5'000)});
        const PaperReceipt paid = receiptWords(gone, QLocale(u"en_GB"_s));
        QCOMPARE(paid.total.amount, u"€0.00"_s);
        QCOMPARE(paid.paid.constLast().words, paymentWords(gone.booking.payments.constLast()));
    }

    // However long the names are.
    void nothing_leavesThePaper_data() { addStocks(); }
    void nothing_leavesThePaper()
    {
        QFETCH(Stock, stock);
        QFETCH(QString, locale);
        PaperTicket ticket = ticketWords(bundle(1), QLocale(locale)).constFirst();
        for (QString PaperTicket::*text : {&PaperTicket::house, &PaperTicket::address, &PaperTicket::event, &PaperTicket::seat, &PaperTicket::ticketType, &PaperTicket::customer})
            ticket.*text = u"Donaudampfschifffahrtsgesellschaft und Kompanie "_s.repeated(4).trimmed();
        ticket.logo = QImage::fromData(redLogo({600, 200}));
        constexpr double kDots = 8; // in a millimetre
        const QSizeF size = ticketSize(stock) * kDots;
        QImage paper(size.toSize(), QImage::Format_RGB32);
        paper.setDotsPerMeterX(static_cast<int>(kDots * 1000));
        paper.setDotsPerMeterY(static_cast<int>(kDots * 1000));
        paper.fill(Qt::white);
        {
            QPainter painter(&paper);
            painter.setLayoutDirection(QLocale(locale).textDirection());
            drawTicket(painter, QRectF(QPointF(), size), ticket, stock, qApp->font());
        }
        keepPicture(paper, stock == Stock::Strip ? u"ticket-long-wide"_s : u"ticket-long-roll"_s);
        QCOMPARE(codesOn(paper), QStringList {ticket.code});
        constexpr int kEdge = static_cast<int>(3 * kDots);
        for (int y = 0; y < paper.height(); ++y) {
            for (int x = 0; x < paper.width(); ++x) {
                const bool isEdge = x < kEdge || y < kEdge || x >= paper.width() - kEdge || y >= paper.height() - kEdge;
                if (isEdge && paper.pixel(x, y) != qRgb(255, 255, 255))
                    QFAIL(qPrintable(u"ink at %1, %2 mm"_s.arg(x / kDots).arg(y / kDots)));
            }
        }
    }

    void file_thatCannotBeWritten_isNotThere()
    {
        QVERIFY(!TicketPages(jobOf(bundle(1), Stock::Strip, false)).writePdf(u"/nowhere/at/all.pdf"_s));
    }

    void refunds_areATableWithoutFormulas()
    {
        const Instant paid = *fromIsoUtc(u"2026-11-22T09:00:00Z"_s);
        const QByteArray file = refundFile({{.reference = u"7K3M-9QXA"_s, .customerName = u"=1+\"1\", Zoë"_s, .labels = {u"Stalls F 12"_s, u"Stalls F 13"_s}, .kinds = {PaymentKind::Cash, PaymentKind::Card}, .amount = {13'605, {}}, .paid = paid},
                                            {.reference = u"7K3M-9QXB"_s, .customerName = u"@cmd"_s, .labels = {u"-1"_s}, .kinds = {PaymentKind::Cash}, .amount = {7, *Currency::fromCode(u"JPY")}},
                                            {.reference = u"7K3M-9QXC"_s, .customerName = u"Bob"_s, .labels = {u"A"_s}, .amount = {5, {}}},
                                            {.reference = u"7K3M-9QXD"_s, .customerName = u"Free"_s, .labels = {u"B"_s}}});
        QVERIFY(file.startsWith("\xEF\xBB\xBF\"Booking\",\"Customer\",\"Tickets\",\"Seats\",\"Amount\",\"Currency\",\"Paid by\",\"Paid out\",\"Paid out at\"\r\n"));
        QVERIFY(file.endsWith("\r\n"));
        QCOMPARE(file.count('\n'), file.count("\r\n"));
        const QList<QByteArray> lines = file.split('\n');
        QCOMPARE(lines.at(1), "\"7K3M-9QXA\",\"'=1+\"\"1\"\", Zoë\",\"2\",\"Stalls F 12; Stalls F 13\",\"136.05\",\"EUR\",\"Cash, Card\",\"yes\",\"2026-11-22T09:00:00.000Z\"\r");
        QCOMPARE(lines.at(2), "\"7K3M-9QXB\",\"'@cmd\",\"1\",\"'-1\",\"7\",\"JPY\",\"Cash\",\"no\",\"\"\r");
        QVERIFY(lines.at(3).contains("\"0.05\"") && lines.at(3).contains("\"no\""));
        QVERIFY(lines.at(4).contains("\"0.00\"") && lines.at(4).contains("\"yes\"")); // nothing was owed
    }

    void calendar_isAsRfc5545Says()
    {
        TicketBundle two = bundle(2);
        two.events[m_event].summary.name = u"Hamlet; or, a \\ long night: \"Zoë's\" Märchen with a subtitle that nobody can remember"_s;
        const QByteArray file = calendarFile(two, *fromIsoUtc(u"2026-11-01T10:00:00Z"_s));
        QVERIFY(file.endsWith("END:VCALENDAR\r\n"));
        QCOMPARE(file.count('\n'), file.count("\r\n"));
        for (const QByteArray &line : file.split('\n'))
            QVERIFY2(line.size() <= 75 + 1, line.constData());
        QVERIFY(QString::fromUtf8(file).toUtf8() == file); // no character was cut by folding, and again:
        for (const QByteArray &line : file.split('\n'))
            QVERIFY(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter));
        QByteArray unfolded = file;
        unfolded.replace("\r\n ", "");
        const QList<QByteArray> lines = unfolded.split('\n');
        const auto has = [&lines](const QString &line) { return lines.contains(line.toUtf8() + '\r'); };
        QVERIFY(has(u"BEGIN:VCALENDAR"_s) && has(u"VERSION:2.0"_s) && has(u"BEGIN:VEVENT"_s));
        QVERIFY(has(u"DTSTAMP:20261101T100000Z"_s));
        QVERIFY(has(u"DTSTART:20261121T193000Z"_s));
        QVERIFY(has(u"DTEND:20261121T220000Z"_s));
        QVERIFY(has(u"SUMMARY:Hamlet\\; or\\, a \\\\ long night: \"Zoë's\" Märchen with a subtitle that nobody can remember"_s));
        QVERIFY(has(u"LOCATION:Stadttheater\\, Am Markt 1\\, 12345 Musterstadt"_s));
        QVERIFY(has(u"DESCRIPTION:Booking 7K3M-9QXA\\nStalls F 12\\nStalls F 13"_s));
        QVERIFY(has(u"UID:0195d2a0-0000-7000-8000-000000000005-0195d2a0-0000-7000-8000-0000a1b2c3d4@parterre"_s));
        QCOMPARE(file.count("BEGIN:VEVENT"), 1);
    }
};

QTEST_MAIN(TicketPaperTest)
#include "tst_ticketpaper.moc"
