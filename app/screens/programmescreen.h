// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/discountdesk.h"
#include "app/state/eventdesk.h"
#include "app/state/refunddesk.h"
#include "app/state/seriesdesk.h"
#include "app/state/showtimedesk.h"

#include <QWidget>

class QCheckBox;
class QListView;
class QPushButton;
class QStackedWidget;

namespace parterre::ui {

class BusyOverlay;
class ElidedLabel;
class EmptyState;
class EventForm;
class MessageBanner;
class PosterPictures;
class Prompter;
class RefundPanel;
class SearchField;

// The programme, for those who manage it: all events with drafts, and the one that is worked on beside them, or its refunds
// when it is cancelled. What is not saved is asked about before it is left.
class ProgrammeScreen : public QWidget
{
    Q_OBJECT
public:
    // All of them outlive it.
    ProgrammeScreen(EventDesk &desk, RefundDesk &refunds, SeriesDesk &series, ShowtimeDesk &showtimes, DiscountDesk &discounts, VenueListModel &venues, PosterPictures &pictures, Prompter &prompter, QWidget *parent = nullptr);

    // Goes on when nothing is unsaved, or once somebody says that it may be lost.
    void leave(const std::function<void()> &go);

Q_SIGNALS:
    // No house has a plan yet.
    void plansRequested();

private:
    QWidget *buildList();
    QWidget *buildEvent();
    void connectDesk();
    void choose(const QModelIndex &index);
    void showChosen();
    void showState();
    void showBusy();
    void showButtons();
    void onEdited();
    // Whether there are none; else they are shown, until they are gone.
    [[nodiscard]] bool passes(EventDesk::Action action);
    void showSeries();
    void startNew();
    void startSeries();
    void openShowtimes();
    void openDiscounts();
    void onSeriesMade(SeriesId series, int events);
    void act(EventDesk::Action action);
    void askToDelete();
    void askToCancel(const EventSales &sales, const std::optional<SeriesSales> &later);
    void onDatesCancelled();
    void onDone(EventDesk::Action action);
    void onPosterChanged();
    void onPosterFailed(const Error &error);
    void onFailed(const Error &error);

    EventDesk &m_desk;
    SeriesDesk &m_series;
    ShowtimeDesk &m_showtimes;
    DiscountDesk &m_discounts;
    VenueListModel &m_venues;
    Prompter &m_prompter;
    MessageBanner *m_banner;
    SearchField *m_search;
    QCheckBox *m_past;
    QCheckBox *m_ofSeries; // only the events of the open one's series
    QPushButton *m_several;
    QListView *m_list;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    EventForm *m_form;
    RefundPanel *m_refunds;
    QStackedWidget *m_bodies; // the form, or the refunds
    QPushButton *m_save;
    QPushButton *m_publish; // or resumes
    QPushButton *m_pause;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    QPushButton *m_delete;
    BusyOverlay *m_busy;
    std::optional<EventDesk::Action> m_refused; // for the problems that are shown
};

} // namespace parterre::ui
