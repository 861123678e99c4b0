// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/secret.h"

#include <QCryptographicHash>

#include <sodium.h>

#include <array>

namespace parterre::services {

namespace {

constexpr std::array kReadable {'2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G',
                                'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z'};
constexpr int kGroup = 4;

}

Result<void> startCryptography()
{
    if (sodium_init() == -1)
        return Error {.code = ErrorCode::Internal, .detail = QStringLiteral("libsodium cannot start: no source of random numbers")};
    return {};
}

QString makeSecret()
{
    QByteArray random(32, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<std::size_t>(random.size()));
    return QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray hashSecret(const QString &secret)
{
    return QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256);
}

QString makeReadableCode(int groups)
{
    QString code;
    for (int i = 0; i < groups * kGroup; ++i) {
        if (i > 0 && i % kGroup == 0)
            code += u'-';
        code += QLatin1Char(kReadable[randombytes_uniform(kReadable.size())]);
    }
    return code;
}

QString normalizedReadableCode(const QString &typed)
{
    QString code;
    int written = 0;
    for (const QChar c : typed.toUpper()) {
        if (!c.isLetterOrNumber())
            continue;
        if (written > 0 && written % kGroup == 0)
            code += u'-';
        code += c;
        ++written;
    }
    return code;
}

} // namespace parterre::services
