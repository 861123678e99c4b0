// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/jsonwriter.h"

#include <QChar>

#include <algorithm>
#include <charconv>

namespace parterre::protocol {

namespace {

constexpr qsizetype kLongestEscape = 6; // of one byte or UTF-16 unit: \u001f

bool needsEscape(char32_t character)
{
    return character < 0x20 || character == '"' || character == '\\';
}

char *writeEscape(char *at, char32_t character)
{
    *at++ = '\\';
    switch (character) {
    case '\b': *at++ = 'b'; return at;
    case '\f': *at++ = 'f'; return at;
    case '\n': *at++ = 'n'; return at;
    case '\r': *at++ = 'r'; return at;
    case '\t': *at++ = 't'; return at;
    case '"':
    case '\\': *at++ = static_cast<char>(character); return at;
    default: break;
    }
    constexpr char kDigits[] = "0123456789abcdef";
    for (const char c : {'u', '0', '0', kDigits[character >> 4], kDigits[character & 0xF]})
        *at++ = c;
    return at;
}

} // namespace

void JsonWriter::grow(qsizetype size)
{
    const qsizetype used = m_at - m_bytes.constData();
    m_bytes.resize(std::max(2 * m_bytes.size(), used + size));
    m_at = m_bytes.data() + used;
    m_end = m_bytes.data() + m_bytes.size();
}

bool JsonWriter::isPlain(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return needsEscape(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; });
}

void JsonWriter::integer(qint64 value)
{
    begin(21);
    m_at = std::to_chars(m_at, m_end, value).ptr;
    m_needsComma = true;
}

void JsonWriter::text(QStringView value)
{
    begin(kLongestEscape * value.size() + 3);
    const auto put = [this](char32_t byte) { *m_at++ = static_cast<char>(byte); };
    put('"');
    for (qsizetype i = 0; i < value.size(); ++i) {
        char32_t character = value[i].unicode();
        if (needsEscape(character)) {
            m_at = writeEscape(m_at, character);
        } else if (character < 0x80) {
            put(character);
        } else if (character < 0x800) {
            put(0xC0 | (character >> 6));
            put(0x80 | (character & 0x3F));
        } else if (QChar::isHighSurrogate(character) && i + 1 < value.size() && value[i + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(value[i], value[i + 1]);
            ++i;
            put(0xF0 | (character >> 18));
            put(0x80 | ((character >> 12) & 0x3F));
            put(0x80 | ((character >> 6) & 0x3F));
            put(0x80 | (character & 0x3F));
        } else {
            if (QChar::isSurrogate(character))
                character = QChar::ReplacementCharacter;
            put(0xE0 | (character >> 12));
            put(0x80 | ((character >> 6) & 0x3F));
            put(0x80 | (character & 0x3F));
        }
    }
    put('"');
    m_needsComma = true;
}

void JsonWriter::utf8(QByteArrayView value)
{
    begin(kLongestEscape * value.size() + 3);
    *m_at++ = '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (needsEscape(byte))
            m_at = writeEscape(m_at, byte);
        else
            *m_at++ = c;
    }
    *m_at++ = '"';
    m_needsComma = true;
}

} // namespace parterre::protocol
