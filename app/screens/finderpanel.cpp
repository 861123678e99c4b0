// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/finderpanel.h"

#include "app/screens/offerbutton.h"
#include "app/screens/offerwords.h"
#include "app/widgets/buttons.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace parterre::ui {
namespace {

constexpr int kUsualParty = 2;
constexpr int kMostWheelchairs = 4;

} // namespace

FinderPanel::FinderPanel(SeatFinderModel &finder, EventModel &event, QWidget *parent)
    : Card(parent), m_finder(finder), m_event(event), m_size(new QSpinBox), m_category(new QComboBox), m_wheelchairs(new QComboBox), m_heldBack(new QCheckBox(tr("Also &held back"))),
      m_find(makeButton(tr("&Find the best seats"), ButtonKind::Standard, Glyph::Search)), m_result(new QWidget), m_verdict(new TextLabel({}, TextScale::Body)),
      m_take(makeButton(tr("&Take these"), ButtonKind::Primary, Glyph::Check)), m_close(makeIconButton(Glyph::Close, tr("Leave these seats")))
{
    setAccessibleName(tr("Best seats"));
    body()->setContentsMargins(kTwoSteps, kStep, kTwoSteps, kStep);
    body()->setSpacing(kStep);
    buildWish();
    buildOffers();
    connect(&m_event, &EventModel::detailsChanged, this, &FinderPanel::fillChoices);
    connect(&m_event, &EventModel::stateChanged, this, &FinderPanel::fillChoices);
    connect(&m_event, &EventModel::limitChanged, this, &FinderPanel::limitSize);
    connect(&m_event.seatMap(), &SeatMapModel::blocksChanged, this, &FinderPanel::showHeldBack);
    connect(&m_finder, &SeatFinderModel::changed, this, &FinderPanel::sync);
    fillChoices();
    sync();
}

void FinderPanel::buildWish()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    auto *seats = new TextLabel(tr("&Seats"));
    seats->setBuddy(m_size);
    m_size->setRange(1, kMaxSeatsCounter);
    m_size->setValue(kUsualParty);
    m_size->setAccessibleName(tr("How many seats"));
    m_size->findChild<QLineEdit *>()->setAccessibleName(m_size->accessibleName());
    m_category->setAccessibleName(tr("Price zone"));
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_category->setMinimumContentsLength(12);
    m_wheelchairs->setAccessibleName(tr("Wheelchair places"));
    for (int count = 0; count <= kMostWheelchairs; ++count)
        m_wheelchairs->addItem(icon(Glyph::Wheelchair), count == 0 ? tr("No wheelchair") : tr("%n wheelchair place(s)", nullptr, count), count);
    row->addWidget(seats);
    row->addWidget(m_size);
    row->addWidget(m_category);
    row->addWidget(m_wheelchairs);
    row->addWidget(m_heldBack);
    row->addWidget(m_find);
    row->addStretch();
    body()->addLayout(row);
    connect(m_find, &QPushButton::clicked, this, &FinderPanel::ask);
}

void FinderPanel::buildOffers()
{
    auto *row = new QHBoxLayout(m_result);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    for (std::size_t i = 0; i < kMostOffers; ++i) {
        auto *offer = new OfferButton;
        m_offers.append(offer);
        row->addWidget(offer, 3);
        connect(offer, &OfferButton::clicked, this, [this, index = static_cast<int>(i)] {
            m_finder.setCurrent(index);
            sync();
        });
        connect(offer, &OfferButton::stepped, this, [this](int by) {
            m_finder.step(by);
            m_offers.at(m_finder.current())->setFocus();
        });
        connect(offer, &OfferButton::taken, this, [this, index = static_cast<int>(i)] {
            m_finder.setCurrent(index);
            Q_EMIT takeRequested();
        });
    }
    row->addWidget(m_verdict->wrapped(), 9);
    row->addStretch(1);
    row->addWidget(m_take);
    row->addWidget(m_close);
    body()->addWidget(m_result);
    connect(m_take, &QPushButton::clicked, this, &FinderPanel::takeRequested);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_finder.clear();
        Q_EMIT left();
    });
}

void FinderPanel::fillChoices()
{
    const QString chosen = m_category->currentData().toString();
    m_category->clear();
    m_category->addItem(tr("Any price"), QString());
    bool wheelchairs = false;
    const SeatMapModel &map = m_event.seatMap();
    for (qint32 i = 0; i < map.plan().categories.size(); ++i) {
        const Category &category = map.plan().categories.at(i);
        if (const auto price = map.price(i))
            m_category->addItem(tr("%1 · %2").arg(isolated(category.name), formatPriceRange(price->lowest, price->highest, locale())), category.key);
    }
    for (qint32 seat = 0; seat < map.seatCount() && !wheelchairs; ++seat)
        wheelchairs = map.table().attributes(seat).testFlag(SeatAttribute::Wheelchair);
    m_category->setCurrentIndex(std::max(0, m_category->findData(chosen)));
    m_category->setVisible(m_category->count() > 2); // with one price there is nothing to choose
    m_wheelchairs->setVisible(wheelchairs);
    showHeldBack();
    setEnabled(m_event.state() == EventModel::State::Ready);
}

// Who may have no more is told so when asking.
void FinderPanel::limitSize()
{
    m_size->setMaximum(std::max(1, m_event.seatsLeft()));
}

void FinderPanel::showHeldBack()
{
    m_heldBack->setVisible(m_event.seatMap().count(SeatLook::HeldBack) > 0);
    m_heldBack->setChecked(m_heldBack->isChecked() && !m_heldBack->isHidden());
}

void FinderPanel::find()
{
    m_awaited = isAncestorOf(focusWidget());
    m_finder.look({.size = m_size->value(), .wheelchairs = m_wheelchairs->isHidden() ? 0 : m_wheelchairs->currentData().toInt(), .category = m_category->currentData().toString(), .heldBack = m_heldBack->isChecked()});
}

void FinderPanel::ask()
{
    if (m_finder.state() != SeatFinderModel::State::Looking)
        Q_EMIT findRequested();
}

void FinderPanel::setSize(qint32 size)
{
    m_size->setValue(size);
}

void FinderPanel::enter()
{
    if (m_finder.state() == SeatFinderModel::State::Offering)
        m_offers.at(m_finder.current())->setFocus();
    else {
        m_size->setFocus();
        m_size->selectAll();
    }
}

QString FinderPanel::verdict() const
{
    switch (m_finder.state()) {
    case SeatFinderModel::State::NothingFound:
        return tr("There are no %n free seats like that. Ask for fewer, or for another price.", nullptr, m_finder.wish().size);
    case SeatFinderModel::State::Failed:
        return errorText(*m_finder.error());
    case SeatFinderModel::State::Idle:
    case SeatFinderModel::State::Looking:
    case SeatFinderModel::State::Offering: break;
    }
    return {};
}

void FinderPanel::sync()
{
    const SeatFinderModel::State state = m_finder.state();
    const bool offering = state == SeatFinderModel::State::Offering;
    const bool hadFocus = m_result->isAncestorOf(focusWidget());
    m_find->setText(state == SeatFinderModel::State::Looking ? tr("Looking…") : tr("&Find the best seats"));
    m_verdict->setText(verdict());
    m_verdict->setVisible(!offering);
    m_take->setVisible(offering);
    m_take->setEnabled(!m_finder.isTaking());
    const bool answered = offering || !m_verdict->text().isEmpty();
    // While it looks anew what is shown stays, so that nothing jumps under the pointer.
    if (offering && !m_finder.isInstead())
        m_size->setValue(m_finder.wish().size);
    if (state != SeatFinderModel::State::Looking) {
        showOffers();
        m_result->setVisible(answered);
    }
    const bool follow = state != SeatFinderModel::State::Looking && std::exchange(m_awaited, false);
    if (offering && (hadFocus || follow))
        m_offers.at(m_finder.current())->setFocus();
    else if (hadFocus && !answered)
        Q_EMIT left();
}

void FinderPanel::showOffers()
{
    const QList<protocol::SuggestedSeats> &offers = m_finder.offers();
    for (qsizetype i = 0; i < m_offers.size(); ++i) {
        OfferButton &button = *m_offers.at(i);
        button.setVisible(i < offers.size());
        button.setChecked(i == m_finder.current());
        button.setEnabled(!m_finder.isTaking());
        if (i >= offers.size())
            continue;
        const protocol::SuggestedSeats &offer = offers.at(i);
        QStringList terms;
        if (const std::optional<Money> &charged = offer.inAll ? offer.inAll : offer.price)
            terms << formatMoney(*charged, locale());
        if (const QString shape = shapeText(offer); !shape.isEmpty() && !m_finder.isInstead())
            terms << shape;
        button.setOffer(reasonText(offer.reason), groupName(m_event.seatMap(), offer.places), terms.join(QStringLiteral(" · ")));
    }
}

void FinderPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_result->isVisible()) {
        m_finder.clear();
        Q_EMIT left();
        event->accept();
        return;
    }
    const bool submits = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && (m_size->hasFocus() || m_category->hasFocus() || m_wheelchairs->hasFocus());
    if (submits) {
        ask();
        event->accept();
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace parterre::ui
