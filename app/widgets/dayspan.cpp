// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/dayspan.h"

#include "app/widgets/textlabel.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace parterre::ui {
namespace {

QDateEdit *makeDayField(const QString &name)
{
    auto *field = new QDateEdit;
    field->setCalendarPopup(true);
    field->calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    field->setDateRange(QDate(1970, 1, 1), QDate(2199, 12, 31));
    field->setKeyboardTracking(false); // the first digit of a day is a day, too
    field->setAccessibleName(name);
    return field;
}

} // namespace

DaySpan::DaySpan(QWidget *parent) : QWidget(parent), m_first(makeDayField(tr("First day"))), m_last(makeDayField(tr("Last day")))
{
    m_first->setObjectName(QStringLiteral("firstDay"));
    m_last->setObjectName(QStringLiteral("lastDay"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    row->addWidget(new TextLabel(tr("From", "a day")));
    row->addWidget(m_first);
    row->addWidget(new TextLabel(tr("to", "a day")));
    row->addWidget(m_last);
    setFocusProxy(m_first);
    connect(m_first, &QDateEdit::dateChanged, this, &DaySpan::onFirstChanged);
    connect(m_last, &QDateEdit::dateChanged, this, &DaySpan::edited);
}

void DaySpan::setDays(QDate first, QDate last)
{
    const QSignalBlocker firstQuiet(m_first);
    const QSignalBlocker lastQuiet(m_last);
    m_first->setDate(first);
    m_last->setMinimumDate(first);
    m_last->setDate(last);
}

QDate DaySpan::first() const
{
    return m_first->date();
}

QDate DaySpan::last() const
{
    return m_last->date();
}

void DaySpan::onFirstChanged(QDate first)
{
    const QSignalBlocker quiet(m_last); // said once
    m_last->setMinimumDate(first);
    Q_EMIT edited();
}

} // namespace parterre::ui
