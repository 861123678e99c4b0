// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/refund.h"

#include <QDialog>

class QComboBox;

namespace parterre::ui {

// Says what cancelling an event touches and asks why; there is no way without a reason.
class CancelEventDialog : public QDialog
{
    Q_OBJECT
public:
    CancelEventDialog(const QString &event, const EventSales &sales, QWidget *parent = nullptr);

    [[nodiscard]] QString reason() const;
    // "12 tickets of 5 bookings, sold for €340.00".
    [[nodiscard]] static QString salesText(const EventSales &sales, const QLocale &locale);

private:
    QComboBox *m_reason;
};

} // namespace parterre::ui
