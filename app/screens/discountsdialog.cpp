// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/discountsdialog.h"

#include "app/screens/discountform.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/prompter.h"
#include "app/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kListWidth = 220;
constexpr int kFormWidth = 560;
constexpr QSize kSize {852, 700};

// Below the name of each what it takes off, and its code or its kind.
class Described final : public QIdentityProxyModel
{
public:
    Described(DiscountListModel &list, QObject *parent) : QIdentityProxyModel(parent), m_list(list) { setSourceModel(&list); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const QVariant name = QIdentityProxyModel::data(index, role);
        if (role != Qt::DisplayRole || !name.isValid())
            return name;
        const Discount &discount = m_list.row(index.row()).discount;
        const QString off = discount.amount ? formatMoney(*discount.amount, QLocale()) : DiscountsDialog::tr("%1 %").arg(QLocale().toString(discount.share / 100.0));
        return QString(name.toString() + u'\n' + inReadingOrder(off + QStringLiteral("  ·  ") + isolated(discount.code.value_or(DiscountForm::wordOf(discount.kind)))));
    }

private:
    DiscountListModel &m_list;
};

} // namespace

DiscountsDialog::DiscountsDialog(DiscountDesk &desk, Prompter &prompter, const std::optional<Event> &event, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_prompter(prompter), m_banner(new MessageBanner), m_list(new QListView), m_form(new DiscountForm(desk.choices(), event)),
      m_save(makeButton(tr("&Save"), ButtonKind::Primary, Glyph::Check)), m_remove(makeButton(tr("&End it…"), ButtonKind::Danger, Glyph::Trash)), m_busy(nullptr)
{
    setWindowTitle(tr("Discounts"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(tr("Discounts"), TextScale::Heading));
    column->addWidget((new TextLabel(tr("A ticket gets the one discount that takes most off it. What was sold keeps its price."), TextScale::Caption, Tone::Muted))->wrapped());
    column->addWidget(m_banner);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(kThreeSteps);
    sides->addWidget(buildList());
    sides->addWidget(buildForm(), 1);
    column->addLayout(sides, 1);
    resize(kSize);
    m_busy = new BusyOverlay(this);
    connectDesk();
    m_desk.list().refresh();
    m_desk.choices().forget(); // prices may be others by now
    showDiscount(m_desk.newDiscount());
}

QWidget *DiscountsDialog::buildList()
{
    auto *side = new QWidget;
    side->setFixedWidth(kListWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_list->setObjectName(QStringLiteral("discounts"));
    m_list->setAccessibleName(tr("Discounts of the house"));
    m_list->setModel(new Described(m_desk.list(), m_list));
    showAsNotes(*m_list);
    column->addWidget(m_list, 1);
    auto *add = makeButton(tr("Ne&w discount"), ButtonKind::Standard, Glyph::Plus);
    add->setObjectName(QStringLiteral("newDiscount"));
    add->setAutoDefault(false);
    column->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this] {
        m_list->clearSelection();
        m_list->setCurrentIndex({});
        showDiscount(m_desk.newDiscount());
        m_form->setFocus();
    });
    return side;
}

QWidget *DiscountsDialog::buildForm()
{
    auto *side = new QWidget;
    side->setMinimumWidth(kFormWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    auto *scroll = new QScrollArea; // a bundle is higher than small screens
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    auto *room = new QVBoxLayout(page);
    room->setContentsMargins(besideScrollBar());
    room->addWidget(m_form);
    room->addStretch();
    scroll->setWidget(page);
    column->addWidget(scroll, 1);
    auto *close = makeButton(tr("Close"));
    m_save->setObjectName(QStringLiteral("saveDiscount"));
    m_remove->setObjectName(QStringLiteral("removeDiscount"));
    for (QPushButton *button : {close, m_save, m_remove})
        button->setAutoDefault(false); // Enter ends what is typed
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(m_remove);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_banner->clear();
        m_desk.save(m_form->discount());
    });
    connect(m_remove, &QPushButton::clicked, this, &DiscountsDialog::askToRemove);
    return side;
}

void DiscountsDialog::connectDesk()
{
    connect(m_list, &QListView::clicked, this, &DiscountsDialog::choose);
    connect(m_list, &QListView::activated, this, &DiscountsDialog::choose);
    connect(m_form, &DiscountForm::edited, this, &DiscountsDialog::syncButtons);
    connect(&m_desk, &DiscountDesk::busyChanged, this, [this] {
        if (m_desk.isBusy())
            m_busy->start(tr("One moment…"));
        else
            m_busy->stop();
    });
    connect(&m_desk, &DiscountDesk::saved, this, [this](const Discount &discount) {
        showDiscount(discount);
        m_banner->showMessage(Severity::Success, tr("%1 is saved and holds from the next ticket on.").arg(isolated(discount.name)));
    });
    connect(&m_desk, &DiscountDesk::removed, this, [this] { showDiscount(m_desk.newDiscount()); });
    connect(&m_desk, &DiscountDesk::failed, this, [this](const Error &error) {
        m_banner->showMessage(Severity::Error, error.code == ErrorCode::AlreadyExists ? tr("Another discount has this code already. Choose another.") : errorText(error));
        if (error.code == ErrorCode::BelowUses)
            m_form->markUses(error.limit.value_or(0));
    });
    connect(&m_desk.choices(), &DiscountChoices::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Warning, errorText(error)); });
    connect(&m_desk.list(), &PagedListModel::loadStateChanged, this, [this] {
        if (m_desk.list().loadState() == LoadState::Ready)
            m_form->setCurrencies(m_desk.list().currencies());
        if (m_desk.list().loadState() == LoadState::Failed)
            m_banner->showMessage(Severity::Error, errorText(*m_desk.list().error()));
    });
}

void DiscountsDialog::showDiscount(const Discount &discount)
{
    m_open = discount;
    m_form->show(discount, m_desk.now());
    syncButtons();
}

void DiscountsDialog::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_banner->clear();
    const CountedDiscount &counted = m_desk.list().row(index.row());
    showDiscount(counted.discount);
    if (counted.discount.kind == DiscountKind::Code)
        m_banner->showMessage(Severity::Info, counted.uses == 1 ? tr("1 booking uses this code.") : tr("%Ln bookings use this code.", nullptr, counted.uses));
}

void DiscountsDialog::syncButtons()
{
    const Discount wanted = m_form->discount();
    m_save->setEnabled(faultIn(wanted).isEmpty() && wanted != m_open);
    m_remove->setVisible(m_open.version > 0);
}

void DiscountsDialog::askToRemove()
{
    m_prompter.ask(this, {.title = tr("End %1?").arg(isolated(m_open.name)), .text = tr("Nobody gets it any more. What was sold keeps its price."), .yes = tr("End the discount"), .dangerous = true},
                   [this, discount = m_open](const Answer &answer) {
                       if (answer.yes)
                           m_desk.remove(discount);
                   });
}

} // namespace parterre::ui
