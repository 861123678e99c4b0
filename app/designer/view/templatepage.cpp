// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/templatepage.h"

#include "app/designer/view/designpicture.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"
#include "shared/core/utctime.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr QSize kPicture {220, 150};
constexpr qsizetype kMostUnfinished = 3;

} // namespace

TemplatePage::TemplatePage(DesignDesk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_unfinished(new QWidget), m_list(new QListWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kStep, 0, 0);
    column->setSpacing(kTwoSteps);
    auto *rows = new QVBoxLayout(m_unfinished);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kStep);
    column->addWidget(m_unfinished);
    column->addWidget(new TextLabel(tr("What does the house look like?"), TextScale::Heading));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setIconSize(kPicture);
    m_list->setSpacing(kStep);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Houses to begin with"));
    m_list->setObjectName(QStringLiteral("templates"));
    for (const TemplateKind kind : allTemplates()) {
        auto *item = new QListWidgetItem(templateName(kind), m_list);
        item->setSizeHint(kPicture + QSize(kTwoSteps, kFourSteps + kStep));
    }
    column->addWidget(m_list, 1);
    // Reads folders: only for who looks.
    const auto follow = [this] {
        if (isVisible())
            showUnfinished();
    };
    connect(&desk.drafts(), &QAbstractItemModel::modelReset, this, follow);
    connect(&desk.drafts(), &QAbstractItemModel::rowsInserted, this, follow);
    const auto choose = [this](const QListWidgetItem *item) { Q_EMIT chosen(stockTemplate(allTemplates().at(m_list->row(item)))); };
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(m_list, &QListWidget::itemClicked, this, choose);
}

void TemplatePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_desk.drafts().refresh();
    showUnfinished();
    m_list->clearSelection();
    if (!m_painted)
        paintPictures();
}

// What a crash left on this computer, then the drafts that the server keeps, newest first.
void TemplatePage::showUnfinished()
{
    qDeleteAll(m_unfinished->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    const QList<JournalEntry> entries = m_desk.unfinished();
    const QList<Draft> &drafts = m_desk.drafts().rows();
    m_unfinished->setVisible(!entries.isEmpty() || !drafts.isEmpty());
    if (!entries.isEmpty())
        m_unfinished->layout()->addWidget(new TextLabel(tr("Not finished yet"), TextScale::Heading));
    const auto when = [](Instant at) { return QLocale().toString(toDateTime(at).toLocalTime(), QLocale::ShortFormat); };
    for (const JournalEntry &entry : entries.first(std::min(entries.size(), kMostUnfinished))) {
        addWork(entry.name, when(entry.at), [this, entry] { m_desk.goOnWith(entry); }, [this, entry] {
            Journal::discard(entry);
            showUnfinished();
        });
    }
    if (!drafts.isEmpty())
        m_unfinished->layout()->addWidget(new TextLabel(tr("Drafts"), TextScale::Heading));
    for (qsizetype i = drafts.size(); i > std::max<qsizetype>(0, drafts.size() - kMostUnfinished); --i) {
        const Draft draft = drafts[i - 1];
        addWork(draft.name, draft.changedBy.name + QStringLiteral("  ·  ") + when(draft.changedAt), [this, draft] { m_desk.openDraft(draft); }, {});
    }
}

// The buttons act when they are let go of, as they go with the list.
void TemplatePage::addWork(const QString &name, const QString &about, const std::function<void()> &goOn, const std::function<void()> &discard)
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(new TextLabel(name.isEmpty() ? tr("A plan without a name") : isolated(name)));
    row->addWidget(new TextLabel(about, TextScale::Caption, Tone::Muted), 1);
    const auto later = [this](QPushButton *button, const std::function<void()> &act) {
        connect(button, &QPushButton::clicked, this, [this, act] { QMetaObject::invokeMethod(this, act, Qt::QueuedConnection); });
    };
    if (discard) {
        QPushButton *away = makeButton(tr("Discard"), ButtonKind::Quiet, Glyph::Trash);
        later(away, discard);
        row->addWidget(away);
    }
    QPushButton *on = makeButton(tr("Go on drawing"), ButtonKind::Standard, Glyph::Pencil);
    on->setObjectName(discard ? QStringLiteral("goOnDrawing") : QStringLiteral("openDraft"));
    later(on, goOn);
    row->addWidget(on);
    card->body()->addLayout(row);
    m_unfinished->layout()->addWidget(card);
}

void TemplatePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    m_painted = m_painted && event->type() != QEvent::PaletteChange;
    if (!m_painted && isVisible())
        paintPictures();
}

void TemplatePage::paintPictures()
{
    m_painted = true;
    const SeatMapTheme theme = SeatMapTheme::fromPalette(palette(), font());
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setIcon(QIcon(designPicture(stockTemplate(allTemplates().at(row)), theme, kPicture, devicePixelRatioF())));
}

} // namespace parterre::ui
