// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/block.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QSpinBox;

namespace parterre::ui {

// When blocked seats become free: when somebody says so, some hours or minutes before the event begins, or at a moment; and
// whether somebody is asked then.
class ReleaseForm : public QWidget
{
    Q_OBJECT
public:
    // `start` of the event, by the clock of its venue.
    ReleaseForm(Instant start, const QString &timeZone, QWidget *parent = nullptr);

    void setRelease(const std::optional<BlockRelease> &release);
    [[nodiscard]] std::optional<BlockRelease> release() const;

private:
    enum class When { Never, HoursBefore, MinutesBefore, At };

    void showFields();

    const Instant m_start;
    const QString m_timeZone;
    QComboBox *m_when;
    QSpinBox *m_hours;
    QSpinBox *m_minutes;
    QDateTimeEdit *m_at;
    QCheckBox *m_confirm;
};

} // namespace parterre::ui
