// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/voucherscreen.h"

#include "app/screens/voucherdetails.h"
#include "app/screens/vouchersaledialog.h"
#include "app/widgets/buttons.h"
#include "app/widgets/cardpainting.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/spokenmodel.h"
#include "app/widgets/textlabel.h"
#include "app/widgets/vouchercarddelegate.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kSearchWidth = 360;

Voucher voucherOf(const QModelIndex &index)
{
    return index.data(VoucherListModel::VoucherRole).value<Voucher>();
}

} // namespace

VoucherScreen::VoucherScreen(VoucherDesk &desk, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_clock(clock), m_search(new SearchField(tr("Search by code or note"))), m_banner(new MessageBanner), m_pages(new QStackedWidget), m_list(new QListView),
      m_lists(nullptr), m_empty(new EmptyState(Glyph::Cash)), m_details(new VoucherDetails)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    auto *head = new QHBoxLayout;
    head->setSpacing(kStep);
    head->addWidget(new TextLabel(tr("Vouchers"), TextScale::Title));
    head->addStretch();
    m_search->setFixedWidth(kSearchWidth);
    head->addWidget(m_search);
    auto *sell = makeButton(tr("&Sell a voucher…"), ButtonKind::Primary, Glyph::Plus);
    sell->setObjectName(QStringLiteral("newVoucher"));
    head->addWidget(sell);
    column->addLayout(head);
    column->addWidget(m_banner);
    m_lists = buildListSide();
    m_pages->addWidget(m_lists);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);
    connect(sell, &QPushButton::clicked, this, &VoucherScreen::sell);
    connectDesk();
    showState();
}

QWidget *VoucherScreen::buildListSide()
{
    auto *side = new QWidget;
    auto *row = new QHBoxLayout(side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kTwoSteps);
    row->addWidget(m_list, 5);
    row->addWidget(m_details, 6);
    m_list->setObjectName(QStringLiteral("vouchers"));
    m_list->setModel(new SpokenModel(m_desk.list(), [this](const QModelIndex &index) { return VoucherCardDelegate::spokenText(voucherOf(index), m_clock.utcNow(), locale()); }, this));
    m_list->setItemDelegate(new VoucherCardDelegate(voucherOf, m_clock, m_list));
    showAsCards(*m_list);
    m_list->setAccessibleName(tr("Vouchers"));
    return side;
}

void VoucherScreen::connectDesk()
{
    VoucherListModel &list = m_desk.list();
    connect(m_search, &SearchField::searchRequested, &list, &VoucherListModel::setText);
    connect(m_search, &SearchField::leaveDownward, m_list, [this] { m_list->setFocus(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &VoucherScreen::onCurrentChanged);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_desk.list().loadState() == LoadState::Failed)
            m_desk.list().refresh();
        else if (!m_search->text().isEmpty())
            m_search->clear();
        else
            sell();
    });
    connect(&list, &VoucherListModel::loadStateChanged, this, &VoucherScreen::showState);
    connect(&list, &QAbstractItemModel::modelReset, this, &VoucherScreen::showState);
    connect(&m_desk, &VoucherDesk::opened, this, &VoucherScreen::onOpened);
    connect(&m_desk, &VoucherDesk::busyChanged, this, [this] { m_details->setBusy(m_desk.isChanging()); });
    connect(&m_desk, &VoucherDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_desk, &VoucherDesk::changed, this, [this](const Voucher &voucher) {
        m_banner->showMessage(Severity::Success, tr("Voucher %1 is changed.").arg(isolated(VoucherCardDelegate::codeWords(voucher))));
        if (voucher.id == m_shown.id)
            showVoucher(voucher);
    });
    connect(m_details, &VoucherDetails::blockRequested, this, [this] { ask(VoucherChangeDialog::Change::Block); });
    connect(m_details, &VoucherDetails::unblockRequested, this, [this] { ask(VoucherChangeDialog::Change::Unblock); });
    connect(m_details, &VoucherDetails::correctionRequested, this, [this] { ask(VoucherChangeDialog::Change::Correct); });
    connect(m_details, &VoucherDetails::moreRequested, this, [this] {
        if (m_older)
            m_desk.open(m_shown.id, m_older);
    });
}

void VoucherScreen::sell()
{
    m_banner->clear();
    auto *dialog = new VoucherSaleDialog(m_desk, m_clock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void VoucherScreen::showState()
{
    VoucherListModel &list = m_desk.list();
    if (list.rowCount() > 0) {
        m_pages->setCurrentWidget(m_lists);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_list->model()->index(std::max(0, list.rowOf(m_shown.id)), 0));
        return;
    }
    m_shown = {};
    m_details->clear();
    m_pages->setCurrentWidget(m_empty);
    if (list.loadState() == LoadState::Failed)
        m_empty->setContent(tr("The vouchers could not be read"), errorText(*list.error()), tr("Try again"));
    else if (list.loadState() == LoadState::Loading)
        m_empty->setContent(tr("Reading the vouchers…"), {});
    else if (!m_search->text().isEmpty())
        m_empty->setContent(tr("No voucher found"), tr("No voucher has this code, and no note contains these words."), tr("Show all vouchers"));
    else
        m_empty->setContent(tr("No vouchers yet"), tr("Vouchers that are sold or given away appear here."), tr("Sell a voucher"));
}

void VoucherScreen::onCurrentChanged(const QModelIndex &current)
{
    if (!current.isValid())
        return;
    m_banner->clear();
    showVoucher(voucherOf(current));
}

void VoucherScreen::showVoucher(const Voucher &voucher)
{
    if (voucher.id != m_shown.id) {
        m_movements.clear();
        m_older.reset();
        m_details->setMovements({}, false);
    }
    m_shown = voucher;
    m_details->setVoucher(voucher, m_clock.utcNow(), m_desk.mayManage());
    if (m_desk.mayManage())
        m_desk.open(voucher.id);
}

void VoucherScreen::onOpened(const protocol::VouchersGetResult &found, bool isMore)
{
    if (found.voucher.id != m_shown.id)
        return;
    m_shown = found.voucher;
    m_movements = isMore ? m_movements + found.movements : found.movements;
    m_older = found.next;
    m_desk.list().take(found.voucher);
    m_details->setVoucher(found.voucher, m_clock.utcNow(), m_desk.mayManage());
    m_details->setMovements(m_movements, m_older.has_value());
}

void VoucherScreen::ask(VoucherChangeDialog::Change change)
{
    using Change = VoucherChangeDialog::Change;
    m_banner->clear();
    auto *dialog = new VoucherChangeDialog(m_shown, change, m_clock.utcNow(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, change, id = m_shown.id] {
        if (change == Change::Correct)
            m_desk.correct({.voucher = id, .amount = dialog->amount(), .expires = dialog->expires(), .reason = dialog->reason()});
        else
            m_desk.setBlocked(id, change == Change::Block, dialog->reason());
    });
    dialog->open();
}

void VoucherScreen::focusInEvent(QFocusEvent *)
{
    m_search->setFocus(); // a scanner reads into it
}

} // namespace parterre::ui
