// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seatneighbours.h"

#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

namespace parterre {

namespace {

constexpr qint32 kNone = -1;
constexpr double kAisle = 1.6;          // gaps of more pitches than this are aisles
constexpr double kTooClose = 0.45;      // seats nearer than this many pitches lie on each other
constexpr double kCosTurnInRow = 0.26;  // a row may turn by 75 degrees from seat to seat: five round a table
constexpr double kCosTurnJoin = 0.82;   // pieces of one label may be joined with a turn of 35 degrees
constexpr double kCosTurnStrict = 0.96; // pieces of different labels: 16 degrees
constexpr double kStrictGap = 1.25;
constexpr double kUsualPitch = 25;
constexpr qint32 kWindow = 8;           // seats before and after in the file among which the nearest is looked for
constexpr int kMaxLooks = 500;          // seats looked at per end: stacked seats must not cost the square of their number
constexpr qint32 kSmallRow = 4;         // rows shorter than this say little about their pitch

std::size_t at(qint32 i)
{
    return static_cast<std::size_t>(i);
}

double median(std::vector<float> &values, double otherwise)
{
    if (values.empty())
        return otherwise;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

struct Candidate {
    float cost;
    qint32 a, b;
};

// Builds an undirected graph of elbows in which every part is a simple path, then gives each path a direction.
class Linker
{
public:
    explicit Linker(const SeatGeometry &geometry)
        : m_g(geometry), m_count(static_cast<qint32>(geometry.x.size())), m_links(geometry.x.size(), {kNone, kNone}),
          m_chain(geometry.x.size())
    {
        std::iota(m_chain.begin(), m_chain.end(), 0);
    }

    SeatNeighbours run()
    {
        findPitches();
        linkWithinRows();
        joinEnds();
        return directed();
    }

private:
    struct Vector {
        double x, y;
    };

    [[nodiscard]] Vector between(qint32 a, qint32 b) const
    {
        return {static_cast<double>(m_g.x[at(b)]) - m_g.x[at(a)], static_cast<double>(m_g.y[at(b)]) - m_g.y[at(a)]};
    }
    [[nodiscard]] double distance(qint32 a, qint32 b) const
    {
        const Vector v = between(a, b);
        return std::hypot(v.x, v.y);
    }
    // Cosine of the turn at b on the way a -> b -> c.
    [[nodiscard]] double cosTurn(qint32 a, qint32 b, qint32 c) const
    {
        const Vector in = between(a, b);
        const Vector out = between(b, c);
        return (in.x * out.x + in.y * out.y) / std::max(std::hypot(in.x, in.y) * std::hypot(out.x, out.y), 1e-12);
    }
    [[nodiscard]] qint32 degree(qint32 s) const { return (m_links[at(s)][0] != kNone) + (m_links[at(s)][1] != kNone); }
    [[nodiscard]] double pitch(qint32 s) const { return m_pitch[at(m_g.row[at(s)])]; }

    qint32 chainOf(qint32 s)
    {
        while (m_chain[at(s)] != s)
            s = m_chain[at(s)] = m_chain[at(m_chain[at(s)])];
        return s;
    }

    [[nodiscard]] double nearestInRow(qint32 s) const
    {
        double nearest = 0;
        for (qint32 o = std::max(0, s - kWindow); o <= std::min(m_count - 1, s + kWindow); ++o) {
            if (o == s || m_g.row[at(o)] != m_g.row[at(s)])
                continue;
            const double d = distance(s, o);
            if (d > 0.25 * m_g.radius[at(s)] && (nearest == 0 || d < nearest))
                nearest = d;
        }
        return nearest;
    }

    void findPitches()
    {
        std::vector<float> ofPlan, ofSection, ofRow;
        std::vector<double> nearest(at(m_count));
        for (qint32 s = 0; s < m_count; ++s) {
            nearest[at(s)] = nearestInRow(s);
            if (nearest[at(s)] > 0)
                ofPlan.push_back(static_cast<float>(nearest[at(s)]));
        }
        const double planPitch = median(ofPlan, kUsualPitch);
        m_pitch.assign(m_count == 0 ? 0 : at(m_g.row.back()) + 1, planPitch);

        for (qint32 begin = 0, end = 0; begin < m_count; begin = end) {
            ofSection.clear();
            for (end = begin; end < m_count && m_g.section[at(end)] == m_g.section[at(begin)]; ++end) {
                if (nearest[at(end)] > 0)
                    ofSection.push_back(static_cast<float>(nearest[at(end)]));
            }
            const double sectionPitch = median(ofSection, planPitch);
            for (qint32 s = begin, next = begin; s < end; s = next) {
                ofRow.clear();
                for (next = s; next < end && m_g.row[at(next)] == m_g.row[at(s)]; ++next) {
                    if (nearest[at(next)] > 0)
                        ofRow.push_back(static_cast<float>(nearest[at(next)]));
                }
                const bool small = next - s < kSmallRow;
                const double rowPitch = median(ofRow, sectionPitch);
                m_pitch[at(m_g.row[at(s)])] = small ? std::min(rowPitch, kStrictGap * sectionPitch) : rowPitch;
            }
        }
    }

    void link(qint32 a, qint32 b)
    {
        m_links[at(a)][m_links[at(a)][0] == kNone ? 0 : 1] = b;
        m_links[at(b)][m_links[at(b)][0] == kNone ? 0 : 1] = a;
        m_chain[at(chainOf(a))] = chainOf(b);
    }

    void linkWithinRows()
    {
        for (qint32 s = 0; s + 1 < m_count; ++s) {
            if (m_g.row[at(s)] != m_g.row[at(s + 1)])
                continue;
            const double d = distance(s, s + 1);
            if (d < kTooClose * pitch(s) || d > kAisle * pitch(s))
                continue;
            const qint32 before = m_links[at(s)][0];
            if (before == kNone || cosTurn(before, s, s + 1) >= kCosTurnInRow)
                link(s, s + 1);
        }
    }

    // Whether the line that ends in `a` goes on to `b`.
    [[nodiscard]] bool continues(qint32 a, qint32 b, double cosLimit) const
    {
        return degree(a) == 0 || cosTurn(m_links[at(a)][0], a, b) >= cosLimit;
    }

    [[nodiscard]] bool joinable(qint32 a, qint32 b) const
    {
        if (degree(a) > 1 || degree(b) > 1)
            return false;
        const bool oneLabel = m_g.rowLabel[at(a)] == m_g.rowLabel[at(b)];
        if (!oneLabel && degree(a) == 0 && degree(b) == 0)
            return false; // two single seats have no direction to agree on
        const double cosLimit = oneLabel ? kCosTurnJoin : kCosTurnStrict;
        return continues(a, b, cosLimit) && continues(b, a, cosLimit);
    }

    [[nodiscard]] double joinCost(qint32 a, qint32 b) const
    {
        const bool oneLabel = m_g.rowLabel[at(a)] == m_g.rowLabel[at(b)];
        const double smaller = std::min(pitch(a), pitch(b));
        const double d = distance(a, b);
        if (d < kTooClose * smaller || d > (oneLabel ? kAisle : kStrictGap) * smaller)
            return -1;
        return d / smaller + (oneLabel ? 0 : 1);
    }

    // Nearest ends first, one label before different ones: what is left over then cannot steal a better neighbour.
    void joinEnds()
    {
        std::vector<Candidate> candidates;
        for (qint32 a = 0; a < m_count; ++a) {
            if (degree(a) == 2)
                continue;
            const double reach = kAisle * pitch(a);
            const double x = m_g.x[at(a)];
            const double y = m_g.y[at(a)];
            int looks = 0;
            m_g.grid.visitNear({x - reach, y - reach}, {x + reach, y + reach}, [&](qint32 b) {
                if (b > a && m_g.section[at(b)] == m_g.section[at(a)] && joinable(a, b)) {
                    const double cost = joinCost(a, b);
                    if (cost >= 0)
                        candidates.push_back({static_cast<float>(cost), a, b});
                }
                return ++looks < kMaxLooks;
            });
        }
        std::sort(candidates.begin(), candidates.end(), [](const Candidate &l, const Candidate &r) {
            return std::tie(l.cost, l.a, l.b) < std::tie(r.cost, r.a, r.b);
        });
        for (const Candidate &c : candidates) {
            if (joinable(c.a, c.b) && chainOf(c.a) != chainOf(c.b))
                link(c.a, c.b);
        }
    }

    // 1 when a step follows the order of the file, -1 against it, 0 between Row objects.
    [[nodiscard]] qint32 order(qint32 from, qint32 to) const
    {
        if (m_g.row[at(from)] != m_g.row[at(to)])
            return 0;
        return from < to ? 1 : -1;
    }

    [[nodiscard]] SeatNeighbours directed() const
    {
        SeatNeighbours result {std::vector<qint32>(at(m_count), kNone), std::vector<qint32>(at(m_count), kNone)};
        std::vector<bool> done(at(m_count), false);
        std::vector<qint32> path;
        for (qint32 start = 0; start < m_count; ++start) {
            if (done[at(start)] || degree(start) != 1)
                continue;
            path.assign(1, start);
            qint32 forward = 0;
            for (qint32 last = kNone, s = start, next = kNone;; last = s, s = next) {
                done[at(s)] = true;
                next = m_links[at(s)][0] == last ? m_links[at(s)][1] : m_links[at(s)][0];
                if (next == kNone)
                    break;
                forward += order(s, next);
                path.push_back(next);
            }
            const Vector whole = between(path.front(), path.back());
            if (forward < 0 || (forward == 0 && (whole.x < 0 || (whole.x == 0 && whole.y < 0))))
                std::reverse(path.begin(), path.end());
            for (std::size_t i = 1; i < path.size(); ++i) {
                result.right[at(path[i - 1])] = path[i];
                result.left[at(path[i])] = path[i - 1];
            }
        }
        return result;
    }

    const SeatGeometry &m_g;
    qint32 m_count;
    std::vector<std::array<qint32, 2>> m_links;
    std::vector<qint32> m_chain; // union-find, so that no path closes to a ring
    std::vector<double> m_pitch; // by row
};

} // namespace

SeatNeighbours deriveNeighbours(const SeatGeometry &geometry)
{
    return Linker(geometry).run();
}

} // namespace parterre
