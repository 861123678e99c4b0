// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/eventlistmodel.h"
#include "app/state/venuelistmodel.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QListView;
class QStackedWidget;

namespace parterre::ui {

class ChoiceBar;
class DaySpan;
class EmptyState;
class ListPreferences;
class PosterPictures;
class SearchField;
class TextLabel;

// What is on: search by word, date, venue, kind and free seats, an order, and a list that leads to an event. All of it works from the
// keyboard: type, arrow down, Enter.
class EventListScreen : public QWidget
{
    Q_OBJECT
public:
    // All of them outlive the screen.
    EventListScreen(EventListModel &events, VenueListModel &venues, PosterPictures &pictures, ListPreferences &preferences, const Clock &clock, QWidget *parent = nullptr);

    void resetFilter();

Q_SIGNALS:
    void eventChosen(EventId event);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFilters();
    void buildChoices();
    void placeChoices();
    void buildList();
    void fillVenues();
    [[nodiscard]] QTimeZone zone() const;
    void onDatesChosen(int choice);
    void applyFilter();
    void showState();
    void open(const QModelIndex &index);

    EventListModel &m_events;
    VenueListModel &m_venues;
    PosterPictures &m_pictures;
    ListPreferences &m_preferences;
    const Clock &m_clock;
    SearchField *m_search;
    ChoiceBar *m_dates;
    DaySpan *m_days;
    QComboBox *m_venue;
    QComboBox *m_category;
    QComboBox *m_party;
    QComboBox *m_order;
    QHBoxLayout *m_upper; // of the filters: the dates, and the choices where there is room
    QHBoxLayout *m_lower; // the days, and the choices otherwise
    QHBoxLayout *m_choices;
    TextLabel *m_count;
    QStackedWidget *m_pages;
    QListView *m_list;
    EmptyState *m_empty;
    QWidget *m_loading;
};

} // namespace parterre::ui
