// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/versionspane.h"

#include "app/screens/differencewords.h"
#include "app/screens/mappane.h"
#include "app/seatmap/placemarklegend.h"
#include "app/seatmap/placemarks.h"
#include "app/seatmap/seatmapview.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kListWidth = 320;
constexpr int kSignSize = 16;

} // namespace

VersionsPane::VersionsPane(VersionDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_name(new ElidedLabel({}, TextScale::Heading)), m_close(makeIconButton(Glyph::Close, tr("Close the comparison"))), m_pages(new QStackedWidget), m_alone(new EmptyState(Glyph::History)),
      m_before(new QComboBox), m_after(new QComboBox), m_afterField(nullptr), m_map(new MapPane(desk.seatMap())), m_count(new TextLabel({}, TextScale::Heading)),
      m_places(new TextLabel({}, TextScale::Caption, Tone::Muted)), m_found(new QStackedWidget), m_nothing(new EmptyState(Glyph::CheckCircle)),
      m_list(new QListWidget), m_busy(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    column->addWidget(buildHead());
    m_pages->addWidget(m_alone);
    auto *comparison = new QWidget;
    auto *row = new QHBoxLayout(comparison);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kTwoSteps);
    m_map->setPrintable(false);
    m_map->setLegend(new PlaceMarkLegend);
    m_map->setLegendVisible(true);
    m_map->view()->setAccessibleName(tr("Map of the later version"));
    row->addWidget(m_map, 1);
    row->addWidget(buildDifferences());
    m_pages->addWidget(comparison);
    column->addWidget(m_pages, 1);
    m_busy = new BusyOverlay(this);
    connect(&m_desk, &VersionDesk::stateChanged, this, &VersionsPane::showState);
    showState();
}

QWidget *VersionsPane::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kTwoSteps);
    row->addWidget(m_name, 1);
    row->addWidget(buildChoice());
    m_close->setObjectName(QStringLiteral("closeVersions"));
    connect(m_close, &QToolButton::clicked, &m_desk, &VersionDesk::close);
    row->addWidget(m_close, 0, Qt::AlignTop);
    return head;
}

QWidget *VersionsPane::buildChoice()
{
    auto *choice = new QWidget;
    auto *row = new QHBoxLayout(choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kTwoSteps);
    m_before->setObjectName(QStringLiteral("versionBefore"));
    m_after->setObjectName(QStringLiteral("versionAfter"));
    m_afterField = new FormField(tr("&After"), m_after);
    row->addWidget(new FormField(tr("&Before"), m_before));
    row->addWidget(m_afterField);
    for (QComboBox *box : {m_before, m_after}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::activated, this, &VersionsPane::choose);
    }
    return choice;
}

QWidget *VersionsPane::buildDifferences()
{
    auto *card = new Card;
    card->setFixedWidth(kListWidth);
    QVBoxLayout *body = card->body();
    body->addWidget(m_count->wrapped());
    body->addWidget(m_places->wrapped());
    m_list->setObjectName(QStringLiteral("differences"));
    showAsNotes(*m_list);
    m_list->setAccessibleName(tr("What differs"));
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsPane::goTo);
    connect(m_list, &QListWidget::itemClicked, this, [this] { goTo(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { goTo(m_list->currentRow()); });
    m_found->addWidget(m_nothing);
    m_found->addWidget(m_list);
    body->addWidget(m_found, 1);
    return card;
}

void VersionsPane::showState()
{
    const bool ready = m_desk.state() == VersionDesk::State::Ready;
    if (m_desk.state() == VersionDesk::State::Loading)
        m_busy->start(tr("Comparing…"));
    else
        m_busy->stop();
    if (!m_desk.isOpen())
        return m_list->clear();
    m_name->setText(m_desk.isOfFile() ? tr("What would change of %1").arg(isolated(m_desk.planName())) : tr("Versions of %1").arg(isolated(m_desk.planName())));
    m_alone->setContent(tr("Only one version so far"), tr("Each time the plan is published there is one more, to be compared with those before."));
    const bool isAlone = m_desk.state() == VersionDesk::State::Alone;
    m_pages->setCurrentIndex(isAlone ? 0 : 1);
    fillChoice();
    if (ready)
        fillDifferences();
    // Who goes through the versions with the keyboard stays there.
    if ((ready || isAlone) && !m_before->hasFocus() && !m_after->hasFocus())
        (isAlone ? static_cast<QWidget *>(m_close) : ready && m_list->count() > 0 ? static_cast<QWidget *>(m_list) : m_before)->setFocus();
}

QString VersionsPane::wordsOf(const PlanVersion &version) const
{
    const QDateTime when = inZone(version.publishedAt, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    return tr("Version %1, %2").arg(version.ref.version).arg(locale().toString(when, QLocale::ShortFormat));
}

void VersionsPane::fillChoice()
{
    const bool isShown = m_desk.before() != 0;
    for (const auto &[box, chosen] : {std::pair {m_before, m_desk.before()}, std::pair {m_after, m_desk.after()}}) {
        const QSignalBlocker blocker(box);
        box->clear();
        if (box == m_after && m_desk.isOfFile()) {
            box->addItem(m_desk.fileName(), 0);
        } else {
            for (const PlanVersion &version : m_desk.versions().rows())
                box->addItem(wordsOf(version), version.ref.version);
        }
        box->setCurrentIndex(box->findData(chosen));
    }
    m_before->setEnabled(isShown);
    m_after->setEnabled(isShown && !m_desk.isOfFile());
}

void VersionsPane::choose()
{
    m_desk.choose(m_before->currentData().toInt(), m_after->currentData().toInt());
}

void VersionsPane::fillDifferences()
{
    const PlanReview &review = m_desk.review();
    const QSignalBlocker blocker(m_list);
    const SeatMapTheme theme = SeatMapTheme::fromPalette(palette(), font());
    m_list->clear();
    for (const DifferenceGroup &group : review.groups()) {
        auto *item = new QListWidgetItem(differenceTitle(group) + QLatin1Char('\n') + differenceDetail(group, review, locale()), m_list);
        item->setIcon(QIcon(placeSign(differenceMark(group), kSignSize, devicePixelRatioF(), theme)));
    }
    m_list->setCurrentIndex({}); // else the list chooses its first entry when it gets the focus
    const int seats = review.differentSeats();
    m_count->setText(review.groups().isEmpty() ? tr("No difference") : seats == 0 ? tr("Areas differ") : seats == 1 ? tr("1 seat differs") : tr("%Ln seats differ", nullptr, seats));
    m_places->setText(tr("%1 places before, %2 after").arg(locale().toString(placeCount(review.before().plan())), locale().toString(m_desk.seatMap().placeCount())));
    m_nothing->setContent(tr("Nothing that is sold differs"), tr("Seats, areas, their names and their categories are the same. Drawings and captions may not be."));
    m_found->setCurrentIndex(review.groups().isEmpty() ? 0 : 1);
    m_map->view()->setMarks(review.marks());
}

void VersionsPane::goTo(int row)
{
    if (m_desk.state() != VersionDesk::State::Ready)
        return;
    const PlanReview &review = m_desk.review();
    const bool isEntry = row >= 0 && row < review.groups().size();
    m_map->view()->pointOutMarks(isEntry ? review.marksOf(review.groups().at(row)) : QList<qint32>());
    if (!isEntry)
        m_map->view()->fit();
}

void VersionsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_list->currentRow() >= 0)
        m_list->setCurrentRow(-1);
    else
        m_desk.close();
}

void VersionsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_desk.state() != VersionDesk::State::Ready)
        return;
    const SeatMapTheme theme = SeatMapTheme::fromPalette(palette(), font());
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setIcon(QIcon(placeSign(differenceMark(m_desk.review().groups().at(row)), kSignSize, devicePixelRatioF(), theme)));
}

} // namespace parterre::ui
