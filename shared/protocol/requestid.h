// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <variant>

namespace parterre::protocol {

class JsonWriter;
class JsonView;

// What a caller numbers its requests with: an integer or a text of at most 64 characters. Absent: a notification, which
// gets no answer. Null: the request could not be read so far.
class RequestId
{
public:
    RequestId() = default;
    RequestId(qint64 number) : m_value(number) {}
    RequestId(QByteArray text) : m_value(std::move(text)) {}
    [[nodiscard]] static RequestId null() { return RequestId(Null()); }
    // Null when it is neither.
    [[nodiscard]] static RequestId of(JsonView json);

    [[nodiscard]] bool isAbsent() const { return std::holds_alternative<std::monostate>(m_value); }
    [[nodiscard]] bool isNull() const { return std::holds_alternative<Null>(m_value); }
    void write(JsonWriter &out) const;

    friend bool operator==(const RequestId &, const RequestId &) = default;

private:
    struct Null {
        friend bool operator==(const Null &, const Null &) = default;
    };
    explicit RequestId(Null null) : m_value(null) {}

    std::variant<std::monostate, Null, qint64, QByteArray> m_value; // the text in UTF-8
};

} // namespace parterre::protocol
