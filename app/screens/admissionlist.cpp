// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/admissionlist.h"

#include "app/widgets/buttons.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QGridLayout>
#include <QTimeZone>
#include <QToolButton>

namespace parterre::ui {

AdmissionList::AdmissionList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kTwoSteps);
    m_grid->setVerticalSpacing(kHalfStep);
    m_grid->setColumnStretch(1, 1);
}

void AdmissionList::setAdmissions(const QList<Admission> &admissions)
{
    if (admissions == m_shown)
        return; // a button somebody is about to press stays where it is
    m_shown = admissions;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Admission &admission : admissions)
        addLine(admission, row++);
}

void AdmissionList::addLine(const Admission &admission, int row)
{
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    const Tone tone = admission.undone ? Tone::Muted : Tone::Text;
    auto *time = new TextLabel(formatTime(admission.at, here, locale()), TextScale::Caption, Tone::Muted);
    auto *seat = new ElidedLabel(isolated(admission.ticket.label), TextScale::Body, tone);
    QStringList about {isolated(admission.ticket.ticketType)};
    if (!admission.door.isEmpty())
        about.append(isolated(admission.door));
    if (admission.undone)
        about = {tr("Taken back: %1").arg(isolated(admission.undoReason.value_or(QString())))};
    const QString words = inReadingOrder(about.join(QStringLiteral(" · ")));
    m_grid->addWidget(time, 2 * row, 0, Qt::AlignTop);
    m_grid->addWidget(seat, 2 * row, 1);
    if (admission.undone) { // the reason is to be read whole
        m_grid->addWidget((new TextLabel(words, TextScale::Caption, Tone::Muted))->wrapped(), 2 * row + 1, 1, 1, 2);
        return;
    }
    m_grid->addWidget(new ElidedLabel(words, TextScale::Caption, Tone::Muted), 2 * row + 1, 1);
    auto *undo = makeIconButton(Glyph::Exchange, tr("Take back %1").arg(isolated(admission.ticket.label)));
    connect(undo, &QToolButton::clicked, this, [this, admission] { Q_EMIT undoRequested(admission); });
    m_grid->addWidget(undo, 2 * row, 2, 2, 1);
}

} // namespace parterre::ui
