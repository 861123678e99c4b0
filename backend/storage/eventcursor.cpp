// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/eventcursor.h"

#include <QDataStream>
#include <QIODevice>

namespace parterre::storage {

namespace {

constexpr auto kEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;
constexpr auto kStreamVersion = QDataStream::Qt_6_4;
constexpr qsizetype kMostText = 600;

}

QString EventCursor::toString() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    out << quint8(order) << seen << keyNumber << qint64(start.time_since_epoch().count()) << id.uuid() << keyText.toUtf8();
    return QString::fromLatin1(bytes.toBase64(kEncoding));
}

Result<EventCursor> EventCursor::fromString(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.left(kMostText + 1).toLatin1(), kEncoding);
    QDataStream in(decoded.decoded);
    in.setVersion(kStreamVersion);
    quint8 order = 0;
    qint64 start = 0;
    QUuid id;
    QByteArray key;
    EventCursor cursor;
    in >> order >> cursor.seen >> cursor.keyNumber >> start >> id >> key;
    if (!decoded || text.size() > kMostText || in.status() != QDataStream::Ok || !in.atEnd() || order > quint8(EventSort::Free))
        return {ErrorCode::InvalidParams, QStringLiteral("The cursor is not one of ours")};
    cursor.order = static_cast<EventSort>(order);
    cursor.start = Instant(std::chrono::milliseconds(start));
    cursor.id = EventId(id);
    cursor.keyText = QString::fromUtf8(key);
    return cursor;
}

} // namespace parterre::storage
