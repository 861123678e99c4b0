// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatfindermodel.h"
#include "app/widgets/card.h"

#include <QList>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace parterre::ui {

class OfferButton;
class TextLabel;

// "Four seats, stalls": asks the finder and shows what it offers. The arrow keys go from offer to offer, Enter takes the
// seats, Escape leaves them. The map is another way to the same cart; neither has to come first.
class FinderPanel : public Card
{
    Q_OBJECT
public:
    // Both outlive the panel.
    FinderPanel(SeatFinderModel &finder, EventModel &event, QWidget *parent = nullptr);

    void setSize(qint32 size);
    // Puts the keyboard on the offers where there are any, else on the number of seats.
    void enter();

Q_SIGNALS:
    // The button was pressed; whoever may buy is to call find().
    void findRequested();
    void takeRequested();
    void left();

public Q_SLOTS:
    void find();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildWish();
    void buildOffers();
    void fillChoices();
    void limitSize();
    void showHeldBack();
    void ask();
    void sync();
    void showOffers();
    [[nodiscard]] QString verdict() const;

    SeatFinderModel &m_finder;
    bool m_awaited = false; // the keyboard follows to what is found
    EventModel &m_event;
    QSpinBox *m_size;
    QComboBox *m_category;
    QComboBox *m_wheelchairs;
    QCheckBox *m_heldBack; // there is something of it, and the person knows
    QPushButton *m_find;
    QWidget *m_result;
    TextLabel *m_verdict;
    QList<OfferButton *> m_offers;
    QPushButton *m_take;
    QToolButton *m_close;
};

} // namespace parterre::ui
