// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QList>
#include <QString>

#include <optional>

namespace parterre::ui {

// Strip: a third of A4, across. Roll: till paper, 80 mm wide.
enum class Stock { Strip, Roll };

// One ticket, every word as it will stand there.
struct PaperTicket {
    QString house = {};
    QString address = {};
    QString event = {};
    QString date = {};
    QString time = {};
    QString seat = {};
    QString ticketType = {};
    QString price = {};
    QString customer = {};
    QString reference = {};
    QString number = {};
    QString code = {};        // for the QR code
    QImage logo = {};         // of the house; null: none

    friend bool operator==(const PaperTicket &, const PaperTicket &) = default;
};

struct ReceiptLine {
    QString words = {};
    QString amount = {};

    friend bool operator==(const ReceiptLine &, const ReceiptLine &) = default;
};

struct PaperReceipt {
    QString house = {};
    QString address = {};
    QString title = {};
    QString number = {};       // of this one: another, once something more was paid
    QString when = {};
    QList<ReceiptLine> sold = {};
    ReceiptLine total = {};
    QList<ReceiptLine> paid = {};
    QImage logo = {};         // as on tickets

    friend bool operator==(const PaperReceipt &, const PaperReceipt &) = default;
};

// A voucher, every word as it will stand there.
struct PaperVoucher {
    QString title = {};
    QString amount = {};
    QString valid = {};        // until when; empty: for ever
    QString advice = {};       // what it is good for
    QString code = {};         // for people and for the QR code

    friend bool operator==(const PaperVoucher &, const PaperVoucher &) = default;
};

// What is to be put on paper, and how.
struct PaperJob {
    QString title = {};                        // of the document
    QList<PaperTicket> tickets = {};
    std::optional<PaperReceipt> receipt = {};
    std::optional<PaperVoucher> voucher = {};  // instead of a receipt
    Stock stock = Stock::Strip;
    bool together = false;                     // the whole party on one page, as far as the stock allows; else a page each
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QFont font = {};
};

} // namespace parterre::ui
