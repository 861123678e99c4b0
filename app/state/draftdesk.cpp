// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/draftdesk.h"

namespace parterre {

DraftDesk::DraftDesk(SessionModel &session, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_session(session), m_ids(ids), m_list(session), m_sender(session, ids), m_loader(session)
{
    connect(&m_sender, &FileSender::progressed, this, &DraftDesk::saveProgressed);
    connect(&m_sender, &FileSender::failed, this, &DraftDesk::onSaveFailed);
    connect(&m_loader, &DocumentLoader::progressed, this, &DraftDesk::loadProgressed);
    connect(&m_loader, &DocumentLoader::failed, this, [this](const Error &error) {
        m_loading = false;
        Q_EMIT loadFailed(error);
    });
    connect(&session, &SessionModel::userChanged, this, [this] {
        stopLoading();
        stopSaving();
    });
}

void DraftDesk::load(DraftId draft)
{
    m_loading = true;
    m_loader.load<protocol::DraftsGet>({.draft = draft}, [this](const protocol::DraftsGetResult &last, const QByteArray &document) {
        m_loading = false;
        Q_EMIT loaded(last.draft, document);
    });
}

void DraftDesk::loadDesign(const PlanVersionRef &plan)
{
    m_loading = true;
    m_loader.load<protocol::PlansDesign>({.plan = plan.id, .version = plan.version}, [this, plan](const protocol::PlansDesignResult &, const QByteArray &document) {
        m_loading = false;
        Q_EMIT designLoaded(plan, document);
    });
}

void DraftDesk::stopLoading()
{
    m_loading = false;
    m_loader.stop();
}

void DraftDesk::save(const Work &work, const QByteArray &document)
{
    ++m_saves;
    m_saving = true;
    m_work = work.draft;
    m_sender.send<protocol::DraftsSave>(
        document, {.draft = work.draft.id, .venue = work.venue, .name = work.name, .base = work.base, .expected = work.draft.revision},
        [this](const protocol::DraftsSaveResult &answer) {
            m_saving = false;
            m_list.refresh();
            Q_EMIT saved(answer.draft);
        });
}

void DraftDesk::stopSaving()
{
    ++m_saves;
    m_saving = false;
    m_sender.stop();
}

void DraftDesk::remove(const DraftRef &draft)
{
    m_session.connection().call<protocol::DraftsRemove>({.draft = draft.id, .expected = draft.revision}, this, [this, draft](const Result<protocol::Nothing> &answer) {
        if (answer) {
            m_list.refresh();
            return Q_EMIT removed(draft.id);
        }
        const auto tell = [this, draft](const Result<Draft> &newer) {
            if (!newer)
                return Q_EMIT removeFailed(draft.id, newer.error());
            m_list.refresh();
            Q_EMIT conflicted(*newer);
        };
        if (answer.error().code == ErrorCode::StaleVersion)
            askForNewer(draft, answer.error(), tell);
        else
            tell(answer.error());
    });
}

void DraftDesk::onSaveFailed(const Error &error)
{
    const auto tell = [this, save = m_saves](const Result<Draft> &newer) {
        if (save != m_saves)
            return;
        m_saving = false;
        if (!newer)
            return Q_EMIT saveFailed(newer.error());
        m_list.refresh();
        Q_EMIT conflicted(*newer);
    };
    if (error.code == ErrorCode::StaleVersion)
        askForNewer(m_work, error, tell);
    else
        tell(error);
}

void DraftDesk::askForNewer(const DraftRef &mine, const Error &error, std::function<void(const Result<Draft> &)> done)
{
    // Behind the end of any document, so that nothing but the summary comes.
    m_session.connection().call<protocol::DraftsGet>({.draft = mine.id, .offset = kMaxDraftBytes}, this,
                                                     [mine, error, done = std::move(done)](const Result<protocol::DraftsGetResult> &now) {
        if (now && now->draft.ref() == mine)
            done(error);
        else
            done(now ? Result<Draft>(now->draft) : now.error());
    });
}

} // namespace parterre
