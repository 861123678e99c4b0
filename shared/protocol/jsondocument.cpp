// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/jsondocument.h"

#include <QChar>

#include <bit>
#include <cmath>
#include <cstring>

namespace parterre::protocol {

namespace {

constexpr quint64 inEveryByte(unsigned char byte)
{
    return 0x0101010101010101ULL * byte;
}

// How many of the next eight bytes certainly need no look: no quote, backslash, control character or byte above 0x7F.
int plainBytes(const char *at)
{
    if constexpr (std::endian::native != std::endian::little)
        return 0;
    quint64 word = 0;
    std::memcpy(&word, at, sizeof word);
    // The lowest bit that is set is right; those above it may be borrowed.
    const auto below = [](quint64 bytes, unsigned char bound) { return (bytes - inEveryByte(bound)) & ~bytes; };
    const quint64 marks = (below(word ^ inEveryByte('"'), 1) | below(word ^ inEveryByte('\\'), 1) | below(word, 0x20) | word) & inEveryByte(0x80);
    return std::countr_zero(marks) / 8;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

class Parser
{
public:
    Parser(QByteArrayView text, JsonLimits limits, std::vector<JsonNode> &nodes, QByteArray &unescaped)
        : m_begin(text.begin()), m_at(text.begin()), m_end(text.end()), m_limits(limits), m_nodes(nodes), m_unescaped(unescaped)
    {
    }

    [[nodiscard]] bool readAll()
    {
        skipSpace();
        if (m_at == m_end || (*m_at != '{' && *m_at != '['))
            return fail(isMarked() ? QStringLiteral("byte-order mark") : QStringLiteral("neither an object nor a list"));
        if (!readValue(0))
            return false;
        skipSpace();
        return m_at == m_end || fail(QStringLiteral("something after the end"));
    }

    [[nodiscard]] QString fault() const { return QStringLiteral("%1 at byte %2").arg(m_fault).arg(m_at - m_begin); }

private:
    bool fail(const QString &why)
    {
        m_fault = why;
        return false;
    }
    bool failGrammar() { return fail(m_at == m_end ? QStringLiteral("cut off") : QStringLiteral("not JSON")); }

    [[nodiscard]] bool isMarked() const { return QByteArrayView(m_begin, m_end).startsWith("\xEF\xBB\xBF"); }

    void skipSpace()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }

    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    bool readValue(int depth)
    {
        if (m_at == m_end)
            return failGrammar();
        switch (*m_at) {
        case '{': return readObject(depth);
        case '[': return readList(depth);
        case '"': return readText();
        case 't': return readWord("true", {.integer = 1, .kind = JsonKind::Boolean});
        case 'f': return readWord("false", {.kind = JsonKind::Boolean});
        case 'n': return readWord("null", {.kind = JsonKind::Null});
        default: return readNumber();
        }
    }

    bool readWord(QByteArrayView word, const JsonNode &node)
    {
        if (!QByteArrayView(m_at, m_end).startsWith(word))
            return failGrammar();
        m_at += word.size();
        m_nodes.push_back(node);
        return true;
    }

    // At the bracket. The nodes of what it holds come behind its own.
    bool open(int depth, JsonKind kind)
    {
        if (depth >= m_limits.depth)
            return fail(QStringLiteral("nested deeper than %1").arg(m_limits.depth));
        m_nodes.push_back({.bytes = m_at, .kind = kind});
        ++m_at;
        skipSpace();
        return true;
    }

    void close(std::size_t index, qint64 count)
    {
        JsonNode &node = m_nodes[index];
        node.integer = count;
        node.size = static_cast<quint32>(m_at - node.bytes);
        node.span = static_cast<quint32>(m_nodes.size() - index);
    }

    bool readList(int depth)
    {
        const std::size_t index = m_nodes.size();
        if (!open(depth, JsonKind::List))
            return false;
        qint64 count = 0;
        if (!take(']')) {
            do {
                skipSpace();
                if (!readValue(depth + 1))
                    return false;
                ++count;
                skipSpace();
            } while (take(','));
            if (!take(']'))
                return failGrammar();
        }
        close(index, count);
        return true;
    }

    bool readObject(int depth)
    {
        const std::size_t index = m_nodes.size();
        if (!open(depth, JsonKind::Object))
            return false;
        qint64 count = 0;
        if (!take('}')) {
            do {
                skipSpace();
                if (!readMember(index, count, depth))
                    return false;
                ++count;
                skipSpace();
            } while (take(','));
            if (!take('}'))
                return failGrammar();
        }
        close(index, count);
        return true;
    }

    bool readMember(std::size_t object, qint64 earlier, int depth)
    {
        if (m_at == m_end || *m_at != '"')
            return failGrammar();
        if (earlier >= m_limits.keys)
            return fail(QStringLiteral("more than %1 keys in one object").arg(m_limits.keys));
        if (!readText() || !isNewKey(object))
            return false;
        skipSpace();
        if (!take(':'))
            return failGrammar();
        skipSpace();
        return readValue(depth + 1);
    }

    // Whether the last node is no key the object has already.
    bool isNewKey(std::size_t object)
    {
        const JsonNode &key = m_nodes.back();
        const JsonNode *other = m_nodes.data() + object + 1;
        while (other != &key) {
            if (other->size == key.size && std::memcmp(other->bytes, key.bytes, key.size) == 0)
                return fail(QStringLiteral("key \"%1\" twice in one object").arg(QString::fromUtf8(key.bytes, static_cast<qsizetype>(key.size)).left(64)));
            other += 1 + (other + 1)->span;
        }
        return true;
    }

    // At the opening quote.
    bool readText()
    {
        const char *const start = ++m_at;
        bool isAscii = true;
        if (!skipPlain(isAscii))
            return false;
        JsonNode node {.bytes = start, .kind = JsonKind::Text};
        if (*m_at == '"')
            node.size = static_cast<quint32>(m_at - start);
        else if (!unescape(node, isAscii))
            return false;
        ++m_at;
        if (!isAscii && !QByteArrayView(node.bytes, static_cast<qsizetype>(node.size)).isValidUtf8())
            return fail(QStringLiteral("not UTF-8"));
        m_nodes.push_back(node);
        return true;
    }

    // To the next quote or backslash of a text.
    bool skipPlain(bool &isAscii)
    {
        while (m_at != m_end) {
            if (m_end - m_at >= 8) {
                const int plain = plainBytes(m_at);
                m_at += plain;
                if (plain == 8)
                    continue;
            }
            const auto byte = static_cast<unsigned char>(*m_at);
            if (byte == '"' || byte == '\\')
                return true;
            if (byte < 0x20)
                return fail(QStringLiteral("control character in a text"));
            isAscii = isAscii && byte < 0x80;
            ++m_at;
        }
        return failGrammar();
    }

    // From the first backslash to the closing quote. What a text means is never longer than how it is written, so that
    // the room for the whole message is enough for all of its texts, and they stay where they are.
    bool unescape(JsonNode &node, bool &isAscii)
    {
        if (!m_free) {
            if (m_unescaped.size() < m_end - m_begin)
                m_unescaped = QByteArray(m_end - m_begin, Qt::Uninitialized);
            m_free = m_unescaped.data();
        }
        const char *const start = m_free;
        const char *plain = node.bytes;
        while (true) {
            m_free = std::copy(plain, m_at, m_free);
            if (*m_at == '"')
                break;
            if (!readEscape(isAscii))
                return false;
            plain = m_at;
            if (!skipPlain(isAscii))
                return false;
        }
        node.bytes = start;
        node.size = static_cast<quint32>(m_free - start);
        return true;
    }

    // At the backslash.
    bool readEscape(bool &isAscii)
    {
        ++m_at;
        if (m_at == m_end)
            return failGrammar();
        switch (*m_at) {
        case '"':
        case '\\':
        case '/': *m_free++ = *m_at; break;
        case 'b': *m_free++ = '\b'; break;
        case 'f': *m_free++ = '\f'; break;
        case 'n': *m_free++ = '\n'; break;
        case 'r': *m_free++ = '\r'; break;
        case 't': *m_free++ = '\t'; break;
        case 'u': return readEscapedCharacter(isAscii);
        default: return failGrammar();
        }
        ++m_at;
        return true;
    }

    // At the u of \uXXXX.
    bool readEscapedCharacter(bool &isAscii)
    {
        char32_t character = 0;
        if (!readUnit(character))
            return false;
        if (character == 0)
            return fail(QStringLiteral("U+0000 in a text"));
        if (QChar::isSurrogate(character)) {
            char32_t low = 0;
            const bool isPair = QChar::isHighSurrogate(character) && take('\\') && m_at != m_end && *m_at == 'u' && readUnit(low) && QChar::isLowSurrogate(low);
            if (!isPair)
                return fail(QStringLiteral("unpaired surrogate"));
            character = QChar::surrogateToUcs4(static_cast<char16_t>(character), static_cast<char16_t>(low));
        }
        isAscii = isAscii && character < 0x80;
        append(character);
        return true;
    }

    bool readUnit(char32_t &unit)
    {
        ++m_at;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const int digit = m_at == m_end ? -1 : hexDigit(*m_at);
            if (digit < 0)
                return failGrammar();
            unit = unit * 16 + static_cast<char32_t>(digit);
        }
        return true;
    }

    void append(char32_t character)
    {
        const auto put = [this](char32_t byte) { *m_free++ = static_cast<char>(byte); };
        if (character < 0x80) {
            put(character);
        } else if (character < 0x800) {
            put(0xC0 | (character >> 6));
            put(0x80 | (character & 0x3F));
        } else if (character < 0x10000) {
            put(0xE0 | (character >> 12));
            put(0x80 | ((character >> 6) & 0x3F));
            put(0x80 | (character & 0x3F));
        } else {
            put(0xF0 | (character >> 18));
            put(0x80 | ((character >> 12) & 0x3F));
            put(0x80 | ((character >> 6) & 0x3F));
            put(0x80 | (character & 0x3F));
        }
    }

    bool readNumber()
    {
        constexpr qsizetype kCertainDigits = 18; // no integer of these is too large
        const char *const start = m_at;
        const bool isNegative = take('-');
        const char *const digits = m_at;
        qint64 value = 0;
        while (m_at != m_end && isDigit(*m_at)) {
            if (m_at - digits < kCertainDigits)
                value = value * 10 + (*m_at - '0');
            ++m_at;
        }
        const qsizetype count = m_at - digits;
        if (count == 0 || (count > 1 && *digits == '0'))
            return failGrammar();
        const bool isPlain = m_at == m_end || (*m_at != '.' && *m_at != 'e' && *m_at != 'E');
        if (!isPlain || count > kCertainDigits)
            return readLongNumber(start);
        m_nodes.push_back({.integer = isNegative ? -value : value, .kind = JsonKind::Integer});
        return true;
    }

    // Behind the whole part of a number that has a fraction or exponent, or many digits.
    bool readLongNumber(const char *start)
    {
        const auto skipDigits = [this] {
            const char *const from = m_at;
            while (m_at != m_end && isDigit(*m_at))
                ++m_at;
            return m_at != from;
        };
        if (take('.') && !skipDigits())
            return failGrammar();
        if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
            ++m_at;
            if (!take('+'))
                take('-');
            if (!skipDigits())
                return failGrammar();
        }
        const QByteArrayView text(start, m_at);
        bool isGood = false;
        if (const qint64 whole = text.toLongLong(&isGood); isGood) {
            m_nodes.push_back({.integer = whole, .kind = JsonKind::Integer});
            return true;
        }
        const double value = text.toDouble(&isGood);
        if (!isGood)
            return fail(QStringLiteral("number out of range"));
        constexpr double kTwoTo63 = 9223372036854775808.0;
        if (value == std::trunc(value) && value >= -kTwoTo63 && value < kTwoTo63)
            m_nodes.push_back({.integer = static_cast<qint64>(value), .kind = JsonKind::Integer});
        else
            m_nodes.push_back({.kind = JsonKind::Fraction});
        return true;
    }

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    JsonLimits m_limits;
    std::vector<JsonNode> &m_nodes;
    QByteArray &m_unescaped;
    char *m_free = nullptr; // in m_unescaped
    QString m_fault;
};

} // namespace

Result<JsonView> JsonDocument::read(QByteArrayView utf8, JsonLimits limits)
{
    m_nodes.clear();
    Parser parser(utf8, limits, m_nodes, m_unescaped);
    if (!parser.readAll())
        return Error {.code = ErrorCode::ParseError, .detail = parser.fault()};
    return JsonView(m_nodes.front());
}

} // namespace parterre::protocol
