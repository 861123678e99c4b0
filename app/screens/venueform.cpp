// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/venueform.h"

#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/tones.h"
#include "shared/core/localtime.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

// As people read and type it.
QString spaced(QString zone)
{
    return zone.replace(u'_', u' ');
}

// Those that name a place, in the order of the alphabet.
QStringList zonesOfPlaces()
{
    QStringList zones;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        const QString zone = QString::fromUtf8(id);
        if (zone.contains(u'/') && !zone.startsWith(QStringLiteral("Etc/")) && !zone.startsWith(QStringLiteral("SystemV/")))
            zones.append(zone);
    }
    zones.sort();
    return zones;
}

} // namespace

VenueForm::VenueForm(QWidget *parent) : QWidget(parent), m_name(new QLineEdit), m_address(new QLineEdit), m_zone(new QComboBox), m_zoneField(new FormField(tr("&Time zone"), m_zone))
{
    m_name->setObjectName(QStringLiteral("venueName"));
    m_name->setMaxLength(VenueLimits::kNameLength);
    m_address->setObjectName(QStringLiteral("venueAddress"));
    m_address->setMaxLength(VenueLimits::kAddressLength);
    m_zone->setObjectName(QStringLiteral("venueZone"));
    fillZones();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(new FormField(tr("&Name"), m_name));
    column->addWidget(new FormField(tr("&Address"), m_address, tr("As people are to read it: street and town.")));
    column->addWidget(m_zoneField);
    setFocusProxy(m_name);
    for (const QLineEdit *line : {m_name, m_address})
        connect(line, &QLineEdit::textChanged, this, &VenueForm::edited);
    connect(m_zone, &QComboBox::currentTextChanged, this, [this] {
        showClock();
        Q_EMIT edited();
    });
}

// That of this computer first; what is typed finds the others by any part of them.
void VenueForm::fillZones()
{
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    const QString here = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    QStringList zones = zonesOfPlaces();
    if (isTimeZoneName(here)) {
        zones.removeOne(here);
        zones.prepend(here);
    }
    for (const QString &zone : zones)
        m_zone->addItem(spaced(zone), zone);
    m_zone->lineEdit()->setMaxLength(VenueLimits::kTimeZoneLength);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->popup()->setAccessibleName(tr("Time zones that match"));
}

void VenueForm::show(const Venue &venue, Instant now)
{
    m_now = now;
    m_stored = venue.version > 0 ? venue.timeZone : QString();
    m_name->setText(venue.name);
    m_address->setText(venue.address);
    // One that is not in the list here is kept all the same.
    const int known = m_zone->findData(venue.timeZone);
    m_zone->setCurrentIndex(known);
    if (known < 0)
        m_zone->setEditText(spaced(venue.timeZone));
    showClock();
}

VenueDefinition VenueForm::definition() const
{
    return {.name = m_name->text().trimmed(), .address = m_address->text().trimmed(), .timeZone = zone()};
}

QString VenueForm::zone() const
{
    const QString typed = m_zone->currentText().trimmed();
    if (!m_stored.isEmpty() && typed == spaced(m_stored))
        return m_stored;
    const int listed = m_zone->findText(typed, Qt::MatchFixedString); // in any case
    if (listed >= 0)
        return m_zone->itemData(listed).toString();
    const QString name = QString(typed).replace(u' ', u'_');
    return isTimeZoneName(name) ? name : QString();
}

void VenueForm::showClock()
{
    const QString chosen = zone();
    m_zoneField->setError(chosen.isEmpty() && !m_zone->currentText().isEmpty() ? tr("No time zone is called that. Type a large town near the house and choose from the list.") : QString());
    m_zoneField->setHint(chosen.isEmpty() ? tr("Type a large town near the house.") : tr("It is %1 there now.").arg(isolated(formatTime(m_now, chosen, locale()))));
}

} // namespace parterre::ui
