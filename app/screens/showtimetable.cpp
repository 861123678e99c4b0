// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/showtimetable.h"

#include "app/screens/showtimewords.h"
#include "app/state/showtimeentriesmodel.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/tones.h"

#include <QHeaderView>
#include <QIdentityProxyModel>

namespace parterre::ui {
namespace {

constexpr int kStateWidth = 168;
constexpr int kNameWidth = 176;
constexpr int kStartWidth = 208;

} // namespace

// The entries as people read them.
class ShowtimeTable::Shown final : public QIdentityProxyModel
{
public:
    Shown(ShowtimeEntriesModel &entries, QObject *parent) : QIdentityProxyModel(parent) { setSourceModel(&entries); }

    void setTimeZone(const QString &timeZone) { m_timeZone = timeZone; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const auto entry = QIdentityProxyModel::data(index, ShowtimeEntriesModel::EntryRole).value<ShowtimeEntry>();
        if (role == Qt::DecorationRole && index.column() == ShowtimeEntriesModel::StateColumn) {
            const auto [glyph, tone] = stateSign(entry.state);
            return icon(glyph, tone);
        }
        if (role == Qt::DisplayRole && index.column() == ShowtimeEntriesModel::StartColumn) // too wide for one line: broken where it reads well
            return text(entry, index.column()).replace(QStringLiteral(" · "), QStringLiteral("\n"));
        if (role == Qt::DisplayRole)
            return text(entry, index.column());
        if (role == Qt::ToolTipRole)
            return plainToolTip(text(entry, index.column()));
        if (role == Qt::AccessibleTextRole && index.column() == ShowtimeEntriesModel::StateColumn)
            return QString(stateText(entry) + QStringLiteral(", ") + text(entry, ShowtimeEntriesModel::NameColumn) + QStringLiteral(", ") + text(entry, ShowtimeEntriesModel::StartColumn));
        return QIdentityProxyModel::data(index, role);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole) {
            switch (section) {
            case ShowtimeEntriesModel::StateColumn: return ShowtimeTable::tr("What it is");
            case ShowtimeEntriesModel::NameColumn: return ShowtimeTable::tr("Event");
            case ShowtimeEntriesModel::StartColumn: return ShowtimeTable::tr("Start");
            default: return ShowtimeTable::tr("What changes");
            }
        }
        if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
        return QIdentityProxyModel::headerData(section, orientation, role);
    }

private:
    [[nodiscard]] QString text(const ShowtimeEntry &entry, int column) const
    {
        const std::optional<ShowtimeFacts> &facts = entry.after ? entry.after : entry.before;
        switch (column) {
        case ShowtimeEntriesModel::StateColumn: return stateText(entry);
        case ShowtimeEntriesModel::NameColumn: return facts ? inReadingOrder(facts->name) : QString();
        case ShowtimeEntriesModel::StartColumn: return facts ? formatDateTime(facts->start, m_timeZone, QLocale()) : QString();
        default: return changeText(entry, m_timeZone, QLocale());
        }
    }

    QString m_timeZone;
};

ShowtimeTable::ShowtimeTable(ShowtimeEntriesModel &entries, QWidget *parent) : QTableView(parent), m_shown(new Shown(entries, this))
{
    setModel(m_shown);
    setAccessibleName(tr("What was found"));
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kControlHeight);
    QHeaderView *head = horizontalHeader();
    head->setFixedHeight(kControlHeight);
    head->setHighlightSections(false);
    head->resizeSection(ShowtimeEntriesModel::StateColumn, kStateWidth);
    head->resizeSection(ShowtimeEntriesModel::NameColumn, kNameWidth);
    head->resizeSection(ShowtimeEntriesModel::StartColumn, kStartWidth);
    head->setSectionResizeMode(ShowtimeEntriesModel::ChangeColumn, QHeaderView::Stretch);
}

void ShowtimeTable::setTimeZone(const QString &timeZone)
{
    m_shown->setTimeZone(timeZone);
}

} // namespace parterre::ui
