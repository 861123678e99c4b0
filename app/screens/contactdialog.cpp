// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/contactdialog.h"

#include "app/screens/contactform.h"
#include "app/widgets/buttons.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kWidth = 472;

}

ContactDialog::ContactDialog(const Booking &booking, QWidget *parent) : QDialog(parent), m_form(new ContactForm)
{
    setWindowTitle(tr("Change the contact"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(new TextLabel(tr("Whom booking %1 is for").arg(isolated(booking.reference)), TextScale::Heading));
    m_form->setFixedWidth(kWidth);
    m_form->setContact(booking.contact());
    column->addWidget(m_form);
    auto *save = makeButton(tr("&Save"), ButtonKind::Primary, Glyph::Check);
    save->setObjectName(QStringLiteral("saveContact"));
    column->addLayout(makeAnswerRow(*this, save));
    connect(save, &QPushButton::clicked, this, &ContactDialog::accept);
    connect(m_form, &ContactForm::submitted, this, &ContactDialog::accept);
    m_form->setFocus();
}

Contact ContactDialog::contact() const
{
    return m_form->contact();
}

void ContactDialog::accept()
{
    if (m_form->check())
        QDialog::accept();
}

} // namespace parterre::ui
