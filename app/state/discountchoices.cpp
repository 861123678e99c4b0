// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/discountchoices.h"

#include "shared/protocol/events.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace parterre {

DiscountChoices::DiscountChoices(SessionModel &session, net::PlanCache &plans, QObject *parent) : QObject(parent), m_session(session), m_plans(plans)
{
    const auto clear = [this] {
        forget();
        Q_EMIT changed();
    };
    connect(&session, &SessionModel::userChanged, this, clear);
    connect(&session, &SessionModel::left, this, clear);
}

void DiscountChoices::ask(const DiscountScope &scope)
{
    if (scope == m_scope && (m_loading || m_known))
        return;
    forget();
    m_scope = scope;
    m_loading = true;
    if (scope.event) {
        m_waiting = {*scope.event};
        readNext();
    } else {
        list({});
    }
    Q_EMIT changed();
}

void DiscountChoices::forget()
{
    ++m_step;
    m_loading = false;
    m_known = false;
    m_pages = 0;
    m_waiting.clear();
    m_series.clear();
    m_seenPlans.clear();
    m_types.clear();
    m_zones.clear();
    m_ticketTypes.clear();
    m_categories.clear();
}

void DiscountChoices::list(const std::optional<QString> &cursor)
{
    const protocol::EventsSearchParams params {.from = m_session.serverClock().now(), .series = m_scope.series, .limit = protocol::kMaxPageSize, .cursor = cursor};
    m_session.connection().call<protocol::EventsSearch>(params, this, [this, step = m_step](const Result<protocol::EventsSearchResult> &answer) {
        if (step != m_step)
            return;
        if (!answer)
            return finish(answer.error());
        choose(answer->events);
        if (answer->next && m_waiting.size() < kMostEvents && ++m_pages < kMostPages)
            list(answer->next);
        else
            readNext();
    });
}

void DiscountChoices::choose(const QList<EventSummary> &events)
{
    for (const EventSummary &event : events) {
        if (event.state == EventState::Cancelled || (!m_scope.series && event.series && m_series.contains(*event.series)))
            continue;
        if (m_waiting.size() == kMostEvents)
            return;
        if (event.series)
            m_series.insert(*event.series);
        m_waiting.append(event.id);
    }
}

void DiscountChoices::readNext()
{
    if (m_waiting.isEmpty())
        return finish({});
    m_session.connection().call<protocol::EventsGet>({.event = m_waiting.takeFirst()}, this, [this, step = m_step](const Result<protocol::EventsGetResult> &answer) {
        if (step != m_step)
            return;
        if (!answer && answer.error().code == ErrorCode::NotFound)
            return readNext(); // deleted meanwhile
        if (!answer)
            return finish(answer.error());
        for (const TicketType &type : answer->event.ticketTypes)
            learn(m_types, type.key, type.name);
        readPlan(answer->event.plan);
    });
}

void DiscountChoices::readPlan(const PlanVersionRef &plan)
{
    if (m_seenPlans.contains(plan.hash))
        return readNext();
    m_seenPlans.insert(plan.hash);
    m_plans.fetch(plan, this, [this, step = m_step](const Result<Plan> &read) {
        if (step != m_step)
            return;
        if (!read)
            return finish(read.error());
        for (const Category &category : read->categories)
            learn(m_zones, category.key, category.name);
        readNext();
    });
}

void DiscountChoices::learn(QList<Called> &all, const QString &key, const QString &name)
{
    auto found = std::ranges::find(all, key, &Called::key);
    if (found == all.end())
        all.append({.key = key, .names = {name}});
    else if (!found->names.contains(name))
        found->names.append(name);
}

QList<NamedKey> DiscountChoices::readApart(const QList<Called> &all)
{
    QList<NamedKey> named;
    for (const Called &one : all)
        named.append({.key = one.key, .name = one.names.join(QStringLiteral(" / "))});
    const QList<NamedKey> plain = named;
    for (NamedKey &one : named) {
        if (std::ranges::count_if(plain, [&one](const NamedKey &other) { return other.name.compare(one.name, Qt::CaseInsensitive) == 0; }) > 1)
            one.name += QStringLiteral(" (%1)").arg(one.key);
    }
    return named;
}

void DiscountChoices::finish(const std::optional<Error> &error)
{
    m_loading = false;
    m_known = !error;
    m_waiting.clear();
    m_ticketTypes = readApart(m_types);
    m_categories = readApart(m_zones);
    if (error)
        Q_EMIT failed(*error);
    Q_EMIT changed();
}

} // namespace parterre
