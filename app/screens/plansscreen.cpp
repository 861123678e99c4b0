// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/plansscreen.h"

#include "app/screens/halldialog.h"
#include "app/screens/mappane.h"
#include "app/screens/repairwords.h"
#include "app/screens/versionspane.h"
#include "app/seatmap/planpictures.h"
#include "app/seatmap/seatdescription.h"
#include "app/seatmap/seatmapview.h"
#include "app/seatmap/seatpainter.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/cardpainting.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formfield.h"
#include "app/widgets/keptchoice.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/plancarddelegate.h"
#include "app/widgets/spokenmodel.h"
#include "app/widgets/textlabel.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kListWidth = 340;
constexpr int kImportWidth = 300;
constexpr int kLongestName = 200;

struct SaveFormat {
    planio::PlanFileFormat format;
    QString filter;
    QString suffix;
};

PlanListModel::Entry entryOf(const QModelIndex &index)
{
    return index.data(PlanListModel::EntryRole).value<PlanListModel::Entry>();
}

} // namespace

PlansScreen::PlansScreen(PlanDesk &desk, VenueListModel &venues, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_venues(venues), m_banner(new MessageBanner), m_list(new QListView), m_pages(new QStackedWidget),
      m_empty(new EmptyState(Glyph::Seat)), m_name(new ElidedLabel({}, TextScale::Heading)), m_facts(new ElidedLabel({}, TextScale::Caption, Tone::Muted)),
      m_hall(makeButton(tr("H&all…"))), m_logo(makeButton(tr("&Logo…"), ButtonKind::Standard, Glyph::Picture)), m_compare(makeButton(tr("&Compare…"), ButtonKind::Standard, Glyph::History)), m_save(makeButton(tr("Save to a &file…"))),
      m_map(new MapPane(desk.seatMap())), m_versions(new VersionsPane(desk.versions())), m_import(nullptr), m_repairCount(new TextLabel({}, TextScale::Heading)),
      m_repairs(new QListWidget), m_venue(new KeptChoice(venues, VenueListModel::IdRole)), m_venueField(new FormField(tr("&House"), m_venue)), m_planName(new QLineEdit), m_version(new TextLabel({}, TextScale::Caption, Tone::Muted)),
      m_changes(makeButton(tr("What would &change?"), ButtonKind::Quiet, Glyph::History)),
      m_publish(makeButton(tr("&Publish"), ButtonKind::Primary, Glyph::Check)), m_discard(makeButton(tr("D&iscard"))), m_busy(nullptr)
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(buildHead());
    column->addWidget(m_banner);
    auto *row = new QHBoxLayout;
    row->setSpacing(kTwoSteps);
    m_list->setModel(new SpokenModel(m_desk.list(), [](const QModelIndex &index) { return PlanCardDelegate::spokenText(entryOf(index).plan, entryOf(index).venue.name); }, this));
    setUpPictures();
    showAsCards(*m_list);
    m_list->setFixedWidth(kListWidth);
    m_list->setAccessibleName(tr("Plans"));
    row->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(buildPlan());
    m_pages->addWidget(m_versions);
    row->addWidget(m_pages, 1);
    m_import = buildImport();
    row->addWidget(m_import);
    column->addLayout(row, 1);
    m_busy = new BusyOverlay(this);
    connectDesk();
    showState();
}

// Of the plans in the list, while they are to be seen there.
void PlansScreen::setUpPictures()
{
    const auto isSeen = [this](const PlanVersionRef &plan) {
        const QRect place = m_list->visualRect(m_list->model()->index(m_desk.list().rowOf(plan.id), 0));
        return m_list->isVisible() && m_list->viewport()->rect().intersects(place);
    };
    const auto fetch = [this](const PlanVersionRef &plan, QObject *context, PlanPictures::Handler handler) { m_desk.fetch(plan, context, std::move(handler)); };
    auto *pictures = new PlanPictures({.fetch = fetch, .isSeen = isSeen}, this);
    connect(pictures, &PlanPictures::arrived, m_list->viewport(), qOverload<>(&QWidget::update));
    const auto pictureOf = [pictures](const PlanSummary &plan, const QSize &size, qreal devicePixelRatio, const QPalette &palette) {
        return pictures->picture(plan.ref, size, devicePixelRatio, SeatMapTheme::fromPalette(palette));
    };
    m_list->setItemDelegate(new PlanCardDelegate([](const QModelIndex &index) { return std::pair(entryOf(index).plan, entryOf(index).venue.name); }, pictureOf, m_list));
}

QWidget *PlansScreen::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new TextLabel(tr("House plans"), TextScale::Title));
    row->addStretch();
    QPushButton *houses = makeButton(tr("H&ouses…"), ButtonKind::Standard, Glyph::MapPin);
    houses->setObjectName(QStringLiteral("openVenues"));
    connect(houses, &QPushButton::clicked, this, &PlansScreen::venuesRequested);
    row->addWidget(houses);
    QPushButton *draw = makeButton(tr("&Draw a plan…"), ButtonKind::Standard, Glyph::Pencil);
    draw->setObjectName(QStringLiteral("drawPlan"));
    connect(draw, &QPushButton::clicked, this, &PlansScreen::newDesignRequested);
    row->addWidget(draw);
    QPushButton *open = makeButton(tr("&Import a plan…"), ButtonKind::Primary, Glyph::Plus);
    open->setObjectName(QStringLiteral("importPlan"));
    connect(open, &QPushButton::clicked, this, &PlansScreen::askForFile);
    row->addWidget(open);
    return head;
}

QWidget *PlansScreen::buildPlan()
{
    auto *plan = new QWidget;
    auto *column = new QVBoxLayout(plan);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    auto *title = new QHBoxLayout; // beside all buttons a name has no room where words are long
    title->addWidget(m_name, 1);
    QToolButton *edit = makeIconButton(Glyph::Pencil, tr("Edit the plan"));
    edit->setObjectName(QStringLiteral("editPlan"));
    connect(edit, &QToolButton::clicked, this, &PlansScreen::designRequested);
    title->addWidget(edit);
    auto *head = new QHBoxLayout;
    head->addStretch();
    m_hall->setObjectName(QStringLiteral("chooseHall"));
    m_hall->setToolTip(tr("Which hall of the house it is a plan of"));
    connect(m_hall, &QPushButton::clicked, this, &PlansScreen::askForHall);
    head->addWidget(m_hall);
    m_logo->setObjectName(QStringLiteral("openLogo"));
    m_logo->setToolTip(tr("The picture on the tickets of the house"));
    connect(m_logo, &QPushButton::clicked, this, [this] { Q_EMIT logoRequested(m_desk.shown()->venue); });
    head->addWidget(m_logo);
    m_compare->setObjectName(QStringLiteral("compareVersions"));
    connect(m_compare, &QPushButton::clicked, &m_desk, &PlanDesk::compareVersions);
    head->addWidget(m_compare);
    m_save->setObjectName(QStringLiteral("savePlan"));
    connect(m_save, &QPushButton::clicked, this, &PlansScreen::askWhereToSave);
    head->addWidget(m_save);
    column->addLayout(title);
    column->addWidget(m_facts);
    column->addLayout(head);
    m_map->setObjectName(QStringLiteral("planMap"));
    m_map->setPrintable(false);
    m_map->view()->setAccessibleName(tr("Map of the plan"));
    column->addWidget(m_map, 1);
    return plan;
}

Card *PlansScreen::buildImport()
{
    auto *card = new Card;
    card->setFixedWidth(kImportWidth);
    QVBoxLayout *body = card->body();
    body->addWidget(m_repairCount);
    m_repairs->setObjectName(QStringLiteral("repairs"));
    showAsNotes(*m_repairs);
    m_repairs->setAccessibleName(tr("What was repaired in the file"));
    connect(m_repairs, &QListWidget::currentRowChanged, this, &PlansScreen::goToRepair);
    connect(m_repairs, &QListWidget::itemClicked, this, [this] { goToRepair(m_repairs->currentRow()); });
    body->addWidget(m_repairs, 1);
    m_venue->setObjectName(QStringLiteral("importVenue"));
    body->addWidget(m_venueField);
    m_planName->setMaxLength(kLongestName);
    m_planName->setObjectName(QStringLiteral("planName"));
    body->addWidget(new FormField(tr("&Name of the plan"), m_planName));
    body->addWidget(m_version->wrapped());
    m_changes->setObjectName(QStringLiteral("compareImport"));
    body->addWidget(m_changes);
    m_publish->setObjectName(QStringLiteral("publishPlan"));
    m_discard->setObjectName(QStringLiteral("discardPlan"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_discard);
    buttons->addWidget(m_publish, 1);
    body->addLayout(buttons);
    connect(m_venue, &QComboBox::currentIndexChanged, this, &PlansScreen::showVersion);
    connect(m_planName, &QLineEdit::textChanged, this, &PlansScreen::showVersion);
    connect(m_changes, &QPushButton::clicked, this, [this] { m_desk.compareImport(m_venues.row(m_venue->currentIndex()).id, m_planName->text().trimmed()); });
    connect(m_publish, &QPushButton::clicked, this, &PlansScreen::publish);
    connect(m_discard, &QPushButton::clicked, &m_desk, &PlanDesk::close);
    return card;
}

void PlansScreen::connectDesk()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PlansScreen::choose);
    connect(m_list, &QListView::clicked, this, &PlansScreen::choose);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_venues.isKnownEmpty())
            Q_EMIT venuesRequested();
        else
            askForFile();
    });
    connect(&m_venues, &PagedListModel::loadStateChanged, this, [this] {
        if (m_venues.loadState() == LoadState::Loading)
            return; // what was known stays until the answer is here
        showEmpty();
        showVersion();
    });
    connect(&m_desk, &PlanDesk::factsChanged, this, &PlansScreen::showFacts);
    connect(&m_desk, &PlanDesk::hallSet, this, [this](const PlanSummary &plan) {
        m_banner->showMessage(Severity::Success, tr("%1 is a plan of the hall %2.").arg(isolated(plan.name), isolated(plan.hallName())));
    });
    connect(m_banner, &MessageBanner::actionTriggered, this, [this] {
        m_desk.stopPublishing();
        m_banner->clear();
        showVersion();
    });
    connect(&m_desk, &PlanDesk::stateChanged, this, &PlansScreen::showState);
    connect(&m_desk.versions(), &VersionDesk::stateChanged, this, &PlansScreen::onVersionsChanged);
    connect(&m_desk.versions(), &VersionDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_desk.list(), &QAbstractItemModel::modelReset, this, [this] {
        showChosen();
        showVersion();
    });
    connect(&m_desk, &PlanDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_desk, &PlanDesk::publishProgressed, this, [this](int percent) { m_banner->showMessage(Severity::Info, tr("Sending the plan… %1 %").arg(percent), tr("Stop")); });
    connect(&m_desk, &PlanDesk::published, this, &PlansScreen::onPublished);
    connect(&m_desk, &PlanDesk::publishFailed, this, [this](const Error &error) {
        m_banner->showMessage(Severity::Error, errorText(error));
        if (error.code == ErrorCode::StaleVersion)
            m_venues.refresh();
        showVersion();
    });
    connect(&m_desk, &PlanDesk::exported, this, &PlansScreen::onExported);
}

void PlansScreen::onExported(const PlanDesk::Export &done)
{
    const QString file = isolated(QDir::toNativeSeparators(done.path));
    if (done.state == PlanDesk::ExportState::NotDrawn)
        m_banner->showMessage(Severity::Error, tr("The page for %1 could not be drawn.").arg(file));
    else if (done.state == PlanDesk::ExportState::NotSaved)
        m_banner->showMessage(Severity::Error, tr("The plan could not be saved as %1. Choose another folder.").arg(file));
    else if (done.losses.isEmpty())
        m_banner->showMessage(Severity::Success, tr("The plan is saved as %1.").arg(file));
    else
        m_banner->showMessage(Severity::Warning, tr("The plan is saved as %1, but this format has no place for all of it: %2").arg(file, isolated(done.losses.constFirst().message)));
}

void PlansScreen::importFile(const QString &path)
{
    m_banner->clear();
    m_desk.versions().close();
    m_desk.importFile(path);
}

void PlansScreen::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Import a plan"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Seating plans (*.json *.svg *.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PlansScreen::importFile);
    dialog->open();
}

void PlansScreen::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the plan"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QList<SaveFormat> formats {{planio::PlanFileFormat::Parterre, tr("Parterre plans (*.json)"), QStringLiteral("json")},
                                     {planio::PlanFileFormat::Pretix, tr("pretix plans (*.json)"), QStringLiteral("json")},
                                     {planio::PlanFileFormat::Svg, tr("Drawings (*.svg)"), QStringLiteral("svg")},
                                     {planio::PlanFileFormat::Pdf, tr("PDF documents (*.pdf)"), QStringLiteral("pdf")},
                                     {planio::PlanFileFormat::Csv, tr("Seat lists (*.csv)"), QStringLiteral("csv")}};
    QStringList filters;
    for (const SaveFormat &format : formats)
        filters.append(format.filter);
    const auto chosen = [formats, filters, dialog] { return formats.at(std::max<qsizetype>(0, filters.indexOf(dialog->selectedNameFilter()))); };
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(formats.constFirst().suffix);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, chosen] { dialog->setDefaultSuffix(chosen().suffix); });
    connect(dialog, &QFileDialog::fileSelected, this, [this, chosen](const QString &path) { saveAs(path, chosen().format); });
    dialog->open();
}

void PlansScreen::saveAs(const QString &path, planio::PlanFileFormat format)
{
    m_desk.exportTo(path, format, {.locale = locale(), .facts = m_facts->text(), .wheelchair = markName(SeatMark::Wheelchair), .companion = markName(SeatMark::Companion)});
}

void PlansScreen::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void PlansScreen::dropEvent(QDropEvent *event)
{
    importFile(event->mimeData()->urls().constFirst().toLocalFile());
}

void PlansScreen::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const PlanListModel::Entry entry = entryOf(index);
    // A version that was just published is newer than the list.
    if (m_desk.shown() && m_desk.shown()->plan.ref.id == entry.plan.ref.id && m_desk.shown()->plan.ref.version >= entry.plan.ref.version)
        return;
    m_banner->clear();
    m_desk.show(entry);
}

void PlansScreen::showChosen()
{
    m_list->setCurrentIndex(m_desk.shown() ? m_list->model()->index(m_desk.list().rowOf(m_desk.shown()->plan.ref.id), 0) : QModelIndex());
}

void PlansScreen::showState()
{
    const bool ready = m_desk.state() == PlanDesk::State::Ready;
    if (m_desk.state() == PlanDesk::State::Loading)
        m_busy->start(tr("Reading the plan…"));
    else
        m_busy->stop();
    showEmpty();
    arrange();
    showChosen();
    const bool isPublished = m_desk.shown().has_value();
    m_hall->setVisible(isPublished);
    m_logo->setVisible(isPublished);
    m_compare->setVisible(isPublished);
    m_compare->setEnabled(isPublished && m_desk.shown()->plan.ref.version > 1);
    m_compare->setToolTip(m_compare->isEnabled() ? tr("Compare versions") : tr("There is only one version so far"));
    if (!ready)
        return;
    showFacts();
    m_map->view()->fit();
    if (m_desk.import())
        showImport();
}

void PlansScreen::showFacts()
{
    if (m_desk.state() != PlanDesk::State::Ready)
        return;
    const Plan &plan = m_desk.seatMap().plan();
    const QString places = tr("%Ln places", nullptr, m_desk.seatMap().placeCount());
    const QString sections = tr("%Ln sections", nullptr, static_cast<int>(plan.sections.size()));
    m_name->setText(plan.name);
    QStringList facts {m_desk.shown() ? tr("Version %1").arg(m_desk.shown()->plan.ref.version) : tr("Not published"), m_desk.shown() ? m_desk.shown()->venue.name : m_desk.import()->fileName};
    if (m_desk.shown() && m_desk.shown()->plan.hall)
        facts.append(tr("Hall: %1").arg(isolated(*m_desk.shown()->plan.hall)));
    m_facts->setText((facts << places << sections).join(QStringLiteral("  ·  ")));
}

// What comes next in a house that is being set up: the house itself, its plans, then looking at them.
void PlansScreen::showEmpty()
{
    if (m_venues.isKnownEmpty())
        m_empty->setContent(tr("Begin with the house"), tr("Say what it is called, where it is and by which clock it goes. Then draw its plan or import it, and make events in the programme."), tr("New house…"));
    else if (m_venues.loadState() == LoadState::Ready && m_desk.list().rowCount() == 0)
        m_empty->setContent(tr("No plan yet"), tr("Draw the hall, or import its plan: a file of Parterre or pretix, a drawing (SVG) or a table (CSV). Drop it here. As soon as it is published, events can be made in the programme."), tr("Import a plan…"));
    else
        m_empty->setContent(tr("No plan chosen"), tr("Choose a plan to look at it, or import one: a file of Parterre or pretix, a drawing (SVG) or a table (CSV). Drop it here."), tr("Import a plan…"));
}

void PlansScreen::chooseVenue(VenueId venue)
{
    m_venue->choose(venue.toString());
}

void PlansScreen::askForHall()
{
    if (!m_desk.shown() || m_desk.isSettingHall())
        return;
    auto *dialog = new HallDialog(*m_desk.shown(), m_desk.list().hallsOf(m_desk.shown()->venue.id), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_desk.setHall(dialog->hall()); });
    dialog->open();
}

// Versions beside each other take the place of everything else.
void PlansScreen::arrange()
{
    const bool ready = m_desk.state() == PlanDesk::State::Ready;
    const bool comparing = m_desk.versions().isOpen();
    m_pages->setCurrentIndex(comparing ? 2 : ready ? 1 : 0);
    m_import->setVisible(ready && m_desk.import() && !comparing);
    m_list->setVisible(!comparing && !(ready && m_desk.import()));
}

void PlansScreen::onVersionsChanged()
{
    const bool wasOpen = m_pages->currentWidget() == m_versions;
    const bool isOpen = m_desk.versions().isOpen();
    if (wasOpen == isOpen)
        return;
    if (isOpen)
        m_banner->clear();
    arrange();
    if (wasOpen)
        (m_desk.import() ? m_changes : m_compare)->setFocus();
}

void PlansScreen::showImport()
{
    const PlanDesk::Import &import = *m_desk.import();
    m_repairs->clear();
    for (const planio::RepairEntry &entry : import.report) {
        auto *item = new QListWidgetItem(repairTitle(entry.kind) + QLatin1Char('\n') + entry.message, m_repairs);
        item->setToolTip(plainToolTip(entry.where));
    }
    m_repairCount->setText(import.report.isEmpty() ? tr("Nothing had to be repaired") : tr("%Ln repairs", nullptr, static_cast<int>(import.report.size())));
    m_planName->setText(import.plan.name);
    showVersion();
}

void PlansScreen::showVersion()
{
    const QString name = m_planName->text().trimmed();
    const QModelIndex house = m_venues.index(m_venue->currentIndex());
    const bool possible = house.isValid() && !name.isEmpty() && m_desk.import();
    const qint32 newest = possible ? m_desk.list().newestVersion(m_venues.row(house.row()).id, name) : 0;
    m_venueField->setHint(m_venues.isKnownEmpty() ? tr("There is no house yet: make it first, with the button Houses.") : QString());
    m_version->setText(!possible ? QString() : newest == 0 ? tr("A new plan of this house.") : tr("Becomes version %1. Events on sale keep the version they have.").arg(newest + 1));
    m_changes->setVisible(newest > 0);
    m_publish->setEnabled(possible && !m_desk.isPublishing());
}

void PlansScreen::goToRepair(int row)
{
    if (!m_desk.import() || row < 0 || row >= m_desk.import()->report.size())
        return;
    if (const auto &place = m_desk.import()->report.at(row).place)
        m_map->view()->showPoint({place->x, place->y});
}

void PlansScreen::publish()
{
    m_publish->setEnabled(false);
    m_desk.publish(m_venues.row(m_venue->currentIndex()).id, m_planName->text().trimmed());
}

void PlansScreen::onPublished(const PlanSummary &plan)
{
    const QString venue = m_venue->currentText();
    m_banner->showMessage(Severity::Success, tr("Version %1 of %2 is published. New events can use it; events on sale keep the version they have.").arg(plan.ref.version).arg(isolated(plan.name)));
    m_desk.show({.venue = {.id = m_venues.row(m_venue->currentIndex()).id, .name = venue}, .plan = plan});
}

} // namespace parterre::ui
