// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/durationspin.h"

#include <QLocale>

#include <optional>

namespace parterre::ui {
namespace {

constexpr int kMinute = 60;
constexpr qsizetype kMostDigits = 5;

std::optional<int> numberIn(QStringView digits)
{
    int number = 0;
    for (const QChar c : digits) {
        const int value = c.digitValue();
        if (value < 0)
            return std::nullopt;
        number = number * 10 + value;
    }
    return digits.isEmpty() || digits.size() > kMostDigits ? std::nullopt : std::optional(number);
}

std::optional<int> secondsIn(const QString &text)
{
    const QString plain = text.trimmed();
    const qsizetype colon = plain.indexOf(u':');
    const auto minutes = numberIn(QStringView(plain).first(colon < 0 ? plain.size() : colon));
    if (!minutes || colon < 0)
        return minutes ? std::optional(*minutes * kMinute) : std::nullopt;
    const auto seconds = numberIn(QStringView(plain).sliced(colon + 1));
    if (!seconds || *seconds >= kMinute)
        return std::nullopt;
    return *minutes * kMinute + *seconds;
}

} // namespace

DurationSpin::DurationSpin(std::chrono::seconds shortest, std::chrono::seconds longest, QWidget *parent) : QSpinBox(parent)
{
    setRange(static_cast<int>(shortest.count()), static_cast<int>(longest.count()));
    setSingleStep(kMinute);
}

QString DurationSpin::textFromValue(int value) const
{
    QLocale plain = locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    const QString seconds = plain.toString(value % kMinute);
    return plain.toString(value / kMinute) + u':' + (seconds.size() < 2 ? plain.zeroDigit() + seconds : seconds);
}

int DurationSpin::valueFromText(const QString &text) const
{
    return secondsIn(text).value_or(value());
}

QValidator::State DurationSpin::validate(QString &text, int &) const
{
    if (const auto seconds = secondsIn(text); seconds && *seconds >= minimum() && *seconds <= maximum())
        return QValidator::Acceptable;
    const bool possible = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.digitValue() >= 0 || c == u':'; });
    return possible && text.count(u':') <= 1 && text.size() <= kMostDigits + 3 ? QValidator::Intermediate : QValidator::Invalid;
}

} // namespace parterre::ui
