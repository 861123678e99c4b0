// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/showtimedesk.h"

namespace parterre {

using namespace protocol;

ShowtimeDesk::ShowtimeDesk(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids), m_sender(session, ids)
{
    connect(&m_sender, &FileSender::failed, this, &ShowtimeDesk::fail);
    connect(&m_entries, &ShowtimeEntriesModel::chosenChanged, this, &ShowtimeDesk::stateChanged);
}

void ShowtimeDesk::refresh()
{
    m_session.connection().call<ShowtimesSources>({}, this, [this](const Result<ShowtimesSourcesResult> &answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_sources = answer->sources;
        Q_EMIT sourcesChanged();
    });
}

void ShowtimeDesk::save(const ShowtimeSourceDefinition &definition, const std::optional<ShowtimeSource> &before)
{
    if (std::exchange(m_saving, true))
        return;
    Q_EMIT stateChanged();
    const ShowtimesSaveSourceParams params {
        .source = before ? before->id : m_ids.make<ShowtimeSourceId>(), .version = before ? before->version : 0, .definition = definition};
    m_session.connection().call<ShowtimesSaveSource>(params, this, [this](const Result<ShowtimesSaveSourceResult> &answer) {
        m_saving = false;
        Q_EMIT stateChanged();
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_saved = answer->source.id;
        refresh();
    });
}

void ShowtimeDesk::remove(const ShowtimeSource &source)
{
    m_session.connection().call<ShowtimesRemoveSource>({.source = source.id, .version = source.version}, this, [this](const Result<Nothing> &answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        cancel();
        refresh();
    });
}

void ShowtimeDesk::look(const ShowtimeSourceId &source, const std::optional<QByteArray> &file)
{
    cancel();
    setState(State::Looking);
    if (file) {
        m_sender.send<ShowtimesPreview>(*file, {.source = source}, [this](const ShowtimesPreviewResult &found) { onFound(found); });
        return;
    }
    m_session.connection().call<ShowtimesPreview>({.source = source}, this, [this, question = m_question](const Result<ShowtimesPreviewResult> &answer) {
        if (question != m_question)
            return;
        if (answer)
            onFound(*answer);
        else
            fail(answer.error());
    });
}

// What the server does meanwhile changes no event.
void ShowtimeDesk::cancel()
{
    if (m_state == State::Applying)
        return;
    ++m_question;
    m_sender.stop();
    m_entries.clear();
    m_found = {};
    setState(State::Idle);
}

void ShowtimeDesk::onFound(const ShowtimesPreviewResult &found)
{
    m_found = found;
    readEntries();
}

void ShowtimeDesk::readEntries()
{
    m_session.connection().call<ShowtimesEntries>({.preview = m_found.preview, .offset = m_entries.rowCount()}, this,
                                                  [this, question = m_question](const Result<ShowtimesEntriesResult> &answer) {
        if (question != m_question)
            return;
        if (!answer) {
            fail(answer.error());
            return;
        }
        m_entries.add(answer->entries);
        if (!answer->entries.isEmpty() && m_entries.rowCount() < answer->total)
            return readEntries();
        setState(State::Ready);
        refresh(); // the source was looked at just now
    });
}

void ShowtimeDesk::apply(bool publish)
{
    if (!mayApply())
        return;
    setState(State::Applying);
    m_session.connection().callUntilAnswered<ShowtimesApply>(
        {.preview = m_found.preview, .chosen = m_entries.chosen(), .publish = publish}, this,
        [this](const Result<ShowtimesApplyResult> &answer) {
            setState(State::Ready);
            if (!answer) {
                Q_EMIT failed(answer.error());
                return;
            }
            cancel(); // it is out of date now
            Q_EMIT applied(answer->outcomes);
        },
        [](bool) {});
}

void ShowtimeDesk::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void ShowtimeDesk::fail(const Error &error)
{
    cancel();
    Q_EMIT failed(error);
    if (m_session.isInVisit())
        refresh(); // that, too, is noted with the source
}

} // namespace parterre
