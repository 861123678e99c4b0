// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/icalendar.h"

#include "backend/calendar/calendarlines.h"
#include "backend/calendar/icalproperties.h"
#include "backend/calendar/recurrence.h"
#include "shared/core/utctime.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMap>
#include <QSet>
#include <QTimeZone>

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace parterre::calendar {

using namespace Qt::StringLiterals;

namespace {

constexpr qint32 kMostDates = 5'000;                   // of one rule, most of them over perhaps
constexpr std::chrono::seconds kRulesTime {4};         // for all rules of a file: some take seconds
constexpr std::chrono::hours kLookBack {24};

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

std::optional<LocalTime> localOf(const icaltimetype &time)
{
    const LocalTime local {.date = QDate(time.year, time.month, time.day), .time = time.is_date ? QTime(0, 0) : QTime(time.hour, time.minute, std::min(time.second, 59))};
    return local.date.isValid() && local.time.isValid() ? std::optional(local) : std::nullopt;
}

// A time as a clock of that zone shows it.
struct Moment {
    LocalTime local = {};
    QTimeZone zone = {};
    bool isDay = false;

    [[nodiscard]] Instant instant() const { return instantIn(zone, local); }
};

QString withoutEnd(const QString &rule, const LocalTime &last)
{
    QStringList parts;
    for (const QString &part : rule.split(u';', Qt::SkipEmptyParts)) {
        if (!part.startsWith("COUNT="_L1, Qt::CaseInsensitive) && !part.startsWith("UNTIL="_L1, Qt::CaseInsensitive))
            parts.append(part);
    }
    parts.append(u"UNTIL="_s + last.date.toString(u"yyyyMMdd"_s));
    return parts.join(u';');
}

class CalendarReader
{
public:
    CalendarReader(const CalendarLines &lines, const QTimeZone &zone, Instant now, ShowtimeCollector &collector)
        : m_lines(lines), m_house(zone), m_now(now), m_collector(collector)
    {
    }

    void read(icalcomponent *root)
    {
        gather(root);
        for (icalcomponent *event : m_events)
            sort(event);
        for (icalcomponent *event : m_events) {
            if (isSeries(event) && !m_passedOver.contains(event))
                m_series.insert(valueOf(event, ICAL_UID_PROPERTY));
        }
        for (icalcomponent *event : m_events) {
            if (isToldOf(event))
                continue;
            const std::optional<Moment> date = momentOf(event, ICAL_RECURRENCEID_PROPERTY);
            if (date && isOverriding(event))
                continue; // it comes with its series
            if (m_collector.isFull()) {
                m_collector.refuseMore(labelOf(event));
                return;
            }
            if (date)
                addEvent(event, *date); // of a series that is not in the file
            else
                addAll(event);
        }
    }

private:
    void gather(icalcomponent *parent)
    {
        if (icalcomponent_isa(parent) == ICAL_VEVENT_COMPONENT) {
            m_positions.insert(parent, static_cast<qsizetype>(m_events.size()));
            m_events.push_back(parent);
            return;
        }
        forEachComponent(parent, ICAL_VTIMEZONE_COMPONENT, [this](icalcomponent *zone) {
            forEachProperty(zone, ICAL_X_PROPERTY, [&](icalproperty *property) {
                if (qstricmp(icalproperty_get_x_name(property), "X-LIC-LOCATION") == 0)
                    m_places.insert(valueOf(zone, ICAL_TZID_PROPERTY), rawValue(property));
            });
        });
        forEachComponent(parent, ICAL_ANY_COMPONENT, [this](icalcomponent *child) { gather(child); });
    }

    // Of several states of the same the newest counts.
    void sort(icalcomponent *event)
    {
        const QString uid = valueOf(event, ICAL_UID_PROPERTY);
        const std::optional<Moment> date = momentOf(event, ICAL_RECURRENCEID_PROPERTY);
        if (uid.isEmpty() || (!date && isMisplaced(event)))
            return;
        icalcomponent *&kept = date ? m_overrides[uid][date->instant()] : m_masters[uid];
        const qint32 known = sequenceOf(kept).value_or(0);
        const qint32 sequence = sequenceOf(event).value_or(0);
        if (kept && sequence != known)
            m_passedOver.insert(sequence < known ? event : kept, ShowtimeCause::Outdated);
        else if (kept && date)
            m_passedOver.insert(kept, std::nullopt); // said twice: the later one counts
        if (!kept || sequence > known || (sequence == known && date))
            kept = event;
    }

    // Dates make it one, also when they cannot be read: it is known by its dates when they can.
    [[nodiscard]] static bool isSeries(icalcomponent *event)
    {
        return !icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY)
            && (icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) || icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY)
                || !unreadOf(event, "RRULE"_L1).isEmpty() || !unreadOf(event, "RDATE"_L1).isEmpty());
    }
    [[nodiscard]] bool isOverriding(icalcomponent *event) const { return m_series.contains(valueOf(event, ICAL_UID_PROPERTY)); }
    // It is for a date that cannot be read.
    [[nodiscard]] bool isMisplaced(icalcomponent *event)
    {
        return !unreadOf(event, "RECURRENCE-ID"_L1).isEmpty()
            || (icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) && !momentOf(event, ICAL_RECURRENCEID_PROPERTY));
    }

    // Whether it is not to be read, which is told.
    bool isToldOf(icalcomponent *event)
    {
        if (const auto passed = m_passedOver.constFind(event); passed != m_passedOver.constEnd()) {
            if (*passed)
                m_collector.report(**passed, labelOf(event));
            else
                m_collector.report(ShowtimeFault::Repeated, labelOf(event));
            return true;
        }
        if (!isMisplaced(event))
            return false;
        icalproperty *property = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
        const QString value = property ? rawValue(property) : unreadOf(event, "RECURRENCE-ID"_L1).constFirst();
        m_collector.lose(ShowtimeCause::DateUnreadable, whereIs(event, "RECURRENCE-ID"_L1, value), u"RECURRENCE-ID:"_s + value);
        return true;
    }

    // "line 12, Jazz", where the line is known.
    [[nodiscard]] QString whereIs(icalcomponent *event, QLatin1StringView property, const QString &value) const
    {
        const bool isKnown = !m_collector.isListFull() && m_lines.eventCount() == static_cast<qsizetype>(m_events.size());
        const qint32 line = isKnown ? m_lines.lineOf(m_positions.value(event), property, value) : 0;
        const QString label = labelOf(event);
        if (line == 0)
            return label;
        return label.isEmpty() ? u"line %1"_s.arg(line) : u"line %1, %2"_s.arg(line).arg(label);
    }

    // What an event without a name is called in a report.
    [[nodiscard]] static QString labelOf(icalcomponent *event)
    {
        const QString name = valueOf(event, ICAL_SUMMARY_PROPERTY);
        return name.isEmpty() ? valueOf(event, ICAL_UID_PROPERTY) : name;
    }

    QTimeZone zoneNamed(const QString &name, const QString &where)
    {
        const auto known = m_zones.constFind(name);
        if (known != m_zones.constEnd())
            return *known;
        QTimeZone zone = lookUp(name);
        for (qsizetype slash = name.indexOf(u'/'); !zone.isValid() && slash >= 0; slash = name.indexOf(u'/', slash + 1))
            zone = lookUp(name.sliced(slash + 1)); // "/vendor.example/Europe/Berlin"
        if (!zone.isValid())
            zone = lookUp(m_places.value(name));
        if (!zone.isValid()) {
            m_collector.report(ShowtimeFault::ZoneUnknown, where, name);
            zone = m_house;
        }
        m_zones.insert(name, zone);
        return zone;
    }

    static QTimeZone lookUp(const QString &name)
    {
        // Asked before it is made: a name that there is no zone of would be read as the rule of one.
        const QByteArray office = QTimeZone::windowsIdToDefaultIanaId(name.toUtf8());
        const QByteArray iana = office.isEmpty() ? name.toUtf8() : office;
        return QTimeZone::isTimeZoneIdAvailable(iana) ? QTimeZone(iana) : QTimeZone();
    }

    std::optional<Moment> momentOf(icalproperty *property, const icaltimetype &time, const QString &where)
    {
        const std::optional<LocalTime> local = localOf(time);
        if (!local)
            return std::nullopt;
        const char *zone = icalproperty_get_parameter_as_string(property, "TZID");
        Moment moment {.local = *local, .zone = m_house, .isDay = time.is_date != 0};
        if (icaltime_is_utc(time))
            moment.zone = QTimeZone::utc();
        else if (zone && !moment.isDay)
            moment.zone = zoneNamed(QString::fromUtf8(zone), where);
        return moment;
    }

    std::optional<Moment> momentOf(icalcomponent *event, icalproperty_kind kind)
    {
        icalproperty *property = icalcomponent_get_first_property(event, kind);
        const icalvalue *value = property ? icalproperty_get_value(property) : nullptr;
        if (!value)
            return std::nullopt;
        const icalvalue_kind isa = icalvalue_isa(value);
        if (isa == ICAL_DATE_VALUE)
            return momentOf(property, icalvalue_get_date(value), labelOf(event));
        return isa == ICAL_DATETIME_VALUE ? momentOf(property, icalvalue_get_datetime(value), labelOf(event)) : std::nullopt;
    }

    // Once for all dates of it.
    qint32 minutesOfEvent(icalcomponent *event, const Moment &start)
    {
        const auto known = m_minutes.constFind(event);
        return known != m_minutes.constEnd() ? *known : *m_minutes.insert(event, readMinutes(event, start));
    }

    qint32 readMinutes(icalcomponent *event, const Moment &start)
    {
        for (const QLatin1StringView name : {"DURATION"_L1, "DTEND"_L1}) {
            icalproperty *property = icalcomponent_get_first_property(event, name == "DTEND"_L1 ? ICAL_DTEND_PROPERTY : ICAL_DURATION_PROPERTY);
            const QStringList unread = unreadOf(event, name);
            if (!property && unread.isEmpty())
                continue;
            const QString value = property ? rawValue(property) : unread.constFirst();
            std::optional<std::chrono::seconds> length;
            if (property && name == "DURATION"_L1)
                length = durationOf(value);
            else if (const std::optional<Moment> end = momentOf(event, ICAL_DTEND_PROPERTY))
                length = std::chrono::floor<std::chrono::seconds>(end->instant() - start.instant());
            const std::optional<qint32> minutes = length ? minutesOf(*length) : std::nullopt;
            if (!minutes)
                m_collector.report(ShowtimeFault::DurationUnreadable, whereIs(event, name, value), value);
            return minutes.value_or(0);
        }
        return start.isDay ? static_cast<qint32>(std::chrono::minutes(std::chrono::hours(24)).count()) : 0;
    }

    [[nodiscard]] static std::optional<EventCategory> categoryOfEvent(icalcomponent *event)
    {
        std::optional<EventCategory> category;
        forEachProperty(event, ICAL_CATEGORIES_PROPERTY, [&](icalproperty *property) {
            if (!category)
                category = categoryOf(rawValue(property));
        });
        return category;
    }

    // `named`: as the rule has it, when it is one of several dates.
    void addEvent(icalcomponent *event, const std::optional<Moment> &named = {})
    {
        if (const std::optional<Moment> start = startOf(event, named))
            addAt(event, *start, start->instant(), named ? std::optional(named->instant()) : std::nullopt);
        else
            reportStart(event);
    }

    // What is called off may have been told by its date alone.
    std::optional<Moment> startOf(icalcomponent *event, const std::optional<Moment> &named)
    {
        const std::optional<Moment> start = momentOf(event, ICAL_DTSTART_PROPERTY);
        return start || !isCancelled(event) ? start : named;
    }

    [[nodiscard]] static bool isCancelled(icalcomponent *event) { return icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED; }

    void addAt(icalcomponent *event, const Moment &start, Instant at, const std::optional<Instant> &named)
    {
        const QString uid = valueOf(event, ICAL_UID_PROPERTY);
        icalcomponent *master = m_masters.value(uid);
        const bool cancelled = isCancelled(event);
        const auto textOfIt = [&](icalproperty_kind kind) {
            const QString text = valueOf(event, kind);
            return text.isEmpty() && cancelled && master ? valueOf(master, kind) : text;
        };
        m_collector.add({.uid = named && !uid.isEmpty() ? uid + u'#' + toIsoUtc(*named) : uid,
                         .name = textOfIt(ICAL_SUMMARY_PROPERTY),
                         .description = valueOf(event, ICAL_DESCRIPTION_PROPERTY),
                         .category = categoryOfEvent(event),
                         .start = at,
                         .durationMinutes = minutesOfEvent(event, start),
                         .hall = textOfIt(ICAL_LOCATION_PROPERTY),
                         .cancelled = cancelled,
                         .sequence = std::max(sequenceOf(event), sequenceOf(master))}, // a date of its own does not always follow its series
                        labelOf(event));
    }

    void reportStart(icalcomponent *event)
    {
        const QStringList unread = unreadOf(event, "DTSTART"_L1);
        icalproperty *property = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
        if (unread.isEmpty() && !property) {
            m_collector.lose(ShowtimeFault::StartMissing, labelOf(event));
            return;
        }
        const QString value = property ? rawValue(property) : unread.constFirst();
        m_collector.lose(ShowtimeFault::StartUnreadable, whereIs(event, "DTSTART"_L1, value), value);
    }

    // Of its dates: what is unread is there, but nobody knows when.
    void reportDates(icalcomponent *event)
    {
        for (const QString &rule : unreadOf(event, "RRULE"_L1))
            m_collector.lose(ShowtimeFault::RuleUnreadable, whereIs(event, "RRULE"_L1, rule), rule);
        for (const QString &date : unreadOf(event, "RDATE"_L1))
            m_collector.lose(ShowtimeCause::DateUnreadable, whereIs(event, "RDATE"_L1, date), u"RDATE:"_s + date);
        for (const QString &date : unreadOf(event, "EXDATE"_L1))
            m_collector.report(ShowtimeCause::DateUnreadable, whereIs(event, "EXDATE"_L1, date), u"EXDATE:"_s + date);
    }

    void addAll(icalcomponent *event)
    {
        const bool repeats = m_series.contains(valueOf(event, ICAL_UID_PROPERTY));
        const std::optional<Moment> start = momentOf(event, ICAL_DTSTART_PROPERTY);
        reportDates(event);
        if (!repeats || !start) {
            addEvent(event);
            return;
        }
        const QMap<Instant, icalcomponent *> overrides = m_overrides.value(valueOf(event, ICAL_UID_PROPERTY));
        const QList<Instant> dates = datesOf(event, *start);
        for (const Instant &date : dates) {
            const auto otherwise = overrides.constFind(date);
            if (otherwise == overrides.constEnd())
                addAt(event, *start, date, date);
            else
                addOverride(*otherwise, date);
        }
        // Of dates that the rule does not name, or that were moved from the past.
        for (auto otherwise = overrides.cbegin(); otherwise != overrides.cend(); ++otherwise) {
            const std::optional<Moment> moved = startOf(otherwise.value(), momentAt(otherwise.key()));
            if (!dates.contains(otherwise.key()) && moved && moved->instant() >= m_now - kLookBack)
                addOverride(otherwise.value(), otherwise.key());
        }
    }

    void addOverride(icalcomponent *event, Instant date)
    {
        icalproperty *named = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
        if (icalproperty_get_first_parameter(named, ICAL_RANGE_PARAMETER))
            m_collector.report(ShowtimeFault::Unsupported, labelOf(event), u"RANGE=THISANDFUTURE"_s);
        addEvent(event, momentAt(date));
    }

    [[nodiscard]] static Moment momentAt(Instant date) { return {.local = localIn(QTimeZone::utc(), date), .zone = QTimeZone::utc()}; }

    // In order, each once, those that are over long ago left out.
    QList<Instant> datesOf(icalcomponent *event, const Moment &start)
    {
        QMap<Instant, QDate> dates {{start.instant(), start.local.date}};
        forEachProperty(event, ICAL_RRULE_PROPERTY, [&](icalproperty *property) {
            for (const LocalTime &local : namedBy(rawValue(property), start, labelOf(event)))
                dates.insert(instantIn(start.zone, local), local.date);
        });
        forEachProperty(event, ICAL_RDATE_PROPERTY, [&](icalproperty *property) {
            icaldatetimeperiodtype added = icalproperty_get_rdate(property);
            if (icaltime_is_null_time(added.time))
                added.time = added.period.start;
            if (const std::optional<Moment> moment = momentOf(property, added.time, labelOf(event)))
                dates.insert(moment->instant(), moment->local.date);
            else
                m_collector.lose(ShowtimeCause::DateUnreadable, whereIs(event, "RDATE"_L1, rawValue(property)), u"RDATE:"_s + rawValue(property));
        });
        QSet<QDate> days;
        forEachProperty(event, ICAL_EXDATE_PROPERTY, [&](icalproperty *property) {
            const std::optional<Moment> moment = momentOf(property, icalproperty_get_exdate(property), labelOf(event));
            if (!moment)
                m_collector.report(ShowtimeCause::DateUnreadable, whereIs(event, "EXDATE"_L1, rawValue(property)), u"EXDATE:"_s + rawValue(property));
            else if (moment->isDay && !start.isDay)
                days.insert(moment->local.date);
            else
                dates.remove(moment->instant());
        });
        dates.removeIf([&days](const std::pair<const Instant &, QDate &> &date) { return days.contains(date.second); });
        QList<Instant> ahead;
        for (auto date = dates.lowerBound(m_now - kLookBack); date != dates.end(); ++date)
            ahead.append(date.key());
        return ahead;
    }

    QList<LocalTime> namedBy(const QString &rule, const Moment &start, const QString &where)
    {
        if (!m_rules.isValid())
            m_rules.start();
        const LocalTime last {.date = localIn(start.zone, m_now).date.addYears(ShowtimeLimits::kYears), .time = QTime(23, 59, 59)};
        const bool isLate = std::chrono::milliseconds(m_rules.elapsed()) > kRulesTime;
        if (isLate || start.local > last) {
            if (isLate)
                m_collector.lose(ShowtimeFault::TooMany, where, rule);
            else
                m_collector.report(ShowtimeFault::DatesLeftOut, where, rule);
            return {};
        }
        Result<QList<LocalTime>> dates = recurrences(rule, start.local, last, kMostDates, start.zone);
        const bool goesOn = !dates && (dates.error().code == ErrorCode::DatesTooFar || dates.error().code == ErrorCode::TooManyDates);
        if (goesOn || (!dates && dates.error().code == ErrorCode::RuleEndless)) {
            m_collector.report(ShowtimeFault::DatesLeftOut, where, rule);
            dates = recurrences(withoutEnd(rule, last), start.local, last, kMostDates, start.zone);
        }
        if (dates)
            return *dates;
        m_collector.lose(ShowtimeFault::RuleUnreadable, where, rule);
        return {};
    }

    const CalendarLines &m_lines;
    const QTimeZone m_house;
    const Instant m_now;
    ShowtimeCollector &m_collector;
    std::vector<icalcomponent *> m_events;
    QHash<icalcomponent *, qsizetype> m_positions;                          // among them
    QHash<QString, icalcomponent *> m_masters;                              // the first, or newest, event of a UID that is for no date
    QHash<QString, QMap<Instant, icalcomponent *>> m_overrides;
    QHash<icalcomponent *, std::optional<ShowtimeCause>> m_passedOver;      // for another; nothing: which says the same
    QSet<QString> m_series;                                                 // UIDs
    QHash<icalcomponent *, qint32> m_minutes;
    QHash<QString, QTimeZone> m_zones;
    QHash<QString, QString> m_places;                                       // of zones that the file describes
    QElapsedTimer m_rules;
};

} // namespace

Result<void> readCalendar(const QString &text, const QTimeZone &zone, Instant now, ShowtimeCollector &collector)
{
    const Error invalid {.code = ErrorCode::FileInvalid, .detail = u"expected an iCalendar file"_s};
    const CalendarLines lines(text);
    if (lines.isNestedTooDeep())
        return invalid;
    const Component root(icalparser_parse_string(lines.text().toUtf8().constData()), &icalcomponent_free);
    icalerror_clear_errno();
    if (!root)
        return invalid;
    const icalcomponent_kind kind = icalcomponent_isa(root.get());
    if (kind != ICAL_VCALENDAR_COMPONENT && kind != ICAL_XROOT_COMPONENT)
        return invalid;
    CalendarReader(lines, zone, now, collector).read(root.get());
    if (lines.isCutOff())
        collector.lose(ShowtimeCause::CutOff, u"line %1"_s.arg(lines.lastLine()));
    return {};
}

} // namespace parterre::calendar
