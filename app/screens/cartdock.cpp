// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/cartdock.h"

#include "app/screens/cartlinerow.h"
#include "app/widgets/buttons.h"
#include "app/widgets/countdownlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/pricewords.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/discount.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kDockWidth = 336;

} // namespace

CartDock::CartDock(CartModel &cart, const Clock &clock, QWidget *parent)
    : Card(parent), m_cart(cart), m_count(new TextLabel({}, TextScale::Heading)), m_countdown(new CountdownLabel(clock)),
      m_extend(makeButton(tr("&Keep longer"), ButtonKind::Quiet, Glyph::Refresh)), m_scroll(new QScrollArea),
      m_lines(nullptr), m_empty(new EmptyState(Glyph::Seat)), m_totalName(new TextLabel({}, TextScale::Heading)), m_total(new TextLabel({}, TextScale::Title)),
      m_book(makeButton(tr("&Book"), ButtonKind::Primary, Glyph::Ticket))
{
    setFixedWidth(kDockWidth);
    setAccessibleName(tr("Cart"));
    body()->setSpacing(kStep);
    buildExchange();
    buildHead();
    auto *page = new QWidget;
    m_lines = new QVBoxLayout(page);
    m_lines->setContentsMargins(besideScrollBar());
    m_lines->setSpacing(0);
    m_lines->addStretch();
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    body()->addWidget(m_scroll, 1);
    body()->addWidget(m_empty, 1);
    buildFoot();

    connect(&m_cart, &QAbstractItemModel::rowsInserted, this, &CartDock::syncRows);
    connect(&m_cart, &QAbstractItemModel::rowsRemoved, this, &CartDock::syncRows);
    connect(&m_cart, &QAbstractItemModel::modelReset, this, &CartDock::syncRows);
    connect(&m_cart, &QAbstractItemModel::dataChanged, this, &CartDock::syncRows);
    connect(&m_cart, &CartModel::totalsChanged, this, &CartDock::syncTotals);
    connect(&m_cart, &CartModel::checkoutStateChanged, this, &CartDock::syncTotals);
    connect(&m_cart, &CartModel::exchangeChanged, this, &CartDock::syncExchange);
    connect(&m_cart.quote(), &CartQuote::changed, this, &CartDock::syncQuote);
    syncRows();
    syncExchange();
}

void CartDock::buildHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(m_count, 1);
    row->addWidget(m_countdown);
    body()->addLayout(row);
    body()->addWidget(m_extend, 0, Qt::AlignTrailing);
    m_countdown->setToolTip(tr("So long these seats are kept for you"));
    connect(m_extend, &QPushButton::clicked, &m_cart, &CartModel::extend);
}

void CartDock::buildExchange()
{
    m_exchange = new QWidget;
    auto *column = new QVBoxLayout(m_exchange);
    column->setContentsMargins(0, 0, 0, kStep);
    column->setSpacing(kStep);
    auto *row = new QHBoxLayout;
    m_exchangeTitle = (new TextLabel({}, TextScale::Heading, Tone::Accent))->wrapped();
    auto *stop = makeButton(tr("Sto&p"), ButtonKind::Quiet, Glyph::Close);
    stop->setToolTip(tr("Give the exchange up; the tickets stay as they are"));
    row->addWidget(m_exchangeTitle, 1);
    row->addWidget(stop, 0, Qt::AlignTop);
    column->addLayout(row);
    m_exchangeText = (new TextLabel({}, TextScale::Body, Tone::Muted))->wrapped();
    column->addWidget(m_exchangeText);
    body()->addWidget(m_exchange);
    connect(stop, &QPushButton::clicked, &m_cart, &CartModel::stopExchange);
}

void CartDock::syncExchange()
{
    const auto &exchange = m_cart.exchange();
    m_exchange->setVisible(exchange.has_value());
    m_empty->setContent(tr("No seats yet"), exchange ? tr("Choose the new seats on the map. For another date, open it from the list of events.")
                                                     : tr("Choose seats on the map: click them, or walk with the arrow keys and press Enter."));
    m_book->setText(exchange ? tr("E&xchange") : tr("&Book"));
    if (exchange) {
        QStringList labels;
        for (const Ticket &ticket : exchange->tickets)
            labels.append(isolated(ticket.label));
        m_exchangeTitle->setText(tr("Exchange of %1").arg(isolated(exchange->reference)));
        m_exchangeText->setText(tr("Given back: %1, worth %2").arg(inReadingOrder(labels.join(QStringLiteral(", "))), formatMoney(exchange->credit(), locale())));
    }
    syncTotals();
}

void CartDock::buildFoot()
{
    m_foot = new QWidget;
    auto *column = new QVBoxLayout(m_foot);
    column->setContentsMargins(0, kStep, 0, 0);
    column->setSpacing(kTwoSteps);
    m_code = new QLineEdit;
    m_code->setObjectName(QStringLiteral("promoCode"));
    m_code->setMaxLength(static_cast<int>(DiscountLimits::kCodeLength));
    m_code->setClearButtonEnabled(true);
    m_codeField = new FormField(tr("Promo code"), m_code);
    column->addWidget(m_codeField);
    connect(m_code, &QLineEdit::editingFinished, this, &CartDock::applyCode);
    m_charges = (new TextLabel({}, TextScale::Caption, Tone::Muted))->wrapped();
    column->addWidget(m_charges);
    auto *row = new QHBoxLayout;
    row->addWidget(m_totalName);
    row->addStretch();
    row->addWidget(m_total);
    column->addLayout(row);
    m_book->setMinimumHeight(kControlHeight + kStep);
    column->addWidget(m_book);
    body()->addWidget(m_foot);
    connect(m_book, &QPushButton::clicked, this, &CartDock::bookRequested);
}

void CartDock::syncRows()
{
    const int wanted = m_cart.rowCount();
    while (m_rows.size() > wanted)
        m_rows.takeLast()->deleteLater();
    while (m_rows.size() < wanted) {
        auto *row = new CartLineRow;
        m_lines->insertWidget(static_cast<int>(m_rows.size()), row);
        m_rows.append(row);
        connect(row, &CartLineRow::ticketTypeChosen, this, [this, row](const QString &type) {
            m_cart.setTicketType(static_cast<int>(m_rows.indexOf(row)), type);
        });
        connect(row, &CartLineRow::removeRequested, this, [this, row] {
            const protocol::CartLine &line = m_cart.line(static_cast<int>(m_rows.indexOf(row)));
            Q_EMIT releaseRequested(line.hold.event, line.hold.place, line.label);
        });
    }
    for (int index = 0; index < wanted; ++index) {
        m_rows.at(index)->setLine(m_cart.line(index), m_cart.ticketType(index));
        m_rows.at(index)->setEnabled(!m_cart.index(index).data(CartModel::ReleasingRole).toBool());
    }
    const bool any = wanted > 0;
    m_scroll->setVisible(any);
    m_empty->setVisible(!any);
    m_foot->setVisible(any);
    m_count->setText(wanted == 1 ? tr("1 seat") : any ? tr("%n seats", nullptr, wanted) : tr("Your seats"));
    syncQuote();
}

void CartDock::syncTotals()
{
    const auto due = m_cart.quote().due();
    const bool any = m_cart.rowCount() > 0;
    m_totalName->setText(!m_cart.exchange() ? tr("Total") : due && due->amount < 0 ? tr("To give back") : tr("To pay"));
    m_total->setText(due ? formatMoney({.amount = std::abs(due->amount), .currency = due->currency}, locale()) : QStringLiteral("–"));
    m_book->setEnabled(any && m_cart.due() && m_cart.checkoutState() == CartModel::Checkout::None);
    m_countdown->setDeadline(any ? m_cart.earliestDeadline() : std::nullopt);
    m_extend->setVisible(any && m_cart.canExtend());
    m_extend->setEnabled(!m_cart.isExtending());
}

void CartDock::applyCode()
{
    if (m_code->text().simplified() != m_cart.quote().code())
        m_cart.quote().setCode(m_code->text());
}

void CartDock::syncQuote()
{
    const CartQuote &quote = m_cart.quote();
    for (int row = 0; row < m_rows.size(); ++row)
        m_rows.at(row)->setPrice(quote.price(row), quote.line(row));
    QStringList words;
    if (const auto &current = quote.current()) {
        for (const QList<Charge> charges = quote.charges(); const Charge &charge : charges)
            words.append(tr("%1: %2").arg(chargeName(charge.kind), formatMoney(charge.amount, locale())));
        if (const QString tax = taxWords(current->tax, locale()); !tax.isEmpty())
            words.append(tax);
    }
    if (quote.error())
        words = {errorText(*quote.error())};
    m_charges->setText(words.join(u'\n'));
    m_charges->setTone(quote.error() ? Tone::Danger : Tone::Muted);
    m_charges->setVisible(!words.isEmpty());
    m_codeField->setError(quote.codeError() ? errorText(*quote.codeError()) : QString());
    const bool isInVain = quote.current() && !quote.code().isEmpty() && !quote.current()->codeTakesOff;
    m_codeField->setHint(isInVain ? tr("Other discounts take more off these tickets than this code.") : QString());
    if (quote.code().isEmpty() && !quote.codeError() && !m_code->hasFocus())
        m_code->clear();
    syncTotals();
}

} // namespace parterre::ui
