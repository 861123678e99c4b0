// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/desk/designdesk.h"
#include "app/designer/tools/drawing.h"
#include "app/state/venuelistmodel.h"
#include "app/widgets/icon.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace parterre {
class DesignView;
} // namespace parterre

namespace parterre::ui {

class BusyOverlay;
class CategoryPanel;
class DesignerActions;
class ElidedLabel;
class HousePanel;
class KeptChoice;
class MessageBanner;
class PictureTracing;
class Prompter;
class TemplatePage;
class ToolPalette;

// Where a house is drawn: tools at one side, the drawing, and what is known of it at the other.
class DesignerScreen : public QWidget
{
    Q_OBJECT

public:
    // All of them outlive the screen.
    DesignerScreen(DesignDesk &desk, VenueListModel &venues, Prompter &prompter, QWidget *parent = nullptr);

    [[nodiscard]] DesignView *view() const { return m_view; }
    // Asks first where something would be lost.
    void leave();

Q_SIGNALS:
    void backRequested();
    // There is none yet that the plan could be for.
    void venuesRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildWork();
    QWidget *buildSide();
    QWidget *buildFoot();
    void connectDesk();
    void connectDrawing();
    QAbstractButton *addTab(Glyph glyph, const QString &name, QWidget *page);
    void showState();
    void showCounts();
    void changeOptions(const std::function<void(DrawingOptions &)> &change);
    void publish(bool overwrite);
    void onPublishFailed(const Error &error);
    void selectCategory(const QString &key);
    void showTab(int index);
    void showChecks();
    void goToCheck(const CheckEntry &entry);
    void askToPublish();
    void openNumbering();
    void save();
    void onConflict(const Draft &newer, const std::optional<Design> &theirs);
    [[nodiscard]] std::optional<VenueId> chosenVenue();

    DesignDesk &m_desk;
    VenueListModel &m_venues;
    Prompter &m_prompter;
    MessageBanner *m_banner;
    QLineEdit *m_name;
    KeptChoice *m_venue;
    QPushButton *m_save;
    QPushButton *m_publish;
    QPushButton *m_arrange;
    QPushButton *m_numbers;
    ElidedLabel *m_facts;
    ElidedLabel *m_hint;
    ElidedLabel *m_position;
    DesignView *m_view;
    ToolPalette *m_palette;
    CategoryPanel *m_categories;
    HousePanel *m_house;
    QStackedWidget *m_work;   // what to begin with, or the drawing
    QStackedWidget *m_pages;  // of the side
    QButtonGroup *m_tabs;
    QAbstractButton *m_checksTab = nullptr;
    DesignerActions *m_actions;
    PictureTracing *m_tracing;
    BusyOverlay *m_busy;
    int m_shownWork = 0; // of m_work
};

} // namespace parterre::ui
