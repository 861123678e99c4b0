// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/salerulesform.h"

#include "app/widgets/durationspin.h"
#include "app/widgets/formfield.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/eventrules.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr std::chrono::hours kUsualAdvance {24 * 28}; // that sales begin before the event, when somebody wants a date

}

SaleRulesForm::SaleRulesForm(QWidget *parent)
    : Card(parent), m_from(new OptionalTime(tr("Sales &begin on"))), m_until(new OptionalTime(tr("Sales &end on"))), m_cancel(new OptionalTime(tr("Customers may &cancel until"))),
      m_error(new TextLabel({}, TextScale::Caption, Tone::Danger)), m_hold(new DurationSpin(EventLimits::kShortestHold, EventLimits::kLongestHold)),
      m_extension(new DurationSpin(std::chrono::seconds(0), EventLimits::kLongestHold)), m_extensions(new QSpinBox), m_seats(new QSpinBox), m_perBooking(new QSpinBox), m_orphans(new QComboBox), m_release(new QSpinBox)
{
    body()->addWidget(new TextLabel(tr("Selling rules"), TextScale::Heading));
    for (OptionalTime *time : {m_from, m_until, m_cancel}) {
        body()->addWidget(time);
        connect(time, &OptionalTime::edited, this, &SaleRulesForm::edited);
    }
    setFocusProxy(m_from);
    m_error->wrapped()->setVisible(false);
    body()->addWidget(m_error);
    body()->addWidget((new TextLabel(tr("Without a date sales begin at once, and selling and cancelling end with the start."), TextScale::Caption, Tone::Muted))->wrapped());
    m_extensions->setRange(0, EventLimits::kExtensions);
    m_seats->setRange(1, kMaxSeatsCounter);
    m_seats->setObjectName(QStringLiteral("maxSeats"));
    m_perBooking->setRange(1, kMaxSeatsCounter);
    m_perBooking->setObjectName(QStringLiteral("maxPerBooking"));
    m_release->setRange(0, static_cast<int>(EventLimits::kLongestRelease.count()));
    m_release->setObjectName(QStringLiteral("reservationRelease"));
    m_orphans->addItem(tr("Allow them"), static_cast<int>(OrphanRule::Off));
    m_orphans->addItem(tr("Warn"), static_cast<int>(OrphanRule::Warn));
    m_orphans->addItem(tr("Refuse"), static_cast<int>(OrphanRule::Block));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kTwoSteps);
    grid->setVerticalSpacing(kStep);
    grid->addWidget(new FormField(tr("Seats are &kept for (minutes)"), m_hold), 0, 0);
    grid->addWidget(new FormField(tr("Each e&xtension (minutes)"), m_extension), 0, 1);
    grid->addWidget(new FormField(tr("Extensions of a seat"), m_extensions), 1, 0);
    grid->addWidget(new FormField(tr("Seats a &customer may hold"), m_seats), 1, 1);
    grid->addWidget(new FormField(tr("Tickets in one booking of a customer"), m_perBooking), 2, 0);
    grid->addWidget(new FormField(tr("Single seats &left behind"), m_orphans), 2, 1);
    grid->addWidget(new FormField(tr("Reservations end be&fore it (minutes)"), m_release), 3, 0);
    body()->addLayout(grid);
    m_hold->setObjectName(QStringLiteral("holdTime"));
    connect(m_seats, &QSpinBox::valueChanged, this, [this](int seats) {
        if (!m_follows)
            return;
        m_perBooking->setValue(seats);
        m_follows = true;
    });
    connect(m_perBooking, &QSpinBox::valueChanged, this, [this] { m_follows = false; });
    for (QSpinBox *spin : {static_cast<QSpinBox *>(m_hold), static_cast<QSpinBox *>(m_extension), m_extensions, m_seats, m_perBooking, m_release})
        connect(spin, &QSpinBox::valueChanged, this, &SaleRulesForm::edited);
    connect(m_orphans, &QComboBox::currentIndexChanged, this, &SaleRulesForm::edited);
}

void SaleRulesForm::show(const SaleRules &rules, Instant start, const QString &timeZone)
{
    const QSignalBlocker quiet(this);
    m_from->setTime(rules.salesFrom, start - kUsualAdvance, timeZone);
    m_until->setTime(rules.salesUntil, start, timeZone);
    m_cancel->setTime(rules.cancelUntil, start, timeZone);
    m_hold->setDuration(rules.holdTime);
    m_extension->setDuration(rules.extensionTime);
    m_extensions->setValue(rules.maxExtensions);
    m_seats->setValue(rules.maxSeats);
    m_perBooking->setValue(rules.mostInBooking());
    m_follows = !rules.maxPerBooking;
    m_release->setValue(static_cast<int>(rules.reservationRelease.count()));
    m_orphans->setCurrentIndex(std::max(0, m_orphans->findData(static_cast<int>(rules.orphanRule))));
}

SaleRules SaleRulesForm::rules() const
{
    return {.holdTime = m_hold->duration(),
            .extensionTime = m_extension->duration(),
            .maxExtensions = m_extensions->value(),
            .maxSeats = m_seats->value(),
            .maxPerBooking = m_follows ? std::nullopt : std::optional(m_perBooking->value()),
            .salesFrom = m_from->time(),
            .salesUntil = m_until->time(),
            .cancelUntil = m_cancel->time(),
            .orphanRule = static_cast<OrphanRule>(m_orphans->currentData().toInt()),
            .reservationRelease = std::chrono::minutes(m_release->value())};
}

void SaleRulesForm::setError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

} // namespace parterre::ui
