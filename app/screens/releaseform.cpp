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

} // namespace

ReleaseForm::ReleaseForm(Instant start, const QString &timeZone, QWidget *parent)
    : QWidget(parent), m_start(start), m_timeZone(timeZone), m_when(new QComboBox), m_hours(new QSpinBox), m_at(makeTimeField()), m_confirm(new QCheckBox(tr("&Ask somebody first")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_when->setObjectName(QStringLiteral("releaseWhen"));
    m_when->addItem(tr("When somebody releases them"), static_cast<int>(When::Never));
    m_when->addItem(tr("Some hours before the event"), static_cast<int>(When::Before));
    m_when->addItem(tr("At a set time"), static_cast<int>(When::At));
    m_hours->setObjectName(QStringLiteral("releaseHours"));
    m_hours->setRange(0, BlockLimits::kMinutesBefore / kMinutesOfHour);
    m_hours->setValue(kUsualHours);
    m_at->setObjectName(QStringLiteral("releaseAt"));
    showIn(*m_at, m_start - std::chrono::hours(kUsualHours), m_timeZone);
    m_confirm->setObjectName(QStringLiteral("releaseConfirm"));
    m_confirm->setToolTip(tr("At that time they wait in the list of releases until somebody confirms them."));
    column->addWidget(new FormField(tr("&Free again"), m_when));
    column->addWidget(new FormField(tr("&Hours before it begins"), m_hours));
    column->addWidget(new FormField(tr("&Time"), m_at));
    column->addWidget(m_confirm);
    connect(m_when, &QComboBox::currentIndexChanged, this, &ReleaseForm::showFields);
    showFields();
}

void ReleaseForm::showFields()
{
    const auto when = static_cast<When>(m_when->currentData().toInt());
    m_hours->parentWidget()->setVisible(when == When::Before);
    m_at->parentWidget()->setVisible(when == When::At);
    m_confirm->setVisible(when != When::Never);
}

void ReleaseForm::setRelease(const std::optional<BlockRelease> &release)
{
    // What is no full hour is shown as the moment that it is.
    const bool isHours = release && release->minutesBefore && *release->minutesBefore % kMinutesOfHour == 0;
    m_when->setCurrentIndex(m_when->findData(static_cast<int>(!release ? When::Never : isHours ? When::Before : When::At)));
    if (!release)
        return;
    if (isHours)
        m_hours->setValue(*release->minutesBefore / kMinutesOfHour);
    else
        showIn(*m_at, release->timeFor(m_start), m_timeZone);
    m_confirm->setChecked(!release->isConfirmed);
}

std::optional<BlockRelease> ReleaseForm::release() const
{
    const auto when = static_cast<When>(m_when->currentData().toInt());
    if (when == When::Never)
        return std::nullopt;
    BlockRelease release {.isConfirmed = !m_confirm->isChecked()};
    if (when == When::Before)
        release.minutesBefore = m_hours->value() * kMinutesOfHour;
    else
        release.at = timeIn(*m_at, m_timeZone);
    return release;
}

} // namespace parterre::ui
