// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/eventdetails.h"

#include "app/widgets/buttons.h"
#include "app/widgets/eventcarddelegate.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/posterpictures.h"
#include "app/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kWidth = 368;
constexpr QSize kPosterSize {136, 194};

} // namespace

EventDetails::EventDetails(const SeatMapModel &map, PosterPictures &pictures, QWidget *parent)
    : Card(parent), m_map(map), m_pictures(pictures), m_poster(new QLabel), m_name(new TextLabel({}, TextScale::Heading)), m_facts(new TextLabel({}, TextScale::Body, Tone::Muted)),
      m_description(new TextLabel), m_rules(new TextLabel({}, TextScale::Caption, Tone::Muted)), m_prices(new QWidget), m_priceGrid(new QGridLayout(m_prices)), m_scroll(new QScrollArea)
{
    setFixedWidth(kWidth);
    setAccessibleName(tr("About this event"));
    setFocusPolicy(Qt::StrongFocus);
    body()->setContentsMargins(kTwoSteps, kStep, kTwoSteps, kTwoSteps);
    body()->setSpacing(kStep);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("About this event"), TextScale::Heading), 1);
    QToolButton *close = makeIconButton(Glyph::Close, tr("Close"));
    head->addWidget(close);
    body()->addLayout(head);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(besideScrollBar());
    column->setSpacing(kTwoSteps);
    m_poster->setFixedSize(kPosterSize);
    auto *top = new QHBoxLayout;
    top->setSpacing(kTwoSteps);
    top->addWidget(m_poster, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(kStep);
    words->addWidget(m_name->wrapped());
    words->addWidget(m_facts->wrapped());
    words->addStretch();
    top->addLayout(words, 1);
    column->addLayout(top);
    column->addWidget(m_description->wrapped());
    m_priceGrid->setContentsMargins(0, 0, 0, 0);
    m_priceGrid->setHorizontalSpacing(kTwoSteps);
    m_priceGrid->setVerticalSpacing(kHalfStep);
    column->addWidget(m_prices);
    column->addWidget(m_rules->wrapped());
    column->addStretch();
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    body()->addWidget(m_scroll, 1);
    connect(close, &QToolButton::clicked, this, &EventDetails::closed);
    connect(&m_pictures, &PosterPictures::arrived, this, [this](const QString &hash) {
        if (m_event.summary.poster == hash)
            showPoster();
    });
}

void EventDetails::setEvent(const Event &event)
{
    m_event = event;
    m_name->setText(isolated(event.summary.name));
    m_description->setText(isolated(event.description.trimmed()));
    m_description->setVisible(!m_description->text().isEmpty());
    showPoster();
    fillFacts();
    fillPrices();
}

void EventDetails::showPoster()
{
    m_poster->setPixmap(m_pictures.picture(m_event.summary, kPosterSize, devicePixelRatioF()));
    m_poster->setAccessibleName(tr("Poster of %1").arg(m_event.summary.name));
}

void EventDetails::fillFacts()
{
    const EventSummary &summary = m_event.summary;
    QStringList facts {formatDateTime(summary.start, summary.timeZone, locale()), isolated(summary.venue.name), categoryName(summary.category)};
    if (m_event.durationMinutes > 0)
        facts.append(m_event.durationMinutes == 1 ? tr("1 minute") : tr("%n minutes", nullptr, m_event.durationMinutes));
    m_facts->setText(facts.join(u'\n'));

    const SaleRules &rules = m_event.rules;
    const int kept = std::max(1, static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(rules.holdTime).count()));
    QStringList terms {rules.maxSeats == 1 ? tr("One seat at a time.") : tr("At most %n seats at once.", nullptr, rules.maxSeats),
                       rules.mostInBooking() == 1 ? tr("One ticket in a booking.") : tr("At most %n tickets in one booking.", nullptr, rules.mostInBooking()),
                       kept == 1 ? tr("Seats are kept for a minute while you decide.") : tr("Seats are kept for %n minutes while you decide.", nullptr, kept)};
    if (summary.bookingFee)
        terms.prepend(tr("Plus %1 per booking.").arg(formatMoney(*summary.bookingFee, locale())));
    if (rules.salesFrom)
        terms.append(tr("On sale from %1.").arg(formatDateTime(*rules.salesFrom, summary.timeZone, locale())));
    if (rules.salesUntil)
        terms.append(tr("On sale until %1.").arg(formatDateTime(*rules.salesUntil, summary.timeZone, locale())));
    terms.append(tr("Bookings can be cancelled until %1.").arg(formatDateTime(rules.cancelUntil.value_or(summary.start), summary.timeZone, locale())));
    if (summary.state == EventState::Cancelled)
        terms = {tr("Cancelled: %1").arg(isolated(m_event.cancelReason.value_or(QString()))), tr("Tickets are refunded at the box office.")};
    m_rules->setText(terms.join(u'\n'));
}

void EventDetails::fillPrices()
{
    while (QLayoutItem *item = m_priceGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype column = 0; column < m_event.ticketTypes.size(); ++column)
        addPrice(0, static_cast<int>(column) + 1, isolated(m_event.ticketTypes.at(column).name), Qt::AlignTrailing, true);
    int row = 0;
    for (const Category &category : m_map.plan().categories) {
        ++row;
        addPrice(row, 0, isolated(category.name), Qt::AlignLeading, false);
        for (qsizetype column = 0; column < m_event.ticketTypes.size(); ++column) {
            const auto price = std::find_if(m_event.prices.begin(), m_event.prices.end(), [&](const Price &each) {
                return each.category == category.key && each.ticketType == m_event.ticketTypes.at(column).key;
            });
            addPrice(row, static_cast<int>(column) + 1, price == m_event.prices.end() ? QStringLiteral("–") : formatMoney(price->charged(), locale()), Qt::AlignTrailing, false);
        }
    }
    m_priceGrid->setColumnStretch(0, 1);
    m_prices->setVisible(row > 0 && !m_event.prices.isEmpty());
}

void EventDetails::addPrice(int row, int column, const QString &text, Qt::Alignment alignment, bool isHead)
{
    auto *label = new TextLabel(text, isHead ? TextScale::Caption : TextScale::Body, isHead ? Tone::Muted : Tone::Text);
    label->aligned(alignment | Qt::AlignVCenter);
    m_priceGrid->addWidget(label, row, column);
}

void EventDetails::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Escape: Q_EMIT closed(); return;
    case Qt::Key_Down: bar->triggerAction(QAbstractSlider::SliderSingleStepAdd); return;
    case Qt::Key_Up: bar->triggerAction(QAbstractSlider::SliderSingleStepSub); return;
    case Qt::Key_PageDown: bar->triggerAction(QAbstractSlider::SliderPageStepAdd); return;
    case Qt::Key_PageUp: bar->triggerAction(QAbstractSlider::SliderPageStepSub); return;
    default: Card::keyPressEvent(event);
    }
}

void EventDetails::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LocaleChange && !m_event.summary.id.isNull())
        setEvent(m_event);
}

} // namespace parterre::ui
