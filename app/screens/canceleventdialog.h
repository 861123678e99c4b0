// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/refund.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QPushButton;

namespace parterre::ui {

class TextLabel;

// What is asked about: an event, and the later dates of its series with it, if there are any.
struct CancelOffer {
    QString event = {};                       // its name
    EventSales sales = {};
    std::optional<SeriesSales> later = {};
    QString timeZone = {};                    // of the house
};

// Says what cancelling an event touches and asks why; there is no way without a reason. Asks which dates are meant where it may be
// more than this one.
class CancelEventDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CancelEventDialog(const CancelOffer &offer, QWidget *parent = nullptr);

    [[nodiscard]] QString reason() const;
    [[nodiscard]] bool isWithLater() const;
    // How many tickets of how many bookings are void then and what is to be paid back; besides, what is reserved and not paid.
    [[nodiscard]] static QString salesText(const EventSales &sales, const QLocale &locale);

private:
    [[nodiscard]] QString datesText() const;
    void showScope();

    const CancelOffer m_offer;
    QComboBox *m_scope;
    TextLabel *m_dates;
    TextLabel *m_touched;
    TextLabel *m_meaning;
    QComboBox *m_reason;
    QPushButton *m_no;
    QPushButton *m_yes;
};

} // namespace parterre::ui
