// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/money.h"

#include <QDoubleSpinBox>

namespace parterre::ui {

// An amount of a currency, in its minor units; never negative.
class AmountSpin : public QDoubleSpinBox
{
    Q_OBJECT
public:
    explicit AmountSpin(qint64 most, QWidget *parent = nullptr);

    // Keeps the number of minor units.
    void setCurrency(const Currency &currency);
    void setAmount(qint64 minorUnits);
    [[nodiscard]] qint64 amount() const;

private:
    const qint64 m_most;
    Currency m_currency;
};

// A share in hundredths of a percent, as "12.5 %".
class ShareSpin : public QDoubleSpinBox
{
    Q_OBJECT
public:
    explicit ShareSpin(QWidget *parent = nullptr);

    void setShare(qint32 share) { setValue(share / 100.0); }
    [[nodiscard]] qint32 share() const { return qRound(value() * 100); }
};

} // namespace parterre::ui
