// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/sales.h"

#include <optional>
#include <utility>

namespace parterre::history {

// One seat's part in an operation.
struct Part {
    const Operation *operation = nullptr;
    const SeatNote *note = nullptr;
};

// One step of a seat's life and when it may have happened. `cause`: the operation that also moved its other seats in
// the same moment; nothing where time did it, or nobody knows.
struct Step {
    Window when;
    SeatState after = SeatState::Free;
    const Operation *cause = nullptr;
};

// What the life of one seat must have been: Free, Held, perhaps Sold, Free again and so on, in the order of the grants'
// versions, each step with the earliest and latest moment that all answers together allow. Where they allow none, a
// promise was broken. Then it is asked whether refusals and reads fit that life.
class SeatTimeline {
public:
    struct World {
        const Promises &promises;
        const Visits &visits;
        const Sales &sales;
    };
    // How many steps the seat had behind it at some moment: from, to.
    using Progress = std::pair<int, int>;

    // `parts` by start.
    SeatTimeline(const World &world, const std::vector<Part> &parts, Violations &violations);

    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    // Its answers contradict each other; nothing more can be said about it.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    // Nothing when the seat cannot have been in that state at any moment of the window.
    [[nodiscard]] std::optional<Progress> progressWhen(SeatState state, const Window &window) const;
    // Holds that ended because their time was over, by the operation that got them.
    [[nodiscard]] const std::vector<const Operation *> &expired() const { return m_expired; }

private:
    struct Grant {
        qint64 version = 0;
        quint32 session = 0;
        const Operation *operation = nullptr; // that told of it first
        Window when;
        bool isAlone = false; // of its operation's seats: it may have been granted before
        Moment deadline = 0; // the latest that was promised
        Moment lastDeadline = 0; // the latest that may have been
        Window released{kNever, kNever};
        std::vector<const Operation *> uses; // later answers that say it was in force
        const Operation *release = nullptr;
        const Sale *sale = nullptr;
        Moment maybeSoldFrom = kNever;
        bool mayBeFrozen = false; // by a checkout that nobody heard of again
    };
    // A hold that nobody was told of.
    struct Shadow {
        quint32 session = 0;
        Window when;
        Moment latestEndSoFar = kAlways; // of this one and all before
    };

    void fail(const Operation &operation, std::string text);
    void collectShadows(const std::vector<Part> &parts);
    void collectGrants(const std::vector<Part> &parts);
    void use(const Part &part);
    void useHold(const Part &part);
    void useConfirm(const Part &part);
    void useExtend(const Part &part);
    void useRelease(const Part &part);
    [[nodiscard]] Grant *find(qint64 version);
    [[nodiscard]] Grant *latestOf(quint32 session, Moment until);
    [[nodiscard]] Window endOfHold(const Grant &grant) const;
    void checkUses(const Grant &grant);
    void layOut();
    void narrow();
    void judge(const Part &part);
    [[nodiscard]] bool mayBeTaken(quint32 by, const Window &window) const;
    [[nodiscard]] bool isSurelyHeld(quint32 session, qint64 version, const Window &window) const;
    [[nodiscard]] bool hasShadow(const Window &window, std::optional<quint32> except = std::nullopt) const;
    // The numbers of steps that may have been behind the seat in the window.
    [[nodiscard]] Progress stepsWithin(const Window &window) const;
    [[nodiscard]] const Grant &grantBehind(int steps) const
    {
        return m_grants[m_grantOfStep[static_cast<std::size_t>(steps - 1)]];
    }

    const World &m_world;
    Violations &m_violations;
    bool m_isBroken = false;
    std::vector<Grant> m_grants; // by version
    std::vector<Shadow> m_shadows;
    std::vector<Step> m_steps;
    std::vector<quint32> m_grantOfStep;
    std::vector<const Operation *> m_expired;
};

} // namespace parterre::history
