// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverprocess.h"
#include "tests/support/posterfile.h"
#include "tests/support/wireclient.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Posters from the console to a client of the program.
class PostersTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<WireClient> m_client;

    QStringList at(QStringList arguments) const { return arguments + QStringList {u"--data"_s, m_folder.path()}; }
    int run(const QStringList &arguments, QString *output = nullptr, QString *complaints = nullptr) const
    {
        ServerProcess process(at(arguments));
        const int status = process.awaitExit();
        if (output)
            *output = process.output();
        if (complaints)
            *complaints = process.complaints();
        return status;
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    static QString hashOf(const QByteArray &file) { return QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex()); }
    QJsonValue listed(const QString &event) const
    {
        for (const QJsonValue &each : m_client->call(u"events.search"_s).at(u"events"_s).toArray()) {
            if (each[u"id"_s].toString() == event)
                return each[u"poster"_s];
        }
        return QJsonValue(false);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(run({u"demo"_s, u"create"_s}), 0);
        m_server = std::make_unique<ServerProcess>(at({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s}));
        const QUrl url = m_server->awaitUrl();
        QVERIFY2(!url.isEmpty(), qPrintable(m_server->complaints()));
        m_client = std::make_unique<WireClient>(url);
        QVERIFY(m_client->awaitConnected());
        QVERIFY(m_client->hello().ok());
    }

    void demo_hasPostersOfItsOwn()
    {
        QStringList hashes;
        QStringList without;
        for (const QJsonValue &event : m_client->call(u"events.search"_s).at(u"events"_s).toArray()) {
            if (event[u"poster"_s].isUndefined()) {
                without.append(event[u"name"_s].toString());
                continue;
            }
            const WireReply poster = m_client->call(u"events.poster"_s, {{u"event"_s, event[u"id"_s]}});
            const QByteArray file = QByteArray::fromBase64(poster.at(u"data"_s).toString().toLatin1());
            QCOMPARE(hashOf(file), event[u"poster"_s].toString());
            QCOMPARE(poster.at(u"format"_s).toString(), u"image/jpeg"_s);
            hashes.append(hashOf(file));
        }
        QCOMPARE(hashes.size(), 3);
        QCOMPARE(QSet<QString>(hashes.begin(), hashes.end()).size(), 3);
        QCOMPARE(without, QStringList {u"Night Owls"_s}); // one shows what the app paints instead
    }

    void eventAdd_takesAPoster()
    {
        const QByteArray picture = pngFile(120, 180);
        const QStringList event {u"event"_s, u"add"_s, u"--venue"_s, u"Parterre Playhouse"_s, u"--plan"_s, u"Parterre Playhouse – Main house"_s, u"--name"_s, u"Late show"_s, u"--start"_s, u"2099-01-01T20:00:00Z"_s, u"--price"_s, u"10"_s};
        QString output;
        QString complaints;
        QVERIFY2(run(event + QStringList {u"--poster"_s, write(u"late.png"_s, picture)}, &output, &complaints) == 0, qPrintable(complaints));
        const QString id = output.section(u' ', -1).trimmed();
        QCOMPARE(listed(id).toString(), hashOf(picture));

        QCOMPARE(run(event + QStringList {u"--poster"_s, write(u"letter.png"_s, "Dear Sir or Madam,")}, nullptr, &complaints), 1);
        QVERIFY2(complaints.contains(u"letter.png: the poster is neither PNG nor JPEG"_s), qPrintable(complaints));
        QCOMPARE(m_client->call(u"events.search"_s, {{u"text"_s, u"late show"_s}}).at(u"events"_s).toArray().size(), 1); // nothing was half done
    }

    void eventPoster_changesAndRemoves()
    {
        const QString id = m_client->call(u"events.search"_s, {{u"text"_s, u"tempest"_s}}).at(u"events.0.id"_s).toString();
        const QByteArray picture = pngFile(200, 300);
        const QString file = write(u"new.png"_s, picture);
        QCOMPARE(run({u"event"_s, u"poster"_s, id, file}), 0);
        QCOMPARE(listed(id).toString(), hashOf(picture));
        QString complaints;
        for (const auto &[name, content] : {std::pair {u"large.png"_s, pngFile(64, 64, QByteArray(170'000, 'x'))}, std::pair {u"tiny.png"_s, pngFile(10, 10)}, std::pair {u"cut.png"_s, picture.chopped(5)}}) {
            QCOMPARE(run({u"event"_s, u"poster"_s, id, write(name, content)}, nullptr, &complaints), 1);
            QVERIFY2(complaints.contains(name), qPrintable(complaints));
        }
        for (const QStringList &wrong : {QStringList {id}, QStringList {u"tempest"_s, file}, QStringList {id, file, file}, QStringList {id, file, u"--none"_s}, QStringList {id, m_folder.filePath(u"nowhere.png"_s)},
                                         QStringList {u"0195d2a0-0000-7000-8000-000000000009"_s, file}})
            QVERIFY(run(QStringList {u"event"_s, u"poster"_s} + wrong) != 0);
        QCOMPARE(listed(id).toString(), hashOf(picture));
        QCOMPARE(run({u"event"_s, u"poster"_s, id, u"--none"_s}), 0);
        QVERIFY(listed(id).isUndefined() || listed(id).isNull());
        QVERIFY(run({u"event"_s, u"poster"_s, id, u"--none"_s}) != 0);
        QCOMPARE(run({u"verify"_s}), 0);
    }
};

QTEST_GUILESS_MAIN(PostersTest)
#include "tst_posters.moc"
