// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/releasesscreen.h"

#include "app/screens/blockwords.h"
#include "app/screens/postponedialog.h"
#include "app/widgets/buttons.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <functional>

namespace parterre::ui {
namespace {

// What stands in an entry, as NoteDelegate paints it.
class NoteModel : public QIdentityProxyModel
{
public:
    NoteModel(QAbstractItemModel &source, std::function<QString(const QModelIndex &)> textOf, QObject *parent) : QIdentityProxyModel(parent), m_textOf(std::move(textOf)) { setSourceModel(&source); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DisplayRole)
            return m_textOf(index);
        if (role == Qt::DecorationRole && index.data(ReleaseListModel::EntryRole).value<DueBlock>().isWaiting)
            return icon(Glyph::Alert, Tone::Warning);
        return QIdentityProxyModel::data(index, role);
    }

private:
    std::function<QString(const QModelIndex &)> m_textOf;
};

bool isConfirmed(const DueBlock &due)
{
    return !due.block.release || due.block.release->isConfirmed;
}

} // namespace

ReleasesScreen::ReleasesScreen(ReleaseListModel &list, QWidget *parent)
    : QWidget(parent), m_list(list), m_banner(new MessageBanner), m_view(new QListView), m_empty(new EmptyState(Glyph::Clock)), m_pages(new QStackedWidget),
      m_open(makeButton(tr("&Open the event"))), m_postpone(makeButton(tr("&Postpone…"), ButtonKind::Standard, Glyph::Clock)), m_confirm(makeButton(tr("&Confirm"), ButtonKind::Primary, Glyph::Check))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(tr("To be released"), TextScale::Title));
    column->addWidget(m_banner);
    m_view->setObjectName(QStringLiteral("releases"));
    m_view->setModel(new NoteModel(m_list, [this](const QModelIndex &index) { return textOf(index); }, this));
    showAsNotes(*m_view);
    m_view->setAccessibleName(tr("To be released"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_view);
    column->addWidget(m_pages, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(m_open);
    row->addStretch();
    row->addWidget(m_postpone);
    row->addWidget(m_confirm);
    column->addLayout(row);
    m_open->setObjectName(QStringLiteral("openEvent"));
    m_postpone->setObjectName(QStringLiteral("postponeRelease"));
    m_confirm->setObjectName(QStringLiteral("confirmRelease"));
    connectModel();
    showState();
}

void ReleasesScreen::connectModel()
{
    connect(&m_list, &ReleaseListModel::loadStateChanged, this, &ReleasesScreen::showState);
    connect(&m_list, &QAbstractItemModel::modelReset, this, &ReleasesScreen::showState);
    connect(&m_list, &ReleaseListModel::askingChanged, this, &ReleasesScreen::sync);
    connect(&m_list, &ReleaseListModel::decided, m_banner, &MessageBanner::clear);
    connect(&m_list, &ReleaseListModel::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const auto block = current())
            m_chosen = block->block.id;
        sync();
    });
    connect(m_view, &QListView::activated, m_open, &QPushButton::click);
    connect(m_empty, &EmptyState::actionTriggered, &m_list, &ReleaseListModel::refresh);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto block = current())
            Q_EMIT eventRequested(block->block.event);
    });
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        if (const auto block = current())
            m_list.confirm({block->block.id});
    });
    connect(m_postpone, &QPushButton::clicked, this, &ReleasesScreen::postpone);
}

QString ReleasesScreen::textOf(const QModelIndex &index) const
{
    const auto entry = index.data(ReleaseListModel::EntryRole).value<DueBlock>();
    const QString when = formatDateTime(entry.due, entry.timeZone, locale());
    const QString state = entry.isWaiting      ? tr("Waits to be confirmed since %1").arg(when)
                          : isConfirmed(entry) ? tr("Free on %1").arg(when)
                                               : tr("To be confirmed on %1").arg(when);
    const QString labels = inReadingOrder(entry.labels.join(QStringLiteral(", "))) + (entry.seats > entry.labels.size() ? QStringLiteral(" …") : QString());
    return tr("%1, %2").arg(isolated(entry.eventName), formatDateTime(entry.start, entry.timeZone, locale())) + u'\n'
           + tr("%1. %2 (%3): %4. %5").arg(state, blockKindName(entry.block.kind), seatsText(entry.seats), isolated(entry.block.reason), labels);
}

void ReleasesScreen::showState()
{
    if (m_list.rowCount() > 0) {
        m_pages->setCurrentWidget(m_view);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(toChoose());
    } else {
        m_pages->setCurrentWidget(m_empty);
        if (m_list.loadState() == LoadState::Failed)
            m_empty->setContent(tr("The list could not be read"), errorText(*m_list.error()), tr("Try again"));
        else
            m_empty->setContent(tr("Nothing is to be released"), tr("Blocked seats with a time of release come here."));
    }
    sync();
}

// The one that was chosen before the list was read again. When it is gone, none: a second click would decide about another.
QModelIndex ReleasesScreen::toChoose() const
{
    for (int row = 0; row < m_list.rowCount(); ++row) {
        if (m_chosen.isNull() || m_list.row(row).block.id == m_chosen)
            return m_view->model()->index(row, 0);
    }
    return {};
}

std::optional<DueBlock> ReleasesScreen::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? std::optional(index.data(ReleaseListModel::EntryRole).value<DueBlock>()) : std::nullopt;
}

void ReleasesScreen::sync()
{
    const std::optional<DueBlock> block = current();
    const bool mayDecide = m_list.mayDecide();
    m_open->setEnabled(block.has_value());
    m_confirm->setVisible(mayDecide);
    m_postpone->setVisible(mayDecide);
    m_confirm->setEnabled(block && !isConfirmed(*block) && !m_list.isAsking());
    m_postpone->setEnabled(block && !m_list.isAsking());
}

void ReleasesScreen::postpone()
{
    const std::optional<DueBlock> block = current();
    if (!block)
        return;
    auto *dialog = new PostponeDialog(*block, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = block->block.id] { m_list.postpone(id, dialog->release()); });
    dialog->open();
}

void ReleasesScreen::focusInEvent(QFocusEvent *)
{
    m_view->setFocus();
}

} // namespace parterre::ui
