// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/canonicaljson.h"

#include "backend/storage/rowset.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace parterre::storage {

namespace {

bool needsEscape(char c)
{
    return static_cast<uchar>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(QByteArray &json, char c)
{
    static constexpr char kHex[] = "0123456789abcdef";
    json += '\\';
    switch (c) {
    case '"':
    case '\\':
        json += c;
        break;
    case '\b':
        json += 'b';
        break;
    case '\f':
        json += 'f';
        break;
    case '\n':
        json += 'n';
        break;
    case '\r':
        json += 'r';
        break;
    case '\t':
        json += 't';
        break;
    default:
        json += "u00";
        json += kHex[static_cast<uchar>(c) >> 4];
        json += kHex[static_cast<uchar>(c) & 0xf];
    }
}

} // namespace

// After a bracket or a colon comes a value at once; after a value, a comma.
void CanonicalJson::separate()
{
    if (!m_json.isEmpty() && !m_json.endsWith('{') && !m_json.endsWith('[') && !m_json.endsWith(':'))
        m_json += ',';
}

CanonicalJson &CanonicalJson::open(char bracket)
{
    separate();
    m_json += bracket;
    return *this;
}

CanonicalJson &CanonicalJson::close(char bracket)
{
    m_json += bracket;
    return *this;
}

CanonicalJson &CanonicalJson::key(QLatin1StringView key)
{
    separate();
    m_json += '"';
    m_json.append(key.data(), key.size());
    m_json += "\":";
    return *this;
}

CanonicalJson &CanonicalJson::text(const QString &text)
{
    separate();
    m_canBeKept = m_canBeKept && storage::canBeKept(text);
    const QByteArray utf8 = text.toUtf8();
    m_json += '"';
    if (std::none_of(utf8.begin(), utf8.end(), needsEscape)) {
        m_json += utf8;
    } else {
        for (const char c : utf8) {
            if (needsEscape(c))
                appendEscaped(m_json, c);
            else
                m_json += c;
        }
    }
    m_json += '"';
    return *this;
}

CanonicalJson &CanonicalJson::number(qint64 number)
{
    separate();
    std::array<char, 24> digits {};
    const auto written = std::to_chars(digits.begin(), digits.end(), number);
    m_json.append(digits.data(), written.ptr - digits.data());
    return *this;
}

CanonicalJson &CanonicalJson::null()
{
    return raw("null");
}

CanonicalJson &CanonicalJson::raw(const QByteArray &json)
{
    separate();
    m_json += json;
    return *this;
}

void CanonicalJson::clear()
{
    m_json.resize(0); // keeps what is allocated
    m_canBeKept = true;
}

} // namespace parterre::storage
