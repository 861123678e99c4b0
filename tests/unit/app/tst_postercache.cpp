// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/postercache.h"

#include "shared/domain/poster.h"
#include "shared/protocol/logos.h"
#include "tests/support/fakewireserver.h"
#include "tests/support/manualclock.h"
#include "tests/support/posterfile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::net;
using namespace parterre::protocol;
using namespace parterre::testing;

class TestPosterCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // One file after the other, so that they arrive in the order they were asked for.
    void initTestCase() { QThreadPool::globalInstance()->setMaxThreadCount(1); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<FakeWireServer>();
        m_connection = std::make_unique<Connection>(m_clock);
        m_posters.clear();
        m_server->when<EventsPoster>([this](const EventsPosterParams &params) -> Result<EventsPosterResult> {
            const auto found = m_posters.constFind(params.event);
            if (found == m_posters.constEnd())
                return Error {.code = ErrorCode::NotFound};
            return EventsPosterResult {.hash = found->hash, .format = found->format, .width = found->width, .height = found->height, .data = found->bytes.toBase64()};
        });
        QSignalSpy established(m_connection.get(), &Connection::established);
        m_connection->open(m_server->url());
        QTRY_COMPARE(established.size(), 1);
        renew();
    }
    void cleanup()
    {
        m_cache.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000)); // before the folder goes
    }

    void poster_isFetchedOnceAndKept()
    {
        const Poster poster = add();
        int answers = 0;
        for (int i = 0; i < 3; ++i)
            m_cache->fetch(m_events.last(), poster.hash, this, [&](const Result<QByteArray> &file) { answers += file && *file == poster.bytes; });
        QTRY_COMPARE(answers, 3);
        QCOMPARE(*fetched(0), poster.bytes);
        QCOMPARE(m_server->count<EventsPoster>(), 1);
        QTRY_COMPARE(files().size(), 1);
        renew(); // another run of the program
        QCOMPARE(*fetched(0), poster.bytes);
        QCOMPARE(m_server->count<EventsPoster>(), 1);
    }
    void logo_isAskedOfTheVenue()
    {
        const Poster logo = *readPoster(pngFile(120, 64, "logo"));
        const VenueId house(QUuid::createUuid());
        m_server->when<VenuesLogo>([&](const VenuesLogoParams &params) -> Result<EventsPosterResult> {
            if (params.venue != house)
                return Error {.code = ErrorCode::NotFound};
            return EventsPosterResult {.hash = logo.hash, .format = logo.format, .width = logo.width, .height = logo.height, .data = logo.bytes.toBase64()};
        });
        QCOMPARE(*fetchedAs(house, logo.hash), logo.bytes);
        QCOMPARE(*fetchedAs(house, logo.hash), logo.bytes);
        QCOMPARE(m_server->count<VenuesLogo>(), 1);
        QCOMPARE(m_server->count<EventsPoster>(), 0);
        QCOMPARE(fetchedAs(VenueId(QUuid::createUuid()), QString(64, u'0')).error().code, ErrorCode::NotFound);
    }
    void damagedFile_isFetchedAnew()
    {
        const Poster poster = add();
        QVERIFY(fetched(0));
        QTRY_COMPARE(files().size(), 1);
        QFile file(files().constFirst().filePath());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a poster") > 0);
        file.close();
        renew();
        QCOMPARE(*fetched(0), poster.bytes);
        QCOMPARE(m_server->count<EventsPoster>(), 2);
    }
    void anotherPosterThanNamed_isRefused()
    {
        const Poster asked = add();
        m_posters[m_events.last()] = *readPoster(pngFile(80, 80, "newer"));
        const Result<QByteArray> answer = fetchedAs(m_events.last(), asked.hash);
        QCOMPARE(answer.error().code, ErrorCode::NotFound);
        m_posters[m_events.last()].hash = asked.hash; // it says so, but it is not
        QCOMPARE(fetchedAs(m_events.last(), asked.hash).error().code, ErrorCode::BadAnswer);
        QCOMPARE(fetchedAs(m_events.last(), u"../../etc/passwd"_s).error().code, ErrorCode::BadAnswer);
        QVERIFY(files().isEmpty());
    }
    // A long listing that is scrolled through: no more than a few at once, then a measured pace, the last one first.
    void requests_arePaced()
    {
        constexpr int kBurst = 12;
        constexpr int kMany = 30;
        for (int i = 0; i < kMany; ++i)
            add();
        QList<int> order;
        const auto fetch = [&](int from, int until) {
            for (int i = from; i < until; ++i)
                m_cache->fetch(m_events.at(i), m_posters.value(m_events.at(i)).hash, this, [&order, i](const Result<QByteArray> &file) { if (file) order.append(i); });
        };
        fetch(0, kBurst);
        QTRY_COMPARE(order.size(), kBurst);
        fetch(kBurst, kMany);
        QTest::qWait(500); // the clock stands still, so nothing more may go
        QCOMPARE(m_server->count<EventsPoster>(), kBurst);
        m_clock.advance(1s);
        QTRY_COMPARE(order.size(), 17);
        QTest::qWait(500);
        QCOMPARE(m_server->count<EventsPoster>(), 17);
        m_clock.advance(10s);
        QTRY_COMPARE(order.size(), 29);
        m_clock.advance(10s);
        QTRY_COMPARE(order.size(), kMany);
        QVERIFY(order.indexOf(kMany - 1) < order.indexOf(kBurst)); // what was looked at last is not left to the end
    }
    void tooManyRequests_giveUpTheOldest()
    {
        constexpr int kMany = 80;
        for (int i = 0; i < kMany; ++i)
            add();
        QList<int> givenUp;
        for (int i = 0; i < kMany; ++i)
            m_cache->fetch(m_events.at(i), m_posters.value(m_events.at(i)).hash, this, [&, i](const Result<QByteArray> &file) {
                if (!file && file.error().code == ErrorCode::Overloaded)
                    givenUp.append(i);
            });
        QTRY_VERIFY(givenUp.size() >= kMany - 48 - 13);
    }
    void deadContext_isNotCalled()
    {
        add();
        auto context = std::make_unique<QObject>();
        bool called = false;
        m_cache->fetch(m_events.last(), m_posters.value(m_events.last()).hash, context.get(), [&](const Result<QByteArray> &) { called = true; });
        context.reset();
        QVERIFY(fetched(0));
        QVERIFY(!called);
    }

private:
    Poster add()
    {
        m_events.resize(m_posters.size());
        m_events.append(EventId(QUuid::createUuid()));
        const Poster poster = *readPoster(pngFile(64, 96, m_events.last().toString().toLatin1()));
        m_posters.insert(m_events.last(), poster);
        return poster;
    }
    void renew() { m_cache = std::make_unique<PosterCache>(*m_connection, m_clock, m_folder->filePath(u"posters"_s)); }
    Result<QByteArray> fetchedAs(const PosterCache::Owner &owner, const QString &hash)
    {
        std::optional<Result<QByteArray>> answer;
        m_cache->fetch(owner, hash, this, [&](const Result<QByteArray> &file) { answer = file; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
            return ErrorCode::TimedOut;
        return *answer;
    }
    Result<QByteArray> fetched(int index) { return fetchedAs(m_events.at(index), m_posters.value(m_events.at(index)).hash); }
    // Whole ones; a file that is still being written has another name.
    QFileInfoList files() { return QDir(m_folder->filePath(u"posters"_s)).entryInfoList({u"*.poster"_s}, QDir::Files); }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeWireServer> m_server;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<PosterCache> m_cache;
    QList<EventId> m_events;
    QHash<EventId, Poster> m_posters;
};

QTEST_GUILESS_MAIN(TestPosterCache)
#include "tst_postercache.moc"
