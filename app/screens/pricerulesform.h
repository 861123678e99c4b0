// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/card.h"
#include "shared/domain/event.h"

class QComboBox;

namespace parterre::ui {

class AmountSpin;
class ShareSpin;

// What is charged besides the prices of an event, and what stays of tickets that are given back.
class PriceRulesForm : public Card
{
    Q_OBJECT
public:
    explicit PriceRulesForm(QWidget *parent = nullptr);

    void show(const std::optional<PriceRules> &rules, const Currency &currency);
    void setCurrency(const Currency &currency);
    // All zero when nothing is charged.
    [[nodiscard]] PriceRules rules() const;

Q_SIGNALS:
    void edited();

private:
    AmountSpin *m_ticketFee;
    AmountSpin *m_bookingFee;
    ShareSpin *m_tax;
    ShareSpin *m_feeTax;
    QComboBox *m_mode;
    AmountSpin *m_cancelFee;
    ShareSpin *m_cancelShare;
};

} // namespace parterre::ui
