// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/desk/journal.h"
#include "app/designer/model/checklist.h"
#include "app/net/plancache.h"
#include "app/state/draftdesk.h"
#include "app/state/planlistmodel.h"
#include "app/state/plansender.h"

namespace parterre {

// The design that is being drawn, and its way to the houses: begun anew, from a draft, a published plan or a file, saved as
// a draft, published as the next version of a plan, and kept safe from a crash meanwhile. Nobody's draft or version is
// overwritten unasked: who saves or publishes says which one he started from.
class DesignDesk final : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it. What is drawn is kept safe in `folder`.
    DesignDesk(SessionModel &session, VenueListModel &venues, net::PlanCache &plans, DraftDesk &drafts, IdGenerator &ids, const Clock &clock, const QString &folder, QObject *parent = nullptr);
    // What is drawn but not published can be gone on with next time.
    ~DesignDesk() override;

    [[nodiscard]] DesignDocument &document() { return m_document; }
    [[nodiscard]] const CheckList &checks() const { return m_checks; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isPublishing() const { return m_publishing; }
    [[nodiscard]] bool isSaving() const { return m_saving; }
    // Those that the server keeps.
    [[nodiscard]] DraftListModel &drafts() { return m_drafts.list(); }
    // What is drawn would be lost without publishing or saving it.
    [[nodiscard]] bool isChanged() const { return m_open && !m_document.history().isClean(); }
    // The house it is drawn for, where that is known, and the version it was begun from.
    [[nodiscard]] std::optional<VenueId> venue() const { return m_venue; }
    [[nodiscard]] const std::optional<PlanListModel::Entry> &basis() const { return m_basis; }

    void start(Design design, std::optional<VenueId> venue = {});
    // A published plan: the design it was published from, else its seats one by one.
    void edit(const PlanListModel::Entry &entry);
    void openDraft(const Draft &draft);
    // What is drawn and not published is among the unfinished then.
    void close();

    // Drawings that are not published, of programs that have ended; newest first.
    [[nodiscard]] QList<JournalEntry> unfinished() const { return Journal::found(m_folder); }
    void goOnWith(const JournalEntry &entry);

    // At the server, over what was read or saved last; `over`: over somebody else's newer revision.
    void save(VenueId venue, const std::optional<DraftRef> &over = {});
    // Saved, and published as the version after the one it was begun from, where name and house are the same; else as the next one of that
    // name. `overwrite`: after the newest, whoever made that.
    void publish(VenueId venue, bool overwrite = false);
    void stopPublishing();

Q_SIGNALS:
    // isOpen(), isLoading() or basis() is no longer what it was.
    void stateChanged();
    void failed(const parterre::Error &error);
    void publishProgressed(int percent);
    void published(const parterre::PlanSummary &plan);
    void publishFailed(const parterre::Error &error);
    void saved(const parterre::Draft &draft);
    void saveFailed(const parterre::Error &error);
    // Somebody else saved the draft meanwhile; nothing was done. With what they drew, where it can be read.
    void conflicted(const parterre::Draft &newer, const std::optional<parterre::Design> &theirs);
    // Nothing was sent: what is drawn is no valid plan.
    void notPublishable();
    // What was gone on with was damaged: its last steps are missing.
    void recoveredInPart();
    // What is drawn from now on would be lost in a crash.
    void unsafe();

private:
    void open(Design design, const std::optional<VenueId> &venue, const std::optional<PlanListModel::Entry> &basis, const std::optional<RecoveredDesign> &recovered = {});
    // Answers to what was asked for before are late from now on.
    void askAnew();
    void putAway();
    void connectDrafts();
    void onTheirsLoaded(const Draft &newer, const QByteArray &document);
    void fetchPlan(const PlanListModel::Entry &entry);
    void openDocument(const QByteArray &document, const std::optional<VenueId> &venue, const std::optional<PlanListModel::Entry> &basis, const std::optional<DraftRef> &draft);
    void sendPlan(const DraftRef &draft);
    [[nodiscard]] QByteArray context() const;
    [[nodiscard]] qint32 versionBefore(VenueId venue, const QString &name, bool overwrite) const;

    VenueListModel &m_venues;
    net::PlanCache &m_plans;
    DraftDesk &m_drafts;
    PlanListModel m_list;
    PlanSender m_sender;
    DesignDocument m_document;
    CheckList m_checks {m_document};
    const QString m_folder;
    Journal m_journal;
    bool m_open = false;
    bool m_loading = false;
    bool m_publishing = false;
    bool m_saving = false;
    bool m_overwrites = false;      // who publishes wants to come after whatever is there
    quint64 m_step = 0; // counts what was asked for, so that late answers are known
    int m_publishedAt = 0; // index of the history that is being published
    std::optional<VenueId> m_venue;
    std::optional<PlanListModel::Entry> m_basis;
    std::optional<PlanListModel::Entry> m_wanted; // whose design is asked for
    std::optional<Draft> m_newer;                 // somebody else's, which is fetched to be shown
    std::optional<DraftRef> m_draft;              // as it was read or saved last
};

} // namespace parterre
