// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/seatmap.h"

#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct Codec<SeatChange> {
    static void write(JsonWriter &out, const SeatChange &change)
    {
        out.beginList();
        out.integer(change.seat);
        out.integer(static_cast<int>(change.state));
        out.endList();
    }
    static bool read(JsonView json, const Rule &, SeatChange &out, Reading &reading)
    {
        qint32 state = 0;
        auto item = json.begin();
        if (!json.isList() || json.count() != 2 || !Codec<qint32>::read(*item++, kPlaceRule, out.seat, reading)
            || !Codec<qint32>::read(*item, {.max = kSeatStateCount - 1}, state, reading))
            return reading.fail(QStringLiteral("expected [place, state]"));
        out.state = static_cast<SeatState>(state);
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &)
    {
        QJsonObject schema = listSchema({.min = 2, .max = 2}, integerSchema({.max = kPlaceRule.max}));
        schema.insert(QStringLiteral("description"), QStringLiteral("[place, state]; state 0 free, 1 held, 2 sold, 3 blocked"));
        return schema;
    }
};

template<>
struct Fields<SeatmapSubscribeParams> {
    static constexpr const char *name = "SeatmapSubscribeParams";
    static constexpr auto all() { return std::make_tuple(field("event", &SeatmapSubscribeParams::event, "Which")); }
};

template<>
struct Fields<SeatmapSubscribeResult> {
    static constexpr const char *name = "SeatmapSubscribeResult";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("plan", &SeatmapSubscribeResult::plan, "Fetch it once with plans.get, cache it by hash"),
            field("revision", &SeatmapSubscribeResult::revision, "Of the states; changes count on from here"),
            field("seats", &SeatmapSubscribeResult::seats, "How many seats `states` holds"),
            field("states", &SeatmapSubscribeResult::states, "Two bits a seat (0 free, 1 held, 2 sold, 3 blocked), seat 0 lowest in the first byte, base64"),
            field("mine", &SeatmapSubscribeResult::mine, "Which of the held seats this session holds"));
    }
};

template<>
struct Fields<SeatmapUnsubscribeParams> {
    static constexpr const char *name = "SeatmapUnsubscribeParams";
    static constexpr auto all() { return std::make_tuple(field("event", &SeatmapUnsubscribeParams::event, "Which")); }
};

template<>
struct Fields<SeatmapChangedParams> {
    static constexpr const char *name = "SeatmapChangedParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &SeatmapChangedParams::event, "Which"), field("from", &SeatmapChangedParams::from, "Revision the changes apply to"),
                               field("to", &SeatmapChangedParams::to, "Revision after them"), field("changes", &SeatmapChangedParams::changes, "Each place once, its last state"));
    }
};

template<>
struct Fields<SeatmapSnapshotParams> {
    static constexpr const char *name = "SeatmapSnapshotParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &SeatmapSnapshotParams::event, "Which"), field("revision", &SeatmapSnapshotParams::revision, "Of the states"),
                               field("states", &SeatmapSnapshotParams::states, "As in seatmap.subscribe"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(SeatmapSubscribeParams);
PARTERRE_INSTANTIATE_MESSAGE(SeatmapSubscribeResult);
PARTERRE_INSTANTIATE_MESSAGE(SeatmapUnsubscribeParams);
PARTERRE_INSTANTIATE_MESSAGE(SeatmapChangedParams);
PARTERRE_INSTANTIATE_MESSAGE(SeatmapSnapshotParams);

} // namespace parterre::protocol
