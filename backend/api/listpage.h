// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/limits.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <numeric>
#include <optional>

namespace parterre::api {

template<class T>
struct ListPage {
    QList<T> items = {};
    std::optional<QString> next = {};
};

// A page of a list that is small enough to be read whole: its cursor is how many came before.
template<class T>
[[nodiscard]] Result<ListPage<T>> pageOf(const QList<T> &all, const std::optional<QString> &cursor, std::optional<qint32> limit)
{
    bool isNumber = true;
    const qsizetype start = cursor ? cursor->toLongLong(&isNumber) : 0;
    if (!isNumber || start < 0 || start > all.size())
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("cursor: not of this list")};
    const qsizetype count = limit.value_or(protocol::kDefaultPageSize);
    ListPage<T> page {.items = all.mid(start, count)};
    if (start + count < all.size())
        page.next = QString::number(start + count);
    return page;
}

// The room a text takes in a message, at most.
[[nodiscard]] inline qsizetype bytesOf(const QString &text)
{
    return std::accumulate(text.begin(), text.end(), qsizetype(0), [](qsizetype bytes, QChar c) {
        const bool isEscaped = c == u'"' || c == u'\\';
        return bytes + (isEscaped ? 2 : c < QChar(0x80) ? 1 : c < QChar(0x800) ? 2 : 3);
    });
}

// How many of the first fit into one message.
template<class T>
[[nodiscard]] qint32 fittingOf(const QList<T> &items, qsizetype (*bytesOfItem)(const T &))
{
    qsizetype room = protocol::kMaxServerMessageBytes - 1024;
    const auto end = std::find_if(items.begin(), items.end(), [&](const T &item) { return (room -= bytesOfItem(item)) < 0; });
    return static_cast<qint32>(end - items.begin());
}

} // namespace parterre::api
