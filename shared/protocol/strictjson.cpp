// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace parterre::protocol {

namespace {

// Walks the bytes once and finds what the grammar allows but we do not. It trusts nothing about the grammar itself:
// QJsonDocument judges that afterwards, so wandering through nonsense here is harmless as long as it ends.
class StrictScanner
{
public:
    StrictScanner(QByteArrayView text, int maxDepth) : m_text(text), m_maxDepth(maxDepth) {}

    [[nodiscard]] QString firstFault()
    {
        if (m_text.startsWith("\xEF\xBB\xBF"))
            return QStringLiteral("byte-order mark");
        while (m_at < m_text.size() && m_fault.isEmpty())
            step();
        return m_fault;
    }

private:
    struct Level {
        bool isObject = false;
        bool keyIsNext = false;
        QStringList keys = {};
    };

    void step()
    {
        const char c = m_text[m_at];
        if (c == '"') {
            readString();
            return;
        }
        ++m_at;
        if (c == '{' || c == '[')
            open(c == '{');
        else if ((c == '}' || c == ']') && !m_levels.empty())
            m_levels.pop_back();
        else if (c == ',' && !m_levels.empty())
            m_levels.back().keyIsNext = m_levels.back().isObject;
    }

    void open(bool isObject)
    {
        if (static_cast<int>(m_levels.size()) >= m_maxDepth) {
            m_fault = QStringLiteral("nested deeper than %1").arg(m_maxDepth);
            return;
        }
        m_levels.push_back({.isObject = isObject, .keyIsNext = isObject});
    }

    void readString()
    {
        const qsizetype start = ++m_at;
        bool escaped = false;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\') {
                escaped = true;
                ++m_at;
                if (m_at < m_text.size() && m_text[m_at] == 'u')
                    readEscapedUnit();
                else
                    endSurrogate();
            } else {
                endSurrogate();
                if (static_cast<unsigned char>(m_text[m_at]) < 0x20)
                    m_fault = QStringLiteral("control character in a string");
            }
            ++m_at;
        }
        endSurrogate();
        const QByteArrayView raw = m_text.sliced(start, std::min(m_at, m_text.size()) - start);
        ++m_at;
        if (m_fault.isEmpty() && !m_levels.empty() && m_levels.back().keyIsNext)
            noteKey(raw, escaped);
    }

    // At the 'u' of \uXXXX; leaves m_at at the last digit.
    void readEscapedUnit()
    {
        bool isHex = false;
        const uint unit = m_text.sliced(m_at + 1, std::min<qsizetype>(4, m_text.size() - m_at - 1)).toByteArray().toUInt(&isHex, 16);
        if (!isHex)
            return; // bad grammar: not ours to judge
        m_at += 4;
        if (unit == 0)
            m_fault = QStringLiteral("U+0000 in a string");
        if (QChar::isLowSurrogate(unit)) {
            if (!m_highSurrogate)
                m_fault = QStringLiteral("unpaired surrogate");
            m_highSurrogate = false;
            return;
        }
        endSurrogate();
        m_highSurrogate = QChar::isHighSurrogate(unit);
    }

    // Anything but a low surrogate follows: a pending high one stays alone.
    void endSurrogate()
    {
        if (m_highSurrogate)
            m_fault = QStringLiteral("unpaired surrogate");
        m_highSurrogate = false;
    }

    void noteKey(QByteArrayView raw, bool escaped)
    {
        Level &level = m_levels.back();
        level.keyIsNext = false;
        QString key = QString::fromUtf8(raw);
        if (escaped) {
            const QByteArray wrapped = "[\"" + raw.toByteArray() + "\"]";
            key = QJsonDocument::fromJson(wrapped).array().at(0).toString();
        }
        if (level.keys.contains(key))
            m_fault = QStringLiteral("key \"%1\" twice in one object").arg(key.left(64));
        // Objects of ours have few keys; a hostile one must not make this quadratic.
        if (level.keys.size() >= kMaxKeys)
            m_fault = QStringLiteral("more than %1 keys in one object").arg(kMaxKeys);
        level.keys.append(std::move(key));
    }

    static constexpr qsizetype kMaxKeys = 64;

    QByteArrayView m_text;
    int m_maxDepth;
    qsizetype m_at = 0;
    bool m_highSurrogate = false;
    std::vector<Level> m_levels;
    QString m_fault;
};

} // namespace

Result<QJsonValue> parseStrictJson(QByteArrayView utf8, int maxDepth)
{
    if (const QString fault = StrictScanner(utf8, maxDepth).firstFault(); !fault.isEmpty())
        return Error {.code = ErrorCode::ParseError, .detail = fault};

    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(utf8.data(), utf8.size()), &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return Error {.code = ErrorCode::ParseError, .detail = QStringLiteral("%1 at byte %2").arg(parseError.errorString()).arg(parseError.offset)};
    if (document.isArray())
        return QJsonValue(document.array());
    return QJsonValue(document.object());
}

} // namespace parterre::protocol
