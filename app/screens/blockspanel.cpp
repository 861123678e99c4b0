// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/blockspanel.h"

#include "app/screens/blockseatsdialog.h"
#include "app/screens/blockwords.h"
#include "app/widgets/buttons.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/prompter.h"
#include "app/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr int kWidth = 344;
constexpr qsizetype kMostNamed = 10; // else they are counted

} // namespace

BlocksPanel::BlocksPanel(BlockDesk &desk, Prompter &prompter, QWidget *parent)
    : Card(parent), m_desk(desk), m_prompter(prompter), m_list(new QListWidget), m_empty(new EmptyState(Glyph::Lock)), m_pages(new QStackedWidget), m_choice(new QWidget),
      m_count(new TextLabel({}, TextScale::Body, Tone::Muted)), m_choose(makeButton(tr("&Choose seats"), ButtonKind::Standard, Glyph::Pointer)),
      m_block(makeButton(tr("Bl&ock…"), ButtonKind::Primary, Glyph::Lock)), m_show(makeButton(tr("Show on the &map"), ButtonKind::Standard, Glyph::Eye)), m_release(makeButton(tr("&Release…")))
{
    setFixedWidth(kWidth);
    setAccessibleName(tr("Blocked seats"));
    setFocusPolicy(Qt::StrongFocus);
    body()->setContentsMargins(kTwoSteps, kStep, kTwoSteps, kTwoSteps);
    body()->setSpacing(kStep);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Blocked seats"), TextScale::Heading), 1);
    QToolButton *close = makeIconButton(Glyph::Close, tr("Close"));
    head->addWidget(close);
    body()->addLayout(head);
    auto *choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(kStep);
    choice->addWidget(m_count->wrapped());
    auto *choosing = new QHBoxLayout;
    choosing->addWidget(m_choose);
    choosing->addStretch();
    choosing->addWidget(m_block);
    choice->addLayout(choosing);
    body()->addWidget(m_choice);
    m_choose->setCheckable(true);
    m_choose->setObjectName(QStringLiteral("chooseSeats"));
    m_block->setObjectName(QStringLiteral("blockSeats"));
    m_list->setObjectName(QStringLiteral("blocks"));
    showAsNotes(*m_list);
    m_list->setAccessibleName(tr("Blocks"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_list);
    body()->addWidget(m_pages, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(m_show);
    row->addStretch();
    row->addWidget(m_release);
    body()->addLayout(row);
    m_show->setObjectName(QStringLiteral("showBlock"));
    m_release->setObjectName(QStringLiteral("releaseBlock"));
    connect(close, &QToolButton::clicked, this, &BlocksPanel::closed);
    connect(m_choose, &QPushButton::toggled, this, [this](bool isOn) { m_desk.setChoosing(isOn); });
    connect(m_block, &QPushButton::clicked, this, &BlocksPanel::askToBlock);
    connect(m_show, &QPushButton::clicked, this, &BlocksPanel::showBlock);
    connect(m_release, &QPushButton::clicked, this, &BlocksPanel::askToRelease);
    connect(m_list, &QListWidget::currentRowChanged, this, &BlocksPanel::sync);
    connect(m_list, &QListWidget::itemActivated, this, &BlocksPanel::showBlock);
    connectDesk();
    fill();
}

void BlocksPanel::connectDesk()
{
    connect(&m_desk, &BlockDesk::changed, this, &BlocksPanel::fill);
    for (const auto signal : {&BlockDesk::choosingChanged, &BlockDesk::chosenChanged, &BlockDesk::askingChanged})
        connect(&m_desk, signal, this, &BlocksPanel::sync);
    connect(&m_desk, &BlockDesk::created, this, [this](const Block &block) {
        m_desk.setChoosing(false);
        Q_EMIT said(Severity::Success, tr("%1: %2.").arg(blockKindName(block.kind), seatsText(static_cast<qint32>(block.places.size()))));
    });
    connect(&m_desk, &BlockDesk::released, this, [this] { Q_EMIT said(Severity::Success, tr("The seats are on sale again.")); });
    connect(&m_desk, &BlockDesk::failed, this, [this](const Error &error, const QStringList &labels) { Q_EMIT said(Severity::Error, errorText(error, labels)); });
}

bool BlocksPanel::takeSeat(qint32 seat)
{
    if (!m_desk.isChoosing())
        return false;
    if (m_desk.toggle(seat))
        return true;
    const QString label = isolated(m_desk.event().seatMap().label(seat));
    if (m_desk.choosesBlocked())
        Q_EMIT said(Severity::Info, tr("Seat %1 is not blocked. Release those that are chosen first, or choose them no more.").arg(label));
    else if (m_desk.isBlocked(seat))
        Q_EMIT said(Severity::Info, tr("Seat %1 is blocked already. Block those that are chosen first, or choose them no more.").arg(label));
    else
        Q_EMIT said(Severity::Info, tr("Seat %1 is taken. Free seats can be blocked, and blocked ones released.").arg(label));
    return true;
}

bool BlocksPanel::takeArea(qint32 area)
{
    if (m_desk.isChoosing())
        Q_EMIT said(Severity::Info, tr("How many places of %1 are blocked is said with “Block…”.").arg(isolated(m_desk.event().seatMap().area(area).name)));
    return m_desk.isChoosing();
}

QString BlocksPanel::textOf(const Block &block) const
{
    const QString timeZone = m_desk.event().details() ? m_desk.event().details()->summary.timeZone : QString();
    const QStringList lines {tr("%1, %2: %3").arg(blockKindName(block.kind), seatsText(static_cast<qint32>(block.places.size())), isolated(block.reason)),
                             tr("%1. By %2.").arg(releaseText(m_desk.until(block), !block.release || block.release->isConfirmed, timeZone, locale()), isolated(block.createdBy.name))};
    return lines.join(u'\n');
}

void BlocksPanel::fill()
{
    const Block *before = current();
    const BlockId kept = before ? before->id : BlockId();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Block &block : m_desk.blocks()) {
        auto *item = new QListWidgetItem(textOf(block), m_list);
        item->setData(Qt::UserRole, block.id.toString());
        if (block.id == kept)
            m_list->setCurrentItem(item);
    }
    if (m_list->count() > 0 && !m_list->currentItem())
        m_list->setCurrentRow(0);
    if (m_desk.error())
        m_empty->setContent(tr("The blocks could not be read"), errorText(*m_desk.error()));
    else
        m_empty->setContent(tr("Nothing is blocked"), m_desk.mayBlock() ? tr("Choose free seats on the map to hold them back, or to kill them.") : QString());
    m_pages->setCurrentWidget(m_list->count() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    m_choice->setVisible(m_desk.mayBlock());
    m_release->setVisible(m_desk.mayBlock());
    sync();
}

void BlocksPanel::sync()
{
    const auto chosen = static_cast<qint32>(m_desk.chosen().size());
    const bool hasAreas = m_desk.event().seatMap().areaCount() > 0;
    m_choose->setChecked(m_desk.isChoosing());
    m_count->setText(!m_desk.isChoosing()       ? tr("Press “Choose seats”, then free seats on the map to block them, or blocked ones to release them.")
                     : chosen == 0              ? tr("No seat is chosen yet.")
                     : m_desk.choosesBlocked() ? tr("Chosen to be released: %1").arg(seatsText(chosen))
                                                : tr("Chosen to be blocked: %1").arg(seatsText(chosen)));
    m_block->setEnabled(m_desk.isChoosing() && !m_desk.choosesBlocked() && (chosen > 0 || hasAreas) && !m_desk.isAsking());
    const Block *block = current();
    m_show->setEnabled(block);
    m_release->setEnabled((block || m_desk.choosesBlocked()) && !m_desk.isAsking());
}

const Block *BlocksPanel::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    const QString id = item ? item->data(Qt::UserRole).toString() : QString();
    const QList<Block> &blocks = m_desk.blocks();
    const auto found = std::find_if(blocks.begin(), blocks.end(), [&id](const Block &block) { return block.id.toString() == id; });
    return found == blocks.end() ? nullptr : &*found;
}

void BlocksPanel::showBlock()
{
    const Block *block = current();
    if (!block)
        return;
    QList<qint32> seats = block->places;
    seats.removeIf([this](qint32 place) { return place >= m_desk.event().seatMap().seatCount(); });
    if (!seats.isEmpty()) // places of areas are nowhere in particular
        Q_EMIT showRequested(seats);
}

void BlocksPanel::askToBlock()
{
    auto *dialog = new BlockSeatsDialog(m_desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_desk.create(dialog->kind(), dialog->reason(), dialog->release(), dialog->areas()); });
    dialog->open();
}

void BlocksPanel::askToRelease()
{
    const Block *block = current();
    const bool areChosen = m_desk.choosesBlocked();
    if (!areChosen && !block)
        return;
    const QList<qint32> seats = areChosen ? m_desk.chosen() : block->places;
    const QString which = areChosen && seats.size() <= kMostNamed ? isolatedList(m_desk.event().labelsOf(seats)) : seatsText(static_cast<qint32>(seats.size()));
    const Question question {.title = tr("Release these seats?"),
                             .text = areChosen ? tr("%1: everybody may have them then.").arg(which) : tr("%1, %2: everybody may have them then.").arg(isolated(block->reason), which),
                             .yes = tr("Release")};
    const std::optional<BlockId> whole = areChosen ? std::nullopt : std::optional(block->id);
    m_prompter.ask(this, question, [this, whole](const Answer &answer) {
        if (answer.yes && whole)
            m_desk.release(*whole);
        else if (answer.yes)
            m_desk.releaseChosen();
    });
}

void BlocksPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        Card::keyPressEvent(event);
}

void BlocksPanel::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        m_desk.setChoosing(false);
    Card::hideEvent(event);
}

} // namespace parterre::ui
