// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/askpreferences.h"
#include "app/state/blockdesk.h"
#include "app/state/seatfindermodel.h"
#include "app/widgets/messagebanner.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace parterre {
class SeatMapPdf;
}

namespace parterre::ui {

class AreaPopover;
class BlocksPanel;
class CartDock;
class ElidedLabel;
class EventDetails;
class EmptyState;
class FinderPanel;
class MapPane;
class PosterPictures;
class Prompter;
class TextLabel;

// One event: what and when, its house live, and the cart beside it. A seat that is activated is held, or given back
// when it is mine, a table that is sold whole all at once; of an area people are asked how many. What comes of it is said here.
class EventScreen : public QWidget
{
    Q_OBJECT
public:
    struct Services {
        SessionModel &session;
        EventModel &event;
        SeatFinderModel &finder;
        CartModel &cart;
        BlockDesk &blocks;
        const Clock &clock;
        Prompter &prompter;
        AskPreferences &asks;
        PosterPictures &pictures;
    };

    // Everything named in `services` outlives the screen.
    explicit EventScreen(const Services &services, QWidget *parent = nullptr);
    ~EventScreen() override;

    // An event was opened for so many people, 0 if that is not known: how many comes first then, the map second.
    void expect(qint32 party);
    void setDetailsVisible(bool visible);
    void say(Severity severity, const QString &text);

Q_SIGNALS:
    void backRequested();
    void signInRequested();
    void bookRequested();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *buildHead();
    void showPoster();
    void showDetailsPanel(bool visible);
    void showBlocksPanel(bool visible);
    void connectBlocks();
    void holdHeldBack(qint32 seat);
    // Where work begins: at the number of seats when a group is expected, else on the map.
    void focusStart();
    void connectModels();
    void showDetails();
    void sayWhenNotOnSale();
    void showState();
    void onSeatActivated(qint32 seat);
    void onAreaActivated(qint32 area);
    void onAreaChosen(qint32 area, qint32 seats);
    void sayWhyNot(SeatLook look, qint32 seat);
    void hold(qint32 seat);
    [[nodiscard]] bool mayChoose();
    void takeOffer();
    void showOffer();
    void askForPdf();
    void savePdf(const QString &path);
    void onPdf(const Result<void> &written);
    void release(EventId event, qint32 place, const QString &label);
    // Does it at once, or after the person said so.
    void askFirst(Step step, const QString &title, const QString &text, const QString &verb, std::function<void()> act);

    Services m_services;
    QLabel *m_poster;
    ElidedLabel *m_name;
    ElidedLabel *m_when;
    TextLabel *m_live;
    QPushButton *m_about;
    QPushButton *m_blocksButton;
    MessageBanner *m_banner;
    QStackedWidget *m_pages;
    FinderPanel *m_finder;
    MapPane *m_map;
    AreaPopover *m_areas;
    QWidget *m_loading;
    EmptyState *m_failed;
    CartDock *m_dock;
    EventDetails *m_details;
    BlocksPanel *m_blocks;
    qint32 m_party = 0;
    std::unique_ptr<SeatMapPdf> m_pdf; // being written
};

} // namespace parterre::ui
