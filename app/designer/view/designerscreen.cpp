// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/designerscreen.h"

#include "app/designer/commands/housesteps.h"
#include "app/designer/commands/seatsteps.h"
#include "app/designer/model/picking.h"
#include "app/designer/view/backgrounditem.h"
#include "app/designer/view/categorypanel.h"
#include "app/designer/view/designeractions.h"
#include "app/designer/view/designview.h"
#include "app/designer/view/housepanel.h"
#include "app/designer/view/propertypanel.h"
#include "app/designer/view/templatepage.h"
#include "app/designer/view/toolpalette.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/prompter.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
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
    : QWidget(parent), m_desk(desk), m_venues(venues), m_prompter(prompter), m_banner(new MessageBanner), m_name(new QLineEdit), m_venue(new QComboBox),
      m_publish(makeButton(tr("&Publish"), ButtonKind::Primary, Glyph::Check)), m_arrange(makeButton(tr("&Arrange"), ButtonKind::Standard, Glyph::AlignLeft)),
      m_facts(new ElidedLabel({}, TextScale::Caption, Tone::Muted)), m_hint(new ElidedLabel({}, TextScale::Caption, Tone::Muted)), m_position(new ElidedLabel({}, TextScale::Caption, Tone::Muted)),
      m_view(new DesignView(desk.document())), m_palette(new ToolPalette), m_categories(new CategoryPanel(desk.document())), m_house(new HousePanel(desk.document())),
      m_work(new QStackedWidget), m_pages(new QStackedWidget), m_tabs(new QButtonGroup(this)), m_actions(new DesignerActions(desk.document(), *m_view, this)), m_busy(nullptr)
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kTwoSteps, kTwoSteps, kTwoSteps, kStep);
    column->setSpacing(kStep);
    column->addWidget(buildHead());
    column->addWidget(m_banner);
    auto *templates = new TemplatePage;
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
    row->addStretch();
    m_venue->setModel(&m_venues);
    m_venue->setAccessibleName(tr("House"));
    m_venue->setObjectName(QStringLiteral("designVenue"));
    row->addWidget(m_venue);
    m_publish->setObjectName(QStringLiteral("publishDesign"));
    connect(m_publish, &QPushButton::clicked, this, [this] { publish(false); });
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
    row->addWidget(buildDrawing(), 1);
    row->addWidget(buildSide());
    column->addLayout(row, 1);
    column->addWidget(buildFoot());
    return work;
}

QWidget *DesignerScreen::buildDrawing()
{
    auto *frame = new Card;
    frame->body()->setContentsMargins(1, 1, 1, 1);
    frame->body()->addWidget(m_view);
    const auto zoom = [this](double factor) { m_view->zoomBy(factor, QPointF(m_view->viewport()->rect().center())); };
    const auto onKey = [this](const QKeySequence &key, std::function<void()> act) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, std::move(act));
    };
    onKey(QKeySequence::ZoomIn, [zoom] { zoom(1.5); });
    onKey(QKeySequence::ZoomOut, [zoom] { zoom(1 / 1.5); });
    onKey(QKeySequence(QStringLiteral("Ctrl+0")), [this] { m_view->fit(); });
    return frame;
}

void DesignerScreen::addTab(Glyph glyph, const QString &name, QWidget *page)
{
    QToolButton *button = makeIconButton(glyph, name);
    button->setCheckable(true);
    m_tabs->addButton(button, m_pages->addWidget(page));
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
    addTab(Glyph::History, tr("History"), history);
    for (QAbstractButton *button : m_tabs->buttons())
        tabs->addWidget(button);
    tabs->addStretch();
    side->body()->addLayout(tabs);
    side->body()->addWidget(m_pages, 1);
    connect(m_tabs, &QButtonGroup::idClicked, m_pages, &QStackedWidget::setCurrentIndex);
    m_tabs->button(0)->setChecked(true);
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
    const auto middle = [this] { return QPointF(m_view->viewport()->rect().center()); };
    zoomButton(Glyph::Minus, tr("Zoom out"), [this, middle] { m_view->zoomBy(1 / 1.5, middle()); });
    zoomButton(Glyph::Plus, tr("Zoom in"), [this, middle] { m_view->zoomBy(1.5, middle()); });
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
    connect(&m_desk, &DesignDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_desk, &DesignDesk::publishProgressed, this, [this](int percent) { m_banner->showMessage(Severity::Info, tr("Sending the plan… %1 %").arg(percent)); });
    connect(&m_desk, &DesignDesk::publishFailed, this, &DesignerScreen::onPublishFailed);
    connect(&m_desk, &DesignDesk::published, this, [this](const PlanSummary &plan) {
        m_banner->showMessage(Severity::Success, tr("Version %1 of %2 is published. New events can use it; events on sale keep the version they have.").arg(plan.ref.version).arg(isolated(plan.name)));
    });
    connect(&m_desk.document(), &DesignDocument::changed, this, &DesignerScreen::showCounts);
    connect(&m_desk.document(), &DesignDocument::wasReset, this, [this] {
        m_banner->clear();
        showCounts();
    });
    connect(&m_desk.document(), &DesignDocument::selectionChanged, this, &DesignerScreen::showCounts);
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
        if (!elements.isEmpty()) {
            m_pages->setCurrentIndex(0);
            m_tabs->button(0)->setChecked(true);
        }
    });
    connect(m_view, &DesignView::cursorMoved, this, [this](QPointF at) { m_position->setText(QStringLiteral("%1 : %2").arg(std::lround(at.x())).arg(std::lround(at.y()))); });
    connect(m_view, &DesignView::lineMeasured, this, &DesignerScreen::onLineMeasured);
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
    connect(m_house, &HousePanel::pictureRequested, this, &DesignerScreen::askForPicture);
    connect(m_house, &HousePanel::calibrationRequested, this, &DesignerScreen::startCalibration);
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
    if (m_desk.venue()) {
        for (int row = 0; row < m_venues.rowCount(); ++row) {
            if (m_venues.row(row).id == *m_desk.venue())
                m_venue->setCurrentIndex(row);
        }
    }
    m_work->setCurrentIndex(m_desk.isOpen() || m_desk.isLoading() ? 1 : 0);
    for (QWidget *control : std::initializer_list<QWidget *> {m_name, m_arrange, m_venue, m_publish})
        control->setVisible(m_desk.isOpen());
    m_publish->setEnabled(!m_desk.isPublishing());
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

void DesignerScreen::publish(bool overwrite)
{
    const QModelIndex house = m_venues.index(m_venue->currentIndex());
    if (!house.isValid())
        return m_banner->showMessage(Severity::Warning, tr("Choose the house that the plan is for."));
    if (m_desk.document().design().house().name.trimmed().isEmpty()) {
        m_name->setFocus();
        return m_banner->showMessage(Severity::Warning, tr("Give the plan a name first."));
    }
    m_desk.publish(m_venues.row(house.row()).id, overwrite);
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

void DesignerScreen::askForPicture()
{
    auto *dialog = new QFileDialog(this, tr("Choose a picture to trace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.svg *.pdf)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &DesignerScreen::setPicture);
    dialog->open();
}

void DesignerScreen::setPicture(const QString &path)
{
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(kMaxBackgroundBytes + 1) : QByteArray();
    if (bytes.size() > kMaxBackgroundBytes)
        return m_banner->showMessage(Severity::Error, tr("The picture is larger than %1. Save it smaller and try again.").arg(QLocale().formattedDataSize(kMaxBackgroundBytes)));
    const ReadPicture picture = readPicture(bytes, 0);
    if (picture.image.isNull())
        return m_banner->showMessage(Severity::Error, tr("This is no picture that can be shown. Choose a PNG, JPEG, SVG or PDF file."));
    // As wide as the plan to begin with.
    const double scale = m_desk.document().design().house().size.x / std::max(picture.size.width(), 1.0);
    m_desk.document().push(steps::setBackground(m_desk.document().design(), Background {.data = bytes, .scale = scale}));
}

void DesignerScreen::startCalibration()
{
    m_calibrating = true;
    m_view->setTool(ToolKind::Measure);
    m_view->setFocus();
    m_banner->showMessage(Severity::Info, tr("Drag along something in the picture whose length you know, such as a row."));
}

void DesignerScreen::onLineMeasured(const QLineF &line)
{
    if (!std::exchange(m_calibrating, false))
        return;
    m_banner->clear();
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(tr("Scale of the picture"));
    dialog->setLabelText(tr("How long is this, in plan units? Two seats of a row usually stand 25 apart."));
    dialog->setDoubleRange(0.1, 100'000);
    dialog->setDoubleDecimals(1);
    dialog->setDoubleValue(line.length());
    connect(dialog, &QInputDialog::doubleValueSelected, this, [this, line](double length) {
        std::optional<Background> background = m_desk.document().design().house().background;
        if (!background)
            return;
        // The line's first point stays where it is.
        const double factor = length / line.length();
        background->at = {line.x1() + (background->at.x - line.x1()) * factor, line.y1() + (background->at.y - line.y1()) * factor};
        background->scale *= factor;
        m_desk.document().push(steps::setBackground(m_desk.document().design(), background));
        m_view->setTool(ToolKind::Select);
    });
    dialog->open();
}

void DesignerScreen::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void DesignerScreen::dropEvent(QDropEvent *event)
{
    setPicture(event->mimeData()->urls().constFirst().toLocalFile());
}

} // namespace parterre::ui
