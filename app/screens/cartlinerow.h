// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/cart.h"

#include <QWidget>

class QAbstractButton;
class QComboBox;

namespace parterre::ui {

class ElidedLabel;
class TextLabel;

// One held seat in the cart: which, as what kind of ticket, for how much, and a button to give it back.
class CartLineRow : public QWidget
{
    Q_OBJECT
public:
    explicit CartLineRow(QWidget *parent = nullptr);

    void setLine(const protocol::CartLine &line, const QString &ticketType);
    // What it costs in all, and what that is made of where the server says so; no price: it is being asked for.
    void setPrice(const std::optional<Money> &price, const protocol::QuoteLine *quoted);

Q_SIGNALS:
    void ticketTypeChosen(const QString &ticketType);
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillTypes(const protocol::CartLine &line);

    ElidedLabel *m_label;
    TextLabel *m_price;
    TextLabel *m_parts;
    QComboBox *m_type;
    QAbstractButton *m_remove;
    QList<protocol::TicketPrice> m_prices;
};

} // namespace parterre::ui
