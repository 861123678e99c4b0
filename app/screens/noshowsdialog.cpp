// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/noshowsdialog.h"

#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace parterre::ui {

namespace {

constexpr int kListWidth = 520;
constexpr QSize kSize {584, 660};
constexpr int kLongestReason = 200; // as the server takes it
constexpr int kTicketRole = Qt::UserRole;
constexpr int kSearchRole = Qt::UserRole + 1;

}

NoShowsDialog::NoShowsDialog(NoShowDesk &desk, const EventId &event, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_banner(new MessageBanner), m_search(new SearchField(tr("Search by name, seat, booking or ticket"))), m_all(new QCheckBox(tr("&All that are shown"))), m_list(new QListWidget),
      m_nobody((new TextLabel(tr("Everybody who has paid is in."), TextScale::Body, Tone::Muted))->wrapped()), m_reason(new QLineEdit), m_release(makeButton({}, ButtonKind::Danger, Glyph::Seat))
{
    setWindowTitle(tr("Release no-shows"));
    setWindowModality(Qt::WindowModal);
    build();
    connect(m_search, &SearchField::searchRequested, this, &NoShowsDialog::filter);
    connect(m_search, &SearchField::leaveDownward, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_all, &QCheckBox::clicked, this, &NoShowsDialog::tickShown);
    connect(m_list, &QListWidget::itemChanged, this, &NoShowsDialog::sync);
    connect(m_release, &QPushButton::clicked, this, [this] {
        m_banner->clear();
        m_desk.release(chosen(), m_reason->text());
    });
    connect(&m_desk, &NoShowDesk::changed, this, &NoShowsDialog::showState);
    connect(&m_desk, &NoShowDesk::released, this, &QDialog::accept);
    connect(&m_desk, &NoShowDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    m_desk.look(event);
}

NoShowsDialog::~NoShowsDialog()
{
    m_desk.disconnect(this);
    m_desk.stopLooking();
}

void NoShowsDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(windowTitle(), TextScale::Heading));
    column->addWidget((new TextLabel(tr("These people have paid and have not come. Untick whom you wait for: the seats of the others go on sale again at once, what they paid stays with the house, and "
                                        "their tickets let nobody in any more.")))->wrapped());
    column->addWidget(m_banner);
    column->addWidget(m_search);
    column->addWidget(m_all);
    column->addWidget(m_nobody);
    column->addWidget(m_list, 1);
    m_list->setMinimumWidth(kListWidth);
    m_list->setSpacing(kHalfStep);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Who has not come"));
    m_list->setObjectName(QStringLiteral("noShows"));
    m_reason->setMaxLength(kLongestReason);
    column->addWidget(new FormField(tr("Reason (optional, it is kept)"), m_reason));
    m_release->setObjectName(QStringLiteral("releaseNoShows"));
    column->addLayout(makeAnswerRow(*this, m_release));
    resize(kSize);
    m_busy = new BusyOverlay(this);
}

void NoShowsDialog::showState()
{
    switch (m_desk.state()) {
    case NoShowDesk::State::Reading: m_busy->start(tr("Reading who has not come…")); break;
    case NoShowDesk::State::Releasing: m_busy->start(tr("Giving the seats free…")); break;
    case NoShowDesk::State::Restoring:
    case NoShowDesk::State::Idle:
    case NoShowDesk::State::Ready: m_busy->stop(); break;
    }
    if (m_desk.state() == NoShowDesk::State::Ready && m_list->count() == 0)
        fill();
    sync();
}

void NoShowsDialog::fill()
{
    const QSignalBlocker quiet(m_list);
    for (const NoShow &ticket : m_desk.tickets()) {
        const QString words = QStringList {isolated(ticket.label), isolated(ticket.customerName), isolated(ticket.ticketType), isolated(ticket.ticket)}.join(QStringLiteral("  ·  "));
        auto *item = new QListWidgetItem(inReadingOrder(words), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        item->setData(kTicketRole, ticket.ticket);
        item->setData(kSearchRole, QStringList {ticket.label, ticket.customerName, ticket.reference, ticket.ticket}.join(u'\n'));
    }
    filter(m_search->text());
}

void NoShowsDialog::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->data(kSearchRole).toString().contains(text.trimmed(), Qt::CaseInsensitive));
    }
    sync();
}

void NoShowsDialog::tickShown(bool ticked)
{
    {
        const QSignalBlocker quiet(m_list);
        for (int row = 0; row < m_list->count(); ++row) {
            if (!m_list->item(row)->isHidden())
                m_list->item(row)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_list->viewport()->update();
    sync();
}

QStringList NoShowsDialog::chosen() const
{
    QStringList tickets;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            tickets.append(m_list->item(row)->data(kTicketRole).toString());
    }
    return tickets;
}

void NoShowsDialog::sync()
{
    const bool isReady = m_desk.state() == NoShowDesk::State::Ready;
    const bool isNobody = isReady && m_list->count() == 0;
    int shown = 0;
    int ticked = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        shown += item->isHidden() ? 0 : 1;
        ticked += !item->isHidden() && item->checkState() == Qt::Checked ? 1 : 0;
    }
    m_all->setEnabled(shown > 0);
    m_all->setCheckState(shown == 0 || ticked == 0 ? Qt::Unchecked : ticked == shown ? Qt::Checked : Qt::PartiallyChecked);
    m_nobody->setVisible(isNobody);
    m_list->setVisible(!isNobody);
    const auto count = static_cast<int>(chosen().size());
    m_release->setText(count == 1 ? tr("&Release 1 seat") : tr("&Release %n seats", nullptr, count));
    m_release->setEnabled(isReady && count > 0);
}

} // namespace parterre::ui
