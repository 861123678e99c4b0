// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/undodialog.h"

#include "app/widgets/buttons.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {

namespace {

constexpr int kWidth = 400;
constexpr int kLongestReason = 200; // as the server takes it

}

UndoDialog::UndoDialog(const QString &seat, QWidget *parent) : QDialog(parent), m_reason(new QComboBox)
{
    setWindowTitle(tr("Take back"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    auto *title = new TextLabel(tr("Take %1 back?").arg(isolated(seat)), TextScale::Heading);
    auto *text = new TextLabel(tr("The ticket lets somebody in again. Say why; it is kept."));
    for (TextLabel *label : {title, text}) {
        label->wrapped()->setFixedWidth(kWidth);
        column->addWidget(label);
    }
    m_reason->setEditable(true);
    m_reason->addItems({tr("Went out again"), tr("The wrong ticket was scanned"), tr("A trial")});
    m_reason->lineEdit()->setMaxLength(kLongestReason);
    m_reason->setAccessibleName(tr("Reason"));
    text->setBuddy(m_reason); // on some systems an entry is called by its label alone
    column->addWidget(m_reason);

    auto *row = new QHBoxLayout;
    auto *no = makeButton(tr("Back"));
    auto *yes = makeButton(tr("Take back"), ButtonKind::Primary);
    yes->setObjectName(QStringLiteral("takeBack"));
    yes->setDefault(true);
    row->setSpacing(kStep);
    row->addStretch();
    row->addWidget(no);
    row->addWidget(yes);
    column->addLayout(row);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reason, &QComboBox::editTextChanged, yes, [this, yes] { yes->setEnabled(!reason().isEmpty()); });
}

QString UndoDialog::reason() const
{
    return m_reason->currentText().simplified();
}

} // namespace parterre::ui
