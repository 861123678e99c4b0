// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/eventdesk.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace parterre::ui {

class Card;
class FormField;
class PosterField;
class PosterPictures;
class PriceGrid;
class PriceRulesForm;
class SaleRulesForm;
class TextLabel;

// Everything that is decided about an event, in sections. What is entered is the desk's at once; this judges nothing.
class EventForm : public QWidget
{
    Q_OBJECT
public:
    // All of them outlive it.
    EventForm(EventDesk &desk, VenueListModel &venues, PosterPictures &pictures, QWidget *parent = nullptr);

    // From the desk.
    void showAll();
    void showProblems(const QList<EventProblem> &problems);
    void setFocusOn(const EventProblem &problem);
    [[nodiscard]] QString timeZone() const; // of the house
    [[nodiscard]] PosterField &poster() { return *m_poster; }

private:
    Card *buildWhat();
    Card *buildWhen();
    Card *buildPrices();
    void showPlans();
    void edit();
    void chooseHouse();
    void choosePlan();
    [[nodiscard]] std::optional<Venue> house() const; // that has the plan
    [[nodiscard]] FormField *fieldOf(const EventProblem &problem) const;

    EventDesk &m_desk;
    VenueListModel &m_venues;
    bool m_showing = false;
    QString m_timeZone; // that the times are shown in
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    QComboBox *m_kind;
    PosterField *m_poster;
    QDateTimeEdit *m_start;
    QSpinBox *m_duration;
    QCheckBox *m_joins;
    QComboBox *m_house;
    QComboBox *m_plan;
    SaleRulesForm *m_rules;
    QComboBox *m_currency;
    PriceGrid *m_prices;
    PriceRulesForm *m_priceRules;
    FormField *m_nameField;
    FormField *m_descriptionField;
    FormField *m_startField;
    FormField *m_planField;
    TextLabel *m_priceError;
};

} // namespace parterre::ui
