// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/posters.h"

#include "shared/protocol/eventfields.h"

namespace parterre::protocol {

template<>
struct Fields<EventsPosterParams> {
    static constexpr const char *name = "EventsPosterParams";
    static constexpr auto all() { return std::make_tuple(field("event", &EventsPosterParams::event, "Which")); }
};

template<>
struct Fields<EventsPosterResult> {
    static constexpr const char *name = "EventsPosterResult";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("hash", &EventsPosterResult::hash, "SHA-256 of the file, hex, as in the listing: keep it under this name", kHashRule),
            field("format", &EventsPosterResult::format, "Media type"), field("width", &EventsPosterResult::width, "Pixels", {.min = kMinPosterSide, .max = kMaxPosterSide}),
            field("height", &EventsPosterResult::height, "Pixels", {.min = kMinPosterSide, .max = kMaxPosterSide}),
            field("data", &EventsPosterResult::data, "The file, base64", {.min = 4, .max = (kMaxPosterBytes + 2) / 3 * 4}));
    }
};

template<>
struct Fields<EventsSetPosterParams> {
    static constexpr const char *name = "EventsSetPosterParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &EventsSetPosterParams::event, "Which"),
                               field("upload", &EventsSetPosterParams::upload, "A PNG or JPEG file, as sent with uploads.append; when absent, the event has no poster any more"),
                               field("series", &EventsSetPosterParams::series, "That it is a date of: the others get the same, each where it has nothing of its own"),
                               field("from", &EventsSetPosterParams::from, "Dates of the series that begin before it stay as they are"));
    }
};

template<>
struct Fields<EventsSetPosterResult> {
    static constexpr const char *name = "EventsSetPosterResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &EventsSetPosterResult::event, "As it is now"),
                               field("dates", &EventsSetPosterResult::dates, "All of the series that were looked at, soonest first; cancelled ones are not", {.max = SeriesLimits::kDates}));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(EventsPosterParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsPosterResult);
PARTERRE_INSTANTIATE_MESSAGE(EventsSetPosterParams);
PARTERRE_INSTANTIATE_MESSAGE(EventsSetPosterResult);

} // namespace parterre::protocol
