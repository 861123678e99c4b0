// SPDX-License-Identifier: GPL-3.0-or-later
#include "seasonline.h"

#include "tests/support/testhouse.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QThread>

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

// Nothing is known of the request yet, or it was not looked at: it may be asked again.
bool isOpen(const WireReply &reply)
{
    static const QStringList kOpen {u"outcome_unknown"_s, u"overloaded"_s, u"storage_unavailable"_s, u"checkout_running"_s, u"rate_limited"_s};
    return !reply.ok() && (reply.kind().isEmpty() || kOpen.contains(reply.kind()));
}

} // namespace

QUrl SeasonServer::page(const QString &path) const
{
    QUrl page = url();
    if (page.isEmpty())
        return page;
    page.setScheme(u"http"_s);
    page.setPath(path);
    return page;
}

void SeasonLine::connect()
{
    const QDeadlineTimer patience(WireClient::kPatience);
    QString refusal;
    while (!patience.hasExpired()) {
        const QUrl url = m_server.url();
        if (!url.isEmpty()) {
            m_client = std::make_unique<WireClient>(url);
            if (m_client->hello().ok()) {
                const WireReply signedIn = m_token.isEmpty()
                    ? m_client->call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(m_role)}, {u"password"_s, TestHouse::passwordOf(m_role)}})
                    : m_client->call(u"auth.resume"_s, {{u"token"_s, m_token}});
                if (signedIn.ok()) {
                    m_token = signedIn.at(u"token"_s).toString();
                    return;
                }
                refusal = signedIn.kind();
            }
        }
        m_client.reset();
        QThread::msleep(20);
    }
    qFatal("a clerk of the season found no server: %s", qPrintable(refusal));
}

WireReply SeasonLine::ask(const QString &method, const QJsonObject &params)
{
    const QDeadlineTimer patience(WireClient::kPatience);
    ++m_asked;
    for (;;) {
        if (!m_client || !m_client->isOpen())
            connect();
        const WireReply reply = m_client->call(method, params);
        if (!isOpen(reply) || patience.hasExpired())
            return reply;
        ++m_askedAgain;
        QThread::msleep(20);
    }
}

int SeasonLine::post(const QString &path, const QByteArray &body) const
{
    QNetworkRequest request(m_server.page(path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
    QNetworkAccessManager network;
    QEventLoop loop;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace parterre::testing
