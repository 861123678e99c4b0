// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/noshowsdialog.h"

#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/textlabel.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kListWidth = 520;
constexpr QSize kSize {568, 600};

}

NoShowsDialog::NoShowsDialog(NoShowDesk &desk, const EventId &event, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_banner(new MessageBanner), m_search(new SearchField(tr("Search by name, seat or ticket number"))), m_list(new QListWidget),
      m_nobody((new TextLabel(tr("Everybody who has paid is in."), TextScale::Body, Tone::Muted))->wrapped()), m_release(makeButton({}, ButtonKind::Danger, Glyph::Seat))
{
    setWindowTitle(tr("Release no-shows"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(windowTitle(), TextScale::Heading));
    column->addWidget((new TextLabel(tr("They have paid and have not come. Their seats go on sale again at once, and what they paid stays with the house. This cannot be undone.")))->wrapped());
    column->addWidget(m_banner);
    column->addWidget(m_search);
    column->addWidget(m_nobody);
    column->addWidget(m_list, 1);
    m_list->setMinimumWidth(kListWidth);
    m_list->setSpacing(kHalfStep);
    m_list->setAccessibleName(tr("Who has not come"));
    m_list->setObjectName(QStringLiteral("noShows"));
    m_release->setObjectName(QStringLiteral("releaseNoShows"));
    column->addLayout(makeAnswerRow(*this, m_release));
    resize(kSize);
    m_busy = new BusyOverlay(this);
    connect(m_search, &SearchField::searchRequested, this, &NoShowsDialog::filter);
    connect(m_list, &QListWidget::itemChanged, this, &NoShowsDialog::sync);
    connect(m_release, &QPushButton::clicked, this, &NoShowsDialog::release);
    connect(&m_desk, &NoShowDesk::changed, this, &NoShowsDialog::showTickets);
    connect(&m_desk, &NoShowDesk::released, this, &QDialog::accept);
    connect(&m_desk, &NoShowDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    m_desk.look(event);
}

NoShowsDialog::~NoShowsDialog()
{
    m_desk.disconnect(this);
    m_desk.stop();
}

void NoShowsDialog::showTickets()
{
    switch (m_desk.state()) {
    case NoShowDesk::State::Reading: m_busy->start(tr("Reading who has not come…")); break;
    case NoShowDesk::State::Releasing: m_busy->start(tr("Releasing the seats…")); break;
    case NoShowDesk::State::Idle:
    case NoShowDesk::State::Ready: m_busy->stop(); break;
    }
    if (m_desk.state() == NoShowDesk::State::Ready && m_list->count() == 0) {
        for (const NoShow &ticket : m_desk.tickets()) {
            const QString words = QStringList {isolated(ticket.label), isolated(ticket.customerName), isolated(ticket.ticketType), isolated(ticket.ticket)}.join(QStringLiteral("  ·  "));
            auto *item = new QListWidgetItem(inReadingOrder(words), m_list);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Checked);
            item->setData(Qt::UserRole, ticket.ticket);
        }
    }
    sync();
}

void NoShowsDialog::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
}

QStringList NoShowsDialog::chosen() const
{
    QStringList tickets;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            tickets.append(m_list->item(row)->data(Qt::UserRole).toString());
    }
    return tickets;
}

void NoShowsDialog::sync()
{
    const bool isReady = m_desk.state() == NoShowDesk::State::Ready;
    const auto count = static_cast<int>(chosen().size());
    m_nobody->setVisible(isReady && m_list->count() == 0);
    m_list->setVisible(!m_nobody->isVisibleTo(this));
    m_release->setText(count == 1 ? tr("&Release 1 seat") : tr("&Release %n seats", nullptr, count));
    m_release->setEnabled(isReady && count > 0);
}

void NoShowsDialog::release()
{
    m_banner->clear();
    m_desk.release(chosen());
}

} // namespace parterre::ui
