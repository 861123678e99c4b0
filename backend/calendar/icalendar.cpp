// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/icalendar.h"

#include "backend/calendar/recurrence.h"
#include "shared/core/utctime.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMap>
#include <QTimeZone>

#include <libical/ical.h>

#include <cstdlib>
#include <memory>
#include <vector>

namespace parterre::calendar {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 8;                            // libical frees what is nested by recursion
constexpr qint32 kMostDates = 5'000;                   // of one rule, most of them over perhaps
constexpr std::chrono::seconds kRulesTime {4};         // for all rules of a file: some take seconds
constexpr std::chrono::hours kLookBack {24};

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

QString textOf(const char *text)
{
    return QString::fromUtf8(text);
}

QString rawValue(icalproperty *property)
{
    const std::unique_ptr<char, decltype(&std::free)> value(icalproperty_get_value_as_string_r(property), &std::free);
    return textOf(value.get());
}

QString valueOf(icalcomponent *component, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(component, kind);
    const icalvalue *value = property ? icalproperty_get_value(property) : nullptr;
    return value && icalvalue_isa(value) == ICAL_TEXT_VALUE ? textOf(icalvalue_get_text(value)) : QString();
}

// Gathered first: a component has one place to go on from, and whoever is called may look for other properties.
template<class Visit>
void forEachProperty(icalcomponent *component, icalproperty_kind kind, Visit visit)
{
    std::vector<icalproperty *> properties;
    for (icalproperty *property = icalcomponent_get_first_property(component, kind); property; property = icalcomponent_get_next_property(component, kind))
        properties.push_back(property);
    for (icalproperty *property : properties)
        visit(property);
}

template<class Visit>
void forEachComponent(icalcomponent *parent, icalcomponent_kind kind, Visit visit)
{
    for (icalcomponent *child = icalcomponent_get_first_component(parent, kind); child; child = icalcomponent_get_next_component(parent, kind))
        visit(child);
}

// Lines that go on in the next one are one, and nothing is in the text that ends it early. As libical has it: a lone CR ends a
// line, too. Blank lines are left out, so that none begins as a continuation afterwards.
QString unfolded(QString text)
{
    text.remove(u'\0').replace(u'\r', u'\n');
    QString lines;
    lines.reserve(text.size());
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (line.isEmpty())
            continue;
        const bool goesOn = line.front() == u' ' || line.front() == u'\t';
        if (!goesOn)
            lines += u'\n';
        lines += goesOn ? line.sliced(1) : line;
    }
    return lines;
}

bool isNestedTooDeep(const QString &text)
{
    int depth = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (line.startsWith("BEGIN"_L1, Qt::CaseInsensitive) && ++depth > kDeepest)
            return true;
        if (line.startsWith("END:"_L1, Qt::CaseInsensitive))
            depth = std::max(0, depth - 1); // as libical counts
    }
    return false;
}

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
    CalendarReader(const QTimeZone &zone, Instant now, ShowtimeCollector &collector) : m_house(zone), m_now(now), m_collector(collector) {}

    void read(icalcomponent *root)
    {
        gather(root);
        for (icalcomponent *event : m_events) {
            if (m_collector.isFull() && std::exchange(m_saidFull, true))
                return;
            if (const std::optional<Moment> date = momentOf(event, ICAL_RECURRENCEID_PROPERTY); date && !isOverriding(event))
                addEvent(event, *date); // of a series that is not in the file
            else if (!date)
                addAll(event);
        }
    }

private:
    void gather(icalcomponent *parent)
    {
        if (icalcomponent_isa(parent) == ICAL_VEVENT_COMPONENT) {
            m_events.push_back(parent);
            const QString uid = valueOf(parent, ICAL_UID_PROPERTY);
            if (const std::optional<Moment> date = momentOf(parent, ICAL_RECURRENCEID_PROPERTY))
                m_overrides[uid].insert(date->instant(), parent);
            else if (icalcomponent_get_first_property(parent, ICAL_RRULE_PROPERTY) || icalcomponent_get_first_property(parent, ICAL_RDATE_PROPERTY))
                m_series.insert(uid);
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

    [[nodiscard]] bool isOverriding(icalcomponent *event) const { return m_series.contains(valueOf(event, ICAL_UID_PROPERTY)); }

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
            moment.zone = zoneNamed(textOf(zone), where);
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

    qint32 minutesOfEvent(icalcomponent *event, const Moment &start)
    {
        std::optional<std::chrono::seconds> length;
        if (icalproperty *property = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY))
            length = durationOf(rawValue(property));
        else if (icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY)) {
            if (const std::optional<Moment> end = momentOf(event, ICAL_DTEND_PROPERTY))
                length = std::chrono::floor<std::chrono::seconds>(end->instant() - start.instant());
        } else if (start.isDay)
            length = std::chrono::hours(24);
        else
            return 0;
        const std::optional<qint32> minutes = length ? minutesOf(*length) : std::nullopt;
        if (!minutes)
            m_collector.report(ShowtimeFault::DurationUnreadable, labelOf(event));
        return minutes.value_or(0);
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
        const std::optional<Moment> start = momentOf(event, ICAL_DTSTART_PROPERTY);
        if (!start)
            reportStart(event);
        else
            addAt(event, *start, start->instant(), named ? std::optional(named->instant()) : std::nullopt);
    }

    void addAt(icalcomponent *event, const Moment &start, Instant at, const std::optional<Instant> &named)
    {
        const QString uid = valueOf(event, ICAL_UID_PROPERTY);
        const bool cancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
        m_collector.add({.uid = named && !uid.isEmpty() ? uid + u'#' + toIsoUtc(*named) : uid,
                         .name = valueOf(event, ICAL_SUMMARY_PROPERTY),
                         .description = valueOf(event, ICAL_DESCRIPTION_PROPERTY),
                         .category = categoryOfEvent(event),
                         .start = at,
                         .durationMinutes = minutesOfEvent(event, start),
                         .hall = valueOf(event, ICAL_LOCATION_PROPERTY),
                         .cancelled = cancelled},
                        labelOf(event));
    }

    // libical leaves out what it cannot read, and says so in a property of its own.
    void reportStart(icalcomponent *event)
    {
        QString unread;
        forEachProperty(event, ICAL_XLICERROR_PROPERTY, [&](icalproperty *property) {
            const QString text = rawValue(property);
            if (text.contains(u"DTSTART"_s))
                unread = text.section(u"property: "_s, -1);
        });
        const bool isThere = !unread.isEmpty() || icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
        m_collector.report(isThere ? ShowtimeFault::StartUnreadable : ShowtimeFault::StartMissing, labelOf(event), unread);
    }

    void addAll(icalcomponent *event)
    {
        const bool repeats = m_series.contains(valueOf(event, ICAL_UID_PROPERTY));
        const std::optional<Moment> start = momentOf(event, ICAL_DTSTART_PROPERTY);
        if (!repeats || !start) {
            if (hasUnreadRule(event))
                m_collector.report(ShowtimeFault::RuleUnreadable, labelOf(event));
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
            const std::optional<Moment> moved = momentOf(otherwise.value(), ICAL_DTSTART_PROPERTY);
            if (!dates.contains(otherwise.key()) && moved && moved->instant() >= m_now - kLookBack)
                addOverride(otherwise.value(), otherwise.key());
        }
    }

    void addOverride(icalcomponent *event, Instant date)
    {
        icalproperty *named = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
        if (icalproperty_get_first_parameter(named, ICAL_RANGE_PARAMETER))
            m_collector.report(ShowtimeFault::Unsupported, labelOf(event), u"RANGE=THISANDFUTURE"_s);
        addEvent(event, Moment {.local = localIn(QTimeZone::utc(), date), .zone = QTimeZone::utc()});
    }

    [[nodiscard]] static bool hasUnreadRule(icalcomponent *event)
    {
        bool unread = false;
        forEachProperty(event, ICAL_XLICERROR_PROPERTY, [&](icalproperty *property) { unread |= rawValue(property).contains(u"RRULE"_s); });
        return unread;
    }

    // In order, each once, those that are over long ago left out.
    QList<Instant> datesOf(icalcomponent *event, const Moment &start)
    {
        QMap<Instant, QDate> dates {{start.instant(), start.local.date}};
        forEachProperty(event, ICAL_RRULE_PROPERTY, [&](icalproperty *property) {
            for (const LocalTime &local : namedBy(rawValue(property), start, labelOf(event)))
                dates.insert(instantIn(start.zone, local), local.date);
        });
        if (hasUnreadRule(event))
            m_collector.report(ShowtimeFault::RuleUnreadable, labelOf(event));
        forEachProperty(event, ICAL_RDATE_PROPERTY, [&](icalproperty *property) {
            icaldatetimeperiodtype added = icalproperty_get_rdate(property);
            if (icaltime_is_null_time(added.time))
                added.time = added.period.start;
            if (const std::optional<Moment> moment = momentOf(property, added.time, labelOf(event)))
                dates.insert(moment->instant(), moment->local.date);
            else
                m_collector.report(ShowtimeFault::StartUnreadable, labelOf(event), rawValue(property));
        });
        forEachProperty(event, ICAL_EXDATE_PROPERTY, [&](icalproperty *property) {
            const std::optional<Moment> moment = momentOf(property, icalproperty_get_exdate(property), labelOf(event));
            if (moment && moment->isDay && !start.isDay)
                dates.removeIf([&](const std::pair<const Instant &, QDate &> &date) { return date.second == moment->local.date; });
            else if (moment)
                dates.remove(moment->instant());
        });
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
            m_collector.report(isLate ? ShowtimeFault::TooMany : ShowtimeFault::DatesLeftOut, where, rule);
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
        m_collector.report(ShowtimeFault::RuleUnreadable, where, rule);
        return {};
    }

    const QTimeZone m_house;
    const Instant m_now;
    ShowtimeCollector &m_collector;
    std::vector<icalcomponent *> m_events;
    QSet<QString> m_series;                                             // UIDs
    QHash<QString, QMap<Instant, icalcomponent *>> m_overrides;
    QHash<QString, QTimeZone> m_zones;
    QHash<QString, QString> m_places;                                   // of zones that the file describes
    QElapsedTimer m_rules;
    bool m_saidFull = false;
};

} // namespace

Result<void> readCalendar(const QString &text, const QTimeZone &zone, Instant now, ShowtimeCollector &collector)
{
    const Error invalid {.code = ErrorCode::FileInvalid, .detail = u"expected an iCalendar file"_s};
    const QString lines = unfolded(text);
    if (isNestedTooDeep(lines))
        return invalid;
    const Component root(icalparser_parse_string(lines.toUtf8().constData()), &icalcomponent_free);
    icalerror_clear_errno();
    if (!root)
        return invalid;
    const icalcomponent_kind kind = icalcomponent_isa(root.get());
    if (kind != ICAL_VCALENDAR_COMPONENT && kind != ICAL_XROOT_COMPONENT)
        return invalid;
    CalendarReader(zone, now, collector).read(root.get());
    return {};
}

} // namespace parterre::calendar
