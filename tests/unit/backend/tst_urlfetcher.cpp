// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/urlfetcher.h"
#include "tests/support/pageserver.h"

#include <QTest>

using namespace parterre;
using namespace parterre::server;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Pages of the web, and what is none.
class UrlFetcherTest : public QObject
{
    Q_OBJECT

private:
    static constexpr UrlFetcher::Limits kHere {.privateAddresses = true, .time = std::chrono::milliseconds(5'000), .bytes = 1'000};

    // What came of it, or nothing when it did not end.
    [[nodiscard]] static Result<services::FetchedPage> asked(UrlFetcher &fetcher, const QString &url, const PageMarks &known = {})
    {
        std::optional<Result<services::FetchedPage>> answer;
        fetcher.fetch(url, known, [&answer](const Result<services::FetchedPage> &page) { answer.emplace(page); });
        [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30'000); }();
        return answer.value_or(ErrorCode::Internal);
    }
    // The body, or the kind of the error.
    [[nodiscard]] static QByteArray fetched(UrlFetcher &fetcher, const QString &url)
    {
        const Result<services::FetchedPage> page = asked(fetcher, url);
        return page ? page->content : QByteArray(errorKind(page.error().code).data());
    }

private Q_SLOTS:
    void address_isPublicOrNot_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("expected");
        for (const char *address : {"93.184.216.34", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "2a00:1450::1", "::ffff:93.184.216.34"})
            QTest::newRow(address) << QString::fromLatin1(address) << true;
        for (const char *address : {"127.0.0.1", "0.0.0.0", "10.255.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "224.0.0.1",
                                    "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "2001:db8::1"})
            QTest::newRow(address) << QString::fromLatin1(address) << false;
    }
    void address_isPublicOrNot()
    {
        QFETCH(QString, address);
        QFETCH(bool, expected);
        QCOMPARE(isPublic(QHostAddress(address)), expected);
    }

    void url_isRefusedBeforeItIsAsked()
    {
        const UrlFetcher fetcher({.bytes = 1'000});
        for (const QString &url : {u"ftp://a.example/"_s, u"file:///etc/passwd"_s, u"a.example"_s, u"http://"_s, u"http://u:p@a.example/"_s, u"http://127.0.0.1/"_s, u"http://[::1]/"_s, u"http://[fe80::1]/"_s})
            QVERIFY2(!fetcher.check(url), qPrintable(url));
        QVERIFY(fetcher.check(u"https://a.example/programme.ics?x=1"_s));
        QVERIFY(fetcher.check(u"http://a.example:8080/"_s));
    }

    void page_isFetched()
    {
        PageServer pages;
        pages.set(u"/a"_s, "hello");
        UrlFetcher fetcher(kHere);
        QCOMPARE(fetched(fetcher, pages.url(u"/a"_s)), "hello");
    }

    void page_isWholeOrNone_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("until the end") << QByteArray("HTTP/1.1 200 OK\r\n\r\nhello") << QByteArray("hello");
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello") << QByteArray("fetch_failed");
        QTest::newRow("a part") << QByteArray("HTTP/1.1 206 Partial Content\r\nContent-Length: 5\r\n\r\nhello") << QByteArray("fetch_failed");
        QTest::newRow("nothing") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << QByteArray("fetch_failed");
        QTest::newRow("an error") << QByteArray("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 5\r\n\r\nhello") << QByteArray("fetch_failed");
        QTest::newRow("no news, unasked") << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n") << QByteArray("fetch_failed");
    }
    void page_isWholeOrNone()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, expected);
        PageServer pages;
        pages.setRaw(u"/a"_s, answer);
        UrlFetcher fetcher(kHere);
        QCOMPARE(fetched(fetcher, pages.url(u"/a"_s)), expected);
    }

    void page_isAskedForNewsWhereItWasRead()
    {
        PageServer pages;
        pages.setMarked(u"/a"_s, "hello", "\"7\"");
        pages.setMarked(u"/b"_s, "other", "\"7\"");
        pages.redirect(u"/on"_s, u"/a"_s);
        UrlFetcher fetcher(kHere);
        const Result<services::FetchedPage> first = asked(fetcher, pages.url(u"/on"_s));
        QVERIFY(first);
        const PageMarks expected {.url = pages.url(u"/a"_s), .etag = u"\"7\""_s, .modified = u"Tue, 01 Dec 2026 12:00:00 GMT"_s};
        QCOMPARE(first->marks, expected);
        QVERIFY(!first->unchanged);
        const Result<services::FetchedPage> again = asked(fetcher, pages.url(u"/on"_s), first->marks);
        QVERIFY(again);
        QVERIFY(again->unchanged);
        QCOMPARE(again->marks, expected);
        QVERIFY(!pages.requests().at(2).contains("If-None-Match"));
        QVERIFY(pages.requests().at(3).contains("If-Modified-Since: Tue, 01 Dec 2026 12:00:00 GMT\r\n"));
        // It leads elsewhere by now, to a page that is called the same.
        pages.redirect(u"/on"_s, u"/b"_s);
        const Result<services::FetchedPage> elsewhere = asked(fetcher, pages.url(u"/on"_s), first->marks);
        QVERIFY(elsewhere);
        QCOMPARE(elsewhere->content, "other");
    }

    void name_isAskedForAtTheAddressThatWasJudged()
    {
        PageServer pages;
        pages.set(u"/a"_s, "hello");
        UrlFetcher fetcher(kHere);
        QCOMPARE(fetched(fetcher, pages.url(u"/a"_s).replace(u"127.0.0.1"_s, u"localhost"_s)), "hello");
        QVERIFY(pages.requests().constFirst().contains("Host: localhost:"));
    }

    void name_ofThisComputerIsRefused()
    {
        PageServer pages;
        UrlFetcher fetcher({.bytes = 1'000});
        QCOMPARE(fetched(fetcher, pages.url(u"/a"_s).replace(u"127.0.0.1"_s, u"localhost"_s)), "url_not_allowed");
        QVERIFY(pages.requests().isEmpty());
    }

    void redirections_areBoundedAndJudged()
    {
        PageServer pages;
        pages.redirect(u"/round"_s, u"/round"_s);
        pages.redirect(u"/out"_s, u"file:///etc/passwd"_s);
        pages.redirect(u"/on"_s, u"/a"_s);
        pages.set(u"/a"_s, "hello");
        UrlFetcher fetcher(kHere);
        QCOMPARE(fetched(fetcher, pages.url(u"/on"_s)), "hello");
        QCOMPARE(fetched(fetcher, pages.url(u"/out"_s)), "url_not_allowed");
        QCOMPARE(fetched(fetcher, pages.url(u"/round"_s)), "fetch_failed");
    }

    void size_isBounded()
    {
        PageServer pages;
        pages.set(u"/a"_s, QByteArray(1'001, 'x'));
        UrlFetcher fetcher(kHere);
        QCOMPARE(fetched(fetcher, pages.url(u"/a"_s)), "file_too_large");
    }

    void time_isBounded()
    {
        PageServer pages; // which never answers
        UrlFetcher fetcher({.privateAddresses = true, .time = std::chrono::milliseconds(200), .bytes = 1'000, .atOnce = 1});
        QCOMPARE(fetched(fetcher, pages.url(u"/a"_s)), "fetch_failed");
        fetcher.fetch(pages.url(u"/a"_s), {}, [](const Result<services::FetchedPage> &) {});
        QCOMPARE(fetched(fetcher, pages.url(u"/a"_s)), "overloaded");
    }
};

QTEST_GUILESS_MAIN(UrlFetcherTest)
#include "tst_urlfetcher.moc"
