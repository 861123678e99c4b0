// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/designerscreen.h"

#include "app/designer/commands/housesteps.h"
#include "app/designer/commands/seatsteps.h"
#include "app/designer/model/picking.h"
#include "app/designer/view/categorypanel.h"
#include "app/designer/view/checkpanel.h"
#include "app/designer/view/checkwords.h"
#include "app/designer/view/conflictdialog.h"
#include "app/designer/view/designeractions.h"
#include "app/designer/view/designview.h"
#include "app/designer/view/housepanel.h"
#include "app/designer/view/numberingdialog.h"
#include "app/designer/view/picturetracing.h"
#include "app/designer/view/propertypanel.h"
#include "app/designer/view/selectionmenu.h"
#include "app/designer/view/templatepage.h"
#include "app/designer/view/toolpalette.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/keptchoice.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/prompter.h"

#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoView>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kSideWidth = 292;
constexpr int kNameWidth = 220;
constexpr int kLongestName = 200;

} // namespace

DesignerScreen::DesignerScreen(DesignDesk &desk, VenueListModel &venues, Prompter &prompter, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_venues(venues), m_prompter(prompter), m_banner(new MessageBanner), m_name(new QLineEdit), m_venue(new KeptChoice(venues, VenueListModel::IdRole)),
      m_save(makeButton(tr("Sa&ve"), ButtonKind::Standard, Glyph::Save)), m_publish(makeButton(tr("&Publish"), ButtonKind::Primary, Glyph::Check)), m_arrange(makeButton(tr("&Arrange"), ButtonKind::Standard, Glyph::AlignLeft)), m_numbers(makeButton(tr("&Numbers…"), ButtonKind::Standard, Glyph::Numbers)),
      m_facts(new ElidedLabel({}, TextScale::Caption, Tone::Muted)), m_hint(new ElidedLabel({}, TextScale::Caption, Tone::Muted)), m_position(new ElidedLabel({}, TextScale::Caption, Tone::Muted)),
      m_view(new DesignView(desk.document())), m_palette(new ToolPalette), m_categories(new CategoryPanel(desk.document())), m_house(new HousePanel(desk.document())),
      m_work(new QStackedWidget), m_pages(new QStackedWidget), m_tabs(new QButtonGroup(this)), m_actions(new DesignerActions(desk.document(), *m_view, this)), m_tracing(new PictureTracing(desk.document(), *m_view, this)), m_busy(nullptr)
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kTwoSteps, kTwoSteps, kTwoSteps, kStep);
    column->setSpacing(kStep);
    column->addWidget(buildHead());
    column->addWidget(m_banner);
    auto *templates = new TemplatePage(m_desk);
    connect(templates, &TemplatePage::chosen, this, [this](const Design &design) {
        m_desk.start(design);
        m_view->setFocus();
    });
    m_work->addWidget(templates);
    m_work->addWidget(buildWork());
    column->addWidget(m_work, 1);
    m_busy = new BusyOverlay(this);
    connectDesk();
    connectDrawing();
    m_palette->setCurrent(m_view->tool());
    showState();
    showCounts();
}

QWidget *DesignerScreen::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    QToolButton *back = makeIconButton(Glyph::ChevronLeft, tr("Back to the plans"));
    back->setObjectName(QStringLiteral("leaveDesigner"));
    connect(back, &QToolButton::clicked, this, &DesignerScreen::leave);
    row->addWidget(back);
    m_name->setMaxLength(kLongestName);
    m_name->setFixedWidth(kNameWidth);
    m_name->setAccessibleName(tr("Name of the plan"));
    m_name->setPlaceholderText(tr("Name of the plan"));
    m_name->setObjectName(QStringLiteral("designName"));
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) { m_desk.document().push(steps::rename(m_desk.document().design(), name)); });
    row->addWidget(m_name);
    const auto actionButton = [&](Glyph glyph, QAction *action) {
        QToolButton *button = makeIconButton(glyph, action->text().remove(u'&'));
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        const auto follow = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        };
        connect(action, &QAction::changed, button, follow);
        follow();
        row->addWidget(button);
    };
    actionButton(Glyph::Undo, m_actions->undo());
    actionButton(Glyph::Redo, m_actions->redo());
    auto *menu = new QMenu(m_arrange);
    menu->addMenu(new SelectionMenu(m_desk.document(), *m_view, m_actions->selecting(), menu));
    for (const QList<QAction *> *actions : {&m_actions->edit(), &m_actions->arrange()}) {
        for (QAction *action : *actions) {
            if (action)
                menu->addAction(action);
            else
                menu->addSeparator();
        }
        menu->addSeparator();
    }
    m_arrange->setMenu(menu);
    row->addWidget(m_arrange);
    m_numbers->setObjectName(QStringLiteral("openNumbering"));
    connect(m_numbers, &QPushButton::clicked, this, &DesignerScreen::openNumbering);
    row->addWidget(m_numbers);
    row->addStretch();
    m_venue->setAccessibleName(tr("House"));
    m_venue->setObjectName(QStringLiteral("designVenue"));
    row->addWidget(m_venue);
    m_save->setObjectName(QStringLiteral("saveDesign"));
    m_save->setToolTip(tr("Keep a draft at the server (Ctrl+S)"));
    m_save->setShortcut(QKeySequence::Save);
    connect(m_save, &QPushButton::clicked, this, &DesignerScreen::save);
    row->addWidget(m_save);
    m_publish->setObjectName(QStringLiteral("publishDesign"));
    connect(m_publish, &QPushButton::clicked, this, &DesignerScreen::askToPublish);
    row->addWidget(m_publish);
    return head;
}

QWidget *DesignerScreen::buildWork()
{
    auto *work = new QWidget;
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(m_palette);
    auto *frame = new Card;
    frame->body()->setContentsMargins(1, 1, 1, 1);
    frame->body()->addWidget(m_view);
    row->addWidget(frame, 1);
    row->addWidget(buildSide());
    column->addLayout(row, 1);
    column->addWidget(buildFoot());
    return work;
}

QAbstractButton *DesignerScreen::addTab(Glyph glyph, const QString &name, QWidget *page)
{
    QToolButton *button = makeIconButton(glyph, name);
    button->setCheckable(true);
    m_tabs->addButton(button, m_pages->addWidget(page));
    return button;
}

void DesignerScreen::showTab(int index)
{
    m_pages->setCurrentIndex(index);
    m_tabs->button(index)->setChecked(true);
}

QWidget *DesignerScreen::buildSide()
{
    auto *side = new Card;
    side->setFixedWidth(kSideWidth);
    side->body()->setContentsMargins(kTwoSteps, kStep, kStep, kTwoSteps);
    auto *tabs = new QHBoxLayout;
    tabs->setSpacing(0);
    auto *history = new QUndoView(&m_desk.document().history());
    history->setEmptyLabel(tr("As it was opened"));
    history->setFrameShape(QFrame::NoFrame);
    history->viewport()->setAutoFillBackground(false);
    history->setAccessibleName(tr("History"));
    addTab(Glyph::Pencil, tr("What is selected"), new PropertyPanel(m_desk.document()));
    addTab(Glyph::Palette, tr("Categories"), m_categories);
    addTab(Glyph::Layers, tr("Sections, levels and size"), m_house);
    auto *checks = new CheckPanel(m_desk.checks());
    connect(checks, &CheckPanel::chosen, this, &DesignerScreen::goToCheck);
    m_checksTab = addTab(Glyph::CheckCircle, tr("Problems"), checks);
    m_checksTab->setObjectName(QStringLiteral("showChecks"));
    addTab(Glyph::History, tr("History"), history);
    for (QAbstractButton *button : m_tabs->buttons())
        tabs->addWidget(button);
    tabs->addStretch();
    side->body()->addLayout(tabs);
    side->body()->addWidget(m_pages, 1);
    connect(m_tabs, &QButtonGroup::idClicked, m_pages, &QStackedWidget::setCurrentIndex);
    showTab(0);
    return side;
}

QWidget *DesignerScreen::buildFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    const auto zoomButton = [&](Glyph glyph, const QString &name, std::function<void()> act) {
        QToolButton *button = makeIconButton(glyph, name);
        connect(button, &QToolButton::clicked, this, std::move(act));
        row->addWidget(button);
    };
    zoomButton(Glyph::Minus, tr("Zoom out"), [this] { m_view->zoomOut(); });
    zoomButton(Glyph::Plus, tr("Zoom in"), [this] { m_view->zoomIn(); });
    zoomButton(Glyph::Fit, tr("Show everything"), [this] { m_view->fit(); });
    const auto toggle = [&](Glyph glyph, const QString &name, bool on, std::function<void(bool)> act) {
        QToolButton *button = makeIconButton(glyph, name);
        button->setCheckable(true);
        button->setChecked(on);
        connect(button, &QToolButton::toggled, this, std::move(act));
        row->addWidget(button);
    };
    toggle(Glyph::Magnet, tr("Hold on to what is near"), true, [this](bool on) {
        changeOptions([on](DrawingOptions &options) { options.snap.toNeighbours = options.snap.toRows = on; });
    });
    toggle(Glyph::Grid, tr("Grid"), false, [this](bool on) {
        m_view->setGridVisible(on);
        changeOptions([on](DrawingOptions &options) { options.snap.toGrid = on; });
    });
    row->addWidget(m_hint, 1);
    row->addWidget(m_facts);
    m_position->setFixedWidth(110);
    m_position->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_position);
    return foot;
}

void DesignerScreen::connectDesk()
{
    connect(&m_desk, &DesignDesk::stateChanged, this, &DesignerScreen::showState);
    connect(m_banner, &MessageBanner::actionTriggered, this, [this] {
        m_banner->clear();
        Q_EMIT venuesRequested();
    });
    connect(&m_desk, &DesignDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_desk, &DesignDesk::publishProgressed, this, [this](int percent) { m_banner->showMessage(Severity::Info, tr("Sending the plan… %1 %").arg(percent)); });
    connect(&m_desk, &DesignDesk::publishFailed, this, &DesignerScreen::onPublishFailed);
    connect(&m_desk, &DesignDesk::saved, this, [this](const Draft &draft) { m_banner->showMessage(Severity::Success, tr("The draft of %1 is saved.").arg(isolated(draft.name))); });
    connect(&m_desk, &DesignDesk::saveFailed, this, [this](const Error &error) {
        showState();
        m_banner->showMessage(Severity::Error, errorText(error));
    });
    connect(&m_desk, &DesignDesk::conflicted, this, &DesignerScreen::onConflict);
    connect(&m_desk, &DesignDesk::notPublishable, this, [this] {
        showState();
        m_banner->showMessage(Severity::Error, tr("The plan cannot be sold from yet: every seat needs a category and a label of its own."));
    });
    connect(&m_desk, &DesignDesk::published, this, [this](const PlanSummary &plan) {
        m_banner->showMessage(Severity::Success, tr("Version %1 of %2 is published. New events can use it; events on sale keep the version they have.").arg(plan.ref.version).arg(isolated(plan.name)));
    });
    connect(&m_desk, &DesignDesk::recoveredInPart, this, [this] { m_banner->showMessage(Severity::Warning, tr("The file of this drawing was damaged: what was done last is missing. Look it over before you go on.")); });
    connect(&m_desk, &DesignDesk::unsafe, this, [this] {
        m_banner->showMessage(Severity::Warning, tr("What you draw cannot be kept safe from a crash: the disk of this computer is full or may not be written to. Publish often."));
    });
    connect(&m_desk.document(), &DesignDocument::changed, this, &DesignerScreen::showCounts);
    connect(&m_desk.document(), &DesignDocument::wasReset, this, [this] {
        m_banner->clear();
        showCounts();
    });
    connect(&m_desk.document(), &DesignDocument::selectionChanged, this, &DesignerScreen::showCounts);
    connect(&m_desk.checks(), &CheckList::changed, this, &DesignerScreen::showChecks);
    connect(m_actions, &DesignerActions::pasteFailed, this, [this] { m_banner->showMessage(Severity::Warning, tr("What is on the clipboard is no part of a plan. Copy objects in the designer first.")); });
}

void DesignerScreen::connectDrawing()
{
    connect(m_palette, &ToolPalette::chosen, this, [this](ToolKind kind) {
        m_view->setTool(kind);
        m_view->setFocus();
    });
    connect(m_view, &DesignView::toolChanged, this, [this](ToolKind kind) {
        m_palette->setCurrent(kind);
        m_hint->setText(ToolPalette::hint(kind));
    });
    m_hint->setText(ToolPalette::hint(m_view->tool()));
    // Who has drawn one thing wants to shape it; rows and tables come in numbers.
    connect(m_view, &DesignView::elementsDrawn, this, [this](const QSet<ElementId> &elements) {
        if (!elements.isEmpty())
            showTab(0);
    });
    connect(m_view, &DesignView::cursorMoved, this, [this](QPointF at) { m_position->setText(QStringLiteral("%1 : %2").arg(std::lround(at.x())).arg(std::lround(at.y()))); });
    connect(m_tracing, &PictureTracing::message, m_banner, [this](Severity severity, const QString &text) { m_banner->showMessage(severity, text); });
    connect(m_tracing, &PictureTracing::calibrated, m_banner, &MessageBanner::clear);
    connect(m_categories, &CategoryPanel::currentChanged, this, [this](const QString &key) { changeOptions([&](DrawingOptions &options) { options.category = key; }); });
    connect(m_categories, &CategoryPanel::paintRequested, this, [this](const QString &key) {
        DesignDocument &document = m_desk.document();
        document.push(steps::setCategory(document.design(), {.elements = document.selection(), .seats = document.selectedSeats()}, key));
    });
    connect(m_categories, &CategoryPanel::selectRequested, this, &DesignerScreen::selectCategory);
    connect(m_house, &HousePanel::sectionChosen, this, [this](SectionId section) { changeOptions([section](DrawingOptions &options) { options.section = section; }); });
    connect(m_house, &HousePanel::levelChosen, this, [this](LevelId level) {
        m_desk.document().select({});
        changeOptions([level](DrawingOptions &options) { options.level = level; });
    });
    connect(m_house, &HousePanel::pictureRequested, m_tracing, &PictureTracing::askForPicture);
    connect(m_house, &HousePanel::calibrationRequested, m_tracing, &PictureTracing::startCalibration);
    changeOptions([this](DrawingOptions &options) {
        options.category = m_categories->current();
        options.section = m_house->section();
        options.level = m_house->level();
    });
}

void DesignerScreen::changeOptions(const std::function<void(DrawingOptions &)> &change)
{
    DrawingOptions options = m_view->options();
    change(options);
    m_view->setOptions(options);
}

void DesignerScreen::showState()
{
    if (m_desk.isLoading())
        m_busy->start(tr("Reading the plan…"));
    else
        m_busy->stop();
    if (m_desk.venue())
        m_venue->choose(m_desk.venue()->toString());
    const int work = m_desk.isOpen() || m_desk.isLoading() ? 1 : 0;
    if (std::exchange(m_shownWork, work) != work) {
        m_work->setCurrentIndex(work);
        if (work == 1)
            m_view->setFocus();
    }
    for (QWidget *control : std::initializer_list<QWidget *> {m_name, m_arrange, m_numbers, m_venue, m_save, m_publish})
        control->setVisible(m_desk.isOpen());
    m_publish->setEnabled(!m_desk.isPublishing() && !m_desk.isSaving());
    m_save->setEnabled(m_publish->isEnabled());
}

// Of seats, not of pixels: shown when a step is done.
void DesignerScreen::showCounts()
{
    DesignDocument &document = m_desk.document();
    if (document.isPreviewing())
        return;
    if (m_name->text() != document.design().house().name)
        m_name->setText(document.design().house().name);
    qint64 places = 0, chosen = document.selectedSeats().size();
    for (const Element &element : document.design().elements()) {
        const DesignPiece &piece = document.piece(element.id);
        qint64 own = piece.seatCount();
        for (const Area &area : piece.areas)
            own += area.capacity;
        places += own;
        if (document.selection().contains(element.id))
            chosen += own;
    }
    QString facts = tr("%Ln places", nullptr, static_cast<int>(places));
    if (chosen > 0)
        facts = tr("%Ln selected", nullptr, static_cast<int>(chosen)) + QStringLiteral("  ·  ") + facts;
    m_facts->setText(facts);
}

void DesignerScreen::leave()
{
    if (!m_desk.isChanged())
        return Q_EMIT backRequested();
    m_prompter.ask(this, {.title = tr("Leave the designer?"), .text = tr("What you have drawn is not published yet. It is kept on this computer until you come back to it."), .yes = tr("Leave"), .no = tr("Go on drawing")},
                   [this](const Answer &answer) {
                       if (answer.yes)
                           Q_EMIT backRequested();
                   });
}

// The tab tells from afar whether something is wrong.
void DesignerScreen::showChecks()
{
    const QList<CheckEntry> &entries = m_desk.checks().entries();
    m_checksTab->setIcon(entries.isEmpty() ? icon(Glyph::CheckCircle, Tone::Success) : icon(Glyph::Alert, m_desk.checks().mayPublish() ? Tone::Warning : Tone::Danger));
}

void DesignerScreen::goToCheck(const CheckEntry &entry)
{
    if (!entry.elements.isEmpty()) {
        if (const Element *element = m_desk.document().design().find(*entry.elements.cbegin()))
            m_house->setLevel(element->level);
    }
    if (entry.seats.isEmpty())
        m_desk.document().select(entry.elements);
    else
        m_desk.document().select({}, QSet<SeatRef>(entry.seats.cbegin(), entry.seats.cend()));
    if (!entry.bounds.isEmpty())
        m_view->showRect(entry.bounds);
}

void DesignerScreen::openNumbering()
{
    m_view->cancelTool();
    auto *dialog = new NumberingDialog(m_desk.document(), m_house->section(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DesignerScreen::askToPublish()
{
    const QList<CheckEntry> &entries = m_desk.checks().entries();
    if (!m_desk.checks().mayPublish()) {
        showTab(static_cast<int>(m_tabs->id(m_checksTab)));
        return m_banner->showMessage(Severity::Warning, tr("The plan cannot be sold from yet. Mend what the list of problems shows first."));
    }
    if (entries.isEmpty())
        return publish(false);
    m_prompter.ask(this, {.title = tr("Publish the plan as it is?"), .text = tr("There are %Ln hints in the list of problems. The first: %1.", nullptr, static_cast<int>(entries.size())).arg(checkTitle(entries.constFirst())), .yes = tr("Publish"), .no = tr("Look at them")},
                   [this](const Answer &answer) {
                       if (answer.yes)
                           publish(false);
                       else
                           showTab(static_cast<int>(m_tabs->id(m_checksTab)));
                   });
}

// Says what is missing where the design cannot go to a house yet.
std::optional<VenueId> DesignerScreen::chosenVenue()
{
    const QModelIndex house = m_venues.index(m_venue->currentIndex());
    if (m_desk.document().design().house().name.trimmed().isEmpty()) {
        m_name->setFocus();
        m_banner->showMessage(Severity::Warning, tr("Give the plan a name first."));
    } else if (m_venues.isKnownEmpty()) {
        m_banner->showMessage(Severity::Warning, tr("There is no house yet that the plan could be for."), tr("New house…"));
    } else if (!house.isValid()) {
        m_banner->showMessage(Severity::Warning, tr("Choose the house that the plan is for."));
    } else {
        return m_venues.row(house.row()).id;
    }
    return std::nullopt;
}

void DesignerScreen::save()
{
    if (const auto venue = chosenVenue())
        m_desk.save(*venue);
    showState();
}

void DesignerScreen::onConflict(const Draft &newer, const std::optional<Design> &theirs)
{
    auto *dialog = new ConflictDialog(m_desk.document().design(), newer, theirs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictDialog::mineChosen, this, [this, newer] {
        m_desk.save(newer.venue, newer.ref());
        showState();
    });
    connect(dialog, &ConflictDialog::theirsChosen, this, [this, newer] { m_desk.openDraft(newer); });
    dialog->open();
}

void DesignerScreen::publish(bool overwrite)
{
    if (const auto venue = chosenVenue())
        m_desk.publish(*venue, overwrite);
    showState();
}

void DesignerScreen::onPublishFailed(const Error &error)
{
    showState();
    if (error.code != ErrorCode::StaleVersion)
        return m_banner->showMessage(Severity::Error, errorText(error));
    m_venues.refresh();
    m_banner->clear();
    m_prompter.ask(this, {.title = tr("Somebody else has published this plan meanwhile"), .text = tr("Yours can become the version after theirs. Theirs is kept, and can be looked at on the page of plans first."), .yes = tr("Publish mine after theirs"), .no = tr("Not now")},
                   [this](const Answer &answer) {
                       if (answer.yes)
                           publish(true);
                   });
}

void DesignerScreen::selectCategory(const QString &key)
{
    m_view->setTool(ToolKind::Seats);
    m_desk.document().select({}, seatsOfCategory(m_desk.document(), m_view->options().level, key));
}

void DesignerScreen::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void DesignerScreen::dropEvent(QDropEvent *event)
{
    m_tracing->setPicture(event->mimeData()->urls().constFirst().toLocalFile());
}

} // namespace parterre::ui
