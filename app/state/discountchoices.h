// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/plancache.h"
#include "app/state/namedkey.h"
#include "app/state/sessionmodel.h"
#include "shared/domain/discount.h"
#include "shared/domain/event.h"

#include <QSet>

namespace parterre {

// What a discount is valid for: one of both, or the whole house.
struct DiscountScope {
    std::optional<SeriesId> series = {};
    std::optional<EventId> event = {};

    friend bool operator==(const DiscountScope &, const DiscountScope &) = default;
};

// The ticket types and categories that a discount may be for, by their names: those of its event, of the dates of its series
// that are still to come, or of all that the house has still to play. Reads the events and their plans one by one; of a series that the house plays one
// date stands for all, and of very many events the soonest for the others.
class DiscountChoices final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostEvents = 60; // that are read
    static constexpr int kMostPages = 5;   // of the listing

    // Both outlive it.
    DiscountChoices(SessionModel &session, net::PlanCache &plans, QObject *parent = nullptr);

    // Reads them, unless they are known or on their way. Ends in changed(), after failed() when they could not be read.
    void ask(const DiscountScope &scope);
    // What is known is old: asked for again it is read again.
    void forget();

    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] const QList<NamedKey> &ticketTypes() const { return m_ticketTypes; }
    [[nodiscard]] const QList<NamedKey> &categories() const { return m_categories; }

Q_SIGNALS:
    void changed();
    void failed(const parterre::Error &error);

private:
    // A key, and what it is called at different events.
    struct Called {
        QString key;
        QStringList names;
    };

    [[nodiscard]] static QList<NamedKey> readApart(const QList<Called> &all);
    static void learn(QList<Called> &all, const QString &key, const QString &name);
    void list(const std::optional<QString> &cursor);
    void choose(const QList<EventSummary> &events);
    void readNext();
    void readPlan(const PlanVersionRef &plan);
    void finish(const std::optional<Error> &error);

    SessionModel &m_session;
    net::PlanCache &m_plans;
    DiscountScope m_scope;
    quint64 m_step = 0;            // counts what was asked for, so that late answers are known
    bool m_loading = false;
    bool m_known = false;
    int m_pages = 0;
    QList<EventId> m_waiting;      // to be read
    QSet<SeriesId> m_series;       // of which a date is chosen
    QSet<QString> m_seenPlans;     // hashes
    QList<Called> m_types;
    QList<Called> m_zones;
    QList<NamedKey> m_ticketTypes;
    QList<NamedKey> m_categories;
};

} // namespace parterre
