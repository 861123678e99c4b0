// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/canceleventdialog.h"

#include "app/widgets/buttons.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {

namespace {

constexpr int kWidth = 440;
constexpr int kLongestReason = 200; // as the server takes it
constexpr int kThisDate = 0; // of the choice which dates

}

CancelEventDialog::CancelEventDialog(const CancelOffer &offer, QWidget *parent)
    : QDialog(parent), m_offer(offer), m_scope(new QComboBox), m_dates(new TextLabel), m_touched(new TextLabel), m_meaning(new TextLabel), m_reason(new QComboBox),
      m_no(makeButton({})), m_yes(makeButton({}, ButtonKind::Danger))
{
    setWindowTitle(tr("Cancel the event"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    auto *title = new TextLabel(tr("Cancel %1?").arg(isolated(offer.event)), TextScale::Heading);
    auto *why = new TextLabel(tr("Say why: customers read it with their booking."));
    m_scope->setObjectName(QStringLiteral("cancelScope"));
    m_scope->setAccessibleName(tr("Which dates"));
    m_scope->addItems({tr("Only this date"), tr("This date and all later ones of the series")});
    m_dates->setObjectName(QStringLiteral("cancelledDates"));
    m_touched->setObjectName(QStringLiteral("touched"));
    column->addWidget(title);
    column->addWidget(m_scope);
    column->addWidget(m_dates);
    column->addWidget(m_touched);
    column->addWidget(m_meaning);
    column->addWidget(why);
    for (TextLabel *label : {title, m_dates, m_touched, m_meaning, why})
        label->wrapped()->setFixedWidth(kWidth);
    m_reason->setObjectName(QStringLiteral("cancelReason"));
    m_reason->setEditable(true);
    m_reason->addItems({tr("Illness in the company"), tr("Technical trouble in the house"), tr("Bad weather")});
    m_reason->setCurrentIndex(-1);
    m_reason->lineEdit()->setMaxLength(kLongestReason);
    m_reason->lineEdit()->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    why->setBuddy(m_reason); // on some systems an entry is called by its label alone
    column->addWidget(m_reason);

    auto *row = new QHBoxLayout;
    m_no->setObjectName(QStringLiteral("keepEvent"));
    m_yes->setObjectName(QStringLiteral("reallyCancelEvent"));
    m_yes->setEnabled(false);
    for (QPushButton *button : {m_no, m_yes})
        button->setAutoDefault(false); // Enter ends the reason, and neither keeps nor cancels anything
    row->setSpacing(kStep);
    row->addStretch();
    row->addWidget(m_no);
    row->addWidget(m_yes);
    column->addSpacing(kStep);
    column->addLayout(row);
    connect(m_no, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_yes, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reason, &QComboBox::editTextChanged, m_yes, [this] { m_yes->setEnabled(!reason().isEmpty()); });
    connect(m_scope, &QComboBox::currentIndexChanged, this, &CancelEventDialog::showScope);
    m_scope->setVisible(offer.later.has_value());
    showScope();
    m_reason->setFocus();
}

void CancelEventDialog::showScope()
{
    const bool later = isWithLater();
    const int dates = later ? static_cast<int>(m_offer.later->dates.size()) : 1;
    m_dates->setVisible(later);
    m_dates->setText(later ? datesText() : QString());
    m_touched->setText(salesText(later ? m_offer.later->sales : m_offer.sales, locale()));
    m_meaning->setText(later ? tr("Nothing of them can be held or sold any more, and seats in carts become free. Everybody who bought tickets is owed what they paid. Drafts stay drafts. This cannot be undone.")
                             : tr("Nothing of it can be held or sold any more, and seats in carts become free. Everybody who bought tickets is owed what they paid. This cannot be undone."));
    m_no->setText(later ? tr("Keep the dates") : tr("Keep the event"));
    m_yes->setText(dates == 1 ? tr("Cancel the event") : tr("Cancel %Ln dates", nullptr, dates));
}

bool CancelEventDialog::isWithLater() const
{
    return m_offer.later && m_scope->currentIndex() != kThisDate;
}

QString CancelEventDialog::datesText() const
{
    const QList<SeriesEvent> &dates = m_offer.later->dates;
    const QString first = formatDate(dates.constFirst().start, m_offer.timeZone, locale());
    const QString last = formatDate(dates.constLast().start, m_offer.timeZone, locale());
    if (dates.size() == 1)
        return tr("1 date: %1.").arg(first);
    return tr("%Ln dates: from %1 to %2.", nullptr, static_cast<int>(dates.size())).arg(first, last);
}

QString CancelEventDialog::reason() const
{
    return m_reason->currentText().simplified();
}

QString CancelEventDialog::salesText(const EventSales &sales, const QLocale &locale)
{
    if (sales.tickets == 0)
        return tr("Nobody has a ticket for it.");
    const auto ticketsText = [](qint32 count) { return count == 1 ? tr("1 ticket") : tr("%Ln tickets", nullptr, count); };
    const auto bookingsText = [](qint32 count) { return count == 1 ? tr("1 booking") : tr("%Ln bookings", nullptr, count); };
    // As the list of refunds has them afterwards, which knows no reservations.
    const qint32 reservations = sales.reservations.value_or(0);
    const qint32 reservedTickets = sales.reservedTickets.value_or(0);
    QStringList sentences;
    if (sales.tickets > reservedTickets) {
        QStringList amounts;
        for (const Money &amount : sales.amounts)
            amounts.append(formatMoney(amount, locale));
        sentences.append(tr("Void from then on: %1 of %2. To be paid back: %3.")
                             .arg(ticketsText(sales.tickets - reservedTickets), bookingsText(sales.bookings - reservations), inReadingOrder(amounts.join(QStringLiteral(", ")))));
    } else {
        sentences.append(tr("Nobody has paid for a ticket."));
    }
    if (reservations > 0)
        sentences.append(tr("Reserved and not paid, void as well: %1 of %2.").arg(ticketsText(reservedTickets), bookingsText(reservations)));
    return sentences.join(u' ');
}

} // namespace parterre::ui
