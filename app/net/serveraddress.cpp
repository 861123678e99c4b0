// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/serveraddress.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace parterre::net {

namespace {

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

// Empty when the scheme is none of ours.
QString socketScheme(const QString &scheme)
{
    if (scheme == "ws"_L1 || scheme == "http"_L1)
        return u"ws"_s;
    if (scheme == "wss"_L1 || scheme == "https"_L1)
        return u"wss"_s;
    return {};
}

Error unreadable(const QString &written)
{
    return {.code = ErrorCode::AddressInvalid, .detail = u"\"%1\" names no server"_s.arg(written.left(200))};
}

} // namespace

Result<QUrl> serverUrl(const QString &written)
{
    const QString text = written.trimmed();
    const bool hasScheme = text.contains("://"_L1);
    QUrl url(hasScheme ? text : u"guess://"_s + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || url.port() == 0)
        return unreadable(written);
    const QString scheme = hasScheme ? socketScheme(url.scheme()) : isThisComputer(url.host()) ? u"ws"_s : u"wss"_s;
    if (scheme.isEmpty())
        return unreadable(written);

    const bool webAddress = url.scheme().startsWith("http"_L1);
    if (url.port() < 0)
        url.setPort(webAddress ? (scheme == "wss"_L1 ? 443 : 80) : kDefaultPort);
    url.setScheme(scheme);
    if (url.path().isEmpty() || url.path() == "/"_L1)
        url.setPath(u"/rpc"_s);
    return url;
}

} // namespace parterre::net
