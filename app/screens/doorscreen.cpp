// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/doorscreen.h"

#include "app/screens/admissionlist.h"
#include "app/screens/doorbell.h"
#include "app/screens/doorconflictsdialog.h"
#include "app/screens/doorreport.h"
#include "app/screens/housepane.h"
#include "app/screens/noshowsdialog.h"
#include "app/screens/undodialog.h"
#include "app/screens/verdictpanel.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QListView>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parterre::ui {

namespace {

constexpr int kSideWidth = 340;
constexpr int kNameWidth = 200;
constexpr int kScanHeight = 56;
constexpr int kLongestCode = 300; // as the server takes it
constexpr int kLongestName = 120;
constexpr int kShownOfCode = 16;

}

DoorScreen::DoorScreen(DoorModel &door, ArrivalsModel &arrivals, NoShowDesk &noShows, DoorPreferences &preferences, QWidget *parent)
    : QWidget(parent), m_door(door), m_noShows(noShows), m_preferences(preferences), m_banner(new MessageBanner), m_events(new QComboBox), m_name(new QLineEdit(preferences.doorName())),
      m_views(new ChoiceBar(tr("What is shown"))), m_middle(new QStackedWidget), m_lists(new QStackedWidget), m_panel(new VerdictPanel), m_house(new HousePane(arrivals)), m_scan(new QLineEdit), m_admitted(new TextLabel({}, TextScale::Display)),
      m_expected(new TextLabel({}, TextScale::Heading, Tone::Muted)), m_latest(new AdmissionList), m_bell(new DoorBell(&QApplication::beep, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(buildHead());
    column->addWidget(m_banner);
    auto *row = new QHBoxLayout;
    row->setSpacing(kTwoSteps);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(kTwoSteps);
    m_middle->addWidget(m_panel);
    m_middle->addWidget(m_house);
    middle->addWidget(m_middle, 1);
    m_scan->setPlaceholderText(tr("Scan a ticket, or type its number and press Enter"));
    m_scan->setAccessibleName(tr("Ticket"));
    m_scan->setMinimumHeight(kScanHeight);
    m_scan->setMaxLength(kLongestCode);
    m_scan->setFont(scaledFont(QApplication::font(), TextScale::Title));
    middle->addWidget(m_scan);
    row->addLayout(middle, 1);
    row->addWidget(buildSide());
    column->addLayout(row, 1);
    connectModel();
    connectHouse(arrivals);
    connectNoShows();
    showReady();
    showEvents();
    showCounter();
}

QWidget *DoorScreen::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kTwoSteps);
    row->addWidget(new TextLabel(tr("Door"), TextScale::Title));
    m_events->setAccessibleName(tr("Event"));
    m_events->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->addWidget(m_events, 1);
    m_views->addChoice(static_cast<int>(View::Sign), tr("S&ign"));
    m_views->addChoice(static_cast<int>(View::House), tr("&House"));
    m_views->setCurrent(static_cast<int>(View::Sign));
    row->addWidget(m_views);
    m_name->setPlaceholderText(tr("Name of this door"));
    m_name->setAccessibleName(tr("Name of this door"));
    m_name->setMaxLength(kLongestName);
    m_name->setFixedWidth(kNameWidth);
    row->addWidget(m_name);
    return head;
}

QWidget *DoorScreen::buildSide()
{
    auto *side = new Card;
    side->setFixedWidth(kSideWidth);
    side->body()->addWidget(m_admitted);
    side->body()->addWidget(m_expected);
    auto *report = new DoorReport(m_door, side);
    side->body()->addWidget(report);
    connect(report, &DoorReport::conflictsRequested, this, [this] {
        if (m_door.event())
            showConflicts(*m_door.event());
    });
    m_lists->addWidget(buildLatest());
    m_lists->addWidget(buildSections());
    side->body()->addWidget(m_lists, 1);
    return side;
}

QWidget *DoorScreen::buildSections()
{
    auto *sections = new QWidget;
    auto *column = new QVBoxLayout(sections);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(m_house->sections(), 1);
    m_releaseNoShows = makeButton(tr("Release &no-shows…"), ButtonKind::Standard, Glyph::Seat);
    m_releaseNoShows->setObjectName(QStringLiteral("askToReleaseNoShows"));
    column->addWidget(m_releaseNoShows);
    connect(m_releaseNoShows, &QPushButton::clicked, this, &DoorScreen::askToRelease);
    return sections;
}

void DoorScreen::askToRelease()
{
    if (!m_door.event())
        return;
    auto *dialog = new NoShowsDialog(m_noShows, *m_door.event(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, m_scan, qOverload<>(&QWidget::setFocus));
    dialog->open();
}

QWidget *DoorScreen::buildLatest()
{
    auto *latest = new QWidget;
    auto *column = new QVBoxLayout(latest);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    column->addWidget(new TextLabel(tr("Came in last"), TextScale::Heading));
    auto *sheet = new QWidget;
    auto *inSheet = new QVBoxLayout(sheet);
    inSheet->setContentsMargins(besideScrollBar());
    inSheet->addWidget(m_latest);
    inSheet->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    return latest;
}

void DoorScreen::connectHouse(ArrivalsModel &arrivals)
{
    connect(m_views, &ChoiceBar::chosen, this, [this](int view) {
        showView(static_cast<View>(view));
        m_scan->setFocus();
    });
    const auto follow = [this, &arrivals] { arrivals.setEvent(m_door.event()); };
    connect(&m_door, &DoorModel::eventChanged, this, follow);
    follow();
    connect(&arrivals, &ArrivalsModel::failed, this, [this](const Error &error) {
        if (m_house->isVisible())
            m_banner->showMessage(Severity::Error, errorText(error));
    });
    connect(m_house, &HousePane::typed, this, [this](const QString &text) {
        m_scan->setFocus();
        m_scan->insert(text);
    });
}

void DoorScreen::connectNoShows()
{
    connect(m_banner, &MessageBanner::actionTriggered, this, [this] {
        m_banner->clear();
        m_scan->setFocus();
        if (const std::function<void()> act = std::exchange(m_offered, nullptr))
            act();
    });
    connect(&m_noShows, &NoShowDesk::released, this, [this](int seats, int kept, const std::optional<Error> &rest) {
        QStringList words;
        if (seats > 0)
            words.append(seats == 1 ? tr("1 seat is on sale again.") : tr("%n seats are on sale again.", nullptr, seats));
        if (kept > 0)
            words.append(kept == 1 ? tr("1 ticket keeps its seat: somebody came, or it goes only with its whole table.")
                                   : tr("%n tickets keep their seats: somebody came, or they go only with their whole table.", nullptr, kept));
        if (rest)
            words.append(errorText(*rest));
        if (seats > 0)
            offer(rest ? Severity::Error : Severity::Success, words.join(u' '), tr("Undo"), [this] { m_noShows.takeBack(); });
        else
            m_banner->showMessage(Severity::Info, words.join(u' '));
        m_door.refresh();
    });
    connect(&m_noShows, &NoShowDesk::restored, this, [this](int seats, int taken) {
        QStringList words;
        if (seats > 0 || taken == 0)
            words.append(seats == 1 ? tr("1 seat is its owner's again.") : tr("%n seats are their owners' again.", nullptr, seats));
        if (taken > 0)
            words.append(taken == 1 ? tr("1 seat is somebody else's already.") : tr("%n seats are somebody else's already.", nullptr, taken));
        m_banner->showMessage(taken > 0 ? Severity::Warning : Severity::Success, words.join(u' '));
        m_door.refresh();
    });
    connect(&m_noShows, &NoShowDesk::failed, this, [this](const Error &error) {
        if (!findChild<NoShowsDialog *>()) // it says so itself
            m_banner->showMessage(Severity::Error, errorText(error));
    });
}

void DoorScreen::offer(Severity severity, const QString &text, const QString &action, const std::function<void()> &act)
{
    m_offered = act;
    m_banner->showMessage(severity, text, action);
}

void DoorScreen::showView(View view)
{
    m_views->setCurrent(static_cast<int>(view));
    m_middle->setCurrentIndex(static_cast<int>(view));
    m_lists->setCurrentIndex(static_cast<int>(view));
}

void DoorScreen::connectModel()
{
    connect(m_scan, &QLineEdit::returnPressed, this, &DoorScreen::onScanned);
    connect(m_events, &QComboBox::activated, this, [this](int index) {
        m_door.setEvent(m_events->itemData(index).value<EventId>());
        m_scan->setFocus();
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        m_preferences.setDoorName(m_name->text().simplified());
        m_door.setDoor(m_name->text());
    });
    connect(m_name, &QLineEdit::returnPressed, m_scan, qOverload<>(&QWidget::setFocus));
    m_door.setDoor(m_name->text());
    connect(m_latest, &AdmissionList::undoRequested, this, &DoorScreen::askToUndo);
    connect(&m_door, &DoorModel::judged, this, &DoorScreen::onVerdict);
    connect(&m_door, &DoorModel::failed, this, [this](const Error &error) {
        showReady();
        m_banner->showMessage(Severity::Error, errorText(error));
    });
    connect(&m_door, &DoorModel::checkingChanged, this, [this] {
        if (m_door.isWaitingForLink())
            m_panel->show({.glyph = Glyph::WifiOff, .word = tr("Waiting"), .details = tr("The connection broke. The answer comes when it is back.")});
        else if (m_door.isChecking())
            m_panel->show({.glyph = Glyph::Clock, .word = tr("Checking…")});
    });
    connect(&m_door, &DoorModel::eventsChanged, this, &DoorScreen::showEvents);
    connect(&m_door, &DoorModel::eventChanged, this, [this] {
        showLink();
        if (!m_door.isOffline() && std::exchange(m_offered, nullptr)) // that was about another evening, or another person's
            m_banner->clear();
        showEvents();
        showReady();
    });
    connect(&m_door, &DoorModel::latestChanged, this, &DoorScreen::showCounter);
    connect(&m_door, &DoorModel::linkChanged, this, &DoorScreen::showLink);
    connect(&m_door, &DoorModel::told, this, &DoorScreen::onTold);
    connect(&m_door, &DoorModel::undone, this, [this](const Admission &admission) {
        m_banner->showMessage(Severity::Success, tr("%1 is taken back; the ticket lets somebody in again.").arg(admission.ticket.label));
        showReady();
    });
}

void DoorScreen::onScanned()
{
    if (!m_door.isOffline())
        m_banner->clear();
    if (!m_scan->text().trimmed().isEmpty())
        showView(View::Sign); // whoever stands there has to be told
    m_door.admit(m_scan->text());
    m_scan->clear();
}

void DoorScreen::onVerdict(const DoorVerdict &verdict)
{
    m_panel->show(m_door.isOffline() ? listWords(verdict, m_door.wasTyped(), m_door.listTaken(), locale()) : doorWords(verdict, locale()));
    if (verdict.outcome == AdmitOutcome::Released && verdict.placeIsFree.value_or(false) && verdict.ticket)
        offer(Severity::Warning, tr("There is still a place for this ticket."), tr("Let in after all"), [this, verdict] { m_door.letInAfterAll(verdict); });
    m_bell->ring(m_panel->words().tone);
}

void DoorScreen::showLink()
{
    const bool isOffline = m_door.isOffline();
    if (isOffline)
        sayOffline();
    else if (m_saysOffline && m_door.isLinked())
        m_banner->showMessage(Severity::Success, tr("The connection is back."));
    else if (m_saysOffline)
        m_banner->clear(); // there is no list of this evening
    m_saysOffline = isOffline;
    showCounter();
}

void DoorScreen::sayOffline()
{
    const std::optional<Error> error = m_door.linkError();
    const auto untold = static_cast<int>(m_door.untold());
    QStringList words {error ? errorText(*error) : tr("No connection to the server; Parterre keeps trying."), tr("Decided by the list of %1.").arg(isolated(doorTime(m_door.listTaken(), locale())))};
    if (untold > 0)
        words.append(untold == 1 ? tr("The server is told of 1 admission later.") : tr("The server is told of %n admissions later.", nullptr, untold));
    offer(error ? Severity::Error : Severity::Warning, words.join(u' '), error ? tr("Try again") : tr("Try now"), [this] {
        m_door.retryNow();
        showLink(); // nothing may have come of it
    });
}

void DoorScreen::onTold(const QList<DoorConflict> &conflicts)
{
    if (conflicts.isEmpty()) {
        if (m_door.untold() + m_door.foreignUntold() == 0)
            m_banner->showMessage(Severity::Success, tr("The server knows everybody who came in without a connection."));
        return;
    }
    QStringList lines;
    for (const DoorConflict &conflict : conflicts) {
        const QString seat = conflict.verdict.ticket ? conflict.verdict.ticket->label : conflict.admission.code.left(kShownOfCode);
        lines.append(isolated(seat) + QStringLiteral(": ") + doorWords(conflict.verdict, locale()).word);
    }
    const QString words = tr("Let in without a connection, but the server disagrees: %1").arg(inReadingOrder(lines.join(QStringLiteral(" · "))));
    if (m_door.areConflictsKept())
        offer(Severity::Error, words, tr("Show them"), [this, event = conflicts.constLast().admission.event] { showConflicts(event); });
    else
        m_banner->showMessage(Severity::Error, words);
}

void DoorScreen::showConflicts(const EventId &event)
{
    auto *dialog = new DoorConflictsDialog(m_door.conflictList(), event, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, m_scan, qOverload<>(&QWidget::setFocus));
    dialog->open();
}

void DoorScreen::showReady()
{
    m_panel->show({.glyph = Glyph::Ticket, .word = tr("Ready"), .details = tr("The next ticket, please.")});
}

void DoorScreen::showEvents()
{
    const QSignalBlocker quiet(m_events);
    m_events->clear();
    for (const EventSummary &event : m_door.events()) {
        m_events->addItem(QStringLiteral("%1 · %2").arg(event.name, formatDateTime(event.start, event.timeZone, locale())), QVariant::fromValue(event.id));
        if (m_door.event() == event.id)
            m_events->setCurrentIndex(m_events->count() - 1);
    }
    m_releaseNoShows->setVisible(m_noShows.mayRelease());
    m_releaseNoShows->setEnabled(m_door.event().has_value());
    const bool wasReady = m_scan->isEnabled();
    m_scan->setEnabled(m_door.event().has_value());
    if (!wasReady && isVisible())
        m_scan->setFocus();
}

void DoorScreen::showCounter()
{
    const Attendance attendance = m_door.attendance();
    m_admitted->setText(tr("%1 / %2", "people who are in, and who are expected").arg(locale().toString(attendance.admitted), locale().toString(attendance.expected)));
    m_expected->setText(tr("%n still to come", nullptr, std::max(0, attendance.expected - attendance.admitted)));
    m_latest->setAdmissions(m_door.latest());
}

void DoorScreen::askToUndo(const Admission &admission)
{
    auto *dialog = new UndoDialog(admission.ticket.label, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ticket = admission.ticket.number] { m_door.undo(ticket, dialog->reason()); });
    connect(dialog, &QDialog::finished, m_scan, qOverload<>(&QWidget::setFocus));
    dialog->open();
}

void DoorScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_door.setWatching(true);
    m_scan->setFocus();
}

void DoorScreen::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_door.setWatching(false);
}

void DoorScreen::focusInEvent(QFocusEvent *)
{
    m_scan->setFocus();
}

} // namespace parterre::ui
