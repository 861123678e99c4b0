// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace parterre::calendar {

// The lines of an iCalendar file as libical is to get them, and where in the file they stand, which it does not say.
class CalendarLines
{
public:
    explicit CalendarLines(const QString &file);

    // Each line whole. A list of dates is a line for each, so that one that cannot be read does not take along those after it.
    [[nodiscard]] const QString &text() const { return m_text; }
    // A stranger may nest components so deep that freeing them is too much.
    [[nodiscard]] bool isNestedTooDeep() const { return m_isTooDeep; }
    // Whether a component begins that never ends.
    [[nodiscard]] bool isCutOff() const { return m_depth > 0; }
    [[nodiscard]] qint32 lastLine() const { return m_lastLine; }

    // Events that are in no other one, in their order.
    [[nodiscard]] qsizetype eventCount() const { return m_events.size(); }
    // The line on which the event has that in a property about its time; 0: on none.
    [[nodiscard]] qint32 lineOf(qsizetype event, QLatin1StringView property, const QString &part) const;

private:
    struct Property {
        qsizetype at = 0;   // in the text
        qsizetype size = 0;
        qint32 line = 0;
    };

    void add(QStringView line, qint32 number);
    void append(QStringView line, qint32 number);

    QString m_text;
    QList<qsizetype> m_events;      // where the properties of each begin in the list
    QList<Property> m_properties;   // about times, of events
    int m_depth = 0;
    int m_eventDepth = 0;           // of the event that is being read; 0: none
    qint32 m_lastLine = 0;
    bool m_isTooDeep = false;
};

} // namespace parterre::calendar
