// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/strictjson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace parterre;
using protocol::parseStrictJson;

class TestStrictJson : public QObject
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
    }
    void reads_whatIsGood()
    {
        QFETCH(QByteArray, text);
        const auto json = parseStrictJson(text, 4);
        QVERIFY2(json.ok(), json ? "" : qPrintable(json.error().detail));
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
    }
    void refuses_whatIsNot()
    {
        QFETCH(QByteArray, text);
        const auto json = parseStrictJson(text, 4);
        QVERIFY(!json.ok());
        QCOMPARE(json.error().code, ErrorCode::ParseError);
        QVERIFY(!json.error().detail.isEmpty());
    }

    void refuses_moreKeysThanAnyMessageHas()
    {
        QByteArray text = "{";
        for (int i = 0; i < 100; ++i)
            text += (i ? ",\"k" : "\"k") + QByteArray::number(i) + "\":1";
        QVERIFY(!parseStrictJson(text + "}", 4).ok());
    }
};

QTEST_GUILESS_MAIN(TestStrictJson)
#include "tst_strictjson.moc"
