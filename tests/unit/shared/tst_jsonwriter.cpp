// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/ids.h"
#include "shared/core/utctime.h"
#include "shared/protocol/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;
using protocol::JsonWriter;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bracketsAndCommas_comeRight()
    {
        JsonWriter out(0);
        out.beginObject();
        out.key("a");
        out.beginList();
        out.integer(1);
        out.beginList();
        out.endList();
        out.beginObject();
        out.endObject();
        out.null();
        out.boolean(true);
        out.endList();
        out.key("b");
        out.plain("c");
        out.key("d");
        out.raw("{\"e\":2}");
        out.endObject();
        QCOMPARE(out.take(), QByteArray(R"({"a":[1,[],{},null,true],"b":"c","d":{"e":2}})"));
    }

    void text_isReadBackByQt_data()
    {
        QTest::addColumn<QString>("text");
        QString all;
        for (char16_t c = 0; c < 0x300; ++c)
            all.append(QChar(c));
        QTest::newRow("low characters") << all;
        QTest::newRow("empty") << QString();
        QTest::newRow("quotes") << u"say \"a\\b\" /"_s;
        QTest::newRow("alphabets") << u"\u00e9\u20ac\u6f22\U0001F3AD\uffff"_s;
        QTest::newRow("long") << QString(10'000, u'\u6f22');
    }
    void text_isReadBackByQt()
    {
        QFETCH(QString, text);
        JsonWriter out(0);
        out.beginList();
        out.text(text);
        out.utf8(text.toUtf8());
        out.endList();
        const QByteArray bytes = out.take();
        QVERIFY(bytes.isValidUtf8());
        const QJsonArray list = QJsonDocument::fromJson(bytes).array();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].toString(), text);
        QCOMPARE(list[1].toString(), text);
    }

    void unpairedSurrogates_becomeTheReplacementCharacter()
    {
        for (const QString &text : {QString(QChar(0xD83C)), QString(QChar(0xDFAD)), QString(QChar(0xDFAD)) + QChar(0xD83C)}) {
            JsonWriter out;
            out.text(text);
            const QByteArray bytes = out.take();
            QVERIFY(bytes.isValidUtf8());
            QCOMPARE(QString::fromUtf8(bytes), u'"' + QString(text.size(), QChar::ReplacementCharacter) + u'"');
        }
    }

    void numbers_areWhole()
    {
        JsonWriter out(0);
        out.beginList();
        for (const qint64 value : {qint64(0), qint64(-1), std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()})
            out.integer(value);
        out.endList();
        QCOMPARE(out.take(), QByteArray("[0,-1,-9223372036854775808,9223372036854775807]"));
    }

    void ids_areWrittenAsQtDoes()
    {
        for (int i = 0; i < 20; ++i) {
            const QUuid id = QUuid::createUuid();
            QByteArray text(kUuidSize, ' ');
            writeUuid(id, text.data());
            QCOMPARE(text, id.toByteArray(QUuid::WithoutBraces));
            QCOMPARE(EventId::fromString(QLatin1StringView(text)), std::optional(EventId(id)));
        }
        QVERIFY(!EventId::fromString("0192f3a4-0000-7000-8000-00000000000g"_L1));
        QVERIFY(!EventId::fromString("0192f3a4-0000-7000-8000-0000000000011"_L1));
        QVERIFY(!EventId::fromString("00000000-0000-0000-0000-000000000000"_L1));
    }

    // Leap days, the turn of centuries, before and after 1970.
    void times_areWrittenAsQtDoes()
    {
        constexpr qint64 kDay = 86'400'000;
        for (qint64 day = -719'000; day < 2'932'000; day += 97) {
            const qint64 ms = day * kDay + (day * 7'919'993) % kDay;
            QCOMPARE(toIsoUtc(Instant(std::chrono::milliseconds(ms))), QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs));
        }
        QCOMPARE(toIsoUtc(Instant::max()), u"9999-12-31T23:59:59.999Z"_s);
        QCOMPARE(toIsoUtc(Instant::min()), u"0000-01-01T00:00:00.000Z"_s);
    }
};

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
