// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/prompter.h"

#include "app/widgets/buttons.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr int kQuestionWidth = 400;

} // namespace

void DialogPrompter::ask(QWidget *parent, const Question &question, std::function<void(Answer)> answered)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(question.title);

    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    auto *dontAsk = new QCheckBox(question.dontAskAgain);
    auto *no = makeButton(question.no.isEmpty() ? QCoreApplication::translate("parterre::ui::DialogPrompter", "Back") : question.no);
    auto *yes = makeButton(question.yes, question.dangerous ? ButtonKind::Danger : ButtonKind::Primary);
    auto *other = makeButton(question.other);
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(other);
    row->addStretch();
    row->addWidget(no);
    row->addWidget(yes);
    column->addWidget(dontAsk);
    column->addSpacing(kStep);
    column->addLayout(row);
    dontAsk->setVisible(!question.dontAskAgain.isEmpty());
    other->setVisible(!question.other.isEmpty());
    // As wide as the answers, which have to be in the dialog for that: its height is reckoned with the width of the dialog.
    const int width = std::max(kQuestionWidth, row->sizeHint().width());
    int above = 0;
    for (TextLabel *label : {new TextLabel(question.title, TextScale::Heading), new TextLabel(question.text)}) {
        label->wrapped()->setFixedWidth(width);
        column->insertWidget(above++, label);
    }
    (question.dangerous ? no : yes)->setDefault(true);
    (question.dangerous ? no : yes)->setFocus();

    QObject::connect(no, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(yes, &QPushButton::clicked, dialog, &QDialog::accept);
    constexpr int kOther = QDialog::Accepted + 1;
    QObject::connect(other, &QPushButton::clicked, dialog, [dialog] { dialog->done(kOther); });
    QObject::connect(dialog, &QDialog::finished, parent, [dontAsk, answered = std::move(answered)](int result) {
        const bool accepted = result == QDialog::Accepted;
        answered({.yes = accepted, .dontAskAgain = accepted && dontAsk->isChecked(), .other = result == kOther});
    });
    dialog->open();
}

} // namespace parterre::ui
