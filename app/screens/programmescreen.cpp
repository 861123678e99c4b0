// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/programmescreen.h"

#include "app/screens/canceleventdialog.h"
#include "app/screens/discountsdialog.h"
#include "app/screens/eventform.h"
#include "app/screens/eventwords.h"
#include "app/screens/posterfield.h"
#include "app/screens/refundpanel.h"
#include "app/screens/scopechoice.h"
#include "app/screens/seriesdialog.h"
#include "app/screens/showtimesdialog.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/cardpainting.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/programmecarddelegate.h"
#include "app/widgets/prompter.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/spokenmodel.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kListWidth = 264;

EventSummary summaryOf(const QModelIndex &index)
{
    return index.data(ProgrammeModel::SummaryRole).value<EventSummary>();
}

} // namespace

ProgrammeScreen::ProgrammeScreen(EventDesk &desk, RefundDesk &refunds, SeriesDesk &series, ShowtimeDesk &showtimes, DiscountDesk &discounts, VenueListModel &venues, PosterPictures &pictures, Prompter &prompter, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_series(series), m_showtimes(showtimes), m_discounts(discounts), m_venues(venues), m_prompter(prompter), m_banner(new MessageBanner), m_search(new SearchField(tr("Search the programme"))),
      m_past(new QCheckBox(tr("Show what is &over"))), m_ofSeries(new QCheckBox(tr("Onl&y this series"))), m_several(makeButton(tr("Several da&tes…"), ButtonKind::Standard, Glyph::Calendar)), m_list(new QListView), m_pages(new QStackedWidget), m_empty(new EmptyState(Glyph::Calendar)),
      m_title(new ElidedLabel({}, TextScale::Heading)), m_facts(new ElidedLabel({}, TextScale::Caption, Tone::Muted)), m_form(new EventForm(desk, venues, pictures)),
      m_refunds(new RefundPanel(refunds, prompter)), m_bodies(new QStackedWidget),
      m_save(makeButton(tr("Sa&ve"))), m_publish(makeButton({}, ButtonKind::Primary, Glyph::Check)), m_pause(makeButton(tr("Pause sales"))),
      m_cancel(makeButton(tr("Cancel event…"), ButtonKind::Danger)), m_copy(makeButton(tr("Duplicate"))), m_delete(makeButton(tr("Delete…"), ButtonKind::Danger)), m_busy(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kTwoSteps);
    column->setSpacing(kTwoSteps);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Programme"), TextScale::Title));
    head->addStretch();
    QPushButton *add = makeButton(tr("Ne&w event"), ButtonKind::Standard, Glyph::Plus);
    add->setObjectName(QStringLiteral("newEvent"));
    connect(add, &QPushButton::clicked, this, [this] { leave([this] { startNew(); }); });
    m_several->setObjectName(QStringLiteral("severalDates"));
    m_several->setToolTip(tr("Makes the event in the form on many dates"));
    connect(m_several, &QPushButton::clicked, this, &ProgrammeScreen::startSeries);
    QPushButton *reduce = makeButton(tr("Discounts…"), ButtonKind::Standard, Glyph::Cash);
    reduce->setObjectName(QStringLiteral("discountsOfHouse"));
    connect(reduce, &QPushButton::clicked, this, &ProgrammeScreen::openDiscounts);
    head->addWidget(reduce);
    QPushButton *outside = makeButton(tr("Showtimes from outside…"), ButtonKind::Standard, Glyph::Globe);
    outside->setObjectName(QStringLiteral("showtimesFromOutside"));
    connect(outside, &QPushButton::clicked, this, [this] { leave([this] { openShowtimes(); }); });
    head->addWidget(outside);
    head->addWidget(m_several);
    head->addWidget(add);
    column->addLayout(head);
    column->addWidget(m_banner);
    auto *row = new QHBoxLayout;
    row->setSpacing(kTwoSteps);
    row->addWidget(buildList());
    m_pages->addWidget(m_empty);
    m_pages->addWidget(buildEvent());
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    m_busy = new BusyOverlay(this);
    connectDesk();
    showState();
}

QWidget *ProgrammeScreen::buildList()
{
    auto *side = new QWidget;
    side->setFixedWidth(kListWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    column->addWidget(m_search);
    m_list->setObjectName(QStringLiteral("programme"));
    m_list->setModel(new SpokenModel(m_desk.programme(), [this](const QModelIndex &index) { return ProgrammeCardDelegate::spokenText(summaryOf(index), locale()); }, this));
    m_list->setItemDelegate(new ProgrammeCardDelegate(summaryOf, m_list));
    showAsCards(*m_list);
    m_list->setAccessibleName(tr("Events of the programme"));
    column->addWidget(m_list, 1);
    column->addWidget(m_past);
    m_ofSeries->setObjectName(QStringLiteral("onlySeries"));
    column->addWidget(m_ofSeries);
    connect(m_ofSeries, &QCheckBox::toggled, this, [this](bool only) { m_desk.programme().setSeries(only && m_desk.stored() ? m_desk.stored()->summary.series : std::nullopt); });
    m_past->setChecked(m_desk.programme().showsPast());
    m_search->setText(m_desk.programme().text());
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) { m_desk.programme().setText(text); });
    connect(m_search, &SearchField::leaveDownward, m_list, [this] { m_list->setFocus(); });
    connect(m_past, &QCheckBox::toggled, this, [this](bool past) { m_desk.programme().setShowsPast(past); });
    return side;
}

QWidget *ProgrammeScreen::buildEvent()
{
    auto *event = new QWidget;
    auto *column = new QVBoxLayout(event);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    auto *room = new QVBoxLayout(page);
    room->setContentsMargins(besideScrollBar());
    room->addWidget(m_form);
    scroll->setWidget(page);
    m_bodies->addWidget(scroll);
    m_bodies->addWidget(m_refunds);
    column->addWidget(m_bodies, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kStep);
    buttons->addWidget(m_delete);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *scope = new ScopeChoice(m_desk, tr("Which dates of the series are saved, published and paused"));
    scope->setObjectName(QStringLiteral("scope"));
    buttons->addWidget(scope);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_save);
    buttons->addWidget(m_publish);
    column->addLayout(buttons);
    for (const auto &[button, name] : {std::pair {m_save, "saveEvent"}, std::pair {m_publish, "publishEvent"}, std::pair {m_pause, "pauseEvent"}, std::pair {m_cancel, "cancelEvent"}, std::pair {m_copy, "copyEvent"}, std::pair {m_delete, "deleteEvent"}})
        button->setObjectName(QLatin1StringView(name));
    connect(m_save, &QPushButton::clicked, this, [this] { act(EventDesk::Action::Save); });
    connect(m_publish, &QPushButton::clicked, this, [this] { act(EventDesk::Action::Publish); });
    connect(m_pause, &QPushButton::clicked, this, [this] { act(EventDesk::Action::Pause); });
    connect(m_delete, &QPushButton::clicked, this, &ProgrammeScreen::askToDelete);
    connect(m_cancel, &QPushButton::clicked, this, [this] { leave([this] { m_desk.askSales(); }); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        leave([this] {
            m_desk.programme().setSeries({});
            m_desk.startCopy();
        });
    });
    auto *saveKey = new QShortcut(QKeySequence::Save, this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, m_save, &QPushButton::click);
    return event;
}

void ProgrammeScreen::connectDesk()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProgrammeScreen::choose);
    connect(m_list, &QListView::clicked, this, &ProgrammeScreen::choose);
    connect(&m_desk.programme(), &QAbstractItemModel::modelReset, this, [this] {
        showChosen();
        showSeries();
    });
    connect(&m_series, &SeriesDesk::created, this, &ProgrammeScreen::onSeriesMade);
    connect(&m_showtimes, &ShowtimeDesk::applied, this, [this] {
        m_desk.programme().refresh();
        if (m_desk.state() == EventDesk::State::Editing && !m_desk.isChanged() && m_desk.stored())
            m_desk.open(m_desk.event()); // it may be another now, or gone
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (std::any_of(m_venues.rows().begin(), m_venues.rows().end(), [](const Venue &venue) { return !venue.plans.isEmpty(); }))
            startNew();
        else
            Q_EMIT plansRequested();
    });
    connect(&m_desk, &EventDesk::stateChanged, this, &ProgrammeScreen::showState);
    connect(&m_desk, &EventDesk::edited, this, &ProgrammeScreen::onEdited);
    connect(&m_desk, &EventDesk::busyChanged, this, &ProgrammeScreen::showBusy);
    connect(&m_form->poster(), &PosterField::makingChanged, this, &ProgrammeScreen::showBusy);
    connect(&m_form->poster(), &PosterField::said, m_banner, [this](Severity severity, const QString &words) { m_banner->showMessage(severity, words); });
    connect(&m_desk, &EventDesk::posterChanged, this, &ProgrammeScreen::onPosterChanged);
    connect(&m_desk, &EventDesk::posterFailed, this, &ProgrammeScreen::onPosterFailed);
    connect(&m_desk, &EventDesk::openFailed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_desk, &EventDesk::salesKnown, this, &ProgrammeScreen::askToCancel);
    connect(m_refunds, &RefundPanel::said, m_banner, [this](Severity severity, const QString &words) { m_banner->showMessage(severity, words); });
    connect(&m_desk, &EventDesk::done, this, &ProgrammeScreen::onDone);
    connect(&m_desk, &EventDesk::failed, this, [this](EventDesk::Action, const Error &error) { onFailed(error); });
    connect(m_banner, &MessageBanner::actionTriggered, this, [this] {
        m_banner->clear();
        m_desk.open(m_desk.event());
    });
}

void ProgrammeScreen::leave(const std::function<void()> &go)
{
    if (!m_desk.isChanged()) {
        go();
        return;
    }
    m_prompter.ask(this, {.title = tr("Leave without saving?"), .text = tr("What you changed in this event is not saved."), .yes = tr("Discard the changes"), .no = tr("Keep editing"), .dangerous = true},
                   [this, go](const Answer &answer) {
                       if (answer.yes)
                           go();
                       else
                           showChosen();
                   });
}

void ProgrammeScreen::choose(const QModelIndex &index)
{
    if (!index.isValid() || summaryOf(index).id == m_desk.event())
        return;
    leave([this, event = summaryOf(index).id] {
        m_banner->clear();
        m_desk.open(event);
    });
}

void ProgrammeScreen::showChosen()
{
    const int row = m_desk.programme().rowOf(m_desk.event());
    if (row >= 0)
        m_list->setCurrentIndex(m_list->model()->index(row, 0));
    else
        m_list->setCurrentIndex({});
}

void ProgrammeScreen::startNew()
{
    for (const Venue &venue : m_venues.rows()) {
        if (venue.plans.isEmpty())
            continue;
        m_banner->clear();
        m_desk.programme().setSeries({});
        m_desk.startNew(venue, venue.plans.constFirst(), tr("Adult"));
        return;
    }
    m_banner->showMessage(Severity::Warning, tr("An event needs a plan of a house. Publish one first, under Plans."));
}

void ProgrammeScreen::showState()
{
    const bool editing = m_desk.state() == EventDesk::State::Editing;
    showBusy();
    m_empty->setContent(tr("No event chosen"), tr("Choose an event to change it, or make a new one. Nobody but the staff sees it before it is published."), tr("New event"));
    m_pages->setCurrentIndex(editing ? 1 : 0);
    showChosen();
    showSeries();
    m_several->setEnabled(editing && m_desk.eventState() != EventState::Cancelled);
    if (!editing)
        return;
    m_form->showAll();
    m_refused.reset();
    if (m_desk.eventState() == EventState::Cancelled)
        m_refunds->setEvent(*m_desk.stored());
    m_bodies->setCurrentIndex(m_desk.eventState() == EventState::Cancelled ? 1 : 0);
    showButtons();
    if (!m_desk.stored())
        m_form->setFocus();
}

void ProgrammeScreen::showBusy()
{
    if (m_desk.state() == EventDesk::State::Loading)
        m_busy->start(tr("Reading the event…"));
    else if (m_desk.isBusy())
        m_busy->start(tr("One moment…"));
    else if (m_form->poster().isMaking())
        m_busy->start(tr("Preparing the picture…"));
    else
        m_busy->stop();
}

void ProgrammeScreen::showButtons()
{
    if (m_desk.state() != EventDesk::State::Editing)
        return;
    const EventState state = m_desk.eventState();
    const bool changed = m_desk.isChanged();
    const QString name = m_desk.definition().name;
    m_title->setText(name.isEmpty() ? tr("New event") : name);
    QStringList facts {m_desk.stored() ? ProgrammeCardDelegate::stateWord(state) : tr("Not saved yet")};
    if (m_desk.stored() && state != EventState::Cancelled)
        facts.append(tr("%Ln of %1 places free", nullptr, m_desk.stored()->summary.free).arg(locale().toString(m_desk.stored()->summary.capacity)));
    if (m_desk.stored() && m_desk.stored()->summary.series)
        facts.append(tr("Part of a series"));
    if (changed && m_desk.stored())
        facts.append(tr("Changed, not saved"));
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_save->setVisible(state != EventState::Cancelled);
    m_save->setText(state == EventState::Draft ? tr("Sa&ve the draft") : tr("Sa&ve"));
    m_save->setEnabled(changed || !m_desk.stored());
    m_publish->setText(state == EventState::Paused ? tr("&Resume sales") : tr("&Publish"));
    m_publish->setVisible(state == EventState::Draft || state == EventState::Paused);
    setButtonKind(*m_save, m_publish->isVisibleTo(this) ? ButtonKind::Standard : ButtonKind::Primary);
    m_pause->setVisible(state == EventState::Published);
    m_cancel->setVisible(mayBeCancelled(state));
    m_copy->setVisible(m_desk.stored().has_value());
    m_delete->setText(m_desk.stored() ? tr("Delete…") : tr("Discard"));
}

// What was wrong is marked as long as it is.
void ProgrammeScreen::onEdited()
{
    showButtons();
    if (!m_refused)
        return;
    const QList<EventProblem> problems = m_desk.problems(*m_refused);
    m_form->showProblems(problems);
    if (!problems.isEmpty())
        return;
    m_refused.reset();
    m_banner->clear();
}

bool ProgrammeScreen::passes(EventDesk::Action action)
{
    m_banner->clear();
    const QList<EventProblem> problems = m_desk.problems(action);
    m_form->showProblems(problems);
    m_refused = problems.isEmpty() ? std::nullopt : std::optional(action);
    if (problems.isEmpty())
        return true;
    m_banner->showMessage(Severity::Error, problemText(problems.constFirst()));
    m_form->setFocusOn(problems.constFirst());
    return false;
}

// The box stays as long as it is ticked, whatever is open.
void ProgrammeScreen::showSeries()
{
    const QSignalBlocker quiet(m_ofSeries);
    const bool only = m_desk.programme().series().has_value();
    m_ofSeries->setChecked(only);
    m_ofSeries->setVisible(only || (m_desk.stored() && m_desk.stored()->summary.series));
}

void ProgrammeScreen::openDiscounts()
{
    auto *dialog = new DiscountsDialog(m_discounts, m_prompter, m_desk.stored(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProgrammeScreen::startSeries()
{
    if (!passes(EventDesk::Action::Save))
        return;
    const std::optional<EventSummary> poster = m_desk.posterOwner();
    m_series.start(m_desk.definition(), m_form->timeZone(),
                   {.start = m_desk.stored() ? std::optional(m_desk.stored()->summary.start) : std::nullopt, .posterOf = poster ? std::optional(poster->id) : std::nullopt});
    auto *dialog = new SeriesDialog(m_series, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProgrammeScreen::openShowtimes()
{
    QList<EventSummary> events;
    for (int row = 0; row < m_desk.programme().rowCount(); ++row)
        events.append(summaryOf(m_desk.programme().index(row)));
    auto *dialog = new ShowtimesDialog(m_showtimes, events, m_prompter, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProgrammeScreen::onSeriesMade(SeriesId series, int events)
{
    if (!m_desk.stored())
        m_desk.close(); // it was the form of all of them
    m_desk.programme().setSeries(series);
    showSeries();
    m_banner->showMessage(Severity::Success, events == 1 ? tr("1 draft is made. It is in the list now; publish it when it is ready.")
                                                         : tr("%Ln drafts are made. They are in the list now; publish each when it is ready.", nullptr, events));
}

void ProgrammeScreen::act(EventDesk::Action action)
{
    if (!passes(action))
        return;
    switch (action) {
    case EventDesk::Action::Publish: m_desk.publish(); break;
    case EventDesk::Action::Pause: m_desk.pause(); break;
    case EventDesk::Action::Save: m_desk.save(); break;
    case EventDesk::Action::Cancel: m_desk.askSales(); break;
    case EventDesk::Action::Delete: m_desk.remove(); break;
    }
}

void ProgrammeScreen::askToCancel(const EventSales &sales, const std::optional<SeriesSales> &later)
{
    auto *dialog = new CancelEventDialog({.event = m_desk.definition().name, .sales = sales, .later = later, .timeZone = m_form->timeZone()}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, event = m_desk.event()] {
        if (m_desk.event() != event)
            return;
        if (dialog->isWithLater())
            m_desk.cancelWithLater(dialog->reason());
        else
            m_desk.cancel(dialog->reason());
    });
    dialog->open();
}

void ProgrammeScreen::askToDelete()
{
    const QString name = m_desk.definition().name;
    const bool isNew = !m_desk.stored();
    m_prompter.ask(this, {.title = isNew ? tr("Discard this event?") : tr("Delete this event?"),
                          .text = isNew ? tr("It was never saved.") : tr("%1 will be gone for good.").arg(isolated(name)), .yes = isNew ? tr("Discard") : tr("Delete"), .dangerous = true},
                   [this](const Answer &answer) {
                       if (answer.yes)
                           m_desk.remove();
                   });
}

void ProgrammeScreen::onDone(EventDesk::Action action)
{
    const bool isOfOne = action == EventDesk::Action::Cancel || action == EventDesk::Action::Delete;
    if (!isOfOne && (!m_desk.seriesChanges().isEmpty() || m_desk.scope() != EventDesk::Scope::ThisDate)) {
        m_banner->showMessage(Severity::Success, seriesText(action, m_desk.seriesChanges(), m_form->timeZone(), locale()));
        return;
    }
    switch (action) {
    case EventDesk::Action::Save: m_banner->showMessage(Severity::Success, tr("Saved.")); break;
    case EventDesk::Action::Publish: m_banner->showMessage(Severity::Success, tr("Published. Customers see the event, and it is sold within its sales window.")); break;
    case EventDesk::Action::Pause: m_banner->showMessage(Severity::Success, tr("Sales are paused. Customers see the event, but nobody can buy.")); break;
    case EventDesk::Action::Cancel:
        if (!m_desk.seriesChanges().isEmpty())
            return onDatesCancelled();
        m_banner->showMessage(Severity::Success, tr("The event is cancelled. Nobody can buy or hold seats of it; here is what is owed to whom."));
        m_list->setFocus(); // the button is gone that was pressed, and the next one deletes
        break;
    case EventDesk::Action::Delete: m_banner->showMessage(Severity::Success, tr("The event is gone.")); break;
    }
}

// What is owed is told by each of them alone: so they are what is listed now.
void ProgrammeScreen::onDatesCancelled()
{
    m_desk.programme().setSeries(m_desk.stored()->summary.series);
    showSeries();
    m_banner->showMessage(Severity::Success, seriesText(EventDesk::Action::Cancel, m_desk.seriesChanges(), m_form->timeZone(), locale()));
    m_list->setFocus();
}

void ProgrammeScreen::onPosterChanged()
{
    if (const QList<SeriesChange> &dates = m_desk.seriesChanges(); !dates.isEmpty())
        m_banner->showMessage(Severity::Success, postersText(m_desk.stored()->summary.poster.has_value(), dates, m_form->timeZone(), locale()));
    else
        m_banner->showMessage(Severity::Success, m_desk.stored()->summary.poster ? tr("The poster is set. Whoever sees the event sees it.") : tr("The event has no poster any more."));
}

void ProgrammeScreen::onPosterFailed(const Error &error)
{
    if (error.code == ErrorCode::EventInvalid)
        m_banner->showMessage(Severity::Error, tr("Somebody cancelled this event meanwhile. It stays as it is now, and so does its poster."), tr("Read again"));
    else
        onFailed(error);
}

void ProgrammeScreen::onFailed(const Error &error)
{
    if (error.code == ErrorCode::StaleVersion)
        m_banner->showMessage(Severity::Error, tr("Somebody else changed this event meanwhile. Read it again to see how; what you entered is lost then."), tr("Read again"));
    else
        m_banner->showMessage(Severity::Error, errorText(error));
}

} // namespace parterre::ui
