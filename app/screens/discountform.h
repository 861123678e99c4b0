// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/discountchoices.h"
#include "shared/domain/event.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace parterre::ui {

class AmountSpin;
class BundleParts;
class FormField;
class KeyChoice;
class OptionalTime;
class ShareSpin;
class TextLabel;

// One discount: what it takes off, and for whom. Judges nothing by itself.
class DiscountForm : public QWidget
{
    Q_OBJECT
public:
    // `event`: that is worked on; discounts may be for it alone, or for its series.
    // The choices outlive it.
    DiscountForm(DiscountChoices &choices, const std::optional<Event> &event, QWidget *parent = nullptr);

    void show(const Discount &discount, Instant now);
    // That the house's events are sold in: amounts that are for no single event are in one of these.
    void setCurrencies(const QList<Currency> &currencies);
    [[nodiscard]] Discount discount() const;
    // So many bookings use its code already; said until something else is entered.
    void markUses(qint64 uses);
    [[nodiscard]] static QString wordOf(DiscountKind kind);

Q_SIGNALS:
    void edited();

private:
    enum class Scope { House, Series, Event };

    void fillScopes(const std::optional<Event> &event);
    void fillCurrencies();
    void syncScope();
    [[nodiscard]] QLayout *buildAmount();
    // Nothing: nobody has chosen one.
    [[nodiscard]] std::optional<Currency> currency() const;
    // Whether it is for what is worked on: that event, or its series.
    [[nodiscard]] bool isForEvent() const;
    void buildGrid();
    void syncKind();
    void askChoices();
    void showChoices();
    void connectFields();
    [[nodiscard]] DiscountKind kind() const;

    DiscountChoices &m_choices;
    Discount m_shown;
    std::optional<EventId> m_event;
    std::optional<SeriesId> m_series;
    std::optional<Currency> m_eventCurrency; // of the event that is worked on, if it has prices
    QString m_eventZone;
    QList<Currency> m_currencies;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QComboBox *m_way; // percent or amount
    ShareSpin *m_share;
    QWidget *m_amountRow;
    AmountSpin *m_amount;
    QComboBox *m_currency;
    QComboBox *m_scope;
    KeyChoice *m_types;
    KeyChoice *m_categories;
    OptionalTime *m_from;
    OptionalTime *m_until;
    TextLabel *m_zone; // whose clock the two show
    QLineEdit *m_code;
    QSpinBox *m_maxUses;
    FormField *m_usesField = nullptr; // has it
    QSpinBox *m_maxTickets;
    QSpinBox *m_minTickets;
    QSpinBox *m_firstTickets;
    BundleParts *m_parts;
    QSpinBox *m_minEvents;
    QList<std::pair<FormField *, DiscountKind>> m_ofKinds; // fields that belong to one kind
};

} // namespace parterre::ui
