// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/rpc.h"

namespace parterre::protocol {

template<>
QJsonObject toJson<QJsonObject>(const QJsonObject &message)
{
    return message;
}

template<>
Result<QJsonObject> fromJson<QJsonObject>(const QJsonObject &json, ReadMode)
{
    return json;
}

template<>
QJsonObject schemaOf<QJsonObject>(QJsonObject &)
{
    return {{QStringLiteral("type"), QStringLiteral("object")}};
}

} // namespace parterre::protocol
