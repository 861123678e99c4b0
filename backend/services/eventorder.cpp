// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/eventorder.h"

#include "backend/storage/searchtext.h"

#include <algorithm>
#include <limits>

namespace parterre::services {

namespace {

constexpr qsizetype kComparedLetters = 60; // of a name; a cursor has to fit into a message

// Numbers as texts that compare like the numbers.
QString inOrder(qint64 number)
{
    constexpr int kDigits = 19;
    return QStringLiteral("%1").arg(std::max<qint64>(0, number), kDigits, 10, QLatin1Char('0'));
}

// Texts that compare as the events are to be listed: what is asked for, then soonest first, then in one order for all.
QString keyOf(const EventSummary &event, EventSort sort)
{
    QString first;
    switch (sort) {
    case EventSort::Start: break;
    case EventSort::Name: first = storage::foldForSearch(event.name).left(kComparedLetters); break;
    case EventSort::Price: first = inOrder(event.lowestPrice ? event.lowestPrice->amount : std::numeric_limits<qint64>::max()); break;
    case EventSort::Free: first = inOrder(std::numeric_limits<qint32>::max() - event.free); break; // most first
    }
    return first + QLatin1Char('\n') + inOrder(event.start.time_since_epoch().count()) + QLatin1Char('\n') + event.id.toString();
}

QString toCursor(const QString &key)
{
    return QString::fromLatin1(key.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<QString> fromCursor(const QString &cursor)
{
    const auto decoded = QByteArray::fromBase64Encoding(cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).count('\n') < 2)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("cursor: not of this list")};
    return QString::fromUtf8(*decoded);
}

} // namespace

Result<storage::EventPage> orderedPage(const QList<EventSummary> &all, const EventOrder &order, qint32 limit, const QString &cursor)
{
    const Result<QString> after = cursor.isEmpty() ? Result<QString>(QString()) : fromCursor(cursor);
    if (!after)
        return after.error();
    std::vector<std::pair<QString, qsizetype>> rest;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].free < order.minFree)
            continue;
        if (QString key = keyOf(all[i], order.sort); key > *after)
            rest.emplace_back(std::move(key), i);
    }
    const auto shown = std::min<std::size_t>(rest.size(), static_cast<std::size_t>(limit));
    std::partial_sort(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(shown), rest.end());
    storage::EventPage page;
    for (std::size_t i = 0; i < shown; ++i)
        page.events.append(all[rest[i].second]);
    if (shown < rest.size())
        page.next = toCursor(rest[shown - 1].first);
    return page;
}

} // namespace parterre::services
