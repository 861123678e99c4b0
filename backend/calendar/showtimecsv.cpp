// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/showtimecsv.h"

#include "shared/core/localtime.h"
#include "shared/planio/csvtable.h"

#include <QHash>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace parterre::calendar {

using namespace Qt::StringLiterals;

namespace {

enum class Column { Id, Name, Start, Duration, End, Hall, Category, Description, Status };

const QHash<QString, Column> &columnNames()
{
    static const QHash<QString, Column> names {
        {u"id"_s, Column::Id},           {u"uid"_s, Column::Id},           {u"name"_s, Column::Name},   {u"title"_s, Column::Name},
        {u"start"_s, Column::Start},     {u"duration"_s, Column::Duration}, {u"end"_s, Column::End},     {u"hall"_s, Column::Hall},
        {u"location"_s, Column::Hall},   {u"category"_s, Column::Category}, {u"status"_s, Column::Status}, {u"description"_s, Column::Description},
    };
    return names;
}

// Day first, as spreadsheets of much of Europe write it.
std::optional<Instant> dottedMoment(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression pattern(u"\\A(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})[ ,T]+(\\d{1,2})[:.](\\d\\d)(?:[:.](\\d\\d))?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const LocalTime local {.date = QDate(number(3), number(2), number(1)), .time = QTime(number(4), number(5), number(6))};
    return local.date.isValid() && local.time.isValid() ? std::optional(instantIn(zone, local)) : std::nullopt;
}

std::optional<Instant> readMoment(const QString &text, const QTimeZone &zone)
{
    const std::optional<Instant> moment = momentOf(text, zone);
    return moment ? moment : dottedMoment(text, zone);
}

std::optional<std::chrono::seconds> readLength(const QString &text)
{
    static const QRegularExpression clock(u"\\A(\\d{1,3}):(\\d\\d)\\z"_s);
    bool isNumber = false;
    if (const int minutes = text.toInt(&isNumber); isNumber && minutes >= 0)
        return std::chrono::minutes(minutes);
    if (const QRegularExpressionMatch match = clock.match(text); match.hasMatch())
        return std::chrono::hours(match.captured(1).toInt()) + std::chrono::minutes(match.captured(2).toInt());
    return durationOf(text);
}

class Table
{
public:
    Table(const QTimeZone &zone, ShowtimeCollector &collector) : m_zone(zone), m_collector(collector) {}

    bool readHeader(const planio::CsvLine &line)
    {
        for (qsizetype i = 0; i < line.cells.size(); ++i) {
            const auto known = columnNames().constFind(line.cells[i].trimmed().toLower());
            if (known != columnNames().constEnd() && !m_columns.contains(*known))
                m_columns.insert(*known, i);
        }
        m_width = line.cells.size();
        return m_columns.contains(Column::Name) && m_columns.contains(Column::Start);
    }

    [[nodiscard]] bool isShort(const planio::CsvLine &line) const { return line.cells.size() < m_width; }

    void readLine(const planio::CsvLine &line)
    {
        const auto cell = [&](Column column) {
            const qsizetype at = m_columns.value(column, -1);
            return at >= 0 && at < line.cells.size() ? line.cells[at].trimmed() : QString();
        };
        const QString where = u"line %1"_s.arg(line.number);
        const QString startText = cell(Column::Start);
        if (startText.isEmpty()) {
            m_collector.lose(ShowtimeFault::StartMissing, where, cell(Column::Name));
            return;
        }
        const std::optional<Instant> start = readMoment(startText, m_zone);
        if (!start) {
            m_collector.lose(ShowtimeFault::StartUnreadable, where, startText);
            return;
        }
        m_collector.add({.uid = cell(Column::Id),
                         .name = cell(Column::Name),
                         .description = cell(Column::Description),
                         .category = categoryOf(cell(Column::Category)),
                         .start = *start,
                         .durationMinutes = minutesBetween(*start, cell(Column::Duration), cell(Column::End), where),
                         .hall = cell(Column::Hall),
                         .cancelled = cell(Column::Status).startsWith(u"cancel"_s, Qt::CaseInsensitive)},
                        where);
    }

private:
    qint32 minutesBetween(Instant start, const QString &lengthText, const QString &endText, const QString &where)
    {
        if (lengthText.isEmpty() && endText.isEmpty())
            return 0;
        std::optional<qint32> minutes;
        if (!lengthText.isEmpty()) {
            if (const auto length = readLength(lengthText))
                minutes = minutesOf(*length);
        } else if (const std::optional<Instant> end = readMoment(endText, m_zone)) {
            minutes = minutesOf(std::chrono::floor<std::chrono::seconds>(*end - start));
        }
        if (!minutes)
            m_collector.report(ShowtimeFault::DurationUnreadable, where, lengthText.isEmpty() ? endText : lengthText);
        return minutes.value_or(0);
    }

    const QTimeZone &m_zone;
    ShowtimeCollector &m_collector;
    QHash<Column, qsizetype> m_columns;
    qsizetype m_width = 0; // of the header
};

bool isBlank(const planio::CsvLine &line)
{
    return std::all_of(line.cells.cbegin(), line.cells.cend(), [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

} // namespace

Result<void> readCsvShowtimes(const QString &text, const QTimeZone &zone, ShowtimeCollector &collector)
{
    const Result<QList<planio::CsvLine>> lines = planio::readCsv(text, planio::separatorOf(text));
    if (!lines)
        return lines.error();
    Table table(zone, collector);
    // A table that ends within a line, and before its last column: its end is missing.
    const bool endsInLine = !text.endsWith(u'\n') && !text.endsWith(u'\r');
    bool hasHeader = false;
    for (const planio::CsvLine &line : *lines) {
        const bool saysSeparator = !hasHeader && line.cells.constFirst().startsWith("sep="_L1, Qt::CaseInsensitive);
        if (isBlank(line) || saysSeparator)
            continue;
        if (hasHeader && endsInLine && &line == &lines->constLast() && table.isShort(line))
            collector.lose(ShowtimeCause::CutOff, u"line %1"_s.arg(line.number), line.cells.join(u' '));
        else if (hasHeader)
            table.readLine(line);
        else if (table.readHeader(line))
            hasHeader = true;
        else
            break;
    }
    if (!hasHeader)
        return Error {.code = ErrorCode::FileInvalid, .detail = u"expected a table whose first line has the columns name and start"_s};
    return {};
}

} // namespace parterre::calendar
