// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a document that says what Qt's reader says, and whose params any method refuses
// or reads and writes the same again.
#include "shared/protocol/envelope.h"
#include "shared/protocol/jsondocument.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/methods.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdlib>

using namespace parterre;
using namespace parterre::protocol;

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

// Two readers that share no code agree. Qt's is the laxer one, so that what it refuses has to be refused.
bool isSame(JsonView ours, const QJsonValue &qt)
{
    switch (ours.kind()) {
    case JsonKind::Absent: return false;
    case JsonKind::Null: return qt.isNull();
    case JsonKind::Boolean: return qt.isBool() && qt.toBool() == ours.boolean();
    case JsonKind::Integer: return qt.isDouble() && qt.toInteger(0) == ours.integer() && qt.toInteger(1) == ours.integer();
    case JsonKind::Fraction: return qt.isDouble() && qt.toInteger(0) != qt.toInteger(1);
    case JsonKind::Text: return qt.isString() && qt.toString() == QString::fromUtf8(ours.text());
    case JsonKind::List: {
        const QJsonArray list = qt.toArray();
        qsizetype index = 0;
        return qt.isArray() && list.size() == ours.count() && std::all_of(ours.begin(), ours.end(), [&](JsonView item) { return isSame(item, list.at(index++)); });
    }
    case JsonKind::Object: break;
    }
    const QJsonObject object = qt.toObject();
    if (!qt.isObject() || object.size() != ours.count())
        return false;
    for (const auto member : ours.members()) {
        if (!isSame(member.value(), object.value(QString::fromUtf8(member.key))) || ours.find(member.key).isAbsent())
            return false;
    }
    return true;
}

template<class Message>
QByteArray written(const Message &message)
{
    JsonWriter out(0);
    writeMessage(out, message);
    return out.take();
}

template<class Message>
void readAs(JsonView params)
{
    const Result<Message> message = readMessage<Message>(params, ReadMode::Strict);
    if (!message) {
        require(message.error().code == ErrorCode::InvalidParams && !message.error().detail.isEmpty());
        return;
    }
    require(readMessage<Message>(params, ReadMode::Tolerant).ok());
    const QByteArray text = written(*message);
    require(!QJsonDocument::fromJson(text).isNull());
    JsonDocument document;
    const auto json = document.read(text, kClientJson);
    require(json.ok());
    const Result<Message> again = readMessage<Message>(*json, ReadMode::Strict);
    require(again.ok() && written(*again) == text);
}

void readRequestIn(JsonView json)
{
    const RequestId id = replyIdOf(json);
    const QByteArray refusal = encodeError(id, {.code = ErrorCode::InvalidRequest});
    require(QJsonDocument::fromJson(refusal).isObject());
    const Result<Request> request = readRequest(json);
    if (!request) {
        require(!request.error().detail.isEmpty());
        return;
    }
    require(request->params.isObject() && (!request->wantsReply() || request->id == id));
    AllMethods::forEach([&]<class Method>() { readAs<typename Method::Params>(request->params); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static JsonDocument document; // its memory is used again, as on an I/O thread
    const Result<JsonView> json = document.read(text, kClientJson);
    if (!json) {
        require(json.error().code == ErrorCode::ParseError && !json.error().detail.isEmpty());
        return 0;
    }
    const QJsonDocument qt = QJsonDocument::fromJson(text);
    require(!qt.isNull() && isSame(*json, qt.isArray() ? QJsonValue(qt.array()) : QJsonValue(qt.object())));
    if (json->isList()) {
        for (const JsonView entry : *json)
            readRequestIn(entry);
    } else {
        readRequestIn(*json);
    }
    return 0;
}
