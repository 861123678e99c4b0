// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/eventlistscreen.h"

#include "app/screens/daterange.h"
#include "app/screens/listpreferences.h"
#include "app/widgets/cardpainting.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/dayspan.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/eventcarddelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/posterpictures.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/spinner.h"
#include "app/widgets/spokenmodel.h"
#include "app/widgets/textlabel.h"
#include "shared/core/utctime.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace parterre::ui {
namespace {

constexpr int kSearchWidth = 360;
constexpr int kWidestVenue = 240;
constexpr int kNarrowestSearch = 240;
constexpr std::array kParties {1, 2, 3, 4, 5, 6, 8, 10};
constexpr int kSpinnerSide = 40;
constexpr int kShortestVenue = 6; // letters, where the window is narrow
constexpr int kBetweenDays = static_cast<int>(DateChoice::Month) + 1; // beside those that need no calendar
constexpr int kDaysAhead = 6; // that are offered then

EventSummary summaryOf(const QModelIndex &index)
{
    return index.data(EventListModel::SummaryRole).value<EventSummary>();
}

} // namespace

EventListScreen::EventListScreen(EventListModel &events, VenueListModel &venues, PosterPictures &pictures, ListPreferences &preferences, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_events(events), m_venues(venues), m_pictures(pictures), m_preferences(preferences), m_clock(clock), m_search(new SearchField(tr("Search by name or venue"))),
      m_dates(new ChoiceBar(tr("When"))), m_days(new DaySpan), m_venue(new QComboBox), m_category(new QComboBox), m_party(new QComboBox), m_order(new QComboBox),
      m_upper(new QHBoxLayout), m_lower(new QHBoxLayout), m_choices(new QHBoxLayout), m_count(new TextLabel({}, TextScale::Body, Tone::Muted)), m_pages(new QStackedWidget), m_list(new QListView),
      m_empty(new EmptyState(Glyph::Calendar)), m_loading(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(buildHead());
    column->addWidget(buildFilters());
    column->addWidget(m_pages, 1);
    buildList();
    auto *loading = new QVBoxLayout(m_loading);
    loading->addWidget(new Spinner(kSpinnerSide), 0, Qt::AlignCenter);
    for (QWidget *page : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_empty), m_loading})
        m_pages->addWidget(page);

    connect(&m_events, &EventListModel::loadStateChanged, this, &EventListScreen::showState);
    connect(&m_events, &QAbstractItemModel::modelReset, this, &EventListScreen::showState);
    connect(&m_events, &QAbstractItemModel::rowsInserted, this, &EventListScreen::showState);
    connect(&m_venues, &VenueListModel::loadStateChanged, this, [this] {
        fillVenues();
        if (m_venues.loadState() == LoadState::Ready)
            applyFilter(); // by their clocks
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_events.loadState() == LoadState::Failed)
            m_events.refresh();
        else
            resetFilter();
    });
    fillVenues();
    applyFilter();
    showState();
}

QWidget *EventListScreen::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kTwoSteps);
    row->addWidget(new TextLabel(tr("Events"), TextScale::Title));
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_order);
    m_search->setMinimumWidth(kNarrowestSearch);
    m_search->setMaximumWidth(kSearchWidth);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &EventListScreen::applyFilter);
    connect(m_search, &SearchField::leaveDownward, this, [this] {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_list->model()->index(0, 0));
    });
    return head;
}

QWidget *EventListScreen::buildFilters()
{
    auto *filters = new QWidget;
    auto *rows = new QVBoxLayout(filters);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kStep);
    for (QHBoxLayout *row : {m_upper, m_lower, m_choices})
        row->setSpacing(kTwoSteps);
    rows->addLayout(m_upper);
    rows->addLayout(m_lower);
    m_dates->addChoice(static_cast<int>(DateChoice::Upcoming), tr("All dates"));
    m_dates->addChoice(static_cast<int>(DateChoice::Today), tr("Today"));
    m_dates->addChoice(static_cast<int>(DateChoice::Weekend), tr("Weekend"));
    m_dates->addChoice(static_cast<int>(DateChoice::Month), tr("This month"));
    m_dates->addChoice(kBetweenDays, tr("From … to"));
    m_venue->setAccessibleName(tr("Venue"));
    m_category->setAccessibleName(tr("Kind of event"));
    m_category->addItem(tr("All kinds"));
    for (const EventCategory category : {EventCategory::Movie, EventCategory::Concert, EventCategory::Play, EventCategory::Sport, EventCategory::Other})
        m_category->addItem(categoryName(category), static_cast<int>(category));
    buildChoices();
    m_venue->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_venue->setMinimumContentsLength(kShortestVenue);
    m_venue->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_venue->setMaximumWidth(kWidestVenue);
    m_upper->addWidget(m_dates);
    m_upper->addStretch();
    m_upper->addLayout(m_choices, 1);
    m_lower->addWidget(m_days); // before the others, for the Tab key too
    m_lower->addStretch();
    m_choices->addWidget(m_venue, 1);
    for (QComboBox *choice : {m_category, m_party}) {
        choice->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_choices->addWidget(choice);
    }
    connect(m_dates, &ChoiceBar::chosen, this, &EventListScreen::onDatesChosen);
    connect(m_days, &DaySpan::edited, this, &EventListScreen::applyFilter);
    connect(m_venue, &QComboBox::currentIndexChanged, this, &EventListScreen::applyFilter);
    connect(m_category, &QComboBox::currentIndexChanged, this, &EventListScreen::applyFilter);
    return filters;
}

// What is remembered from the last time.
void EventListScreen::buildChoices()
{
    m_party->setAccessibleName(tr("How many seats"));
    m_party->setToolTip(tr("Only events with so many free seats"));
    m_party->addItem(icon(Glyph::Seat), tr("Any number"), 0);
    for (const int size : kParties)
        m_party->addItem(icon(Glyph::Seat), size == 1 ? tr("For 1 person") : tr("For %n people", nullptr, size), size);
    m_party->setCurrentIndex(std::max(0, m_party->findData(m_preferences.partySize())));
    m_order->setAccessibleName(tr("Order"));
    for (const auto &[order, text] : {std::pair {EventSort::Start, tr("Soonest first")}, std::pair {EventSort::Name, tr("By name")},
                                      std::pair {EventSort::Price, tr("Cheapest first")}, std::pair {EventSort::Free, tr("Most free seats first")}})
        m_order->addItem(text, static_cast<int>(order));
    m_order->setCurrentIndex(std::max(0, m_order->findData(static_cast<int>(m_preferences.eventOrder()))));
    connect(m_party, &QComboBox::currentIndexChanged, this, [this] {
        m_preferences.setPartySize(m_party->currentData().toInt());
        applyFilter();
    });
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        m_preferences.setEventOrder(static_cast<EventSort>(m_order->currentData().toInt()));
        applyFilter();
    });
}

// Beside the dates, or below them where these would have to be squeezed: in some languages their words are long.
void EventListScreen::placeChoices()
{
    const int room = width() - 2 * kThreeSteps;
    QHBoxLayout *row = m_dates->sizeHint().width() + kTwoSteps + m_choices->minimumSize().width() <= room ? m_upper : m_lower;
    if (m_choices->parent() == row)
        return;
    (row == m_upper ? m_lower : m_upper)->removeItem(m_choices);
    if (row == m_upper)
        row->addLayout(m_choices, 1);
    else
        row->insertLayout(1, m_choices, 1); // before what is left
}

void EventListScreen::buildList()
{
    m_list->setModel(new SpokenModel(m_events, [](const QModelIndex &index) { return EventCardDelegate::spokenText(summaryOf(index), QLocale()); }, this));
    m_list->setItemDelegate(new EventCardDelegate(summaryOf, m_pictures, m_list));
    showAsCards(*m_list);
    m_list->viewport()->setCursor(Qt::PointingHandCursor);
    m_list->setAccessibleName(tr("Events"));
    m_list->setObjectName(QStringLiteral("events"));
    connect(&m_pictures, &PosterPictures::arrived, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_list, &QListView::clicked, this, &EventListScreen::open);
    connect(m_list, &QListView::activated, this, &EventListScreen::open);
}

void EventListScreen::open(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT eventChosen(summaryOf(index).id);
}

void EventListScreen::fillVenues()
{
    const QSignalBlocker quiet(m_venue);
    const QVariant chosen = m_venue->currentData();
    m_venue->clear();
    m_venue->addItem(tr("All venues"));
    for (const Venue &venue : m_venues.rows())
        m_venue->addItem(isolated(venue.name), venue.id.uuid());
    m_venue->setCurrentIndex(std::max(0, m_venue->findData(chosen)));
}

// Whose days are meant: those of the venue, or where all of them have the same clock. Else the viewer's.
QTimeZone EventListScreen::zone() const
{
    QStringList zones;
    for (const Venue &venue : m_venues.rows()) {
        const bool isMeant = !m_venue->currentData().isValid() || m_venue->currentData().toUuid() == venue.id.uuid();
        if (isMeant && !zones.contains(venue.timeZone))
            zones.append(venue.timeZone);
    }
    const QTimeZone zone(zones.size() == 1 ? zones.constFirst().toUtf8() : QByteArray());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

// The days are offered anew each time: a till is open for weeks.
void EventListScreen::onDatesChosen(int choice)
{
    if (choice == kBetweenDays && m_days->isHidden()) {
        const QDate today = toDateTime(m_clock.utcNow()).toTimeZone(zone()).date();
        m_days->setDays(today, today.addDays(kDaysAhead));
    }
    applyFilter();
}

void EventListScreen::applyFilter()
{
    const bool isBetween = m_dates->current() == kBetweenDays;
    const DateRange range = isBetween ? dateRange(m_days->first(), m_days->last(), zone())
                                      : dateRange(static_cast<DateChoice>(m_dates->current()), m_clock.utcNow(), zone(), locale());
    m_days->setVisible(isBetween);
    EventFilter filter {.text = m_search->text().trimmed(), .from = range.from, .to = range.to};
    if (const QVariant venue = m_venue->currentData(); venue.isValid())
        filter.venue = VenueId(venue.toUuid());
    if (const QVariant category = m_category->currentData(); category.isValid())
        filter.category = static_cast<EventCategory>(category.toInt());
    filter.minFree = m_party->currentData().toInt();
    filter.sort = static_cast<EventSort>(m_order->currentData().toInt());
    m_events.setFilter(filter);
}

void EventListScreen::resetFilter()
{
    m_search->clear();
    m_dates->setCurrent(static_cast<int>(DateChoice::Upcoming));
    m_venue->setCurrentIndex(0);
    m_category->setCurrentIndex(0);
    m_party->setCurrentIndex(0);
    applyFilter();
}

void EventListScreen::showState()
{
    const int rows = m_events.rowCount();
    if (rows == 0)
        m_count->clear();
    else if (m_events.canFetchMore({}))
        m_count->setText(tr("the first %n", nullptr, rows));
    else
        m_count->setText(rows == 1 ? tr("1 event") : tr("%n events", nullptr, rows));
    if (rows > 0) {
        m_pages->setCurrentWidget(m_list);
        return;
    }
    switch (m_events.loadState()) {
    case LoadState::Failed:
        m_empty->setGlyph(Glyph::WifiOff);
        m_empty->setContent(tr("The events could not be read"), errorText(*m_events.error()), tr("Try again"));
        m_pages->setCurrentWidget(m_empty);
        break;
    case LoadState::Ready:
        m_empty->setGlyph(Glyph::Calendar);
        m_empty->setContent(tr("No events found"), tr("Nothing matches the search. Look at all dates, venues and kinds, for any number of seats."), tr("Show all events"));
        m_pages->setCurrentWidget(m_empty);
        break;
    case LoadState::Empty:
    case LoadState::Loading: m_pages->setCurrentWidget(m_loading); break;
    }
}

void EventListScreen::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeChoices();
}

void EventListScreen::focusInEvent(QFocusEvent *)
{
    if (m_events.rowCount() > 0 && m_list->currentIndex().isValid())
        m_list->setFocus();
    else
        m_search->setFocus();
}

} // namespace parterre::ui
