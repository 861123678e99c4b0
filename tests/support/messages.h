// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/jsondocument.h"
#include "shared/protocol/jsonwriter.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/message.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::testing {

// Messages from and to Qt's JSON, with which tests look at them and break them.
template<class Message>
[[nodiscard]] Result<Message> messageFrom(const QJsonObject &json, protocol::ReadMode mode)
{
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    protocol::JsonDocument document;
    const auto view = document.read(text, protocol::kServerJson);
    return view ? protocol::readMessage<Message>(*view, mode) : Result<Message>(view.error());
}

template<class Message>
[[nodiscard]] QJsonObject objectFrom(const Message &message)
{
    protocol::JsonWriter out;
    protocol::writeMessage(out, message);
    return QJsonDocument::fromJson(out.take()).object();
}

} // namespace parterre::testing
