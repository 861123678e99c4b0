// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/halldialog.h"

#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/formfield.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kWidth = 420;

}

HallDialog::HallDialog(const PlanListModel::Entry &entry, const QStringList &halls, QWidget *parent)
    : QDialog(parent), m_plan(entry.plan.name), m_hall(new QComboBox), m_save(makeButton(tr("&Save"), ButtonKind::Primary, Glyph::Check))
{
    setWindowTitle(tr("Hall"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget((new TextLabel(tr("Which hall of %1 is %2 a plan of?").arg(isolated(entry.venue.name), isolated(m_plan)), TextScale::Heading))->wrapped());
    m_hall->setObjectName(QStringLiteral("hall"));
    m_hall->setEditable(true);
    m_hall->setInsertPolicy(QComboBox::NoInsert);
    m_hall->addItems(halls);
    m_hall->setCurrentText(entry.plan.hallName());
    m_hall->lineEdit()->setMaxLength(VenueLimits::kNameLength);
    auto *field = new FormField(tr("&Hall"), m_hall, tr("Plans of one hall, seated and standing perhaps, have the same hall here. Then a series shows which of its dates find the hall taken, whichever plan is used."));
    field->setFixedWidth(kWidth);
    column->addWidget(field);
    m_save->setObjectName(QStringLiteral("saveHall"));
    column->addLayout(makeAnswerRow(*this, m_save));
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_hall, &QComboBox::currentTextChanged, this, [this] { m_save->setEnabled(!typed().isEmpty()); });
    field->setFocus();
}

QString HallDialog::typed() const
{
    return m_hall->currentText().trimmed();
}

std::optional<QString> HallDialog::hall() const
{
    return typed() == m_plan ? std::nullopt : std::optional(typed());
}

} // namespace parterre::ui
