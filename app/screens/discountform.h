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

// One discount: what it takes off, and for whom. Judges nothing by itself.
class DiscountForm : public QWidget
{
    Q_OBJECT
public:
    // `event`: that is worked on; discounts may be for it alone, or for its series.
    // The choices outlive it.
    DiscountForm(DiscountChoices &choices, const std::optional<Event> &event, QWidget *parent = nullptr);

    void show(const Discount &discount, Instant now);
    [[nodiscard]] Discount discount() const;
    // So many bookings use its code already; said until something else is entered.
    void markUses(qint64 uses);
    [[nodiscard]] static QString wordOf(DiscountKind kind);

Q_SIGNALS:
    void edited();

private:
    enum class Scope { House, Series, Event };

    void fillScopes(const std::optional<Event> &event);
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
    Currency m_currency; // of new amounts
    QLineEdit *m_name;
    QComboBox *m_kind;
    QComboBox *m_way; // percent or amount
    ShareSpin *m_share;
    AmountSpin *m_amount;
    QComboBox *m_scope;
    KeyChoice *m_types;
    KeyChoice *m_categories;
    OptionalTime *m_from;
    OptionalTime *m_until;
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
