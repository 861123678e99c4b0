// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/plancache.h"
#include "app/state/planlistmodel.h"
#include "app/state/planreview.h"
#include "app/state/planversionlistmodel.h"
#include "app/state/seatmapmodel.h"

#include <memory>

namespace parterre {

// Two versions of a plan side by side, or a version and a file that may become the next one: which, what differs, and the
// later one on a map. Plans are read and compared on pool threads.
class VersionDesk final : public QObject
{
    Q_OBJECT

public:
    // Alone: the plan has no other version to compare with.
    enum class State { Closed, Loading, Alone, Ready };

    // Both outlive it.
    VersionDesk(SessionModel &session, net::PlanCache &plans, QObject *parent = nullptr);

    // The newest version of the plan against the one before.
    void open(const PlanSummary &plan);
    // What a file would change of the newest version.
    void openFile(const PlanSummary &plan, const QString &fileName, const Plan &file);
    void close();
    // Other versions of the same plan, by their numbers; of a file only the one before can be chosen.
    void choose(qint32 before, qint32 after);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOpen() const { return m_state != State::Closed; }
    [[nodiscard]] const QString &planName() const { return m_plan.name; }
    [[nodiscard]] PlanVersionListModel &versions() { return m_versions; }
    [[nodiscard]] qint32 before() const { return m_before; }
    [[nodiscard]] qint32 after() const { return m_after; } // 0: the file
    [[nodiscard]] bool isOfFile() const { return m_file.has_value(); }
    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    // The plan after.
    [[nodiscard]] SeatMapModel &seatMap() { return m_seatMap; }
    // While Ready.
    [[nodiscard]] const PlanReview &review() const { return *m_review; }

Q_SIGNALS:
    void stateChanged();
    // It is closed.
    void failed(const parterre::Error &error);

private:
    void begin(const PlanSummary &plan, std::optional<Plan> file);
    void onVersionsLoaded();
    void compare();
    void compareWith(const Plan &before, const Plan &after);
    void fetch(qint32 version, std::function<void(const Plan &)> done);
    void fail(const Error &error);
    void setState(State state);
    [[nodiscard]] bool isCurrent(quint64 step) const { return step == m_step; }

    net::PlanCache &m_plans;
    PlanVersionListModel m_versions;
    SeatMapModel m_seatMap;
    State m_state = State::Closed;
    quint64 m_step = 0; // counts what was asked for, so that late answers are known
    PlanSummary m_plan;
    std::optional<Plan> m_file;
    QString m_fileName;
    qint32 m_before = 0;
    qint32 m_after = 0;
    std::shared_ptr<const PlanReview> m_review;
};

} // namespace parterre
