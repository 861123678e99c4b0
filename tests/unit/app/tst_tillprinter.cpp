// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/tillprinter.h"
#include "tests/support/fakeprinter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What becomes of bytes for a receipt printer on the network or at a device, whatever that does.
class TestTillPrinter : public QObject
{
    Q_OBJECT

    static net::PrinterTimings quick()
    {
        return {.tries = 2, .openTimeout = 2s, .betweenTries = 10ms, .statusTimeout = 300ms, .quietTimeout = 300ms};
    }

    // Prints, and how that ended, once it has.
    void print(TillPrinter &printer, const QString &address, const QByteArray &bytes)
    {
        printer.print(address, [bytes] { return bytes; }, this, [this](const Result<void> &done) { m_ends.append(done ? std::nullopt : std::optional(done.error().code)); });
    }

    // The end of a pipe that a printer would read.
    int openPipe(const QString &path) const
    {
        if (::mkfifo(QFile::encodeName(path).constData(), 0600) != 0)
            return -1;
        return ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }

    static QByteArray readFrom(int descriptor)
    {
        QByteArray all(65'536, '\0');
        const ssize_t size = ::read(descriptor, all.data(), static_cast<std::size_t>(all.size()));
        return all.first(std::max<ssize_t>(0, size));
    }

    QTemporaryDir m_folder;
    QList<std::optional<ErrorCode>> m_ends; // nothing: printed

private Q_SLOTS:
    void init() { m_ends.clear(); }

    void addresses_areUnderstood_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<bool>("isGood");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("device");
        QTest::newRow("number") << u" 192.168.0.20 "_s << true << u"192.168.0.20"_s << 9100 << QString();
        QTest::newRow("name and port") << u"till-1.example.org:9101"_s << true << u"till-1.example.org"_s << 9101 << QString();
        QTest::newRow("sixth version") << u"[fe80::1]:9100"_s << true << u"fe80::1"_s << 9100 << QString();
        QTest::newRow("device") << u"/dev/usb/lp0"_s << true << QString() << 9100 << u"/dev/usb/lp0"_s;
        for (const QString &none : {u""_s, u"/"_s, u"/dev/"_s, u"till 1"_s, u"till:0"_s, u"till:99999"_s, u"till/1"_s, u"me@till"_s, u"till?x"_s, u"ipp://till"_s})
            QTest::newRow(qPrintable(u"none: "_s + none)) << none << false << QString() << 9100 << QString();
    }
    void addresses_areUnderstood()
    {
        QFETCH(QString, written);
        QFETCH(bool, isGood);
        const auto address = net::printerAddress(written);
        QCOMPARE(address.has_value(), isGood);
        QCOMPARE(TillPrinter::isAddress(written), isGood);
        if (!isGood)
            return;
        QTEST(address->host, "host");
        QTEST(int(address->port), "port");
        QTEST(address->device, "device");
    }

    void jobs_arriveWholeAndInOrder()
    {
        FakePrinter paper;
        TillPrinter printer(quick());
        const QByteArray first(300'000, 'a');
        const QByteArray second(100, 'b');
        print(printer, paper.address(), first);
        print(printer, paper.address(), second);
        QTRY_COMPARE(m_ends.size(), 2);
        QVERIFY(!m_ends.at(0) && !m_ends.at(1));
        QTRY_COMPARE(paper.printed.size(), 300'100);
        QVERIFY(paper.printed == first + second);
    }

    // A slow printer is waited for, and nobody else waits.
    void slowPrinter_delaysNobody()
    {
        FakePrinter paper;
        paper.readsAtOnce = 65'536;
        TillPrinter printer(quick());
        const QByteArray bytes(8'000'000, 'x'); // more than lies on the way
        QElapsedTimer asking;
        asking.start();
        print(printer, paper.address(), bytes);
        QVERIFY2(asking.elapsed() < 100, qPrintable(QString::number(asking.elapsed())));
        QTRY_COMPARE_WITH_TIMEOUT(paper.printed.size(), bytes.size(), 30'000);
        QTRY_COMPARE(m_ends.size(), 1);
        QVERIFY(!m_ends.at(0));
    }

    void stuckPrinter_isGivenUp()
    {
        FakePrinter paper;
        paper.readsAtOnce = 1'024;
        paper.isStuck = true;
        TillPrinter printer(quick());
        print(printer, paper.address(), QByteArray(32'000'000, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(m_ends.size(), 1, 20'000);
        QCOMPARE(m_ends.at(0), std::optional(ErrorCode::PrinterStopped));
    }

    // What may lie half printed on the table is not printed again of itself.
    void printerThatCloses_isNotAskedTwice()
    {
        FakePrinter paper;
        paper.closesAfter = 1;
        TillPrinter printer(quick());
        print(printer, paper.address(), QByteArray(32'000'000, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(m_ends.size(), 1, 20'000);
        QCOMPARE(m_ends.at(0), std::optional(ErrorCode::PrinterStopped));
        QCOMPARE(paper.links, 1);
    }

    void state_isSaidBeforeAnythingIsPrinted_data()
    {
        QTest::addColumn<char>("paper");
        QTest::addColumn<char>("offline");
        QTest::addColumn<std::optional<ErrorCode>>("end");
        QTest::newRow("all is well") << FakePrinter::kFine << FakePrinter::kFine << std::optional<ErrorCode>();
        QTest::newRow("paper is running out") << char(0x1e) << FakePrinter::kFine << std::optional<ErrorCode>();
        QTest::newRow("no paper") << FakePrinter::kNoPaper << FakePrinter::kFine << std::optional(ErrorCode::PrinterNoPaper);
        QTest::newRow("open") << FakePrinter::kFine << FakePrinter::kCoverOpen << std::optional(ErrorCode::PrinterNotReady);
        QTest::newRow("fault") << FakePrinter::kFine << char(0x52) << std::optional(ErrorCode::PrinterNotReady);
        QTest::newRow("says something else") << 'n' << 'o' << std::optional<ErrorCode>();
    }
    void state_isSaidBeforeAnythingIsPrinted()
    {
        QFETCH(char, paper);
        QFETCH(char, offline);
        QFETCH(std::optional<ErrorCode>, end);
        FakePrinter there;
        there.answers = true;
        there.paper = paper;
        there.offline = offline;
        TillPrinter printer(quick());
        print(printer, there.address(), "ticket");
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.at(0), end);
        QTRY_COMPARE(there.printed, end ? QByteArray() : QByteArray("ticket"));
        // The drawer has nothing to do with paper.
        there.printed.clear();
        printer.kickDrawer(there.address(), "kick", this, [this](const Result<void> &done) { m_ends.append(done ? std::nullopt : std::optional(done.error().code)); });
        QTRY_COMPARE(m_ends.size(), 2);
        QVERIFY(!m_ends.at(1));
        QTRY_COMPARE(there.printed, "kick");
    }

    void nobodyThere_isSaid()
    {
        QString address;
        {
            const FakePrinter gone;
            address = gone.address();
        }
        TillPrinter printer(quick());
        print(printer, address, "x");
        print(printer, u"no printer at all"_s, "x");
        QTRY_COMPARE(m_ends.size(), 2);
        QCOMPARE(m_ends.at(0), std::optional(ErrorCode::PrinterUnreachable));
        QCOMPARE(m_ends.at(1), std::optional(ErrorCode::PrinterUnreachable));
    }

    void printerThatIsBeingSwitchedOn_isReached()
    {
        quint16 port = 0;
        {
            const FakePrinter gone;
            port = gone.address().section(u':', 1).toUShort();
        }
        net::PrinterTimings patient = quick();
        patient.tries = 1'000;
        TillPrinter printer(patient);
        print(printer, u"127.0.0.1:%1"_s.arg(port), "ticket");
        std::unique_ptr<FakePrinter> there;
        QTimer::singleShot(100, this, [&] { there = std::make_unique<FakePrinter>(port); });
        QTRY_COMPARE(m_ends.size(), 1);
        QVERIFY(!m_ends.at(0));
        QTRY_COMPARE(there->printed, "ticket");
    }

    void pipe_isPrintedOn()
    {
        const QString path = m_folder.filePath(u"printer"_s);
        const int reader = openPipe(path);
        QVERIFY(reader >= 0);
        QByteArray read;
        QSocketNotifier notifier(reader, QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, this, [&read, reader] { read += readFrom(reader); });
        TillPrinter printer(quick());
        const QByteArray bytes(500'000, 'x'); // more than a pipe takes at once
        print(printer, path, bytes);
        QTRY_COMPARE(m_ends.size(), 1);
        QVERIFY(!m_ends.at(0));
        // Before it, the questions that a pipe cannot answer.
        QTRY_VERIFY(read.size() >= bytes.size());
        QVERIFY(read.endsWith(bytes));
        notifier.setEnabled(false);
        ::close(reader);
    }

    void pipe_withoutAReader_isNotThere()
    {
        const QString path = m_folder.filePath(u"nobody"_s);
        const int reader = openPipe(path);
        ::close(reader);
        TillPrinter printer(quick());
        print(printer, path, "x");
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.at(0), std::optional(ErrorCode::PrinterUnreachable));
    }

    // Which elsewhere ends the whole program.
    void pipe_whoseReaderLeaves_hasStopped()
    {
        const QString path = m_folder.filePath(u"leaving"_s);
        const int reader = openPipe(path);
        QVERIFY(reader >= 0);
        QSocketNotifier notifier(reader, QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, this, [&notifier, reader] {
            notifier.setEnabled(false);
            ::close(reader);
        });
        TillPrinter printer(quick());
        print(printer, path, QByteArray(5'000'000, 'x'));
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.at(0), std::optional(ErrorCode::PrinterStopped));
    }

    void device_saysThatItHasNoPaper()
    {
        const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
        const QString path = QString::fromLocal8Bit(::ptsname(master));
        const int line = ::open(QFile::encodeName(path).constData(), O_RDWR | O_NOCTTY | O_CLOEXEC);
        termios raw {};
        QVERIFY(::tcgetattr(line, &raw) == 0);
        ::cfmakeraw(&raw);
        QVERIFY(::tcsetattr(line, TCSANOW, &raw) == 0);
        QByteArray read;
        QSocketNotifier notifier(master, QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, this, [&read, master] {
            const QByteArray bytes = readFrom(master);
            read += bytes;
            if (bytes.contains(QByteArray("\x10\x04\x04", 3)))
                QVERIFY(::write(master, &FakePrinter::kNoPaper, 1) == 1);
        });
        TillPrinter printer(quick());
        print(printer, path, "ticket");
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.at(0), std::optional(ErrorCode::PrinterNoPaper));
        QVERIFY(!read.contains("ticket"));
        notifier.setEnabled(false);
        ::close(line);
        ::close(master);
    }

    void files_areNotWrittenOver()
    {
        const QString path = m_folder.filePath(u"letter.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Dear Zoë") > 0);
        file.close();
        TillPrinter printer(quick());
        print(printer, path, "x");
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.at(0), std::optional(ErrorCode::PrinterUnreachable));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("Dear Zoë"));
    }

    // The program ends although a printer is stuck.
    void end_waitsForNoPrinter()
    {
        FakePrinter paper;
        paper.readsAtOnce = 1'024;
        paper.isStuck = true;
        net::PrinterTimings patient = quick();
        patient.quietTimeout = 1h;
        auto printer = std::make_unique<TillPrinter>(patient);
        print(*printer, paper.address(), QByteArray(32'000'000, 'x'));
        print(*printer, paper.address(), "and another");
        QTRY_COMPARE(paper.links, 1);
        QElapsedTimer ending;
        ending.start();
        printer.reset();
        QVERIFY2(ending.elapsed() < 5'000, qPrintable(QString::number(ending.elapsed())));
        QTRY_COMPARE(m_ends.size(), 2);
        QCOMPARE(m_ends.at(1), std::optional(ErrorCode::PrinterUnreachable));
    }
};

QTEST_GUILESS_MAIN(TestTillPrinter)
#include "tst_tillprinter.moc"
