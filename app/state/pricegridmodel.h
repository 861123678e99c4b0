// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"
#include "shared/domain/plan.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

namespace parterre {

// The prices of an event as a table: a row for each category of its plan, a column for each ticket type. A cell without
// a price is not sold. Prices of categories another plan does not have are kept, and are back with their plan.
class PriceGridModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        AmountRole = Qt::UserRole, // qint64, minor units; invalid: none. May be set
        ColorRole,                 // the category's, "#rrggbb"; of row headers
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setContent(const QList<Category> &categories, const QList<TicketType> &types, const Currency &currency, const QList<PriceEntry> &prices);
    // The ticket types are stored by now: their keys stay. The key of a new one follows its name.
    void keepKeys();
    void setCategories(const QList<Category> &categories);
    void setCurrency(const Currency &currency);

    [[nodiscard]] const QList<Category> &categories() const { return m_categories; }
    [[nodiscard]] const QList<TicketType> &ticketTypes() const { return m_types; }
    [[nodiscard]] const Currency &currency() const { return m_currency; }
    [[nodiscard]] QStringList categoryKeys() const;
    // What the table shows.
    [[nodiscard]] QList<PriceEntry> prices() const;

    // At the end.
    void addTicketType(const QString &name);
    void renameTicketType(int column, const QString &name);
    // With its prices.
    void removeTicketType(int column);
    // The first is what is offered first.
    void moveTicketType(int column, int to);
    // The row's prices for all the other rows.
    void copyRow(int row);
    // Changes the prices of these cells by so many hundredths, rounded to the minor unit. Cells without price stay so.
    void changeByPercent(const QModelIndexList &cells, int percent);
    // The same by an amount; no price gets lower than nothing.
    void changeByAmount(const QModelIndexList &cells, qint64 amount);
    void setAmounts(const QModelIndexList &cells, const std::optional<qint64> &amount);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_categories.size()); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_types.size()); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // By whoever uses the table, not by setContent() and setCategories().
    void edited();

private:
    using Cell = std::pair<QString, QString>; // category and ticket type

    [[nodiscard]] Cell cellAt(const QModelIndex &index) const { return {m_categories[index.row()].key, m_types[index.column()].key}; }
    void changeEach(const QModelIndexList &cells, const std::function<qint64(qint64)> &change);
    void tellCells();

    QList<Category> m_categories;
    QList<TicketType> m_types;
    Currency m_currency;
    QHash<Cell, qint64> m_prices;
    QSet<QString> m_kept; // keys of ticket types
};

} // namespace parterre
