// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/showtimecollector.h"

#include "shared/core/localtime.h"
#include "shared/core/utctime.h"
#include "shared/domain/eventrules.h"
#include "shared/planio/tolerantobject.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

namespace parterre::calendar {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kProblemTextLength = 120;
constexpr qsizetype kDerivedDigits = 40;
constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;

QString derivedUid(const QString &text)
{
    return u"derived:"_s + QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex()).first(kDerivedDigits);
}

QString cleanUid(const QString &text)
{
    const QString uid = planio::cleanText(text, std::numeric_limits<qsizetype>::max());
    return uid.size() > ShowtimeLimits::kUidLength ? derivedUid(uid) : uid;
}

// Line by line, since a description may have several.
QString cleanLines(const QString &text, qsizetype most)
{
    QStringList lines = QString(text).replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').split(u'\n');
    for (QString &line : lines)
        line = planio::cleanText(line, most);
    QString clean = lines.join(u'\n').trimmed();
    if (clean.size() > most)
        clean.truncate(clean[most - 1].isHighSurrogate() ? most - 1 : most);
    return clean.trimmed();
}

bool isWithinReach(Instant start)
{
    const int year = toDateTime(start).date().year();
    return year >= kFirstYear && year <= kLastYear;
}

} // namespace

void ShowtimeCollector::add(Showtime showtime, const QString &where)
{
    if (isFull()) {
        refuseMore(where);
        return;
    }
    showtime.name = planio::cleanText(showtime.name, EventLimits::kNameLength);
    showtime.description = cleanLines(showtime.description, EventLimits::kDescriptionLength);
    showtime.hall = planio::cleanText(showtime.hall, ShowtimeLimits::kHallLength);
    showtime.uid = cleanUid(showtime.uid);
    showtime.alias = cleanUid(showtime.alias);
    if (showtime.name.isEmpty()) {
        lose(ShowtimeFault::NameMissing, where);
        return;
    }
    if (!isWithinReach(showtime.start)) {
        lose(ShowtimeFault::StartUnreadable, where, toIsoUtc(showtime.start));
        return;
    }
    if (showtime.uid.isEmpty())
        showtime.uid = derivedUid(showtime.name + u'\n' + toIsoUtc(showtime.start) + u'\n' + showtime.hall);
    if (m_uids.contains(showtime.uid)) {
        report(ShowtimeFault::Repeated, where, showtime.name);
        return;
    }
    m_uids.insert(showtime.uid);
    m_reading.showtimes.append(std::move(showtime));
}

void ShowtimeCollector::lose(ShowtimeFault fault, const QString &where, const QString &text)
{
    m_reading.whole = false;
    report(fault, where, text);
}

void ShowtimeCollector::lose(ShowtimeCause cause, const QString &where, const QString &text)
{
    m_reading.whole = false;
    report(cause, where, text);
}

void ShowtimeCollector::refuseMore(const QString &where)
{
    if (!std::exchange(m_saidFull, true))
        lose(ShowtimeFault::TooMany, where);
}

void ShowtimeCollector::tell(const ShowtimeProblem &problem)
{
    if (isListFull()) {
        ++m_reading.moreProblems;
        return;
    }
    m_reading.problems.append(
        {.fault = problem.fault, .where = planio::cleanText(problem.where, kProblemTextLength), .text = planio::cleanText(problem.text, kProblemTextLength), .cause = problem.cause});
}

std::optional<qint32> minutesOf(std::chrono::seconds length)
{
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(length).count();
    return minutes >= 0 && minutes <= EventLimits::kDurationMinutes ? std::optional(static_cast<qint32>(minutes)) : std::nullopt;
}

std::optional<std::chrono::seconds> durationOf(const QString &text)
{
    static const QRegularExpression pattern(u"\\A\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,4})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,8})(?:[.,]\\d+)?S)?)?\\z"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch() || match.lastCapturedIndex() < 1)
        return std::nullopt;
    constexpr std::array<qint64, 5> kUnits {7 * 86'400, 86'400, 3'600, 60, 1};
    std::chrono::seconds length {0};
    for (std::size_t i = 0; i < kUnits.size(); ++i)
        length += std::chrono::seconds(match.captured(static_cast<int>(i) + 1).toLongLong() * kUnits.at(i));
    return length;
}

std::optional<Instant> momentOf(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression pattern(u"\\A(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:[T ](\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d+)?)?\\s*(Z|[+-]\\d\\d:?(?:\\d\\d)?)?)?\\z"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const LocalTime local {.date = QDate(number(1), number(2), number(3)), .time = QTime(number(4), number(5), number(6))};
    if (!local.date.isValid() || !local.time.isValid())
        return std::nullopt;
    const QString offset = match.captured(7).remove(u':');
    if (offset.isEmpty())
        return instantIn(zone, local);
    if (offset.startsWith(u'Z', Qt::CaseInsensitive))
        return instantIn(QTimeZone::utc(), local);
    const std::chrono::minutes distance(QStringView(offset).sliced(1, 2).toInt() * 60 + QStringView(offset).sliced(3).toInt());
    return instantIn(QTimeZone::utc(), local) + (offset.startsWith(u'-') ? distance : -distance);
}

std::optional<EventCategory> categoryOf(const QString &words)
{
    static const std::array<std::pair<EventCategory, QStringList>, 4> known {{
        {EventCategory::Movie, {u"movie"_s, u"film"_s, u"cinema"_s, u"kino"_s, u"screening"_s}},
        {EventCategory::Concert, {u"concert"_s, u"konzert"_s, u"music"_s, u"musik"_s}},
        {EventCategory::Play, {u"play"_s, u"theat"_s, u"schauspiel"_s, u"comedy"_s, u"kabarett"_s}},
        {EventCategory::Sport, {u"sport"_s}},
    }};
    for (const auto &[category, parts] : known) {
        for (const QString &part : parts) {
            if (words.contains(part, Qt::CaseInsensitive))
                return category;
        }
    }
    return words.compare(u"other"_s, Qt::CaseInsensitive) == 0 ? std::optional(EventCategory::Other) : std::nullopt;
}

} // namespace parterre::calendar
