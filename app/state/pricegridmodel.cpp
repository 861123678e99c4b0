// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/pricegridmodel.h"

#include "shared/domain/eventrules.h"

#include <algorithm>

namespace parterre {

void PriceGridModel::setContent(const QList<Category> &categories, const QList<TicketType> &types, const Currency &currency, const QList<PriceEntry> &prices)
{
    beginResetModel();
    m_categories = categories;
    m_types = types;
    m_currency = currency;
    m_prices.clear();
    for (const PriceEntry &price : prices)
        m_prices.insert({price.category, price.ticketType}, price.amount);
    keepKeys();
    endResetModel();
}

void PriceGridModel::keepKeys()
{
    m_kept.clear();
    for (const TicketType &type : std::as_const(m_types))
        m_kept.insert(type.key);
}

void PriceGridModel::setCategories(const QList<Category> &categories)
{
    if (categories == m_categories)
        return;
    beginResetModel();
    m_categories = categories;
    endResetModel();
}

void PriceGridModel::setCurrency(const Currency &currency)
{
    if (currency == m_currency)
        return;
    m_currency = currency;
    tellCells();
}

QStringList PriceGridModel::categoryKeys() const
{
    QStringList keys;
    for (const Category &category : m_categories)
        keys.append(category.key);
    return keys;
}

QList<PriceEntry> PriceGridModel::prices() const
{
    QList<PriceEntry> prices;
    for (const Category &category : m_categories) {
        for (const TicketType &type : m_types) {
            if (const auto price = m_prices.constFind({category.key, type.key}); price != m_prices.constEnd())
                prices.append({.category = category.key, .ticketType = type.key, .amount = *price});
        }
    }
    return prices;
}

void PriceGridModel::addTicketType(const QString &name)
{
    const int column = columnCount();
    beginInsertColumns({}, column, column);
    m_types.append({.key = ticketTypeKey(name, m_types), .name = name});
    endInsertColumns();
    Q_EMIT edited();
}

void PriceGridModel::renameTicketType(int column, const QString &name)
{
    if (m_types[column].name == name)
        return;
    m_types[column].name = name;
    if (const QString before = m_types[column].key; !m_kept.contains(before)) {
        QList<TicketType> others = m_types;
        others.removeAt(column);
        m_types[column].key = ticketTypeKey(name, others);
        const auto prices = std::exchange(m_prices, {});
        for (auto price = prices.begin(); price != prices.end(); ++price)
            m_prices.insert({price.key().first, price.key().second == before ? m_types[column].key : price.key().second}, price.value());
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
    Q_EMIT edited();
}

void PriceGridModel::removeTicketType(int column)
{
    beginRemoveColumns({}, column, column);
    const QString key = m_types.takeAt(column).key;
    m_prices.removeIf([&key](QHash<Cell, qint64>::iterator price) { return price.key().second == key; });
    endRemoveColumns();
    Q_EMIT edited();
}

void PriceGridModel::moveTicketType(int column, int to)
{
    if (column == to || !beginMoveColumns({}, column, column, {}, to > column ? to + 1 : to))
        return;
    m_types.move(column, to);
    endMoveColumns();
    Q_EMIT edited();
}

void PriceGridModel::copyRow(int row)
{
    for (const TicketType &type : std::as_const(m_types)) {
        const auto price = m_prices.constFind({m_categories[row].key, type.key});
        const std::optional<qint64> amount = price == m_prices.constEnd() ? std::nullopt : std::optional(*price);
        for (const Category &category : std::as_const(m_categories)) {
            if (amount)
                m_prices.insert({category.key, type.key}, *amount);
            else
                m_prices.remove({category.key, type.key});
        }
    }
    tellCells();
    Q_EMIT edited();
}

void PriceGridModel::changeByPercent(const QModelIndexList &cells, int percent)
{
    changeEach(cells, [percent](qint64 amount) { return (amount * (100 + percent) + 50) / 100; });
}

void PriceGridModel::changeByAmount(const QModelIndexList &cells, qint64 amount)
{
    changeEach(cells, [amount](qint64 before) { return before + amount; });
}

void PriceGridModel::setAmounts(const QModelIndexList &cells, const std::optional<qint64> &amount)
{
    for (const QModelIndex &index : cells) {
        if (amount)
            m_prices.insert(cellAt(index), *amount);
        else
            m_prices.remove(cellAt(index));
    }
    tellCells();
    Q_EMIT edited();
}

void PriceGridModel::changeEach(const QModelIndexList &cells, const std::function<qint64(qint64)> &change)
{
    for (const QModelIndex &index : cells) {
        if (const auto price = m_prices.find(cellAt(index)); price != m_prices.end())
            *price = std::clamp<qint64>(change(*price), 0, EventLimits::kPrice);
    }
    tellCells();
    Q_EMIT edited();
}

void PriceGridModel::tellCells()
{
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant PriceGridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || role != AmountRole)
        return {};
    const auto price = m_prices.constFind(cellAt(index));
    return price == m_prices.constEnd() ? QVariant() : QVariant(*price);
}

bool PriceGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || role != AmountRole)
        return false;
    if (value == data(index, AmountRole))
        return true;
    if (value.isValid())
        m_prices.insert(cellAt(index), value.toLongLong());
    else
        m_prices.remove(cellAt(index));
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

QVariant PriceGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isColumn = orientation == Qt::Horizontal;
    if (section < 0 || section >= (isColumn ? columnCount() : rowCount()))
        return {};
    if (role == Qt::DisplayRole)
        return isColumn ? m_types[section].name : m_categories[section].name;
    if (role == ColorRole && !isColumn)
        return m_categories[section].color;
    return {};
}

Qt::ItemFlags PriceGridModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

} // namespace parterre
