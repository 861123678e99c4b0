// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/seatfields.h"

#include "app/designer/commands/seatsteps.h"
#include "app/designer/view/attributewords.h"
#include "app/widgets/buttons.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {

SeatFields::SeatFields(DesignDocument &document, QWidget *parent) : QWidget(parent), m_document(document)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfStep);
    auto *count = new TextLabel({}, TextScale::Heading);
    column->addWidget(count);
    m_shows.append([count](const Summary &seats) { count->setText(tr("%Ln seats", nullptr, static_cast<int>(seats.seats))); });
    addCategory();
    if (document.selectedSeats().size() == 1)
        addNumber();
    if (document.selectedSeats().size() == 2)
        addCompanionButton();
    for (const AttributeName &attribute : seatAttributeNames())
        addAttribute(attribute);
}

void SeatFields::showSeats()
{
    const Summary seats = summary();
    for (const auto &show : std::as_const(m_shows))
        show(seats);
}

// All that the fields show, read in one pass: a whole house may be selected.
SeatFields::Summary SeatFields::summary() const
{
    const QSet<SeatRef> &seats = m_document.selectedSeats();
    Summary summary {.first = *seats.cbegin(), .seats = seats.size(), .category = steps::categoryOf(m_document.design(), *seats.cbegin())};
    for (const SeatRef &seat : seats) {
        const SeatAttributes attributes = steps::detailOf(m_document.design(), seat).attributes;
        summary.inAll &= attributes;
        summary.inSome |= attributes;
        summary.oneCategory = summary.oneCategory && steps::categoryOf(m_document.design(), seat) == summary.category;
    }
    return summary;
}

void SeatFields::addCategory()
{
    auto *category = new QComboBox;
    category->addItem(tr("None"), QString());
    for (const Category &known : m_document.design().house().categories)
        category->addItem(known.name, known.key);
    connect(category, &QComboBox::activated, this, [this, category] {
        m_document.push(steps::setCategory(m_document.design(), {.seats = m_document.selectedSeats()}, category->currentData().toString()));
    });
    auto *field = new FormField(tr("Category"), category);
    layout()->addWidget(field);
    m_shows.append([category, field](const Summary &seats) {
        category->setCurrentIndex(seats.oneCategory ? std::max(category->findData(seats.category), 0) : -1);
        field->setHint(seats.oneCategory ? QString() : tr("Several values"));
    });
}

void SeatFields::addNumber()
{
    auto *number = new QLineEdit;
    number->setPlaceholderText(tr("As the row gives it"));
    number->setMaxLength(20);
    number->setObjectName(QStringLiteral("seatNumber"));
    // For the seat that was shown when it was typed: selecting another one ends the typing, too.
    connect(number, &QLineEdit::editingFinished, this, [this, number] {
        const SeatRef seat = number->property("seat").value<SeatRef>();
        const QString text = number->text().trimmed();
        if (text != steps::detailOf(m_document.design(), seat).number.value_or(QString()))
            m_document.push(steps::setNumber(m_document.design(), seat, text));
    });
    layout()->addWidget(new FormField(tr("Number"), number));
    m_shows.append([this, number](const Summary &seats) {
        number->setProperty("seat", QVariant::fromValue(seats.first));
        number->setText(steps::detailOf(m_document.design(), seats.first).number.value_or(QString()));
    });
}

void SeatFields::addCompanionButton()
{
    QPushButton *join = makeButton(tr("Join wheelchair place and companion"), ButtonKind::Standard, Glyph::Wheelchair);
    join->setObjectName(QStringLiteral("joinCompanion"));
    connect(join, &QPushButton::clicked, this, [this] {
        QList<SeatRef> pair(m_document.selectedSeats().cbegin(), m_document.selectedSeats().cend());
        // The one that is a wheelchair place already stays it; else the first of the two becomes one.
        std::sort(pair.begin(), pair.end(), [this](const SeatRef &a, const SeatRef &b) {
            const auto rank = [this](const SeatRef &seat) { return std::pair(!steps::detailOf(m_document.design(), seat).attributes.testFlag(SeatAttribute::Wheelchair), seat); };
            return rank(a) < rank(b);
        });
        m_document.push(steps::setCompanion(m_document.design(), pair[0], pair[1]));
    });
    layout()->addWidget(join);
}

void SeatFields::addAttribute(const AttributeName &attribute)
{
    auto *box = new QCheckBox(attribute.name);
    connect(box, &QCheckBox::clicked, this, [this, box, which = attribute.attribute] {
        box->setTristate(false);
        m_document.push(steps::setAttribute(m_document.design(), {.seats = m_document.selectedSeats()}, which, box->isChecked()));
    });
    layout()->addWidget(box);
    m_shows.append([box, which = attribute.attribute](const Summary &seats) {
        const bool all = seats.inAll.testFlag(which), some = seats.inSome.testFlag(which);
        box->setTristate(some && !all);
        box->setCheckState(all ? Qt::Checked : some ? Qt::PartiallyChecked : Qt::Unchecked);
    });
}

} // namespace parterre::ui
