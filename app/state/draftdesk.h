// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/documentloader.h"
#include "app/state/draftlistmodel.h"
#include "app/state/filesender.h"

namespace parterre {

// The drafts at the server: fetched, saved and thrown away, without anybody overwriting what another changed meanwhile.
// What is in a document is no concern of it. One is fetched and one saved at a time.
class DraftDesk final : public QObject
{
    Q_OBJECT

public:
    // What is to be saved. `draft` is what was read or saved last, or newDraft().
    struct Work {
        DraftRef draft = {};
        VenueId venue = {};
        QString name = {};
        std::optional<PlanVersionRef> base = {}; // the plan version it was begun from
    };

    // Both outlive it.
    DraftDesk(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] DraftListModel &list() { return m_list; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isSaving() const { return m_saving; }
    [[nodiscard]] DraftRef newDraft() { return {.id = m_ids.make<DraftId>(), .revision = 0}; }

    // Ends in loaded(), loadFailed() or stopLoading(); in the place of what is being fetched.
    void load(DraftId draft);
    // What a plan version was published from. Ends in designLoaded(), loadFailed() or stopLoading(). NotFound: it was
    // published from a file.
    void loadDesign(const PlanVersionRef &plan);
    void stopLoading();

    // Ends in saved(), conflicted(), saveFailed() or stopSaving(); in the place of what is being saved. Asked again with
    // the same after a failure, it is saved once.
    void save(const Work &work, const QByteArray &document);
    void stopSaving();
    // Ends in removed(), conflicted() or removeFailed().
    void remove(const DraftRef &draft);

Q_SIGNALS:
    void loadProgressed(int percent);
    void loaded(const parterre::Draft &draft, const QByteArray &document);
    void designLoaded(const parterre::PlanVersionRef &plan, const QByteArray &document);
    void loadFailed(const parterre::Error &error);
    void saveProgressed(int percent);
    void saved(const parterre::Draft &draft);
    // Somebody else changed it, and nothing was done: this is what is there now. Work with its revision takes its place.
    void conflicted(const parterre::Draft &newer);
    // NotFound: somebody removed it.
    void saveFailed(const parterre::Error &error);
    void removed(parterre::DraftId draft);
    void removeFailed(parterre::DraftId draft, const parterre::Error &error);

private:
    void onSaveFailed(const Error &error);
    // What is there now instead of `mine`; `error` when it is the same.
    void askForNewer(const DraftRef &mine, const Error &error, std::function<void(const Result<Draft> &)> done);

    SessionModel &m_session;
    IdGenerator &m_ids;
    DraftListModel m_list;
    FileSender m_sender;
    DocumentLoader m_loader;
    DraftRef m_work;       // that is being saved
    quint64 m_saves = 0;   // counts, so that late answers are known
    bool m_loading = false;
    bool m_saving = false;
};

} // namespace parterre
