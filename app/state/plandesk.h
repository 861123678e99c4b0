// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/plancache.h"
#include "app/state/planlistmodel.h"
#include "app/state/plansender.h"
#include "app/state/seatmapmodel.h"
#include "app/state/versiondesk.h"
#include "shared/planio/planfile.h"

namespace parterre {

// The plan that is looked at: a published one, or one from a file that is not published yet. Files are read, and written,
// on pool threads.
class PlanDesk final : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Loading, Ready };
    struct Import {
        QString fileName = {};
        Plan plan = {};
        QList<planio::RepairEntry> report = {};
    };

    enum class ExportState { Saved, NotDrawn, NotSaved }; // NotDrawn: a page for people cannot be made on this computer
    struct Export {
        QString path = {};
        ExportState state = ExportState::NotSaved;
        QList<planio::RepairEntry> losses = {}; // what the format has no place for
    };

    // All of them outlive it.
    PlanDesk(SessionModel &session, VenueListModel &venues, net::PlanCache &plans, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] PlanListModel &list() { return m_list; }
    [[nodiscard]] SeatMapModel &seatMap() { return m_seatMap; }
    [[nodiscard]] State state() const { return m_state; }
    // The published plan that is shown; nothing while a file is.
    [[nodiscard]] const std::optional<PlanListModel::Entry> &shown() const { return m_shown; }
    [[nodiscard]] const std::optional<Import> &import() const { return m_import; }
    // Versions beside each other, open or not.
    [[nodiscard]] VersionDesk &versions() { return m_versions; }
    [[nodiscard]] bool isPublishing() const { return m_publishing; }

    void show(const PlanListModel::Entry &entry);
    // A published plan, as PlanCache::fetch().
    void fetch(const PlanVersionRef &plan, QObject *context, net::PlanCache::PlanHandler handler) { m_plans.fetch(plan, context, std::move(handler)); }
    void importFile(const QString &path);
    // Back to nothing.
    void close();
    // Opens versions(): those of the plan that is shown; what the file would change of the house's plan of this name.
    void compareVersions();
    void compareImport(VenueId venue, const QString &name);
    // What is imported, as the next version of the house's plan of this name.
    void publish(VenueId venue, const QString &name);
    void stopPublishing();
    // Which hall of its house the plan that is shown is of; none: one of its own. Ends in hallSet() or failed().
    void setHall(const std::optional<QString> &hall);
    [[nodiscard]] bool isSettingHall() const { return m_settingHall; }
    // What is shown; the words are those of a page for people. Ends in exported().
    void exportTo(const QString &path, planio::PlanFileFormat format, const planio::PlanPageWords &words = {});

Q_SIGNALS:
    void stateChanged();
    // The plan that is shown is of another hall, or its house has another name.
    void factsChanged();
    void failed(const parterre::Error &error);
    void publishProgressed(int percent);
    void published(const parterre::PlanSummary &plan);
    void hallSet(const parterre::PlanSummary &plan);
    void publishFailed(const parterre::Error &error);
    void exported(const parterre::PlanDesk::Export &done);

private:
    void setState(State state);
    void showPlan(const Plan &plan);
    void takeFacts();
    [[nodiscard]] bool isCurrent(quint64 step) const { return step == m_step; }

    SessionModel &m_session;
    VenueListModel &m_venues;
    net::PlanCache &m_plans;
    PlanListModel m_list;
    SeatMapModel m_seatMap;
    PlanSender m_sender;
    VersionDesk m_versions;
    State m_state = State::Empty;
    bool m_publishing = false;
    bool m_settingHall = false;
    quint64 m_step = 0; // counts what was asked for, so that late answers are known
    std::optional<PlanListModel::Entry> m_shown;
    std::optional<Import> m_import;
};

} // namespace parterre
