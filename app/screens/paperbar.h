// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/paperjob.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace parterre::ui {

enum class PaperAct { Print, SavePdf, SaveCalendar };

struct PaperWish {
    Stock stock = Stock::Strip;
    bool together = false;
    bool receipt = false;
    bool atTill = false; // on the desk's receipt printer
};

// How a booking's tickets are to come out, and the buttons that make it so.
class PaperBar : public QWidget
{
    Q_OBJECT
public:
    explicit PaperBar(QWidget *parent = nullptr);

    // Whether a ticket may get a new code from here.
    void setReprintOffered(bool offered);
    // Only one ticket at a time gets a new code.
    void setReprintEnabled(bool enabled);
    // Whether the tickets may be sent by mail from here.
    void setMailOffered(bool offered);
    // There are no tickets any more, but there is a receipt.
    void setReceiptOnly(bool only);
    // Whether the desk has a receipt printer: then that is what one prints on first.
    void setTillPrinter(bool there);

Q_SIGNALS:
    void requested(PaperAct act, const PaperWish &wish);
    void mailRequested();
    void reprintRequested();

private:
    void namePrint();
    void ask(PaperAct act);

    QComboBox *m_stock;
    QCheckBox *m_together;
    QCheckBox *m_receipt;
    QPushButton *m_print;
    QPushButton *m_calendar;
    QPushButton *m_mail;
    QPushButton *m_reprint;
    bool m_receiptOnly = false;
};

} // namespace parterre::ui
