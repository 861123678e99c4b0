// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/cartlinerow.h"

#include "app/widgets/buttons.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/pricewords.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPainter>
#include <QToolButton>

namespace parterre::ui {

CartLineRow::CartLineRow(QWidget *parent)
    : QWidget(parent), m_label(new ElidedLabel({}, TextScale::Body)), m_price(new TextLabel({}, TextScale::Body)),
      m_parts((new TextLabel({}, TextScale::Caption, Tone::Muted))->wrapped()), m_type(new QComboBox), m_remove(makeIconButton(Glyph::Trash, tr("Give this seat back")))
{
    QFont strong = m_label->font();
    strong.setWeight(QFont::DemiBold);
    m_label->setFont(strong);
    m_type->setAccessibleName(tr("Kind of ticket"));
    m_label->setBuddy(m_type); // on some systems a choice is called by its label alone
    m_price->aligned(Qt::AlignTrailing | Qt::AlignVCenter);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, kStep, 0, kStep + 1);
    grid->setHorizontalSpacing(kStep);
    grid->setVerticalSpacing(kHalfStep);
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_price, 0, 1);
    grid->addWidget(m_type, 1, 0);
    grid->addWidget(m_remove, 1, 1, Qt::AlignTrailing);
    grid->addWidget(m_parts, 2, 0, 1, 2);
    m_parts->hide();
    grid->setColumnStretch(0, 1);

    connect(m_type, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < m_prices.size())
            Q_EMIT ticketTypeChosen(m_prices.at(index).ticketType);
    });
    connect(m_remove, &QAbstractButton::clicked, this, &CartLineRow::removeRequested);
}

void CartLineRow::setLine(const protocol::CartLine &line, const QString &ticketType)
{
    m_label->setText(isolated(line.label));
    m_remove->setAccessibleName(tr("Give back %1").arg(line.label));
    if (line.prices != m_prices || m_type->currentIndex() < 0)
        fillTypes(line);
    for (qsizetype index = 0; index < m_prices.size(); ++index) {
        if (m_prices.at(index).ticketType == ticketType)
            m_type->setCurrentIndex(static_cast<int>(index));
    }
}

void CartLineRow::setPrice(const std::optional<Money> &price, const protocol::QuoteLine *quoted)
{
    m_price->setText(price ? formatMoney(*price, locale()) : QStringLiteral("…"));
    m_parts->setText(quoted ? partsWords(quoted->parts, quoted->price, locale()) : QString());
    m_parts->setVisible(!m_parts->text().isEmpty());
}

void CartLineRow::fillTypes(const protocol::CartLine &line)
{
    m_prices = line.prices;
    m_type->clear();
    for (const protocol::TicketPrice &price : m_prices)
        m_type->addItem(isolated(price.name) + QStringLiteral("  ·  ") + formatMoney(price.charged(), locale()));
    m_type->setEnabled(m_prices.size() > 1);
}

void CartLineRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(tonesOf(palette()).border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace parterre::ui
