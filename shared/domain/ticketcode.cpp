// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/ticketcode.h"

#include <QtEndian>

#include <algorithm>

namespace parterre {

namespace {

constexpr QLatin1StringView kVersion("PT1");
constexpr QLatin1StringView kBase32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
constexpr int kBits = 5;
constexpr qsizetype kFixedBytes = 2 + 2 + 4; // key, generation, event

template<class Integer>
void append(QByteArray &bytes, Integer value)
{
    const Integer big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

QByteArray fieldsOf(const TicketCode &code)
{
    QByteArray bytes;
    append(bytes, code.keyId);
    append(bytes, code.generation);
    append(bytes, code.event);
    return bytes + code.ticket.toLatin1();
}

QString toBase32(const QByteArray &bytes)
{
    QString text;
    quint32 pending = 0;
    int bits = 0;
    for (const char byte : bytes) {
        pending = (pending << 8) | static_cast<uchar>(byte);
        for (bits += 8; bits >= kBits; bits -= kBits)
            text += kBase32.at((pending >> (bits - kBits)) & 31);
    }
    if (bits > 0)
        text += kBase32.at((pending << (kBits - bits)) & 31);
    return text;
}

// One spelling for each value: what is left over after the last byte is zero and less than a character.
std::optional<QByteArray> fromBase32(QStringView text)
{
    QByteArray bytes;
    quint32 pending = 0;
    int bits = 0;
    for (const QChar c : text) {
        const qsizetype digit = kBase32.indexOf(c);
        if (digit < 0)
            return std::nullopt;
        pending = (pending << kBits) | static_cast<quint32>(digit);
        bits += kBits;
        if (bits >= 8) {
            bits -= 8;
            bytes.append(static_cast<char>((pending >> bits) & 0xff));
        }
    }
    const bool isWhole = bits < kBits && (pending & ((1U << bits) - 1)) == 0;
    return isWhole ? std::optional(bytes) : std::nullopt;
}

} // namespace

quint32 shortReference(const EventId &event)
{
    return qFromBigEndian<quint32>(event.uuid().toRfc4122().constData() + 12);
}

QByteArray bytesToSign(const TicketCode &code)
{
    return QByteArray(kVersion.data(), kVersion.size()) + fieldsOf(code);
}

QString writeTicketCode(const SignedTicketCode &code)
{
    return kVersion + toBase32(fieldsOf(code.code) + code.signature);
}

std::optional<SignedTicketCode> readTicketCode(const QString &text)
{
    const QString trimmed = text.trimmed().toUpper();
    if (!trimmed.startsWith(kVersion) || trimmed.size() > kMaxTicketCode)
        return std::nullopt;
    const std::optional<QByteArray> bytes = fromBase32(QStringView(trimmed).mid(kVersion.size()));
    if (!bytes)
        return std::nullopt;
    const qsizetype numberSize = bytes->size() - kFixedBytes - kTicketSignatureBytes;
    if (numberSize < 1 || numberSize > kMaxTicketNumber)
        return std::nullopt;
    const QByteArray number = bytes->mid(kFixedBytes, numberSize);
    if (!std::all_of(number.begin(), number.end(), [](char c) { return c > ' ' && c < 0x7f; }))
        return std::nullopt;
    const char *field = bytes->constData();
    return SignedTicketCode {.code = {.keyId = qFromBigEndian<quint16>(field),
                                      .generation = qFromBigEndian<quint16>(field + 2),
                                      .event = qFromBigEndian<quint32>(field + 4),
                                      .ticket = QString::fromLatin1(number)},
                             .signature = bytes->right(kTicketSignatureBytes)};
}

QString normalizedTicketNumber(const QString &typed)
{
    constexpr int kGroup = 4;
    constexpr int kReference = 2 * kGroup;
    QString number;
    int written = 0;
    for (const QChar c : typed.toUpper()) {
        if (!c.isLetterOrNumber())
            continue;
        if (written == kGroup || written == kReference)
            number += u'-';
        number += c;
        ++written;
    }
    return number;
}

} // namespace parterre
