// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/showtimejson.h"

#include "shared/core/utctime.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <set>

namespace parterre::calendar {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 16;
constexpr qsizetype kMostEvents = 2 * ShowtimeLimits::kShowtimes; // that are looked at, for some of them are none

// A value, or the first of several.
QJsonValue firstOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray().at(0) : value;
}

// Text, a number as its text, or what an object is called by.
QString wordOf(const QJsonValue &any, QLatin1StringView key)
{
    const QJsonValue value = firstOf(any);
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (!value.isObject())
        return value.toString();
    const QJsonValue inner = firstOf(value.toObject().value(key));
    return inner.isDouble() ? QString::number(inner.toDouble(), 'g', 15) : inner.toString();
}

QStringList typesOf(const QJsonObject &object)
{
    QStringList types;
    const QJsonValue type = object.value("@type"_L1);
    const QJsonArray all = type.isArray() ? type.toArray() : QJsonArray {type};
    for (const QJsonValue &one : all)
        types.append(one.toString().section(u'/', -1).section(u':', -1)); // "http://schema.org/Event", "schema:Event"
    return types;
}

struct Kind {
    QLatin1StringView type;
    std::optional<EventCategory> category;
};

// schema.org's Event and what is said to be one; series of them have no start of their own.
const QList<Kind> &kinds()
{
    static const QList<Kind> all {
        {"Event"_L1, {}},
        {"ScreeningEvent"_L1, EventCategory::Movie},
        {"MusicEvent"_L1, EventCategory::Concert},
        {"TheaterEvent"_L1, EventCategory::Play},
        {"ComedyEvent"_L1, EventCategory::Play},
        {"SportsEvent"_L1, EventCategory::Sport},
        {"DanceEvent"_L1, EventCategory::Other},
        {"BusinessEvent"_L1, EventCategory::Other},
        {"ChildrensEvent"_L1, EventCategory::Other},
        {"EducationEvent"_L1, EventCategory::Other},
        {"ExhibitionEvent"_L1, EventCategory::Other},
        {"Festival"_L1, EventCategory::Other},
        {"FoodEvent"_L1, EventCategory::Other},
        {"LiteraryEvent"_L1, EventCategory::Other},
        {"SocialEvent"_L1, EventCategory::Other},
        {"VisualArtsEvent"_L1, EventCategory::Other},
    };
    return all;
}

const Kind *kindOf(const QJsonObject &object)
{
    const QStringList types = typesOf(object);
    const Kind *found = nullptr;
    for (const Kind &kind : kinds()) {
        if (types.contains(kind.type) && (!found || kind.category)) // of several the one that says more
            found = &kind;
    }
    return found;
}

class JsonLdReader
{
public:
    JsonLdReader(const QTimeZone &zone, ShowtimeCollector &collector) : m_zone(zone), m_collector(collector) {}

    void read(const QJsonValue &value, int depth = 0)
    {
        if (depth > kDeepest && !std::exchange(m_saidDeep, true))
            m_collector.lose(ShowtimeFault::Unsupported, u"event %1"_s.arg(m_found.size() + 1));
        if (depth > kDeepest || m_found.size() > kMostEvents)
            return;
        if (value.isArray()) {
            const QJsonArray items = value.toArray();
            for (const QJsonValue &item : items)
                read(item, depth + 1);
        } else if (value.isObject()) {
            readObject(value.toObject(), depth);
        }
    }

    // When all is read. All showings of a film may have the page of the film: such are told apart by their starts.
    void collect()
    {
        for (Found &found : m_found) {
            Showtime &showtime = found.showtime;
            if (!showtime.uid.isEmpty())
                showtime.alias = showtime.uid + u'#' + toIsoUtc(showtime.start);
            if (m_starts[showtime.uid].size() > 1)
                std::swap(showtime.uid, showtime.alias);
            m_collector.add(std::move(showtime), found.where);
        }
        if (m_found.size() > kMostEvents)
            m_collector.refuseMore(m_found.constLast().where);
    }

private:
    struct Found {
        Showtime showtime = {};
        QString where = {};
    };

    void readObject(const QJsonObject &object, int depth)
    {
        if (const Kind *kind = kindOf(object)) {
            if (object.contains("startDate"_L1) || !hasParts(object))
                readEvent(object, *kind);
        }
        // What has events: a graph, a list, a house, a series, an event of several.
        for (const QLatin1StringView key : {"@graph"_L1, "itemListElement"_L1, "item"_L1, "event"_L1, "events"_L1, "subEvent"_L1, "mainEntity"_L1}) {
            if (object.contains(key))
                read(object.value(key), depth + 1);
        }
    }

    static bool hasParts(const QJsonObject &object) { return object.contains("subEvent"_L1); }

    void readEvent(const QJsonObject &event, const Kind &kind)
    {
        const QString name = nameOf(event);
        const QString where = u"event %1"_s.arg(++m_count);
        const QString startText = wordOf(event.value("startDate"_L1), "@value"_L1);
        if (startText.isEmpty()) {
            m_collector.lose(ShowtimeFault::StartMissing, where, name);
            return;
        }
        const std::optional<Instant> start = momentOf(startText, m_zone);
        if (!start) {
            m_collector.lose(ShowtimeFault::StartUnreadable, where, startText);
            return;
        }
        m_found.append({.showtime = {.uid = uidOf(event),
                                     .name = name,
                                     .description = wordOf(event.value("description"_L1), "@value"_L1),
                                     .category = kind.category,
                                     .start = *start,
                                     .durationMinutes = minutesOfEvent(event, *start, where),
                                     .hall = wordOf(event.value("location"_L1), "name"_L1),
                                     .cancelled = isCalledOff(event)},
                        .where = where});
        m_starts[m_found.constLast().showtime.uid].insert(*start);
    }

    // What is postponed has no date yet: nobody comes at the old one.
    static bool isCalledOff(const QJsonObject &event)
    {
        const QString status = wordOf(event.value("eventStatus"_L1), "@id"_L1);
        return status.endsWith("EventCancelled"_L1) || status.endsWith("EventPostponed"_L1);
    }

    // A screening is often called after the film alone.
    static QString nameOf(const QJsonObject &event)
    {
        const QString name = wordOf(event.value("name"_L1), "@value"_L1);
        if (!name.isEmpty())
            return name;
        const QString presented = wordOf(event.value("workPresented"_L1), "name"_L1);
        return presented.isEmpty() ? wordOf(event.value("workPerformed"_L1), "name"_L1) : presented;
    }

    static QString uidOf(const QJsonObject &event)
    {
        for (const QLatin1StringView key : {"identifier"_L1, "@id"_L1, "url"_L1}) {
            const QString uid = wordOf(event.value(key), "value"_L1);
            if (!uid.isEmpty())
                return uid;
        }
        return {};
    }

    qint32 minutesOfEvent(const QJsonObject &event, Instant start, const QString &where)
    {
        QString text = wordOf(event.value("duration"_L1), "@value"_L1);
        std::optional<qint32> minutes;
        if (!text.isEmpty()) {
            if (const auto length = durationOf(text))
                minutes = minutesOf(*length);
        } else {
            text = wordOf(event.value("endDate"_L1), "@value"_L1);
            if (text.isEmpty())
                return 0;
            if (const std::optional<Instant> end = momentOf(text, m_zone))
                minutes = minutesOf(std::chrono::floor<std::chrono::seconds>(*end - start));
        }
        if (!minutes)
            m_collector.report(ShowtimeFault::DurationUnreadable, where, text);
        return minutes.value_or(0);
    }

    const QTimeZone &m_zone;
    ShowtimeCollector &m_collector;
    QList<Found> m_found;
    QHash<QString, std::set<Instant>> m_starts; // of each uid
    int m_count = 0;
    bool m_saidDeep = false;
};

Error invalid(const QString &what)
{
    return {.code = ErrorCode::FileInvalid, .detail = u"expected schema.org events: "_s + what};
}

// The contents of the scripts of a page that are JSON-LD. No HTML is read: a script ends at its first "</script", and a page that
// begins with "<html" ends with "</html".
QStringList blocksOf(const QString &page, bool &cutOff)
{
    static const QRegularExpression begin(u"<script\\b[^>]{0,500}application/ld\\+json[^>]{0,500}>"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList blocks;
    qsizetype from = 0;
    for (QRegularExpressionMatch match = begin.match(page, from); match.hasMatch(); match = begin.match(page, from)) {
        const qsizetype end = page.indexOf(u"</script"_s, match.capturedEnd(), Qt::CaseInsensitive);
        cutOff = end < 0;
        if (cutOff)
            break;
        blocks.append(page.sliced(match.capturedEnd(), end - match.capturedEnd()));
        from = end;
    }
    cutOff = cutOff || (page.contains(u"<html"_s, Qt::CaseInsensitive) && !page.contains(u"</html"_s, Qt::CaseInsensitive));
    return blocks;
}

} // namespace

Result<void> readJsonLd(const QString &text, const QTimeZone &zone, ShowtimeCollector &collector)
{
    const bool isPage = text.trimmed().startsWith(u'<');
    bool cutOff = false;
    const QStringList blocks = isPage ? blocksOf(text, cutOff) : QStringList {text};
    if (blocks.isEmpty())
        return invalid(u"the page has no block of them"_s);
    JsonLdReader reader(zone, collector);
    for (const QString &block : blocks) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(block.toUtf8(), &error);
        if (error.error == QJsonParseError::NoError)
            reader.read(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
        else if (isPage)
            collector.lose(ShowtimeFault::Unsupported, u"script"_s, error.errorString());
        else
            return invalid(error.errorString());
    }
    reader.collect();
    if (cutOff)
        collector.lose(ShowtimeCause::CutOff, u"page"_s);
    return {};
}

} // namespace parterre::calendar
