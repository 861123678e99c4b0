// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/venuesdialog.h"

#include "app/screens/venueform.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/prompter.h"
#include "app/widgets/textlabel.h"
#include "shared/core/localtime.h"

#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QListView>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kListWidth = 260;
constexpr int kFormWidth = 400;
constexpr QSize kSize {760, 480};

// Below the name of each its address.
class Described final : public QIdentityProxyModel
{
public:
    Described(VenueListModel &list, QObject *parent) : QIdentityProxyModel(parent), m_list(list) { setSourceModel(&list); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const QVariant name = QIdentityProxyModel::data(index, role);
        if (role != Qt::DisplayRole || !name.isValid())
            return name;
        const Venue &venue = m_list.row(index.row());
        return QString(name.toString() + u'\n' + (venue.address.isEmpty() ? VenuesDialog::tr("No address yet") : venue.address));
    }

private:
    VenueListModel &m_list;
};

// Half past seven in the evening of today there.
Instant eveningIn(const QString &timeZone, Instant now)
{
    const QTimeZone zone(timeZone.toUtf8());
    if (!zone.isValid())
        return now;
    return instantIn(zone, {.date = localIn(zone, now).date, .time = QTime(19, 30)});
}

} // namespace

VenuesDialog::VenuesDialog(VenueDesk &desk, Prompter &prompter, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_prompter(prompter), m_banner(new MessageBanner), m_list(new QListView), m_form(new VenueForm),
      m_save(makeButton(tr("&Save"), ButtonKind::Primary, Glyph::Check)), m_remove(makeButton(tr("&Delete…"), ButtonKind::Danger, Glyph::Trash)), m_busy(nullptr)
{
    setWindowTitle(tr("Houses"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(tr("Houses"), TextScale::Heading));
    column->addWidget((new TextLabel(tr("Where events are. Every plan belongs to a house, and events are shown by its clock."), TextScale::Caption, Tone::Muted))->wrapped());
    column->addWidget(m_banner);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(kThreeSteps);
    sides->addWidget(buildList());
    sides->addWidget(buildForm(), 1);
    column->addLayout(sides, 1);
    resize(kSize);
    m_busy = new BusyOverlay(this);
    connectDesk();
    startNew();
    m_desk.list().refresh();
}

QWidget *VenuesDialog::buildList()
{
    auto *side = new QWidget;
    side->setFixedWidth(kListWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_list->setObjectName(QStringLiteral("venues"));
    m_list->setAccessibleName(tr("Houses"));
    m_list->setModel(new Described(m_desk.list(), m_list));
    showAsNotes(*m_list);
    column->addWidget(m_list, 1);
    auto *add = makeButton(tr("Ne&w house"), ButtonKind::Standard, Glyph::Plus);
    add->setObjectName(QStringLiteral("newVenue"));
    add->setAutoDefault(false);
    column->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this] {
        m_banner->clear();
        startNew();
    });
    return side;
}

QWidget *VenuesDialog::buildForm()
{
    auto *side = new QWidget;
    side->setMinimumWidth(kFormWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(m_form);
    column->addStretch();
    auto *close = makeButton(tr("&Close"));
    close->setObjectName(QStringLiteral("closeVenues"));
    m_save->setObjectName(QStringLiteral("saveVenue"));
    m_remove->setObjectName(QStringLiteral("removeVenue"));
    for (QPushButton *button : {close, m_save, m_remove})
        button->setAutoDefault(false); // Enter ends what is typed
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(m_remove);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &VenuesDialog::askToSave);
    connect(m_remove, &QPushButton::clicked, this, &VenuesDialog::askToRemove);
    return side;
}

void VenuesDialog::connectDesk()
{
    connect(m_list, &QListView::clicked, this, &VenuesDialog::choose);
    connect(m_list, &QListView::activated, this, &VenuesDialog::choose);
    connect(m_form, &VenueForm::edited, this, &VenuesDialog::syncButtons);
    connect(&m_desk, &VenueDesk::busyChanged, this, [this] {
        if (m_desk.isBusy())
            m_busy->start(tr("One moment…"));
        else
            m_busy->stop();
    });
    connect(&m_desk, &VenueDesk::saved, this, [this](const Venue &venue) {
        showVenue(venue);
        m_banner->showMessage(Severity::Success, venue.plans.isEmpty() ? tr("%1 is saved. Draw or import its plan next.").arg(isolated(venue.name)) : tr("%1 is saved.").arg(isolated(venue.name)));
    });
    connect(&m_desk, &VenueDesk::removed, this, [this] {
        startNew();
        m_banner->showMessage(Severity::Success, tr("The house is deleted."));
    });
    connect(&m_desk, &VenueDesk::failed, this, &VenuesDialog::onFailed);
    connect(&m_desk.list(), &PagedListModel::loadStateChanged, this, [this] {
        if (m_desk.list().loadState() == LoadState::Failed)
            m_banner->showMessage(Severity::Error, errorText(*m_desk.list().error()));
        showChosen();
    });
}

void VenuesDialog::onFailed(const Error &error)
{
    if (error.code == ErrorCode::AlreadyExists)
        m_banner->showMessage(Severity::Error, tr("Another house has this name already. Choose another."));
    else if (error.code == ErrorCode::StaleVersion)
        m_banner->showMessage(Severity::Error, tr("Somebody else has changed this house meanwhile. Choose it in the list to see it as it is now."));
    else
        m_banner->showMessage(Severity::Error, errorText(error));
}

void VenuesDialog::showVenue(const Venue &venue)
{
    m_open = venue;
    m_form->show(venue, m_desk.now());
    showChosen();
    syncButtons();
}

void VenuesDialog::startNew()
{
    showVenue(m_desk.newVenue());
    m_form->setFocus();
}

void VenuesDialog::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_banner->clear();
    showVenue(m_desk.list().row(index.row()));
}

// The list is read anew after every change.
void VenuesDialog::showChosen()
{
    const int row = m_desk.list().rowOf(m_open.id);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_list->model()->index(row, 0));
    if (row < 0)
        m_list->clearSelection();
}

void VenuesDialog::syncButtons()
{
    const VenueDefinition definition = m_form->definition();
    const bool isComplete = !definition.name.isEmpty() && !definition.timeZone.isEmpty();
    m_save->setEnabled(isComplete && (m_open.version == 0 || definition != definitionOf(m_open)));
    m_remove->setVisible(m_open.version > 0);
    m_remove->setEnabled(m_open.plans.isEmpty());
    m_remove->setToolTip(m_remove->isEnabled() ? tr("Delete the house") : tr("A house that has plans cannot be deleted"));
}

Venue VenuesDialog::wanted() const
{
    const VenueDefinition definition = m_form->definition();
    Venue venue = m_open;
    venue.name = definition.name;
    venue.address = definition.address;
    venue.timeZone = definition.timeZone;
    return venue;
}

// Only what has a plan can have events.
void VenuesDialog::askToSave()
{
    const Venue venue = wanted();
    if (m_open.version == 0 || venue.timeZone == m_open.timeZone || m_open.plans.isEmpty())
        return save();
    const Instant evening = eveningIn(m_open.timeZone, m_desk.now());
    const QString before = isolated(formatTime(evening, m_open.timeZone, locale()));
    const QString after = isolated(formatTime(evening, venue.timeZone, locale()));
    m_prompter.ask(this,
                   {.title = tr("Show the events of %1 by another clock?").arg(isolated(m_open.name)),
                    .text = tr("Events keep the moment they begin at: what is shown at %1 today is shown at %2 then. Tickets that are printed or sent already say the time they said. "
                               "Where events are to begin at the same time by the new clock, change their start afterwards.")
                                .arg(before, after),
                    .yes = tr("Change the time zone")},
                   [this](const Answer &answer) {
                       if (answer.yes)
                           save();
                   });
}

void VenuesDialog::save()
{
    m_banner->clear();
    m_desk.save(wanted());
}

void VenuesDialog::askToRemove()
{
    m_prompter.ask(this, {.title = tr("Delete %1?").arg(isolated(m_open.name)), .text = tr("It has no plan, so nothing was ever sold there."), .yes = tr("Delete the house"), .dangerous = true},
                   [this, venue = m_open](const Answer &answer) {
                       if (answer.yes)
                           m_desk.remove(venue);
                   });
}

} // namespace parterre::ui
