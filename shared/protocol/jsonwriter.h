// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <algorithm>

namespace parterre::protocol {

// Writes JSON straight into bytes, in the order it is told; commas come by themselves. Whoever calls it keeps brackets
// in pairs and gives each value of an object its key.
class JsonWriter
{
public:
    explicit JsonWriter(qsizetype room = 256) : m_bytes(room, Qt::Uninitialized), m_at(m_bytes.data()), m_end(m_at + room) {}
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;

    // What was written; the writer is done with it.
    [[nodiscard]] QByteArray take()
    {
        m_bytes.resize(m_at - m_bytes.constData());
        return std::move(m_bytes);
    }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginList() { open('['); }
    void endList() { close(']'); }
    // ASCII without quotes, backslashes and control characters: written as it is.
    void key(QByteArrayView plain)
    {
        put(plain, 4);
        *m_at++ = ':';
        m_needsComma = false;
    }

    void null() { raw("null"); }
    void boolean(bool value) { raw(value ? QByteArrayView("true") : QByteArrayView("false")); }
    void integer(qint64 value);
    void text(QStringView value);
    void utf8(QByteArrayView value); // valid UTF-8
    void plain(QByteArrayView value) // like a key
    {
        put(value, 3);
        m_needsComma = true;
    }
    // `size` bytes like those of plain(), for `fill` to write.
    template<class Fill>
    void plain(qsizetype size, Fill fill)
    {
        begin(size + 3);
        *m_at++ = '"';
        fill(m_at);
        m_at += size;
        *m_at++ = '"';
        m_needsComma = true;
    }
    // A value that is JSON already.
    void raw(QByteArrayView json)
    {
        begin(json.size() + 1);
        append(json);
        m_needsComma = true;
    }

private:
    // Room for so many bytes, of which a comma may be the first.
    void begin(qsizetype size)
    {
        reserve(size);
        if (m_needsComma)
            *m_at++ = ',';
    }
    void reserve(qsizetype size)
    {
        if (m_end - m_at < size)
            grow(size);
    }
    void append(QByteArrayView bytes)
    {
        m_at = std::copy(bytes.begin(), bytes.end(), m_at);
    }
    void put(QByteArrayView plain, qsizetype around)
    {
        Q_ASSERT(isPlain(plain));
        begin(plain.size() + around);
        *m_at++ = '"';
        append(plain);
        *m_at++ = '"';
    }
    void open(char bracket)
    {
        begin(2);
        *m_at++ = bracket;
        m_needsComma = false;
    }
    void close(char bracket)
    {
        reserve(1);
        *m_at++ = bracket;
        m_needsComma = true;
    }
    void grow(qsizetype size);
    [[nodiscard]] static bool isPlain(QByteArrayView text);

    QByteArray m_bytes;
    char *m_at;
    char *m_end;
    bool m_needsComma = false;
};

} // namespace parterre::protocol
