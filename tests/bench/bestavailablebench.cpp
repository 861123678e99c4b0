// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/orphanrule.h"
#include "shared/domain/seatpicker.h"
#include "tests/bench/measuredprocess.h"
#include "tests/bench/serverbench.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numbers>
#include <random>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTiers = 5;
constexpr int kWedges = 40;
constexpr int kRows = 20;
constexpr int kRowSeats = 25;
constexpr qint32 kSeats = kTiers * kWedges * kRows * kRowSeats;
constexpr qint32 kGroup = 8;

// 100,000 seats round a pitch: five tiers with a cross-aisle between them, forty wedges, a category for each tier,
// at the back of every section a wheelchair place with a companion.
Plan arena()
{
    Plan plan {.name = u"Arena"_s, .focus = PlanPoint {}};
    qint32 index = 0;
    for (int tier = 0; tier < kTiers; ++tier) {
        plan.categories.append(Category {.key = QString::number(tier)});
        for (int wedge = 0; wedge < kWedges; ++wedge) {
            Section section {.name = u"%1.%2"_s.arg(tier).arg(wedge)};
            for (int row = 0; row < kRows; ++row) {
                const double radius = 4'400 + 30.0 * (tier * (kRows + 3) + row);
                Row seats {.label = QString::number(row)};
                for (int i = 0; i < kRowSeats; ++i) {
                    const double angle = 2 * std::numbers::pi * wedge / kWedges + 25 / radius * (i - (kRowSeats - 1) / 2.0);
                    const PlanPoint position {radius * std::cos(angle), radius * std::sin(angle)};
                    seats.seats.append(Seat {.index = index, .label = QString::number(index), .position = position, .category = tier});
                    ++index;
                }
                if (row == kRows - 1) {
                    seats.seats[0].attributes = SeatAttribute::Wheelchair;
                    seats.seats[1].attributes = SeatAttribute::Companion;
                    seats.seats[1].companionOf = seats.seats[0].index;
                }
                section.rows.append(seats);
            }
            plan.sections.append(section);
        }
    }
    return plan;
}

struct House {
    const char *key;
    QString text;
    std::vector<SeatState> states;
};

std::vector<SeatState> soldWhere(const std::function<bool(qint32)> &isSold)
{
    std::vector<SeatState> states(static_cast<std::size_t>(kSeats));
    for (qint32 s = 0; s < kSeats; ++s)
        states[static_cast<std::size_t>(s)] = isSold(s) ? SeatState::Sold : SeatState::Free;
    return states;
}

std::vector<House> houses()
{
    std::minstd_rand random(1);
    const auto percent = [&random](unsigned sold) { return soldWhere([&random, sold](qint32) { return random() % 100 < sold; }); };
    return {{"empty", u"nothing sold"_s, soldWhere([](qint32) { return false; })},
            {"half", u"half sold, scattered"_s, percent(50)},
            {"nearly", u"95 % sold, scattered"_s, percent(95)},
            {"last", u"99.9 % sold, scattered"_s, soldWhere([&random](qint32) { return random() % 1'000 < 999; })},
            {"sevens", u"gaps of seven everywhere"_s, soldWhere([](qint32 s) { return s % kRowSeats % 8 == 7; })},
            // Rows with gaps of five and of four in turn: eight people strand a seat wherever they sit.
            {"stranding", u"every choice strands a seat"_s, soldWhere([](qint32 s) { return s / kRowSeats % 2 == 0 ? s % kRowSeats % 6 == 5 : s % kRowSeats % 5 == 4; })}};
}

// CPU time of one call, in microseconds.
template<class Call>
double microseconds(int times, Call call)
{
    const auto before = threadCpuTime();
    for (int i = 0; i < times; ++i)
        call(i);
    return std::chrono::duration<double, std::micro>(threadCpuTime() - before).count() / times;
}

} // namespace

void benchBestAvailable(Report &report, const BenchOptions &options)
{
    const Plan plan = arena();
    const SeatTable table(plan);
    const double made = microseconds(1, [&](int) { (void)SeatPicker(plan, table); });
    const SeatPicker picker(plan, table);
    const std::vector<std::optional<qint64>> prices {5'000, 4'000, 3'000, 2'000, 1'000};
    const int times = options.rounds(20);

    report.add(u"parts.best_available.make_ms"_s, made / 1'000, u"ms"_s, u"SeatPicker of 100,000 seats"_s);
    Table lines({u"best available, 8 of 100,000"_s, u"three offers, us"_s, u"like a lost group, us"_s, u"4 with a wheelchair, us"_s, u"orphan rule, us"_s, u"how"_s});
    double worst = 0;
    for (const House &house : houses()) {
        std::vector<SeatOffer> offers;
        const double any = microseconds(times, [&](int) { offers = picker.offers({.size = kGroup, .prices = prices}, house.states); });
        if (offers.empty())
            qFatal("nothing was offered");
        std::vector<qint32> lost(static_cast<std::size_t>(kGroup));
        const double like = microseconds(times, [&](int i) {
            const qint32 row = i * 7'919 % (kSeats / kRowSeats);
            for (qint32 s = 0; s < kGroup; ++s)
                lost[static_cast<std::size_t>(s)] = row * kRowSeats + 8 + s;
            offers = picker.offers(picker.likeGroup(lost, prices), house.states);
        });
        const double accessible = microseconds(times, [&](int) { offers = picker.offers({.size = 4, .wheelchairs = 1, .prices = prices}, house.states); });
        const double rule = microseconds(times, [&](int i) {
            const std::array wanted {i * 7'919 % kSeats / kRowSeats * kRowSeats + 1};
            (void)judgeOrphans(OrphanRule::Block, false, picker.runs(), house.states, wanted);
        });
        worst = std::max({worst, any, like, accessible});
        const QString key = u"parts.best_available."_s + QString::fromLatin1(house.key);
        report.add(key + u".us"_s, any, u"us"_s, house.text);
        report.add(key + u".lost_us"_s, like, u"us"_s);
        report.add(key + u".accessible_us"_s, accessible, u"us"_s);
        report.add(key + u".orphan_us"_s, rule, u"us"_s);
        const GroupShape shape = picker.offers({.size = kGroup, .prices = prices}, house.states).front().score.shape;
        lines.addRow({house.text, readable(any), readable(like), readable(accessible), readable(rule),
                      shape == GroupShape::Together      ? u"together"_s
                          : shape == GroupShape::Stacked ? u"stacked"_s
                                                         : u"scattered"_s});
    }
    report.add(u"parts.best_available.us"_s, worst, u"us"_s, u"three offers for 8 people of 100,000 seats, the slowest house"_s);
    std::printf("\n");
    lines.print();
}

} // namespace parterre::bench
