// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/backend/transportfixture.h"

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

using Frame = RawWebSocketClient::Frame;

namespace {

enum Opcode { Continuation = 0, Text = 1, Binary = 2, CloseFrame = 8, Ping = 9, Pong = 10 };
enum class Masked { No, Yes };
enum class LengthBytes { Fewest = 0, Two = 2, Eight = 8 };

// How a frame is put into bytes, also against the rules.
struct Shape {
    bool isFinal = true;
    int reserved = 0; // the three bits, RSV1 is 4
    Masked masked = Masked::Yes;
    LengthBytes lengthBytes = LengthBytes::Fewest;
    std::optional<quint64> announced = {}; // length, if not the payload's
};

QByteArray frame(int opcode, const QByteArray &payload = {}, const Shape &shape = {})
{
    const quint64 length = shape.announced.value_or(static_cast<quint64>(payload.size()));
    QByteArray bytes(1, static_cast<char>((shape.isFinal ? 0x80 : 0) | (shape.reserved << 4) | opcode));
    const char mask = shape.masked == Masked::Yes ? '\x80' : '\0';
    if (shape.lengthBytes == LengthBytes::Eight || length > 0xFFFF) {
        bytes.append(static_cast<char>(mask | 127)).append(8, '\0');
        qToBigEndian(length, bytes.data() + 2);
    } else if (shape.lengthBytes == LengthBytes::Two || length > 125) {
        bytes.append(static_cast<char>(mask | 126)).append(2, '\0');
        qToBigEndian(static_cast<quint16>(length), bytes.data() + 2);
    } else {
        bytes.append(static_cast<char>(mask | static_cast<char>(length)));
    }
    if (shape.masked == Masked::No)
        return bytes + payload;
    const QByteArray key("\xA5\x00\xFF\x3C", 4);
    bytes += key;
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes.append(static_cast<char>(payload[i] ^ key[i % 4]));
    return bytes;
}

QByteArray part(int opcode, const QByteArray &payload)
{
    return frame(opcode, payload, {.isFinal = false});
}

QByteArray closing(int code, const QByteArray &reason = {})
{
    QByteArray payload(2, '\0');
    qToBigEndian(static_cast<quint16>(code), payload.data());
    return frame(CloseFrame, payload + reason);
}

QByteArrayList byteByByte(const QByteArray &bytes)
{
    QByteArrayList all;
    for (const char byte : bytes)
        all.append(QByteArray(1, byte));
    return all;
}

constexpr int kOpen = 0; // the connection goes on

QByteArray described(const QList<Frame> &frames, int end)
{
    QByteArrayList parts;
    for (const Frame &one : frames)
        parts.append(QByteArray::number(one.opcode) + " of " + QByteArray::number(one.payload.size()) + " bytes " + one.payload.first(std::min<qsizetype>(64, one.payload.size())).toHex() + '~'
                     + QByteArray::number(qChecksum(one.payload)));
    parts.append(end == kOpen ? "open" : "closed with " + QByteArray::number(end));
    return parts.join(", ");
}

} // namespace

// What RFC 6455 asks of a server's side of an open connection, byte for byte. The server answers each message with the
// same; it takes text only, and messages of at most 64 KiB.
class WebSocketConformanceTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TransportFixture> m_server;

    static void row(const char *name, const QByteArrayList &sent, const QList<Frame> &answers, int end);
    static void addTexts();
    static void addLengths();
    static void addMasks();
    static void addPings();
    static void addReserved();
    static void addFragments();
    static void addUtf8();
    static void addInvalidUtf8();
    static void addCloses();
    static void addCloseCodes();

private Q_SLOTS:
    void initTestCase();
    void bytes_areAnsweredAsTheStandardSays_data();
    void bytes_areAnsweredAsTheStandardSays();
};

void WebSocketConformanceTest::initTestCase()
{
    m_server = std::make_unique<TransportFixture>(transport::WebSocketConfig().dispatcher);
    m_server->config.limits.closing = std::chrono::milliseconds(200); // an error is not waited out
    m_server->answerWithTheSame();
    QVERIFY(m_server->start());
}

void WebSocketConformanceTest::row(const char *name, const QByteArrayList &sent, const QList<Frame> &answers, int end)
{
    QTest::newRow(name) << sent << answers << end;
}

void WebSocketConformanceTest::addTexts()
{
    row("text: empty", {frame(Text)}, {{Text, ""}}, kOpen);
    row("text: short", {frame(Text, "Hello")}, {{Text, "Hello"}}, kOpen);
    row("text: with NUL", {frame(Text, QByteArray("a\0b", 3))}, {{Text, QByteArray("a\0b", 3)}}, kOpen);
    row("text: two in one segment", {frame(Text, "one") + frame(Text, "two")}, {{Text, "one"}, {Text, "two"}}, kOpen);
    row("text: byte by byte", byteByByte(frame(Text, "Hello")), {{Text, "Hello"}}, kOpen);
    row("text: cut in the header", {frame(Text, QByteArray(300, 'x')).left(3), frame(Text, QByteArray(300, 'x')).mid(3)}, {{Text, QByteArray(300, 'x')}}, kOpen);
    row("text: the next one cut", {frame(Text, "one") + frame(Text, "two").left(4), frame(Text, "two").mid(4)}, {{Text, "one"}, {Text, "two"}}, kOpen);
    row("binary: refused", {frame(Binary, "data")}, {}, 1003);
    row("binary: empty, refused", {frame(Binary)}, {}, 1003);
}

void WebSocketConformanceTest::addLengths()
{
    static const std::array sizes {125, 126, 127, 128, 255, 256, 65'535, 65'536};
    for (const int size : sizes) {
        const QByteArray payload(size, 'x');
        row(qPrintable(u"length: %1"_s.arg(size)), {frame(Text, payload)}, {{Text, payload}}, kOpen);
    }
    row("length: over the limit", {frame(Text, QByteArray(65'537, 'x'))}, {}, 1009);
    row("length: over the limit, header alone", {frame(Text, {}, {.announced = 10'000'000})}, {}, 1009);
    row("length: 63 bits", {frame(Text, {}, {.announced = 0x7FFF'FFFF'FFFF'FFFF})}, {}, 1009);
    // Malformed, but above all too large: either code says so, and this one is the more useful.
    row("length: the 64th bit", {frame(Text, {}, {.announced = 0x8000'0000'0000'0000})}, {}, 1009);
    row("length: two bytes for a small one", {frame(Text, "Hello", {.lengthBytes = LengthBytes::Two})}, {}, 1002);
    row("length: eight bytes for a small one", {frame(Text, "Hello", {.lengthBytes = LengthBytes::Eight})}, {}, 1002);
    row("length: eight bytes for a middling one", {frame(Text, QByteArray(300, 'x'), {.lengthBytes = LengthBytes::Eight})}, {}, 1002);
}

void WebSocketConformanceTest::addMasks()
{
    row("mask: none on a text", {frame(Text, "Hello", {.masked = Masked::No})}, {}, 1002);
    row("mask: none on an empty text", {frame(Text, {}, {.masked = Masked::No})}, {}, 1002);
    row("mask: none on a ping", {frame(Ping, "p", {.masked = Masked::No})}, {}, 1002);
    row("mask: none on a close", {frame(CloseFrame, "\x03\xE8", {.masked = Masked::No})}, {}, 1002);
    row("mask: none on a continuation", {part(Text, "a"), frame(Continuation, "b", {.masked = Masked::No})}, {}, 1002);
}

void WebSocketConformanceTest::addPings()
{
    const QByteArray odd("\x00\xFF\xFE\xFD\x00", 5);
    row("ping: empty", {frame(Ping)}, {{Pong, ""}}, kOpen);
    row("ping: with bytes that are no text", {frame(Ping, odd)}, {{Pong, odd}}, kOpen);
    row("ping: 125 bytes", {frame(Ping, QByteArray(125, 'p'))}, {{Pong, QByteArray(125, 'p')}}, kOpen);
    row("ping: 126 bytes", {frame(Ping, QByteArray(126, 'p'))}, {}, 1002);
    row("ping: 125 bytes, byte by byte", byteByByte(frame(Ping, QByteArray(125, 'p'))), {{Pong, QByteArray(125, 'p')}}, kOpen);
    row("ping: three, in order", {frame(Ping, "1") + frame(Ping, "2") + frame(Ping, "3")}, {{Pong, "1"}, {Pong, "2"}, {Pong, "3"}}, kOpen);
    row("ping: in parts", {part(Ping, "p")}, {}, 1002);
    row("pong: nobody asked for", {frame(Pong)}, {}, kOpen);
    row("pong: with payload", {frame(Pong, "late")}, {}, kOpen);
    row("pong: 126 bytes", {frame(Pong, QByteArray(126, 'p'))}, {}, 1002);
    row("pong: in parts", {part(Pong, "p")}, {}, 1002);
    row("pong and ping", {frame(Pong, "x") + frame(Ping, "y")}, {{Pong, "y"}}, kOpen);
}

void WebSocketConformanceTest::addReserved()
{
    for (int bits = 1; bits <= 7; ++bits)
        row(qPrintable(u"reserved bits: %1 on a text"_s.arg(bits)), {frame(Text, "Hello", {.reserved = bits})}, {}, 1002);
    row("reserved bits: on an empty text", {frame(Text, {}, {.reserved = 4})}, {}, 1002);
    row("reserved bits: on a ping", {frame(Ping, "p", {.reserved = 4})}, {}, 1002);
    row("reserved bits: on a close", {frame(CloseFrame, "\x03\xE8", {.reserved = 1})}, {}, 1002);
    row("reserved bits: on a continuation", {part(Text, "a"), frame(Continuation, "b", {.reserved = 2})}, {}, 1002);
    row("reserved bits: after a good text", {frame(Text, "good") + frame(Text, "bad", {.reserved = 4})}, {{Text, "good"}}, 1002);
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        row(qPrintable(u"opcode %1: empty"_s.arg(opcode)), {frame(opcode)}, {}, 1002);
        row(qPrintable(u"opcode %1: with payload"_s.arg(opcode)), {frame(opcode, "x")}, {}, 1002);
    }
    row("opcode 3: after a good text", {frame(Text, "good") + frame(3, "x") + frame(Ping)}, {{Text, "good"}}, 1002);
    row("opcode 11: amid parts", {part(Text, "a"), frame(11)}, {}, 1002);
}

void WebSocketConformanceTest::addFragments()
{
    row("parts: two", {part(Text, "Hel"), frame(Continuation, "lo")}, {{Text, "Hello"}}, kOpen);
    row("parts: two in one segment", {part(Text, "Hel") + frame(Continuation, "lo")}, {{Text, "Hello"}}, kOpen);
    row("parts: three", {part(Text, "a") + part(Continuation, "b") + frame(Continuation, "c")}, {{Text, "abc"}}, kOpen);
    row("parts: byte by byte", byteByByte(part(Text, "Hel") + frame(Continuation, "lo")), {{Text, "Hello"}}, kOpen);
    row("parts: first one empty", {part(Text, "") + frame(Continuation, "Hello")}, {{Text, "Hello"}}, kOpen);
    row("parts: last one empty", {part(Text, "Hello") + frame(Continuation, "")}, {{Text, "Hello"}}, kOpen);
    row("parts: all empty", {part(Text, "") + part(Continuation, "") + frame(Continuation, "")}, {{Text, ""}}, kOpen);
    row("parts: a ping between", {part(Text, "Hel") + frame(Ping, "p") + frame(Continuation, "lo")}, {{Pong, "p"}, {Text, "Hello"}}, kOpen);
    row("parts: a pong between", {part(Text, "Hel") + frame(Pong, "p") + frame(Continuation, "lo")}, {{Text, "Hello"}}, kOpen);
    row("parts: pings between all", {part(Text, "a"), frame(Ping, "1"), part(Continuation, "b"), frame(Ping, "2"), frame(Continuation, "c")}, {{Pong, "1"}, {Pong, "2"}, {Text, "abc"}}, kOpen);
    row("parts: the next message after them", {part(Text, "a") + frame(Continuation, "b") + frame(Text, "c")}, {{Text, "ab"}, {Text, "c"}}, kOpen);
    row("parts: a continuation of nothing", {frame(Continuation, "x")}, {}, 1002);
    row("parts: an open continuation of nothing", {part(Continuation, "x")}, {}, 1002);
    row("parts: a continuation after the end", {frame(Text, "whole") + frame(Continuation, "x")}, {{Text, "whole"}}, 1002);
    row("parts: a new text amid them", {part(Text, "a") + frame(Text, "b")}, {}, 1002);
    row("parts: a new part of a text amid them", {part(Text, "a") + part(Text, "b")}, {}, 1002);
    row("parts: a binary amid them", {part(Text, "a") + frame(Binary, "b")}, {}, 1003); // wrong in two ways
    row("parts: of a binary", {part(Binary, "a") + frame(Continuation, "b")}, {}, 1003);
    const QByteArray half(32 * 1024, 'x');
    row("parts: as much as is allowed", {part(Text, half) + frame(Continuation, half)}, {{Text, half + half}}, kOpen);
    row("parts: over the limit together", {part(Text, half) + frame(Continuation, half + "x")}, {}, 1009);
    row("parts: over the limit without an end", {part(Text, half) + part(Continuation, half) + part(Continuation, "x")}, {}, 1009);
}

void WebSocketConformanceTest::addUtf8()
{
    const QByteArray text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8E\xAD\xEF\xBF\xBF"; // of 1, 2, 3 and 4 bytes, and a non-character
    row("UTF-8: characters of every length", {frame(Text, text)}, {{Text, text}}, kOpen);
    row("UTF-8: byte by byte", byteByByte(frame(Text, text)), {{Text, text}}, kOpen);
    for (qsizetype cut = 1; cut < text.size(); ++cut)
        row(qPrintable(u"UTF-8: in parts, cut at %1"_s.arg(cut)), {part(Text, text.left(cut)) + frame(Continuation, text.mid(cut))}, {{Text, text}}, kOpen);
    QByteArray parts = part(Text, text.left(1));
    for (qsizetype i = 1; i < text.size(); ++i)
        parts += part(Continuation, text.mid(i, 1));
    row("UTF-8: a part for each byte", {parts + frame(Continuation)}, {{Text, text}}, kOpen);
    row("UTF-8: a ping within a character", {part(Text, "\xE2\x82") + frame(Ping, "p") + frame(Continuation, "\xAC")}, {{Pong, "p"}, {Text, "\xE2\x82\xAC"}}, kOpen);
    row("UTF-8: the byte order mark stays", {frame(Text, "\xEF\xBB\xBFx")}, {{Text, "\xEF\xBB\xBFx"}}, kOpen);
    row("UTF-8: the first and last of each length", {frame(Text, QByteArray("\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"))},
        {{Text, QByteArray("\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF0\x90\x80\x80\xF4\x8F\xBF\xBF")}}, kOpen);
}

void WebSocketConformanceTest::addInvalidUtf8()
{
    const std::array<std::pair<const char *, QByteArray>, 14> wrong {{
        {"a lone continuation byte", "\x80"},
        {"a start byte alone", "\xC3"},
        {"two start bytes", "\xC3\xC3\xA9"},
        {"three bytes cut short", "\xE2\x82"},
        {"four bytes cut short", "\xF0\x9F\x8E"},
        {"an overlong slash of 2", "\xC0\xAF"},
        {"an overlong slash of 3", "\xE0\x80\xAF"},
        {"an overlong slash of 4", "\xF0\x80\x80\xAF"},
        {"an overlong NUL", "\xC0\x80"},
        {"a high surrogate", "\xED\xA0\x80"},
        {"a pair of surrogates", "\xED\xA0\xBD\xED\xB8\x80"},
        {"above U+10FFFF", "\xF4\x90\x80\x80"},
        {"0xFE", "\xFE"},
        {"five bytes", "\xF8\x88\x80\x80\x80"},
    }};
    for (const auto &[name, bytes] : wrong) {
        row(qPrintable(u"not UTF-8: %1"_s.arg(QLatin1StringView(name))), {frame(Text, "ok " + bytes)}, {}, 1007);
        row(qPrintable(u"not UTF-8: %1, in the last part"_s.arg(QLatin1StringView(name))), {part(Text, "ok ") + frame(Continuation, bytes)}, {}, 1007);
    }
    row("not UTF-8: a character that the next part does not end", {part(Text, "\xE2\x82") + frame(Continuation, "x")}, {}, 1007);
}

void WebSocketConformanceTest::addCloses()
{
    row("close: empty", {frame(CloseFrame)}, {}, 1000);
    row("close: 1000", {closing(1000)}, {}, 1000);
    row("close: with a reason", {closing(1000, "good-bye")}, {}, 1000);
    row("close: with the longest reason", {closing(1000, QByteArray(123, 'r'))}, {}, 1000);
    row("close: with too long a reason", {closing(1000, QByteArray(124, 'r'))}, {}, 1002);
    row("close: one byte", {frame(CloseFrame, "\x03")}, {}, 1002);
    row("close: reason is not UTF-8", {closing(1000, "\xC3\xC3")}, {}, 1007);
    row("close: in parts", {part(CloseFrame, "\x03\xE8")}, {}, 1002);
    row("close: byte by byte", byteByByte(closing(1000, "bye")), {}, 1000);
    row("close: then a ping", {closing(1000) + frame(Ping, "p")}, {}, 1000);
    row("close: then a text", {closing(1000) + frame(Text, "late")}, {}, 1000);
    row("close: twice", {closing(1000) + closing(1001)}, {}, 1000);
    row("close: after a text", {frame(Text, "last") + closing(1000)}, {{Text, "last"}}, 1000);
    row("close: amid parts", {part(Text, "a") + closing(1000)}, {}, 1000);
}

void WebSocketConformanceTest::addCloseCodes()
{
    for (const int code : {1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
        row(qPrintable(u"close code: %1"_s.arg(code)), {closing(code)}, {}, code);
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65'535})
        row(qPrintable(u"close code: %1, which nobody may send"_s.arg(code)), {closing(code)}, {}, 1002);
}

void WebSocketConformanceTest::bytes_areAnsweredAsTheStandardSays_data()
{
    QTest::addColumn<QByteArrayList>("sent"); // each in a segment of its own
    QTest::addColumn<QList<Frame>>("answers");
    QTest::addColumn<int>("end");             // close code, or kOpen
    addTexts();
    addLengths();
    addMasks();
    addPings();
    addReserved();
    addFragments();
    addUtf8();
    addInvalidUtf8();
    addCloses();
    addCloseCodes();
}

void WebSocketConformanceTest::bytes_areAnsweredAsTheStandardSays()
{
    QFETCH(QByteArrayList, sent);
    QFETCH(QList<Frame>, answers);
    QFETCH(int, end);
    RawWebSocketClient client(m_server->port());
    QVERIFY(client.shakeHands().startsWith("HTTP/1.1 101 "));
    // What comes together with the handshake is lost, and the 101 leaves before the server is ready for more.
    QVERIFY(client.sendText("hello"));
    QCOMPARE(client.readFrame()->payload, QByteArray("hello"));
    for (const QByteArray &segment : sent)
        client.send(segment);
    if (end == kOpen)
        client.sendText("still there");
    QList<Frame> got;
    int code = kOpen;
    while (const auto frame = client.readFrame()) {
        if (frame->opcode == CloseFrame)
            code = frame->payload.isEmpty() ? 1000 : qFromBigEndian<quint16>(frame->payload.constData());
        if (frame->opcode == CloseFrame || frame->payload == "still there")
            break;
        got.append(*frame);
    }
    const QByteArray seen = described(got, code);
    // When the connection ends in the same segment, the answers to what came before need not be sent any more.
    const bool isRight = seen == described(answers, end) || (end != kOpen && seen == described({}, end));
    QVERIFY2(isRight, QByteArray("expected: " + described(answers, end) + ", seen: " + seen).constData());
    if (end != kOpen) {
        client.send(closing(1000)); // the answer, if the server closed first
        // Nothing follows a close frame but the end.
        const bool moreCame = client.readFrame().has_value();
        QVERIFY2(!moreCame, "something came after the close frame");
        QVERIFY2(client.sawEnd(), "the connection stayed open after the close");
    }
}

QTEST_GUILESS_MAIN(WebSocketConformanceTest)
#include "tst_websocketconformance.moc"
