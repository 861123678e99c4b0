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

}

CancelEventDialog::CancelEventDialog(const QString &event, const EventSales &sales, QWidget *parent) : QDialog(parent), m_reason(new QComboBox)
{
    setWindowTitle(tr("Cancel the event"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    auto *title = new TextLabel(tr("Cancel %1?").arg(isolated(event)), TextScale::Heading);
    auto *touched = new TextLabel(salesText(sales, locale()));
    touched->setObjectName(QStringLiteral("touched"));
    auto *text = new TextLabel(tr("Nothing of it can be held or sold any more, and seats in carts become free. Everybody who bought tickets is owed what they paid. This cannot be undone."));
    auto *why = new TextLabel(tr("Say why: customers read it with their booking."));
    for (TextLabel *label : {title, touched, text, why}) {
        label->wrapped()->setFixedWidth(kWidth);
        column->addWidget(label);
    }
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
    auto *no = makeButton(tr("Keep the event"));
    auto *yes = makeButton(tr("Cancel the event"), ButtonKind::Danger);
    no->setObjectName(QStringLiteral("keepEvent"));
    yes->setObjectName(QStringLiteral("reallyCancelEvent"));
    yes->setEnabled(false);
    for (QPushButton *button : {no, yes})
        button->setAutoDefault(false); // Enter ends the reason, and neither keeps nor cancels anything
    row->setSpacing(kStep);
    row->addStretch();
    row->addWidget(no);
    row->addWidget(yes);
    column->addSpacing(kStep);
    column->addLayout(row);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reason, &QComboBox::editTextChanged, yes, [this, yes] { yes->setEnabled(!reason().isEmpty()); });
    m_reason->setFocus();
}

QString CancelEventDialog::reason() const
{
    return m_reason->currentText().simplified();
}

QString CancelEventDialog::salesText(const EventSales &sales, const QLocale &locale)
{
    if (sales.tickets == 0)
        return tr("Nobody has a ticket for it.");
    QStringList amounts;
    for (const Money &amount : sales.amounts)
        amounts.append(formatMoney(amount, locale));
    const QString tickets = sales.tickets == 1 ? tr("1 ticket") : tr("%Ln tickets", nullptr, sales.tickets);
    const QString bookings = sales.bookings == 1 ? tr("1 booking") : tr("%Ln bookings", nullptr, sales.bookings);
    return tr("Void from then on: %1 of %2. To be paid back: %3.").arg(tickets, bookings, inReadingOrder(amounts.join(QStringLiteral(", "))));
}

} // namespace parterre::ui
