// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/formats.h"

#include "shared/core/utctime.h"

#include <QTimeZone>

#include <cmath>

namespace parterre::ui {
namespace {

constexpr QChar kRightToLeftMark {0x200F};

QString symbolOf(const Currency &currency, const QLocale &locale)
{
    if (locale.currencySymbol(QLocale::CurrencyIsoCode) == currency.code())
        return locale.currencySymbol(QLocale::CurrencySymbol);
    // Unmistakable symbols only: "$" belongs to twenty countries and stays with those whose locale says so.
    if (currency.code() == QLatin1StringView("EUR"))
        return QStringLiteral("€");
    if (currency.code() == QLatin1StringView("GBP"))
        return QStringLiteral("£");
    return currency.code();
}

qint64 minorUnits(const Currency &currency)
{
    qint64 units = 1;
    for (int digit = 0; digit < currency.digits(); ++digit)
        units *= 10;
    return units;
}

} // namespace

QString formatMoney(const Money &money, const QLocale &locale)
{
    // kMaxAmount is far below 2^53, so the division only rounds in digits that are not shown.
    const double major = static_cast<double>(std::abs(money.amount)) / static_cast<double>(minorUnits(money.currency));
    // By itself Qt writes in some languages what is below zero as bookkeepers do, in brackets, which others do not know.
    const QString sign = money.amount < 0 ? locale.negativeSign() : QString();
    const QString symbol = symbolOf(money.currency, locale);
    if (symbol.size() > 1 && locale.language() == QLocale::C)
        return symbol + QChar(QChar::Nbsp) + sign + locale.toString(major, 'f', money.currency.digits());
    const QString text = sign + locale.toCurrencyString(major, symbol, money.currency.digits());
    // Digits and symbols have no direction of their own: alone in a label they would be set from left to right.
    const bool fromTheRight = locale.textDirection() == Qt::RightToLeft && !text.startsWith(kRightToLeftMark);
    return fromTheRight ? kRightToLeftMark + text : text;
}

std::optional<Money> parseMoney(const QString &text, Currency currency, const QLocale &locale)
{
    QString digits = text;
    digits.remove(symbolOf(currency, locale)).remove(currency.code()).remove(kRightToLeftMark);
    digits = digits.simplified().remove(QLatin1Char(' ')).remove(QChar(QChar::Nbsp));
    // A till is fed from a numeric pad: both a point and a comma followed by at most the currency's digits is decimal.
    QString plain;
    qsizetype point = -1;
    for (const QChar c : digits) {
        const int value = c.digitValue();
        if (value >= 0) {
            plain += QLatin1Char(static_cast<char>('0' + value));
        } else if (c == QLatin1Char('.') || c == QLatin1Char(',') || c == QChar(0x066B)) {
            if (point >= 0)
                return std::nullopt;
            point = plain.size();
        } else {
            return std::nullopt;
        }
    }
    const qsizetype decimals = point < 0 ? 0 : plain.size() - point;
    if (plain.isEmpty() || plain.size() > 13 || decimals > currency.digits())
        return std::nullopt;
    qint64 amount = plain.toLongLong();
    for (qsizetype digit = decimals; digit < currency.digits(); ++digit)
        amount *= 10;
    if (amount > kMaxAmount)
        return std::nullopt;
    return Money {.amount = amount, .currency = currency};
}

QString formatAmount(const Money &money, const QLocale &locale)
{
    const qint64 units = minorUnits(money.currency);
    if (money.amount % units == 0)
        return locale.toString(money.amount / units);
    return locale.toString(static_cast<double>(money.amount) / static_cast<double>(units), 'f', money.currency.digits());
}

QString formatPriceRange(const Money &lowest, const Money &highest, const QLocale &locale)
{
    if (lowest == highest)
        return formatMoney(lowest, locale);
    return formatMoney(lowest, locale) + QStringLiteral(" – ") + formatMoney(highest, locale);
}

QDateTime inZone(Instant instant, const QString &timeZone)
{
    const QTimeZone zone(timeZone.toUtf8());
    return zone.isValid() ? toDateTime(instant).toTimeZone(zone) : toDateTime(instant);
}

QString formatDate(Instant instant, const QString &timeZone, const QLocale &locale)
{
    return locale.toString(inZone(instant, timeZone).date(), QLocale::LongFormat);
}

QString formatTime(Instant instant, const QString &timeZone, const QLocale &locale)
{
    return locale.toString(inZone(instant, timeZone).time(), QLocale::ShortFormat);
}

QString formatDateTime(Instant instant, const QString &timeZone, const QLocale &locale)
{
    const QDateTime there = inZone(instant, timeZone);
    const QString text = formatDate(instant, timeZone, locale) + QStringLiteral(" · ") + formatTime(instant, timeZone, locale);
    if (there.offsetFromUtc() == there.toLocalTime().offsetFromUtc())
        return text;
    return text + QLatin1Char(' ') + there.timeZoneAbbreviation();
}

QString formatCountdown(std::chrono::seconds left, const QLocale &locale)
{
    const auto total = left.count();
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    const auto two = [&plain](qint64 n) {
        const QString text = plain.toString(n);
        return n < 10 ? plain.zeroDigit() + text : text;
    };
    const QString minutesAndSeconds = two(total / 60 % 60) + QLatin1Char(':') + two(total % 60);
    if (total >= 3600)
        return plain.toString(static_cast<qlonglong>(total / 3600)) + QLatin1Char(':') + minutesAndSeconds;
    return total / 60 < 10 ? minutesAndSeconds.mid(1) : minutesAndSeconds;
}

} // namespace parterre::ui
