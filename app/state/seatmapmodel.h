// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/domain/block.h"
#include "shared/domain/event.h"
#include "shared/domain/plan.h"
#include "shared/domain/seatstate.h"
#include "shared/domain/seattable.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace parterre {

// A seat as this user sees it: the state everybody knows, with "mine" and "under way" told apart; at a door also those sold
// seats whose people are in, and for staff what is blocked for it to sell.
enum class SeatLook : quint8 { Free, Mine, HeldByOther, Sold, Blocked, Pending, Arrived, HeldBack };

inline constexpr int kSeatLookCount = 8;

// The house of one event, live: its plan, every seat's state at a revision of the server's, which seats this session
// holds or has asked for, and what they cost. It neither talks to the network nor keeps time: its owner feeds it.
class SeatMapModel final : public QObject
{
    Q_OBJECT

public:
    using Counts = std::array<qint32, kSeatLookCount>; // by SeatLook
    struct PriceRange {
        Money lowest = {};
        Money highest = {};

        friend bool operator==(const PriceRange &, const PriceRange &) = default;
    };

    // What is written on a section or an area: how many are free of all; where arrivals are told, how many are in of those
    // who are expected.
    struct Tally {
        qint32 count = 0;
        qint32 of = 0;

        friend bool operator==(const Tally &, const Tally &) = default;
    };

    // Who has a seat that somebody else holds; known of one at a time, while people look at it.
    struct Holder {
        QString name = {};
        Instant until = {};
    };

    // What staff knows of seats that are blocked together.
    struct KnownBlock {
        BlockKind kind = BlockKind::HeldBack;
        QString reason = {};
        std::optional<Instant> until = {};
        QList<qint32> places = {};

        friend bool operator==(const KnownBlock &, const KnownBlock &) = default;
    };

    explicit SeatMapModel(QObject *parent = nullptr);

    // Starts afresh: every seat free, no holds, no prices, no revision.
    void setPlan(Plan plan);
    // Prices of the plan's categories over all ticket types; names of unknown categories are passed over.
    void setPrices(const QList<Price> &prices);

    // All states at once, of seats and places. False, and nothing changed, when they are not as many as the plan has.
    [[nodiscard]] bool applySnapshot(qint64 revision, std::span<const SeatState> states);
    // What changed between two revisions, as it stands at `to`: good for a model that stands anywhere from `from` on.
    // False, and nothing changed, when the model stands before `from` or a seat is not in the plan: then only a
    // snapshot helps. Changes that end at or before the present revision are old news and ignored.
    [[nodiscard]] bool applyChanges(qint64 from, qint64 to, std::span<const SeatChange> changes);

    // This session's holds, all of them, with their deadlines; places outside the plan are ignored.
    void setMine(const QHash<qint32, Instant> &deadlines);
    // Seats and places for which a request is under way, all of them; and areas that more places were asked of.
    void setPending(const QList<qint32> &places, const QSet<qint32> &areas = {});

    // For a door, before the first plan: sold seats are those whose people are in, and those whose people are not yet.
    void tellArrivals();
    [[nodiscard]] bool tellsArrivals() const { return m_tellsArrivals; }
    // Of all places, `arrived` by place; who is not named is not in. Then what changed. Places outside the plan are ignored.
    void setArrivals(const std::vector<bool> &arrived);
    void changeArrivals(const QList<qint32> &in, const QList<qint32> &out);

    // Of a seat that somebody else holds, else it is passed over. Forgotten when the seat changes.
    void setHolder(qint32 seat, const Holder &holder);
    [[nodiscard]] const Holder *holderOf(qint32 seat) const { return m_holder && m_holder->first == seat ? &m_holder->second : nullptr; }

    // All that is known; places outside the plan are passed over.
    void setBlocks(const QList<KnownBlock> &blocks);
    // Null when the place is in none that is known.
    [[nodiscard]] const KnownBlock *blockOf(qint32 place) const;

    [[nodiscard]] const Plan &plan() const { return m_plan; }
    [[nodiscard]] const SeatTable &table() const { return m_table; }
    // Seats are drawn and walked to one by one; the places of areas, whose indexes come after theirs, only counted.
    [[nodiscard]] qint32 seatCount() const { return m_table.size(); }
    [[nodiscard]] qint32 placeCount() const { return m_table.placeCount(); }
    [[nodiscard]] const Seat &seat(qint32 seat) const;
    // Of a seat or a place of an area.
    [[nodiscard]] QString label(qint32 place) const;
    // Null for a seat that stands in a row.
    [[nodiscard]] const Table *tableOf(qint32 seat) const;
    // The seats that are sold with this one: of its table where that is sold whole, else itself.
    [[nodiscard]] QList<qint32> soldTogether(qint32 seat) const;
    // Empty for a seat at a table.
    [[nodiscard]] QString rowLabel(qint32 seat) const;
    [[nodiscard]] const Category *categoryOf(qint32 place) const; // null when the plan does not define it

    [[nodiscard]] qint32 areaCount() const { return m_table.groups().areaCount(); }
    [[nodiscard]] const Area &area(qint32 area) const { return *m_areas[at(area)]; }
    [[nodiscard]] bool isAreaPending(qint32 area) const { return m_pendingAreas.contains(area); }
    // This session's places there, lowest first.
    [[nodiscard]] QList<qint32> minePlaces(qint32 area) const;

    // Nothing before the first snapshot.
    [[nodiscard]] std::optional<qint64> revision() const { return m_revision; }
    [[nodiscard]] SeatState state(qint32 seat) const { return m_states[at(seat)]; }
    [[nodiscard]] std::span<const SeatState> states() const { return m_states; }
    [[nodiscard]] SeatLook look(qint32 seat) const { return m_looks[at(seat)]; }
    [[nodiscard]] std::optional<Instant> mineUntil(qint32 seat) const;
    [[nodiscard]] const QHash<qint32, Instant> &mine() const { return m_mine; }
    [[nodiscard]] std::optional<PriceRange> price(qint32 category) const;

    [[nodiscard]] const Counts &counts() const { return m_counts; }
    // With the places of the section's areas.
    [[nodiscard]] const Counts &sectionCounts(qint32 section) const { return m_sectionCounts[at(section)]; }
    [[nodiscard]] qint32 sectionPlaces(qint32 section) const { return m_sectionPlaces[at(section)]; }
    [[nodiscard]] const Counts &areaCounts(qint32 area) const { return m_areaCounts[at(area)]; }
    [[nodiscard]] qint32 areaCount(qint32 area, SeatLook look) const { return areaCounts(area)[static_cast<std::size_t>(look)]; }
    [[nodiscard]] Tally sectionTally(qint32 section) const { return tallyOf(sectionCounts(section), sectionPlaces(section)); }
    [[nodiscard]] Tally areaTally(qint32 area) const { return tallyOf(areaCounts(area), this->area(area).capacity); }
    [[nodiscard]] qint32 count(SeatLook look) const { return m_counts[static_cast<std::size_t>(look)]; }

Q_SIGNALS:
    // The looks, or the deadlines of my holds, of these seats are no longer what they were; each named once.
    void seatsChanged(const QList<qint32> &seats);
    // The same of areas: how many of their places look how, or whether they are pending.
    void areasChanged(const QList<qint32> &areas);
    // Seats were blocked, or are not any more: what is known of blocks is old.
    void blockedChanged();
    // What is known of blocks.
    void blocksChanged();
    // Another plan; what was kept by seat index is void. A reset() follows.
    void planChanged();
    // So much changed that everything is best read anew.
    void reset();
    void pricesChanged();

private:
    [[nodiscard]] static std::size_t at(qint32 index) { return static_cast<std::size_t>(index); }
    [[nodiscard]] bool contains(qint32 place) const { return place >= 0 && place < m_table.placeCount(); }
    [[nodiscard]] SeatLook derivedLook(qint32 place) const;
    [[nodiscard]] Tally tallyOf(const Counts &counts, qint32 places) const;
    bool refreshLook(qint32 place);
    void recount();
    // Seats and areas apart.
    void announce(const QList<qint32> &places, QSet<qint32> areas = {});

    Plan m_plan;
    SeatTable m_table;
    std::vector<const Seat *> m_seats; // into m_plan, by index
    struct Line {
        const Row *row = nullptr;
        const Table *table = nullptr; // one of the two
    };
    std::vector<Line> m_lines;         // into m_plan, by SeatTable::row
    std::vector<const Area *> m_areas; // into m_plan
    std::optional<qint64> m_revision;
    std::vector<SeatState> m_states;
    std::vector<SeatLook> m_looks;
    std::vector<bool> m_pending;
    std::vector<bool> m_arrived;       // empty unless arrivals are told
    bool m_tellsArrivals = false;
    QHash<qint32, Instant> m_mine;
    QList<qint32> m_pendingPlaces;
    QSet<qint32> m_pendingAreas;
    QList<KnownBlock> m_blocks;
    QHash<qint32, qsizetype> m_blockOf; // into m_blocks, by place
    std::optional<std::pair<qint32, Holder>> m_holder;
    Counts m_counts {};
    std::vector<Counts> m_sectionCounts, m_areaCounts;
    std::vector<qint32> m_sectionPlaces;
    std::vector<std::optional<PriceRange>> m_prices;
};

} // namespace parterre
