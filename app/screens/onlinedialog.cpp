// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/onlinedialog.h"

#include "app/widgets/tones.h"

#include <QVBoxLayout>

namespace parterre::ui {

namespace {

constexpr int kWidth = 520;

}

OnlineDialog::OnlineDialog(SessionModel &session, const Clock &clock, OnlinePanel::Open open, QWidget *parent) : QDialog(parent), m_desk(session)
{
    setWindowTitle(tr("Pay online"));
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    auto *panel = new OnlinePanel(m_desk, clock, std::move(open));
    column->addWidget(panel);
    connect(panel, &OnlinePanel::closed, this, &QDialog::accept);
    connect(&m_desk, &OnlinePaymentDesk::confirmed, this, &OnlineDialog::confirmed);
}

void OnlineDialog::follow(const OnlinePayment &payment, const QUrl &page)
{
    m_desk.follow(payment, page);
}

} // namespace parterre::ui
