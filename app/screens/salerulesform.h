// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/card.h"
#include "shared/domain/event.h"

class QComboBox;
class QSpinBox;

namespace parterre::ui {

class DurationSpin;
class OptionalTime;
class TextLabel;

// How an event is sold: when, how long seats are kept, how many one may have.
class SaleRulesForm : public Card
{
    Q_OBJECT
public:
    explicit SaleRulesForm(QWidget *parent = nullptr);

    void show(const SaleRules &rules, Instant start, const QString &timeZone);
    [[nodiscard]] SaleRules rules() const;
    // Of the sales window; empty: none.
    void setError(const QString &text);

Q_SIGNALS:
    void edited();

private:
    OptionalTime *m_from;
    OptionalTime *m_until;
    OptionalTime *m_cancel;
    TextLabel *m_error;
    DurationSpin *m_hold;
    DurationSpin *m_extension;
    QSpinBox *m_extensions;
    QSpinBox *m_seats;
    QSpinBox *m_perBooking;
    bool m_follows = false; // the event has no limit of bookings of its own
    QComboBox *m_orphans;
    QSpinBox *m_release;
};

} // namespace parterre::ui
