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

QString makeSecret(Randomness &random)
{
    std::array<uchar, 32> bytes {};
    random.fill(bytes);
    const QByteArray raw = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    return QString::fromLatin1(raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray hashSecret(const QString &secret)
{
    return QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256);
}

QString makeReadableCode(Randomness &random, int groups)
{
    // Bytes from here on would make the first characters likelier than the others.
    constexpr std::size_t kFair = 256 / kReadable.size() * kReadable.size();
    QString code;
    std::array<uchar, 16> bytes {};
    for (int written = 0; written < groups * kGroup;) {
        random.fill(bytes);
        for (const uchar byte : bytes) {
            if (byte >= kFair || written == groups * kGroup)
                continue;
            if (written > 0 && written % kGroup == 0)
                code += u'-';
            code += QLatin1Char(kReadable[byte % kReadable.size()]);
            ++written;
        }
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
