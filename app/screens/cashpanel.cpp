// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/cashpanel.h"

#include "app/widgets/buttons.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <array>

namespace parterre::ui {
namespace {

constexpr qsizetype kMostNotes = 4;

} // namespace

QList<Money> likelyTenders(const Money &due, qsizetype most)
{
    QList<Money> tenders {due};
    qint64 unit = 1;
    for (int digit = 0; digit < due.currency.digits(); ++digit)
        unit *= 10;
    for (const qint64 step : std::array<qint64, 6> {1, 5, 10, 20, 50, 100}) {
        const qint64 note = step * unit;
        const Money rounded {.amount = (due.amount + note - 1) / note * note, .currency = due.currency};
        if (due.amount > 0 && !tenders.contains(rounded))
            tenders.append(rounded);
    }
    std::sort(tenders.begin(), tenders.end(), [](const Money &a, const Money &b) { return a.amount < b.amount; });
    return tenders.first(std::min(most, tenders.size()));
}

CashPanel::CashPanel(QWidget *parent)
    : QWidget(parent), m_dueName(new TextLabel({}, TextScale::Heading)), m_entry(new QLineEdit), m_field(new FormField(tr("&Received in cash"), m_entry)),
      m_dueText(new TextLabel({}, TextScale::Title)), m_changeName(new TextLabel(tr("Change"), TextScale::Heading)), m_changeText(new TextLabel({}, TextScale::Title)), m_notes(new QWidget)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kTwoSteps);
    grid->setVerticalSpacing(kTwoSteps);
    grid->addWidget(m_dueName, 0, 0);
    grid->addWidget(m_dueText->aligned(Qt::AlignTrailing | Qt::AlignVCenter), 0, 1);
    grid->addWidget(m_field, 1, 0, 1, 2);
    grid->addWidget(m_notes, 2, 0, 1, 2);
    grid->addWidget(m_changeName, 3, 0);
    grid->addWidget(m_changeText->aligned(Qt::AlignTrailing | Qt::AlignVCenter), 3, 1);
    grid->setColumnStretch(0, 1);
    auto *notes = new QHBoxLayout(m_notes);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->setSpacing(kStep);
    m_entry->setMaxLength(20);
    m_entry->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    connect(m_entry, &QLineEdit::textChanged, this, [this] {
        m_field->setError({});
        refresh();
    });
    connect(m_entry, &QLineEdit::returnPressed, this, &CashPanel::submitted);
    setFocusProxy(m_entry);
}

void CashPanel::setDue(const Money &due, bool isRest)
{
    m_due = due;
    const bool givesBack = due.amount < 0;
    m_dueName->setText(givesBack ? tr("To give back") : isRest ? tr("Left to pay") : tr("To pay"));
    m_dueText->setText(formatMoney({.amount = std::abs(due.amount), .currency = due.currency}, locale()));
    for (QWidget *part : {static_cast<QWidget *>(m_field), m_notes, static_cast<QWidget *>(m_changeName), static_cast<QWidget *>(m_changeText)})
        part->setHidden(givesBack);
    m_entry->clear();
    m_entry->setPlaceholderText(formatMoney(due, locale()));
    fillNotes();
    refresh();
}

void CashPanel::fillNotes()
{
    qDeleteAll(m_notes->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    for (const Money &note : likelyTenders(m_due, kMostNotes)) {
        auto *button = makeButton(note == m_due ? tr("Exact") : withoutMnemonic(formatMoney(note, locale())), ButtonKind::Standard);
        connect(button, &QPushButton::clicked, this, [this, note] { m_entry->setText(formatMoney(note, locale())); });
        m_notes->layout()->addWidget(button);
    }
}

std::optional<Money> CashPanel::tendered() const
{
    // Nothing typed means the exact sum.
    if (m_entry->text().trimmed().isEmpty())
        return Money {.amount = std::max<qint64>(0, m_due.amount), .currency = m_due.currency};
    const auto given = parseMoney(m_entry->text(), m_due.currency, locale());
    return given && given->amount >= m_due.amount ? given : std::nullopt;
}

std::optional<Money> CashPanel::entered() const
{
    return parseMoney(m_entry->text(), m_due.currency, locale());
}

bool CashPanel::check()
{
    if (tendered())
        return true;
    refuse(entered() ? tr("This is less than is due. Enter what the customer gave.") : tr("Enter an amount such as %1.").arg(formatMoney(m_due, locale())));
    return false;
}

void CashPanel::refuse(const QString &why)
{
    m_field->setError(why);
    m_entry->setFocus();
    m_entry->selectAll();
}

void CashPanel::refresh()
{
    const auto given = tendered();
    m_changeText->setText(given ? formatMoney({.amount = given->amount - m_due.amount, .currency = m_due.currency}, locale()) : QStringLiteral("–"));
    Q_EMIT changed();
}

} // namespace parterre::ui
