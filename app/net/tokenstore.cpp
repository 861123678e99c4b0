// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/tokenstore.h"

#include <utility>

namespace parterre::net {

void MemoryTokenStore::read(const QString &server, const QString &account, QObject *context, ReadHandler handler)
{
    const auto found = m_tokens.constFind({server, account});
    const std::optional<QString> token = found == m_tokens.constEnd() ? std::nullopt : std::optional(*found);
    QMetaObject::invokeMethod(context, [token, handler = std::move(handler)] { handler(token); }, Qt::QueuedConnection);
}

void MemoryTokenStore::write(const QString &server, const QString &account, const QString &token)
{
    m_tokens.insert({server, account}, token);
}

void MemoryTokenStore::remove(const QString &server, const QString &account)
{
    m_tokens.remove({server, account});
}

} // namespace parterre::net
