// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pricegridmodel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;
class QToolButton;

namespace parterre::ui {

class TextLabel;

// Prices as an editable table, with what changes many at once below it. Tab leaves the table; arrow keys, typing and
// Delete work in it.
class PriceGrid : public QWidget
{
    Q_OBJECT
public:
    // `prices` outlives it.
    explicit PriceGrid(PriceGridModel &prices, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Shown;

    QWidget *buildTypes();
    QWidget *buildChanges();
    void showColumn();
    void showUnit();
    void fitHeight();
    void changePrices();
    [[nodiscard]] int column() const;
    // Those selected, or all of them.
    [[nodiscard]] QModelIndexList chosenCells() const;

    PriceGridModel &m_prices;
    Shown *m_shown;
    QTableView *m_table;
    TextLabel *m_hint;
    QLineEdit *m_typeName;
    QToolButton *m_earlier;
    QToolButton *m_later;
    QToolButton *m_remove;
    QPushButton *m_add;
    QSpinBox *m_change;
    QComboBox *m_unit;
    QPushButton *m_apply;
    QPushButton *m_copyRow;
};

} // namespace parterre::ui
