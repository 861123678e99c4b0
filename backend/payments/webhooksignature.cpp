// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/payments/webhooksignature.h"

#include <QMessageAuthenticationCode>

namespace parterre::payments {

namespace {

QByteArray signatureOf(const QByteArray &seconds, const QByteArray &body, const QByteArray &secret)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, secret);
    code.addData(seconds);
    code.addData(".", 1);
    code.addData(body);
    return code.result();
}

// In a time that does not tell how much of it is right.
bool isEqual(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != other.size())
        return false;
    int differences = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        differences |= one[i] ^ other[i];
    return differences == 0;
}

Error no(const char *why)
{
    return {.code = ErrorCode::InvalidParams, .detail = QString::fromLatin1(why)};
}

} // namespace

Result<void> checkSignature(const QByteArray &header, const QByteArray &body, const QByteArray &secret, Instant now)
{
    // Anybody can sign with no key.
    if (secret.isEmpty())
        return no("there is no secret to check the signature with");
    QByteArray seconds;
    QList<QByteArray> signatures;
    for (const QByteArray &part : header.split(',')) {
        const qsizetype sign = part.indexOf('=');
        const QByteArray name = part.left(sign).trimmed();
        if (sign > 0 && name == "t")
            seconds = part.mid(sign + 1).trimmed();
        else if (sign > 0 && name == "v1") // v0 is of no worth, what comes later we do not know
            signatures.append(QByteArray::fromHex(part.mid(sign + 1).trimmed()));
    }
    bool isNumber = false;
    const Instant signedAt {std::chrono::seconds(seconds.toUInt(&isNumber))};
    if (!isNumber || signatures.isEmpty())
        return no("the signature has no time, or none of version 1");
    const QByteArray expected = signatureOf(seconds, body, secret);
    bool fits = false;
    for (const QByteArray &signature : std::as_const(signatures))
        fits = isEqual(signature, expected) || fits;
    if (!fits)
        return no("the signature is not of this message");
    if (std::chrono::abs(now - signedAt) > kSignatureTolerance)
        return no("the signature is too old, or of the future");
    return {};
}

} // namespace parterre::payments
