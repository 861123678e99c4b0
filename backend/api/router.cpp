// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/router.h"

#include "shared/protocol/openrpc.h"

#include <QJsonDocument>

namespace parterre::api {

Router::Router()
{
    protocol::AllMethods::forEach([this]<class Method>() { m_routes.emplace(Method::kInfo.name, std::make_unique<TypedRoute<Method>>()); });
    const protocol::JsonText document {.utf8 = QJsonDocument(protocol::openRpcDocument()).toJson(QJsonDocument::Compact)};
    on<protocol::RpcDiscover>([document](const CallContext &, const protocol::Nothing &, const services::Done<protocol::JsonText> &done) { done(document); });
}

const Route *Router::find(QByteArrayView method) const
{
    const auto it = m_routes.find(std::string_view(method.data(), static_cast<std::size_t>(method.size())));
    return it == m_routes.end() ? nullptr : it->second.get();
}

QStringList Router::unhandled() const
{
    QStringList names;
    for (const auto &[name, route] : m_routes) {
        if (!route->hasHandler())
            names.append(QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())));
    }
    return names;
}

} // namespace parterre::api
