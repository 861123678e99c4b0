// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/doorconflictsdialog.h"

#include "app/screens/doorwords.h"
#include "app/widgets/buttons.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QIdentityProxyModel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr QSize kSize {584, 620};

// What stands in an entry, as NoteDelegate paints it.
class ConflictNotes : public QIdentityProxyModel
{
public:
    ConflictNotes(AdmissionConflictList &source, const QLocale &locale, QObject *parent) : QIdentityProxyModel(parent), m_locale(locale) { setSourceModel(&source); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const auto conflict = [&] { return QIdentityProxyModel::data(index, AdmissionConflictList::ConflictRole).value<AdmissionConflict>(); };
        if (role == Qt::DisplayRole)
            return DoorConflictsDialog::textOf(conflict(), m_locale);
        if (role == Qt::DecorationRole) {
            const DoorWords words = doorWords(conflict().verdict, m_locale);
            return icon(words.glyph, words.tone);
        }
        return QIdentityProxyModel::data(index, role);
    }

private:
    const QLocale m_locale;
};

} // namespace

DoorConflictsDialog::DoorConflictsDialog(AdmissionConflictList &list, const EventId &event, QWidget *parent)
    : QDialog(parent), m_list(list), m_view(new QListView), m_empty(new EmptyState(Glyph::CheckCircle)), m_pages(new QStackedWidget)
{
    setWindowTitle(tr("What did not stand"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(windowTitle(), TextScale::Heading));
    column->addWidget((new TextLabel(tr("Doors let these in while they had no connection; the server knew better when it was told. The last one told is at the top.")))->wrapped());
    m_view->setObjectName(QStringLiteral("conflicts"));
    m_view->setModel(new ConflictNotes(m_list, locale(), this));
    showAsNotes(*m_view);
    m_view->setAccessibleName(windowTitle());
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_view);
    column->addWidget(m_pages, 1);
    auto *close = makeButton(tr("C&lose"));
    close->setObjectName(QStringLiteral("closeConflicts"));
    column->addWidget(close, 0, Qt::AlignTrailing);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_list, &PagedListModel::loadStateChanged, this, &DoorConflictsDialog::showState);
    connect(m_empty, &EmptyState::actionTriggered, &m_list, &PagedListModel::refresh);
    resize(kSize);
    m_list.look(event);
    showState();
}

QString DoorConflictsDialog::textOf(const AdmissionConflict &conflict, const QLocale &locale)
{
    const DoorWords words = doorWords(conflict.verdict, locale);
    const QString heading = inReadingOrder(QStringLiteral("%1 · %2").arg(words.seat.isEmpty() ? isolated(conflict.shown) : words.seat, words.word));
    const QString at = isolated(doorTime(conflict.at, locale));
    const QString letIn = conflict.door.isEmpty() ? tr("Let in at %1.").arg(at) : tr("Let in at %1, %2.").arg(at, isolated(conflict.door));
    const QString told = tr("Told at %1 by %2.").arg(isolated(doorTime(conflict.told, locale)), isolated(conflict.toldBy));
    return heading + u'\n' + QStringList {letIn, told, QString(words.details).replace(QStringLiteral(".\n"), QStringLiteral(". ")).replace(u'\n', QStringLiteral(" · "))}.join(u' ');
}

void DoorConflictsDialog::showState()
{
    const bool isEmpty = m_list.rowCount() == 0;
    m_pages->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_view);
    if (!isEmpty) {
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_view->model()->index(0, 0));
        if (!m_view->hasFocus())
            m_view->setFocus();
        return;
    }
    if (m_list.loadState() == LoadState::Failed)
        m_empty->setContent(tr("The list could not be read"), errorText(*m_list.error()), tr("Try again"));
    else if (m_list.loadState() == LoadState::Ready)
        m_empty->setContent(tr("Everything stood"), tr("What doors decided without a connection was right every time."));
    else
        m_empty->setContent(tr("Reading what did not stand…"), {});
}

} // namespace parterre::ui
