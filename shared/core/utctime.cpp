// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/utctime.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstring>

namespace parterre {

namespace {

void writeDigits(char *end, int digits, unsigned value)
{
    for (; digits > 0; --digits, value /= 10)
        *--end = static_cast<char>('0' + value % 10);
}

} // namespace

QString toIsoUtc(Instant instant)
{
    std::array<char, kIsoUtcSize> text {};
    writeIsoUtc(instant, text.data());
    return QString::fromLatin1(text.data(), kIsoUtcSize);
}

void writeIsoUtc(Instant instant, char *out)
{
    using namespace std::chrono;
    constexpr Instant kFirst {sys_days(January / 1 / 0).time_since_epoch()};
    constexpr Instant kLast {sys_days(January / 1 / 10'000).time_since_epoch() - milliseconds(1)};
    instant = std::clamp(instant, kFirst, kLast); // years have four digits
    const milliseconds sinceEpoch = instant.time_since_epoch();
    const sys_days day {floor<days>(sinceEpoch)};
    const year_month_day date(day);
    const hh_mm_ss time(sinceEpoch - day.time_since_epoch());
    std::memcpy(out, "0000-00-00T00:00:00.000Z", kIsoUtcSize);
    writeDigits(out + 4, 4, static_cast<unsigned>(static_cast<int>(date.year())));
    writeDigits(out + 7, 2, static_cast<unsigned>(date.month()));
    writeDigits(out + 10, 2, static_cast<unsigned>(date.day()));
    writeDigits(out + 13, 2, static_cast<unsigned>(time.hours().count()));
    writeDigits(out + 16, 2, static_cast<unsigned>(time.minutes().count()));
    writeDigits(out + 19, 2, static_cast<unsigned>(time.seconds().count()));
    writeDigits(out + 23, 3, static_cast<unsigned>(time.subseconds().count()));
}

std::optional<Instant> fromIsoUtc(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral(
        "\\A\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})\\z"));
    const QString owned = text.left(40).toString();
    if (text.size() > owned.size() || !shape.match(owned).hasMatch())
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(owned, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return toInstant(time);
}

QDateTime toDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

Instant toInstant(const QDateTime &time)
{
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace parterre
