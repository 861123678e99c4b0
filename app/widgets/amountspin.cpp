// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/amountspin.h"

#include "shared/domain/discount.h"

#include <cmath>

namespace parterre::ui {

AmountSpin::AmountSpin(qint64 most, QWidget *parent) : QDoubleSpinBox(parent), m_most(most)
{
    setCurrency({});
}

void AmountSpin::setCurrency(const Currency &currency)
{
    if (currency == m_currency && !suffix().isEmpty()) // else what is being typed would be set anew
        return;
    const qint64 kept = amount();
    m_currency = currency;
    const double whole = std::pow(10, currency.digits());
    setDecimals(currency.digits());
    setMaximum(static_cast<double>(m_most) / whole);
    setSuffix(u' ' + currency.code());
    setAmount(kept);
}

void AmountSpin::setAmount(qint64 minorUnits)
{
    setValue(static_cast<double>(minorUnits) / std::pow(10, decimals()));
}

qint64 AmountSpin::amount() const
{
    return qRound64(value() * std::pow(10, decimals()));
}

ShareSpin::ShareSpin(QWidget *parent) : QDoubleSpinBox(parent)
{
    setRange(0, kWholeShare / 100.0);
    setDecimals(2);
    setSuffix(tr(" %"));
}

} // namespace parterre::ui
