// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/seatfields.h"

#include "app/designer/commands/seatsteps.h"
#include "app/designer/view/attributewords.h"
#include "app/widgets/buttons.h"
#include "app/widgets/formfield.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/customattributes.h"
#include "shared/domain/planvalidation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {

namespace {

constexpr qsizetype kShownCustom = 20; // of those that others have

// How many of the seats have what.
struct Count {
    QList<qsizetype> attributes = {}; // in the order of their names
    QMap<QString, qsizetype> custom = {};
    QString category = {}; // of the first
    bool oneCategory = true;
};

Count countOf(const Design &design, const QSet<SeatRef> &seats)
{
    const QList<AttributeName> attributes = seatAttributeNames();
    Count count {.attributes = QList<qsizetype>(attributes.size())};
    bool first = true;
    for (const SeatRef &seat : seats) {
        const SeatDetail &detail = steps::detailOf(design, seat);
        for (qsizetype i = 0; i < attributes.size(); ++i)
            count.attributes[i] += detail.attributes.testFlag(attributes[i].attribute);
        for (const QString &attribute : detail.customAttributes)
            ++count.custom[attribute];
        const QString category = steps::categoryOf(design, seat);
        if (std::exchange(first, false))
            count.category = category;
        count.oneCategory = count.oneCategory && category == count.category;
    }
    return count;
}

void tick(QCheckBox &box, qsizetype count, qsizetype all)
{
    box.setTristate(count > 0 && count < all);
    box.setCheckState(count == 0 ? Qt::Unchecked : count == all ? Qt::Checked : Qt::PartiallyChecked);
}

} // namespace

SeatFields::SeatFields(DesignDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_heading(new TextLabel({}, TextScale::Heading)), m_category(new QComboBox), m_categoryField(new FormField(tr("Category"), m_category)),
      m_number(new QLineEdit), m_numberField(new FormField(tr("Number"), m_number)), m_join(makeButton(tr("Join wheelchair place and companion"), ButtonKind::Standard, Glyph::Wheelchair)),
      m_customColumn(new QVBoxLayout), m_newCustom(new QLineEdit), m_newCustomField(new FormField(tr("Add attributes"), m_newCustom))
{
    m_category->addItem(tr("None"), QString());
    for (const Category &known : document.design().house().categories)
        m_category->addItem(known.name, known.key);
    connect(m_category, &QComboBox::activated, this, [this] { m_document.push(steps::setCategory(m_document.design(), {.seats = m_document.selectedSeats()}, m_category->currentData().toString())); });
    m_number->setPlaceholderText(tr("As the row gives it"));
    m_number->setObjectName(QStringLiteral("seatNumber"));
    m_number->setMaxLength(20);
    connect(m_number, &QLineEdit::editingFinished, this, &SeatFields::nameSeat);
    m_join->setObjectName(QStringLiteral("joinCompanion"));
    connect(m_join, &QPushButton::clicked, this, &SeatFields::joinCompanion);
    m_newCustom->setObjectName(QStringLiteral("newCustomAttributes"));
    m_newCustom->setPlaceholderText(tr("heated, extra legroom"));
    m_newCustom->setMaxLength(static_cast<int>(PlanLimits::kCustomAttributes * (PlanLimits::kCustomAttributeLength + 2)));
    connect(m_newCustom, &QLineEdit::editingFinished, this, &SeatFields::addCustomAttributes);
    connect(m_newCustom, &QLineEdit::textEdited, this, [this] { m_newCustomField->setError({}); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfStep);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_heading, m_categoryField, m_numberField, m_join})
        column->addWidget(widget);
    addAttributes(*column);
    m_customColumn->setSpacing(kHalfStep);
    column->addSpacing(kHalfStep);
    column->addWidget(new TextLabel(tr("Custom attributes"), TextScale::Heading));
    column->addLayout(m_customColumn);
    column->addWidget(m_newCustomField);
    refresh();
}

void SeatFields::addAttributes(QVBoxLayout &column)
{
    for (const AttributeName &attribute : seatAttributeNames()) {
        auto *box = new QCheckBox(attribute.name);
        connect(box, &QCheckBox::clicked, this, [this, box, which = attribute.attribute] {
            box->setTristate(false);
            m_document.push(steps::setAttribute(m_document.design(), {.seats = m_document.selectedSeats()}, which, box->isChecked()));
        });
        column.addWidget(box);
        m_attributes.append(box);
    }
}

void SeatFields::refresh()
{
    const QSet<SeatRef> &seats = m_document.selectedSeats();
    const Count count = countOf(m_document.design(), seats);
    const bool areOthers = seats != m_seats;
    if (areOthers) {
        m_seats = seats;
        qDeleteAll(m_custom);
        m_custom.clear();
        m_newCustomField->setError({});
    }
    m_heading->setText(tr("%Ln seats", nullptr, static_cast<int>(seats.size())));
    m_category->setCurrentIndex(std::max(m_category->findData(count.category), 0));
    m_categoryField->setHint(count.oneCategory ? QString() : tr("Several values"));
    m_numberField->setVisible(seats.size() == 1);
    if (seats.size() == 1 && (areOthers || !m_number->hasFocus()))
        m_number->setText(steps::detailOf(m_document.design(), *seats.cbegin()).number.value_or(QString()));
    m_join->setVisible(seats.size() == 2);
    for (qsizetype i = 0; i < m_attributes.size(); ++i)
        tick(*m_attributes[i], count.attributes.at(i), seats.size());
    showCustomAttributes(count.custom);
}

// Those of the seats, and some that other seats of the house have. One that was shown stays, so that it can be set again.
void SeatFields::showCustomAttributes(const QMap<QString, qsizetype> &counts)
{
    QStringList names = counts.keys();
    const QStringList others = steps::customAttributesOf(m_document.design());
    for (const QString &name : others) {
        if (!counts.contains(name) && names.size() < kShownCustom)
            names.append(name);
    }
    for (const QString &name : std::as_const(names)) {
        if (m_custom.contains(name))
            continue;
        auto *box = new QCheckBox(withoutMnemonic(name));
        connect(box, &QCheckBox::clicked, this, [this, box, name] {
            box->setTristate(false);
            const QString mergeKey = QStringLiteral("customAttributes/%1/%2").arg(name).arg(qHash(m_seats));
            m_document.push(steps::setCustomAttributes(m_document.design(), {.seats = m_seats}, {name}, box->isChecked(), mergeKey));
            refresh(); // a seat that has too many did not get it
        });
        m_custom.insert(name, box);
        m_customColumn->insertWidget(static_cast<int>(std::distance(m_custom.cbegin(), m_custom.constFind(name))), box);
    }
    QWidget *before = m_attributes.constLast();
    for (auto box = m_custom.cbegin(); box != m_custom.cend(); ++box) {
        tick(**box, counts.value(box.key()), m_seats.size());
        setTabOrder(before, *box);
        before = *box;
    }
    setTabOrder(before, m_newCustom);
}

void SeatFields::nameSeat()
{
    if (m_number->isModified() && m_seats.size() == 1)
        m_document.push(steps::setNumber(m_document.design(), *m_seats.cbegin(), m_number->text().trimmed()));
    m_number->setModified(false);
}

void SeatFields::joinCompanion()
{
    QList<SeatRef> pair(m_seats.cbegin(), m_seats.cend());
    // The one that is a wheelchair place already stays it; else the first of the two becomes one.
    std::sort(pair.begin(), pair.end(), [this](const SeatRef &a, const SeatRef &b) {
        const auto rank = [this](const SeatRef &seat) { return std::pair(!steps::detailOf(m_document.design(), seat).attributes.testFlag(SeatAttribute::Wheelchair), seat); };
        return rank(a) < rank(b);
    });
    m_document.push(steps::setCompanion(m_document.design(), pair[0], pair[1]));
}

void SeatFields::addCustomAttributes()
{
    const QStringList names = listedCustomAttributes(m_newCustom->text());
    if (names.isEmpty())
        return;
    if (!std::all_of(names.cbegin(), names.cend(), isCustomAttribute))
        return m_newCustomField->setError(tr("At most %Ln characters each", nullptr, static_cast<int>(PlanLimits::kCustomAttributeLength)));
    const auto hasRoom = [&](const SeatRef &seat) {
        QStringList all = steps::detailOf(m_document.design(), seat).customAttributes + names;
        all.removeDuplicates();
        return all.size() <= PlanLimits::kCustomAttributes;
    };
    if (!std::all_of(m_seats.cbegin(), m_seats.cend(), hasRoom))
        return m_newCustomField->setError(tr("At most %Ln of them for a seat", nullptr, static_cast<int>(PlanLimits::kCustomAttributes)));
    m_document.push(steps::setCustomAttributes(m_document.design(), {.seats = m_seats}, names, true));
    m_newCustom->clear();
}

} // namespace parterre::ui
