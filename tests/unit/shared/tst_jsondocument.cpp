// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/jsondocument.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonArray>
#include <QTest>

using namespace parterre;
using protocol::JsonDocument;
using protocol::JsonView;

namespace {

constexpr protocol::JsonLimits kLimits {.depth = 4, .keys = 64};

// What the document says, in Qt's words.
QJsonValue valueOf(JsonView json)
{
    switch (json.kind()) {
    case protocol::JsonKind::Absent: return QJsonValue::Undefined;
    case protocol::JsonKind::Null: return QJsonValue::Null;
    case protocol::JsonKind::Boolean: return json.boolean();
    case protocol::JsonKind::Integer: return json.integer();
    case protocol::JsonKind::Fraction: return QStringLiteral("a fraction");
    case protocol::JsonKind::Text: return QString::fromUtf8(json.text());
    case protocol::JsonKind::List: {
        QJsonArray list;
        for (const JsonView item : json)
            list.append(valueOf(item));
        return list;
    }
    case protocol::JsonKind::Object: break;
    }
    QJsonObject object;
    for (const auto member : json.members())
        object.insert(QString::fromUtf8(member.key), valueOf(member.value()));
    return object;
}

} // namespace

class TestJsonDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_whatIsGood_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("object") << QByteArray(R"({"a":1,"b":[true,null,"x"]})");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("same key in different objects") << QByteArray(R"({"a":{"a":1},"b":{"a":2}})");
        QTest::newRow("key text as a value") << QByteArray(R"({"a":"a","b":["a","a"]})");
        QTest::newRow("escaped pair") << QByteArray(R"({"a":"\ud83c\udfad"})");
        QTest::newRow("four bytes") << QByteArray("{\"a\":\"\xF0\x9F\x8E\xAD\"}");
        QTest::newRow("quotes and backslashes") << QByteArray("{\"a\\\"b\":\"\\\\\",\"a\\\\\":1}");
        QTest::newRow("depth 4") << QByteArray("[[[[]]]]");
        QTest::newRow("every escape") << QByteArray("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20ac\\uD83C\\udfad\",\"b\":\"x\\ty\\tz\"}");
        QTest::newRow("text of every length") << QByteArray("[\"\",\"a\",\"ab\",\"abc\",\"abcd\",\"abcde\",\"abcdef\",\"abcdefg\",\"abcdefgh\",\"abcdefghi\",\"abcdefgh\\n\"]");
        QTest::newRow("many alphabets") << QByteArray("[\"\xC3\xA9\",\"\xE2\x82\xAC abcdefgh\",\"abcdefg\xF0\x9F\x8E\xAD\"]");
        QTest::newRow("integers") << QByteArray("[0,-0,-1,9007199254740993,999999999999999999,-999999999999999999,9223372036854775807,-9223372036854775808]");
        QTest::newRow("whole numbers in other words") << QByteArray("[1.0,1e3,12E+2,-5.00,1000e-3]");
        QTest::newRow("spaces") << QByteArray(" \n{ \"a\" : [ 1 , 2 ] ,\t\"b\" : { } }\r\n ");
        QTest::newRow("empty key") << QByteArray("{\"\":1,\"a\":{\"\":{}}}");
    }
    void reads_whatIsGood()
    {
        QFETCH(QByteArray, text);
        JsonDocument document;
        const auto json = document.read(text, kLimits);
        QVERIFY2(json.ok(), json ? "" : qPrintable(json.error().detail));
        const QJsonDocument qt = QJsonDocument::fromJson(text);
        const QJsonValue expected = qt.isArray() ? QJsonValue(qt.array()) : QJsonValue(qt.object());
        QCOMPARE(valueOf(*json), expected);
    }

    void refuses_whatIsNot_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("number") << QByteArray("1");
        QTest::newRow("text") << QByteArray("\"a\"");
        QTest::newRow("cut off") << QByteArray("{\"a\":");
        QTest::newRow("garbage") << QByteArray("\x01\x02{{{");
        QTest::newRow("after the end") << QByteArray("{} x");
        QTest::newRow("trailing comma") << QByteArray("{\"a\":1,}");
        QTest::newRow("single quotes") << QByteArray("{'a':1}");
        QTest::newRow("repeated key") << QByteArray(R"({"a":1,"a":2})");
        QTest::newRow("repeated key, escaped") << QByteArray(R"({"a":1,"\u0061":2})");
        QTest::newRow("repeated key, deep") << QByteArray(R"([{"x":{"b":1,"c":{},"b":2}}])");
        QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF{}");
        QTest::newRow("NUL") << QByteArray(R"({"a":"x\u0000y"})");
        QTest::newRow("lone high surrogate") << QByteArray(R"({"a":"\ud83c"})");
        QTest::newRow("high surrogate, then text") << QByteArray(R"({"a":"\ud83cx"})");
        QTest::newRow("high surrogate, then newline") << QByteArray(R"({"a":"\ud83c\n"})");
        QTest::newRow("lone low surrogate") << QByteArray(R"({"a":"\udfad"})");
        QTest::newRow("bad UTF-8") << QByteArray("{\"a\":\"\xC3\x28\"}");
        QTest::newRow("depth 5") << QByteArray("[[[[[]]]]]");
        QTest::newRow("many brackets") << QByteArray(100'000, '[');
        QTest::newRow("control character") << QByteArray("{\"a\":\"x\x02y\"}");
        QTest::newRow("control character in a long text") << "{\"a\":\"" + QByteArray(21, 'x') + '\x1F' + QByteArray(21, 'x') + "\"}";
        QTest::newRow("bad UTF-8 in a long text") << "{\"a\":\"" + QByteArray(21, 'x') + '\xC3' + QByteArray(21, 'x') + "\"}";
        QTest::newRow("surrogate in UTF-8") << QByteArray("{\"a\":\"\xED\xA0\x80\"}");
        QTest::newRow("overlong UTF-8") << QByteArray("{\"a\":\"\xC0\xAF\"}");
        QTest::newRow("bad UTF-8 beside an escape") << QByteArray("{\"a\":\"\\n\xFF\"}");
        QTest::newRow("UTF-8 cut by an escape") << QByteArray("{\"a\":\"\xC3\\u00a9\"}");
        QTest::newRow("two high surrogates") << QByteArray(R"({"a":"\ud83c\ud83c"})");
        QTest::newRow("unknown escape") << QByteArray("{\"a\":\"\\q\"}");
        QTest::newRow("escape cut off") << QByteArray("{\"a\":\"\\u12");
        QTest::newRow("backslash at the end") << QByteArray("[\"\\");
        QTest::newRow("escape of no digits") << QByteArray("{\"a\":\"\\u12g4\"}");
        QTest::newRow("leading zero") << QByteArray("[01]");
        QTest::newRow("plus") << QByteArray("[+1]");
        QTest::newRow("lone minus") << QByteArray("[-]");
        QTest::newRow("no digit behind the point") << QByteArray("[1.]");
        QTest::newRow("no digit in the exponent") << QByteArray("[1e+]");
        QTest::newRow("larger than any double") << QByteArray("[1e999]");
        QTest::newRow("not a number") << QByteArray("[NaN]");
        QTest::newRow("word cut off") << QByteArray("[tru");
        QTest::newRow("word too long") << QByteArray("[nulll]");
        QTest::newRow("key without quotes") << QByteArray("{a:1}");
        QTest::newRow("no colon") << QByteArray(R"({"a" 1})");
        QTest::newRow("two values") << QByteArray(R"({"a":1 2})");
        QTest::newRow("wrong bracket") << QByteArray("[1}");
        QTest::newRow("comment") << QByteArray("[1 /* one */]");
        QTest::newRow("comma first") << QByteArray("[,1]");
    }
    void refuses_whatIsNot()
    {
        QFETCH(QByteArray, text);
        JsonDocument document;
        const auto json = document.read(text, kLimits);
        QVERIFY(!json.ok());
        QCOMPARE(json.error().code, ErrorCode::ParseError);
        QVERIFY(!json.error().detail.isEmpty());
    }

    void refuses_moreKeysThanAnyMessageHas()
    {
        const auto withKeys = [](int count) {
            QByteArray text = "{";
            for (int i = 0; i < count; ++i)
                text += (i ? ",\"k" : "\"k") + QByteArray::number(i) + "\":1";
            return text + "}";
        };
        JsonDocument document;
        QVERIFY(document.read(withKeys(64), kLimits).ok());
        QVERIFY(!document.read(withKeys(65), kLimits).ok());
    }

    void fractions_areNoIntegers()
    {
        JsonDocument document;
        const auto json = document.read("[1.5,9223372036854775808,-1e19,1e300,0.1]", kLimits);
        QVERIFY(json.ok());
        QCOMPARE(json->count(), 5);
        for (const JsonView item : *json) {
            QCOMPARE(item.kind(), protocol::JsonKind::Fraction);
            QCOMPARE(item.integer(), 0);
        }
    }

    // The memory of one message serves the next, whatever the size.
    void document_isReadAgainAndAgain()
    {
        JsonDocument document;
        QVERIFY(!document.read("{\"a\":\"x\\ny\", \"b\":", kLimits).ok());
        for (const QByteArray &text : {QByteArray("[\"\\u0041\"]"), "[\"" + QByteArray(1'000, 'x') + "\\n\"]", QByteArray("[\"\\t\"]")}) {
            const auto json = document.read(text, kLimits);
            QVERIFY(json.ok());
            QCOMPARE(valueOf(*json), QJsonValue(QJsonDocument::fromJson(text).array()));
        }
    }

    void source_isTheValueAsItWasWritten()
    {
        JsonDocument document;
        const auto json = document.read(" {\"a\": {\"b\" : [1, \"\\u0041\"]} , \"c\": 2} ", kLimits);
        QVERIFY(json.ok());
        QCOMPARE(json->find("a").source(), QByteArrayView("{\"b\" : [1, \"\\u0041\"]}"));
        QCOMPARE(json->find("a").find("b").source(), QByteArrayView("[1, \"\\u0041\"]"));
        QVERIFY(json->find("c").source().isEmpty());
        QVERIFY(json->find("d").isAbsent());
        QVERIFY(json->find("c").find("d").isAbsent());
    }
};

QTEST_GUILESS_MAIN(TestJsonDocument)
#include "tst_jsondocument.moc"
