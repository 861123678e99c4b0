// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/eventscreen.h"

#include "app/screens/areapopover.h"
#include "app/screens/blockspanel.h"
#include "app/screens/cartdock.h"
#include "app/screens/eventdetails.h"
#include "app/screens/finderpanel.h"
#include "app/screens/heldbackquestion.h"
#include "app/screens/mappane.h"
#include "app/seatmap/seatmappdf.h"
#include "app/seatmap/seatmapview.h"
#include "app/widgets/buttons.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/eventcarddelegate.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/posterpictures.h"
#include "app/widgets/prompter.h"
#include "app/widgets/spinner.h"

#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kSpinnerSide = 40;
constexpr QSize kThumbnail {40, 56};

// Without what some system reads as more than a letter.
QString asFileName(QString name)
{
    static const QRegularExpression special(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    return name.replace(special, QStringLiteral(" ")).simplified();
}

} // namespace

EventScreen::EventScreen(const Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_poster(new QLabel), m_name(new ElidedLabel({}, TextScale::Title)), m_when(new ElidedLabel({}, TextScale::Body, Tone::Muted)),
      m_live(new TextLabel({}, TextScale::Caption, Tone::Warning)), m_about(makeButton(tr("&About this event"), ButtonKind::Standard, Glyph::Info)),
      m_blocksButton(makeButton(tr("Blocked s&eats"), ButtonKind::Standard, Glyph::Lock)), m_banner(new MessageBanner), m_pages(new QStackedWidget),
      m_finder(new FinderPanel(services.finder, services.event)), m_map(new MapPane(services.event.seatMap())),
      m_areas(new AreaPopover(services.event, *m_map)), m_loading(new QWidget), m_failed(new EmptyState(Glyph::Alert)),
      m_dock(new CartDock(services.cart, services.clock)), m_details(new EventDetails(services.event.seatMap(), services.pictures)), m_blocks(new BlocksPanel(services.blocks, services.prompter))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kTwoSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(buildHead());
    auto *loading = new QVBoxLayout(m_loading);
    loading->addStretch();
    loading->addWidget(new Spinner(kSpinnerSide), 0, Qt::AlignHCenter);
    loading->addWidget(new TextLabel(tr("Opening the house…"), TextScale::Body, Tone::Muted), 0, Qt::AlignHCenter);
    loading->addStretch();
    for (QWidget *page : {static_cast<QWidget *>(m_map), m_loading, static_cast<QWidget *>(m_failed)})
        m_pages->addWidget(page);
    column->addWidget(m_finder);
    auto *row = new QHBoxLayout;
    row->setSpacing(kTwoSteps);
    // The message lies over the map instead of pushing it: a seat must not move away under the pointer. What is open on the
    // map leaves it room beside.
    auto *stack = new QGridLayout;
    stack->setHorizontalSpacing(kStep);
    stack->setColumnStretch(1, 1);
    stack->addWidget(m_pages, 0, 0, 1, 2);
    stack->addWidget(m_details, 0, 0, Qt::AlignLeading);
    stack->addWidget(m_banner, 0, 1, Qt::AlignTop);
    stack->addWidget(m_blocks, 0, 0, Qt::AlignLeading);
    m_details->hide();
    m_blocks->hide();
    row->addLayout(stack, 1);
    row->addWidget(m_dock);
    column->addLayout(row, 1);
    connectModels();
    connectBlocks();
    showDetails();
    showState();
}

QWidget *EventScreen::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    QToolButton *back = makeIconButton(Glyph::ChevronLeft, tr("Back to the events"));
    row->addWidget(back);
    m_poster->setFixedSize(kThumbnail);
    row->addWidget(m_poster);
    row->addSpacing(kStep);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_when);
    words->addStretch();
    row->addLayout(words, 1);
    row->addWidget(m_live);
    row->addWidget(m_blocksButton);
    row->addWidget(m_about);
    m_blocksButton->setCheckable(true);
    m_blocksButton->setObjectName(QStringLiteral("blocksButton"));
    connect(m_blocksButton, &QPushButton::toggled, this, &EventScreen::showBlocksPanel);
    m_about->setCheckable(true);
    connect(m_about, &QPushButton::toggled, this, &EventScreen::showDetailsPanel);
    connect(back, &QToolButton::clicked, this, &EventScreen::backRequested);
    return head;
}

void EventScreen::connectModels()
{
    connect(&m_services.event, &EventModel::detailsChanged, this, &EventScreen::showDetails);
    connect(&m_services.event, &EventModel::stateChanged, this, &EventScreen::showState);
    connect(&m_services.event, &EventModel::liveChanged, this, &EventScreen::showState);
    connect(&m_services.event, &EventModel::holdFailed, this, [this](const Error &error, const QStringList &labels) {
        say(error.code == ErrorCode::SeatTaken ? Severity::Warning : Severity::Error, errorText(error, labels));
    });
    connect(&m_services.event, &EventModel::releaseFailed, this, [this](const Error &error, const QStringList &labels) {
        say(Severity::Error, errorText(error, labels));
    });
    connect(&m_services.cart, &CartModel::extendFailed, this, [this](const Error &error) { say(Severity::Error, errorText(error)); });
    connect(m_map->view(), &SeatMapView::seatActivated, this, &EventScreen::onSeatActivated);
    connect(m_map->view(), &SeatMapView::areaActivated, this, &EventScreen::onAreaActivated);
    connect(m_areas, &AreaPopover::chosen, this, &EventScreen::onAreaChosen);
    connect(m_finder, &FinderPanel::findRequested, this, [this] {
        if (mayChoose())
            m_finder->find();
    });
    connect(m_finder, &FinderPanel::takeRequested, this, &EventScreen::takeOffer);
    connect(m_finder, &FinderPanel::left, m_map, qOverload<>(&QWidget::setFocus));
    connect(&m_services.finder, &SeatFinderModel::changed, this, &EventScreen::showOffer);
    connect(&m_services.finder, &SeatFinderModel::taken, m_map, qOverload<>(&QWidget::setFocus));
    connect(m_map, &MapPane::printRequested, this, &EventScreen::askForPdf);
    connect(m_banner, &MessageBanner::actionTriggered, this, [this] {
        m_pdf.reset();
        m_banner->clear();
    });
    connect(m_map->view(), &SeatMapView::seatHovered, this, [this](qint32 seat) {
        if (seat != SeatTable::kNone)
            m_services.event.askHolder(seat);
    });
    connect(m_details, &EventDetails::closed, m_about, [this] { m_about->setChecked(false); });
    connect(&m_services.pictures, &PosterPictures::arrived, this, &EventScreen::showPoster);
    connect(m_failed, &EmptyState::actionTriggered, this, [this] { m_services.event.reload(); });
    connect(m_dock, &CartDock::bookRequested, this, &EventScreen::bookRequested);
    connect(m_dock, &CartDock::releaseRequested, this, &EventScreen::release);
}

void EventScreen::connectBlocks()
{
    BlockDesk &desk = m_services.blocks;
    const auto showButton = [this] {
        m_blocksButton->setVisible(m_services.blocks.maySee());
        m_blocksButton->setChecked(m_blocksButton->isChecked() && m_services.blocks.maySee());
    };
    connect(&desk, &BlockDesk::changed, this, showButton);
    connect(&desk, &BlockDesk::chosenChanged, this, [this] { m_map->view()->setOffer(m_services.blocks.chosen()); });
    connect(&desk, &BlockDesk::choosingChanged, this, [this] {
        if (m_services.blocks.isChoosing())
            m_services.finder.clear(); // one ring for two meanings would be none
    });
    connect(m_blocks, &BlocksPanel::closed, this, [this] { m_blocksButton->setChecked(false); });
    connect(m_blocks, &BlocksPanel::said, this, &EventScreen::say);
    connect(m_blocks, &BlocksPanel::showRequested, m_map->view(), &SeatMapView::showSeats);
    showButton();
}

EventScreen::~EventScreen() = default;

void EventScreen::say(Severity severity, const QString &text)
{
    m_banner->showMessage(severity, text);
}

void EventScreen::showDetails()
{
    const auto &details = m_services.event.details();
    m_name->setText(details ? isolated(details->summary.name) : QString());
    m_about->setEnabled(details.has_value());
    showPoster();
    if (!details) {
        m_about->setChecked(false);
        m_when->clear();
        return;
    }
    m_details->setEvent(*details);
    const EventSummary &summary = details->summary;
    m_when->setText(QStringList {isolated(formatDateTime(summary.start, summary.timeZone, locale())), isolated(summary.venue.name), isolated(categoryName(summary.category))}
                        .join(QStringLiteral("  ·  ")));
    sayWhenNotOnSale();
}

void EventScreen::sayWhenNotOnSale()
{
    const Event &details = *m_services.event.details();
    if (details.summary.state == EventState::Cancelled)
        say(Severity::Warning, tr("This event was cancelled: %1").arg(isolated(details.cancelReason.value_or(QString()))));
    else if (details.summary.state != EventState::Published)
        say(Severity::Info, availabilityText(details.summary, locale()));
    else if (const auto opens = m_services.event.opens())
        say(Severity::Info, tr("On sale from %1.").arg(formatDateTime(*opens, details.summary.timeZone, locale())));
}

void EventScreen::showPoster()
{
    const auto &details = m_services.event.details();
    m_poster->setPixmap(details ? m_services.pictures.picture(details->summary, kThumbnail, devicePixelRatioF()) : QPixmap());
}

void EventScreen::setDetailsVisible(bool visible)
{
    m_about->setChecked(visible);
}

void EventScreen::showDetailsPanel(bool visible)
{
    const bool hadFocus = m_details->isAncestorOf(focusWidget()) || focusWidget() == m_details;
    m_details->setVisible(visible);
    if (visible)
        m_blocksButton->setChecked(false);
    if (visible)
        m_details->setFocus();
    else if (hadFocus)
        m_map->setFocus();
}

void EventScreen::showBlocksPanel(bool visible)
{
    const bool hadFocus = m_blocks->isAncestorOf(focusWidget()) || focusWidget() == m_blocks;
    m_blocks->setVisible(visible);
    if (visible) {
        m_about->setChecked(false);
        m_services.blocks.refresh(); // somebody may have postponed one
        m_blocks->setFocus();
    } else if (hadFocus) {
        m_map->setFocus();
    }
}

void EventScreen::expect(qint32 party)
{
    m_party = party;
    if (party > 0)
        m_finder->setSize(party);
}

void EventScreen::focusStart()
{
    if (m_party > 0)
        m_finder->enter();
    else
        m_map->setFocus();
}

void EventScreen::showState()
{
    switch (m_services.event.state()) {
    case EventModel::State::Closed:
    case EventModel::State::Loading:
        m_banner->clear();
        m_pages->setCurrentWidget(m_loading);
        break;
    case EventModel::State::Failed:
        m_failed->setContent(tr("This event cannot be opened"), m_services.event.error() ? errorText(*m_services.event.error()) : QString(), tr("Try again"));
        m_pages->setCurrentWidget(m_failed);
        break;
    case EventModel::State::Ready:
        m_pages->setCurrentWidget(m_map);
        m_details->setEvent(*m_services.event.details());
        sayWhenNotOnSale();
        if (isVisible() && !m_dock->isAncestorOf(focusWidget()))
            focusStart();
        break;
    }
    m_live->setText(tr("The map may be out of date"));
    m_live->setVisible(m_services.event.state() == EventModel::State::Ready && !m_services.event.isLive());
}

void EventScreen::onSeatActivated(qint32 seat)
{
    if (m_blocks->takeSeat(seat))
        return;
    // Of a table that is sold whole, any seat of it that is mine, or that keeps it from being taken, speaks for all.
    const SeatMapModel &map = m_services.event.seatMap();
    SeatLook look = map.look(seat);
    for (const qint32 other : map.soldTogether(seat)) {
        if (map.look(other) == SeatLook::Mine || (look == SeatLook::Free && map.look(other) != SeatLook::Free))
            look = map.look(other);
    }
    switch (look) {
    case SeatLook::Free: hold(seat); break;
    case SeatLook::Mine: release(m_services.event.event(), seat, map.label(seat)); break;
    case SeatLook::HeldByOther:
    case SeatLook::Sold:
    case SeatLook::Arrived: // only shown at doors
    case SeatLook::Blocked: sayWhyNot(look, seat); break;
    case SeatLook::HeldBack: holdHeldBack(seat); break;
    case SeatLook::Pending: break;
    }
}

void EventScreen::holdHeldBack(qint32 seat)
{
    const SeatMapModel &map = m_services.event.seatMap();
    if (mayChoose() && map.blockOf(seat))
        askAboutHeldBack(this, m_services.prompter, map.label(seat), map.blockOf(seat)->reason, [this, seat] { m_services.event.requestHold({seat}, true); });
}

void EventScreen::sayWhyNot(SeatLook look, qint32 seat)
{
    const SeatMapModel &map = m_services.event.seatMap();
    const Table *table = map.tableOf(seat);
    if (table && table->soldWhole) {
        const QString label = isolated(table->label);
        say(Severity::Info, look == SeatLook::HeldByOther ? tr("Table %1 is held by someone else at the moment. It may become free again.").arg(label)
                            : look == SeatLook::Sold      ? tr("Table %1 is sold. Choose a free one.").arg(label)
                                                          : tr("Table %1 is not on sale. Choose a free one.").arg(label));
        return;
    }
    const QString label = isolated(map.label(seat));
    say(Severity::Info, look == SeatLook::HeldByOther ? tr("Seat %1 is held by someone else at the moment. It may become free again.").arg(label)
                        : look == SeatLook::Sold      ? tr("Seat %1 is sold. Choose a free one.").arg(label)
                                                      : tr("Seat %1 is not on sale. Choose a free one.").arg(label));
}

void EventScreen::onAreaActivated(qint32 area)
{
    const SeatMapModel &map = m_services.event.seatMap();
    if (m_blocks->takeArea(area) || !mayChoose() || map.isAreaPending(area))
        return;
    if (m_services.event.mostAreaSeats(area) > 0)
        m_areas->openFor(area);
    else if (map.areaCount(area, SeatLook::Free) == 0)
        say(Severity::Info, tr("%1 is full at the moment. Places may become free again.").arg(isolated(map.area(area).name)));
    else
        say(Severity::Info, errorText(m_services.event.limitReached()));
}

void EventScreen::onAreaChosen(qint32 area, qint32 seats)
{
    const SeatMapModel &map = m_services.event.seatMap();
    const auto act = [this, area, seats] { m_services.event.requestAreaSeats(area, seats); };
    if (m_services.event.takesHeldBack(area, seats))
        askAboutHeldBack(this, m_services.prompter, map.area(area).name, {}, act);
    else if (seats > map.minePlaces(area).size())
        askFirst(Step::Hold, tr("Hold these places?"), tr("They are kept for you while you decide. Nobody else can take them meanwhile."), tr("Hold"), act);
    else
        askFirst(Step::Release, tr("Give these places back?"), tr("They become free at once and somebody else may take them."), tr("Give back"), act);
}

void EventScreen::hold(qint32 seat)
{
    if (!mayChoose())
        return;
    const SeatMapModel &map = m_services.event.seatMap();
    const auto act = [this, seat] { m_services.event.requestHold({seat}); };
    if (const Table *table = map.tableOf(seat); table && table->soldWhole) {
        askFirst(Step::Hold, tr("Hold this table?"), tr("Table %1 is kept for you with all of its seats while you decide. Nobody else can take it meanwhile.").arg(isolated(table->label)),
                 tr("Hold"), act);
        return;
    }
    askFirst(Step::Hold, tr("Hold this seat?"), tr("Seat %1 is kept for you while you decide. Nobody else can take it meanwhile.").arg(isolated(map.label(seat))),
             tr("Hold"), act);
}

// Whether this person may hold seats here; if not, they hear what to do about it.
bool EventScreen::mayChoose()
{
    if (!m_services.session.maySell()) {
        if (m_services.session.isSignedIn())
            say(Severity::Error, errorText({.code = ErrorCode::NotPermitted}));
        else
            Q_EMIT signInRequested();
        return false;
    }
    m_banner->clear();
    return true;
}

void EventScreen::takeOffer()
{
    if (!mayChoose())
        return;
    askFirst(Step::Hold, tr("Hold these seats?"), tr("They are kept for you while you decide. Nobody else can take them meanwhile."), tr("Hold"),
             [this] { m_services.finder.take(); });
}

void EventScreen::askForPdf()
{
    auto *dialog = new QFileDialog(this, tr("Save the map as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF files (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    if (m_services.event.details())
        dialog->selectFile(asFileName(m_services.event.details()->summary.name));
    connect(dialog, &QFileDialog::fileSelected, this, &EventScreen::savePdf);
    dialog->open();
}

void EventScreen::savePdf(const QString &path)
{
    if (m_services.event.state() != EventModel::State::Ready || !m_services.event.details())
        return;
    const EventSummary &summary = m_services.event.details()->summary;
    const SeatMapPage page {.title = summary.name, .subtitle = QStringLiteral("%1 · %2").arg(formatDateTime(summary.start, summary.timeZone, locale()), summary.venue.name), .font = font()};
    m_pdf = std::make_unique<SeatMapPdf>(m_services.event.seatMap(), page, path);
    connect(m_pdf.get(), &SeatMapPdf::progressed, this, [this](int percent) {
        if (percent < 100)
            m_banner->showMessage(Severity::Info, tr("Drawing the map… %1 %").arg(percent), tr("Stop"));
    });
    connect(m_pdf.get(), &SeatMapPdf::finished, this, &EventScreen::onPdf);
}

void EventScreen::onPdf(const Result<void> &written)
{
    const QString path = isolated(QDir::toNativeSeparators(m_pdf->path()));
    m_pdf.release()->deleteLater(); // this is its signal
    if (written)
        say(Severity::Success, tr("The map is saved as %1.").arg(path));
    else
        say(Severity::Error, tr("The map could not be saved as %1. Choose another folder.").arg(path));
}

void EventScreen::showOffer()
{
    if (m_services.blocks.isChoosing())
        return;
    const QList<qint32> seats = m_services.finder.seats();
    m_map->view()->setOffer(seats);
    if (!seats.isEmpty() && !m_services.finder.isTaking())
        m_map->view()->showSeats(seats);
}

void EventScreen::release(EventId event, qint32 place, const QString &label)
{
    m_banner->clear();
    // Of another event, the cart hears from the server what belongs together.
    const SeatMapModel &map = m_services.event.seatMap();
    const bool isOpen = event == m_services.event.event() && place < map.placeCount();
    const auto act = [this, isOpen, event, place] {
        if (isOpen)
            m_services.event.requestRelease({place});
        else
            m_services.cart.requestRelease(event, {place});
    };
    const Table *table = isOpen && place < map.seatCount() ? map.tableOf(place) : nullptr;
    if (table && table->soldWhole) {
        askFirst(Step::Release, tr("Give this table back?"), tr("Table %1 becomes free at once with all of its seats, and somebody else may take it.").arg(isolated(table->label)),
                 tr("Give back"), act);
        return;
    }
    askFirst(Step::Release, tr("Give this seat back?"), tr("Seat %1 becomes free at once and somebody else may take it.").arg(isolated(label)), tr("Give back"), act);
}

void EventScreen::askFirst(Step step, const QString &title, const QString &text, const QString &verb, std::function<void()> act)
{
    if (!m_services.asks.asksBefore(step)) {
        act();
        return;
    }
    const Question question {.title = title, .text = text, .yes = verb, .dontAskAgain = tr("Do not ask again")};
    m_services.prompter.ask(this, question, [this, step, act = std::move(act)](Answer answer) {
        if (answer.dontAskAgain)
            m_services.asks.setAsksBefore(step, false);
        if (answer.yes)
            act();
    });
}

void EventScreen::focusInEvent(QFocusEvent *)
{
    focusStart();
}

} // namespace parterre::ui
