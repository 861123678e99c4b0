// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/series.h"

#include "shared/protocol/eventfields.h"

namespace parterre::protocol {

namespace {

constexpr Rule kDatesRule {.max = SeriesLimits::kDates};
constexpr qint64 kLocalTimeSize = 19;

}

template<>
struct Codec<LocalTime> {
    static void write(JsonWriter &out, const LocalTime &value) { out.text(toIsoLocal(value)); }
    static bool read(JsonView json, const Rule &, LocalTime &out, Reading &reading)
    {
        const QByteArrayView text = json.text();
        const auto local = text.size() == kLocalTimeSize ? fromIsoLocal(QString::fromUtf8(text)) : std::nullopt;
        if (!local)
            return reading.fail(QStringLiteral("expected a time of the house like 2026-12-04T19:30:00"));
        out = *local;
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &) { return textSchema({.min = kLocalTimeSize, .max = kLocalTimeSize}); }
};

template<>
struct Fields<SeriesRule> {
    static constexpr const char *name = "SeriesRule";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("rule", &SeriesRule::rule, "RFC 5545 recurrence rule of days, weeks, months or years, with COUNT or UNTIL; the time of day is that of the first start",
                  {.min = 1, .max = SeriesLimits::kRuleLength}),
            field("added", &SeriesRule::added, "Dates besides, by the clock of the house", kDatesRule),
            field("excluded", &SeriesRule::excluded, "Dates of the rule that are none, by the clock of the house", kDatesRule));
    }
};

template<>
struct Fields<SeriesOverride> {
    static constexpr const char *name = "SeriesOverride";
    static constexpr auto all()
    {
        return std::make_tuple(field("date", &SeriesOverride::date, "As the rule has it"), field("start", &SeriesOverride::start, "When it begins instead, by the clock of the house"),
                               field("name", &SeriesOverride::name, "Its name instead", {.min = 1, .max = EventLimits::kNameLength}),
                               field("prices", &SeriesOverride::prices, "All of its prices instead", {.max = EventLimits::kPrices}));
    }
};

template<>
struct Fields<HallConflict> {
    static constexpr const char *name = "HallConflict";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &HallConflict::event, "Absent when it is another date of the same series"), field("name", &HallConflict::name, "Of that event"),
                               field("start", &HallConflict::start, "When it begins"));
    }
};

template<>
struct Fields<SeriesDate> {
    static constexpr const char *name = "SeriesDate";
    static constexpr auto all()
    {
        return std::make_tuple(field("date", &SeriesDate::date, "As the rule has it, by the clock of the house"), field("start", &SeriesDate::start, "When it begins"),
                               field("conflict", &SeriesDate::conflict, "One that is in the hall at that time; absent when there is none"));
    }
};

template<>
struct Fields<SeriesEvent> {
    static constexpr const char *name = "SeriesEvent";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &SeriesEvent::event, "One of them"), field("start", &SeriesEvent::start, "When it begins"));
    }
};

template<>
struct Fields<EventsExpandParams> {
    static constexpr const char *name = "EventsExpandParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("plan", &EventsExpandParams::plan, "The hall; its house has the time zone"), field("start", &EventsExpandParams::start, "Of the first date"),
                               field("durationMinutes", &EventsExpandParams::durationMinutes, "0: unknown", {.max = EventLimits::kDurationMinutes}),
                               field("dates", &EventsExpandParams::dates, "The rule"), field("overrides", &EventsExpandParams::overrides, "Of dates that are otherwise", kDatesRule));
    }
};

template<>
struct Fields<EventsExpandResult> {
    static constexpr const char *name = "EventsExpandResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("timeZone", &EventsExpandResult::timeZone, "IANA zone of the house"), field("dates", &EventsExpandResult::dates, "Soonest first, as the rule has them"));
    }
};

template<>
struct Fields<EventsCreateSeriesParams> {
    static constexpr const char *name = "EventsCreateSeriesParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("series", &EventsCreateSeriesParams::series, "A new id of the caller's choosing"),
                               field("definition", &EventsCreateSeriesParams::definition,
                                     "All of the first date. The others are the same at their own start; sales end, and customers may cancel until, as long before each start as before this one"),
                               field("dates", &EventsCreateSeriesParams::dates, "The rule"),
                               field("overrides", &EventsCreateSeriesParams::overrides, "Of dates that are otherwise", kDatesRule),
                               field("posterOf", &EventsCreateSeriesParams::posterOf, "Its poster is theirs, too; one that has none, or is gone, has none to give"));
    }
};

template<>
struct Fields<EventsCreateSeriesResult> {
    static constexpr const char *name = "EventsCreateSeriesResult";
    static constexpr auto all() { return std::make_tuple(field("events", &EventsCreateSeriesResult::events, "Of the series, soonest first")); }
};

template<>
struct Fields<EventsUpdateSeriesParams> {
    static constexpr const char *name = "EventsUpdateSeriesParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("series", &EventsUpdateSeriesParams::series, "From events.createSeries"),
                               field("before", &EventsUpdateSeriesParams::before, "One of its dates as it was read"),
                               field("after", &EventsUpdateSeriesParams::after, "The same date as it is to be; another plan means nothing"),
                               field("from", &EventsUpdateSeriesParams::from, "Dates that begin before it stay as they are"));
    }
};

template<>
struct Fields<EventsUpdateSeriesResult> {
    static constexpr const char *name = "EventsUpdateSeriesResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("events", &EventsUpdateSeriesResult::events, "All that were looked at, soonest first; cancelled ones are not", kDatesRule));
    }
};

template<>
struct Fields<EventsSetSeriesStateParams> {
    static constexpr const char *name = "EventsSetSeriesStateParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("series", &EventsSetSeriesStateParams::series, "From events.createSeries"),
                               field("state", &EventsSetSeriesStateParams::state, "published or paused; the others are for one event alone"),
                               field("from", &EventsSetSeriesStateParams::from, "Dates that begin before it stay as they are"));
    }
};

template<>
struct Fields<EventsSetSeriesStateResult> {
    static constexpr const char *name = "EventsSetSeriesStateResult";
    static constexpr auto all() { return std::make_tuple(field("events", &EventsSetSeriesStateResult::events, "That became that now, soonest first", kDatesRule)); }
};

template<>
struct Fields<EventsSeriesSalesParams> {
    static constexpr const char *name = "EventsSeriesSalesParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("series", &EventsSeriesSalesParams::series, "From events.createSeries"),
                               field("from", &EventsSeriesSalesParams::from, "Dates that begin before it do not count"));
    }
};

template<>
struct Fields<EventsSeriesSalesResult> {
    static constexpr const char *name = "EventsSeriesSalesResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("dates", &EventsSeriesSalesResult::dates, "That would be cancelled, soonest first: neither drafts nor what is cancelled", kDatesRule),
                               field("sales", &EventsSeriesSalesResult::sales, "Of all of them, as they are now"));
    }
};

template<>
struct Fields<EventsCancelSeriesParams> {
    static constexpr const char *name = "EventsCancelSeriesParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("series", &EventsCancelSeriesParams::series, "From events.createSeries"),
                               field("from", &EventsCancelSeriesParams::from, "Dates that begin before it stay as they are"),
                               field("reason", &EventsCancelSeriesParams::reason, "Why: everybody who bought tickets reads it", kReasonRule));
    }
};

template<>
struct Fields<EventsCancelSeriesResult> {
    static constexpr const char *name = "EventsCancelSeriesResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("events", &EventsCancelSeriesResult::events, "Those that are cancelled for that reason, soonest first; events.refunds tells of each what is owed", kDatesRule));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(EventsExpandParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsExpandResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsCreateSeriesParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsCreateSeriesResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsUpdateSeriesParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsUpdateSeriesResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsSetSeriesStateParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsSetSeriesStateResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsSeriesSalesParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsSeriesSalesResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsCancelSeriesParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsCancelSeriesResult);

} // namespace parterre::protocol
