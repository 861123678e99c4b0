// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/importreport.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

namespace parterre::planio {

// Reads one object of somebody else's format: takes what makes sense, and reports what it had to bend.
class TolerantObject
{
public:
    TolerantObject(const QJsonObject &object, const JsonPlace &place, ImportReport &report) : m_object(object), m_place(place), m_report(report) {}

    // Cleaned and shortened; a number counts as its text. Empty when absent or null.
    [[nodiscard]] QString text(QLatin1StringView key, qsizetype maxLength);
    // A name that may be text or a number, both without a word.
    [[nodiscard]] QString word(QLatin1StringView key, qsizetype maxLength);
    // Absent or of another type is false.
    [[nodiscard]] bool flag(QLatin1StringView key) { return value(key).toBool(); }
    [[nodiscard]] bool has(QLatin1StringView key) const { return m_object.contains(key); }
    // Text that is a number counts as one; moved into the range. Nothing when absent or null.
    [[nodiscard]] std::optional<double> number(QLatin1StringView key, double min, double max);
    [[nodiscard]] double number(QLatin1StringView key, double min, double max, double otherwise) { return number(key, min, max).value_or(otherwise); }
    // {x, y}; (0, 0) when absent, which is reported.
    [[nodiscard]] PlanPoint point(QLatin1StringView key);
    // "#rrggbb" or empty.
    [[nodiscard]] QString color(QLatin1StringView key);
    [[nodiscard]] QJsonArray array(QLatin1StringView key);
    [[nodiscard]] QJsonObject object(QLatin1StringView key);
    // A key of the format that says nothing a plan could keep and nobody would miss.
    void ignore(QLatin1StringView key) { note(key); }
    // Counts every key that was not asked for.
    void finish();

    [[nodiscard]] const JsonPlace &place() const { return m_place; }

private:
    QJsonValue value(QLatin1StringView key);
    void note(QLatin1StringView key) { m_asked.at(m_askedCount++) = key; }

    const QJsonObject m_object;
    const JsonPlace &m_place;
    ImportReport &m_report;
    std::array<QLatin1StringView, 48> m_asked;
    std::size_t m_askedCount = 0;
};

// Without control characters, half characters and byte-order marks, without outer white space, at most `maxLength` long.
[[nodiscard]] QString cleanText(const QString &text, qsizetype maxLength);

} // namespace parterre::planio
