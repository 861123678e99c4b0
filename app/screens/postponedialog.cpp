// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/postponedialog.h"

#include "app/screens/releaseform.h"
#include "app/widgets/buttons.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kWidth = 400;

} // namespace

PostponeDialog::PostponeDialog(const DueBlock &block, QWidget *parent) : QDialog(parent), m_release(new ReleaseForm(block.start, block.timeZone))
{
    setWindowTitle(tr("Postpone the release"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    auto *title = new TextLabel(tr("When are these seats free again?"), TextScale::Heading);
    auto *what = new TextLabel(tr("%1, %2").arg(isolated(block.eventName), isolated(block.block.reason)), TextScale::Body, Tone::Muted);
    for (TextLabel *label : {title, what}) {
        label->wrapped()->setFixedWidth(kWidth);
        column->addWidget(label);
    }
    m_release->setRelease(block.block.release);
    column->addWidget(m_release);
    auto *row = new QHBoxLayout;
    auto *no = makeButton(tr("Back"));
    auto *yes = makeButton(tr("Postpone"), ButtonKind::Primary);
    yes->setObjectName(QStringLiteral("reallyPostpone"));
    yes->setDefault(true);
    row->setSpacing(kStep);
    row->addStretch();
    row->addWidget(no);
    row->addWidget(yes);
    column->addLayout(row);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
}

std::optional<BlockRelease> PostponeDialog::release() const
{
    return m_release->release();
}

} // namespace parterre::ui
