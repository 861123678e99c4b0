// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/venue.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace parterre::ui {

class FormField;

// A house: its name, address and time zone. Tells what the clock there shows; judges nothing else.
class VenueForm : public QWidget
{
    Q_OBJECT
public:
    explicit VenueForm(QWidget *parent = nullptr);

    void show(const Venue &venue, Instant now);
    // Without space around its texts. The zone is empty as long as what is typed is none.
    [[nodiscard]] VenueDefinition definition() const;

Q_SIGNALS:
    void edited();

private:
    void fillZones();
    [[nodiscard]] QString zone() const;
    void showClock();

    QLineEdit *m_name;
    QLineEdit *m_address;
    QComboBox *m_zone;
    FormField *m_zoneField; // has it
    QString m_stored;       // zone of the house that is shown
    Instant m_now = {};
};

} // namespace parterre::ui
