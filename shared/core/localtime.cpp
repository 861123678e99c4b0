// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/localtime.h"

#include "shared/core/utctime.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kIsoLocalSize = 19;
constexpr std::chrono::hours kAround {24}; // no zone changes its clocks twice in so short a time

// Seconds of a clock that never changes.
qint64 secondsOf(const LocalTime &local)
{
    return QDateTime(local.date, local.time, Qt::UTC).toSecsSinceEpoch();
}

LocalTime fromSeconds(qint64 seconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return {.date = time.date(), .time = time.time()};
}

std::chrono::seconds offsetAt(const QTimeZone &zone, std::chrono::seconds sinceEpoch)
{
    return std::chrono::seconds(zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(sinceEpoch.count(), Qt::UTC)));
}

} // namespace

std::strong_ordering operator<=>(const LocalTime &a, const LocalTime &b)
{
    if (const auto days = a.date.toJulianDay() <=> b.date.toJulianDay(); days != 0)
        return days;
    return a.time.msecsSinceStartOfDay() <=> b.time.msecsSinceStartOfDay();
}

QString toIsoLocal(const LocalTime &local)
{
    return local.date.toString(Qt::ISODate) + u'T' + local.time.toString(u"HH:mm:ss"_s);
}

std::optional<LocalTime> fromIsoLocal(QStringView text)
{
    if (text.size() != kIsoLocalSize || text[10] != u'T')
        return std::nullopt;
    const QString known = text.toString();
    const LocalTime local {.date = QDate::fromString(known.first(10), Qt::ISODate), .time = QTime::fromString(known.sliced(11), u"HH:mm:ss"_s)};
    const bool isRead = local.date.isValid() && local.time.isValid();
    return isRead && toIsoLocal(local) == known ? std::optional(local) : std::nullopt;
}

bool isTimeZoneName(const QString &name)
{
    // Qt lists the names of places alone, neither "Etc/UTC" nor those of before, "Asia/Calcutta", which computers are set to
    // all the same; and takes rules like "XYZ3" for names.
    static const QRegularExpression form(QStringLiteral("\\A[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]*){1,2}\\z"));
    return name == QStringLiteral("UTC") || (form.match(name).hasMatch() && QTimeZone(name.toLatin1()).isValid());
}

LocalTime localIn(const QTimeZone &zone, Instant instant)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch();
    return fromSeconds((seconds + offsetAt(zone, seconds)).count());
}

Instant instantIn(const QTimeZone &zone, const LocalTime &local)
{
    const std::chrono::seconds wall(secondsOf(local));
    const std::chrono::seconds before = wall - offsetAt(zone, wall - kAround);
    const std::chrono::seconds after = wall - offsetAt(zone, wall + kAround);
    const auto comes = [&](std::chrono::seconds moment) { return moment + offsetAt(zone, moment) == wall; };
    const std::chrono::seconds first = std::min(before, after);
    const std::chrono::seconds second = std::max(before, after);
    return Instant(comes(first) ? first : comes(second) ? second : before);
}

std::chrono::seconds wallDistance(const LocalTime &from, const LocalTime &to)
{
    return std::chrono::seconds(secondsOf(to) - secondsOf(from));
}

LocalTime shifted(const LocalTime &local, std::chrono::seconds by)
{
    return fromSeconds(secondsOf(local) + by.count());
}

} // namespace parterre
