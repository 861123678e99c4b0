// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/cursor.h"

#include <QtEndian>

namespace parterre::storage {

namespace {

constexpr auto kEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;

}

QString Cursor::toString() const
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian<qint64>(at.time_since_epoch().count(), bytes.data());
    return QString::fromLatin1((bytes + id.toRfc4122()).toBase64(kEncoding));
}

Result<Cursor> Cursor::fromString(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), kEncoding);
    if (!decoded || decoded.decoded.size() != 24)
        return {ErrorCode::InvalidParams, QStringLiteral("The cursor is not one of ours")};
    return Cursor {Instant(std::chrono::milliseconds(qFromBigEndian<qint64>(decoded.decoded.constData()))), QUuid::fromRfc4122(decoded.decoded.mid(8))};
}

} // namespace parterre::storage
