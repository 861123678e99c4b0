// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/signature.h"

#include <sodium.h>

namespace parterre::net {

bool isSignedBy(const QByteArray &publicKey, const QByteArray &bytes, const QByteArray &signature)
{
    const auto data = [](const QByteArray &array) { return reinterpret_cast<const uchar *>(array.constData()); };
    return sodium_init() != -1 && publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(data(signature), data(bytes), static_cast<unsigned long long>(bytes.size()), data(publicKey)) == 0;
}

} // namespace parterre::net
