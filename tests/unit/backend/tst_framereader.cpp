// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/framereader.h"
#include "tests/unit/backend/clientframe.h"

#include <QTest>
#include <QtEndian>

using namespace parterre;
using namespace parterre::transport;

namespace {

constexpr qint64 kLimit = 1'000;

// What a client sends: the given first byte, a mask and the payload under it.
QByteArray frame(int first, const QByteArray &payload, QByteArrayView mask = "\x11\x22\x33\x44")
{
    QByteArray bytes = testing::clientFrame(first & 0x7F, payload, (first & 0x80) != 0);
    const qsizetype begin = bytes.size() - payload.size();
    bytes.replace(begin - mask.size(), mask.size(), mask.data(), mask.size());
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes[begin + i] = static_cast<char>(payload[i] ^ mask[i % 4]);
    return bytes;
}

QByteArray closing(quint16 code, const QByteArray &reason = {})
{
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    return frame(0x88, payload + reason);
}

// Writes down what it is told, one word each.
class Told final : public FrameReader::Listener
{
public:
    QByteArrayList all;

    void onText(QByteArray utf8) override { all << "text " + utf8; }
    void onPing(QByteArrayView payload) override { all << "ping " + payload.toByteArray(); }
    void onPong() override { all << "pong"; }
    void onClose(quint16 code) override { all << "close " + QByteArray::number(code); }
    void onFault(CloseCode code, const char *) override { all << "fault " + QByteArray::number(static_cast<int>(code)); }
};

QByteArrayList read(FrameReader &reader, QByteArray bytes, qsizetype atOnce)
{
    Told told;
    for (qsizetype at = 0; at < bytes.size(); at += atOnce) {
        QByteArray part = bytes.mid(at, atOnce);
        reader.read({part.data(), static_cast<std::size_t>(part.size())}, told);
    }
    return told.all;
}

QByteArrayList read(const QByteArray &bytes, qsizetype atOnce = 1'000'000)
{
    FrameReader reader(kLimit);
    return read(reader, bytes, atOnce);
}

} // namespace

// RFC 6455 section 5 from a server's side: what a client may send, and what each thing it may not send is called.
class TestFrameReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAClientMaySend_isUnderstood_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("told");
        const QByteArray letters(200, 'x');
        QTest::newRow("text") << frame(0x81, "hello") << QByteArrayList {"text hello"};
        QTest::newRow("empty text") << frame(0x81, {}) << QByteArrayList {"text "};
        QTest::newRow("beyond ASCII") << frame(0x81, "Grüße, 劇場 🎭") << QByteArrayList {"text Grüße, 劇場 🎭"};
        QTest::newRow("a mask of zeros") << frame(0x81, "plain", QByteArrayView("\0\0\0\0", 4)) << QByteArrayList {"text plain"};
        QTest::newRow("16-bit length") << frame(0x81, letters) << QByteArrayList {"text " + letters};
        QTest::newRow("the limit itself") << frame(0x81, QByteArray(kLimit, 'x')) << QByteArrayList {"text " + QByteArray(kLimit, 'x')};
        QTest::newRow("two") << frame(0x81, "one") + frame(0x81, "two") << QByteArrayList {"text one", "text two"};
        QTest::newRow("fragments") << frame(0x01, "a") + frame(0x00, "b") + frame(0x80, "c") << QByteArrayList {"text abc"};
        QTest::newRow("empty fragments") << frame(0x01, {}) + frame(0x00, {}) + frame(0x80, {}) << QByteArrayList {"text "};
        QTest::newRow("a character cut in two") << frame(0x01, "\xC3") + frame(0x80, "\xBC") << QByteArrayList {"text ü"};
        QTest::newRow("ping") << frame(0x89, "are you there") << QByteArrayList {"ping are you there"};
        QTest::newRow("longest ping") << frame(0x89, QByteArray(125, 'p')) << QByteArrayList {"ping " + QByteArray(125, 'p')};
        QTest::newRow("pong") << frame(0x8A, "yes") << QByteArrayList {"pong"};
        QTest::newRow("ping between fragments") << frame(0x01, "a") + frame(0x89, "?") + frame(0x80, "b") << QByteArrayList {"ping ?", "text ab"};
        QTest::newRow("close without a code") << frame(0x88, {}) << QByteArrayList {"close 1000"};
        QTest::newRow("close with a reason") << closing(1001, "gone") << QByteArrayList {"close 1001"};
        QTest::newRow("our own codes") << closing(4001) << QByteArrayList {"close 4001"};
        QTest::newRow("nothing counts after close") << closing(1000) + frame(0x81, "late") << QByteArrayList {"close 1000"};
    }
    void whatAClientMaySend_isUnderstood()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, told);
        QCOMPARE(read(bytes), told);
        QCOMPARE(read(bytes, 1), told); // however it comes
        QCOMPARE(read(bytes, 3), told);
    }

    void whatAClientMayNotSend_isNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("told");
        QByteArray unmasked = "\x81\x02hi";
        QTest::newRow("unmasked") << unmasked << QByteArrayList {"fault 1002"};
        for (const int bit : {0x40, 0x20, 0x10})
            QTest::addRow("reserved bit %02x", bit) << frame(0x81 | bit, "x") << QByteArrayList {"fault 1002"};
        for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
            QTest::addRow("opcode %d", opcode) << frame(0x80 | opcode, "x") << QByteArrayList {"fault 1002"};
        QTest::newRow("binary") << frame(0x82, "x") << QByteArrayList {"fault 1003"};
        QTest::newRow("ping in pieces") << frame(0x09, "x") << QByteArrayList {"fault 1002"};
        QTest::newRow("ping too long") << frame(0x89, QByteArray(126, 'p')) << QByteArrayList {"fault 1002"};
        QTest::newRow("nothing to continue") << frame(0x80, "x") << QByteArrayList {"fault 1002"};
        QTest::newRow("a message inside another") << frame(0x01, "a") + frame(0x81, "b") << QByteArrayList {"fault 1002"};
        QTest::newRow("not UTF-8") << frame(0x81, "\xFF") << QByteArrayList {"fault 1007"};
        QTest::newRow("a surrogate") << frame(0x81, "\xED\xA0\x80") << QByteArrayList {"fault 1007"};
        QTest::newRow("an overlong form") << frame(0x81, "\xC0\xAF") << QByteArrayList {"fault 1007"};
        QTest::newRow("beyond Unicode") << frame(0x81, "\xF4\x90\x80\x80") << QByteArrayList {"fault 1007"};
        QTest::newRow("half a character at the end") << frame(0x01, "a") + frame(0x80, "\xC3") << QByteArrayList {"fault 1007"};
        QTest::newRow("too large") << frame(0x81, QByteArray(kLimit + 1, 'x')) << QByteArrayList {"fault 1009"};
        QTest::newRow("too large together") << frame(0x01, QByteArray(600, 'x')) + frame(0x80, QByteArray(600, 'x')) << QByteArrayList {"fault 1009"};
        QTest::newRow("a close code of one byte") << frame(0x88, "\x03") << QByteArrayList {"fault 1002"};
        for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000})
            QTest::addRow("close code %d", code) << closing(static_cast<quint16>(code)) << QByteArrayList {"fault 1002"};
        QTest::newRow("a close reason that is not UTF-8") << closing(1000, "\xFF") << QByteArrayList {"fault 1007"};
    }
    void whatAClientMayNotSend_isNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, told);
        QCOMPARE(read(bytes + frame(0x81, "later")), told); // and nothing behind it is looked at
        QCOMPARE(read(bytes + frame(0x81, "later"), 1), told);
    }

    void aLengthBeyondTheLimit_isRefusedBeforeItsBytesCome()
    {
        const QByteArray header = frame(0x81, QByteArray(70'000, 'x')).left(14);
        FrameReader reader(kLimit);
        QCOMPARE(read(reader, header, header.size()), QByteArrayList {"fault 1009"});
        QVERIFY(!reader.isWithinMessage());
        QByteArray huge = "\x81\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF" "mask";
        QCOMPARE(read(huge), QByteArrayList {"fault 1009"});
    }

    void fragmentsWithoutEnd_areRefused()
    {
        QByteArray bytes = frame(0x01, {});
        for (int i = 0; i < 2'000; ++i)
            bytes += frame(0x00, {});
        QCOMPARE(read(bytes), QByteArrayList {"fault 1008"});
    }

    void withinAMessage_isTold()
    {
        FrameReader reader(kLimit);
        QVERIFY(!reader.isWithinMessage());
        const QByteArray whole = frame(0x81, "hello");
        QCOMPARE(read(reader, whole.left(4), 4), QByteArrayList {});
        QVERIFY(reader.isWithinMessage());
        QCOMPARE(read(reader, whole.mid(4), 100), QByteArrayList {"text hello"});
        QVERIFY(!reader.isWithinMessage());
        QCOMPARE(read(reader, frame(0x01, "a"), 100), QByteArrayList {});
        QVERIFY(reader.isWithinMessage());
    }
};

QTEST_APPLESS_MAIN(TestFrameReader)
#include "tst_framereader.moc"
