// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/pricegrid.h"

#include "app/widgets/buttons.h"
#include "app/widgets/formats.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/eventrules.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace parterre::ui {
namespace {

constexpr int kSwatch = 12;
constexpr int kNarrowestColumn = 72;
constexpr int kCategoryWidth = 140;
constexpr int kMostRows = 12; // before the table scrolls
constexpr int kMostPercent = 500;
constexpr int kMostAmount = 10'000; // of whole units

QPixmap swatch(const QColor &color)
{
    QPixmap picture(kSwatch, kSwatch);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(0, 0, kSwatch, kSwatch);
    return picture;
}

} // namespace

// The prices as people write them, to read and to type.
class PriceGrid::Shown final : public QIdentityProxyModel
{
public:
    Shown(PriceGridModel &prices, QObject *parent) : QIdentityProxyModel(parent), m_prices(prices) { setSourceModel(&prices); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const QVariant amount = QIdentityProxyModel::data(index, PriceGridModel::AmountRole);
        switch (role) {
        case Qt::DisplayRole: return amount.isValid() ? cell(amount.toLongLong()) : QString();
        case Qt::EditRole: return amount.isValid() ? formatAmount({.amount = amount.toLongLong(), .currency = m_prices.currency()}, QLocale()) : QString();
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
        case Qt::AccessibleTextRole:
            return amount.isValid() ? formatMoney({.amount = amount.toLongLong(), .currency = m_prices.currency()}, QLocale()) : tr("Not sold");
        default: return QIdentityProxyModel::data(index, role);
        }
    }
    bool setData(const QModelIndex &index, const QVariant &value, int role) override
    {
        if (role != Qt::EditRole)
            return QIdentityProxyModel::setData(index, value, role);
        const QString text = value.toString().trimmed();
        if (text.isEmpty())
            return QIdentityProxyModel::setData(index, QVariant(), PriceGridModel::AmountRole);
        const auto money = parseMoney(text, m_prices.currency(), QLocale());
        return money && money->amount <= EventLimits::kPrice && QIdentityProxyModel::setData(index, money->amount, PriceGridModel::AmountRole);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role == Qt::DecorationRole && orientation == Qt::Vertical) {
            const QString color = m_prices.headerData(section, orientation, PriceGridModel::ColorRole).toString();
            return color.isEmpty() ? QVariant() : QVariant(swatch(QColor(color)));
        }
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment((orientation == Qt::Vertical ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter));
        return QIdentityProxyModel::headerData(section, orientation, role);
    }

private:
    // With all its digits, so that a column stands in line.
    [[nodiscard]] QString cell(qint64 amount) const
    {
        const int digits = m_prices.currency().digits();
        return QLocale().toString(static_cast<double>(amount) / std::pow(10, digits), 'f', digits);
    }

    PriceGridModel &m_prices;
};

PriceGrid::PriceGrid(PriceGridModel &prices, QWidget *parent)
    : QWidget(parent), m_prices(prices), m_shown(new Shown(prices, this)), m_table(new QTableView), m_hint(new TextLabel({}, TextScale::Caption, Tone::Muted)),
      m_typeName(new QLineEdit), m_earlier(makeIconButton(Glyph::ChevronLeft, tr("Offer this ticket type earlier"))),
      m_later(makeIconButton(Glyph::ChevronRight, tr("Offer this ticket type later"))), m_remove(makeIconButton(Glyph::Trash, tr("Remove this ticket type"))),
      m_add(makeButton(tr("&Add a ticket type"), ButtonKind::Standard, Glyph::Plus)), m_change(new QSpinBox), m_unit(new QComboBox),
      m_apply(makeButton(tr("Change &prices"))), m_copyRow(makeButton(tr("&Copy row to all")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_table->setObjectName(QStringLiteral("priceTable"));
    m_table->setAccessibleName(tr("Prices by category and ticket type"));
    m_table->setModel(m_shown);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(kNarrowestColumn);
    m_table->horizontalHeader()->setFixedHeight(kControlHeight);
    m_table->verticalHeader()->setMinimumWidth(kCategoryWidth);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(kControlHeight);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->setCornerButtonEnabled(false);
    m_table->installEventFilter(this);
    column->addWidget(m_table);
    m_hint->wrapped();
    m_hint->setText(tr("An empty cell is not sold. Select cells to change several at once; nothing selected means all of them."));
    column->addWidget(m_hint);
    column->addWidget(buildTypes());
    column->addWidget(buildChanges());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PriceGrid::showColumn);
    for (const auto signal : {&QAbstractItemModel::columnsInserted, &QAbstractItemModel::columnsRemoved})
        connect(m_shown, signal, this, &PriceGrid::showColumn);
    connect(m_shown, &QAbstractItemModel::columnsMoved, this, &PriceGrid::showColumn);
    connect(m_shown, &QAbstractItemModel::dataChanged, this, &PriceGrid::showUnit);
    connect(m_shown, &QAbstractItemModel::modelReset, this, [this] {
        fitHeight();
        showUnit();
        showColumn();
    });
    setFocusProxy(m_table);
    fitHeight();
    showUnit();
    showColumn();
}

QWidget *PriceGrid::buildTypes()
{
    auto *types = new QWidget;
    auto *row = new QHBoxLayout(types);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    m_typeName->setMaxLength(EventLimits::kTicketTypeLength);
    m_typeName->setObjectName(QStringLiteral("typeName"));
    m_typeName->setAccessibleName(tr("Name of the ticket type"));
    m_typeName->setPlaceholderText(tr("Name of the ticket type"));
    m_add->setObjectName(QStringLiteral("addType"));
    m_remove->setObjectName(QStringLiteral("removeType"));
    row->addWidget(m_typeName, 1);
    row->addWidget(m_earlier);
    row->addWidget(m_later);
    row->addWidget(m_remove);
    row->addWidget(m_add);
    connect(m_typeName, &QLineEdit::textEdited, this, [this](const QString &name) {
        if (column() >= 0)
            m_prices.renameTicketType(column(), name.simplified());
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_prices.addTicketType(m_prices.ticketTypes().isEmpty() ? tr("Adult") : tr("Ticket %1").arg(m_prices.columnCount() + 1));
        m_table->setCurrentIndex(m_shown->index(0, m_shown->columnCount() - 1));
        showColumn();
        m_typeName->setFocus();
        m_typeName->selectAll();
    });
    connect(m_remove, &QToolButton::clicked, this, [this] { m_prices.removeTicketType(column()); });
    connect(m_earlier, &QToolButton::clicked, this, [this] { m_prices.moveTicketType(column(), column() - 1); });
    connect(m_later, &QToolButton::clicked, this, [this] { m_prices.moveTicketType(column(), column() + 1); });
    return types;
}

QWidget *PriceGrid::buildChanges()
{
    auto *changes = new QWidget;
    auto *row = new QHBoxLayout(changes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    m_change->setObjectName(QStringLiteral("priceChange"));
    m_change->setAccessibleName(tr("By how much to change prices"));
    m_change->setRange(-100, kMostPercent);
    m_change->setValue(10);
    m_unit->setAccessibleName(tr("Unit of the change"));
    m_unit->addItem(tr("percent"));
    m_unit->addItem(QString());
    m_apply->setObjectName(QStringLiteral("changePrices"));
    m_copyRow->setObjectName(QStringLiteral("copyRow"));
    row->addWidget(m_change);
    row->addWidget(m_unit);
    row->addWidget(m_apply);
    row->addStretch();
    row->addWidget(m_copyRow);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this](int unit) { m_change->setRange(unit == 0 ? -100 : -kMostAmount, unit == 0 ? kMostPercent : kMostAmount); });
    connect(m_apply, &QPushButton::clicked, this, &PriceGrid::changePrices);
    connect(m_copyRow, &QPushButton::clicked, this, [this] { m_prices.copyRow(m_table->currentIndex().row()); });
    return changes;
}

int PriceGrid::column() const
{
    const int current = m_table->currentIndex().column();
    return current < 0 && m_shown->columnCount() > 0 ? 0 : current;
}

void PriceGrid::showColumn()
{
    const int current = column();
    const QList<TicketType> &types = m_prices.ticketTypes();
    const bool isOne = current >= 0 && current < types.size();
    m_typeName->setEnabled(isOne);
    if (!isOne)
        m_typeName->clear();
    else if (!m_typeName->hasFocus() || m_typeName->text().simplified() != types[current].name)
        m_typeName->setText(types[current].name);
    m_earlier->setEnabled(isOne && current > 0);
    m_later->setEnabled(isOne && current + 1 < types.size());
    m_remove->setEnabled(isOne);
    m_add->setEnabled(types.size() < EventLimits::kTicketTypes && m_prices.rowCount() > 0);
    m_apply->setEnabled(isOne);
    m_copyRow->setEnabled(m_table->currentIndex().isValid() && m_prices.rowCount() > 1);
}

void PriceGrid::showUnit()
{
    m_unit->setItemText(1, m_prices.currency().code());
}

void PriceGrid::fitHeight()
{
    const int rows = std::clamp(m_prices.rowCount(), 1, kMostRows);
    m_table->setFixedHeight((rows + 1) * kControlHeight + 2 * m_table->frameWidth());
}

QModelIndexList PriceGrid::chosenCells() const
{
    QModelIndexList cells;
    for (const QModelIndex &index : m_table->selectionModel()->selectedIndexes())
        cells.append(m_shown->mapToSource(index));
    if (cells.size() > 1)
        return cells;
    cells.clear(); // one cell is where the cursor stands
    for (int row = 0; row < m_prices.rowCount(); ++row) {
        for (int at = 0; at < m_prices.columnCount(); ++at)
            cells.append(m_prices.index(row, at));
    }
    return cells;
}

void PriceGrid::changePrices()
{
    if (m_unit->currentIndex() == 0) {
        m_prices.changeByPercent(chosenCells(), m_change->value());
        return;
    }
    qint64 amount = m_change->value();
    for (int digit = 0; digit < m_prices.currency().digits(); ++digit)
        amount *= 10;
    m_prices.changeByAmount(chosenCells(), amount);
}

bool PriceGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        QModelIndexList cells;
        for (const QModelIndex &index : m_table->selectionModel()->selectedIndexes())
            cells.append(m_shown->mapToSource(index));
        if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && !cells.isEmpty()) {
            m_prices.setAmounts(cells, {});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace parterre::ui
