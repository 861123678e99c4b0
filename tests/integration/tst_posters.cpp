// SPDX-License-Identifier: GPL-3.0-or-later
#include "serversite.h"
#include "shared/domain/poster.h"
#include "tests/support/auditactions.h"
#include "tests/support/eventparams.h"
#include "tests/support/posterfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Posters from the console, and from a manager, to a client of the program.
class PostersTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<WireClient> m_client;
    TestDatabases m_databases;

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
    QJsonValue listed(const QString &event) const { return listedBy(*m_client, event); }
    static QJsonValue listedBy(WireClient &client, const QString &event)
    {
        for (const QJsonValue &each : client.call(u"events.search"_s).at(u"events"_s).toArray()) {
            if (each[u"id"_s].toString() == event)
                return each[u"poster"_s];
        }
        return QJsonValue(false);
    }
    static WireReply poster(WireClient &client, const EventId &event) { return client.call(u"events.poster"_s, {{u"event"_s, event.toString()}}); }
    static WireReply take(WireClient &manager, const EventId &event) { return manager.call(u"events.setPoster"_s, {{u"event"_s, event.toString()}}); }
    static WireReply setUploaded(WireClient &manager, const EventId &event, const QString &upload)
    {
        return manager.call(u"events.setPoster"_s, {{u"event"_s, event.toString()}, {u"upload"_s, upload}});
    }
    static WireReply set(WireClient &manager, const EventId &event, const QByteArray &file) { return setUploaded(manager, event, uploadOf(manager, file)); }
    // Four dates of one play, as drafts.
    struct Season {
        QString id = {};
        QList<EventId> dates = {};
        QStringList starts = {};
    };
    static Season makeSeason(const TestHouse &house, WireClient &manager)
    {
        Season season {.id = newKey()};
        for (const QJsonValue &date : manager.call(u"events.createSeries"_s, seriesIn(house, season.id, u"FREQ=WEEKLY;COUNT=4"_s)).at(u"events"_s).toArray()) {
            season.dates.append(*EventId::fromString(date[u"event"_s].toString()));
            season.starts.append(date[u"start"_s].toString());
        }
        return season;
    }
    static WireReply setForSeries(WireClient &manager, const Season &season, int date, const QString &upload = {}, const QString &from = {})
    {
        QJsonObject params {{u"event"_s, season.dates[date].toString()}, {u"series"_s, season.id}};
        for (const auto &[key, value] : {std::pair {u"upload"_s, upload}, std::pair {u"from"_s, from}}) {
            if (!value.isEmpty())
                params.insert(key, value);
        }
        return manager.call(u"events.setPoster"_s, params);
    }
    static QList<bool> changedOf(const WireReply &done)
    {
        QList<bool> changed;
        for (const QJsonValue &date : done.at(u"dates"_s).toArray())
            changed.append(date[u"changed"_s].toBool());
        return changed;
    }
    static QList<bool> keptOf(const WireReply &done)
    {
        QList<bool> kept;
        for (const QJsonValue &date : done.at(u"dates"_s).toArray())
            kept.append(date[u"kept"_s].toArray() == QJsonArray {u"poster"_s});
        return kept;
    }
    static QStringList postersOf(WireClient &manager, const Season &season)
    {
        QStringList posters;
        for (const EventId &date : season.dates)
            posters.append(listedBy(manager, date.toString()).toString());
        return posters;
    }
    // What somebody who was signed in did about the event's poster.
    static QStringList auditOf(const TestHouse &house, const EventId &event)
    {
        return auditActions(house.database(), [&](const storage::AuditEvent &row) {
            return row.objectId == event.toString() && row.action.startsWith(u"event.poster") && !row.context.actor.isNull();
        });
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
        const QStringList event {u"event"_s, u"add"_s, u"--venue"_s, u"Parterre Playhouse"_s, u"--plan"_s, u"Main house"_s, u"--name"_s, u"Late show"_s, u"--start"_s, u"2099-01-01T20:00:00Z"_s, u"--price"_s, u"10"_s};
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
        QCOMPARE(run({u"event"_s, u"poster"_s, id, u"--none"_s}), 0); // it has none, as is wanted
        QVERIFY(run({u"event"_s, u"poster"_s, u"0195d2a0-0000-7000-8000-000000000009"_s, u"--none"_s}) != 0);
        QCOMPARE(run({u"verify"_s}), 0);
    }

    void manager_setsReplacesAndTakesAway_data() { TestDatabases::addEngines(); }
    void manager_setsReplacesAndTakesAway()
    {
        QFETCH(Engine, engine);
        const TestHouse house(m_databases.create(engine));
        const EventId event = house.events().matinee;
        const auto manager = house.visitor(Role::Manager);
        const auto guest = house.visitor();
        QVERIFY(guest->call(u"seatmap.subscribe"_s, {{u"event"_s, event.toString()}}).ok());
        QCOMPARE(poster(*guest, event).kind(), u"not_found"_s);

        for (const QByteArray &file : {pngFile(120, 180), pngFile(200, 90, QByteArray(100'000, 'x'))}) {
            const WireReply done = set(*manager, event, file);
            QCOMPARE(done.kind(), QString());
            QCOMPARE(done.at(u"event.summary.poster"_s).toString(), hashOf(file));
            QCOMPARE(guest->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), event.toString());
            QCOMPARE(listedBy(*guest, event.toString()).toString(), hashOf(file));
            const WireReply seen = poster(*guest, event);
            QCOMPARE(seen.at(u"hash"_s).toString(), hashOf(file));
            QCOMPARE(seen.at(u"format"_s).toString(), u"image/png"_s);
            QCOMPARE(QByteArray::fromBase64(seen.at(u"data"_s).toString().toLatin1()), file);
            QCOMPARE(guest->call(u"events.get"_s, {{u"event"_s, event.toString()}}).at(u"event"_s), done.at(u"event"_s));
        }
        // Who changes what the event is meanwhile is not disturbed, and keeps the poster.
        const WireReply paused = manager->call(u"events.setState"_s, {{u"event"_s, event.toString()}, {u"version"_s, 1}, {u"state"_s, u"paused"_s}});
        QCOMPARE(paused.kind(), QString());
        QCOMPARE(paused.at(u"event.summary.poster"_s), listedBy(*guest, event.toString()));
        QCOMPARE(guest->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), event.toString());

        const WireReply bare = take(*manager, event);
        QCOMPARE(bare.kind(), QString());
        QVERIFY(bare.at(u"event.summary.poster"_s).isUndefined());
        QCOMPARE(bare.at(u"event.version"_s).toInt(), 2);
        QCOMPARE(guest->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), event.toString());
        QVERIFY(listedBy(*guest, event.toString()).isUndefined());
        QCOMPARE(poster(*guest, event).kind(), u"not_found"_s);
        QCOMPARE(auditOf(house, event), QStringList({u"event.poster_set"_s, u"event.poster_set"_s, u"event.poster_removed"_s}));
    }

    // As after a lost answer: with the same upload, with the link that came back, and with the file sent anew.
    void repetition_changesNothing_data() { TestDatabases::addEngines(); }
    void repetition_changesNothing()
    {
        QFETCH(Engine, engine);
        const TestHouse house(m_databases.create(engine));
        const EventId event = house.events().matinee;
        const QByteArray file = pngFile(120, 180);
        const auto manager = house.visitor(Role::Manager);
        const QString upload = uploadOf(*manager, file);
        const WireReply first = setUploaded(*manager, event, upload);
        QCOMPARE(first.kind(), QString());
        QCOMPARE(setUploaded(*manager, event, upload).at(u"event"_s), first.at(u"event"_s));
        const QString visit = manager->resumeToken();
        manager->vanish();
        WireClient back(house.url());
        QVERIFY(back.awaitConnected());
        QCOMPARE(back.hello(visit).at(u"resumed"_s), QJsonValue(true));
        QCOMPARE(setUploaded(back, event, upload).at(u"event"_s), first.at(u"event"_s)); // what was uploaded did not go with the link
        QCOMPARE(set(back, event, file).at(u"event"_s), first.at(u"event"_s));
        // The upload of before is gone with that: the answer tells that from an event that is gone.
        const WireReply gone = setUploaded(back, event, upload);
        QCOMPARE(gone.kind(), u"not_found"_s);
        QVERIFY(!gone.data().contains(u"event"_s));
        const EventId nowhere = *EventId::fromString(newKey());
        for (const WireReply &missing : {set(back, nowhere, file), take(back, nowhere)}) {
            QCOMPARE(missing.kind(), u"not_found"_s);
            QCOMPARE(missing.data().value(u"event"_s).toString(), nowhere.toString());
        }
        QCOMPARE(poster(back, event).at(u"hash"_s).toString(), hashOf(file));
        QVERIFY(take(back, event).ok());
        QVERIFY(take(back, event).ok());
        QCOMPARE(auditOf(house, event), QStringList({u"event.poster_set"_s, u"event.poster_removed"_s}));
    }

    void upload_isOfItsSessionAlone()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const auto manager = house.visitor(Role::Manager);
        const auto other = house.visitor(Role::Manager);
        const QString upload = uploadOf(*manager, pngFile(120, 180));
        QCOMPARE(setUploaded(*other, house.events().matinee, upload).kind(), u"not_found"_s);
        QVERIFY(setUploaded(*manager, house.events().matinee, upload).ok());
    }

    // The link broke between two parts, and the answer to the first was lost.
    void upload_goesOnWithTheLinkThatCameBack()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const QByteArray file = pngFile(120, 180, QByteArray(1'000, 'x'));
        const QString upload = newKey();
        const auto append = [&](WireClient &client, qsizetype from, qsizetype to) {
            return client.call(u"uploads.append"_s, {{u"upload"_s, upload}, {u"offset"_s, from}, {u"data"_s, QString::fromLatin1(file.mid(from, to - from).toBase64())}}).at(u"size"_s).toInteger();
        };
        const auto manager = house.visitor(Role::Manager);
        QCOMPARE(append(*manager, 0, 400), 400);
        QCOMPARE(append(*manager, 400, 700), 700);
        const QString visit = manager->resumeToken();
        manager->vanish();
        WireClient back(house.url());
        QVERIFY(back.awaitConnected());
        QCOMPARE(back.hello(visit).at(u"resumed"_s), QJsonValue(true));
        QCOMPARE(append(back, 400, 700), 700);
        QCOMPARE(append(back, 700, file.size()), file.size());
        QCOMPARE(setUploaded(back, house.events().matinee, upload).at(u"event.summary.poster"_s).toString(), hashOf(file));
    }

    // Whoever signs in on the same link has nothing of it.
    void upload_endsWithItsUser()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const auto manager = house.visitor(Role::Manager);
        const QString upload = uploadOf(*manager, pngFile(120, 180));
        QVERIFY(manager->call(u"auth.logout"_s).ok());
        QVERIFY(manager->call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Administrator)}, {u"password"_s, TestHouse::passwordOf(Role::Administrator)}}).ok());
        QCOMPARE(setUploaded(*manager, house.events().matinee, upload).kind(), u"not_found"_s);
    }

    // A poster is no sale.
    void everyEventThatIsNotCancelled_takesAPoster()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const auto manager = house.visitor(Role::Manager);
        const auto guest = house.visitor();
        const QByteArray file = pngFile(90, 90);
        for (const EventId &event : {house.events().draft, house.events().paused, house.events().past}) {
            QVERIFY(manager->call(u"seatmap.subscribe"_s, {{u"event"_s, event.toString()}}).ok());
            const WireReply done = set(*manager, event, file);
            QCOMPARE(done.kind(), QString());
            QCOMPARE(manager->call(u"events.get"_s, {{u"event"_s, event.toString()}}).at(u"event"_s), done.at(u"event"_s));
            QCOMPARE(poster(*manager, event).at(u"hash"_s).toString(), hashOf(file));
            QCOMPARE(poster(*guest, event).ok(), event != house.events().draft);
        }
    }

    // As everything else of it.
    void cancelledEvent_staysAsItIs()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const EventId event = house.events().matinee;
        const auto manager = house.visitor(Role::Manager);
        const QByteArray file = pngFile(90, 90);
        QVERIFY(set(*manager, event, file).ok());
        QVERIFY(manager->call(u"events.cancel"_s, {{u"event"_s, event.toString()}, {u"version"_s, 1}, {u"reason"_s, u"The actor is ill"_s}}).ok());
        for (const WireReply &refused : {set(*manager, event, pngFile(120, 180)), take(*manager, event),
                                         manager->call(u"events.update"_s, {{u"event"_s, event.toString()}, {u"version"_s, 2}, {u"definition"_s, definitionIn(house, u"Another"_s)}})}) {
            QCOMPARE(refused.kind(), u"event_invalid"_s);
            QCOMPARE(refused.data().value(u"detail"_s).toString(), u"state: the event is cancelled"_s);
        }
        QCOMPARE(set(*manager, event, file).kind(), QString()); // it has that
        QCOMPARE(poster(*manager, event).at(u"hash"_s).toString(), hashOf(file));
    }

    // Every date has it that has none, or had the same; what is one's own stays.
    void posterOfASeries_goesToAllDatesThatHaveNoneOfTheirOwn_data() { TestDatabases::addEngines(); }
    void posterOfASeries_goesToAllDatesThatHaveNoneOfTheirOwn()
    {
        QFETCH(Engine, engine);
        const TestHouse house(m_databases.create(engine));
        const auto manager = house.visitor(Role::Manager);
        const Season season = makeSeason(house, *manager);
        QVERIFY(manager->call(u"seatmap.subscribe"_s, {{u"event"_s, season.dates[3].toString()}}).ok());
        const QByteArray play = pngFile(120, 180);
        const QByteArray gala = pngFile(180, 120);
        QVERIFY(set(*manager, season.dates[1], gala).ok());

        const QString upload = uploadOf(*manager, play);
        const WireReply done = setForSeries(*manager, season, 0, upload);
        QCOMPARE(done.kind(), QString());
        QCOMPARE(done.at(u"event.summary.poster"_s).toString(), hashOf(play));
        QCOMPARE(done.at(u"event.version"_s).toInt(), 1);
        QCOMPARE(changedOf(done), QList<bool>({true, false, true, true}));
        QCOMPARE(keptOf(done), QList<bool>({false, true, false, false}));
        QCOMPARE(postersOf(*manager, season), QStringList({hashOf(play), hashOf(gala), hashOf(play), hashOf(play)}));
        QCOMPARE(manager->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), season.dates[3].toString());
        // After a lost answer: nothing is left to change.
        const WireReply again = setForSeries(*manager, season, 0, upload);
        QCOMPARE(again.at(u"event"_s), done.at(u"event"_s));
        QCOMPARE(changedOf(again), QList<bool>({false, false, false, false}));
        for (const int date : {0, 1, 2, 3})
            QCOMPARE(auditOf(house, season.dates[date]), QStringList {u"event.poster_set"_s});

        // The later ones have another cast.
        const QByteArray tour = pngFile(200, 300);
        const WireReply later = setForSeries(*manager, season, 2, uploadOf(*manager, tour), season.starts[2]);
        QCOMPARE(later.at(u"dates"_s).toArray().size(), 2);
        QCOMPARE(postersOf(*manager, season), QStringList({hashOf(play), hashOf(gala), hashOf(tour), hashOf(tour)}));
        // Taken away from those that have the same.
        const WireReply bare = setForSeries(*manager, season, 3);
        QCOMPARE(bare.kind(), QString());
        QCOMPARE(changedOf(bare), QList<bool>({false, false, true, true}));
        QCOMPARE(keptOf(bare), QList<bool>({true, true, false, false}));
        QCOMPARE(postersOf(*manager, season), QStringList({hashOf(play), hashOf(gala), QString(), QString()}));
        QCOMPARE(auditOf(house, season.dates[2]), QStringList({u"event.poster_set"_s, u"event.poster_set"_s, u"event.poster_removed"_s}));
        QCOMPARE(QByteArray::fromBase64(poster(*manager, season.dates[0]).at(u"data"_s).toString().toLatin1()), play);
    }

    void posterOfASeries_leavesCancelledDatesAlone()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const auto manager = house.visitor(Role::Manager);
        const Season season = makeSeason(house, *manager);
        QVERIFY(manager->call(u"events.setSeriesState"_s, {{u"series"_s, season.id}, {u"state"_s, u"published"_s}}).ok());
        QVERIFY(manager->call(u"events.cancel"_s, {{u"event"_s, season.dates[1].toString()}, {u"version"_s, 2}, {u"reason"_s, u"The actor is ill"_s}}).ok());
        const QByteArray file = pngFile(120, 180);
        QCOMPARE(setForSeries(*manager, season, 1, uploadOf(*manager, file)).kind(), u"event_invalid"_s);
        QCOMPARE(postersOf(*manager, season), QStringList({QString(), QString(), QString(), QString()}));
        QCOMPARE(setForSeries(*manager, season, 0, uploadOf(*manager, file)).at(u"dates"_s).toArray().size(), 3);
        QCOMPARE(postersOf(*manager, season), QStringList({hashOf(file), QString(), hashOf(file), hashOf(file)}));
    }

    void posterOfASeries_isOfOneOfItsDates()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const auto manager = house.visitor(Role::Manager);
        const Season season = makeSeason(house, *manager);
        const EventId other = house.events().later;
        const WireReply stranger = manager->call(u"events.setPoster"_s, {{u"event"_s, other.toString()}, {u"series"_s, season.id}});
        QCOMPARE(stranger.kind(), u"not_found"_s);
        QCOMPARE(stranger.data().value(u"event"_s).toString(), other.toString());
        const QString date = season.dates[0].toString();
        QCOMPARE(manager->call(u"events.setPoster"_s, {{u"event"_s, date}, {u"series"_s, newKey()}}).kind(), u"not_found"_s);
        QCOMPARE(manager->call(u"events.setPoster"_s, {{u"event"_s, date}, {u"from"_s, season.starts[0]}}).kind(), u"invalid_params"_s);
    }

    // As a copy of an event, or more dates of it, are made.
    void newEvents_takeThePosterAlong_data() { TestDatabases::addEngines(); }
    void newEvents_takeThePosterAlong()
    {
        QFETCH(Engine, engine);
        const TestHouse house(m_databases.create(engine));
        const auto manager = house.visitor(Role::Manager);
        const EventId model = house.events().matinee;
        const QByteArray file = pngFile(120, 180);
        QVERIFY(set(*manager, model, file).ok());
        const EventId copy = *EventId::fromString(newKey());
        const auto create = [&](const EventId &event, const QString &of) {
            return manager->call(u"events.create"_s, {{u"event"_s, event.toString()}, {u"definition"_s, definitionIn(house)}, {u"posterOf"_s, of}});
        };
        const WireReply made = create(copy, model.toString());
        QCOMPARE(made.at(u"event.summary.poster"_s).toString(), hashOf(file));
        QCOMPARE(create(copy, model.toString()).at(u"event"_s), made.at(u"event"_s));
        QCOMPARE(auditOf(house, copy), QStringList {u"event.poster_set"_s});
        const QJsonObject series = with(seriesIn(house, newKey(), u"FREQ=WEEKLY;COUNT=3"_s), u"posterOf"_s, copy.toString());
        const WireReply dates = manager->call(u"events.createSeries"_s, series);
        QCOMPARE(manager->call(u"events.createSeries"_s, series).at(u"events"_s), dates.at(u"events"_s));
        // It is theirs: what becomes of the first one's is nothing to them.
        QVERIFY(take(*manager, model).ok());
        QVERIFY(manager->call(u"events.delete"_s, {{u"event"_s, copy.toString()}, {u"version"_s, 1}}).ok());
        QCOMPARE(dates.at(u"events"_s).toArray().size(), 3);
        for (const QJsonValue &date : dates.at(u"events"_s).toArray()) {
            const WireReply seen = manager->call(u"events.poster"_s, {{u"event"_s, date[u"event"_s]}});
            QCOMPARE(QByteArray::fromBase64(seen.at(u"data"_s).toString().toLatin1()), file);
        }
        // One that has none, or is gone, has none to give.
        for (const QString &bare : {model.toString(), copy.toString()}) {
            const WireReply plain = create(*EventId::fromString(newKey()), bare);
            QCOMPARE(plain.kind(), QString());
            QVERIFY(plain.at(u"event.summary.poster"_s).isUndefined());
        }
    }

    void refusedFile_leavesThePosterAsItIs()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const EventId event = house.events().evening;
        const auto manager = house.visitor(Role::Manager);
        const WireReply before = poster(*manager, event);
        const QByteArray picture = pngFile(120, 180);
        for (const QByteArray &file : {QByteArray("%PDF-1.7"), QByteArray("GIF89a"), picture.chopped(5), pngFile(10, 10)})
            QCOMPARE(set(*manager, event, file).kind(), u"file_invalid"_s);
        const WireReply large = set(*manager, event, pngFile(120, 180, QByteArray(kMaxPosterBytes, 'x')));
        QCOMPARE(large.kind(), u"file_too_large"_s);
        QCOMPARE(large.data().value(u"limit"_s).toInteger(), kMaxPosterBytes);
        QCOMPARE(poster(*manager, event).result, before.result);
    }

    // The server has not heard of what the console did, but who looks at the event has.
    void managerSetsBack_whatTheConsoleReplaced_data() { TestDatabases::addEngines(); }
    void managerSetsBack_whatTheConsoleReplaced()
    {
        QFETCH(Engine, engine);
        const ServerSite site = buildSite(m_databases, engine);
        const EventId event = site.events.matinee;
        ServerProcess server(site.serve());
        const QUrl url = server.awaitUrl();
        QVERIFY2(!url.isEmpty(), qPrintable(server.complaints()));
        WireClient manager(url);
        WireClient guest(url);
        QVERIFY(manager.awaitConnected() && guest.awaitConnected());
        QVERIFY(manager.hello().ok() && guest.hello().ok());
        QVERIFY(manager.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Manager)}, {u"password"_s, TestHouse::passwordOf(Role::Manager)}}).ok());
        QVERIFY(guest.call(u"seatmap.subscribe"_s, {{u"event"_s, event.toString()}}).ok());
        const QByteArray mine = pngFile(120, 180);
        const QByteArray theirs = pngFile(180, 120);
        const QString upload = uploadOf(manager, mine);
        QVERIFY(setUploaded(manager, event, upload).ok());
        QVERIFY(!guest.awaitNotification(u"events.changed"_s).isEmpty());
        QCOMPARE(runServer(QStringList {u"event"_s, u"poster"_s, event.toString(), write(u"theirs.png"_s, theirs)} + site.where), 0);
        QCOMPARE(poster(guest, event).at(u"hash"_s).toString(), hashOf(theirs));
        QVERIFY(setUploaded(manager, event, upload).ok());
        QVERIFY(!guest.awaitNotification(u"events.changed"_s).isEmpty());
        QCOMPARE(poster(guest, event).at(u"hash"_s).toString(), hashOf(mine));
    }
};

QTEST_GUILESS_MAIN(PostersTest)
#include "tst_posters.moc"
