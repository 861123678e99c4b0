// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/optionaltime.h"

#include "app/widgets/formats.h"
#include "app/widgets/tones.h"
#include "shared/core/utctime.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QTimeZone>

namespace parterre::ui {
namespace {

constexpr int kRoomAround = 64; // of the text: the frame and what drops the calendar down

}

QDateTimeEdit *makeTimeField(QWidget *parent)
{
    auto *field = new QDateTimeEdit(parent);
    field->setTimeSpec(Qt::UTC); // it does not know of zones: an hour that a summer time skips can be typed
    field->setCalendarPopup(true);
    field->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + QStringLiteral("  ") + QLocale().timeFormat(QLocale::ShortFormat));
    field->setDateTimeRange(QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC), QDateTime(QDate(2199, 12, 31), QTime(23, 59), Qt::UTC));
    field->setMinimumWidth(field->fontMetrics().horizontalAdvance(QLocale().toString(QDateTime(QDate(2030, 12, 28), QTime(20, 58, 58)), field->displayFormat())) + kRoomAround);
    field->calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    return field;
}

void showIn(QDateTimeEdit &field, Instant time, const QString &timeZone)
{
    const QDateTime there = inZone(time, timeZone);
    field.setDateTime(QDateTime(there.date(), there.time(), Qt::UTC));
}

Instant timeIn(const QDateTimeEdit &field, const QString &timeZone)
{
    const QDateTime wall = field.dateTime();
    const QTimeZone zone(timeZone.toUtf8());
    const QDateTime there = zone.isValid() ? QDateTime(wall.date(), wall.time(), zone) : wall;
    return Instant(std::chrono::milliseconds(there.toMSecsSinceEpoch()));
}

OptionalTime::OptionalTime(const QString &caption, QWidget *parent) : QWidget(parent), m_box(new QCheckBox(caption)), m_edit(makeTimeField())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    row->addWidget(m_box, 1);
    row->addWidget(m_edit);
    setFocusProxy(m_box);
    m_edit->setAccessibleName(QString(caption).remove(QLatin1Char('&')));
    m_edit->setEnabled(false);
    connect(m_box, &QCheckBox::toggled, m_edit, &QWidget::setEnabled);
    connect(m_box, &QCheckBox::toggled, this, &OptionalTime::edited);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &OptionalTime::edited);
}

void OptionalTime::setTime(const std::optional<Instant> &time, Instant usual, const QString &timeZone)
{
    const QSignalBlocker boxQuiet(m_box);
    const QSignalBlocker editQuiet(m_edit);
    m_timeZone = timeZone;
    m_box->setChecked(time.has_value());
    m_edit->setEnabled(time.has_value());
    showIn(*m_edit, time.value_or(usual), timeZone);
}

void OptionalTime::setTimeZone(const QString &timeZone)
{
    const QSignalBlocker quiet(m_edit);
    const Instant time = timeIn(*m_edit, m_timeZone);
    m_timeZone = timeZone;
    showIn(*m_edit, time, timeZone);
}

std::optional<Instant> OptionalTime::time() const
{
    return m_box->isChecked() ? std::optional(timeIn(*m_edit, m_timeZone)) : std::nullopt;
}

} // namespace parterre::ui
