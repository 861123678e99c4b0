// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/printerpreferences.h"
#include "app/state/ticketdesk.h"
#include "app/state/tillprinter.h"
#include "app/widgets/messagebanner.h"

#include <QQueue>

namespace parterre::ui {

// The receipt printer beside the till: prints bookings one after the other and opens the drawer. What is sold goes on
// whatever becomes of the paper.
class TillDesk : public QObject
{
    Q_OBJECT
public:
    // All outlive it. `tickets` is its alone: it gathers what the next booking's tickets say. The paper has the locale and
    // font of `owner`.
    TillDesk(TicketDesk &tickets, TillPrinter &printer, PrinterPreferences &preferences, QWidget &owner);

    [[nodiscard]] PrinterSetup setup() const { return m_preferences.printer(); }
    void setSetup(const PrinterSetup &setup);
    [[nodiscard]] bool hasPrinter() const { return !setup().address.isEmpty(); }

    // What somebody paid at this desk, or was paid back: opens the drawer if cash is among it.
    void onPaid(const QList<Payment> &payments);
    // Prints it when sales are to be printed; what is only reserved has no tickets yet.
    void onSold(const Booking &booking);
    // Ends in printed() or said().
    void print(const Booking &booking, bool together, bool withReceipt);
    // A ticket that is none, and the drawer, if it is to open at all.
    void printTest();

Q_SIGNALS:
    void setupChanged();
    void printed(const QString &reference); // of the booking; empty: the test
    // Of a sale whose paper, or drawer, failed.
    void said(Severity severity, const QString &words);

private:
    struct Wish {
        Booking booking = {};
        bool together = false;
        bool withReceipt = false;
    };

    void gatherNext();
    void onFetched(const TicketBundle &bundle);
    void send(const PaperJob &job);
    void openDrawer();
    [[nodiscard]] PaperJob jobOf(const QString &title) const;

    TicketDesk &m_tickets;
    TillPrinter &m_printer;
    PrinterPreferences &m_preferences;
    QWidget &m_owner;
    QQueue<Wish> m_wishes; // the first is being gathered
};

} // namespace parterre::ui
