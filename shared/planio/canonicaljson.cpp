// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/canonicaljson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace parterre::planio {

namespace {

// ECMAScript's Number::toString, which RFC 8785 builds on.
void writeNumber(double value, QByteArray &out)
{
    Q_ASSERT(std::isfinite(value));
    if (value == 0) { // also -0
        out += '0';
        return;
    }
    std::array<char, 40> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), std::abs(value), std::chars_format::scientific).ptr;
    const char *mark = std::find(text.data(), end, 'e');
    std::array<char, 40> digits;
    const auto count = static_cast<int>(std::remove_copy<const char *>(text.data(), mark, digits.data(), '.') - digits.data());
    int exponent = 0;
    std::from_chars(mark + (mark[1] == '+' ? 2 : 1), end, exponent);

    if (value < 0)
        out += '-';
    const int point = exponent + 1; // digits before the decimal point
    if (point > 21 || point < -5) {
        out += digits[0];
        if (count > 1)
            out.append('.').append(digits.data() + 1, count - 1);
        out += exponent < 0 ? "e-" : "e+";
        out += QByteArray::number(std::abs(exponent));
    } else if (point <= 0) {
        out.append("0.").append(-point, '0').append(digits.data(), count);
    } else if (point >= count) {
        out.append(digits.data(), count).append(point - count, '0');
    } else {
        out.append(digits.data(), point).append('.').append(digits.data() + point, count - point);
    }
}

void writeEscaped(char c, QByteArray &out)
{
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: out += "\\u00" + QByteArray(1, c).toHex();
    }
}

void writeString(const QString &text, QByteArray &out)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    qsizetype written = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8.at(i);
        if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20)
            continue;
        out.append(utf8.constData() + written, i - written);
        writeEscaped(c, out);
        written = i + 1;
    }
    out.append(utf8.constData() + written, utf8.size() - written);
    out += '"';
}

void writeValue(const QJsonValue &value, QByteArray &out)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: out += "null"; break;
    case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; break;
    case QJsonValue::Double: writeNumber(value.toDouble(), out); break;
    case QJsonValue::String: writeString(value.toString(), out); break;
    case QJsonValue::Array: {
        out += '[';
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i > 0)
                out += ',';
            writeValue(array.at(i), out);
        }
        out += ']';
        break;
    }
    case QJsonValue::Object: {
        out += '{';
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) { // QJsonObject keeps its keys sorted
            if (it != object.begin())
                out += ',';
            writeString(it.key(), out);
            out += ':';
            writeValue(it.value(), out);
        }
        out += '}';
        break;
    }
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    writeValue(value, out);
    return out;
}

} // namespace parterre::planio
