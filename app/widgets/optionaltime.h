// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QDateTimeEdit;

namespace parterre::ui {

// A moment that may be left open: a box to tick, and the time beside it. In the time zone it is told.
class OptionalTime : public QWidget
{
    Q_OBJECT
public:
    // `caption` beside the box: "Sales begin on"; the time is named by it.
    explicit OptionalTime(const QString &caption, QWidget *parent = nullptr);

    // `usual` is offered when the box is ticked.
    void setTime(const std::optional<Instant> &time, Instant usual, const QString &timeZone);
    [[nodiscard]] std::optional<Instant> time() const;
    // The same moments, by another clock.
    void setTimeZone(const QString &timeZone);

Q_SIGNALS:
    void edited();

private:
    QCheckBox *m_box;
    QDateTimeEdit *m_edit;
    QString m_timeZone;
};

// A field for date and time with a calendar to drop down. Times in it are those of a clock on the wall.
[[nodiscard]] QDateTimeEdit *makeTimeField(QWidget *parent = nullptr);
// What its clock shows in the zone, and which moment that is there.
void showIn(QDateTimeEdit &field, Instant time, const QString &timeZone);
[[nodiscard]] Instant timeIn(const QDateTimeEdit &field, const QString &timeZone);

} // namespace parterre::ui
