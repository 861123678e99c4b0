// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/cartmodel.h"
#include "app/widgets/card.h"

#include <QHash>

class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace parterre::ui {

class CartLineRow;
class CountdownLabel;
class EmptyState;
class FormField;
class TextLabel;

// The seats this session holds, what they cost and how long they are kept; from here they are given back, kept longer
// and booked.
class CartDock : public Card
{
    Q_OBJECT
public:
    // Both outlive the dock.
    CartDock(CartModel &cart, const Clock &clock, QWidget *parent = nullptr);

Q_SIGNALS:
    void releaseRequested(EventId event, qint32 place, const QString &label);
    void bookRequested();

private:
    void buildHead();
    void buildExchange();
    void buildFoot();
    void syncRows();
    void syncTotals();
    void syncQuote();
    void applyCode();
    void syncExchange();

    CartModel &m_cart;
    TextLabel *m_count;
    CountdownLabel *m_countdown;
    QPushButton *m_extend;
    QScrollArea *m_scroll;
    QVBoxLayout *m_lines;
    QList<CartLineRow *> m_rows; // one per row of the model, in its order
    EmptyState *m_empty;
    QWidget *m_exchange = nullptr; // what is given back
    TextLabel *m_exchangeTitle = nullptr;
    TextLabel *m_exchangeText = nullptr;
    QWidget *m_foot = nullptr;
    QLineEdit *m_code = nullptr;
    FormField *m_codeField = nullptr;
    TextLabel *m_charges = nullptr; // of the booking, and the tax
    TextLabel *m_totalName;
    TextLabel *m_total;
    QPushButton *m_book;
};

} // namespace parterre::ui
