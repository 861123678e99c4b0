// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/seriestable.h"

#include "app/state/seriesdatesmodel.h"
#include "app/widgets/icon.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/tones.h"

#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLocale>

namespace parterre::ui {
namespace {

constexpr int kDateWidth = 168;
constexpr int kStartWidth = 96;

QString dayText(const QDate &date)
{
    return QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat) + QStringLiteral("  ") + QLocale().toString(date, QLocale::ShortFormat);
}

QString timeText(const QTime &time)
{
    return QLocale().toString(time, QLocale::ShortFormat);
}

} // namespace

// The dates as people write them.
class SeriesTable::Shown final : public QIdentityProxyModel
{
public:
    Shown(SeriesDatesModel &dates, QObject *parent) : QIdentityProxyModel(parent) { setSourceModel(&dates); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const QVariant conflict = QIdentityProxyModel::data(index, SeriesDatesModel::ConflictRole);
        const bool isHall = index.column() == SeriesDatesModel::HallColumn;
        if (role == Qt::DecorationRole && isHall && conflict.isValid())
            return icon(Glyph::Alert, Tone::Warning);
        if ((role == Qt::DisplayRole || role == Qt::ToolTipRole) && isHall) {
            const bool isExisting = QIdentityProxyModel::data(index, SeriesDatesModel::ExistingRole).toBool();
            const QString text = isExisting ? SeriesTable::tr("This event, which is there already") : conflict.isValid() ? conflictText(conflict.value<HallConflict>()) : QString();
            return role == Qt::ToolTipRole ? plainToolTip(text) : text;
        }
        const QVariant value = QIdentityProxyModel::data(index, role);
        if (role != Qt::DisplayRole)
            return value;
        return index.column() == SeriesDatesModel::DateColumn ? dayText(value.toDate()) : timeText(value.toTime());
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole) {
            switch (section) {
            case SeriesDatesModel::DateColumn: return SeriesTable::tr("Date");
            case SeriesDatesModel::StartColumn: return SeriesTable::tr("Start");
            default: return SeriesTable::tr("In the hall then");
            }
        }
        if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
        return QIdentityProxyModel::headerData(section, orientation, role);
    }

private:
    [[nodiscard]] static QString conflictText(const HallConflict &conflict)
    {
        return conflict.name ? isolated(*conflict.name) : SeriesTable::tr("Another date of the series");
    }
};

SeriesTable::SeriesTable(SeriesDatesModel &dates, QWidget *parent) : QTableView(parent)
{
    setModel(new Shown(dates, this));
    setAccessibleName(tr("Dates of the series"));
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setShowGrid(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kControlHeight);
    QHeaderView *head = horizontalHeader();
    head->setFixedHeight(kControlHeight);
    head->setHighlightSections(false);
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->resizeSection(SeriesDatesModel::DateColumn, kDateWidth);
    head->resizeSection(SeriesDatesModel::StartColumn, kStartWidth);
    head->setSectionResizeMode(SeriesDatesModel::HallColumn, QHeaderView::Stretch);
}

} // namespace parterre::ui
