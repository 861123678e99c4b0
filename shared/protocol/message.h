// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/jsonview.h"

#include <QJsonObject>

namespace parterre::protocol {

class JsonWriter;

// Strict: an unknown key is an error (what clients send). Tolerant: it is passed over, so that an older client
// understands a newer server.
enum class ReadMode { Strict, Tolerant };

// Every message struct has these three; they are instantiated in the .cpp beside the struct, from one list of fields.
template<class Message>
void writeMessage(JsonWriter &out, const Message &message);
template<class Message>
[[nodiscard]] Result<Message> readMessage(JsonView json, ReadMode mode);
// JSON Schema (draft 7) of the message; named parts are added to `definitions` and referred to.
template<class Message>
[[nodiscard]] QJsonObject schemaOf(QJsonObject &definitions);

// A message without content.
struct Nothing {
    friend bool operator==(const Nothing &, const Nothing &) = default;
};

} // namespace parterre::protocol
