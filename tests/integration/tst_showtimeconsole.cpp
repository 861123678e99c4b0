// SPDX-License-Identifier: GPL-3.0-or-later
#include "serversite.h"
#include "tests/support/pageserver.h"

#include <QFile>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// `parterre-server showtimes`, as an operator types it, on both databases.
class ShowtimeConsoleTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<ServerSite> m_site;
    QString m_output;
    QString m_complaints;

    int run(const QStringList &arguments) { return runServer(arguments + m_site->where, &m_output, &m_complaints); }
    // The programme, of a source that is new or there already.
    int import(const QByteArray &programme, const QStringList &options = {})
    {
        const QString path = m_site->folder->filePath(u"programme"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(programme) != programme.size())
            qFatal("the programme could not be written");
        file.close();
        return run(QStringList {u"showtimes"_s, u"import"_s, path, u"--source"_s, u"Touring company"_s} + options);
    }
    [[nodiscard]] QStringList likeEvening() const { return {u"--like"_s, m_site->events.evening.toString()}; }
    // What `event list` has of those names.
    [[nodiscard]] QStringList listed(const QStringList &names)
    {
        QStringList found;
        if (run({u"event"_s, u"list"_s}) != 0)
            return {m_complaints};
        for (const QString &name : names) {
            if (m_output.contains(u"  "_s + name + u", "_s))
                found.append(name);
        }
        return found;
    }

    static inline const QByteArray kHead = "id,name,start,duration,hall\n";
    static inline const QByteArray kJazz = "1,Jazz,2030-12-04 19:30,90,Cellar\n";
    static inline const QByteArray kBlues = "2,Blues,2030-12-05 19:30,90,Cellar\n";

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(storage::Engine, engine);
        m_site = std::make_unique<ServerSite>(buildSite(m_databases, engine));
    }

    void preview_changesNothing()
    {
        QCOMPARE(import(kHead + kJazz + "2,Blues,soon,90,Cellar\n", likeEvening()), 0);
        QVERIFY2(m_output.contains(u"new        2030-12-04T19:30  Jazz, Cellar\n"_s), qPrintable(m_output));
        QVERIFY2(m_output.contains(u"problem    line 3: the start cannot be read (soon)\n"_s), qPrintable(m_output));
        QVERIFY2(m_output.contains(u"new 1, changed 0, kept 0, gone 0, unchanged 0, deleted here 0, in other halls 0, problems 1\n"_s), qPrintable(m_output));
        QCOMPARE(listed({u"Jazz"_s}), QStringList());
        QCOMPARE(run({u"showtimes"_s, u"list"_s}), 0);
        QCOMPARE(m_output, QString());
    }

    void apply_makesDraftsOnce()
    {
        QCOMPARE(import(kHead + kJazz + kBlues, likeEvening() + QStringList {u"--apply"_s}), 0);
        QVERIFY2(m_output.contains(u"New drafts 2, changed 0, deleted 0, sales paused 0\n"_s), qPrintable(m_output));
        QCOMPARE(listed({u"Jazz"_s, u"Blues"_s}), (QStringList {u"Jazz"_s, u"Blues"_s}));
        QCOMPARE(import(kHead + kJazz + kBlues, {u"--apply"_s}), 0);
        QVERIFY2(m_output.contains(u"unchanged 2"_s) && m_output.contains(u"New drafts 0"_s), qPrintable(m_output));
        QCOMPARE(run({u"showtimes"_s, u"list"_s}), 0);
        QVERIFY2(m_output.startsWith(u"Touring company: files, looked at "_s), qPrintable(m_output));
        QCOMPARE(run({u"verify"_s}), 0);
    }

    void published_isSoldByTheServerThatRuns()
    {
        ServerProcess server(m_site->serve());
        WireClient guest(server.awaitUrl());
        QVERIFY2(guest.hello().ok(), qPrintable(server.complaints()));
        QVERIFY(guest.call(u"auth.guest"_s, {{u"name"_s, u"Gus"_s}}).ok());
        QCOMPARE(import(kHead + kJazz, likeEvening() + QStringList {u"--apply"_s, u"--publish"_s}), 0);
        QVERIFY2(m_output.contains(u"Published 1"_s), qPrintable(m_output));
        const WireReply found = guest.call(u"events.search"_s, {{u"text"_s, u"jazz"_s}});
        const auto jazz = EventId::fromString(found.at(u"events.0.id"_s).toString());
        QVERIFY(jazz);
        QVERIFY(guest.call(u"holds.acquire"_s, placesOf(*jazz, {7})).ok());
    }

    void whatIsThere_isChangedWhenNoServerRuns()
    {
        QCOMPARE(import(kHead + kJazz + kBlues, likeEvening() + QStringList {u"--apply"_s}), 0);
        const QByteArray later = kHead + "1,Jazz Night,2030-12-04 20:00,90,Cellar\n";
        QCOMPARE(import(later, {u"--apply"_s}), 0);
        QVERIFY2(m_output.contains(u"changed    2030-12-04T20:00  Jazz Night, Cellar; other there: name, start\n"_s), qPrintable(m_output));
        QVERIFY2(m_output.contains(u"gone       2030-12-05T19:30  Blues\n"_s), qPrintable(m_output));
        QVERIFY2(m_output.contains(u"2 changed or gone: left to the app"_s), qPrintable(m_output));
        QCOMPARE(listed({u"Jazz"_s, u"Jazz Night"_s, u"Blues"_s}), (QStringList {u"Jazz"_s, u"Blues"_s}));

        QCOMPARE(import(later, {u"--apply"_s, u"--stopped"_s}), 0);
        QVERIFY2(m_output.contains(u"New drafts 0, changed 1, deleted 0, sales paused 0\n1 changed or gone"_s), qPrintable(m_output));
        QCOMPARE(listed({u"Jazz"_s, u"Jazz Night"_s, u"Blues"_s}), (QStringList {u"Jazz Night"_s, u"Blues"_s}));

        QCOMPARE(import(later, {u"--apply"_s, u"--stopped"_s, u"--take-away"_s}), 0);
        QVERIFY2(m_output.endsWith(u"New drafts 0, changed 0, deleted 1, sales paused 0\n"_s), qPrintable(m_output));
        QCOMPARE(listed({u"Jazz Night"_s, u"Blues"_s}), QStringList {u"Jazz Night"_s});
    }

    void address_isFetchedWhereThatIsAllowed()
    {
        PageServer pages;
        pages.set(u"/programme"_s, kHead + kJazz);
        const auto fetch = [&](const QStringList &options) {
            ServerProcess process(QStringList {u"showtimes"_s, u"import"_s} + options + QStringList {u"--source"_s, u"Cinema"_s} + m_site->where);
            [&process] { QTRY_VERIFY_WITH_TIMEOUT(process.hasEnded(), ServerProcess::kPatience); }();
            m_output = process.output();
            m_complaints = process.complaints();
            return process.awaitExit();
        };
        QCOMPARE(fetch(QStringList {pages.url(u"/programme"_s)} + likeEvening()), 1);
        QVERIFY2(m_complaints.contains(u"private network"_s), qPrintable(m_complaints));
        QVERIFY(pages.requests().isEmpty());
        const QStringList allowed {u"--fetch-private"_s, u"yes"_s};
        const int status = fetch(QStringList {pages.url(u"/programme"_s), u"--apply"_s} + likeEvening() + allowed);
        QVERIFY2(status == 0, qPrintable(m_complaints));
        QVERIFY2(m_output.contains(u"New drafts 1"_s), qPrintable(m_output));
        // From then on the source has the address.
        QCOMPARE(fetch(allowed), 0);
        QVERIFY2(m_output.contains(u"unchanged 1"_s), qPrintable(m_output));
        QCOMPARE(pages.requests().size(), 2);
    }

    void wrongCalls_sayWhatIsExpected_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing to make events like") << QStringList {} << u"--like EVENT"_s;
        QTest::newRow("like nothing") << QStringList {u"--like"_s, u"7"_s} << u"like \"7\""_s;
        QTest::newRow("publishing nothing") << QStringList {u"--publish"_s} << u"--apply"_s;
        QTest::newRow("taking away beside a server") << QStringList {u"--apply"_s, u"--take-away"_s} << u"--stopped"_s;
    }
    void wrongCalls_sayWhatIsExpected()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, said);
        QCOMPARE(import(kHead + kJazz, options), 2);
        QVERIFY2(m_complaints.contains(said), qPrintable(m_complaints));
    }

    void unreadable_isTold()
    {
        QCOMPARE(import("Dear Sir or Madam,\n", likeEvening() + QStringList {u"--apply"_s}), 1);
        QVERIFY2(m_complaints.contains(u"expected a table"_s), qPrintable(m_complaints));
        QCOMPARE(run(QStringList {u"showtimes"_s, u"import"_s, u"/nowhere"_s, u"--source"_s, u"X"_s} + likeEvening()), 1);
        QCOMPARE(run({u"showtimes"_s, u"sell"_s}), 2);
    }
};

QTEST_GUILESS_MAIN(ShowtimeConsoleTest)
#include "tst_showtimeconsole.moc"
