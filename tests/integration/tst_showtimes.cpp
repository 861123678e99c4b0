// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/auditactions.h"
#include "tests/support/eventparams.h"
#include "tests/support/manualclock.h"
#include "tests/support/pageserver.h"
#include "tests/support/testdatabases.h"

#include <QFile>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// A programme of others, looked at and taken over, again and again.
class ShowtimesTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    // The season of the file is ahead.
    SharedManualClock m_clock {*fromIsoUtc(u"2026-12-01T12:00:00.000Z")};
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;
    QString m_source;
    QString m_preview;

    QString saveSource(const QJsonObject &otherwise = {})
    {
        m_source = newKey();
        QJsonObject params = sourceIn(*m_house, m_source);
        QJsonObject definition = params.value(u"definition"_s).toObject();
        for (auto value = otherwise.begin(); value != otherwise.end(); ++value)
            definition.insert(value.key(), value.value());
        return m_manager->call(u"showtimes.saveSource"_s, with(params, u"definition"_s, definition)).kind();
    }
    WireReply look(const QByteArray &file)
    {
        const WireReply reply = m_manager->call(u"showtimes.preview"_s, {{u"source"_s, m_source}, {u"upload"_s, uploadOf(*m_manager, file)}});
        m_preview = reply.at(u"preview"_s).toString();
        return reply;
    }
    [[nodiscard]] QJsonArray entries() const { return m_manager->call(u"showtimes.entries"_s, {{u"preview"_s, m_preview}, {u"offset"_s, 0}}).at(u"entries"_s).toArray(); }
    // "new changed kept"
    [[nodiscard]] QString states() const
    {
        QStringList states;
        for (const QJsonValue &entry : entries())
            states.append(entry[u"state"_s].toString());
        return states.join(u' ');
    }
    WireReply apply(const QList<int> &chosen, bool publish = false)
    {
        QJsonArray positions;
        for (const int position : chosen)
            positions.append(position);
        return m_manager->call(u"showtimes.apply"_s, {{u"preview"_s, m_preview}, {u"chosen"_s, positions}, {u"publish"_s, publish}});
    }
    [[nodiscard]] static QString deeds(const WireReply &reply)
    {
        QStringList deeds;
        for (const QJsonValue &outcome : reply.at(u"outcomes"_s).toArray())
            deeds.append(outcome[u"deed"_s].toString());
        return reply.ok() ? deeds.join(u' ') : reply.kind();
    }
    [[nodiscard]] QJsonObject event(const QString &id) const { return m_manager->call(u"events.get"_s, {{u"event"_s, id}}).at(u"event"_s).toObject(); }
    [[nodiscard]] static QString eventOf(const WireReply &reply, int position = 0) { return reply.at(u"outcomes.%1.event"_s.arg(position)).toString(); }
    // The same event, changed by the house.
    void change(const QString &id, const QString &key, const QJsonValue &value)
    {
        const QJsonObject stored = event(id);
        QJsonObject definition = definitionIn(*m_house, stored[u"summary"_s][u"name"_s].toString());
        definition.insert(u"start"_s, stored[u"summary"_s][u"start"_s]);
        definition.insert(key, value);
        QVERIFY(m_manager->call(u"events.update"_s, {{u"event"_s, id}, {u"version"_s, stored[u"version"_s]}, {u"definition"_s, definition}}).ok());
    }
    [[nodiscard]] int count(const QString &text) const
    {
        return static_cast<int>(m_manager->call(u"events.search"_s, {{u"text"_s, text}, {u"limit"_s, 100}}).at(u"events"_s).toArray().size());
    }

    static inline const QByteArray kHead = "id,name,start,duration,hall\n";
    static inline const QByteArray kJazz = "1,Jazz,2030-12-04 19:30,90,Cellar\n";
    static inline const QByteArray kBlues = "2,Blues,2030-12-05 19:30,90,Cellar\n";

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine), HouseWishes {.clock = &m_clock});
        m_manager = m_house->visitor(Role::Manager);
        QCOMPARE(saveSource(), QString());
    }

    void cleanup()
    {
        m_manager.reset(); // before the house, which would wait for it
        m_house.reset();
    }

    void season_isTakenOverOnce()
    {
        QFile file(QStringLiteral(PARTERRE_TEST_DATA "/showtimes/season.ics"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray season = file.readAll();
        QCOMPARE(look(season).at(u"counts.new"_s).toInt(), 12);
        const WireReply made = apply({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        QCOMPARE(deeds(made), u"created"_s + u" created"_s.repeated(11));
        QCOMPARE(count(u"tempest"_s), 12);
        const QJsonObject matinee = event(eventOf(made, 4));
        QCOMPARE(matinee[u"summary"_s][u"name"_s].toString(), u"The Tempest (matinee)"_s);
        QCOMPARE(matinee[u"summary"_s][u"state"_s].toString(), u"draft"_s);
        QCOMPARE(matinee[u"plan"_s], event(m_house->events().evening.toString())[u"plan"_s]);
        QVERIFY(!matinee[u"prices"_s].toArray().isEmpty());

        // The same request once more, and the same file.
        QCOMPARE(deeds(apply({0, 1})), u"nothing nothing"_s);
        QCOMPARE(look(season).at(u"counts.unchanged"_s).toInt(), 12);
        QCOMPARE(states(), QString());
        QCOMPARE(count(u"tempest"_s), 12);
        QCOMPARE(auditActions(m_house->database(), [](const storage::AuditEvent &row) { return row.objectKind == u"showtime_source"; }), QStringList {u"showtimes.source_saved"_s});
    }

    void change_isMadeWhereTheHouseHasLeftIt()
    {
        look(kHead + kJazz + kBlues);
        const WireReply made = apply({0, 1}, true);
        QCOMPARE(deeds(made), u"created created"_s);
        QCOMPARE(event(eventOf(made))[u"summary"_s][u"state"_s].toString(), u"published"_s);
        change(eventOf(made, 1), u"name"_s, u"Blue Night"_s);

        const WireReply found = look(kHead + "1,Jazz Night,2030-12-04 20:00,90,Cellar\n2,Blues Night,2030-12-05 19:30,90,Cellar\n");
        QCOMPARE(states(), u"changed kept"_s);
        QCOMPARE(entries().at(0)[u"changes"_s].toArray(), (QJsonArray {u"name"_s, u"start"_s}));
        QCOMPARE(entries().at(0)[u"before"_s][u"name"_s].toString(), u"Jazz"_s);
        QCOMPARE(entries().at(0)[u"after"_s][u"name"_s].toString(), u"Jazz Night"_s);
        QCOMPARE(entries().at(1)[u"kept"_s].toArray(), QJsonArray {u"name"_s});
        QCOMPARE(deeds(apply({0, 1})), u"changed nothing"_s);
        QCOMPARE(event(eventOf(made))[u"summary"_s][u"name"_s].toString(), u"Jazz Night"_s);
        QCOMPARE(event(eventOf(made, 1))[u"summary"_s][u"name"_s].toString(), u"Blue Night"_s);
        QCOMPARE(found.at(u"counts.kept"_s).toInt(), 1);
    }

    void gone_isDeletedUnlessSomebodyHasASeat()
    {
        look(kHead + kJazz + kBlues);
        const WireReply made = apply({0, 1}, true);
        const EventId blues = *EventId::fromString(eventOf(made, 1));
        const auto guest = m_house->visitor();
        QVERIFY(guest->call(u"holds.acquire"_s, placesOf(blues, {7})).ok());

        look(kHead + "3,Soul,2030-12-06 19:30,90,Cellar\n");
        QCOMPARE(states(), u"new gone gone"_s);
        QCOMPARE(count(u"jazz"_s), 1); // looking changes nothing
        const WireReply done = apply({1, 2});
        QCOMPARE(deeds(done), u"deleted paused"_s);
        QCOMPARE(count(u"jazz"_s), 0);
        QCOMPARE(event(blues.toString())[u"summary"_s][u"state"_s].toString(), u"paused"_s);
        QCOMPARE(count(u"soul"_s), 0); // nobody chose it
    }

    void cancelled_isGone()
    {
        look(kHead + kJazz);
        QCOMPARE(deeds(apply({0})), u"created"_s);
        look("id,name,start,duration,hall,status\n1,Jazz,2030-12-04 19:30,90,Cellar,cancelled\n2,Blues,2030-12-05 19:30,90,Cellar,cancelled\n");
        QCOMPARE(states(), u"gone"_s);
        QVERIFY(entries().at(0)[u"cancelled"_s].toBool());
        QCOMPARE(deeds(apply({0})), u"deleted"_s);
    }

    void deletedByTheHouse_isOfferedAndNotForced()
    {
        look(kHead + kJazz);
        const WireReply made = apply({0});
        QVERIFY(m_manager->call(u"events.delete"_s, {{u"event"_s, eventOf(made)}, {u"version"_s, 1}}).ok());
        look(kHead + kJazz);
        QCOMPARE(states(), u"deleted"_s);
        QCOMPARE(deeds(apply({0})), u"created"_s);
        QCOMPARE(count(u"jazz"_s), 1);
    }

    void otherHalls_areLeftOut()
    {
        QCOMPARE(saveSource({{u"hall"_s, u"cellar"_s}}), QString());
        const WireReply found = look(kHead + kJazz + "2,Blues,2030-12-05 19:30,90,Attic\n");
        QCOMPARE(found.at(u"counts.new"_s).toInt(), 1);
        QCOMPARE(found.at(u"counts.elsewhere"_s).toInt(), 1);
    }

    void problems_areTold()
    {
        const WireReply found = look(kHead + "1,Jazz,soon,90,Cellar\n2,Old,2020-01-01 19:30,90,Cellar\n" + "3,Blues,2030-12-05 19:30,90,Cellar\n");
        QCOMPARE(found.at(u"problems.0.fault"_s).toString(), u"start_unreadable"_s);
        QCOMPARE(found.at(u"problems.0.where"_s).toString(), u"line 2"_s);
        QCOMPARE(found.at(u"problems.1.fault"_s).toString(), u"past"_s);
        QCOMPARE(states(), u"new"_s);
    }

    void halfASource_takesNothingAway()
    {
        look(kHead + kJazz + kBlues);
        QCOMPARE(deeds(apply({0, 1})), u"created created"_s);
        for (const QByteArray &half : {kHead + kJazz + "2,Blues,2030-12-0", kHead + kJazz + "2,Blues,soon,90,Cellar\n", kHead}) {
            const WireReply found = look(half);
            QCOMPARE(found.at(u"whole"_s), QJsonValue(false));
            QCOMPARE(found.at(u"counts.gone"_s).toInt(), 0);
            QCOMPARE(found.at(u"counts.problems"_s).toInt(), 1);
            QCOMPARE(states(), QString());
        }
        const WireReply found = look(kHead + kJazz);
        QCOMPARE(found.at(u"whole"_s), QJsonValue(true));
        QCOMPARE(states(), u"gone"_s);
    }

    void olderState_overwritesNothing()
    {
        const auto state = [](const QByteArray &sequence, const QByteArray &name) {
            return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSEQUENCE:" + sequence + "\nSUMMARY:" + name + "\nDTSTART:20301204T193000Z\nEND:VEVENT\nEND:VCALENDAR\n";
        };
        look(state("1", "Jazz"));
        const WireReply made = apply({0});
        look(state("3", "Jazz Night"));
        QCOMPARE(deeds(apply({0})), u"changed"_s);
        const WireReply older = look(state("2", "Jazz Matinee"));
        QCOMPARE(states(), QString());
        QCOMPARE(older.at(u"problems.0.fault"_s).toString(), u"unsupported"_s);
        QCOMPARE(older.at(u"problems.0.cause"_s).toString(), u"outdated"_s);
        look(state("4", "Jazz Gala"));
        QCOMPARE(deeds(apply({0})), u"changed"_s);
        QCOMPARE(event(eventOf(made))[u"summary"_s][u"name"_s].toString(), u"Jazz Gala"_s);
    }

    void showingsOfOnePage_areTakenOverEach()
    {
        const auto page = [](const QList<QByteArray> &starts) {
            QByteArray events;
            for (const QByteArray &start : starts)
                events += QByteArray(events.isEmpty() ? "" : ",") + R"({"@type":"ScreeningEvent","name":"Jazz","url":"https://us.example/jazz","startDate":")" + start + R"("})";
            return '[' + events + ']';
        };
        look(page({"2030-12-04T19:30Z"}));
        const WireReply first = apply({0});
        QCOMPARE(deeds(first), u"created"_s);
        look(page({"2030-12-04T19:30Z", "2030-12-05T19:30Z", "2030-12-06T19:30Z"}));
        QCOMPARE(states(), u"new new"_s); // the first is the one that is there
        QCOMPARE(deeds(apply({0, 1})), u"created created"_s);
        QCOMPARE(count(u"jazz"_s), 3);
        QCOMPARE(look(page({"2030-12-05T19:30Z", "2030-12-06T19:30Z"})).at(u"counts.unchanged"_s).toInt(), 2);
        QCOMPARE(states(), u"gone"_s);
        QCOMPARE(entries().at(0)[u"event"_s].toString(), eventOf(first));
        QCOMPARE(look(page({"2030-12-06T19:30Z"})).at(u"counts.unchanged"_s).toInt(), 1);
    }

    void salesEnd_goesAlongWithTheStart()
    {
        const QString like = newKey();
        QJsonObject definition = definitionIn(*m_house);
        const Instant start = *fromIsoUtc(definition.value(u"start"_s).toString());
        definition = withRule(definition, u"salesUntil"_s, toIsoUtc(start - std::chrono::hours(2)));
        QVERIFY(m_manager->call(u"events.create"_s, {{u"event"_s, like}, {u"definition"_s, definition}}).ok());
        QCOMPARE(saveSource({{u"template"_s, like}}), QString());
        look("name,start\nJazz,2030-12-04T19:30:00Z\n");
        const QJsonObject made = event(eventOf(apply({0})));
        QCOMPARE(made[u"rules"_s][u"salesUntil"_s].toString(), u"2030-12-04T17:30:00.000Z"_s);
    }

    void page_isFetchedAndRedirectionsFollowed()
    {
        PageServer pages;
        pages.redirect(u"/"_s, u"/programme"_s);
        pages.set(u"/programme"_s, kHead + kJazz);
        QCOMPARE(saveSource({{u"url"_s, pages.url(u"/"_s)}}), QString());
        const WireReply found = m_manager->call(u"showtimes.preview"_s, {{u"source"_s, m_source}});
        QCOMPARE(found.at(u"counts.new"_s).toInt(), 1);
        QCOMPARE(pages.requests().size(), 2);
        QVERIFY(pages.requests().constFirst().contains("Host: 127.0.0.1:"));
        // With the answer it is noted; every look anew, whatever the last one said.
        const auto noted = [this] {
            for (const QJsonValue &source : m_manager->call(u"showtimes.sources"_s).at(u"sources"_s).toArray()) {
                if (source[u"id"_s].toString() == m_source)
                    return source[u"lastRun"_s][u"counts"_s][u"new"_s].toInt();
            }
            return -1;
        };
        QCOMPARE(noted(), 1);
        pages.set(u"/programme"_s, kHead + kJazz + kBlues);
        QCOMPARE(m_manager->call(u"showtimes.preview"_s, {{u"source"_s, m_source}}).at(u"counts.new"_s).toInt(), 2);
        QCOMPARE(noted(), 2);
    }

    void privateNetwork_isRefusedUnlessAllowed()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine), HouseWishes {.fetchPrivate = false, .clock = &m_clock});
        m_manager = m_house->visitor(Role::Manager);
        for (const QString &url : {u"http://127.0.0.1/a"_s, u"http://[::1]/a"_s, u"http://10.1.2.3/a"_s, u"http://169.254.169.254/a"_s, u"http://[::ffff:192.168.1.1]/a"_s, u"https://u:p@theatre.example/a"_s})
            QCOMPARE(saveSource({{u"url"_s, url}}), u"url_not_allowed"_s);
        PageServer pages;
        pages.set(u"/programme"_s, kHead + kJazz);
        QCOMPARE(saveSource({{u"url"_s, pages.url(u"/programme"_s).replace(u"127.0.0.1"_s, u"localhost"_s)}}), QString()); // only a name so far
        QCOMPARE(m_manager->call(u"showtimes.preview"_s, {{u"source"_s, m_source}}).kind(), u"url_not_allowed"_s);
        QVERIFY(pages.requests().isEmpty());
    }

    void watch_makesDraftsByItself()
    {
        PageServer pages;
        pages.set(u"/programme"_s, kHead + kJazz + kBlues);
        QCOMPARE(saveSource({{u"url"_s, pages.url(u"/programme"_s)}, {u"schedule"_s, u"hourly"_s}, {u"mode"_s, u"create"_s}}), QString());
        m_manager.reset(); // whom the house would wait for
        m_house->restart(); // it looks at start
        m_manager = m_house->visitor(Role::Manager);
        QTRY_COMPARE_WITH_TIMEOUT(count(u"jazz"_s) + count(u"blues"_s), 2, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_manager->call(u"showtimes.sources"_s).at(u"sources.0.lastRun.created"_s).toInt() + m_manager->call(u"showtimes.sources"_s).at(u"sources.1.lastRun.created"_s).toInt() == 2, 30'000);
        m_manager.reset();
        m_house->restart(); // looked at less than an hour ago
        m_manager = m_house->visitor(Role::Manager);
        QCOMPARE(count(u"jazz"_s), 1);
    }

    void watch_asksForNewsOnly()
    {
        PageServer pages;
        pages.setMarked(u"/programme"_s, kHead + kJazz + kBlues, "\"7\"");
        QCOMPARE(saveSource({{u"url"_s, pages.url(u"/programme"_s)}, {u"schedule"_s, u"hourly"_s}, {u"mode"_s, u"create"_s}}), QString());
        const auto run = [this] {
            for (const QJsonValue &source : m_manager->call(u"showtimes.sources"_s).at(u"sources"_s).toArray()) {
                if (source[u"id"_s].toString() == m_source)
                    return source[u"lastRun"_s];
            }
            return QJsonValue();
        };
        const auto startAnew = [this] {
            m_manager.reset(); // whom the house would wait for
            m_house->restart(); // it looks at start
            m_manager = m_house->visitor(Role::Manager);
        };
        startAnew();
        QTRY_VERIFY_WITH_TIMEOUT(run()[u"created"_s].toInt() == 2, 30'000);
        QVERIFY(!pages.requests().constLast().contains("If-None-Match"));
        const QString before = run()[u"at"_s].toString();

        m_clock.advanceTo(m_clock.utcNow() + std::chrono::hours(1));
        startAnew();
        QTRY_VERIFY_WITH_TIMEOUT(run()[u"at"_s].toString() != before, 30'000);
        QCOMPARE(pages.requests().size(), 2);
        QVERIFY(pages.requests().constLast().contains("If-None-Match: \"7\"\r\n"));
        QVERIFY(!run()[u"error"_s].isString());
        QCOMPARE(run()[u"counts"_s][u"new"_s].toInt(), 0); // they are made
        QCOMPARE(run()[u"counts"_s][u"unchanged"_s].toInt(), 2);
        QCOMPARE(count(u"jazz"_s) + count(u"blues"_s), 2);
        // Somebody who looks gets all of it.
        const WireReply found = m_manager->call(u"showtimes.preview"_s, {{u"source"_s, m_source}});
        QCOMPARE(found.at(u"counts.unchanged"_s).toInt(), 2);

        // News are read, and so is everything after a week.
        pages.setMarked(u"/programme"_s, kHead + kJazz + kBlues + "3,Soul,2030-12-06 19:30,90,Cellar\n", "\"8\"");
        m_clock.advanceTo(m_clock.utcNow() + std::chrono::hours(1));
        startAnew();
        QTRY_COMPARE_WITH_TIMEOUT(count(u"soul"_s), 1, 30'000);
        m_clock.advanceTo(m_clock.utcNow() + std::chrono::hours(7 * 24));
        startAnew();
        QTRY_COMPARE_WITH_TIMEOUT(pages.requests().size(), 5, 30'000);
        QVERIFY(!pages.requests().constLast().contains("If-None-Match"));
        QTRY_COMPARE_WITH_TIMEOUT(run()[u"at"_s].toString(), toIsoUtc(m_clock.utcNow()), 30'000);
    }
};

QTEST_GUILESS_MAIN(ShowtimesTest)
#include "tst_showtimes.moc"
