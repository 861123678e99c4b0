// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/rpc.h"

#include "shared/protocol/codec.h"

#include <QJsonDocument>

namespace parterre::protocol {

template<>
void writeMessage<JsonText>(JsonWriter &out, const JsonText &message)
{
    out.raw(message.utf8);
}

template<>
Result<JsonText> readMessage<JsonText>(JsonView json, ReadMode mode)
{
    Reading reading(mode);
    QJsonObject object;
    if (!Codec<QJsonObject>::read(json, {}, object, reading))
        return Error {.code = ErrorCode::InvalidParams, .detail = reading.fault()};
    return JsonText {.utf8 = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

template<>
QJsonObject schemaOf<JsonText>(QJsonObject &)
{
    return {{QStringLiteral("type"), QStringLiteral("object")}};
}

} // namespace parterre::protocol
