// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/seattimeline.h"

#include <algorithm>

namespace parterre::history {

namespace {

Moment later(Moment moment, Moment by) { return moment > kNever - by ? kNever : moment + by; }

bool meet(const Window &a, const Window &b) { return a.low <= b.high && b.low <= a.high; }

} // namespace

SeatTimeline::SeatTimeline(const World &world, const std::vector<Part> &parts, Violations &violations)
    : m_world(world), m_violations(violations)
{
    collectShadows(parts);
    collectGrants(parts);
    for (const Part &part : parts)
        use(part);
    for (const Grant &grant : m_grants) {
        if (!m_isBroken)
            checkUses(grant);
    }
    if (!m_isBroken)
        layOut();
    if (!m_isBroken)
        narrow();
    for (const Part &part : parts) {
        if (!m_isBroken)
            judge(part);
    }
}

// One message a seat: what follows from a contradiction is no news.
void SeatTimeline::fail(const Operation &operation, std::string text)
{
    if (!std::exchange(m_isBroken, true))
        m_violations.add(operation.id, std::move(text));
}

// ---- What was granted ----------------------------------------------------------------------------------------------

void SeatTimeline::collectShadows(const std::vector<Part> &parts)
{
    const Promises &promises = m_world.promises;
    Moment latest = kAlways;
    for (const Part &part : parts) {
        const Operation &operation = *part.operation;
        if (operation.kind != Kind::Hold || operation.outcome != Outcome::Unknown)
            continue;
        const Moment done =
            later(m_world.visits.connectionEndAfter(operation.session, operation.start), promises.lateness);
        const Moment end =
            std::min({later(done, promises.holdTime + promises.lateness),
                      m_world.visits.deathAfter(operation.start).high, m_world.visits.endOf(operation.session).high});
        latest = std::max(latest, end);
        m_shadows.push_back({operation.session, {operation.start, end}, latest});
    }
}

void SeatTimeline::collectGrants(const std::vector<Part> &parts)
{
    std::unordered_map<qint64, std::size_t> byVersion;
    for (const auto &[operation, note] : parts) {
        if (operation->kind != Kind::Hold || operation->outcome != Outcome::Ok)
            continue;
        if (note->version == 0) {
            fail(*operation, "only a part of the hold was granted");
            continue;
        }
        const Moment death = m_world.visits.deathAfter(operation->start).high;
        const auto [entry, isNew] = byVersion.emplace(note->version, m_grants.size());
        if (isNew) {
            m_grants.push_back({.version = note->version,
                                .session = operation->session,
                                .operation = operation,
                                .when = {operation->start, std::min(operation->end, death)},
                                .deadline = note->deadline,
                                .lastDeadline = note->deadline});
            continue;
        }
        Grant &grant = m_grants[entry->second];
        if (grant.session != operation->session) {
            fail(*operation, "one version was granted to two sessions");
            continue;
        }
        grant.when.high = std::min(grant.when.high, operation->end);
    }
    // What is answered to a session that asks again may have been granted when it got no answer.
    for (Grant &grant : m_grants) {
        for (const Shadow &shadow : m_shadows) {
            if (shadow.session == grant.session && shadow.when.low < grant.when.low
                && shadow.when.high >= grant.when.low) {
                grant.when.low = shadow.when.low;
                grant.isAlone = true;
            }
        }
    }
    std::sort(m_grants.begin(), m_grants.end(), [](const Grant &a, const Grant &b) { return a.version < b.version; });
}

SeatTimeline::Grant *SeatTimeline::find(qint64 version)
{
    const auto grant = std::lower_bound(m_grants.begin(), m_grants.end(), version,
                                        [](const Grant &g, qint64 v) { return g.version < v; });
    return grant != m_grants.end() && grant->version == version ? &*grant : nullptr;
}

SeatTimeline::Grant *SeatTimeline::latestOf(quint32 session, Moment until)
{
    for (auto grant = m_grants.rbegin(); grant != m_grants.rend(); ++grant) {
        if (grant->session == session && grant->when.low <= until)
            return &*grant;
    }
    return nullptr;
}

// ---- What was done with it -----------------------------------------------------------------------------------------

void SeatTimeline::use(const Part &part)
{
    if (m_isBroken)
        return;
    if (part.operation->kind == Kind::Hold)
        useHold(part);
    else if (part.operation->kind == Kind::Confirm)
        useConfirm(part);
    else if (part.operation->kind == Kind::Extend)
        useExtend(part);
    else if (part.operation->kind == Kind::Release)
        useRelease(part);
}

// Who asks again gets the hold as it is, perhaps with the time that a checkout froze.
void SeatTimeline::useHold(const Part &part)
{
    Grant *grant = part.operation->outcome == Outcome::Ok ? find(part.note->version) : nullptr;
    if (!grant || grant->operation == part.operation)
        return;
    grant->deadline = std::max(grant->deadline, part.note->deadline);
    grant->lastDeadline = std::max(grant->lastDeadline, grant->deadline);
    grant->uses.push_back(part.operation);
}

void SeatTimeline::useConfirm(const Part &part)
{
    const Operation &operation = *part.operation;
    Grant *grant = part.note->version != 0 ? find(part.note->version) : latestOf(operation.session, operation.end);
    const Sale *sale = m_world.sales.ofKey(operation.key);
    const bool isJudged = sale && sale->request == &operation && sale->isPossible();
    if (isJudged && sale->isSure()) {
        if (!grant)
            fail(operation, "sold by a version that was never granted");
        else if (std::find(sale->sessions.begin(), sale->sessions.end(), grant->session) == sale->sessions.end())
            fail(operation, "sold to a session that did not hold the seat");
        else if (grant->sale && grant->sale != sale)
            fail(operation, "sold twice by one hold");
        else
            grant->sale = sale;
        return;
    }
    if (!grant || grant->session != operation.session)
        return;
    if (isJudged)
        grant->maybeSoldFrom = std::min(grant->maybeSoldFrom, sale->moment.low);
    if (operation.outcome == Outcome::Unknown)
        grant->mayBeFrozen = true;
    else
        grant->lastDeadline = later(grant->lastDeadline, operation.end - operation.start); // frozen as long at most
}

void SeatTimeline::useExtend(const Part &part)
{
    const Operation &operation = *part.operation;
    if (operation.outcome == Outcome::Unknown) {
        if (Grant *grant = latestOf(operation.session, operation.start))
            grant->lastDeadline = later(grant->lastDeadline, m_world.promises.extensionTime);
        return;
    }
    if (operation.outcome != Outcome::Ok)
        return;
    Grant *grant = find(part.note->version);
    if (!grant || grant->session != operation.session) {
        fail(operation,
             grant ? "extended by a session that did not hold the seat" : "extended a hold that was never granted");
        return;
    }
    if (part.note->deadline < grant->deadline - m_world.promises.precision)
        fail(operation, "an extension took time from the hold");
    else if (!grant->mayBeFrozen && operation.start > later(grant->lastDeadline, m_world.promises.lateness))
        fail(operation, "extended after the hold had ended");
    grant->deadline = std::max(grant->deadline, part.note->deadline);
    grant->lastDeadline = std::max(grant->lastDeadline, grant->deadline);
    grant->uses.push_back(&operation);
}

void SeatTimeline::useRelease(const Part &part)
{
    const Operation &operation = *part.operation;
    if (operation.outcome != Outcome::Ok && operation.outcome != Outcome::Unknown)
        return;
    const bool mayBeShadow = std::any_of(m_shadows.begin(), m_shadows.end(), [&](const Shadow &shadow) {
        return shadow.session == operation.session && meet(shadow.when, {operation.start, operation.end});
    });
    if (operation.outcome == Outcome::Unknown || mayBeShadow) {
        // Whichever of the session's holds it was that it gave back, if any.
        for (Grant &grant : m_grants) {
            if (grant.session == operation.session && grant.when.low <= operation.end)
                grant.released.low = std::min(grant.released.low, operation.start);
        }
        return;
    }
    Grant *grant = latestOf(operation.session, operation.end);
    if (!grant) {
        fail(operation, "released a seat that the session did not hold");
        return;
    }
    grant->released.low = std::min(grant->released.low, operation.start);
    grant->released.high = std::min(grant->released.high, operation.end);
    grant->release = &operation;
    grant->uses.push_back(&operation);
}

// When the holder lost it, unless it was sold.
Window SeatTimeline::endOfHold(const Grant &grant) const
{
    const Window death = m_world.visits.deathAfter(grant.operation->start);
    const Window visit = m_world.visits.endOf(grant.session);
    Window end;
    end.low = std::min({grant.deadline - m_world.promises.precision, grant.released.low, visit.low, death.low});
    end.high = std::min(grant.released.high, death.high);
    if (!grant.mayBeFrozen)
        end.high = std::min({end.high, later(grant.lastDeadline, m_world.promises.lateness), visit.high});
    return end;
}

void SeatTimeline::checkUses(const Grant &grant)
{
    if (grant.sale && grant.release) {
        fail(*grant.release, "a seat was released and sold by the same hold");
        return;
    }
    const Moment last = endOfHold(grant).high;
    for (const Operation *operation : grant.uses) {
        if (operation->start > last)
            fail(*operation,
                 operation->kind == Kind::Release ? "released a seat that the session did not hold any more"
                                                  : "a hold went on after it had ended");
        else if (grant.sale && operation->start > grant.sale->moment.high)
            fail(*operation, "used a hold whose seat was sold");
    }
    if (grant.sale && grant.sale->moment.low > last)
        fail(*grant.sale->ok, "sold after the hold had ended");
}

// ---- The life that follows -----------------------------------------------------------------------------------------

void SeatTimeline::layOut()
{
    const auto add = [this](std::size_t grant, const Step &step) {
        m_steps.push_back(step);
        m_grantOfStep.push_back(static_cast<quint32>(grant));
    };
    for (std::size_t i = 0; i < m_grants.size() && !m_isBroken; ++i) {
        const Grant &grant = m_grants[i];
        const Grant *next = i + 1 < m_grants.size() ? &m_grants[i + 1] : nullptr;
        if (next && next->when.high < grant.when.low)
            fail(*next->operation, "versions do not rise in real time");
        add(i, {grant.when, SeatState::Held, grant.isAlone ? nullptr : grant.operation});
        if (!grant.sale) {
            Window end = endOfHold(grant);
            if (grant.deadline - m_world.promises.precision == end.low)
                m_expired.push_back(grant.operation);
            if (grant.maybeSoldFrom != kNever)
                end.high = kNever;
            add(i, {end, SeatState::Free, grant.released.high != kNever ? grant.release : nullptr});
            continue;
        }
        const Sale &sale = *grant.sale;
        if (next && sale.moment.low > next->when.high)
            fail(*sale.ok, "sold by a stale version");
        else if (next && !sale.cancel)
            fail(next->sale ? *next->sale->ok : *next->operation,
                 next->sale ? "sold twice without a cancellation" : "held although it is sold");
        add(i, {sale.moment, SeatState::Sold, sale.ok});
        if (sale.cancel)
            add(i, {sale.cancelled, SeatState::Free, sale.cancel});
    }
}

// No step before the one before it, none after the one behind it.
void SeatTimeline::narrow()
{
    Moment low = kAlways;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        Step &step = m_steps[i];
        step.when.low = low = std::max(low, step.when.low);
        if (step.when.low <= step.when.high)
            continue;
        const Grant &grant = m_grants[m_grantOfStep[i]];
        if (step.after == SeatState::Held)
            fail(*grant.operation,
                 m_grants[m_grantOfStep[i - 1]].sale ? "held before the sale was cancelled"
                                                     : "given away before its promised end");
        else if (step.after == SeatState::Sold)
            fail(*grant.sale->ok, "sold before it was held");
        else
            fail(grant.sale ? *grant.sale->cancel : *grant.operation,
                 grant.sale ? "cancelled before it was sold" : "a hold ended before it began");
        return;
    }
    Moment high = kNever;
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step)
        step->when.high = high = std::min(high, step->when.high);
}

// ---- Questions -----------------------------------------------------------------------------------------------------

SeatTimeline::Progress SeatTimeline::stepsWithin(const Window &window) const
{
    const auto over = std::lower_bound(m_steps.begin(), m_steps.end(), window.low,
                                       [](const Step &s, Moment at) { return s.when.high < at; });
    const auto begun = std::upper_bound(m_steps.begin(), m_steps.end(), window.high,
                                        [](Moment at, const Step &s) { return at < s.when.low; });
    return {static_cast<int>(over - m_steps.begin()), static_cast<int>(begun - m_steps.begin())};
}

bool SeatTimeline::hasShadow(const Window &window, std::optional<quint32> except) const
{
    auto shadow = std::upper_bound(m_shadows.begin(), m_shadows.end(), window.high,
                                   [](Moment at, const Shadow &s) { return at < s.when.low; });
    while (shadow != m_shadows.begin()) {
        --shadow;
        if (shadow->latestEndSoFar < window.low)
            return false;
        if (shadow->when.high >= window.low && (!except || shadow->session != *except))
            return true;
    }
    return false;
}

std::optional<SeatTimeline::Progress> SeatTimeline::progressWhen(SeatState state, const Window &window) const
{
    std::optional<Progress> found;
    const bool mayBeShadow = state == SeatState::Held && hasShadow(window);
    const auto [from, to] = stepsWithin(window);
    for (int n = from; n <= to; ++n) {
        const SeatState known = n == 0 ? SeatState::Free : m_steps[static_cast<std::size_t>(n - 1)].after;
        const bool isSoldUnknown =
            state == SeatState::Sold && known == SeatState::Held && grantBehind(n).maybeSoldFrom <= window.high;
        if (known != state && !isSoldUnknown && !(mayBeShadow && known == SeatState::Free))
            continue;
        found = Progress{found ? found->first : n, n};
    }
    return found;
}

bool SeatTimeline::mayBeTaken(quint32 by, const Window &window) const
{
    if (hasShadow(window, by))
        return true;
    const auto [from, to] = stepsWithin(window);
    for (int n = std::max(from, 1); n <= to; ++n) {
        const SeatState known = m_steps[static_cast<std::size_t>(n - 1)].after;
        const Grant &grant = grantBehind(n);
        if (known == SeatState::Sold
            || (known == SeatState::Held && (grant.session != by || grant.maybeSoldFrom <= window.high)))
            return true;
    }
    return false;
}

bool SeatTimeline::isSurelyHeld(quint32 session, qint64 version, const Window &window) const
{
    const auto [from, to] = stepsWithin(window);
    if (from != to || from == 0 || m_steps[static_cast<std::size_t>(from - 1)].after != SeatState::Held)
        return false;
    const Grant &grant = grantBehind(from);
    return grant.session == session && (version == 0 || grant.version == version) && grant.maybeSoldFrom > window.high;
}

void SeatTimeline::judge(const Part &part)
{
    const Operation &operation = *part.operation;
    if (!part.note->isNamed && operation.count > 1)
        return;
    const Window window{operation.start, std::min(operation.end, m_world.visits.deathAfter(operation.start).high)};
    if (operation.outcome == Outcome::Conflict && !mayBeTaken(operation.session, window))
        m_violations.add(operation.id, "a conflict although the seat was free");
    if (operation.outcome == Outcome::NotHeld && isSurelyHeld(operation.session, part.note->version, window))
        m_violations.add(operation.id, "refused although the session held the seat");
}

} // namespace parterre::history
