// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/urlfetcher.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <array>

namespace parterre::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHttpPort = 80;
constexpr int kHttpsPort = 443;
constexpr int kOk = 200;
constexpr int kNotModified = 304;
constexpr qsizetype kMarkLength = 500;

bool isSecure(const QUrl &url)
{
    return url.scheme() == "https"_L1;
}

Error notAllowed(const QString &what)
{
    return {.code = ErrorCode::UrlNotAllowed, .detail = what};
}

bool isIn(const QHostAddress &address, const char *subnet)
{
    return address.isInSubnet(QHostAddress::parseSubnet(QLatin1StringView(subnet)));
}

QByteArray hostHeader(const QUrl &url)
{
    const int usual = isSecure(url) ? kHttpsPort : kHttpPort;
    const QString host = url.host(QUrl::FullyEncoded);
    const QString literal = host.contains(u':') ? u'[' + host + u']' : host;
    return (url.port(usual) == usual ? literal : literal + u':' + QString::number(url.port())).toLatin1();
}

} // namespace

bool isPublic(const QHostAddress &address)
{
    bool isMapped = false;
    const QHostAddress four(address.toIPv4Address(&isMapped));
    if (isMapped) {
        // RFC 6890, and what is for many or for nobody.
        static constexpr std::array kSpecial {"0.0.0.0/8",    "10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8",  "169.254.0.0/16", "172.16.0.0/12",
                                              "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"};
        return std::none_of(kSpecial.begin(), kSpecial.end(), [&four](const char *subnet) { return isIn(four, subnet); });
    }
    // Of IPv6 only what is given out, without what holds an address of IPv4 in it.
    return address.protocol() == QHostAddress::IPv6Protocol && isIn(address, "2000::/3") && !isIn(address, "2001::/23") && !isIn(address, "2001:db8::/32")
        && !isIn(address, "2002::/16");
}

// One page on its way, with where it was sent on to.
class UrlFetcher::Download : public QObject
{
public:
    Download(UrlFetcher &fetcher, const PageMarks &known, services::Done<services::FetchedPage> done)
        : QObject(&fetcher), m_fetcher(fetcher), m_known(known), m_done(std::move(done))
    {
        ++fetcher.m_running;
        QTimer::singleShot(fetcher.m_limits.time, this, [this] { finish(Error {.code = ErrorCode::FetchFailed, .detail = u"no answer came in time"_s}); });
    }

    void start(const QUrl &url)
    {
        if (const Result<void> allowed = m_fetcher.check(url); !allowed) {
            finish(allowed.error());
            return;
        }
        QHostInfo::lookupHost(url.host(), this, [this, url](const QHostInfo &info) { onLookedUp(url, info); });
    }

private:
    void onLookedUp(const QUrl &url, const QHostInfo &info)
    {
        if (m_isDone)
            return;
        const QList<QHostAddress> addresses = info.addresses();
        if (info.error() != QHostInfo::NoError || addresses.isEmpty()) {
            finish(Error {.code = ErrorCode::FetchFailed, .detail = info.errorString()});
            return;
        }
        // All of them: a name with one private address is not what it pretends to be.
        if (!m_fetcher.m_limits.privateAddresses && !std::all_of(addresses.begin(), addresses.end(), isPublic)) {
            finish(notAllowed(u"%1 is in a private network"_s.arg(url.host())));
            return;
        }
        ask(url, addresses.constFirst());
    }

    void ask(const QUrl &url, const QHostAddress &address)
    {
        QUrl there = url;
        there.setHost(address.toString());
        QNetworkRequest request(there);
        request.setRawHeader("Host", hostHeader(url));
        request.setRawHeader("User-Agent", "Parterre");
        request.setRawHeader("Accept-Encoding", "identity"); // what is small on its way may be large here
        request.setPeerVerifyName(url.host(QUrl::FullyEncoded));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        // What a page is called by is its own: another may be called the same.
        m_asksForNews = m_known.url == wordOf(url);
        if (m_asksForNews && !m_known.etag.isEmpty())
            request.setRawHeader("If-None-Match", m_known.etag.toLatin1());
        if (m_asksForNews && !m_known.modified.isEmpty())
            request.setRawHeader("If-Modified-Since", m_known.modified.toLatin1());
        m_bytes.clear();
        m_reply = m_fetcher.m_network.get(request);
        connect(m_reply, &QIODevice::readyRead, this, [this] { take(); });
        connect(m_reply, &QNetworkReply::finished, this, [this, url] { onFinished(url); });
    }

    void take()
    {
        m_bytes += m_reply->readAll();
        if (m_bytes.size() > m_fetcher.m_limits.bytes)
            finish(Error {.code = ErrorCode::FileTooLarge, .limit = m_fetcher.m_limits.bytes});
    }

    void onFinished(const QUrl &url)
    {
        if (m_isDone)
            return;
        take();
        if (m_isDone)
            return;
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QUrl onward = url.resolved(m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
        if (m_reply->error() != QNetworkReply::NoError)
            finish(Error {.code = ErrorCode::FetchFailed, .detail = m_reply->errorString()});
        else if (status == kNotModified && m_asksForNews)
            finish(services::FetchedPage {.marks = m_known, .unchanged = true});
        else if (status == kOk)
            finishWith(url);
        else if (status < 300 || status == kNotModified)
            finish(Error {.code = ErrorCode::FetchFailed, .detail = u"the answer is no whole page (status %1)"_s.arg(status)});
        else if (++m_redirections > m_fetcher.m_limits.redirections)
            finish(Error {.code = ErrorCode::FetchFailed, .detail = u"too many redirections"_s});
        else if (isSecure(url) && !isSecure(onward))
            finish(notAllowed(u"%1 leads to an address without encryption"_s.arg(url.host())));
        else {
            std::exchange(m_reply, nullptr)->deleteLater();
            start(onward);
        }
    }

    // Qt takes the end of a connection for the end of a page.
    void finishWith(const QUrl &url)
    {
        bool isNumber = false;
        const qint64 size = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
        if (isNumber && size != m_bytes.size())
            finish(Error {.code = ErrorCode::FetchFailed, .detail = u"the answer was cut off"_s});
        else
            finish(services::FetchedPage {.content = m_bytes, .marks = {.url = wordOf(url), .etag = markOf("ETag"), .modified = markOf("Last-Modified")}});
    }

    // A header that can be kept and sent again; else empty.
    [[nodiscard]] QString markOf(const char *header) const
    {
        const QByteArray value = m_reply->rawHeader(header);
        const bool isPlain = std::all_of(value.begin(), value.end(), [](char letter) { return letter >= ' ' && letter <= '~'; });
        return isPlain && value.size() <= kMarkLength ? QString::fromLatin1(value) : QString();
    }

    static QString wordOf(const QUrl &url) { return url.toString(QUrl::FullyEncoded); }

    void finish(const Result<services::FetchedPage> &result)
    {
        if (std::exchange(m_isDone, true))
            return;
        --m_fetcher.m_running;
        if (m_reply) {
            m_reply->disconnect(this);
            m_reply->abort();
            m_reply->deleteLater();
        }
        deleteLater();
        m_done(result);
    }

    UrlFetcher &m_fetcher;
    const PageMarks m_known;
    const services::Done<services::FetchedPage> m_done;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_bytes;
    int m_redirections = 0;
    bool m_asksForNews = false;
    bool m_isDone = false;
};

UrlFetcher::UrlFetcher(const Limits &limits, QObject *parent) : QObject(parent), m_limits(limits), m_network(this)
{
    m_network.setProxy(QNetworkProxy::NoProxy); // it would look names up by itself
}

Result<void> UrlFetcher::check(const QString &url) const
{
    return check(QUrl(url, QUrl::StrictMode));
}

Result<void> UrlFetcher::check(const QUrl &url) const
{
    if (!url.isValid() || url.host().isEmpty() || (!isSecure(url) && url.scheme() != "http"_L1))
        return notAllowed(u"expected an address like https://theatre.example/programme.ics"_s);
    if (!url.userInfo().isEmpty())
        return notAllowed(u"an address is kept, and may hold no password"_s);
    const QHostAddress literal(url.host());
    if (!literal.isNull() && !m_limits.privateAddresses && !isPublic(literal))
        return notAllowed(u"%1 is in a private network"_s.arg(url.host()));
    return {};
}

void UrlFetcher::fetch(const QString &url, const PageMarks &known, services::Done<services::FetchedPage> done)
{
    if (m_running >= m_limits.atOnce) {
        done(Error {.code = ErrorCode::Overloaded, .detail = u"other pages are being fetched"_s, .retryAfterSeconds = 5});
        return;
    }
    (new Download(*this, known, std::move(done)))->start(QUrl(url, QUrl::StrictMode));
}

} // namespace parterre::server
