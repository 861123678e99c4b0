// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/pricerulesform.h"

#include "app/widgets/amountspin.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/eventrules.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace parterre::ui {

PriceRulesForm::PriceRulesForm(QWidget *parent)
    : Card(parent), m_ticketFee(new AmountSpin(EventLimits::kPrice)), m_bookingFee(new AmountSpin(EventLimits::kPrice)), m_tax(new ShareSpin), m_feeTax(new ShareSpin),
      m_mode(new QComboBox), m_cancelFee(new AmountSpin(EventLimits::kPrice)), m_cancelShare(new ShareSpin)
{
    body()->addWidget(new TextLabel(tr("Fees and tax"), TextScale::Heading));
    m_mode->addItem(tr("Prices contain the tax"), static_cast<int>(TaxMode::Included));
    m_mode->addItem(tr("Tax is added to prices"), static_cast<int>(TaxMode::Added));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kTwoSteps);
    grid->setVerticalSpacing(kStep);
    grid->addWidget(new FormField(tr("Fee of each ticket"), m_ticketFee), 0, 0);
    grid->addWidget(new FormField(tr("Fee of a booking"), m_bookingFee), 0, 1);
    grid->addWidget(new FormField(tr("Tax of tickets"), m_tax), 1, 0);
    grid->addWidget(new FormField(tr("Tax of fees"), m_feeTax), 1, 1);
    grid->addWidget(new FormField(tr("Tax"), m_mode), 2, 0);
    grid->addWidget(new FormField(tr("Kept of each ticket given back"), m_cancelFee), 3, 0);
    grid->addWidget(new FormField(tr("And of its price"), m_cancelShare), 3, 1);
    body()->addLayout(grid);
    body()->addWidget((new TextLabel(tr("Tickets that cost nothing bear no fee. What is kept is never more than the ticket cost."), TextScale::Caption, Tone::Muted))->wrapped());
    m_ticketFee->setObjectName(QStringLiteral("ticketFee"));
    m_tax->setObjectName(QStringLiteral("ticketTax"));
    m_mode->setObjectName(QStringLiteral("taxMode"));
    m_cancelShare->setObjectName(QStringLiteral("cancelShare"));
    for (QDoubleSpinBox *spin : {static_cast<QDoubleSpinBox *>(m_ticketFee), static_cast<QDoubleSpinBox *>(m_bookingFee), static_cast<QDoubleSpinBox *>(m_tax),
                                 static_cast<QDoubleSpinBox *>(m_feeTax), static_cast<QDoubleSpinBox *>(m_cancelFee), static_cast<QDoubleSpinBox *>(m_cancelShare)})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &PriceRulesForm::edited);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &PriceRulesForm::edited);
}

void PriceRulesForm::show(const std::optional<PriceRules> &rules, const Currency &currency)
{
    const QSignalBlocker quiet(this);
    const PriceRules shown = rules.value_or(PriceRules());
    setCurrency(currency);
    m_ticketFee->setAmount(shown.ticketFee);
    m_bookingFee->setAmount(shown.bookingFee);
    m_tax->setShare(shown.taxRate);
    m_feeTax->setShare(shown.feeTaxRate);
    m_mode->setCurrentIndex(std::max(0, m_mode->findData(static_cast<int>(shown.taxMode))));
    m_cancelFee->setAmount(shown.cancelFee);
    m_cancelShare->setShare(shown.cancelShare);
}

void PriceRulesForm::setCurrency(const Currency &currency)
{
    for (AmountSpin *amount : {m_ticketFee, m_bookingFee, m_cancelFee})
        amount->setCurrency(currency);
}

PriceRules PriceRulesForm::rules() const
{
    return {.ticketFee = m_ticketFee->amount(),
            .bookingFee = m_bookingFee->amount(),
            .taxRate = m_tax->share(),
            .feeTaxRate = m_feeTax->share(),
            .taxMode = static_cast<TaxMode>(m_mode->currentData().toInt()),
            .cancelFee = m_cancelFee->amount(),
            .cancelShare = m_cancelShare->share()};
}

} // namespace parterre::ui
