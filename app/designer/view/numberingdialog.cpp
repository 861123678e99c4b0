// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/numberingdialog.h"

#include "app/widgets/buttons.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

QGridLayout *twoColumns(QWidget &part)
{
    auto *grid = new QGridLayout(&part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kStep);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

NumberingDialog::NumberingDialog(DesignDocument &document, SectionId section, QWidget *parent)
    : QDialog(parent), m_document(document), m_section(section), m_scope(new QComboBox), m_rows(new QCheckBox(tr("Label &rows"))), m_rowStyle(new QComboBox), m_rowFirst(new QSpinBox),
      m_rowWithout(new QLineEdit(QStringLiteral("IO"))), m_rowPrefix(new QLineEdit), m_fromBack(new QCheckBox(tr("From the back"))), m_seats(new QCheckBox(tr("Number &seats"))), m_order(new QComboBox),
      m_seatFirst(new QSpinBox), m_seatStep(new QSpinBox), m_skipped(new QLineEdit), m_across(new QCheckBox(tr("Go on across aisles and blocks"))), m_tables(new QCheckBox(tr("Number &tables")))
{
    setWindowTitle(tr("Rows and numbers"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(tr("Rows and numbers"), TextScale::Title));
    m_scope->addItem(tr("What is selected"), Selected);
    m_scope->addItem(tr("The section"), OneSection);
    m_scope->addItem(tr("The whole house"), WholeHouse);
    m_scope->setCurrentIndex(document.selection().isEmpty() ? WholeHouse : Selected);
    column->addWidget(new FormField(tr("&For"), m_scope));
    column->addWidget(buildRows());
    column->addWidget(buildSeats());
    m_tables->setObjectName(QStringLiteral("numberTables"));
    column->addWidget(m_tables);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    QPushButton *cancel = makeButton(tr("Cancel"));
    QPushButton *apply = makeButton(tr("Number"), ButtonKind::Primary, Glyph::Numbers);
    apply->setObjectName(QStringLiteral("applyNumbering"));
    apply->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(apply);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(apply, &QPushButton::clicked, this, &QDialog::accept);
    for (QCheckBox *box : {m_rows, m_fromBack, m_seats, m_across, m_tables})
        connect(box, &QCheckBox::toggled, this, &NumberingDialog::preview);
    for (QComboBox *box : {m_scope, m_rowStyle, m_order})
        connect(box, &QComboBox::currentIndexChanged, this, &NumberingDialog::preview);
    for (QSpinBox *box : {m_rowFirst, m_seatFirst, m_seatStep})
        connect(box, &QSpinBox::valueChanged, this, &NumberingDialog::preview);
    for (QLineEdit *line : {m_rowWithout, m_rowPrefix, m_skipped})
        connect(line, &QLineEdit::textChanged, this, &NumberingDialog::preview);
    m_rows->setChecked(true);
    m_seats->setChecked(true);
    preview();
}

QWidget *NumberingDialog::buildRows()
{
    auto *part = new QWidget;
    QGridLayout *grid = twoColumns(*part);
    m_rowStyle->addItems({tr("1, 2, 3"), tr("A, B, C"), tr("a, b, c")});
    m_rowStyle->setCurrentIndex(static_cast<int>(LabelStyle::Letters));
    m_rowFirst->setRange(1, 10'000);
    m_rowWithout->setMaxLength(20);
    m_rowPrefix->setMaxLength(20);
    m_rows->setObjectName(QStringLiteral("labelRows"));
    grid->addWidget(m_rows, 0, 0);
    grid->addWidget(m_fromBack, 0, 1);
    grid->addWidget(new FormField(tr("Style"), m_rowStyle), 1, 0);
    grid->addWidget(new FormField(tr("First"), m_rowFirst), 1, 1);
    grid->addWidget(new FormField(tr("Never use"), m_rowWithout), 2, 0);
    grid->addWidget(new FormField(tr("Prefix"), m_rowPrefix), 2, 1);
    return part;
}

QWidget *NumberingDialog::buildSeats()
{
    auto *part = new QWidget;
    QGridLayout *grid = twoColumns(*part);
    m_order->addItems({tr("Left to right"), tr("Right to left"), tr("Odd left, even right"), tr("Odd right, even left")});
    m_seatFirst->setRange(0, 100'000);
    m_seatFirst->setValue(1);
    m_seatStep->setRange(1, 100);
    m_skipped->setPlaceholderText(QStringLiteral("13"));
    m_skipped->setMaxLength(100);
    m_across->setChecked(true);
    m_seats->setObjectName(QStringLiteral("numberSeats"));
    m_order->setObjectName(QStringLiteral("seatOrder"));
    grid->addWidget(m_seats, 0, 0);
    grid->addWidget(m_across, 0, 1);
    grid->addWidget(new FormField(tr("Order"), m_order), 1, 0);
    grid->addWidget(new FormField(tr("First"), m_seatFirst), 1, 1);
    grid->addWidget(new FormField(tr("Step"), m_seatStep), 2, 0);
    grid->addWidget(new FormField(tr("Leave out"), m_skipped), 2, 1);
    return part;
}

QSet<ElementId> NumberingDialog::ids() const
{
    switch (m_scope->currentData().toInt()) {
    case Selected: return m_document.selection();
    case OneSection: return steps::numberable(m_document.base(), m_section);
    default: return steps::numberable(m_document.base());
    }
}

steps::NumberingRules NumberingDialog::rules() const
{
    steps::NumberingRules rules {.acrossBlocks = m_across->isChecked()};
    if (m_rows->isChecked()) {
        rules.rows = LabelScheme {.style = static_cast<LabelStyle>(m_rowStyle->currentIndex()), .first = m_rowFirst->value(), .without = m_rowWithout->text().toUpper(), .prefix = m_rowPrefix->text(), .backwards = m_fromBack->isChecked()};
    }
    if (m_seats->isChecked()) {
        SeatNumbering numbering {.order = static_cast<SeatOrder>(m_order->currentIndex()), .first = m_seatFirst->value(), .step = m_seatStep->value(), .startsAnewAtAisles = !m_across->isChecked()};
        for (const QString &number : m_skipped->text().split(u',', Qt::SkipEmptyParts))
            numbering.skipped.append(number.trimmed().toInt());
        rules.seats = numbering;
    }
    if (m_tables->isChecked())
        rules.tables = LabelScheme {.style = LabelStyle::Numbers};
    return rules;
}

void NumberingDialog::preview()
{
    m_document.preview(steps::number(m_document.base(), ids(), rules()));
}

void NumberingDialog::done(int result)
{
    if (result == Accepted)
        m_document.commitPreview();
    else
        m_document.cancelPreview();
    QDialog::done(result);
}

} // namespace parterre::ui
