// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/methods.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/openrpc.h"
#include "tests/support/messages.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace parterre;
using namespace parterre::protocol;

namespace {

const QString kFolder = QStringLiteral(PARTERRE_SOURCE_DIR "/tests/data/protocol/");

// Every message of the contract with what reads and writes it.
struct Subject {
    QString name;
    std::function<Result<QJsonObject>(const QJsonObject &, ReadMode)> roundTrip;
    QJsonObject schema;
};

template<class Message>
Subject subject(const char *name, const char *part)
{
    QJsonObject definitions;
    return {QLatin1StringView(name) + u'.' + QLatin1StringView(part),
            [](const QJsonObject &json, ReadMode mode) -> Result<QJsonObject> {
                const Result<Message> message = testing::messageFrom<Message>(json, mode);
                return message ? Result<QJsonObject>(testing::objectFrom(*message)) : Result<QJsonObject>(message.error());
            },
            schemaOf<Message>(definitions)};
}

QList<Subject> makeSubjects()
{
    QList<Subject> all;
    AllMethods::forEach([&]<class Method>() {
        all.append(subject<typename Method::Params>(Method::kInfo.name, "params"));
        if constexpr (!std::is_same_v<typename Method::Result, protocol::JsonText>)
            all.append(subject<typename Method::Result>(Method::kInfo.name, "result"));
    });
    AllNotifications::forEach([&]<class Sent>() { all.append(subject<typename Sent::Params>(Sent::kInfo.name, "params")); });
    return all;
}

// Made once: each has its schema.
const QList<Subject> &subjects()
{
    static const QList<Subject> all = makeSubjects();
    return all;
}

QJsonObject golden(const QString &name)
{
    QFile file(kFolder + name + QStringLiteral(".json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenFile_isReadAndWrittenUnchanged_data() { rows(); }
    void goldenFile_isReadAndWrittenUnchanged()
    {
        const Subject message = subjectOfRow();
        QVERIFY2(QFile::exists(kFolder + message.name + QStringLiteral(".json")), "every message has a golden file");
        const QJsonObject json = golden(message.name);
        const auto again = message.roundTrip(json, ReadMode::Strict);
        QVERIFY2(again.ok(), again ? "" : qPrintable(again.error().detail));
        QCOMPARE(compact(*again), compact(json));
    }

    void goldenFile_showsEveryKey_data() { rows(); }
    void goldenFile_showsEveryKey()
    {
        const Subject message = subjectOfRow();
        QCOMPARE(golden(message.name).keys(), message.schema.value(QStringLiteral("properties")).toObject().keys());
    }

    void unknownKey_isRefusedWhenStrict_passedOverWhenTolerant_data() { rows(); }
    void unknownKey_isRefusedWhenStrict_passedOverWhenTolerant()
    {
        const Subject message = subjectOfRow();
        QJsonObject json = golden(message.name);
        json.insert(QStringLiteral("notInTheContract"), 1);
        const auto strict = message.roundTrip(json, ReadMode::Strict);
        QVERIFY(!strict.ok());
        QCOMPARE(strict.error().code, ErrorCode::InvalidParams);
        QVERIFY(message.roundTrip(json, ReadMode::Tolerant).ok());
    }

    void missingKey_isRefused_data() { rows(); }
    void missingKey_isRefused()
    {
        const Subject message = subjectOfRow();
        for (const QJsonValue &key : message.schema.value(QStringLiteral("required")).toArray()) {
            QJsonObject json = golden(message.name);
            json.remove(key.toString());
            const auto read = message.roundTrip(json, ReadMode::Strict);
            QVERIFY2(!read.ok(), qPrintable(key.toString()));
            QVERIFY(read.error().detail.contains(key.toString()));
        }
    }

    void lineBreaks_areForWhatIsReadAsLines()
    {
        QJsonObject json = golden(QStringLiteral("events.create.params"));
        const auto read = [&json](const QString &key, const QString &text) {
            QJsonObject definition = json.value(QStringLiteral("definition")).toObject();
            definition.insert(key, text);
            json.insert(QStringLiteral("definition"), definition);
            return testing::messageFrom<EventsCreateParams>(json, ReadMode::Strict).ok();
        };
        QVERIFY(read(QStringLiteral("description"), QStringLiteral("one\ntwo")));
        QVERIFY(!read(QStringLiteral("description"), QStringLiteral("one\ttwo")));
        QVERIFY(!read(QStringLiteral("description"), QStringLiteral("one\r\ntwo")));
        QVERIFY(read(QStringLiteral("description"), QString()));
        QVERIFY(!read(QStringLiteral("name"), QStringLiteral("one\ntwo")));
    }

    void rulesOfOlderClients_haveTheUsualRelease()
    {
        QJsonObject json = golden(QStringLiteral("events.create.params"));
        QJsonObject definition = json.value(QStringLiteral("definition")).toObject();
        QJsonObject rules = definition.value(QStringLiteral("rules")).toObject();
        const auto read = [&]() {
            definition.insert(QStringLiteral("rules"), rules);
            json.insert(QStringLiteral("definition"), definition);
            return testing::messageFrom<EventsCreateParams>(json, ReadMode::Strict);
        };
        rules.insert(QStringLiteral("reservationRelease"), 90);
        QCOMPARE(read()->definition.rules.reservationRelease, std::chrono::minutes(90));
        rules.insert(QStringLiteral("reservationRelease"), -1);
        QVERIFY(!read());
        rules.remove(QStringLiteral("reservationRelease"));
        QCOMPARE(read()->definition.rules.reservationRelease, std::chrono::minutes(30));
        QCOMPARE(read()->definition.rules.maxPerBooking, std::optional(8));
        rules.insert(QStringLiteral("maxPerBooking"), 0);
        QVERIFY(!read());
        rules.remove(QStringLiteral("maxPerBooking"));
        QCOMPARE(read()->definition.rules.mostInBooking(), 10);
        rules.remove(QStringLiteral("orphanRule")); // nothing else may be missing
        QVERIFY(!read());
    }

    // Whatever a person may write about a booking, and nothing else: keys and ids may look like one by chance.
    void cardNumbers_areRefusedInFreeText_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("list"); // in the first item of it; empty: in the message itself
        QTest::addColumn<QString>("key");
        const QString checkout = QStringLiteral("bookings.checkout.params"), exchange = QStringLiteral("bookings.exchange.params");
        const QString payments = QStringLiteral("payments"), refunds = QStringLiteral("cardRefunds"), reference = QStringLiteral("reference");
        QTest::newRow("customer") << checkout << QString() << QStringLiteral("customerName");
        QTest::newRow("stranded") << checkout << QString() << QStringLiteral("strandedReason");
        QTest::newRow("stranded by an exchange") << exchange << QString() << QStringLiteral("strandedReason");
        QTest::newRow("customer of a reservation") << QStringLiteral("bookings.reserve.params") << QString() << QStringLiteral("customerName");
        QTest::newRow("stranded by a reservation") << QStringLiteral("bookings.reserve.params") << QString() << QStringLiteral("strandedReason");
        QTest::newRow("paid later") << QStringLiteral("bookings.pay.params") << payments << reference;
        QTest::newRow("guest") << QStringLiteral("auth.guest.params") << QString() << QStringLiteral("name");
        QTest::newRow("block") << QStringLiteral("blocks.create.params") << QString() << QStringLiteral("reason");
        QTest::newRow("waived fee") << QStringLiteral("bookings.cancel.params") << QString() << QStringLiteral("waiveFee");
        QTest::newRow("cancelled event") << QStringLiteral("events.cancel.params") << QString() << QStringLiteral("reason");
        for (const char *key : {"reference", "brand", "payer", "reason"})
            QTest::newRow(key) << checkout << payments << QString::fromLatin1(key);
        QTest::newRow("exchange") << exchange << payments << reference;
        QTest::newRow("exchange, refund") << exchange << refunds << reference;
        QTest::newRow("cancel") << QStringLiteral("bookings.cancel.params") << refunds << reference;
        QTest::newRow("refund") << QStringLiteral("bookings.refund.params") << refunds << reference;
    }
    void cardNumbers_areRefusedInFreeText()
    {
        QFETCH(QString, message);
        QFETCH(QString, list);
        QFETCH(QString, key);
        const QList<Subject> all = subjects();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Subject &s) { return s.name == message; });
        const auto read = [&](const QString &text, ReadMode mode) {
            QJsonObject json = golden(message);
            if (list.isEmpty()) {
                json.insert(key, text);
            } else {
                QJsonArray items = json.value(list).toArray();
                QJsonObject first = items.at(0).toObject();
                first.insert(key, text);
                items[0] = first;
                json.insert(list, items);
            }
            return found->roundTrip(json, mode);
        };
        QVERIFY(read(QStringLiteral("4111-1112"), ReadMode::Strict).ok());
        const auto refused = read(QStringLiteral("4111-1111 1111-1111"), ReadMode::Strict);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::InvalidParams);
        QVERIFY(!refused.error().detail.contains(QStringLiteral("1111"))); // nor does it get into a log
        QVERIFY(read(QStringLiteral("4111-1111 1111-1111"), ReadMode::Tolerant).ok());
    }

    void wrongType_isRefused_data() { rows(); }
    void wrongType_isRefused()
    {
        const Subject message = subjectOfRow();
        const QJsonObject good = golden(message.name);
        for (const QString &key : good.keys()) {
            const QJsonArray wrongs {QJsonValue::Null, 1.5, QJsonArray {QJsonArray {}}, QStringLiteral("\u0007")};
            for (const QJsonValue &wrong : wrongs) {
                QJsonObject json = good;
                json.insert(key, wrong);
                QVERIFY2(!message.roundTrip(json, ReadMode::Strict).ok(), qPrintable(key));
            }
        }
    }

    void ranges_areKept_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto list = [](int size, const QJsonValue &item) {
            QJsonArray items;
            for (int i = 0; i < size; ++i)
                items.append(item);
            return QJsonValue(items);
        };
        const QString acquire = QStringLiteral("holds.acquire.params");
        QTest::newRow("no places") << QStringLiteral("holds.release.params") << QStringLiteral("places") << list(0, 1);
        QTest::newRow("10,000 places") << acquire << QStringLiteral("places") << list(10'000, 1);
        QTest::newRow("negative place") << acquire << QStringLiteral("places") << list(1, -1);
        QTest::newRow("place beyond every plan") << acquire << QStringLiteral("places") << list(1, 500'000);
        QTest::newRow("place 2^63") << acquire << QStringLiteral("places") << list(1, 9.3e18);
        const auto areaSeats = [&list](int size, qint32 area, qint32 seats) { return list(size, QJsonObject {{QStringLiteral("area"), area}, {QStringLiteral("seats"), seats}}); };
        QTest::newRow("no areas") << acquire << QStringLiteral("areas") << list(0, 1);
        QTest::newRow("21 areas") << acquire << QStringLiteral("areas") << areaSeats(21, 0, 1);
        QTest::newRow("negative area") << acquire << QStringLiteral("areas") << areaSeats(1, -1, 1);
        QTest::newRow("area beyond every plan") << acquire << QStringLiteral("areas") << areaSeats(1, 1'000, 1);
        QTest::newRow("nobody in an area") << acquire << QStringLiteral("areas") << areaSeats(1, 0, 0);
        QTest::newRow("101 in an area") << acquire << QStringLiteral("areas") << areaSeats(1, 0, 101);
        QTest::newRow("event no UUID") << acquire << QStringLiteral("event") << QJsonValue(QStringLiteral("1"));
        QTest::newRow("limit 0") << QStringLiteral("events.search.params") << QStringLiteral("limit") << QJsonValue(0);
        QTest::newRow("limit 201") << QStringLiteral("events.search.params") << QStringLiteral("limit") << QJsonValue(201);
        QTest::newRow("long text") << QStringLiteral("events.search.params") << QStringLiteral("text") << QJsonValue(QString(101, u'x'));
        QTest::newRow("time without offset") << QStringLiteral("events.search.params") << QStringLiteral("from") << QJsonValue(QStringLiteral("2026-11-21T19:30:00"));
        QTest::newRow("unknown category") << QStringLiteral("events.search.params") << QStringLiteral("category") << QJsonValue(QStringLiteral("opera"));
        QTest::newRow("blank name") << QStringLiteral("auth.guest.params") << QStringLiteral("name") << QJsonValue(QStringLiteral("   "));
        QTest::newRow("name of two lines") << QStringLiteral("auth.guest.params") << QStringLiteral("name") << QJsonValue(QStringLiteral("a\nb"));
        QTest::newRow("endless password") << QStringLiteral("auth.login.params") << QStringLiteral("password") << QJsonValue(QString(129, u'x'));
        QTest::newRow("short key") << QStringLiteral("bookings.cancel.params") << QStringLiteral("key") << QJsonValue(QStringLiteral("short"));
        const auto parts = [&list](int size) { return list(size, QJsonObject {{QStringLiteral("kind"), QStringLiteral("cash")}, {QStringLiteral("amount"), QJsonObject {{QStringLiteral("amount"), 1}, {QStringLiteral("currency"), QStringLiteral("EUR")}}}}); };
        QTest::newRow("paid in no parts") << QStringLiteral("bookings.checkout.params") << QStringLiteral("payments") << parts(0);
        QTest::newRow("paid in nine parts") << QStringLiteral("bookings.checkout.params") << QStringLiteral("payments") << parts(9);
        QTest::newRow("endless code") << QStringLiteral("cart.quote.params") << QStringLiteral("code") << QJsonValue(QString(41, u'x'));
        QTest::newRow("three protocol numbers") << QStringLiteral("session.hello.params") << QStringLiteral("protocol") << list(3, 1);
    }
    void ranges_areKept()
    {
        QFETCH(QString, message);
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        const QList<Subject> all = subjects();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Subject &s) { return s.name == message; });
        QVERIFY(found != all.end());
        QJsonObject json = golden(message);
        QVERIFY(found->roundTrip(json, ReadMode::Strict).ok());
        json.insert(key, value);
        const auto read = found->roundTrip(json, ReadMode::Strict);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::InvalidParams);
    }

    void everyMethod_hasPermissionsAndKnownErrors()
    {
        AllMethods::forEach([]<class Method>() {
            QVERIFY2(Method::kInfo.allowed.toInt() != 0, Method::kInfo.name);
            QVERIFY2(qstrlen(Method::kInfo.summary) > 10, Method::kInfo.name);
            QSet<int> seen;
            for (const ErrorCode code : Method::kInfo.errors)
                seen.insert(int(code));
            QCOMPARE(seen.size(), qsizetype(Method::kInfo.errors.size()));
        });
    }

    void document_describesEveryMethod()
    {
        const QJsonObject document = openRpcDocument();
        QCOMPARE(document.value(QStringLiteral("methods")).toArray().size(), qsizetype(AllMethods::size));
        QCOMPARE(document.value(QStringLiteral("x-notifications")).toArray().size(), qsizetype(AllNotifications::size));
        const QJsonObject components = document.value(QStringLiteral("components")).toObject();
        const QByteArray text = compact(document);
        // Every reference leads somewhere.
        static const QRegularExpression reference(QStringLiteral("#/components/(schemas|errors)/(\\w+)"));
        auto matches = reference.globalMatch(QString::fromUtf8(text));
        QVERIFY(matches.hasNext());
        while (matches.hasNext()) {
            const auto match = matches.next();
            QVERIFY2(!components.value(match.captured(1)).toObject().value(match.captured(2)).toObject().isEmpty(), qPrintable(match.captured(2)));
        }
        QVERIFY(text.size() < kMaxServerMessageBytes);
    }

    // tests/data/protocol/versions.txt: one line a version, "VERSION SHA-256". A changed document needs a new version
    // and a new line; lines of released versions are never edited.
    void changedDocument_needsANewVersion()
    {
        QFile file(kFolder + QStringLiteral("versions.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray hash = QCryptographicHash::hash(compact(openRpcDocument()), QCryptographicHash::Sha256).toHex();
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        const QByteArray expected = QByteArray(kDocumentVersion) + ' ' + hash;
        const QByteArray advice = "the API document changed: raise kDocumentVersion in shared/protocol/limits.h and append to "
                                  "tests/data/protocol/versions.txt: " + expected;
        QVERIFY2(lines.last() == expected, advice.constData());
    }

private:
    void rows()
    {
        QTest::addColumn<int>("index");
        const QList<Subject> all = subjects();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all[i].name)) << i;
    }
    static Subject subjectOfRow()
    {
        QFETCH(int, index);
        return subjects().at(index);
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
