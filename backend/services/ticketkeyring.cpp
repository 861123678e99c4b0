// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/ticketkeyring.h"

#include <sodium.h>

#include <algorithm>

namespace parterre::services {

namespace {

const uchar *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const uchar *>(bytes.constData());
}

}

static_assert(kTicketSignatureBytes == crypto_sign_BYTES);

storage::TicketKey makeTicketKey()
{
    storage::TicketKey key {.id = 1,
                            .publicKey = QByteArray(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized),
                            .secretKey = QByteArray(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized)};
    crypto_sign_keypair(reinterpret_cast<uchar *>(key.publicKey.data()), reinterpret_cast<uchar *>(key.secretKey.data()));
    return key;
}

bool isSignedBy(const QByteArray &publicKey, const QByteArray &bytes, const QByteArray &signature)
{
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(bytesOf(signature), bytesOf(bytes), static_cast<unsigned long long>(bytes.size()), bytesOf(publicKey)) == 0;
}

QByteArray TicketKeyring::sign(const QByteArray &bytes) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<uchar *>(signature.data()), nullptr, bytesOf(bytes), static_cast<unsigned long long>(bytes.size()),
                         bytesOf(m_keys.constLast().secretKey));
    return signature;
}

QString TicketKeyring::codeOf(const QString &ticket, qint32 generation, const EventId &event) const
{
    const TicketCode code {.keyId = m_keys.constLast().id, .generation = static_cast<quint16>(generation), .event = shortReference(event), .ticket = ticket};
    return writeTicketCode({.code = code, .signature = sign(bytesToSign(code))});
}

std::optional<TicketCode> TicketKeyring::read(const QString &text) const
{
    const std::optional<SignedTicketCode> code = readTicketCode(text);
    if (!code)
        return std::nullopt;
    const auto key = std::find_if(m_keys.begin(), m_keys.end(), [&](const storage::TicketKey &known) { return known.id == code->code.keyId; });
    const bool isOurs = key != m_keys.end() && isSignedBy(key->publicKey, bytesToSign(code->code), code->signature);
    return isOurs ? std::optional(code->code) : std::nullopt;
}

} // namespace parterre::services
