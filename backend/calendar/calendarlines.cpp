// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/calendarlines.h"

#include <algorithm>
#include <array>

namespace parterre::calendar {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 8;                 // libical frees what is nested by recursion
constexpr qsizetype kHeadLength = 64;       // of a list of dates that is taken apart: its head is in every line then
constexpr qsizetype kDateLength = 8;        // "20270205"; what is shorter on average is no such list

constexpr std::array kTimes {"DTSTART"_L1, "DTEND"_L1, "DURATION"_L1, "EXDATE"_L1, "RDATE"_L1, "RRULE"_L1, "RECURRENCE-ID"_L1};

bool isProperty(QStringView line, QLatin1StringView name)
{
    return line.startsWith(name, Qt::CaseInsensitive) && line.size() > name.size() && (line[name.size()] == u':' || line[name.size()] == u';');
}

// Where the value begins; the size of the line when it has none.
qsizetype valueOf(QStringView line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'"')
            quoted = !quoted;
        else if (line[i] == u':' && !quoted)
            return i + 1;
    }
    return line.size();
}

} // namespace

// Lines that go on in the next one are one, and nothing is in the text that ends it early. As libical has it: a lone CR ends a
// line, too. Blank lines are left out, so that none begins as a continuation afterwards.
CalendarLines::CalendarLines(const QString &file)
{
    QString text = file;
    text.remove(u'\0').replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    m_text.reserve(text.size());
    QString whole;
    qint32 begin = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        ++m_lastLine;
        if (line.isEmpty())
            continue;
        const bool goesOn = begin > 0 && (line.front() == u' ' || line.front() == u'\t');
        if (!goesOn) {
            add(whole, begin);
            whole.clear();
            begin = m_lastLine;
        }
        whole += goesOn ? line.sliced(1) : line;
    }
    add(whole, begin);
    if (text.endsWith(u'\n'))
        --m_lastLine;
}

void CalendarLines::add(QStringView line, qint32 number)
{
    if (number == 0)
        return;
    const qsizetype value = isProperty(line, "EXDATE"_L1) || isProperty(line, "RDATE"_L1) ? valueOf(line) : line.size();
    const QStringView dates = line.sliced(value);
    if (value > kHeadLength || dates.count(u',') * (kDateLength + 1) > dates.size()) {
        append(line, number);
        return;
    }
    for (const QStringView date : dates.split(u','))
        append(line.first(value).toString().append(date), number);
}

void CalendarLines::append(QStringView line, qint32 number)
{
    const qsizetype at = m_text.size();
    m_text += line;
    m_text += u'\n';
    if (line.startsWith("BEGIN"_L1, Qt::CaseInsensitive)) {
        m_isTooDeep = ++m_depth > kDeepest || m_isTooDeep;
        if (m_eventDepth == 0 && line.trimmed().compare("BEGIN:VEVENT"_L1, Qt::CaseInsensitive) == 0) {
            m_eventDepth = m_depth;
            m_events.append(m_properties.size());
        }
    } else if (line.startsWith("END:"_L1, Qt::CaseInsensitive)) {
        m_depth = std::max(0, m_depth - 1); // as libical counts
        if (m_depth < m_eventDepth)
            m_eventDepth = 0;
    } else if (m_eventDepth > 0 && m_depth == m_eventDepth
               && std::any_of(kTimes.begin(), kTimes.end(), [line](QLatin1StringView name) { return isProperty(line, name); })) {
        m_properties.append({.at = at, .size = line.size(), .line = number});
    }
}

qint32 CalendarLines::lineOf(qsizetype event, QLatin1StringView property, const QString &part) const
{
    const qsizetype end = event + 1 < m_events.size() ? m_events[event + 1] : m_properties.size();
    for (qsizetype i = m_events[event]; i < end; ++i) {
        const QStringView line = QStringView(m_text).sliced(m_properties[i].at, m_properties[i].size);
        if (isProperty(line, property) && line.contains(part))
            return m_properties[i].line;
    }
    return 0;
}

} // namespace parterre::calendar
