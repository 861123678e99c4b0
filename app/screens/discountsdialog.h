// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/discountdesk.h"
#include "shared/domain/event.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace parterre::ui {

class BusyOverlay;
class DiscountForm;
class MessageBanner;
class Prompter;

// The discounts of the house: a list, and the one that is worked on beside it.
class DiscountsDialog : public QDialog
{
    Q_OBJECT
public:
    // Desk and prompter outlive it. `event`: that is worked on, if any.
    DiscountsDialog(DiscountDesk &desk, Prompter &prompter, const std::optional<Event> &event, QWidget *parent = nullptr);

private:
    QWidget *buildList();
    QWidget *buildForm();
    void connectDesk();
    void showDiscount(const Discount &discount);
    void choose(const QModelIndex &index);
    void syncButtons();
    void askToRemove();

    DiscountDesk &m_desk;
    Prompter &m_prompter;
    Discount m_open; // as it is stored, or new
    MessageBanner *m_banner;
    QListView *m_list;
    DiscountForm *m_form;
    QPushButton *m_save;
    QPushButton *m_remove;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
