// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/releaseform.h"

#include "app/widgets/formfield.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/tones.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kMinutesOfHour = 60;
constexpr int kUsualHours = 24;
constexpr int kUsualMinutes = 30;

} // namespace

ReleaseForm::ReleaseForm(Instant start, const QString &timeZone, QWidget *parent)
    : QWidget(parent), m_start(start), m_timeZone(timeZone), m_when(new QComboBox), m_hours(new QSpinBox), m_minutes(new QSpinBox), m_at(makeTimeField()), m_confirm(new QCheckBox(tr("&Ask somebody first")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_when->setObjectName(QStringLiteral("releaseWhen"));
    m_when->addItem(tr("When somebody releases them"), static_cast<int>(When::Never));
    m_when->addItem(tr("Some hours before the event"), static_cast<int>(When::HoursBefore));
    m_when->addItem(tr("Some minutes before the event"), static_cast<int>(When::MinutesBefore));
    m_when->addItem(tr("At a set time"), static_cast<int>(When::At));
    m_hours->setObjectName(QStringLiteral("releaseHours"));
    m_hours->setRange(0, BlockLimits::kMinutesBefore / kMinutesOfHour);
    m_hours->setValue(kUsualHours);
    m_minutes->setObjectName(QStringLiteral("releaseMinutes"));
    m_minutes->setRange(0, BlockLimits::kMinutesBefore);
    m_minutes->setValue(kUsualMinutes);
    m_at->setObjectName(QStringLiteral("releaseAt"));
    showIn(*m_at, m_start - std::chrono::hours(kUsualHours), m_timeZone);
    m_confirm->setObjectName(QStringLiteral("releaseConfirm"));
    m_confirm->setToolTip(tr("At that time they wait in the list of releases until somebody confirms them."));
    column->addWidget(new FormField(tr("&Free again"), m_when));
    column->addWidget(new FormField(tr("&Hours before it begins"), m_hours));
    column->addWidget(new FormField(tr("&Minutes before it begins"), m_minutes));
    column->addWidget(new FormField(tr("&Time"), m_at));
    column->addWidget(m_confirm);
    connect(m_when, &QComboBox::currentIndexChanged, this, &ReleaseForm::showFields);
    showFields();
}

void ReleaseForm::showFields()
{
    const auto when = static_cast<When>(m_when->currentData().toInt());
    m_hours->parentWidget()->setVisible(when == When::HoursBefore);
    m_minutes->parentWidget()->setVisible(when == When::MinutesBefore);
    m_at->parentWidget()->setVisible(when == When::At);
    m_confirm->setVisible(when != When::Never);
}

void ReleaseForm::setRelease(const std::optional<BlockRelease> &release)
{
    When when = When::Never;
    if (release && release->minutesBefore)
        when = *release->minutesBefore % kMinutesOfHour == 0 ? When::HoursBefore : When::MinutesBefore;
    else if (release)
        when = When::At;
    m_when->setCurrentIndex(m_when->findData(static_cast<int>(when)));
    if (!release)
        return;
    if (release->minutesBefore) {
        m_hours->setValue(*release->minutesBefore / kMinutesOfHour);
        m_minutes->setValue(*release->minutesBefore);
    }
    showIn(*m_at, release->timeFor(m_start), m_timeZone);
    m_confirm->setChecked(!release->isConfirmed);
}

std::optional<BlockRelease> ReleaseForm::release() const
{
    const auto when = static_cast<When>(m_when->currentData().toInt());
    if (when == When::Never)
        return std::nullopt;
    BlockRelease release {.isConfirmed = !m_confirm->isChecked()};
    if (when == When::HoursBefore)
        release.minutesBefore = m_hours->value() * kMinutesOfHour;
    else if (when == When::MinutesBefore)
        release.minutesBefore = m_minutes->value();
    else
        release.at = timeIn(*m_at, m_timeZone);
    return release;
}

} // namespace parterre::ui
